"""What an article says its actors are, beside their names: `the tanker X`, `X, a former judge`, `X is the head of`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.extract import lexicon
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming, Sentence
from briefing.extract.phrases import Phrase, groups, is_noun, known, people, phrase_at, phrase_before, with_complement
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_OPENERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "one", "former"])
_BE = frozenset(["is", "was", "became", "remains", "remained"])
_MADE = frozenset(["elected", "appointed", "named", "made", "reelected", "re-elected", "reappointed", "crowned"])
_AFTER = frozenset([",", ".", ";", ")", "-", "–", "—", "who", "which", "whose", "that", "where", ":", '"', "”"])
_WITHIN = frozenset(["in", "at", "from", "with", "of", "for", "since", "on", "to", "and", "by", "until", "near"])
_DASHES = frozenset(["-", "–", "—"])
_BODIES = (ActorType.ORGANISATION, ActorType.ARMED_GROUP)


class Description(NamedTuple):
    """A phrase that says what an actor is, as words of a sentence; its head and the words before it in lower case."""

    actor: int
    sentence: int
    first: int
    last: int
    head: str
    modifiers: frozenset[str]


def fits_kind(head: str, kind: ActorType) -> bool:
    """Whether an actor of this type may be called so; a noun that no list knows may be anything."""
    if head not in known():
        return True
    if kind is ActorType.PERSON:
        return head in people()
    if kind in _BODIES:
        return head in groups()
    if kind is ActorType.STATE:
        return head in lexicon.heads("state") or head in lexicon.heads("place")
    return head in lexicon.heads("place") if kind is ActorType.PLACE else head not in people()


def descriptions(sentences: Sequence[Sentence], named: Sequence[Named]) -> Iterator[Description]:
    """All that is said beside the names."""
    for one in named:
        sentence = sentences[one.naming.sentence]
        if sentence.is_title or (one.naming.entry and one.naming.entry.how in (How.DEMONYM, How.CAPITAL)):
            continue
        texts = sentence.words.texts
        for phrase in _beside(texts, one):
            yield Description(
                one.actor,
                one.naming.sentence,
                phrase.first,
                phrase.last,
                texts[phrase.head].lower(),
                frozenset(text.lower() for text in texts[phrase.owner : phrase.head]),
            )


def _beside(texts: Sequence[str], one: Named) -> Iterator[Phrase]:
    naming, kind = one.naming, one.kind
    if naming.first and (before := _before(texts, naming, kind)):
        yield before
    if texts[naming.last - 1] != bare(texts[naming.last - 1]) or naming.last >= len(texts):
        return
    if after := _after(texts, naming, kind):
        yield with_complement(texts, after)
    elif said := _said_to_be(texts, naming.last, kind):
        yield with_complement(texts, said)


def _before(texts: Sequence[str], naming: Naming, kind: ActorType) -> Phrase | None:
    phrase = phrase_before(texts, naming.first)
    if phrase is None:
        return None
    head, before = texts[phrase.head], texts[phrase.first - 1].lower() if phrase.first else ""
    owned = phrase.owner != phrase.first
    opened = owned or before in _OPENERS
    if texts[naming.first - 1] == ",":
        closed = naming.last >= len(texts) or texts[naming.last] in _AFTER
        is_bare = phrase.first == 0 and head in lexicon.words("roles")
        return phrase if (opened or is_bare) and closed and head in known() and fits_kind(head, kind) else None
    if head in known():
        return phrase if fits_kind(head, kind) and (opened or head in people() or head in groups()) else None
    if not opened or before in ("its", "his", "her", "their") or owned or not is_noun(head):
        return None
    following = texts[naming.last] if naming.last < len(texts) else "."
    return phrase if not following[0].isalpha() or not is_noun(following) else None


def _after(texts: Sequence[str], naming: Naming, kind: ActorType) -> Phrase | None:
    """An apposition behind the comma, or the dash, after a name; an age may stand between."""
    here = naming.last
    if texts[here] not in _DASHES and texts[here] != ",":
        return None
    here += 1
    if here + 1 < len(texts) and texts[here].isdecimal() and texts[here + 1] == ",":
        here += 2
    if here >= len(texts):
        return None
    low = texts[here].lower()
    has_owner = texts[here][0].isupper() or low == "the"
    if low not in _OPENERS and low not in people() and not has_owner:
        return None
    phrase = phrase_at(texts, here)
    if phrase is None or (low not in _OPENERS and low not in people() and phrase.owner == phrase.first):
        return None
    head = texts[phrase.head]
    following = texts[phrase.last] if phrase.last < len(texts) else "."
    if following not in _AFTER and following not in _WITHIN:
        return None
    if following == "and" and not (head in known() and kind is ActorType.PERSON):
        return None
    if head not in known() and (low not in ("a", "an", "one", "the") or not is_noun(head)):
        return None
    return phrase if fits_kind(head, kind) and not (naming.scenery and _goes_on(texts, phrase)) else None


def _goes_on(texts: Sequence[str], phrase: Phrase) -> bool:
    """`In X, the army of Y attacked`: the clause itself, and no apposition."""
    following = texts[phrase.last] if phrase.last < len(texts) else "."
    return following not in _AFTER


def _said_to_be(texts: Sequence[str], here: int, kind: ActorType) -> Phrase | None:
    """`X is the`, `X, who was a`, `X was elected`, `X became`."""
    if texts[here] == "," and here + 2 < len(texts) and texts[here + 1] in ("who", "which"):
        here += 2
    elif texts[here] in ("who", "which"):
        here += 1
    if here + 1 >= len(texts) or texts[here] not in _BE:
        return None
    if texts[here] in ("is", "was") and texts[here + 1] in _MADE:
        here += 1
        if here + 1 >= len(texts):
            return None
        if texts[here + 1] not in _OPENERS and texts[here + 1] not in people():
            return None
    elif (
        texts[here + 1].lower() not in _OPENERS and texts[here + 1] == bare(texts[here + 1]) and texts[here] != "became"
    ):
        return None
    phrase = phrase_at(texts, here + 1)
    if phrase is None:
        return None
    head = texts[phrase.head]
    return phrase if head in known() and fits_kind(head, kind) else None


def _opens(word: str) -> bool:
    return word.lower() in _OPENERS or word != bare(word)
