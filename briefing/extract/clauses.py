"""Where the clauses of a sentence begin and end: joints, quotation marks, relative clauses, reported speech."""

from __future__ import annotations

from itertools import compress

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause import Clause, Clauses, Kind, joined
from briefing.extract.clause_joints import Joints
from briefing.extract.clause_times import time_end
from briefing.extract.clause_truth import judge
from briefing.extract.cutting import HEARER, SAYING, SPEECH_REACH
from briefing.extract.lookahead import REACH, SIGNS
from briefing.extract.participles import is_participle, may_be_participle
from briefing.extract.quotations import dashes
from briefing.extract.words import Words

_BEFORE_GERUND = frozenset(["after", "before", "while", "since", "by", "without", "when", "upon", "on"])
_JOINTS = (
    cw.RELATIVE | cw.SUBORDINATE | cw.COORDINATE | cw.PREPOSITION_TOO | cw.CONTROLLED | cw.SUBJECT_PRONOUNS
    | {"according", "that", "by", "without", "how", "what", "why"}
)  # fmt: skip
_AFTER = SIGNS | SAYING | {","}
_ENDING = (Kind.PARTICIPLE, Kind.SOURCE, Kind.RELATIVE)
_FRONTED = (Kind.ADVERBIAL, Kind.GERUND, Kind.PARTICIPLE)


def split_clauses(words: Words) -> Clauses:
    """The clauses of a sentence, in order, each judged: told, planned, denied, imagined."""
    cutter = _Cutter(dashes(words) if "-" in words.texts else words.texts)
    made = cutter.run()
    judge(made.found, cutter.low)
    return made


class _Cutter(Joints):
    """One walk along the words; each step looks a bounded number of words ahead."""

    def run(self) -> Clauses:
        if self.low[:2] == ["according", "to"]:
            self.found[0].kind = Kind.SOURCE
        elif self.texts and not self._opens_without_subject() and self.low[0] in cw.SUBORDINATE:
            self.found[0].kind = Kind.ADVERBIAL
        may_cut = self._may_cut()
        for at, is_verb in enumerate(self.finite):
            clause = self.found[self.now]
            if may_cut[at] or (is_verb and clause.kind in _ENDING):
                self._cut(at)
                clause = self.found[self.now]
            elif is_verb or not 0 <= clause.verb < at <= clause.verb + SPEECH_REACH:
                pass
            elif (at <= self.speech_until or clause.kind in _ENDING) and self.begins_speech(at):
                self.open(Kind.COMPLEMENT, at)
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
        """Words at which a clause may begin whatever the one before is, never the first; at others only what is said
        begins, and a relative clause or a participle ends with the verb of the clause around it."""
        may = list(map(_JOINTS.__contains__, self.low))
        for at in compress(range(len(may)), map(may_be_participle, self.low)):
            may[at] = may[at] or not self.finite[at]
        for at in compress(range(1, len(may)), map(_AFTER.__contains__, self.low)):
            may[at] = True
        if True in self.quoted:
            for at in range(1, len(may)):
                may[at] = may[at] or self.quoted[at] != self.quoted[at - 1]
        may[:1] = [False] * len(may[:1])
        return may

    def _cut(self, at: int) -> None:
        if self.found[self.now].kind is Kind.PARTICIPLE:
            self.end_participle(at)
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
                self.subordinate(at)
            elif before == "," and self._source_ends(at):
                self._end_source(at)
        elif self.begins_speech(at):
            self.open(Kind.COMPLEMENT, at)
        elif clause.verb >= 0 and self.ahead.begins_contact(at):
            self.open(Kind.ADVERBIAL, at)
        elif not (self.opens_participle(at) or self.subordinate(at) or self.coordinate(at)):
            self._after_comma(at)

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
