"""Where a joint opens a clause: participles, `who`, `that`, `after`, `and`; each looks a few words ahead."""

from __future__ import annotations

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause import Kind
from briefing.extract.clause_times import time_end
from briefing.extract.cutting import Cutting
from briefing.extract.lookahead import REACH
from briefing.extract.participles import is_participle, may_be_participle

_BEFORE_DEED = cw.PREPOSITION_TOO | {"while", "when", "by", "without"}
_STAYS = frozenset(["stay", "stayed", "remain", "remained"])
"""`will stay closed until May`: the form goes with its verb."""
_NOT_YET = cw.NOT | cw.AUXILIARIES
_NO_JOINTS = (["so", "far"], ["so", "much"], ["so", "many"], ["so", "long"], ["so", "as"])


class Joints(Cutting):
    """Opens a clause at a word that joins it to the one before, and closes the participle that such a word ends."""

    def opens_participle(self, at: int) -> bool:
        """`X, arrested in May,`, `a bid made last week`."""
        clause = self.found[self.now]
        if self.finite[at] or not may_be_participle(self.low[at]):
            return False
        if clause.kind in (Kind.PARTICIPLE, Kind.SOURCE) or at == clause.first:
            return False
        if not is_participle(self.texts, self.low, at):
            return False
        inverted = clause.verb == clause.first and self.low[clause.verb] in cw.AUXILIARIES
        if self.low[at - 1] != "," and (clause.verb == at - 1 or inverted or self.low[at - 1] in _STAYS):
            return False
        self.open(Kind.PARTICIPLE, at)
        self.found[self.now].verb = at
        return True

    def end_participle(self, at: int) -> None:
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

    def subordinate(self, at: int) -> bool:
        """`who left`, `that it fell`, `after he came`, `after leaving`: whether a dependent clause opens."""
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

    def coordinate(self, at: int) -> bool:
        """`and left`, `but Y stayed`: whether a clause opens that stands beside the one before."""
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
        if self.low[at - 1] == "," and self.low[at] == "and" and self.resume_row():
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
