"""Pronouns that the clause above explains: `X said that he left`, `X and Y sank when they met`.

Only what is still open is bound, and only to the subject of the clause that this one hangs on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from briefing.extract import lexicon
from briefing.extract.clause import Clause, Kind
from briefing.extract.clause_truth import main_verb
from briefing.extract.clause_words import BE, DETERMINERS, OWNERS, PREPOSITIONS, listed
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming, Sentence
from briefing.extract.parts import takes_part
from briefing.extract.rows import is_joint
from briefing.extract.speech import is_beside_saying
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named, Told, is_able
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.frozen import frozen
from briefing.model.text import Span

_PERSONS = frozenset(["he", "she"])
_SPEAKING_FOR = listed(
    "lawyer lawyers solicitor barrister attorney counsel representative agent spokesman spokeswoman spokesperson doctor"
)
"""Whoever has one of these is told of by them."""
_SAME = {"he": ("he", "him", "his", ""), "she": ("she", "her", "")}
"""Who was called so before, may be called so again; nobody who was called `he` is `she`."""
_BOUND = frozenset([Kind.COMPLEMENT, Kind.ADVERBIAL, Kind.COORDINATE, Kind.MAIN, Kind.RELATIVE])
_REACH = 5
"""Words from the pronoun to the verb of its clause."""
_OPENING = 6
"""Words before the one with whom a sentence opens."""
_APPOSED = 14
"""Words before the one with whom a sentence opens, where all of them describe this one."""
_BETWEEN = 4
"""Words from one name of a row to the next."""
_HAPPENS = listed(
    "became becomes emerged turned transpired followed takes took seemed seems appeared happened mattered rained snowed"
)
"""`it became known`: nobody does it."""
_QUOTES, _TICKS = ('"', "“"), ["`", "`"]


@frozen
class Topic:
    """Whom a sentence is about, and whether it says what this one says."""

    one: Named
    speaks: bool


def topic_of(sentence: Sentence, here: Sequence[Named]) -> Topic | None:
    """The one with whom a sentence opens, where that is a doer."""
    texts = sentence.words.texts
    for one in here:
        first, last = one.naming.first, one.naming.last
        if (first > _OPENING and not _is_apposed(texts, first)) or not is_able(one):
            break
        if _is_done_to(texts, first):
            break
        before = texts[first - 1].lower() if first else ""
        if before in PREPOSITIONS or texts[last - 1] != bare(texts[last - 1]) or texts[last - 1].lower() in OWNERS:
            continue
        following = texts[last : last + 1]
        if following and following[0].isalpha() and one.naming.entry and one.naming.entry.how is How.DEMONYM:
            continue
        if following and following[0] in ("and", "or"):
            return None
        return Topic(one, bool(following) and following[0] in lexicon.verbs("say"))
    return _speaker_after(texts, here) if texts[0] in _QUOTES or texts[:2] == _TICKS else None


def _is_done_to(texts: Sequence[str], first: int) -> bool:
    """`The gunman attacked X`: the name stands behind what somebody else does."""
    for at in range(first - 1, 0, -1):
        if texts[at] == ",":
            return False
        if texts[at] in lexicon.verbs("past") or texts[at] in lexicon.verbs("be_have"):
            return texts[at - 1].islower()
        if texts[at].endswith("ed") and texts[at - 1].islower():
            return texts[at - 1] not in DETERMINERS
    return False


def _is_apposed(texts: Sequence[str], first: int) -> bool:
    """`A third party, the Belgian brewer X, bought`: nobody did anything before the name."""
    if first > _APPOSED or texts[0] not in ("A", "An", "The", "Its", "His", "Her", "Their"):
        return False
    return all(
        text not in PREPOSITIONS and text not in lexicon.verbs("past") and text not in lexicon.verbs("be_have")
        for text in texts[1:first]
    )


def _speaker_after(texts: Sequence[str], here: Sequence[Named]) -> Topic | None:
    """`"...," said Ruth Vane`: the one person named with what is said, beside a verb of saying."""
    some = [one for one in here if one.kind is ActorType.PERSON and not one.rule]
    if len({one.actor for one in some}) != 1:
        return None
    return Topic(some[0], True) if is_beside_saying(texts, some[0]) else None


def bind_subjects(told: Told, genders: Mapping[int, str], topic: Topic | None) -> None:
    """Adds to each clause whom the pronoun before its verb means; `topic` is that of the sentence before."""
    for number, clause in enumerate(told.clauses.found):
        if clause.verb < 0 or clause.kind not in _BOUND:
            continue
        at = _pronoun(told, number, clause)
        if at >= 0:
            meant = _row(told, clause.parent) if clause.parent >= 0 else []
            if not meant and topic and clause.kind is Kind.MAIN and (clause.is_reporting or not topic.speaks):
                meant = [topic.one]
            _bind(told, number, at, meant, genders)


def _pronoun(told: Told, number: int, clause: Clause) -> int:
    """The number of the word before the verb that is a pronoun nobody explains yet, or -1."""
    texts = told.sentence.words.texts
    for at in range(clause.verb - 1, max(clause.first, clause.verb - _REACH) - 1, -1):
        if told.clauses.of_word[at] == number and texts[at].lower() in ("he", "she", "it", "they"):
            return at if not told.named_between(number, at, clause.verb) else -1
    return -1


def _bind(told: Told, number: int, at: int, meant: list[Named], genders: Mapping[int, str]) -> None:
    word = told.sentence.words.texts[at].lower()
    clause = told.clauses.found[number]
    if word == "they" and len(meant) > 1:
        chosen = meant
    elif word in _PERSONS and clause.in_quotes:
        chosen = []
    elif word in _PERSONS and (owner := _represented(told, clause, meant)):
        chosen = [owner] if genders.get(owner.actor, word) == word else []
    elif word in _PERSONS:
        chosen = [one for one in meant[:1] if one.kind is ActorType.PERSON and genders.get(one.actor, word) == word]
        chosen = [one for one in chosen if not one.rule or one.naming.surface.lower() in _SAME.get(word, ())]
    elif word == "they" or _acts(told, clause):
        chosen = [one for one in meant[:1] if one.kind not in (ActorType.PERSON, ActorType.PLACE)]
        chosen = [one for one in chosen if word == "they" or not _is_many(one)]
    else:
        chosen = []
    inside = told.named.setdefault(number, [])
    for one in chosen:
        place = bisect_right(inside, at, key=lambda known: known.naming.first)
        inside.insert(place, as_pronoun(told, one, at))
    if chosen:
        told.forget(number)


def _represented(told: Told, clause: Clause, meant: list[Named]) -> Named | None:
    """`His lawyer, X, said he would appeal`: who has the lawyer."""
    if clause.kind is not Kind.COMPLEMENT or not meant:
        return None
    first, texts = meant[0].naming.first, told.sentence.words.texts
    if texts[0] not in ("His", "Her") or _SPEAKING_FOR.isdisjoint(texts[1 : first + _REACH]):
        return None
    return next((one for one in told.all_named()[:1] if one.rule is TieRule.PRONOUN and one.naming.first == 0), None)


def _is_many(one: Named) -> bool:
    """`prosecutors`, `police`: several, and never `it`."""
    return one.naming.surface.lower().endswith(("rs", "police", "ns", "ts", "ls"))


def _acts(told: Told, clause: Clause) -> bool:
    """`it had warned`; not `it was clear that`."""
    texts = told.sentence.words.texts
    group = [text.lower() for text in texts[clause.verb : clause.verb + 4]]
    if group[0] in _HAPPENS:
        return False
    return group[0] not in BE or main_verb(group).endswith(("ed", "ing", "en"))


def _row(told: Told, number: int) -> list[Named]:
    """The subject of a clause, with those named beside it before the verb."""
    head = told.subject(number)
    if head is None or not takes_part(told, head):
        return []
    row, texts = [head], told.sentence.words.texts
    own = told.clauses.of_word[head.naming.first]
    verb = told.clauses.found[own].verb
    for one in told.named_between(own, head.naming.last, verb):
        between = texts[row[-1].naming.last : one.naming.first]
        if not is_joint(between, _BETWEEN):
            break
        row.append(one)
    return row if len(row) == 1 or texts[row[-1].naming.first - 1] != "," else row[:1]


def as_pronoun(told: Told, one: Named, at: int) -> Named:
    """Somebody, as one word of this sentence means them."""
    words = told.sentence.words
    span = Span(words.starts[at], words.ends[at])
    naming = Naming(one.naming.sentence, at, at + 1, span, words.texts[at], one.kind)
    return Named(naming, one.actor, one.kind, one.name, TieRule.PRONOUN)
