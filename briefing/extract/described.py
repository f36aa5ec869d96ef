"""What an article says its actors are, beside their names: `the tanker X`, `X, a former judge`, `X is the head of`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.described_after import after, as_role, said_to_be
from briefing.extract.described_before import before
from briefing.extract.lexicon import How
from briefing.extract.naming import Sentence
from briefing.extract.phrases import Phrase, one_of, phrase_before
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.typed import NamedTuple


class Description(NamedTuple):
    """A phrase that says what an actor is, as words of a sentence; its head, and the words before that."""

    actor: int
    sentence: int
    first: int
    last: int
    at: int
    head: str
    modifiers: frozenset[str]


def descriptions(sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Description]:
    """All that is said beside the names."""
    for one in named:
        sentence = sentences[one.naming.sentence]
        if sentence.is_title or (one.naming.entry and one.naming.entry.how in (How.DEMONYM, How.SEAT)):
            continue
        texts = sentence.words.texts
        for phrase in _beside(texts, one):
            head = texts[phrase.head]
            yield Description(
                one.actor,
                one.naming.sentence,
                phrase.first,
                phrase.last,
                phrase.head,
                head.lower(),
                frozenset(text.lower() for text in texts[phrase.owner : phrase.head]),
            )
    yield from _together(sentences, named)


def _together(sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Description]:
    """`the engineers X and Y`, `the sisters Ilse and Ruth Vane`: what both are."""
    for one, other in pairwise(named):
        if (
            one.kind is not ActorType.PERSON
            or other.kind is not one.kind
            or other.naming.sentence != one.naming.sentence
        ):
            continue
        texts = sentences[one.naming.sentence].words.texts
        if texts[one.naming.last : other.naming.first] != ["and"]:
            continue
        phrase = phrase_before(texts, one.naming.first)
        if phrase and (noun := one_of(texts[phrase.head])):
            words = frozenset(text.lower() for text in texts[phrase.owner : phrase.head])
            for each in (one, other):
                yield Description(each.actor, one.naming.sentence, phrase.first, phrase.last, phrase.head, noun, words)


def _beside(texts: Sequence[str], one: Named) -> Iterator[Phrase]:
    naming, kind = one.naming, one.kind
    yield from before(texts, _with_title(texts, one), naming.last, kind)
    if texts[naming.last - 1] != bare(texts[naming.last - 1]) or naming.last >= len(texts):
        return
    found = list(after(texts, naming.last, kind, is_scene=naming.scenery))
    yield from found
    if not found and (said := said_to_be(texts, naming.last, kind)):
        yield said
    if kind is ActorType.PERSON and (said := as_role(texts, naming.last)):
        yield said


def _with_title(texts: Sequence[str], one: Named) -> int:
    """Where a name begins with its title: `police spokesman Capt. X`."""
    first = one.naming.first
    if one.kind is ActorType.PERSON:
        while first > 0 and (texts[first - 1] == "." or texts[first - 1] in lexicon.words("titles")):
            first -= 1
        if first < one.naming.first and texts[first] == ".":
            return one.naming.first
    return first
