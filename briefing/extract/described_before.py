"""Descriptions before a name: `the tanker X`, `its leader, Y`, `the head of the ethics chamber of the Z, Y,`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract import lexicon
from briefing.extract.lexicon import How
from briefing.extract.phrases import AFTER, OPENERS, Phrase, fits_kind, groups, is_noun, known, people, phrase_before
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_BEFORE_OPENERS = OPENERS | {"whose"}
_CALLED = frozenset(["called", "named"])
_ATTRIBUTES = frozenset(["opposition", "rebel"])
_SMALL = frozenset(["of", "for", "the", "and", "&", "'", "de", "du", "on", "in"])
_LONGEST_OF = 14
"""Words between the head of a description and the comma before the name."""


def before(texts: Sequence[str], first: int, last: int, kind: ActorType) -> Iterator[Phrase]:
    """The descriptions that end where the name begins, the nearest first."""
    phrase = (
        _called(texts, first)
        or _of_place(texts, first, kind)
        or _close(texts, first, last, kind)
        or _with_of(texts, first, last, kind)
    )
    if phrase is None:
        return
    yield phrase
    start = phrase.first - 1
    if start > 1 and texts[start] in ("the", "a") and texts[start - 1] == ",":
        further = _close(texts, start, last, kind) or _with_of(texts, start, last, kind)
        if further:
            yield further


def _called(texts: Sequence[str], first: int) -> Phrase | None:
    """`a retired civil servant called X`."""
    if first < 2 or texts[first - 1] not in _CALLED:
        return None
    phrase = phrase_before(texts, first - 1)
    if phrase is None or texts[phrase.head] not in known() or texts[phrase.first - 1].lower() not in OPENERS:
        return None
    return phrase


def _of_place(texts: Sequence[str], first: int, kind: ActorType) -> Phrase | None:
    """`the fishing port of X`, `the republic of X`."""
    if first < 3 or texts[first - 1] != "of" or kind not in (ActorType.PLACE, ActorType.STATE):
        return None
    phrase = phrase_before(texts, first - 1)
    if phrase is None or texts[phrase.head] == "government" or phrase.owner != phrase.first or not phrase.first:
        return None
    return phrase if texts[phrase.head] in known() and fits_kind(texts[phrase.head], kind) else None


def _close(texts: Sequence[str], first: int, last: int, kind: ActorType) -> Phrase | None:
    if not first:
        return None
    phrase = phrase_before(texts, first) or _demonym(texts, first)
    if phrase is None:
        return None
    head, opener = texts[phrase.head], texts[phrase.first - 1].lower() if phrase.first else ""
    owned = phrase.owner != phrase.first
    opened = owned or opener in _BEFORE_OPENERS or (opener == "s" and texts[phrase.first - 2] == "'")
    if texts[first - 1] == ",":
        closed = last >= len(texts) or texts[last] in AFTER or opener == "whose"
        is_bare = phrase.first == 0 and head in lexicon.words("roles")
        return phrase if (opened or is_bare) and closed and head in known() and fits_kind(head, kind) else None
    if head in known():
        return phrase if fits_kind(head, kind) and (opened or head in people() or head in groups()) else None
    if head[0].isupper():
        return phrase
    if head in _ATTRIBUTES and kind in (ActorType.ORGANISATION, ActorType.ARMED_GROUP):
        return phrase if phrase.first == phrase.head else None
    if not (opened or _is_demonym(texts[phrase.first])) or opener in ("its", "his", "her", "their", "whose") or owned:
        return None
    following = texts[last] if last < len(texts) else "."
    return phrase if is_noun(head) and (not following[0].isalpha() or not is_noun(following)) else None


def _demonym(texts: Sequence[str], first: int) -> Phrase | None:
    """`the Icelander X`."""
    if first < 2 or texts[first - 2].lower() not in ("the", "a", "an") or not _is_demonym(texts[first - 1]):
        return None
    return Phrase(first - 1, first - 1, first, first - 1)


def _is_demonym(word: str) -> bool:
    return any(entry.how is How.DEMONYM and len(key) == 1 for key, entry in lexicon.gazetteer().get(word, ()))


def _with_of(texts: Sequence[str], first: int, last: int, kind: ActorType) -> Phrase | None:
    """`The president of the X Union, Y, was`."""
    if first < 4 or texts[first - 1] != "," or kind is not ActorType.PERSON:
        return None
    if last < len(texts) and texts[last] not in AFTER:
        return None
    found = None
    for at in range(first - 2, max(0, first - _LONGEST_OF), -1):
        word = texts[at]
        if word in ("of", "for") and texts[at - 1] in people():
            phrase = phrase_before(texts, at)
            if phrase and (
                phrase.owner != phrase.first or (phrase.first and texts[phrase.first - 1].lower() in OPENERS)
            ):
                found = phrase._replace(last=first - 1)
        if not (word[0].isupper() or word in _SMALL or (word.islower() and (is_noun(bare(word)) or word in known()))):
            break
    return found
