"""Bodies that act without a name of their own: `the medical council said`, `prosecutors charged`, `the coastguard`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract import lexicon
from briefing.extract.naming import Naming, Sentence
from briefing.extract.phrases import is_part, is_verb_after
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.text import Span

_MOST_MODIFIERS = 2
_OF_APPEAL = (["of", "appeal"], ["of", "appeals"])
_SPOKEN_TO = frozenset(["told", "asked", "urged", "warned", "informed", "sued", "ordered"])
_IN_OFFICE = frozenset(
    ["prosecutor", "prosecutors", "attorney", "president", "governor", "mayor", "ombudsman", "premier", "coroner"]
)
"""Whose office is a body: the prosecutor's office."""
_STRUGGLE = frozenset(["Resistance", "Liberation", "Revolutionary", "Insurgent", "Guerrilla", "Rebel"])
_OWNED = frozenset(["its", "their"])


def unnamed(value: str, sentences: Sequence[Sentence], namings: Sequence[Naming]) -> list[Naming]:
    """Namings of bodies by their noun, where no named body of the article has that noun in its name."""
    named = {
        bare(word).lower()
        for naming in namings
        for word in naming.surface.split()
        if word[0].isupper() and (naming.entry or " " in naming.surface)
    }
    named |= {naming.surface.split()[-1] for naming in namings if naming.kind is ActorType.ORGANISATION and naming.sure}
    if any(naming.kind is ActorType.ARMED_GROUP or is_movement(naming.surface) for naming in namings):
        named |= lexicon.heads("irregular")
    found: list[Naming] = []
    acting: set[str] = set()
    for number, sentence in enumerate(sentences):
        texts = sentence.words.texts
        if sentence.is_title or (
            _nouns().isdisjoint(texts) and texts[0].lower() not in lexicon.heads("bare_institution")
        ):
            continue
        for made, acts in _in_sentence(value, sentence, number, named):
            found.append(made)
            if acts:
                acting.add(made.surface.lower())
    longer = {surface.rpartition(" ")[2] for surface in acting if " " in surface}
    return [made for made in found if (surface := made.surface.lower()) in acting and surface not in longer]


def is_movement(name: str) -> bool:
    """`Movement for X`, `X Liberation Front`: whom a text may call the rebels."""
    words = name.split()
    ends = len(words) > 1 and (words[0] in ("Movement", "Front") or words[-1] in ("Movement", "Front"))
    return ends or not _STRUGGLE.isdisjoint(words)


def _nouns() -> frozenset[str]:
    return lexicon.heads("institution")


def _in_sentence(value: str, sentence: Sentence, number: int, named: set[str]) -> Iterator[tuple[Naming, bool]]:
    words = sentence.words
    texts = words.texts
    for at, text in enumerate(texts):
        noun = bare(text)
        low = noun.lower() if at == 0 else noun
        if low not in _nouns():
            continue
        first = _first(texts, at, low)
        last = at + 3 if low == "court" and texts[at + 1 : at + 3] in _OF_APPEAL else at + 1
        is_meant = low in named and (first == at or (low == "union" and "'" not in texts[first:at]))
        if is_meant or not _opens(texts, first, at, low, is_long=first < at or last > at + 1):
            continue
        span = Span(words.starts[first], words.ends[last - 1] - (len(text) - len(noun)))
        kind = ActorType.ARMED_GROUP if low in lexicon.heads("irregular") else ActorType.ORGANISATION
        made = Naming(number, first, last, span, " ".join(span.of(value).split()), kind, sure=True)
        before = texts[first - 2].lower() if first > 1 else ""
        made.scenery = before in lexicon.words("before_place")
        yield made, noun == text and (before == "by" or before in _SPOKEN_TO or _acts(texts, last - 1, low))


def _first(texts: Sequence[str], at: int, noun: str) -> int:
    """The first of the words that belong to a noun: `the bank employees' union`, `the prosecutor's office`."""
    if noun == "office":
        return at - 1 if at and texts[at - 1] != bare(texts[at - 1]) and bare(texts[at - 1]) in _IN_OFFICE else at
    first = at
    while first > 0 and at - first < _MOST_MODIFIERS:
        if texts[first - 1] == "'" and first > 1 and texts[first - 2].endswith("s") and _modifies(texts[first - 2]):
            first -= 2
            if first > 0 and at - first == 2 and _modifies(texts[first - 1]):
                first -= 1
            break
        if not _modifies(texts[first - 1]):
            break
        first -= 1
    return first


def _modifies(word: str) -> bool:
    return word.islower() and word.isalpha() and is_part(word)


def _opens(texts: Sequence[str], first: int, at: int, noun: str, *, is_long: bool) -> bool:
    before = texts[first - 1].lower() if first else ""
    if before in _OWNED:
        return is_long
    if before == "the":
        return is_long or noun in lexicon.heads("lone_institution")
    if noun not in lexicon.heads("bare_institution"):
        return False
    return first == at and (not before or not before[0].isalnum() or before in ("and", "but", "that", "when", "by"))


def _acts(texts: Sequence[str], at: int, noun: str) -> bool:
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if following in ("in", "of") and texts[at + 2 : at + 3] and texts[at + 2][0].isupper():
        following = texts[at + 3] if at + 3 < len(texts) else ""
        return following in lexicon.verbs("be_have") or is_verb_after(noun, following or ".")
    if following == "," and texts[at + 2 : at + 3] in (["which"], ["whose"]):
        return True
    return following.islower() and is_verb_after(noun, following)
