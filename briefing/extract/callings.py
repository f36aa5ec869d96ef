"""What an article calls its actors: by noun, who is called so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from briefing.extract import lexicon
from briefing.extract.described import Description
from briefing.extract.epithets import spelled
from briefing.extract.foreign_nouns import called_by
from briefing.extract.groups import BODY_TYPES
from briefing.extract.naming import Sentence
from briefing.extract.phrase_parts import land_of
from briefing.extract.phrases import groups
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_ALIKE = (
    "ambassador envoy diplomat",
    "consul diplomat",
    "lawyer attorney solicitor barrister",
    "detective inspector policeman officer investigator constable",
    "general commander officer soldier",
    "colonel major captain lieutenant officer soldier",
    "admiral officer sailor",
    "warlord commander",
    "player footballer striker forward defender midfielder goalkeeper winger",
    "player sportsman sportswoman athlete",
    "runner sprinter swimmer jumper thrower gymnast rower skier athlete",
    "cyclist rider",
    "boxer wrestler fighter",
    "coach trainer manager",
    "reporter journalist correspondent columnist newsman",
    "lawmaker legislator senator congressman congresswoman deputy mp parliamentarian",
    "senator governor mayor minister lawmaker deputy mp councillor politician",
    "academic professor scholar researcher scientist lecturer",
    "biologist chemist physicist geologist astronomer botanist zoologist virologist scientist researcher",
    "historian archaeologist linguist philosopher scholar academic",
    "doctor physician surgeon medic obstetrician gynaecologist psychiatrist cardiologist paediatrician",
    "artist painter sculptor photographer",
    "writer author novelist poet playwright dramatist",
    "musician singer violinist pianist cellist guitarist composer conductor",
    "actor actress star performer",
    "filmmaker film-maker director",
    "priest cleric clergyman pastor vicar preacher",
    "bishop archbishop prelate clergyman cleric",
    "cardinal prelate",
    "imam ayatollah rabbi mufti cleric preacher",
    "captain skipper",
    "sailor seaman mariner",
    "pilot airman aviator",
    "astronaut cosmonaut",
    "explorer adventurer",
    "climber mountaineer alpinist",
    "businessman businesswoman tycoon entrepreneur magnate industrialist billionaire millionaire",
    "banker financier",
    "executive manager boss",
    "owner proprietor",
    "activist campaigner dissident",
    "rebel insurgent guerrilla",
    "gunman attacker shooter killer",
    "suspect accused",
    "farmer grower",
    "teacher schoolteacher",
    "judge magistrate jurist",
    "spokesman spokeswoman spokesperson",
    "president premier chancellor leader",
    "regulator watchdog inspectorate authority ombudsman",
    "charity foundation trust",
    "team side club squad",
    "school academy college",
    "party bloc alliance coalition movement",
    "union federation association guild",
    "assembly parliament senate congress legislature",
    "institute laboratory observatory centre",
    "commission inquiry panel",
    "committee panel",
    "council authority",
    "court tribunal",
    "bank lender",
    "airline carrier",
    "insurer reinsurer",
    "brewer brewery",
    "shipyard yard shipbuilder",
    "retailer chain",
    "broadcaster station channel network",
    "museum gallery",
    "church parish congregation",
    "monastery abbey convent",
    "orchestra choir ensemble",
    "hospital clinic",
    "university college",
    "newspaper daily paper",
    "magazine weekly monthly",
    "ministry department",
    "military army",
    "rebels insurgents militants fighters guerrillas",
    "ship vessel boat",
    "king monarch sovereign",
    "queen monarch sovereign",
    "pope pontiff",
    "defendant accused",
    "prisoner inmate detainee",
    "hostage captive",
    "village hamlet settlement",
    "brigade battalion regiment unit",
)
"""Nouns by which one and the same may be called."""

_IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain", "sgt": "sergeant", "cpl": "corporal", "maj": "major", "cmdr": "commander", "adm": "admiral",
    "prof": "professor", "rev": "reverend", "supt": "superintendent", "insp": "inspector", "det": "detective",
    "dr": "doctor", "fr": "father", "atty": "attorney", "amb": "ambassador", "cllr": "councillor", "justice": "judge",
}  # fmt: skip
"""Titles that are cut short before a name."""
_GENERAL = frozenset(["secretary", "director", "attorney", "solicitor", "auditor", "prosecutor"])
"""`Secretary General X` is no general."""
Called = dict[str, dict[int, set[str]]]
"""By noun, the actors called so, each with the words that stood before the noun."""


def called(named: Sequence[Named], told: Iterable[Description]) -> Called:
    """By what the text says beside the names, and by the nouns in them."""
    found: Called = {}
    for each in told:
        found.setdefault(spelled(each.head), {}).setdefault(each.actor, set()).update(map(spelled, each.modifiers))
    for one in named:
        if one.kind is ActorType.PERSON:
            role = one.naming.role.lower().split()
            if role[-1:] == ["general"] and len(role) > 1 and role[-2] in _GENERAL:
                role[-2:] = [f"{role[-2]}-general"]
            if role and (noun := _IN_FULL.get(role[-1].rstrip("."), role[-1])).replace("-", "").isalpha():
                found.setdefault(spelled(noun), {}).setdefault(one.actor, set()).update(map(spelled, role[:-1]))
        elif one.kind is ActorType.PLACE and len(one.naming.words) > 1:
            for noun in {word.lower() for word in one.naming.words} & lexicon.heads("place"):
                found.setdefault(noun, {}).setdefault(one.actor, set())
        elif one.kind in BODY_TYPES or one.kind is ActorType.OTHER:
            words = [spelled(bare(word).lower()) for word in name_nouns(one)]
            words += [noun for word in one.naming.words if (noun := called_by(bare(word)))]
            if one.naming.entry:
                words += full_words(one.naming.entry.name)
            for noun in words:
                if noun in groups() or (noun in lexicon.heads("vessel") and one.kind is ActorType.OTHER):
                    found.setdefault(noun, {}).setdefault(one.actor, set()).update(words)
    return found


def natives(told: Iterable[Description], named: Iterable[Named], sentences: Sequence[Sentence]) -> dict[str, set[int]]:
    """By state, those of whom a description has it, or their owner: `a Norwegian engineer`, `Norway's Ann Wray`."""
    found: dict[str, set[int]] = {}
    for one in named:
        owner = sentences[one.naming.sentence].words.texts[one.naming.first - 1] if one.naming.first else "."
        if one.kind is ActorType.PERSON and owner != bare(owner):
            for key, entry in lexicon.gazetteer().get(bare(owner), ()):
                if len(key) == 1 and entry.type is ActorType.STATE:
                    found.setdefault(entry.name, set()).add(one.actor)
    for each in told:
        for word in each.modifiers:
            if state := land_of(word):
                found.setdefault(state, set()).add(each.actor)
    return found


def nouns_of(known_as: Called) -> dict[int, set[str]]:
    """By actor, the nouns for a body that the text uses of it."""
    found: dict[int, set[str]] = {}
    for noun, actors in known_as.items():
        if noun in groups():
            for actor in actors:
                found.setdefault(actor, set()).add(noun)
    return found


def name_nouns(one: Named) -> Sequence[str]:
    """The words of a body's name; of `bank employees' union`, which is none, the last."""
    words = one.naming.words
    return words[-1:] if words and words[0].islower() else words


@cache
def _by_noun() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _ALIKE:
        for noun in line.split():
            found.setdefault(noun, set()).update(line.split())
    return {noun: frozenset(alike) - {noun} for noun, alike in found.items()}


def same_meaning(noun: str) -> frozenset[str]:
    """Other nouns for the same."""
    return _by_noun().get(noun, frozenset())


def ages(sentences: Sequence[Sentence], named: Sequence[Named]) -> dict[str, set[int]]:
    """By age, the people whose age the text gives."""
    found: dict[str, set[int]] = {}
    for one in named:
        texts, at = sentences[one.naming.sentence].words.texts, one.naming.last
        sign, age = [*texts[at : at + 2], "", ""][:2]
        if one.kind is ActorType.PERSON and sign in (",", "(") and age.isdecimal() and len(age) < 3:
            found.setdefault(age, set()).add(one.actor)
    return found


@cache
def full_words(name: str) -> tuple[str, ...]:
    """The nouns for bodies in all names of a known body: bureau for FBI."""
    return _nouns_by_name().get(name, ())


@cache
def _nouns_by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entries in lexicon.gazetteer().values():
        for key, entry in entries:
            if entry.type in BODY_TYPES:
                nouns = tuple(spelled(word.lower()) for word in key if spelled(word.lower()) in groups())
                found[entry.name] = (*found.get(entry.name, ()), *nouns)
    return found
