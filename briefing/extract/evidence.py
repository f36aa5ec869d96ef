"""Evidence beside and inside a run of capitalised words for what it names: person, body, place, ship, event."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.people import is_role
from briefing.extract.reading import Reading
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.fold import fold
from briefing.model.kept import Kept

_HEADINGS = frozenset(
    ["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "New"]
)
_OWNS = frozenset(["its", "her", "his", "their"])
_TELLING = frozenset(["a", "an", "the", "its", "their", "another", "one"])
_SUPPLIERS = listed(
    "sponsors insurer insurers operator operators owners lender lenders supplier suppliers makers parent"
)
"""The ferry's insurers, X: of one word, and a body; a manager is a person."""
_NO_ARMY = frozenset(["Division", "Column", "Force", "Corps"])


is_given: Callable[[str], bool] = Kept(
    lambda word: word in lexicon.words("given") or fold(word).capitalize() in lexicon.words("given")
).__getitem__
"""Whether a word is a known given name, written with accents or without."""


def is_event(words: list[str]) -> bool:
    """Victory Day, World Cup, Operation Dawn: named, and yet nobody."""
    return words[0] in lexicon.words("event_heads") or (len(words) > 1 and words[-1] in lexicon.words("events"))


def is_plain(word: str, common: frozenset[str]) -> bool:
    """Whether a word with a capital is an ordinary one: the text also has it without, or our list knows it."""
    if word.lower() in lexicon.words("particles"):
        return False
    return word in lexicon.words("plain") or word in lexicon.words("starts") or word.lower() in common


def named_after(reading: Reading, at: int, end: int) -> ActorType | None:
    """What the noun right before a name says it is: `the tanker X`, `a construction firm, X`, `the rebel group X`."""
    noun = at - 1
    if noun >= 0 and reading.backed[noun] == "flagged":
        return ActorType.OTHER  # the Panama-flagged X
    if reading.at(noun) == "the" and reading.at(noun - 1) == "," and reading.at(end) == "," and end - at == 1:
        noun -= 1  # a guards' union, the SZS,
    if reading.at(noun) == ",":
        noun -= 1
        closed = reading.at(end) in (",", ".")
        openers = ("a", "an", "its", "their", "another", *(("the",) if closed else ()))
        if closed and any(reading.at(n) != bare(reading.at(n)) for n in range(noun - 3, noun)):
            if reading.at(noun) in _SUPPLIERS and end - at == 1:
                return ActorType.ORGANISATION
        elif not any(reading.at(n).lower() in openers for n in range(noun - 4, noun)):
            return None
    if (
        reading.at(noun).lower() == "the"
        and reading.at(noun - 1) == ","
        and reading.at(noun - 2) in lexicon.words("vessels")
    ):
        return ActorType.OTHER
    word = reading.at(noun)
    if not word.islower() or _heads_genitive(reading, noun):
        return None
    if word in lexicon.words("vessels") or (word == "carrier" and reading.at(noun - 1) == "aircraft"):
        return ActorType.OTHER if noun == at - 1 else None
    if (
        word in lexicon.words("company_nouns")
        or word in lexicon.heads("company")
        or word in lexicon.words("body_nouns")
    ):
        before = reading.at(noun - 1).lower()
        return ActorType.ARMED_GROUP if before in lexicon.words("armed_adjectives") else ActorType.ORGANISATION
    return None


def _heads_genitive(reading: Reading, noun: int) -> bool:
    """`President of the builders' consortium X`: the noun belongs to the title, and X is a person."""
    for of in range(noun - 1, max(0, noun - 6), -1):
        if reading.at(of) == "of":
            title = reading.at(of - 1)
            return title in lexicon.words("titles") or title in lexicon.words("roles")
    return False


def told_by(reading: Reading, end: int) -> ActorType | None:
    """What the apposition right after a name says it is: `X, a charity which`, `X, the missing trawler,`."""
    if reading.at(end) != ",":
        return None
    if reading.at(end + 1).lower() in _OWNS and reading.at(end + 2) in lexicon.words("apposed"):
        return ActorType.ORGANISATION if not reading.at(end + 3)[:1].isalnum() else None
    if reading.at(end + 1).lower() not in _TELLING:
        return None
    for at in range(end + 2, end + 7):
        word = reading.at(at)
        if not word or not word[0].isalpha() or word in lexicon.words("no_description"):
            return None
        following = reading.at(at + 1)
        goes_on = following[:1].isalpha() and following not in lexicon.words("no_description")
        if goes_on and not (following.endswith("ed") and len(following) > 4):
            continue  # Ted Holm, a brokerage analyst
        if word in lexicon.heads("vessel"):
            return ActorType.OTHER
        if (
            word in lexicon.words("company_nouns")
            or word in lexicon.heads("company")
            or word in lexicon.words("body_nouns")
        ):
            is_armed = reading.at(at - 1).lower() in lexicon.words("armed_adjectives")
            return ActorType.ARMED_GROUP if is_armed or word == "militia" else ActorType.ORGANISATION
    return None


def belonging_to(reading: Reading, at: int) -> ActorType | None:
    """What those who belong to it say it is: `crew of the X`, `fighters of the X`, `organisers from X`, `aboard X`."""
    of = at - 1
    has_article = reading.at(of).lower() == "the"
    if has_article:
        of -= 1
    if reading.at(of).lower() == "aboard":
        return ActorType.OTHER
    if reading.at(of) not in ("of", "from"):
        return None
    noun = reading.at(of - 1).lower()
    if noun in lexicon.words("of_bodies"):
        return ActorType.ORGANISATION
    if not has_article:
        return None
    if noun in lexicon.words("of_ships"):
        return ActorType.OTHER
    return ActorType.ARMED_GROUP if noun in lexicon.words("of_armed") else None


def acts_as_body(reading: Reading, at: int, end: int, roles: str = "body_roles") -> bool:
    """Does or owns what bodies do: `X said`, `X's chief executive`, `the chairman of X`, `X, which`."""
    if reading.at(at - 1) in ("of", "for", "at") and reading.at(at - 2) in lexicon.words(roles):
        return True
    own = reading.at(end - 1)
    if own != bare(own):
        return any(reading.at(n) in lexicon.words(roles) for n in range(end, end + 3))
    following = reading.at(end)
    if following == "," and reading.at(end + 1) in ("which", "whose"):
        return roles == "body_roles"
    return following in lexicon.verbs("say")


def is_state(reading: Reading, at: int, end: int) -> bool:
    """`the government of X`, `X's army`: what only a state has."""
    if reading.at(at - 1) == "of" and reading.at(at - 2).lower() in lexicon.words("state_heads"):
        return True
    if reading.at(at - 2) == "president" and reading.at(at) in lexicon.words("place_heads"):
        return reading.at(at - 1) == "of"
    own = reading.at(end - 1)
    return own != bare(own) and reading.at(end) in lexicon.words("state_parts")


def is_human(reading: Reading, at: int, end: int) -> bool:
    """An age, `who`, a role beside the name, or words put in its mouth: `said X.`"""
    if reading.at(end) == ",":
        age = reading.at(end + 1)
        if is_role(reading, end + 1) or (age.isdecimal() and len(age) == 2 and reading.at(end + 2) in (",", ".")):
            return True
    return reading.at(at - 1) in lexicon.verbs("say") and reading.at(end) in (",", ".", "of", "", "in", "at", "as")


def kind_of_run(reading: Reading, at: int, end: int, words: list[str]) -> tuple[ActorType | None, bool]:
    """The kind of an unknown name of several words that no suffix decides, and whether it is sure."""
    noun = named_after(reading, at, end) or told_by(reading, end) or belonging_to(reading, at)
    if noun:
        return noun, True
    is_the = reading.at(at - 1).lower() == "the"
    if is_given(words[0]) and words[0] not in lexicon.words("plain"):
        is_thing = is_the or (reading.at(end) == "," and reading.at(end + 1) == "which")
        return (ActorType.OTHER, False) if is_thing else (ActorType.PERSON, True)
    if words[0] in _HEADINGS and not is_plain(words[-1], reading.common):
        return ActorType.PLACE, False
    if any(is_plain(word, reading.common) for word in words if word[0].isupper()):
        return (ActorType.ORGANISATION, False) if acts_as_body(reading, at, end) else (None, False)
    if is_human(reading, at, end):
        return ActorType.PERSON, True
    if is_the or all(word.isupper() for word in words):
        return None, False
    if reading.before(at) in ("in", "near", "outside", "inside", "throughout") and words[-1] == reading.at(end - 1):
        return ActorType.PLACE, False
    if len([word for word in words if word.isalpha()]) > 3:
        return None, False
    return ActorType.PERSON, False


def kind_of_head(words: list[str]) -> ActorType:
    """A body, or a body under arms: Popular Front for X, Army of Y."""
    for at, word in enumerate(words[:-1]):
        if words[at + 1] in ("of", "for", "on", "in") and word in lexicon.words("armed") and word not in _NO_ARMY:
            return ActorType.ARMED_GROUP
    return ActorType.ARMED_GROUP if words[0] in lexicon.words("armed") else ActorType.ORGANISATION
