"""Who is named in the clauses of a sentence, and whom a `who` or `which` goes back to."""

from __future__ import annotations

from bisect import bisect_left

from briefing.extract import lexicon
from briefing.extract.clause import Clause, Clauses, Kind
from briefing.extract.clause_words import BE, DETERMINERS, listed
from briefing.extract.groups import BODY_TYPES
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming, Sentence
from briefing.extract.noun_words import ACTING, EVENTS, MEMBERS, TERMS
from briefing.extract.phrases import people
from briefing.extract.tie_rules import TieRule
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.frozen import frozen

WHO_REACH, WHICH_REACH = 8, 3
"""Words between a name and its `who` or `which`: an apposition may lie between."""
_SCENES = frozenset([ActorType.STATE, ActorType.PLACE])
_TOLD = listed(
    "claim claims allegation allegations rumour rumours rumor rumors belief fear fears hope hopes fact news warning "
    "warnings assurance assurances idea notion view suspicion suspicions accusation accusations report reports charge "
    "charges conclusion possibility chance statement statements announcement concern concerns evidence"
)
_HAPPENS = listed("began started ended lasted erupted resumed collapsed opened followed killed took broke")
_JOINING = frozenset(["with", "of", "between", "by", "against", "on", "to"])
_PREDICATES = frozenset(["among", "one", "two", "three", "four", "part", "both"])
"""Right after `was` these open what the subject is."""
_ENDS = frozenset([",", ";", ":", "by", "in", "at", "on", "from", "with", "for"])
_FORCES = listed("troops forces soldiers peacekeepers officials negotiators diplomats envoys lawmakers police")
"""Whom a state has, and who act for it: `Norwegian troops who`."""
_OF = frozenset(["of", "from", "for", "at", "with", "in"])
_INVERTED = 5
"""Words from a verb to the subject behind it, at most."""
_MOST_JOINED = 60
"""Clauses back up to which the one that a clause is joined to may stand."""
_OWNED = ACTING | EVENTS | TERMS


@frozen
class Named:
    """A naming with the number of the actor it names and that actor's type; `rule` for a pronoun or a description."""

    naming: Naming
    actor: int
    kind: ActorType
    name: str
    rule: TieRule | None = None


def is_native(one: Named) -> bool:
    """`a Norwegian`, `several Norwegians`: somebody from the state, not the state."""
    entry = one.naming.entry
    return one.kind is ActorType.STATE and entry is not None and entry.how is How.DEMONYM


def is_able(one: Named) -> bool:
    """Whether this may do anything at all: a name in `UN-brokered` and a mere place may not."""
    return one.naming.ties and one.kind is not ActorType.PLACE


class Namings:
    """The words and clauses of a sentence with who is named in each clause, in order."""

    __slots__ = ("clauses", "named", "sentence")

    def __init__(self, sentence: Sentence, clauses: Clauses) -> None:
        self.sentence, self.clauses = sentence, clauses
        self.named: dict[int, list[Named]] = {}
        """By clause, in order."""

    def named_between(self, number: int, first: int, last: int) -> list[Named]:
        """Who is named in a clause from one word to before another."""
        inside = self.named.get(number, [])
        start = bisect_left(inside, first, key=lambda one: one.naming.first)
        return inside[start : bisect_left(inside, last, key=lambda one: one.naming.first)]

    def inverted(self, number: int) -> Named | None:
        """`said X`, `Killed in the raid was X`: who stands right behind the verb of a clause."""
        verb = self.clauses.found[number].verb
        return next(filter(is_able, self.named_between(number, verb + 1, verb + _INVERTED)), None)

    def is_among(self, clause: Clause) -> bool:
        """`Among those who left was X`"""
        before = self.sentence.words.texts[max(0, clause.first - 2) : clause.first]
        return [text.lower() for text in before] == ["among", "those"]

    def meant_with(self, one: Named) -> list[Named]:
        """`they`, `the two sides`: the others who are meant by the same words as one."""
        if one.rule is None:
            return []
        first = one.naming.first
        inside = self.named_between(self.clauses.of_word[first], first, first + 1)
        return [other for other in inside if other is not one and other.naming.span == one.naming.span]

    def antecedent(self, clause: Clause) -> Named | None:
        """The one named right before `who`, `which`."""
        if first := self._first_of_two(clause):
            clause = first
        if self._is_content(clause):
            return None
        if one := self._before(clause, clause.parent):
            return one
        texts = self.sentence.words.texts
        beside = self.clauses.of_word[max(0, clause.first - 1 - (texts[clause.first - 1] == ","))]
        return self._before(clause, beside) if beside != clause.parent else None

    def _before(self, clause: Clause, number: int) -> Named | None:
        wants_person = clause.opener != "which" and clause.opener != "that"
        reach = WHO_REACH if wants_person else WHICH_REACH
        for one in reversed(self.named_between(number, clause.first - 2 * WHO_REACH, clause.first)):
            gap = clause.first - one.naming.last
            if self._of_somebody(one) if wants_person else self._of_event(one, clause):
                continue
            if clause.opener == "that" and gap == 0 and one.naming.scenery and one.kind in _SCENES:
                continue  # X, a company in Cyprus that
            if gap == 0 and clause.opener != "which" and is_native(one):
                if one.naming.surface.endswith("s"):
                    return None  # several Norwegians who
                continue  # X, a Norwegian who
            if gap and one.kind is ActorType.STATE and one.naming.entry and one.naming.entry.how is How.DEMONYM:
                if (
                    clause.opener in ("who", "whom")
                    and gap == 1
                    and self.sentence.words.texts[clause.first - 1] in _FORCES
                ):
                    return one  # Norwegian troops who
                continue  # X, the Norwegian diplomat who
            if not wants_person and self._apposed(one):
                reach = WHO_REACH
            if one.rule is not TieRule.PRONOUN and is_able(one) and 0 <= gap <= reach:
                if one.kind is ActorType.PERSON if wants_person else one.kind is not ActorType.PERSON:
                    return one
                if gap <= (not wants_person):
                    return one
                if (gap <= 1 or self._apposed(one)) and self._may_be_many(one, clause):
                    return one
                if wants_person and self._has_many(one, clause):
                    return one
        return None

    def _is_content(self, clause: Clause) -> bool:
        """`investigate reports that talks in X had begun`: a noun, and a clause with a subject of its own."""
        texts, first = self.sentence.words.texts, clause.first
        if clause.opener != "that" or first < 1 or clause.verb - first < 3 or not texts[first - 1].islower():
            return False
        return texts[first - 1].lower() in _TOLD

    def _of_somebody(self, one: Named) -> bool:
        """`Ann Wray, an executive of X who`: not the firm."""
        texts, at = self.sentence.words.texts, one.naming.first - 1
        at -= at > 0 and texts[at].lower() == "the"
        return one.kind in BODY_TYPES and at > 0 and texts[at] in _OF and texts[at - 1] in people()

    def _of_event(self, one: Named, clause: Clause) -> bool:
        """`talks with X that began in May`: what began is the talks."""
        texts, at = self.sentence.words.texts, one.naming.first - 1
        at -= at > 0 and texts[at].lower() == "the"
        happens = clause.verb >= 0 and texts[clause.verb] in _HAPPENS
        return happens and at > 0 and texts[at] in _JOINING and texts[at - 1] in EVENTS

    def _may_be_many(self, one: Named, clause: Clause) -> bool:
        """`the Arden Trust, whose members struck`, `observers from the Arden Trust, who came`."""
        texts = self.sentence.words.texts
        if clause.opener == "whose":
            return not _OWNED.isdisjoint(texts[clause.first : min(clause.verb, clause.first + 4)])
        if one.naming.last == clause.first - 1 and one.naming.last > 1 and self._are_many(one, clause):
            return True
        if self._apposed(one) and texts[clause.first - 2] in lexicon.words("roles"):
            return True  # X, the regulator, who
        at = one.naming.first - 1
        at -= at > 0 and texts[at].lower() == "the"
        return at > 0 and texts[at].lower() in ("from", "of", "for", "at") and texts[at - 1].lower() in MEMBERS

    def _has_many(self, one: Named, clause: Clause) -> bool:
        """`X's new rulers, who`"""
        texts, own = self.sentence.words.texts, self.sentence.words.texts[one.naming.last - 1]
        return own != bare(own) and texts[clause.first - 1 - (texts[clause.first - 1] == ",")] in ACTING

    def _are_many(self, one: Named, clause: Clause) -> bool:
        """`the Greens, who`, `France and Italy, who were`: not `X of the Greens, who`."""
        texts, at = self.sentence.words.texts, one.naming.first - 1
        before = texts[at - 1 if texts[at].lower() == "the" else at].lower() if at > 0 else ""
        if one.kind is ActorType.STATE:
            return before == "and" and texts[clause.verb] in ("were", "have", "are")
        own = texts[one.naming.last - 1]
        return own.endswith("s") and own == bare(own) and not own.isupper() and before not in _OF and (
            at >= 0 and texts[at].lower() == "the")  # fmt: skip

    def _first_of_two(self, clause: Clause) -> Clause | None:
        """`X, who left in May and whose son stayed`: the clause that this one is joined to."""
        found = self.clauses.found
        if clause.first < 1 or self.sentence.words.texts[clause.first - 1] not in ("and", "but", "or"):
            return None
        end = bisect_left(found, clause.first, key=lambda one: one.first)
        before = (found[number] for number in range(end - 1, max(-1, end - 1 - _MOST_JOINED), -1))
        return next((one for one in before if one.parent == clause.parent and one.kind is Kind.RELATIVE), None)

    def is_predicate(self, above: Clause, first: int) -> bool:
        """`X was among four women held in May`, `X is the third minister who`: the noun says what the subject is."""
        texts = self.sentence.words.texts
        if (
            above.verb < 0
            or texts[above.verb].lower() not in BE
            or not above.verb < first - 1 <= above.verb + WHO_REACH
        ):
            return False
        opening = texts[above.verb + 1].lower()
        opens = opening in _PREDICATES or opening in DETERMINERS or opening.isdecimal()
        return opens and texts[first - 1].islower() and not any(
            text in _ENDS for text in texts[above.verb + 1 : first])  # fmt: skip

    def describes(self, one: Named, first: int) -> bool:
        """`X, an agency created in 1998`: the noun beside the participle tells what X is."""
        texts = self.sentence.words.texts[one.naming.last : first]
        return texts[:1] == [","] and len(texts) > 2 and texts[1] in DETERMINERS and texts[-1].islower() and (
            "," not in texts[1:])  # fmt: skip

    def _apposed(self, one: Named) -> bool:
        """`X, a company`"""
        sign, article = [*self.sentence.words.texts[one.naming.last : one.naming.last + 2], "", ""][:2]
        return sign == "," and article in ("a", "an", "the", "one")
