"""Descriptions after a name: `X, a former judge`, `X, who was the bank's chief executive`, `X resigned as chairman`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.clause_words import listed
from briefing.extract.phrases import (
    AFTER,
    OPENERS,
    Phrase,
    fits_kind,
    is_noun,
    known,
    people,
    phrase_at,
    with_complement,
)
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_BE = frozenset(["is", "was", "became", "remains", "remained"])
_MADE = frozenset(["elected", "appointed", "named", "made", "reelected", "re-elected", "reappointed", "crowned"])
_WITHIN = frozenset(
    ["in", "at", "from", "with", "of", "for", "since", "on", "to", "and", "by", "until", "near", "whom"]
)
_DASHES = frozenset(["-", "–", "—"])
_SERVING = listed(
    "over served serves serve down resigned resigns acts acted elected appointed named works worked returned on "
    "retired reelected re-elected sworn in quit continue"
)
"""Words before `as` and a role."""
_AS_REACH = 8
"""Words after a name in which its `as` may stand."""


def after(texts: Sequence[str], here: int, kind: ActorType, *, is_scene: bool) -> Iterator[Phrase]:
    """Appositions behind the comma, or the dash, after a name; an age may stand between, `and` may join a second."""
    if texts[here] == "." and here + 1 < len(texts) and texts[here + 1] == ",":
        here += 1
    if texts[here] not in _DASHES and texts[here] != ",":
        return
    here += 1
    if here + 1 < len(texts) and texts[here].isdecimal() and texts[here + 1] == ",":
        here += 2
    if here < len(texts) and texts[here] == "currently":
        here += 1
    if here >= len(texts):
        return
    phrase = _apposed(texts, here, kind, is_scene=is_scene)
    if phrase is None:
        return
    whole = with_complement(texts, phrase)
    yield whole
    if whole.last + 1 < len(texts) and texts[whole.last] == "and" and is_opener(texts[whole.last + 1]):
        second = _apposed(texts, whole.last + 1, kind, is_scene=is_scene)
        if second:
            yield with_complement(texts, second)


def is_opener(word: str) -> bool:
    """Whether a word begins a description: an article, an owner, a role."""
    return word.lower() in OPENERS or word in people() or word != bare(word)


def _apposed(texts: Sequence[str], here: int, kind: ActorType, *, is_scene: bool) -> Phrase | None:
    low = texts[here].lower()
    bare_role = low in people() or (low in ("chief", "vice", "deputy", "senior", "executive"))
    if low not in OPENERS and not bare_role and not texts[here][0].isupper():
        return None
    phrase = phrase_at(texts, here)
    if phrase is None or (low not in OPENERS and not bare_role and phrase.owner == phrase.first):
        return None
    head, following = texts[phrase.head], texts[phrase.last] if phrase.last < len(texts) else "."
    goes_on = following in _WITHIN or following.endswith("ed")
    if following not in AFTER and (not goes_on or (is_scene and kind is not ActorType.PERSON)):
        return None
    if following == "and" and not (head in known() and kind is ActorType.PERSON):
        return None
    openers = ("a", "an", "one") if kind is ActorType.PERSON else ("a", "an", "one", "the")
    if head not in known() and (low not in openers or not is_noun(head)):
        return None
    if low not in OPENERS and phrase.owner == phrase.head and kind is not ActorType.PERSON:
        return None
    return phrase if fits_kind(head, kind) else None


def said_to_be(texts: Sequence[str], here: int, kind: ActorType) -> Phrase | None:
    """`X is the`, `X, who was a`, `X was elected`, `X became`."""
    if texts[here] == "," and here + 2 < len(texts) and texts[here + 1] in ("who", "which"):
        here += 2
    elif texts[here] in ("who", "which"):
        here += 1
    if here + 1 >= len(texts) or texts[here] not in _BE:
        return None
    if texts[here] in ("is", "was") and texts[here + 1] in _MADE and here + 2 < len(texts):
        here += 1
    elif texts[here] != "became" and texts[here + 1] in people():
        return None
    if not is_opener(texts[here + 1]):
        return None
    phrase = phrase_at(texts, here + 1)
    if phrase is None or texts[phrase.head] not in known() or not fits_kind(texts[phrase.head], kind):
        return None
    return with_complement(texts, phrase)


def as_role(texts: Sequence[str], here: int) -> Phrase | None:
    """`X, who took over as chief executive`, `X resigned as chairman`."""
    for at in range(here, min(here + _AS_REACH, len(texts) - 1)):
        word = texts[at]
        if word == "as" and texts[at - 1] in _SERVING:
            phrase = phrase_at(texts, at + 1)
            fits = phrase is not None and texts[phrase.head] in people() and phrase.owner == phrase.first
            return with_complement(texts, phrase) if fits and phrase else None
        if word[0].isupper() or word in (".", ";", "and", "but", "that") or (word == "," and at > here):
            return None
    return None
