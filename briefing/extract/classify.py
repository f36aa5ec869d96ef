"""What kind of name a run of capitalised words is: titles, cue words, given names, neighbours."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.body_names import ALONE
from briefing.extract.clause_words import listed
from briefing.extract.evidence import (
    is_event,
    is_given,
    named_after,
    told_by,
)
from briefing.extract.kind_of_name import is_body, is_firm, kind_of
from briefing.extract.lexicon import Entry, How
from briefing.extract.name_runs import run_end
from briefing.extract.nobody import SEATS, is_nobody, is_of_site, is_of_two_states
from briefing.extract.organisations import is_spelled_out
from briefing.extract.people import description_before, leading_role
from briefing.extract.reading import Reading, capital, institution, is_head, keep_known, known_at
from briefing.extract.titles import (
    ALSO_SURNAMES,
    COURTESY,
    OF_OFFICE,
    name_of_official,
    opens_with_role,
    title_heads,
    title_inside,
    title_length,
)
from briefing.extract.votes import is_verb
from briefing.extract.words import bare
from briefing.model.actor import ActorType


def keep_run(reading: Reading, at: int, end: int, known_end: int, entry: Entry | None) -> int:
    """Keeps the names of the run `at` to `end`, whose beginning may be a known name; returns where reading goes on."""
    if (
        reading.at(end) == "of"
        and capital(reading.at(end + 1) or ".")
        and named_after(reading, at, end) is ActorType.OTHER
    ):
        end = run_end(reading, end + 1)
    if reading.texts[end - 1] in SEATS and (end == at + 1 or reading.at(at - 1).lower() in ("the", "a", "an")):
        reading.nobody.update(range(at, end))  # the Halden North MP: a seat, and no name
        return end
    if end - at > 2 and reading.texts[end - 1] in lexicon.words("letters_after"):
        made = reading.naming(at, end - 1, ActorType.PERSON, sure=True)
        made.forms = (made.surface, f"{made.surface} {reading.texts[end - 1]}")
        reading.found.append(made)
        return end
    if reading.at(end) == "of" and reading.at(end + 1) in OF_OFFICE and reading.texts[end - 1] in title_heads():
        office, end = end + 1, run_end(reading, end + 1)
        if "for" in reading.texts[office:end]:
            end = reading.texts.index("for", office)  # Secretary of State for the Colonies
    words = list(map(bare, reading.texts[at:end]))
    before, following = reading.at(at - 1), reading.at(end)
    if (len(words) > 1 or not words[0].isalpha()) and is_nobody(reading, at, end, words):
        return end
    if not entry and len(words) == 1 and is_of_site(reading, at, end):
        return end
    if before == "for" and (office := _office_for(reading, at, words)):
        if office > 0:
            reading.found.append(reading.naming(office, end, ActorType.PERSON, sure=True, scenery=False))
        return end
    if words[-1] == "Flight" and len(words) > 1 and following[:1].isdecimal():
        keep_run(reading, at, end - 1, min(known_end, end - 1), entry)
        return end
    if len(words) > 1 and words[0] in lexicon.words("ship_prefixes"):
        ship = reading.naming(at + 1, end, ActorType.OTHER, sure=True)
        ship.forms = (" ".join(reading.value[reading.starts[at] : ship.span.end].split()),)
        reading.found.append(ship)
        return end
    if entry and entry.is_media and "Correspondent" in words[1:]:
        return end
    if before == "," and len(words) == 1 and words[0] in lexicon.words("regions"):
        return end
    if (
        following == "family"
        and words[0] not in lexicon.words("starts")
        and end - at <= 2
        and reading.texts[end - 1] == words[-1]
        and not entry
    ):
        reading.found.append(reading.naming(at, end + 1, ActorType.OTHER, sure=True))
        return end + 1
    if (
        len(words) == 2
        and words[0] in lexicon.words("numbered")
        and (len(words[1]) == 1 or words[1] in lexicon.words("roman"))
    ):
        return end
    if len(words) > 1 and words[0] in _PLURAL_TITLES:
        return at + 1
    if following == "of" and words in _NOBLE and capital(reading.at(end + 1) or "."):
        end = run_end(reading, end + 1)
        reading.found.append(reading.naming(at, end, ActorType.PERSON, sure=True))
        return end
    if len(words) == 1 and "-" in words[0] and is_of_two_states(words[0]):
        return end
    if following in _FEASTS and reading.texts[end - 1] != words[-1]:
        return end + 1
    if (before.islower() or before.lower() == "the") and " ".join(words) in lexicon.words("parties"):
        return _keep_body(reading, at, end)
    if words[-1] in ALSO_SURNAMES and (name := name_of_official(before, words)) >= 0:
        if name:
            return _keep_person(reading, at, at + name, end)
        reading.found.append(reading.naming(at, end, ActorType.PERSON, sure=True, scenery=False))
        return end
    title = title_length(words) or (len(words) > 2 and opens_with_role(reading, at, words) and not is_body(words))
    if following in _BEFORE_LAW and (law := _law_end(reading, end)):
        return law
    if is_event(words) and not is_body(words[:-1]):
        return end
    if entry and entry.type is ActorType.STATE:
        body_end, body = known_at(reading.texts, known_end)
        if body and body_end == end and body.type is ActorType.ORGANISATION:
            reading.found.append(reading.naming(at, end, body.type, sure=True, entry=body))
            return end
        if is_spelled_out(reading.texts, at, end):
            return _keep_body(reading, at, end)
    if entry and not _belongs_together(words, known_end - at, entry):
        keep_known(reading, at, known_end, entry)
        return known_end
    if not entry and not title and _drops_first(reading, at, words):
        return at + 1
    if title == 1 and len(words) == 2 and is_given(words[0]) and not entry:
        title = 0
    if title and title < len(words) and not is_body(words) and not (len(words) > 2 and words[-1] in _LANDS):
        return _keep_person(reading, at, at + title, end)
    if title == len(words):
        return end
    if len(words) == 1 and before in _ORDINALS and words[0] in lexicon.words("armed"):
        reading.found.append(reading.naming(at - 2, end, ActorType.ARMED_GROUP, sure=True))
        return end
    if len(words) == 1 and is_head(words[0]):
        if last := institution(reading, end):
            return _keep_body(reading, at, last)
        is_meant = before.lower() == "the" or words[0] in ALONE
        if is_meant or _is_short_name(reading, at, end):
            reading.found.append(reading.naming(at, end, None))
        return end
    if len(words) == 1:
        _keep(reading, at, end, words)
        return end
    inside = title_inside(words)
    if inside and not is_body(words):
        if words[inside - 1] not in SEATS and (is_body(words[:inside]) or words[inside - 1].isupper()):
            reading.found.append(reading.naming(at, at + inside, ActorType.ORGANISATION, sure=True))
        return _keep_person(reading, at, at + inside + title_length(words[inside:]), end)
    inner = _known_inside(reading, at, end)
    if inner and not is_body(words):
        end = inner
        words = words[: end - at]
    _keep(reading, at, end, words)
    return end


_LANDS = listed("County Island Islands Sound Street Road Avenue Square Bridge Airport Stadium Harbour Harbor")
"""Prince William County: named after a prince, and none."""


def _office_for(reading: Reading, at: int, words: list[str]) -> int:
    """`Commissioner for Refugees Ann Wray`: where the name begins; 0 where no office is, -1 for one without a name."""
    if reading.at(at - 2) not in title_heads() or is_body(words):
        return 0
    return next((at + n for n in range(1, len(words) - 1) if is_given(words[n])), -1 if words[-1] == "Affairs" else 0)


def _law_end(reading: Reading, end: int) -> int:
    """`Freedom of Access to Clinic Entrances Act`: where the name of a law ends that goes on after `to`, or 0."""
    last = end + 1
    while last - end < 8 and (capital(reading.at(last) or ".") or reading.at(last) in ("and", "of", "in", "the")):
        last += 1
    return last if last > end + 1 and reading.at(last - 1) in ("Act", "Bill", "Law", "Treaty") else 0


def _is_short_name(reading: Reading, at: int, end: int) -> bool:
    """`bought Rovers in June`, `Rovers have lost`: several, and never an ordinary word in this text."""
    word = reading.texts[at]
    if not word.endswith("s") or word.lower() in reading.common or word in lexicon.words("starts"):
        return False
    is_first = at == 0 or not reading.at(at - 1)[0].isalnum()
    following = reading.at(end)
    return not is_first or following in lexicon.verbs("be_have") or is_verb(following)


def _belongs_together(words: list[str], known: int, entry: Entry) -> bool:
    """Whether a known name is only the head of a longer one: Libyan National Army, but not Russian President."""
    rest = words[known:]
    if title_length(rest):
        return is_body(rest)
    if is_body(rest) or (rest and rest[-1] in lexicon.words("place")):
        return True
    if known == 1 and entry.type is ActorType.PLACE and rest and rest[-1] in lexicon.words("sectors"):
        return True
    return known == 1 and entry.how is How.NAME and words[0] in lexicon.words("also_given") and len(rest) == 1


def _known_inside(reading: Reading, at: int, end: int) -> int:
    """Where a known name of two words or a title starts inside the run, which then ends there."""
    for inner in range(at + 1, end):
        known_end, entry = known_at(reading.texts, inner)
        if entry and known_end == end and entry.type is not ActorType.PLACE and entry.how is How.NAME:
            return 0 if known_end == inner + 1 and _may_be_given(reading, at, inner) else inner
    return 0


def _may_be_given(reading: Reading, at: int, inner: int) -> bool:
    """`Ulrich Wagner` is a person, whatever Wagner is by itself."""
    word = reading.texts[at]
    return inner == at + 1 and word == bare(word) and not word.isupper() and is_given(word)


def _drops_first(reading: Reading, at: int, words: list[str]) -> bool:
    """A capital that only opens the sentence, or a day: the run starts after it."""
    if words[0] in lexicon.words("days") and (words[0] != "Jan" or len(words) == 1):
        return not (len(words) > 1 and len(words[0]) < 4 and is_firm(words))
    if words[0] in lexicon.words("things") and (len(words) == 1 or not is_body(words)):
        return True
    if at == 0 and len(words) > 1 and words[0].endswith("ing") and _is_gerund(words[0]):
        return True
    if words[0] not in lexicon.words("starts"):
        return False
    if len(words) > 2 and reading.at(at - 1).lower() == "the" and is_body(words):
        return False
    opens = at == 0 or not reading.texts[at - 1][0].isalnum()
    if opens and words[0].endswith("s") and words[1:2] == ["of"]:
        return True
    if len(words) > 1 and words[0] not in lexicon.words("dropped") and told_by(reading, at + len(words)):
        return False
    return len(words) == 1 or words[0] in lexicon.words("dropped") or (opens and not is_body(words))


def _is_gerund(word: str) -> bool:
    """`Urging Orvar to sell, ...`"""
    stem = word[:-3].lower()
    return stem in lexicon.verbs("sure_bare") or f"{stem}e" in lexicon.verbs("sure_bare")


def _keep_body(reading: Reading, at: int, end: int) -> int:
    reading.found.append(reading.naming(at, end, ActorType.ORGANISATION, sure=True, scenery=False))
    return end


def _keep_person(reading: Reading, at: int, name: int, end: int) -> int:
    made = reading.naming(name, end, ActorType.PERSON, sure=True, scenery=False)
    if reading.at(at - 1) == "of" and reading.at(at - 2) in title_heads():
        at -= 2  # Secretary of State
    words = [reading.texts[i] for i in range(at, name)]
    made.role = " ".join(words).replace(" .", ".").lower() if len(words) > 1 or words[0] not in COURTESY else ""
    made.descriptions = description_before(reading, at)
    if words[0].lower() in lexicon.heads("ranks") or words[0].lower() in lexicon.heads("address"):
        made.forms = (" ".join(reading.value[reading.starts[at] : made.span.end].split()),)
    reading.found.append(made)
    return end


_NOBLE = [[title] for title in ("Duke", "Duchess", "Prince", "Princess", "Earl", "Countess", "Marquess", "Archduke")]
_ORDINALS = frozenset(["st", "nd", "rd", "th"])
_PLURAL_TITLES = frozenset(
    ["Brothers", "Sisters", "Presidents", "Ministers", "Judges", "Generals", "Senators", "Twins"]
)
"""Before the names of several people."""
_FEASTS = frozenset(["Day", "Eve", "Night", "Sunday"])
"""After a saint's name: nobody is named."""
_BEFORE_LAW = frozenset(["to", "for", "and", "against"])
_OFFICES = listed(
    "Minister Secretary Governor Commissioner Officer Director Chairman Chairwoman Inspector Superintendent Ambassador "
    "Envoy Spokesman Spokeswoman Chancellor President Prosecutor Speaker Mayor Coroner Registrar Treasurer Sheriff"
)


def _is_office(words: list[str]) -> bool:
    """`The Junior Health Minister`, with no name behind it."""
    return len(words) > 1 and words[-1] in _OFFICES and not is_given(words[0])


def _keep(reading: Reading, at: int, end: int, words: list[str]) -> None:
    if _is_office(words):
        return
    if any(reading.backed[at:end]) and reading.backed[end - 1] in lexicon.words("backed"):
        return
    kind, sure = kind_of(reading, at, end, words)
    if words[-1] in lexicon.words("armed") and reading.at(at - 1) in ("st", "nd", "rd", "th"):
        at -= 2  # the 6th Mountain Regiment
    last = institution(reading, end) if len(words) < 3 and not sure and kind is not ActorType.PERSON else 0
    if last and reading.at(last - 1) not in lexicon.words("state_parts"):
        _keep_body(reading, at, last)
        return
    made = reading.naming(at, end, kind, sure=sure)
    made.ties = not reading.backed[end - 1]
    if kind is ActorType.PERSON or (kind is None and len(words) == 1):
        made.role = leading_role(reading, at)
        if made.role:
            made.kind, made.sure = ActorType.PERSON, made.sure or len(words) > 1
        made.descriptions = description_before(reading, at)
    reading.found.append(made)
