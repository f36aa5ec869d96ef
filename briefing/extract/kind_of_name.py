"""What a run of capitalised words names, as its words and their neighbours tell."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.body_deeds import kind_by_deeds
from briefing.extract.evidence import (
    acts_as_body,
    belonging_to,
    is_given,
    is_state,
    kind_of_head,
    kind_of_run,
    named_after,
    told_by,
)
from briefing.extract.foreign_nouns import is_abroad, noun_in
from briefing.extract.lexicon import How
from briefing.extract.name_runs import KIN, SHORTENED, THOSE, is_body_head
from briefing.extract.people import is_role
from briefing.extract.reading import Reading, is_head, known_at
from briefing.extract.votes import is_verb
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_DANISH = ["A", "/", "S"]
_BEFORE_SAINT = frozenset(["in", "near", "at", "of", "from", "to", "outside"])
_BEFORE_TOWN = frozenset(["in", "near", "of", "outside", "at", "from"])
_BEFORE_PURPOSE = frozenset(["of", "for", "on", "in", "to"])
_THEMSELVES = frozenset(["himself", "herself"])


def is_body(words: list[str]) -> bool:
    """Whether a name ends as those of bodies do, or has `Ministry of` in it."""
    if not words or is_body_head(words[-1]):
        return bool(words)
    for at in range(1, len(words)):
        if words[at] in _BEFORE_PURPOSE and (is_head(words[at - 1]) or (at == 1 and words[0] in THOSE)):
            return True
    return False


def is_firm(words: list[str]) -> bool:
    """Whether a name ends as those of firms do: Sun Steel, Sat Media Ltd."""
    return words[-1] in lexicon.words("company") or words[-1] in lexicon.words("sectors") or is_body(words)


def kind_of(reading: Reading, at: int, end: int, words: list[str]) -> tuple[ActorType | None, bool]:
    """The kind that the words and their neighbours suggest, and whether they say it surely."""
    following, before = reading.at(end), reading.before(at)
    is_firm_form = words[0] in ("N.V.", "S.A.") or words[-3:] == _DANISH
    if is_firm_form or any(word in lexicon.words("company") or word == "&" for word in words[1:]):
        return ActorType.ORGANISATION, True
    if words[-2:-1] == ["and"] and words[-1] in KIN:
        return ActorType.ORGANISATION, True
    is_full_name = len(words) > 1 and is_given(words[0])
    if not is_full_name and is_state(reading, at, end) and not is_body(words):
        return ActorType.STATE, True
    if len(words) > 1:
        if words[-1] in lexicon.words("armed") or (words[0] in lexicon.words("armed") and "of" in words):
            return ActorType.ARMED_GROUP, True
        if is_body(words):
            return (ActorType.PLACE if _is_land(words) else kind_of_head(words)), True
        if not is_full_name and (is_abroad(words[0]) or noun_in(words[-1])):
            return belonging_to(reading, at) or ActorType.ORGANISATION, True
        if noun := named_after(reading, at, end):
            return noun, True
        if following in lexicon.words("named_bodies") and (following == "party" or _has_article(reading, at)):
            return ActorType.ORGANISATION, True
        if words[-1] in lexicon.words("sectors") and reading.at(at - 1).lower() != "the":
            return ActorType.ORGANISATION, True
        if words[-1] in lexicon.words("place") or words[0] in lexicon.words("place_heads"):
            acts = acts_as_body(reading, at, end, "company_roles") or (
                words[-1] in lexicon.words("place_alone") and following in lexicon.verbs("modal")
            )
            return (ActorType.ORGANISATION if acts else ActorType.PLACE), True
        if words[0].lower() in lexicon.words("openers_of_names") and words[0].lower() != "abu":
            return ActorType.PERSON, True
    is_saint = words[0] in SHORTENED and words[1:2] == ["."] and reading.before(at) in _BEFORE_SAINT
    if is_saint or _is_town(reading, at, end):
        return ActorType.PLACE, True
    if following in lexicon.words("named_houses") and not is_full_name and _closes(reading, end):
        return ActorType.ORGANISATION, True
    if following in lexicon.words("place") or _is_landscape(reading, end):
        return ActorType.PLACE, len(words) == 1
    if before == "of" and reading.before(at - 1) in lexicon.words("settled"):
        return ActorType.PLACE, True
    told = kind_by_deeds(reading, at, end, words)
    if told[0]:
        return told
    if len(words) == 1:
        return _kind_of_single(reading, at, end, words[0])
    return kind_of_run(reading, at, end, words)


def _has_article(reading: Reading, at: int) -> bool:
    """`the X`, `the ruling X`."""
    before = reading.at(at - 1)
    return before.lower() == "the" or (before.islower() and before.isalpha() and reading.at(at - 2).lower() == "the")


def _is_land(words: list[str]) -> bool:
    """`District of Columbia`, `Bay of Pigs`."""
    return words[1] == "of" and words[0] in lexicon.words("place") and words[-1] not in lexicon.words("organisation")


def _closes(reading: Reading, noun: int) -> bool:
    """Whether a noun is the last of its phrase: `X hospital said`, not `X hospital staff`."""
    after = reading.at(noun + 1)
    return not after[:1].isalpha() or after in lexicon.words("no_description") or is_verb(after)


def _is_town(reading: Reading, at: int, end: int) -> bool:
    """`in X, Texas,`: a town with the region it lies in."""
    if reading.at(end) != "," or end + 1 >= len(reading.texts):
        return False
    if reading.at(end + 1) in lexicon.words("regions"):
        return True
    if reading.at(at - 1).lower() not in _BEFORE_TOWN:
        return False
    after, region = known_at(reading.texts, end + 1)
    if not region or region.how is not How.NAME or region.type not in (ActorType.PLACE, ActorType.STATE):
        return False
    last = reading.at(after - 1)
    return last == bare(last) and reading.at(after) in (",", ".", "", ";", ")")


def _is_landscape(reading: Reading, end: int) -> bool:
    """`the X river`, `the X desert road`; not `X damaged port buildings`."""
    following = reading.at(end)
    return (
        following.islower()
        and not is_verb(following)
        and following not in lexicon.words("no_description")
        and reading.at(end + 1) in lexicon.words("place")
    )


def _kind_of_single(reading: Reading, at: int, end: int, word: str) -> tuple[ActorType | None, bool]:
    following = reading.at(end)
    if (noun := named_after(reading, at, end)) and not is_given(word):
        return noun, True
    if following in _THEMSELVES:
        return ActorType.PERSON, True
    is_named = following in lexicon.words("named_bodies") and not reading.at(end + 1)[:1].isupper()
    if is_named and word == reading.at(end - 1) and not word.isupper():
        return ActorType.ORGANISATION, True
    if not is_given(word) and (told := told_by(reading, end)):
        return told, True
    if (word.isupper() and len(word) > 1) or following.isdecimal():
        return None, False
    scene = reading.before(at) in ("in", "near", "at", "outside", "from", "around") and not reading.is_held(at)
    if scene and word == reading.at(end - 1) and reading.at(at - 1).lower() != "the":
        return ActorType.PLACE, False
    if following in lexicon.verbs("say") and not reading.naming(at, end, None).opens:
        has_article = reading.at(at - 1).lower() == "the"
        return (ActorType.ORGANISATION if has_article else ActorType.PERSON), False  # the Louvre said
    if following == "," and is_role(reading, end + 1):
        return ActorType.PERSON, False
    return None, False
