"""Where names stand in a sentence: known ones from the tables, others as runs of capitalised words."""

from __future__ import annotations

from functools import cache

from briefing.extract import lexicon
from briefing.extract.classify import keep_run
from briefing.extract.clause_words import listed
from briefing.extract.credit_lines import is_credit, is_told, may_be_told
from briefing.extract.evidence import is_given
from briefing.extract.kind_of_name import is_body
from briefing.extract.lexicon import Entry, How
from briefing.extract.name_forms import note_forms
from briefing.extract.name_runs import run_end
from briefing.extract.naming import Naming, Sentence
from briefing.extract.nicknames import join_quoted
from briefing.extract.reading import (
    LONGEST_WORD,
    Reading,
    capital,
    institution,
    is_party,
    keep_known,
    known_at,
)
from briefing.extract.tagger.advice import advise
from briefing.extract.tagger.tagger import tagger
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.kept import Kept

_IN_FULL = listed("Company Corporation Group Holding Holdings Incorporated Limited International Technologies")
"""Behind the name of a company and part of it, as its legal form is; alone these do not make a company of a name."""
_SURNAME = 3
"""Words of a surname: Ortega Ruiz, van der Meer."""
_COUNTS = listed("a an two three four five his her")
_MAKES = listed(
    "car cars truck trucks pickup van jet jets plane planes aircraft airliner helicopter phone phones tanker rifle "
    "tractor saloon sedan limousine suv jeep lorry bus engine engines laptop tablet"
)
_BEHIND_GOODS = listed("from in on at with and or that which carrying belonging worth")


def find_names(value: str, sentence: Sentence, number: int, common: frozenset[str] = frozenset()) -> list[Naming]:
    """All namings of one sentence, in order; `common` are the words that the text has without a capital."""
    if is_credit(sentence.words.texts):
        return []
    reading = Reading(value, sentence, number, common)
    end = len(reading.texts)
    starts = [*map(_is_start, reading.texts), True]
    at = starts.index(True)
    while at < end:
        at = starts.index(True, min(_step(reading, at), end))
    if not sentence.is_title:
        advise(reading, tagger().names(reading.texts, common))
    reading.found = [naming for naming in reading.found if not _is_work(naming)]
    if may_be_told(reading.texts):
        reading.found = [naming for naming in reading.found if not is_told(reading.texts, naming)]
    if "/" in reading.texts:
        reading.found = _without_slashed(reading.texts, reading.found)
    note_forms(reading)
    if len(reading.found) > 1:
        join_quoted(reading)
    return reading.found


def _is_work(naming: Naming) -> bool:
    """`Beethoven's Fifth Symphony`: named, and nobody, whoever is named in it."""
    return not naming.sure and " " in naming.surface and naming.surface.split()[-1] in lexicon.words("events")


def _without_slashed(texts: list[str], found: list[Naming]) -> list[Naming]:
    """Leaves out who took a picture: `(Ann Wray/Halden Wire)`, `HW/Cpl. Wray`."""
    kept: list[Naming] = []
    credited = -2
    for naming in found:
        first, last = naming.first, naming.last
        while first > 0 and (texts[first - 1] == "." or texts[first - 1] in lexicon.words("titles")):
            first -= 1
        after = texts[first - 2] if first > 1 and texts[first - 1] == "/" else "."
        before = texts[last + 1] if texts[last : last + 1] == ["/"] and last + 1 < len(texts) else "."
        is_person = naming.kind is ActorType.PERSON and (after[0].isupper() or before[0].isupper())
        if is_person or first == credited:
            credited = last + 1 if before != "." else -2
        else:
            kept.append(naming)
    return kept


@cache
def _small_starts() -> frozenset[str]:
    """Words without a capital at which a name may start."""
    return frozenset(lexicon.gazetteer()) | lexicon.words("openers_of_names") | {"foreign"}


_is_start = Kept(lambda word: word[0].isupper() or "-" in word or word in _small_starts()).__getitem__
"""Whether a name may start at the word; all others are passed by."""


_FOREIGN = frozenset(["foreign", "Foreign", "FOREIGN"])


def _outsiders(reading: Reading, at: int) -> bool:
    """`foreign fighters`: unnamed, yet one party of many wars."""
    if reading.at(at + 1) not in lexicon.words("outsiders"):
        return False
    entry = Entry("foreign fighters", ActorType.ARMED_GROUP)
    reading.found.append(reading.naming(at, at + 2, entry.type, sure=True, entry=entry))
    return True


def _step(reading: Reading, at: int) -> int:
    word = reading.texts[at]
    if word in _FOREIGN and _outsiders(reading, at):
        return at + 2
    if word in lexicon.words("openers_of_names") and _is_surname(reading, at):
        return keep_run(reading, at, run_end(reading, at), at, None)
    if not _may_start(word) or reading.value[reading.ends[at] : reading.ends[at] + 1] == "$":
        return at + 1
    if "-" in word and word[:4].lower() in ("pro-", "anti") and not _names_its_aim(reading, at):
        return at + 1
    if word[1:2] == "-" and is_party(reading, at):
        return at + 1
    if word == "U" and (state := _without_last_stop(reading, at)):
        reading.found.append(state)
        return state.last
    known_end, entry = known_at(reading.texts, at)
    if entry and entry.is_media and _is_credit_mark(reading, at, known_end):
        return known_end
    if reading.sentence.is_title:
        if entry:
            keep_known(reading, at, known_end, entry)
        return max(known_end, at + 1)
    if entry and entry.how is How.DEMONYM and at and reading.texts[at - 1].lower() == "ethnic":
        reading.found.append(reading.naming(at - 1, known_end, ActorType.OTHER, sure=True))
        return known_end
    if entry and entry.how is How.DEMONYM and (last := _compound(reading, at, known_end)):
        return last
    if not capital(word):
        if entry:
            keep_known(reading, at, known_end, entry)
        return max(known_end, at + 1)
    end = run_end(reading, at)
    if not entry and end == at + 1 and reading.at(end) == "and" and (full := _shared_surname(reading, at)):
        reading.found.append(full)
        return end
    if entry and entry.type is ActorType.ORGANISATION and _is_made(reading, at, known_end):
        reading.nobody.update(range(at, known_end))
        return known_end
    if entry and known_end < end and _is_in_full(reading, entry, known_end, end):
        known_end = end
    if entry and known_end >= end:
        keep_known(reading, at, known_end, entry)
        return known_end
    return keep_run(reading, at, end, known_end, entry)


def _compound(reading: Reading, at: int, end: int) -> int:
    """Past `Bosnian Serbs`, who are a party of their own, and `Bosnian Serb`; not two states. 0 where none stands."""
    word = reading.at(end)
    last, second = known_at(reading.texts, end) if word else (end, None)
    if not second or second.how is not How.DEMONYM or capital(reading.at(last) or ".") or word != bare(word):
        return 0
    if reading.texts[end - 1] != bare(reading.texts[end - 1]):
        return 0
    if word.endswith("s") and not word.endswith("ss"):
        reading.found.append(reading.naming(at, last, ActorType.OTHER, sure=True))
    elif body := institution(reading, last):
        reading.found.append(reading.naming(at, body, ActorType.ORGANISATION, sure=True, scenery=False))
        return body
    return last


def _without_last_stop(reading: Reading, at: int) -> Naming | None:
    """`U.S troops`: typed without its last stop."""
    last = reading.at(at + 2)
    entry = known_at([f"U.{last}."], 0)[1] if reading.at(at + 1) == "." and len(last) == 1 else None
    if not entry or reading.starts[at + 2] != reading.starts[at] + 2:
        return None
    return reading.naming(at, at + 3, entry.type, sure=True, entry=entry)


def _names_its_aim(reading: Reading, at: int) -> bool:
    """`Anti-Corruption Bureau`: a body named for what it is against; not `Anti-Moscow Georgians`."""
    first, _, second = reading.texts[at].partition("-")
    end = run_end(reading, at)
    return first[0].isupper() and second[:1].isupper() and end > at + 1 and is_body(reading.texts[at:end])


def _is_in_full(reading: Reading, entry: Entry, known_end: int, end: int) -> bool:
    """`Boeing Company`, `Samsung Electronics Co Ltd`: a known company with its legal form."""
    legal = lexicon.words("company")
    rest = map(bare, reading.texts[known_end:end])
    return entry.type is ActorType.ORGANISATION and all(word in legal or word in _IN_FULL for word in rest)


def _is_made(reading: Reading, at: int, end: int) -> bool:
    """`a Mercedes-Benz`, `two Boeing 737s`: what a company makes."""
    if reading.at(at - 1).lower() not in _COUNTS or reading.texts[end - 1] != bare(reading.texts[end - 1]):
        return False
    following = reading.at(end)
    return following[:1].isdecimal() or following in _MAKES or not following[:1].isalnum() or following in _BEHIND_GOODS


def _shared_surname(reading: Reading, at: int) -> Naming | None:
    """`Ivo and Stjepan Marin`: the first of two who have their surname in common."""
    if not is_given(reading.texts[at]) or not is_given(reading.at(at + 2)):
        return None
    end = run_end(reading, at + 2)
    surname = reading.texts[at + 3 : end]
    if not surname or len(surname) > _SURNAME or surname[-1] != bare(surname[-1]) or known_at(reading.texts, at + 3)[1]:
        return None
    if len(surname) > 1 and (is_given(surname[0]) or not all(word.isalpha() for word in surname)):
        surname = surname[-1:]  # Peter and Mary Ann Holt
    made = reading.naming(at, at + 1, ActorType.PERSON, sure=True, scenery=False)
    made.surface = f"{made.surface} {' '.join(surname)}"
    return made


def _is_credit_mark(reading: Reading, at: int, end: int) -> bool:
    """`BELFAST (AP)_`: the agency of a dateline."""
    return reading.at(at - 1) == "(" and reading.at(end) == ")" and reading.at(end + 1)[:1] in ("-", "_", "–", "—")


def _is_surname(reading: Reading, at: int) -> bool:
    """`ag Alhad`, `bin Laden`: a surname with its particle and no given name before it."""
    following = reading.at(at + 1)
    if following in lexicon.words("particles") and following not in lexicon.words("english_too"):
        following = reading.at(at + 2)
    return bool(following) and capital(following) and reading.starts[at + 1] == reading.ends[at] + 1


def _begins(word: str) -> bool:
    if word[:2] in ("I'", "I’"):
        return False
    return (word[0].isupper() or "-" in word or word in lexicon.gazetteer()) and len(word) <= LONGEST_WORD


_may_start = Kept(_begins).__getitem__
"""Whether a known name or a run of capitals may start at the word."""
