"""Names that nothing explains: kept where the text shows by what they do, or by naming them again, what they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.body_evidence import is_called_body
from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.naming import Naming, Sentence
from briefing.extract.organisations import is_acronym
from briefing.extract.votes import hinted, is_verb
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_AT_SEA = listed("aboard crew captain skipper sank sailed moored docked hull capsized collided")
"""Words beside the name of a ship."""
_KEPT = 16
"""Sentences of which it is kept whether they have such a word: one of thousands of names is read through once."""
_COUNTRY_ENDINGS = ("ia", "land", "stan")


def kind_of_single(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> ActorType | None:
    """What all the namings of one unknown name say it is; None for nobody."""
    inside = [
        naming
        for naming in namings
        if not naming.opens or naming.sure or naming.kind or len(naming.words) > 1 or _is_coined(naming.surface)
    ]
    if inside and any(is_called_body(sentences[one.sentence].words.texts, one.last) for one in namings):
        return _settled(namings, ActorType.ORGANISATION)
    if any(_goes_on(sentences, naming) for naming in namings) and (not inside or not hinted(namings)):
        return _settled(namings, ActorType.ORGANISATION)
    if (inside or len(namings) > 1) and _is_country(sentences, namings):
        return _settled(namings, ActorType.STATE)
    if not inside:
        return None
    hint = hinted(namings)
    if hint and not (hint is ActorType.PLACE and is_acronym(namings[0].surface)):
        return hint
    kinds = [naming.kind for naming in namings if naming.kind]
    if kinds:
        return max(dict.fromkeys(kinds), key=kinds.count)
    acting = sum(is_verb(word_after(sentences, naming)) or _is_source(sentences, naming) for naming in namings)
    if is_acronym(namings[0].surface):
        return ActorType.ORGANISATION if acting or any(_owns(sentences, naming) for naming in namings) else None
    if len(namings[0].words) > 1 and (kind := _kind_of_long(sentences, namings)):
        return kind
    if len(namings[0].words) > 2:
        return ActorType.OTHER
    if acting and _is_coined(namings[0].surface):
        return _settled(namings, ActorType.ORGANISATION)
    if acting > 1 and len(namings) > 1:
        return ActorType.OTHER
    if any(_is_agent(sentences, naming) or _is_listed(sentences, naming) for naming in inside):
        return _settled(namings, ActorType.ORGANISATION)
    return None


def _is_listed(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`carmakers including Orvar and Havmark`, `banks such as Orvar`."""
    texts = sentences[naming.sentence].words.texts
    at = naming.first - 1
    while at > 0 and naming.first - at < _LONGEST_ROW and (texts[at] in ("and", ",", "or") or texts[at][0].isupper()):
        at -= 1
    if texts[at] == "as" and at and texts[at - 1] == "such":
        at -= 1
    elif texts[at] not in ("including", "like"):
        return False
    at -= 1 + (texts[at - 1] == ",")
    return at >= 0 and texts[at] in _BODIES


_LONGEST_ROW = 12
_BODIES = listed(
    "companies firms banks groups carmakers automakers airlines carriers retailers newspapers papers brokers lenders "
    "insurers utilities makers producers manufacturers chains brands rivals competitors clients suppliers contractors "
    "charities clubs teams parties unions agencies organisations organizations institutions exchanges publishers "
    "broadcasters builders developers operators shipowners brokerages refiners miners start-ups startups giants"
)


def _kind_of_long(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> ActorType | None:
    """`the Bella Marin swung`, `Second Harvest said`: several words that none of our lists knows, and that act."""
    if not any(_does(sentences, naming) for naming in namings):
        return None
    is_ship = any(_has_article(sentences, naming) and _is_at_sea(sentences[naming.sentence]) for naming in namings)
    return _settled(namings, ActorType.OTHER if is_ship else ActorType.ORGANISATION)


def _does(sentences: Sequence[Sentence], naming: Naming) -> bool:
    texts = sentences[naming.sentence].words.texts
    after = texts[naming.last : naming.last + 2]
    if after and after[0] == "," and naming.first and texts[naming.first - 1] == ",":
        after = after[1:]  # the charity that runs it, Second Harvest, was fined
    return bool(after) and (is_verb(after[0]) or (after[0] == "," and after[1:] in (["which"], ["whose"])))


@lru_cache(maxsize=_KEPT)
def _is_at_sea(sentence: Sentence) -> bool:
    texts = sentence.words.texts
    return not (_AT_SEA.isdisjoint(texts) and lexicon.heads("vessel").isdisjoint(texts))


def _has_article(sentences: Sequence[Sentence], naming: Naming) -> bool:
    return naming.first > 0 and sentences[naming.sentence].words.texts[naming.first - 1].lower() == "the"


def _is_agent(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`built by Havmark`, `Havmark said`: what an unknown word must name."""
    texts = sentences[naming.sentence].words.texts
    before = texts[naming.first - 1] if naming.first else ""
    after = texts[naming.last] if naming.last < len(texts) else "."
    word = texts[naming.last - 1]
    if len(word) < 4 or not word[1:].islower() or before.lower() == "the":
        return False
    is_inside = before.islower() or before in lexicon.words("starts") or before in lexicon.words("days")
    if before.lower() in lexicon.words("before_place") or not (is_inside or before == ","):
        return False
    if before == "by" and after in ("of", "in") and texts[naming.last + 1 : naming.last + 2]:
        return texts[naming.last + 1][0].isupper()  # built by Havmark of Lund
    return (before == "by" and not after[0].isalnum()) or is_verb(after)


def _settled(namings: Sequence[Naming], kind: ActorType) -> ActorType:
    """What the text shows, whatever the tagger takes the name for."""
    for naming in namings:
        naming.kind, naming.sure = kind, True
    return kind


def _is_coined(name: str) -> bool:
    """`SkerraTel`, `Varda-Kredit`: with a capital inside, which no ordinary word has."""
    if name.isupper() or name.startswith(("Mc", "Mac")):
        return False
    return any(letter.isupper() and (before.islower() or before == "-") for before, letter in pairwise(name))


def _goes_on(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`Silcarbo, which`"""
    texts = sentences[naming.sentence].words.texts
    return texts[naming.last : naming.last + 2] == [",", "which"] and len(naming.surface) > 3


def _is_country(sentences: Sequence[Sentence], namings: Sequence[Naming]) -> bool:
    """`Ravonia has put its patrols on alert`: ends as countries do, and acts."""
    name = namings[0].surface
    if " " in name and any(_has_article(sentences, naming) for naming in namings):
        return False  # the Costa Nubia
    if not name.endswith(_COUNTRY_ENDINGS) or len(name) < 6 or is_given(name) or any(n.role for n in namings):
        return False
    return any(
        is_verb(word_after(sentences, naming))
        or word_after(sentences, naming) in lexicon.verbs("be_have")
        or _owns(sentences, naming)
        for naming in namings
    )


def word_after(sentences: Sequence[Sentence], naming: Naming) -> str:
    """The word right after a naming, or nothing."""
    texts = sentences[naming.sentence].words.texts
    return texts[naming.last] if naming.last < len(texts) else ""


def _is_source(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`according to UNSMID`."""
    return sentences[naming.sentence].words.texts[max(0, naming.first - 2) : naming.first] == ["according", "to"]


def _owns(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`UNSMID's mandate`."""
    word = sentences[naming.sentence].words.texts[naming.last - 1]
    return word != bare(word)
