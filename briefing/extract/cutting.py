"""The clause that is open while a sentence is cut, and those that wait for their verb."""

from __future__ import annotations

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause import Clause, Kind
from briefing.extract.clause_times import TIME_NOUNS, time_end
from briefing.extract.lookahead import REACH, Lookahead
from briefing.extract.quotations import quoted
from briefing.extract.verb_forms import is_adverb, is_past_form
from briefing.extract.verb_groups import finite_verbs

HEARER = 7
"""Words between `told` and what is told, at most."""

SPEECH_REACH = HEARER + 3
"""Words behind its verb within which what is said begins, unless another verb of saying stands right before."""
_STEPS = 6
"""Clauses joined by `and` that are walked back over, at most."""
_DASHES = frozenset(["—", "–"])
_PLACING = frozenset(["on", "in", "at"])
_FAR = 24
"""Words within which the verb must follow `said the talks`."""
_BESIDE_SAYING = frozenset(
    ["on", "in", "late", "early", "today", "yesterday", "tonight", "here", "last", "this", "earlier"]
)
_BESIDE = TIME_NOUNS | _BESIDE_SAYING | {"may", "march"}
SAYING = cw.listed(
    "saying telling adding warning claiming insisting arguing announcing noting stating stressing declaring alleging "
    "believing fearing hoping knowing showing suggesting indicating explaining confirming revealing admitting denying"
)
"""What follows one of these is told, not done."""


class Cutting:
    """Where a walk along the words of a sentence has come to."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.low = [text.lower() for text in texts]
        self.finite = finite_verbs(texts, self.low)
        self.ahead = Lookahead(texts, self.low, self.finite)
        self.quoted = quoted(texts)
        self.of_word = [0] * len(texts)
        self.found = [Clause(Kind.MAIN, 0, -1, self.low[0], self.quoted[0])] if texts else [Clause(Kind.MAIN, 0, -1)]
        self.now = 0
        self.waiting: list[int] = []
        """Clauses cut off before their verb came."""
        self.part = False
        """Whether the quotation that is open is a part of a clause."""
        self.speech_until = 0
        """The last word before which what is said may begin."""

    def open(self, kind: Kind, at: int) -> None:
        if self.found[self.now].verb < 0 and self.found[self.now].kind is not Kind.SOURCE:
            self.waiting.append(self.now)
        self.found.append(Clause(kind, at, self.now, self.low[at], self.quoted[at]))
        self.now = len(self.found) - 1

    def resume(self) -> bool:
        """Back to the latest clause that still waits for its verb."""
        while self.waiting:
            back = self.waiting.pop()
            if self.found[back].verb < 0 and back != self.now:
                self.now = back
                return True
        return False

    def resume_to_verb(self, at: int) -> bool:
        """`X – who left in May – returned`: the interrupted clause goes on if its verb comes right here."""
        return bool(self.waiting) and self.ahead.verb_within(at, 3) and self.resume()

    def in_dashes(self, at: int) -> bool:
        """`X – a teacher – returned`: a dash stands before the piece that is open and another right here."""
        first = self.found[self.now].first
        return first > 0 and self.low[first - 1] in _DASHES and self.low[at - 1] in _DASHES

    def in_part(self, at: int) -> bool:
        """`had “stopped answering”, he said`: what is quoted, or ends here, is a part of the clause and no clause."""
        if self.quoted[at]:
            before = self.low[at - 1]
            self.part = before[0].isalnum() and before != "that" and before not in lexicon.verbs("say")
            return self.part
        was_part, self.part = self.part, False
        return was_part

    def beside_relative(self, at: int) -> None:
        """`X, who left in May and whose son stayed`: the second of the two hangs where the first does."""
        if self.low[at - 1] not in cw.COORDINATE:
            return
        above = self._joined_to()
        if self.found[above].kind is Kind.RELATIVE and self.found[above].parent >= 0:
            self.now = self.found[above].parent

    def leave_aside(self, at: int) -> None:
        """`X lost A, as Y had promised, and lost B`: what is joined after a comma goes on with X."""
        clause = self.found[self.now]
        told = clause.kind is Kind.MAIN and clause.verb >= 0 and self.low[clause.verb] in lexicon.verbs("say")
        aside = told or clause.kind in (Kind.ADVERBIAL, Kind.RELATIVE, Kind.GERUND, Kind.COMPLEMENT)
        if self.low[at - 1] == "," and aside and clause.parent >= 0 and self.found[clause.parent].verb >= 0:
            self.now = clause.parent

    def resume_row(self) -> bool:
        """`X, which won in May, and Y said`: the second subject of the clause that waits for its verb."""
        clause = self.found[self.now]
        waits = clause.kind is Kind.RELATIVE and clause.parent in self.waiting and self.found[clause.parent].verb < 0
        return waits and self.resume()

    def begins_speech(self, at: int) -> bool:
        """`X said Y left`, `X said Monday Y left`: what is said begins without `that`."""
        verb = self.found[self.now].verb
        if verb < 0 or self.finite[at]:
            return False
        if self.low[at - 1] in SAYING and (self.low[at] in cw.DETERMINERS or self.texts[at][0].isupper()):
            return at - 1 > verb and self.texts[at] not in lexicon.words("days") and self.ahead.clause_ahead(at)
        if not verb < at <= verb + SPEECH_REACH:
            return False
        verb = self.main(verb)
        if at <= verb:
            return False
        if self.low[verb] not in lexicon.verbs("say"):
            pronoun = at == verb + 1 and self.low[at] in cw.SUBJECT_PRONOUNS
            return pronoun and self.low[verb] in cw.DENY and self.ahead.verb_within(at + 1, 3)
        if self.low[verb] in cw.NEEDS_THAT and not (at > verb + 1 or self.low[at] in ("he", "she", "they", "we")):
            return False
        if self.low[verb] in cw.TELL:
            return 2 <= at - verb <= HEARER and self.ahead.after_hearer(at)
        if at - verb > 4:
            return False
        if not self.texts[at][0].isalnum() or self.low[at] in cw.PREPOSITIONS or self.low[at] in ("that", "as"):
            return False
        if self.low[at] in cw.SUBORDINATE or self.texts[at] in lexicon.words("days"):
            return False
        if self.low[at] in _BESIDE_SAYING or time_end(self.low, at) > at:
            return False
        between = self.low[verb + 1 : at]
        if not all(w in _BESIDE or w.isdigit() for w in between):
            return False
        if between and between[-1] in _PLACING:
            return False
        reach = _FAR if self.low[at] in cw.DETERMINERS else REACH
        return self.ahead.clause_ahead(at, reach) or self.ahead.subject_with_aside(at)

    def main(self, verb: int) -> int:
        """`has said`, `had also told`: past what stands before the verb of saying."""
        if verb < 0 or self.low[verb] not in ("has", "have", "had"):
            return verb
        end = verb + 1
        while end < len(self.low) and end - verb < 3 and is_adverb(self.low[end]):
            end += 1
        return end if end < len(self.low) and self.low[end] in lexicon.verbs("say") else verb

    def beside_complement(self, at: int) -> bool:
        """`said that A left and that B stayed`: the second hangs where the first does."""
        above = self._joined_to()
        beside = self.low[at - 1] in cw.COORDINATE and self.found[above].kind is Kind.COMPLEMENT
        if beside and self.found[above].parent >= 0:
            self.now = self.found[above].parent
        return beside

    def told_by_verb(self, at: int) -> bool:
        """`has clarified that five were killed`: a `that` right after a verb begins no relative clause."""
        verb = self.found[self.now].verb
        if not SAYING.isdisjoint(self.low[max(0, at - 4) : at]):
            return True
        if verb < 0 or at - verb > 4:
            return False
        before = at - 2 if is_adverb(self.low[at - 1]) else at - 1
        return before >= verb and (before == verb or is_past_form(self.low[before]))

    def _joined_to(self) -> int:
        """The clause to which the present one is joined by `and`, itself where it is not."""
        above = self.now
        for _ in range(_STEPS):
            if self.found[above].kind is not Kind.COORDINATE or self.found[above].parent < 0:
                break
            above = self.found[above].parent
        return above
