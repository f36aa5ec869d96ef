"""Where the clauses of a sentence begin and end: joints, quotation marks, relative clauses, reported speech."""

from __future__ import annotations

from itertools import compress

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause import Clause, Clauses, Kind, joined
from briefing.extract.clause_times import time_end
from briefing.extract.clause_truth import judge
from briefing.extract.cutting import HEARER, SAYING, Cutting
from briefing.extract.lookahead import REACH, SIGNS
from briefing.extract.participles import is_participle, may_be_participle
from briefing.extract.quotations import dashes
from briefing.extract.words import Kept, Words

_BEFORE_GERUND = frozenset(["after", "before", "while", "since", "by", "without", "when", "upon", "on"])
_BEFORE_DEED = cw.PREPOSITION_TOO | {"while", "when", "by", "without"}
_JOINTS = (
    cw.RELATIVE | cw.SUBORDINATE | cw.COORDINATE | cw.PREPOSITION_TOO | cw.CONTROLLED | cw.SUBJECT_PRONOUNS
    | {"according", "that", "by", "without", "how", "what", "why"}
)  # fmt: skip
_joint = Kept(lambda word: True if word in _JOINTS else False if may_be_participle(word) else None).__getitem__
"""Whether a clause may begin at a word: True for a joint, False for a participle, None for all others."""
_NOT_YET = cw.NOT | cw.AUXILIARIES
_NO_JOINTS = (["so", "far"], ["so", "much"], ["so", "many"], ["so", "long"], ["so", "as"])
_AFTER = SIGNS | SAYING | {","}
_ENDING = (Kind.PARTICIPLE, Kind.SOURCE, Kind.RELATIVE)
_FRONTED = (Kind.ADVERBIAL, Kind.GERUND, Kind.PARTICIPLE)


def split_clauses(words: Words) -> Clauses:
    """The clauses of a sentence, in order, each judged: told, planned, denied, imagined."""
    cutter = _Cutter(dashes(words) if "-" in words.texts else words.texts)
    made = cutter.run()
    judge(made.found, cutter.low)
    return made


class _Cutter(Cutting):
    """One walk along the words; each step looks a bounded number of words ahead."""

    def run(self) -> Clauses:
        if self.low[:2] == ["according", "to"]:
            self.found[0].kind = Kind.SOURCE
        elif self.texts and not self._opens_without_subject() and self.low[0] in cw.SUBORDINATE:
            self.found[0].kind = Kind.ADVERBIAL
        may_cut = self._may_cut()
        for at, is_verb in enumerate(self.finite):
            if at and (may_cut[at] or at <= self.speech_until or self.found[self.now].kind in _ENDING):
                self._cut(at)
            clause = self.found[self.now]
            if is_verb and clause.verb < 0 and clause.kind is not Kind.SOURCE:
                clause.verb = at
                if self.low[self.main(at)] in lexicon.verbs("say") or self.low[at] in cw.DENY:
                    self.speech_until = at + HEARER
            clause.last = at + 1
            self.of_word[at] = self.now
        for clause in self.found:
            if clause.verb < 0 and clause.kind is Kind.COMPLEMENT and clause.opener == "that":
                clause.verb = clause.first  # what is said stays apart though its verb is unknown
        second = self.found[1].first if len(self.found) > 1 else 0
        return joined(self.found, self.of_word, apart=second > 1 and self.low[second - 1] == ";")

    def _opens_without_subject(self) -> bool:
        """`Founded in 1997, the bank`, `After touring the port, he`: the subject follows."""
        if self.low[0] in _BEFORE_GERUND and self.ahead.is_gerund(1):
            self.found[0].kind, self.found[0].verb = Kind.GERUND, 1
        elif is_participle(self.texts, self.low, 0) and "," in self.low[: 2 * REACH]:
            self.found[0].kind, self.found[0].verb = Kind.PARTICIPLE, 0
        return self.found[0].verb >= 0

    def _may_cut(self) -> list[bool]:
        """Words at which a clause may begin whatever the one before is; spares most others a look at the rules."""
        may = [
            signs is not None and (signs or not is_verb)
            for signs, is_verb in zip(map(_joint, self.low), self.finite, strict=True)
        ]
        for at in compress(range(1, len(may)), map(_AFTER.__contains__, self.low)):
            may[at] = True
        if True in self.quoted:
            for at in range(1, len(may)):
                may[at] = may[at] or self.quoted[at] != self.quoted[at - 1]
        return may

    def _cut(self, at: int) -> None:
        if self.found[self.now].kind is Kind.PARTICIPLE:
            self._end_participle(at)
        clause, word, before = self.found[self.now], self.low[at], self.low[at - 1]
        if self.quoted[at] != self.quoted[at - 1]:
            if self.in_part(at):
                pass
            elif self.quoted[at] or not (clause.verb >= 0 and self.resume_to_verb(at)):
                self.open(self._after_sign(at), at)
        elif before in SIGNS:
            if word in SIGNS:
                pass  # a double dash
            elif word in cw.RELATIVE and self.ahead.clause_ahead(at + 1, to_comma=False):
                self.open(Kind.RELATIVE, at)
            elif not ((clause.verb >= 0 or self.in_dashes(at)) and self.resume_to_verb(at)):
                self.open(Kind.MAIN, at)
        elif word == "according" and self.low[at + 1 : at + 2] == ["to"]:
            self.open(Kind.SOURCE, at)
        elif clause.kind is Kind.SOURCE:
            if before == "," and word in ("who", "whose"):
                self._subordinate(at)
            elif before == "," and self._source_ends(at):
                self._end_source(at)
        elif self.begins_speech(at):
            self.open(Kind.COMPLEMENT, at)
        elif clause.verb >= 0 and self.ahead.begins_contact(at):
            self.open(Kind.ADVERBIAL, at)
        elif not (self._participle(at) or self._subordinate(at) or self._coordinate(at)):
            self._after_comma(at)

    def _participle(self, at: int) -> bool:
        """`X, arrested in May,`, `a bid made last week`."""
        clause = self.found[self.now]
        if self.finite[at] or not may_be_participle(self.low[at]):
            return False
        if clause.kind in (Kind.PARTICIPLE, Kind.SOURCE) or at == clause.first:
            return False
        if not is_participle(self.texts, self.low, at):
            return False
        inverted = clause.verb == clause.first and self.low[clause.verb] in cw.AUXILIARIES
        if self.low[at - 1] != "," and (clause.verb == at - 1 or inverted):
            return False
        self.open(Kind.PARTICIPLE, at)
        self.found[self.now].verb = at
        return True

    def _end_participle(self, at: int) -> None:
        """At its comma, at `and` with a verb, or at the verb of the clause that it interrupts."""
        clause = self.found[self.now]
        if clause.parent < 0 or at <= clause.first + 1:
            return
        above = self.found[clause.parent]
        closed = self.low[at - 1] == "," and not self.texts[at].isdigit() and not self.ahead.is_apposed(at)
        goes_on = self.low[at] in cw.COORDINATE and self.ahead.verb_within(at + 1, 3)
        if closed or goes_on or (self.finite[at] and above.verb < 0):
            self.now = clause.parent
            if above.verb < 0 and clause.parent in self.waiting:
                self.waiting.remove(clause.parent)

    def _after_sign(self, at: int) -> Kind:
        return Kind.COMPLEMENT if self.quoted[at] and self.found[self.now].is_reporting else Kind.MAIN

    def _source_ends(self, at: int) -> bool:
        """`according to X, only this morning`, `..., in May`, `..., and`, `..., Y left`."""
        word = self.low[at]
        timed = time_end(self.low, at + (word == "only")) > at + 1
        return timed or word in cw.PREPOSITIONS or word in cw.COORDINATE or self.ahead.clause_ahead(at)

    def _end_source(self, at: int) -> None:
        """After `according to X,` the clause before goes on, or the first one begins."""
        while self.found[self.now].kind is Kind.SOURCE:
            above = self.found[self.now].parent
            if above < 0:
                self.open(Kind.MAIN, at)
                return
            if self.resume():
                return
            self.now = above
        self._cut(at)

    def _subordinate(self, at: int) -> bool:
        word, before = self.low[at], self.low[at - 1]
        clause = self.found[self.now]
        if word == "that":
            return self._that(at)
        if word in ("how", "what", "why") and clause.verb >= 0 and self.ahead.tells(clause.verb):
            if tells := self.ahead.clause_ahead(at + 1, to_comma=False):
                self.open(Kind.COMPLEMENT, at)
            return tells
        if word in cw.RELATIVE:
            if before in cw.PREPOSITIONS or self.ahead.clause_ahead(at + 1, to_comma=False):
                self.beside_relative(at)
                self.open(Kind.RELATIVE, at)
                return True
            return False
        if self._begins_gerund(at):
            self.open(Kind.GERUND, at)
            self.found[self.now].verb = at + 1
            return True
        if word not in cw.SUBORDINATE or self.ahead.is_adverbial(at):
            return False
        to_comma = word in cw.PREPOSITION_TOO
        if to_comma and self.ahead.is_year(at + 1):
            return False
        tells = word == "as" and self.ahead.speaker_with_aside(at + 1)
        if (
            to_comma
            and clause.verb < 0
            and 0 < (end := time_end(self.low, at + 1)) < len(self.low)
            and self.finite[end]
        ):
            return False  # who since last year has run it
        if tells or self.ahead.clause_ahead(at + 1, to_comma=to_comma) or self.ahead.apposed_subject(at + 1):
            self.open(Kind.ADVERBIAL, at)
            return True
        return False

    def _begins_gerund(self, at: int) -> bool:
        """`accused X of killing`, `fined the firm for dumping`, `left after killing`: another deed, without a joint."""
        word, clause = self.low[at], self.found[self.now]
        if clause.verb < 0 or not self.ahead.is_gerund(at + 1):
            return False
        if word in _BEFORE_DEED:
            return True
        if word in ("of", "for") and clause.kind is not Kind.PARTICIPLE and self._blames(clause.verb):
            return True
        return word in cw.CONTROLLED and self.ahead.controls(at)

    def _blames(self, verb: int) -> bool:
        """`fined the firm for dumping`, `was accused by Y of signing`: not the deed of the one who blames."""
        return not cw.BLAMING.isdisjoint(self.low[verb : verb + 4])

    def _that(self, at: int) -> bool:
        before, clause = self.low[at - 1], self.found[self.now]
        told = clause.verb >= 0 and self.ahead.tells(clause.verb) and (at - clause.verb <= 8 or before == ",")
        right_after = told and self.main(clause.verb) + 1 == at and before in lexicon.verbs("say")
        if self.ahead.is_pointing(at) or not (right_after or self.ahead.clause_ahead(at + 1, to_comma=False)):
            return False
        told = told or self.told_by_verb(at) or self.beside_complement(at)
        if not told:
            self.beside_relative(at)
        self.open(Kind.COMPLEMENT if told or before in cw.NO_PROOF else Kind.RELATIVE, at)
        return True

    def _coordinate(self, at: int) -> bool:
        if self.low[at] not in cw.COORDINATE or self.found[self.now].verb < 0:
            return False
        if self.low[at + 1 : at + 2] and self.low[at + 1] in cw.RELATIVE:
            return False
        if (self.low[at] == "yet" and self.low[at - 1] in _NOT_YET) or self.low[at : at + 2] in _NO_JOINTS:
            return False
        if self.ahead.verb_within(self.ahead.after_aside(at + 1), 3):
            self.leave_aside(at)
            self.open(Kind.COORDINATE, at)
            return True
        if not self._new_subject(at + 1):
            return False
        if self.low[at - 1] == "," and self.low[at] == "and" and self.resume_row(at):
            return True
        self.open(Kind.COORDINATE, at)
        return True

    def _new_subject(self, at: int) -> bool:
        """A noun phrase with its verb: no other joint before the verb."""
        if self.ahead.clause_ahead(at, 10):
            return True
        if self.low[at : at + 1] and self.low[at] in cw.PREPOSITIONS:
            return self.ahead.pronoun_after_comma(at)
        apposed = self.low[at - 2] == "," and self.low[at] in cw.DETERMINERS if at < len(self.texts) else False
        is_apposed = apposed and self.ahead.clause_ahead(at, REACH, to_comma=False)
        if self.low[at - 2] != ",":
            return is_apposed
        return is_apposed or self.ahead.name_with_aside(at) or self.ahead.subject_with_aside(at)

    def _fronted(self, clause: Clause) -> bool:
        """Whether the main clause comes after this: `Asked in May`, `Asked in May whether he left`; back to `Asked`."""
        if clause.parent == 0 and clause.kind is not Kind.MAIN and self.found[0].kind in _FRONTED:
            self.now, clause = 0, self.found[0]
        return clause.kind in _FRONTED and clause.first <= 1

    def _after_comma(self, at: int) -> bool:
        clause = self.found[self.now]
        second = self.finite[at] and clause.kind is Kind.RELATIVE and 0 <= clause.verb < at - 1
        if second and self.low[at - 1] not in cw.COORDINATE and self.resume():
            return True
        if self.low[at - 1] == "," and clause.verb < 0 and self.ahead.is_aside(at):
            self.open(Kind.MAIN, at)
            return True
        if self.low[at - 1] != "," or clause.verb < 0:
            return False
        if clause.kind is Kind.RELATIVE and self.waiting and self.ahead.is_named_subject(at) and self.resume():
            return True
        if self.ahead.verb_within(at, 3):
            if not self.resume():
                self.open(Kind.COORDINATE, at)
            return True
        if self.waiting and clause.kind is not Kind.MAIN and self.ahead.clause_ahead(at) and self.resume():
            return True
        told_aside = clause.kind is Kind.MAIN and clause.parent >= 0 and self.low[clause.verb] in lexicon.verbs("say")
        if told_aside and at == clause.verb + 2 and self.low[at] in cw.TIME_PREPOSITIONS:
            self.now = clause.parent  # killed, police said, in May
            return True
        if told_aside and self.ahead.clause_ahead(at, 20):
            if self.found[clause.parent].verb >= 0 or not self.resume():
                self.open(Kind.COMPLEMENT, at)
            return True
        if self.ahead.speaker_ahead(at) or (self.ahead.clause_ahead(at, 20) and self._fronted(clause)):
            self.open(Kind.MAIN, at)
            return True
        if self.low[at] in cw.SUBJECT_PRONOUNS and self.ahead.clause_ahead(at, 4):
            self.open(Kind.MAIN, at)
            return True
        if clause.is_contact and clause.parent >= 0:
            self.now = clause.parent  # the posts they held in May, and to leave
            return True
        return False
