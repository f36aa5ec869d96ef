"""A sentence as it is told: its clauses, who is named in each, which times stand in each, and who says it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.antecedents import WHO_REACH, Namings, is_native
from briefing.extract.antecedents import Named as Named
from briefing.extract.antecedents import is_able as is_able
from briefing.extract.clause import Clause, Clauses, Kind
from briefing.extract.clause_times import TIME_NOUNS, is_time
from briefing.extract.clause_words import BE, BLAMING, CONTROLLED, DETERMINERS, OWNERS, PREPOSITIONS
from briefing.extract.land_deeds import is_deed, is_party_to_event
from briefing.extract.naming import Sentence
from briefing.extract.noun_words import ACTING, EVENTS, TERMS
from briefing.extract.tie_rules import TieRule
from briefing.extract.words import WordAt, bare
from briefing.model.actor import ActorType
from briefing.model.when import Precision

UNTIED = frozenset([Precision.DURATION, Precision.SET, Precision.VAGUE])
"""What is no point in time ties nobody."""
_SCENES = frozenset([ActorType.STATE, ActorType.PLACE])
_JOINTS = frozenset(["and", "or", ","])
_PREPOSITIONS = PREPOSITIONS | {"and", "or", "(", ";"}
_FRONTS = PREPOSITIONS | {"after", "before", "despite", "unlike", "like", "thanks", "instead", "together", "along"}
"""With these a clause opens that tells of others than its subject first."""
_FRONTING = frozenset(
    ["to", "with", "from", "by", "for", "against", "of", "about", "under", "unlike", "like", "alongside", "besides"]
)
_TITLED = frozenset(["President", "Prime", "Minister", "Foreign", "Secretary", "General", "King", "Queen"])
_BEFORE = 40
_OBJECTS = frozenset(["whom", "which", "that"])
_LONGEST_TIME = 6
"""Words of a time between a joint and its verb, at most."""
_STEPS = 4
"""Clauses up to which a subject or speaker is looked for."""


class Told(Namings):
    """A sentence with its clauses, who is named in each, and which times stand in each."""

    __slots__ = ("_speakers", "_subjects", "outside", "times", "word_at")

    def __init__(self, sentence: Sentence, clauses: Clauses) -> None:
        super().__init__(sentence, clauses)
        self.times: dict[int, list[int]] = {}
        self.outside: Named | None = None
        """Who speaks in quotation marks where the sentence itself does not say so."""
        self.word_at: Callable[[int], int] = WordAt(sentence.words.starts).__getitem__
        """The number of the word at an offset of the text."""
        self._subjects: dict[int, Named | None] = {}
        self._speakers: dict[int, Named | None] = {}

    def clause_at(self, offset: int) -> int:
        """The number of the clause at an offset of the text."""
        return self.clauses.of_word[self.word_at(offset)]

    def all_named(self) -> list[Named]:
        """Who is named anywhere in the sentence, in order."""
        return sorted((one for inside in self.named.values() for one in inside), key=lambda one: one.naming.first)

    def head_of_row(self, one: Named) -> Named:
        """`in Iraq and Afghanistan`: the place whose preposition counts for the others of the row."""
        for _ in range(_STEPS):
            before = self._joined_before(one)
            if before is None:
                break
            one = before
        return one

    def _joined_before(self, one: Named) -> Named | None:
        """The place named right before the comma or `and` that stands before this one."""
        texts, joint = self.sentence.words.texts, one.naming.first - 1
        if joint > 0 and texts[joint].lower() == "the":
            joint -= 1
        if joint > 1 and texts[joint - 1 : joint + 1] == [",", "and"]:
            joint -= 1  # X, Y, and Z
        if joint < 1 or texts[joint] not in _JOINTS:
            return None
        following = texts[one.naming.last : one.naming.last + 1]
        if texts[joint] == "," and (is_native(one) or following not in ([","], ["and"], ["or"], ["."])):
            return None  # in Cairo, Egyptian and Syrian officials
        number = self.clauses.of_word[one.naming.first]
        before = self.named_between(number, joint - WHO_REACH, joint)
        return next((other for other in before if other.naming.last == joint and other.kind in _SCENES), None)

    def subject(self, number: int) -> Named | None:
        """Who does what a clause tells: named before its verb, or shared with another clause."""
        if number not in self._subjects:
            self._subjects[number] = None  # where clauses hang on each other in a circle, nobody is found
            self._subjects[number] = self._subject(number)
        return self._subjects[number]

    def speaker(self, number: int) -> Named | None:
        """Who says what a clause tells."""
        if number not in self._speakers:
            outside = self.outside if self.clauses.found[number].in_quotes else None
            self._speakers[number] = self._speaker(number) or outside
        return self._speakers[number]

    def forget(self, number: int) -> None:
        """Looks again for the subject of a clause in which somebody more is named now."""
        self._subjects.pop(number, None)

    def _subject(self, number: int) -> Named | None:
        for _ in range(_STEPS):
            clause = self.clauses.found[number]
            own = self._own_subject(number, clause)
            if own or (clause.parent < 0 and clause.kind not in (Kind.GERUND, Kind.PARTICIPLE)):
                return own
            if clause.parent < 0:
                return self._subject_after(number)
            if clause.kind is Kind.RELATIVE and (clause.opener != "whose" or self._befalls(clause)):
                return self.antecedent(clause) or self._predicated(clause)
            if clause.kind is Kind.PARTICIPLE:
                return self._described_before(clause)
            blame = self._blame(clause)
            if clause.kind is Kind.GERUND and blame is not False and (controlled := self._object_before(clause)):
                return controlled
            if blame:
                return None
            if clause.kind not in (Kind.COORDINATE, Kind.GERUND) or self._has_subject(clause):
                return None
            number = clause.parent
        return None

    def place_acts(self, one: Named) -> bool:
        """`Moscow, which had lent money, said`: where the subject of a deed is a place, those who rule it are meant."""
        texts, last = self.sentence.words.texts, one.naming.last
        if one.naming.ties and is_party_to_event(texts, one.naming.first):
            return True
        if one.naming.scenery or not one.naming.ties or texts[last - 1] != bare(texts[last - 1]):
            return False
        if texts[last : last + 2] == [",", "which"]:
            last += 2
        return last < len(texts) and is_deed(self.clauses.found[self.clauses.of_word[last]], texts, last)

    def subject_before(self, clause: Clause, at: int) -> bool:
        """Whether somebody able is named in the clause before a word."""
        return any(map(is_able, self.named_between(self.clauses.of_word[at], max(clause.first, at - _BEFORE), at)))

    def _own_subject(self, number: int, clause: Clause) -> Named | None:
        end = clause.last if clause.kind is Kind.SOURCE else clause.verb
        owner: Named | None = None
        before = [one for one in self.named.get(number, ()) if one.naming.first < end]
        before = self._behind_front(clause, before)
        free = [one for one in before if one.kind is not ActorType.PERSON or not self._is_fronted(one)]
        for one in free if any(is_able(one) for one in free) else before:
            if is_able(one) and not (owner and self._apart(owner, one)):
                if not self._owns(one):
                    return one
                owner = owner or one
        if owner:
            return owner
        if 0 <= clause.verb - clause.first <= 2:
            return self.inverted(number) if clause.is_reporting else None
        return None

    def _behind_front(self, clause: Clause, before: list[Named]) -> list[Named]:
        """`Under pressure from X, Y quit`, `After talks with X, Y signed`: who is named behind the comma, if any."""
        texts = self.sentence.words.texts
        if len(before) < 2 or texts[clause.first].lower() not in _FRONTS:
            return before
        comma = next((at for at in range(clause.first, before[-1].naming.first) if texts[at] == ","), -1)
        behind = [one for one in before if one.naming.first == comma + 1 or texts[one.naming.first - 2] == ","]
        behind = [one for one in before if behind and one.naming.first >= behind[0].naming.first]
        return behind if comma > 0 and any(map(is_able, behind)) else before

    def _is_fronted(self, one: Named) -> bool:
        """`In a letter to President X, Y said`: no subject."""
        texts, at = self.sentence.words.texts, one.naming.first - 1
        while at > 0 and (texts[at] in ("the", "The") or texts[at] in _TITLED):
            at -= 1
        return at >= 0 and texts[at].lower() in _FRONTING

    def _subject_after(self, number: int) -> Named | None:
        """`Founded in 1997, the bank grew`: who acts in the clause that follows."""
        found = self.clauses.found
        near = range(number + 1, min(len(found), number + 3))
        after = next((n for n in near if found[n].parent == number and found[n].kind is not Kind.SOURCE), -1)
        if after > 0 and found[after].kind is not Kind.MAIN:  # Asked why he had left, X said
            after = next((n for n in range(after + 1, min(len(found), after + 3)) if found[n].kind is Kind.MAIN), after)
        if after < 0:
            return None
        verb = found[after].verb
        if verb == found[after].first and self.sentence.words.texts[verb] in ("was", "were", "is", "are"):
            return self.inverted(after)  # Killed in the raid was X
        return self._own_subject(after, found[after])

    def _befalls(self, clause: Clause) -> bool:
        """`whose rescue set off a quarrel`, `whose members struck`: what happens to the owner, or is done for it."""
        own = self.sentence.words.texts[clause.first : min(clause.verb, clause.first + 4)]
        return not (EVENTS.isdisjoint(own) and ACTING.isdisjoint(own) and TERMS.isdisjoint(own))

    def _has_subject(self, clause: Clause) -> bool:
        """Whether there is room for one between the joint and the verb; `and, from 1958, began` leaves none."""
        texts = self.sentence.words.texts
        if clause.verb - clause.first < 3:
            return False
        if is_time([text.lower() for text in texts[clause.first + 1 : min(clause.verb, clause.first + _LONGEST_TIME)]]):
            return False  # and a week later left
        aside = texts[clause.first + 1] == "," == texts[clause.verb - 1]
        short = clause.verb - clause.first == 3 and texts[clause.first + 1] in DETERMINERS
        if short and texts[clause.first + 2] not in TIME_NOUNS:
            return True  # and a helicopter took off
        return clause.verb - clause.first > 3 and not aside

    def _object_before(self, clause: Clause) -> Named | None:
        """`accused X of killing`, `listed X as having donated`: the object of the verb above does it."""
        if clause.opener not in CONTROLLED:
            return None
        before = self.named_between(clause.parent, clause.first - WHO_REACH, clause.first)
        return next((one for one in before if one.naming.last == clause.first and is_able(one)), None)

    def _blame(self, clause: Clause) -> bool | None:
        """Whether the clause above blames another for this, not its own subject (`was accused of`); None: nobody."""
        if clause.kind is not Kind.GERUND or clause.opener not in ("of", "for") or clause.parent < 0:
            return None
        verb = self.clauses.found[clause.parent].verb
        group = {text.lower() for text in self.sentence.words.texts[verb : verb + 4]}
        return None if BLAMING.isdisjoint(group) else BE.isdisjoint(group)

    def _described_before(self, clause: Clause) -> Named | None:
        """`X, arrested in May`: the one named right before; or the subject that this interrupts."""
        above = self.clauses.found[clause.parent]
        comma = self.sentence.words.texts[clause.first - 1] == ","
        for one in reversed(self.named_between(clause.parent, clause.first - WHO_REACH, clause.first)):
            if is_able(one) and (clause.first - one.naming.last == comma or self.describes(one, clause.first)):
                return one
            if one.kind not in _SCENES:
                break  # but of X, a Norwegian firm, it is X
        if not comma and self.is_predicate(above, clause.first):
            return self.subject(clause.parent)
        return self.subject(clause.parent) if comma and clause.first < above.verb else None

    def _predicated(self, clause: Clause) -> Named | None:
        """`X was one of three men who left`"""
        if clause.opener == "whose" or clause.parent < 0 or clause.verb - clause.first > 2:
            return None
        if self.is_among(clause):
            return self.inverted(clause.parent)
        above = self.clauses.found[clause.parent]
        return self.subject(clause.parent) if self.is_predicate(above, clause.first) else None

    def _owns(self, one: Named) -> bool:
        """`Norrin's spokesman`, `Arden Trust chief Ruth Vane`: what follows is meant, if it has a name."""
        texts, last = self.sentence.words.texts, one.naming.last
        if one.rule is TieRule.PRONOUN and texts[last - 1].lower() in OWNERS:
            return True
        if one.kind is ActorType.PERSON:
            return texts[last - 1] != bare(texts[last - 1])
        return texts[last - 1] != bare(texts[last - 1]) or texts[last : last + 1] != [","]

    def _apart(self, owner: Named, one: Named) -> bool:
        """Another noun phrase lies between, or it is too far."""
        between = self.sentence.words.texts[owner.naming.last : one.naming.first]
        if owner.rule is TieRule.PRONOUN:  # his clerk, X, left
            return len(between) > 6 or not _PREPOSITIONS.isdisjoint(between)
        return len(between) > 5 or one.kind is not ActorType.PERSON or not _PREPOSITIONS.isdisjoint(between)

    def relative_object(self, number: int) -> Named | None:
        """`X, whom Y sacked in May`: the one named right before, to whom somebody does something."""
        clause, texts = self.clauses.found[number], self.sentence.words.texts
        if clause.kind is not Kind.RELATIVE or clause.opener not in _OBJECTS or not self._own_subject(number, clause):
            return None
        if clause.is_reporting or (clause.first and texts[clause.first - 1].lower() in PREPOSITIONS):
            return None  # the war in which Y died
        following = texts[clause.verb + 1].lower() if clause.verb + 1 < len(texts) else "."
        return None if following in DETERMINERS else self.antecedent(clause)

    def _speaker(self, number: int) -> Named | None:
        found, here = self.clauses.found, number
        if found[number].is_reporting and not found[number].in_quotes:
            return None
        for beside in (number + 1, number + 2):
            if beside < len(found) and self._reports(beside, number):
                return self.subject(beside)
        if number and found[number].parent < 0 and found[number - 1].is_reporting:
            return self.subject(number - 1)
        for _ in range(_STEPS):
            here = found[here].parent
            if here < 0:
                return None
            if found[here].is_reporting:
                return self.subject(here)
        return None

    def _reports(self, beside: int, number: int) -> bool:
        """`..., X said.` and `..., according to X.` after what is told."""
        clause = self.clauses.found[beside]
        if not clause.is_reporting or clause.kind in (Kind.RELATIVE, Kind.COORDINATE):
            return False
        after = self.clauses.found[beside + 1 : beside + 2]
        tells_more = any(one.kind is Kind.COMPLEMENT and one.parent == beside for one in after)
        return not tells_more or self.clauses.found[number].in_quotes
