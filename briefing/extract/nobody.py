"""What has a name and is nobody: addresses, models, adjectives of regions, storms, indexes of an exchange."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.naming import Naming, Sentence
from briefing.extract.reading import Reading, known_at
from briefing.extract.votes import is_verb
from briefing.model.actor import ActorType
from briefing.model.pattern import lazy

_COMPASS = listed(
    "African Asian Arab Native "
    "Latin North South East West Central Middle Northern Southern Eastern Western Southeast South-East Sub-Saharan Far"
)
_INHABITANTS = listed("American Americans African Africans Asian Asians European Europeans Eastern")
_CREEDS = frozenset(["Catholic", "Catholics", "Orthodox"])
_IN_TOWN = listed("St Ave Avenue Blvd Boulevard Rd Road Street Drive Lane Terrace Crescent")
_SITES = listed(
    "plant plants prison jail factory refinery stadium airbase barracks cemetery warehouse headquarters campus"
)
_STORMS = frozenset(["Hurricane", "Typhoon", "Cyclone", "Storm"])
_INDEXES = frozenset(["index", "indices", "indexes"])
_MARKS = _STORMS | _INDEXES
_MODEL = lazy(r"[A-Z][A-Za-z]{0,2}-\d{2,3}[A-Z]{0,2}|[A-Z]{1,2}\d{3}[A-Z]{0,2}|[A-Z]{2,4}-\d+-\d+[A-Z]?")


SEATS = frozenset(["MP", "MEP", "MSP", "TD", "MPs", "MEPs", "MSPs", "TDs"])
"""Letters that say which house somebody sits in."""
_HALF_OF_TWO = listed("Anglo Franco Sino Russo Greco Indo Austro Turco Italo Hispano Serbo Soviet Euro Afro Luso")


def is_nobody(reading: Reading, at: int, end: int, words: Sequence[str]) -> bool:
    """`Latin American` lenders, `Roman Catholic` bishops, `12 Halden St.`, the `A320`, `Tropical Storm Ann`."""
    if len(words) == 1:
        return words[0][-1].isalnum() and bool(_MODEL.fullmatch(words[0])) and not is_verb(reading.at(end))
    if words[-1] in _INHABITANTS and _COMPASS.issuperset(words[:-1]):
        return not known_at(reading.texts, at)[1]
    if words[-1] in _CREEDS and len(words) == 2:
        reading.nobody.update(range(at, end))
        return True
    return (words[-1] in _IN_TOWN and reading.at(at - 1).isdecimal()) or words[:2] == ["Tropical", "Storm"]


def is_of_site(reading: Reading, at: int, end: int) -> bool:
    """`Renton plant`, `the 737 Max`: a name that only says which one, of one word that nothing else explains."""
    if end > at + 1 or is_given(reading.texts[at]):
        return False
    before = reading.at(at - 1)
    is_model = before.isdecimal() and len(before) == 3 and (reading.at(at - 2) == "the" or reading.at(at - 2).istitle())
    if reading.at(end) in _SITES or is_model:
        reading.nobody.add(at)
        return True
    return False


def without_nobodies(sentences: Sequence[Sentence], namings: Iterable[Naming]) -> list[Naming]:
    """Leaves out the single names that the article gives to a storm or an index: Hurricane X, the X index."""
    named: set[str] = set()
    for sentence in sentences:
        texts = sentence.words.texts
        if not _MARKS.isdisjoint(texts):
            named.update(after for word, after in pairwise(texts) if word in _STORMS)
            named.update(word for word, after in pairwise(texts) if after in _INDEXES)
    return [naming for naming in namings if naming.entry or naming.surface not in named]


def is_of_two_states(word: str) -> bool:
    """`Lebanese-Israeli`, `Cuban-Americans`, `Anglo-Norwegian`: no name of its own."""
    parts = word.split("-")
    if parts[0] in _HALF_OF_TWO:
        parts = parts[1:]
    known = [known_at([part], 0)[1] for part in parts]
    return all(entry and entry.type is ActorType.STATE for entry in known)
