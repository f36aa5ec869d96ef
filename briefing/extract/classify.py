"""What kind of name a run of capitalised words is: titles, cue words, given names, neighbours."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.evidence import (
    acts_as_body,
    belonging_to,
    is_event,
    is_given,
    is_state,
    kind_of_head,
    kind_of_run,
    named_after,
    told_by,
)
from briefing.extract.foreign_nouns import is_abroad, noun_in
from briefing.extract.lexicon import Entry, How
from briefing.extract.people import description_before, is_role, leading_role
from briefing.extract.reading import SHORTENED, Reading, capital, institution, is_head, keep_known, known_at, run_end
from briefing.extract.titles import title_heads, title_inside, title_length
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
    if end - at > 2 and reading.texts[end - 1] in lexicon.words("letters_after"):
        reading.found.append(reading.naming(at, end - 1, ActorType.PERSON, sure=True))
        return end
    words = [bare(word) for word in reading.texts[at:end]]
    if words[0] in lexicon.words("ship_prefixes") and len(words) > 1:
        ship = reading.naming(at + 1, end, ActorType.OTHER, sure=True)
        ship.forms = (" ".join(reading.value[reading.starts[at] : ship.span.end].split()),)
        reading.found.append(ship)
        return end
    if "Correspondent" in words[1:] and entry and entry.is_media:
        return end
    if reading.at(end) == "family" and end - at <= 2 and reading.texts[end - 1] == words[-1] and not entry:
        reading.found.append(reading.naming(at, end + 1, ActorType.OTHER, sure=True))
        return end + 1
    if (
        len(words) == 2
        and words[0] in lexicon.words("numbered")
        and (len(words[1]) == 1 or words[1] in lexicon.words("roman"))
    ):
        return end
    if words[0] in _PLURAL_TITLES and len(words) > 1:
        return at + 1
    if words in _NOBLE and reading.at(end) == "of" and capital(reading.at(end + 1) or "."):
        end = run_end(reading, end + 1)
        reading.found.append(reading.naming(at, end, ActorType.PERSON, sure=True))
        return end
    title = title_length(words)
    if reading.at(end) in _BEFORE_LAW and (law := _law_end(reading, end)):
        return law
    if is_event(words) and not _is_body(words[:-1]):
        return end
    if entry and entry.type is ActorType.STATE:
        body_end, body = known_at(reading.texts, known_end)
        if body and body_end == end and body.type is ActorType.ORGANISATION:
            reading.found.append(reading.naming(at, end, body.type, sure=True, entry=body))
            return end
    if entry and not _belongs_together(words, known_end - at, entry):
        keep_known(reading, at, known_end, entry)
        return known_end
    if not entry and not title and _drops_first(reading, at, words):
        return at + 1
    if title == 1 and len(words) == 2 and is_given(words[0]) and not entry:
        title = 0
    if title and title < len(words) and not _is_body(words):
        return _keep_person(reading, at, at + title, end)
    if title == len(words):
        return end
    if len(words) == 1 and is_head(words[0]):
        if (at and reading.at(at - 1).lower() == "the") or _is_short_name(reading, at, end):
            reading.found.append(reading.naming(at, end, None))
        return end
    inside = title_inside(words)
    if inside and not _is_body(words):
        if _is_body(words[:inside]) or words[inside - 1].isupper():
            reading.found.append(reading.naming(at, at + inside, ActorType.ORGANISATION, sure=True))
        return _keep_person(reading, at, at + inside + title_length(words[inside:]), end)
    inner = _known_inside(reading, at, end)
    if inner and not _is_body(words):
        end = inner
        words = words[: end - at]
    _keep(reading, at, end, words)
    return end


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
        return _is_body(rest)
    if _is_body(rest) or (rest and rest[-1] in lexicon.words("place")):
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
    if words[0] in lexicon.words("days"):
        return True
    if words[0] in lexicon.words("things") and (len(words) == 1 or not _is_body(words)):
        return True
    if words[0] not in lexicon.words("starts"):
        return False
    if len(words) > 1 and words[0] not in lexicon.words("dropped") and told_by(reading, at + len(words)):
        return False
    opens = at == 0 or not reading.texts[at - 1][0].isalnum()
    if opens and words[0].endswith("s") and words[1:2] == ["of"]:
        return True
    return len(words) == 1 or words[0] in lexicon.words("dropped") or (opens and not _is_body(words))


def _is_body(words: list[str]) -> bool:
    return any(word in lexicon.words("organisation") or word in lexicon.words("armed") for word in words[-1:]) or any(
        is_head(word) and words[at + 1] in ("of", "for", "on", "in") for at, word in enumerate(words[:-1])
    )


def _keep_person(reading: Reading, at: int, name: int, end: int) -> int:
    made = reading.naming(name, end, ActorType.PERSON, sure=True, scenery=False)
    if reading.at(at - 1) == "of" and reading.at(at - 2) in title_heads():
        at -= 2  # Secretary of State
    words = [reading.texts[i] for i in range(at, name)]
    made.role = " ".join(words).replace(" .", ".").lower() if len(words) > 1 or words[0] not in _COURTESY else ""
    made.descriptions = description_before(reading, at)
    if words[0].lower() in lexicon.heads("ranks") or words[0] == "Captain":
        made.forms = (" ".join(reading.value[reading.starts[at] : made.span.end].split()),)
    reading.found.append(made)
    return end


_NOBLE = [[title] for title in ("Duke", "Duchess", "Prince", "Princess", "Earl", "Countess", "Marquess", "Archduke")]
_PLURAL_TITLES = frozenset(
    ["Brothers", "Sisters", "Presidents", "Ministers", "Judges", "Generals", "Senators", "Twins"]
)
"""Before the names of several people."""
_BEFORE_LAW = frozenset(["to", "for", "and", "against"])
_BEFORE_SAINT = frozenset(["in", "near", "at", "of", "from", "to", "outside"])
_BEFORE_TOWN = frozenset(["in", "near", "of", "outside", "at", "from"])
_THEMSELVES = frozenset(["himself", "herself"])
_COURTESY = frozenset(["Mr", "Mrs", "Ms", "Miss", "Sir", "Lady", "Dame", "Dr"])


def _keep(reading: Reading, at: int, end: int, words: list[str]) -> None:
    if any(reading.backed[at:end]) and reading.backed[end - 1] in lexicon.words("backed"):
        return
    kind, sure = kind_of(reading, at, end, words)
    if words[-1] in lexicon.words("armed") and reading.at(at - 1) in ("st", "nd", "rd", "th"):
        at -= 2  # the 6th Mountain Regiment
    last = institution(reading, end) if len(words) < 3 and not sure and kind is not ActorType.PERSON else 0
    if last and reading.at(last - 1) not in lexicon.words("state_parts"):
        reading.found.append(reading.naming(at, last, ActorType.ORGANISATION, sure=True, scenery=False))
        return
    made = reading.naming(at, end, kind, sure=sure)
    made.ties = not reading.backed[end - 1]
    if kind is ActorType.PERSON or (kind is None and len(words) == 1):
        made.role = leading_role(reading, at)
        if made.role:
            made.kind, made.sure = ActorType.PERSON, made.sure or len(words) > 1
        made.descriptions = description_before(reading, at)
    reading.found.append(made)


def kind_of(reading: Reading, at: int, end: int, words: list[str]) -> tuple[ActorType | None, bool]:
    """The kind that the words and their neighbours suggest, and whether they say it surely."""
    following, before = reading.at(end), reading.before(at)
    if any(word in lexicon.words("company") or word == "&" for word in words[1:]) or words[0] in ("N.V.", "S.A."):
        return ActorType.ORGANISATION, True
    is_full_name = len(words) > 1 and is_given(words[0])
    if not is_full_name and is_state(reading, at, end) and not _is_body(words):
        return ActorType.STATE, True
    if len(words) > 1:
        if words[-1] in lexicon.words("armed") or (words[0] in lexicon.words("armed") and "of" in words):
            return ActorType.ARMED_GROUP, True
        if _is_body(words):
            return (ActorType.PLACE if _is_land(words) else kind_of_head(words)), True
        if not is_full_name and (is_abroad(words[0]) or noun_in(words[-1])):
            return belonging_to(reading, at) or ActorType.ORGANISATION, True
        if noun := named_after(reading, at, end):
            return noun, True
        if following in lexicon.words("named_bodies") and reading.at(at - 1).lower() == "the":
            return ActorType.ORGANISATION, True
        if words[-1] in lexicon.words("sectors") and reading.at(at - 1).lower() != "the":
            return ActorType.ORGANISATION, True
        if words[-1] in lexicon.words("place") or words[0] in lexicon.words("place_heads"):
            is_body = acts_as_body(reading, at, end, "company_roles") or (
                words[-1] in lexicon.words("place_alone") and following in lexicon.verbs("modal")
            )
            return (ActorType.ORGANISATION if is_body else ActorType.PLACE), True
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
    if len(words) == 1:
        return _kind_of_single(reading, at, end, words[0])
    return kind_of_run(reading, at, end, words)


def _is_land(words: list[str]) -> bool:
    """`District of Columbia`, `Bay of Pigs`."""
    return words[1] == "of" and words[0] in lexicon.words("place") and words[-1] not in lexicon.words("organisation")


def _closes(reading: Reading, noun: int) -> bool:
    """Whether a noun is the last of its phrase: `X hospital said`, not `X hospital staff`."""
    after = reading.at(noun + 1)
    return not after[:1].isalpha() or after in lexicon.words("no_description") or is_verb(after)


def _is_town(reading: Reading, at: int, end: int) -> bool:
    """`in X, Texas,`: a town with the region it lies in."""
    if reading.at(end) != "," or reading.at(at - 1).lower() not in _BEFORE_TOWN or end + 1 >= len(reading.texts):
        return False
    after, region = known_at(reading.texts, end + 1)
    if not region or region.how is not How.NAME or region.type not in (ActorType.PLACE, ActorType.STATE):
        return False
    last = reading.at(after - 1)
    return last == bare(last) and reading.at(after) in (",", ".", "", ";", ")")


def _is_landscape(reading: Reading, end: int) -> bool:
    """`the X river`, `the X desert road`."""
    following = reading.at(end)
    return (
        following.islower()
        and following not in lexicon.words("no_description")
        and reading.at(end + 1) in lexicon.words("place")
    )


def _kind_of_single(reading: Reading, at: int, end: int, word: str) -> tuple[ActorType | None, bool]:
    following = reading.at(end)
    if (noun := named_after(reading, at, end)) and not is_given(word):
        return noun, True
    if following in _THEMSELVES:
        return ActorType.PERSON, True
    if following in lexicon.words("named_bodies") and word == reading.at(end - 1) and not word.isupper():
        return ActorType.ORGANISATION, True
    if not is_given(word) and (told := told_by(reading, end)):
        return told, True
    if (word.isupper() and len(word) > 1) or following.isdecimal():
        return None, False
    scene = reading.before(at) in ("in", "near", "at", "outside", "from", "around") and not reading.is_held(at)
    if scene and word == reading.at(end - 1) and reading.at(at - 1).lower() != "the":
        return ActorType.PLACE, False
    if following in lexicon.verbs("say") and not reading.naming(at, end, None).opens:
        return ActorType.PERSON, False
    if following == "," and is_role(reading, end + 1):
        return ActorType.PERSON, False
    return None, False
