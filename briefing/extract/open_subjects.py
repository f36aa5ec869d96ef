"""Subjects without a name: `The former conductor said that he had never driven`, `The geologist was appointed`.

Who speaks is mostly the one of whom the speech goes on as `he`, if nobody else is named in between; and what a sentence
begins with, told as something new, is mostly whom the sentence before is about. Whoever holds an office or just happens
to be there (`the spokesman`, `the driver`) may be anybody, and stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause import Clause, Kind
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming
from briefing.extract.phrases import Phrase, is_noun, people, phrase_at
from briefing.extract.pronouns import Topic
from briefing.extract.references import References
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named, Told
from briefing.extract.trades import MEN, WOMEN, gender_beside, was_introduced
from briefing.model.actor import ActorType
from briefing.model.text import Span

_GOES_ON = frozenset([Kind.COMPLEMENT, Kind.COORDINATE, Kind.ADVERBIAL])
_STEPS = 3
"""Clauses from what is said up to the one who says it."""
_OPENING = 3
"""Words of a clause among which its pronoun stands: `that`, `whether`, an adverb may stand before."""
_ONCE = frozenset(["former", "retired"])
_FOLLOWING = frozenset(["of", "for", "who", "whom", "whose", "that"])
_CHILDREN = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight"])
_MOST = 16
"""Clauses of a sentence that are looked at."""
_ONE_HOLDER = frozenset(["former", "acting", "outgoing", "deposed", "ousted", "retired", "veteran"])
"""With these an office is told of one person, not of whoever holds it."""


def name_open_subjects(told: Told, number: int, topic: Topic | None, references: References) -> None:
    """Adds to the clauses of a sentence, by its number, who is meant by their subjects."""
    texts = told.sentence.words.texts
    for at, clause in enumerate(told.clauses.found[:_MOST]):
        if clause.verb <= clause.first or clause.kind is not Kind.MAIN or texts[clause.first] not in ("The", "the"):
            continue
        phrase = _open_phrase(told, at, clause)
        if phrase is None:
            continue
        meant = _explained(told, at, texts[phrase.head])
        if not meant and topic and texts[clause.first] == "The" and _fits(texts, phrase, topic.one, references):
            meant = None if was_introduced(texts[phrase.head], number, references.sentences) else topic.one
        if meant:
            _add(told, at, meant, phrase)


def _open_phrase(told: Told, number: int, clause: Clause) -> Phrase | None:
    """The phrase with which a clause opens, if it is for one person and nobody is named in it."""
    texts = told.sentence.words.texts
    if not _may_be_person(texts[clause.first + 1 : clause.verb]):
        return None
    phrase = phrase_at(texts, clause.first) or _demonym(texts, clause.first)
    if phrase and phrase.head >= clause.verb and phrase.owner == phrase.first < clause.verb:
        phrase = Phrase(phrase.first, clause.verb - 1, clause.verb, phrase.first)  # a trade that no list knows
    if phrase is None or phrase.owner != phrase.first:
        return None
    if any(one.naming.last > phrase.head or one.rule for one in told.named_between(number, clause.first, phrase.last)):
        return None
    modifiers = {text.lower() for text in texts[phrase.first : phrase.head]}
    head = texts[phrase.head]
    if modifiers & lexicon.heads("other") - _ONE_HOLDER:
        return None
    is_one = bool(modifiers & _ONE_HOLDER) or "year-old" in modifiers or _is_parent(texts, phrase)
    if any(one.kind is ActorType.PERSON for one in told.named_between(number, phrase.last, clause.verb)):
        return None  # the Czech minister, Jan Holt, said
    if head in lexicon.heads("holder"):
        return phrase if is_one else None
    is_person = head in people() or head == "year-old" or _is_demonym(head)
    return phrase if is_person or (is_one and head.islower() and modifiers & _ONCE and is_noun(head)) else None


def _may_be_person(words: Sequence[str]) -> bool:
    """The cheap test: a noun for a person, or what may stand for one."""
    return (
        not people().isdisjoint(words)
        or not _ONCE.isdisjoint(words)
        or "year-old" in words
        or bool(words and words[0][0].isupper())
    )


def _demonym(texts: Sequence[str], at: int) -> Phrase | None:
    return Phrase(at + 1, at + 1, at + 2, at + 1) if at + 1 < len(texts) and _is_demonym(texts[at + 1]) else None


def _is_demonym(word: str) -> bool:
    last = word.rpartition("-")[2].capitalize()
    return any(entry.how is How.DEMONYM for key, entry in lexicon.gazetteer().get(last, ()) if len(key) == 1)


def _fits(texts: Sequence[str], phrase: Phrase, one: Named, references: References) -> bool:
    """Whether whom a sentence is about may be called so."""
    head, following = texts[phrase.head], texts[phrase.last]
    is_parent = _is_parent(texts, phrase)
    if one.kind is not ActorType.PERSON or (following in _FOLLOWING and not is_parent):
        return False
    own = references.genders.get(one.actor, "")
    said = "he" if head in MEN else "she" if head in WOMEN else gender_beside(texts, phrase.head)
    if own and said and own != said:
        return False
    return is_parent or phrase.first != phrase.head or not references.trades.tells(one.actor)


def _is_parent(texts: Sequence[str], phrase: Phrase) -> bool:
    """`The mother of two`: said of somebody whom the text has named."""
    return texts[phrase.last] == "of" and not _CHILDREN.isdisjoint(texts[phrase.last + 1 : phrase.last + 2])


def _explained(told: Told, number: int, head: str) -> Named | None:
    """Whom the first pronoun of what goes on from a clause means, if that clause names no other person before."""
    texts, found = told.sentence.words.texts, told.clauses.found
    for after in range(number + 1, min(len(found), number + _MOST)):
        clause = found[after]
        if clause.kind not in _GOES_ON or not _hangs_on(found, after, number):
            continue
        for one in told.named_between(after, clause.first, min(clause.verb, clause.first + _OPENING)):
            word = texts[one.naming.first]
            if one.rule is not TieRule.PRONOUN or word not in ("he", "she") or one.kind is not ActorType.PERSON:
                return None
            others = [each for each in told.all_named() if each.naming.first < one.naming.first]
            fits = head not in (WOMEN if word == "he" else MEN)
            alone = all(each.kind is not ActorType.PERSON or (each.rule and each.actor == one.actor) for each in others)
            return one if fits and alone else None
    return None


def _hangs_on(found: Sequence[Clause], number: int, above: int) -> bool:
    """Whether a clause goes on with what another one says."""
    says = False
    for _ in range(_STEPS):
        says = says or found[number].is_reporting
        number = found[number].parent
        if number == above:
            return says or found[above].is_reporting
        if number < 0:
            return False
    return False


def _add(told: Told, number: int, one: Named, phrase: Phrase) -> None:
    words = told.sentence.words
    span = Span(words.starts[phrase.first], words.ends[phrase.head])
    naming = Naming(one.naming.sentence, phrase.first, phrase.head + 1, span, "", one.kind)
    inside = told.named.setdefault(number, [])
    place = bisect_right(inside, phrase.head, key=lambda each: each.naming.first)
    inside.insert(place, Named(naming, one.actor, one.kind, one.name, TieRule.DESCRIPTION))
    for each in range(len(told.clauses.found)):
        told.forget(each)
