"""Where the runs of capitalised words end that are names: particles, initials, `Ministry of` belong to them."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.reading import Reading, capital, is_head, known_at
from briefing.extract.titles import OF_OFFICE, title_heads
from briefing.extract.words import bare
from briefing.model.kept import Kept

LONGEST_RUN = 9
"""Words in a name; a longer run of capitals is a headline or a list."""


_FIELDS = ("tion", "ment", "ity", "ture", "ics", "ing", "ogy", "port", "ence", "gence", "merce")
"""Endings of what bodies have in their names before an `and`: Immigration and Naturalization Service."""
_SHORT_FIELDS = frozenset(["Health", "Labour", "Labor", "Trade", "Food", "Youth", "Justice", "Land", "Water", "Sport"])


KIN = frozenset(["Sons", "Son", "Daughters", "Brothers", "Partners", "Associates", "Company", "Co"])
"""After `and` these end the name of a firm."""


THOSE = frozenset(["Families", "Friends", "Mothers", "Survivors", "Relatives", "Parents", "Doctors", "Artists", "Sons"])
"""Of what, or for what: Friends of the Earth."""


def run_end(reading: Reading, at: int) -> int:
    """Where the run of capitalised words that starts here ends; particles, initials, `Ministry of` belong to it."""
    end = _run_end(reading, at)
    if reading.at(end) == "and":
        end = _joined_body(reading, at, end)
    return _in_a_place(reading, at, end) if reading.at(end) == "in" else end


def _run_end(reading: Reading, at: int) -> int:
    texts, end = reading.texts, at + 1
    has_head = is_head(texts[at]) or (at > 0 and texts[at] in THOSE)
    while end < len(texts) and end - at < LONGEST_RUN:
        if reading.backed[end - 1] or _split_by_sign(reading, end):
            break
        if texts[end - 1] != bare(texts[end - 1]) and not _owned_house(texts, at, end):
            break
        step = _continues(reading, at, end, has_head)
        if not step:
            break
        word = texts[end + step - 1]
        is_office = word in OF_OFFICE and texts[end + step - 2] == "of"  # Secretary of State for the Colonies
        has_head = (is_body_head(word) and not is_office) or (has_head and word not in title_heads())
        end += step
    return end


is_body_head: Callable[[str], bool] = Kept(
    lambda word: word in lexicon.words("organisation") or word in lexicon.words("armed")
).__getitem__
"""Whether a body's name may end with the word, or go on with `of`: Orvar Institute of, but not Velin Ocean of."""


def _in_a_place(reading: Reading, at: int, end: int) -> int:
    """`Embassy in Arden`, `Observer Mission in Arden (OMA)`: the place belongs to the name, as the acronym shows."""
    if end - at < 2 or not capital(reading.at(end + 1) or "."):
        return end
    if reading.texts[end - 1] in lexicon.words("abroad") and reading.at(end + 1) not in lexicon.words("days"):
        return max(end + 2, known_at(reading.texts, end + 1)[0])
    last = end + 2
    while last - end < 4 and capital(reading.at(last) or "."):
        last += 1
    acronym = reading.at(last + 1)
    if reading.at(last) != "(" or not acronym.isupper():
        return end
    letters = "".join(word[0] for word in (*reading.texts[at:end], *reading.texts[end + 1 : last]) if word[0].isupper())
    return last if acronym[0] == letters[0] and acronym[-1] == letters[-1] and len(acronym) >= len(letters) - 1 else end


def _owned_house(texts: list[str], at: int, end: int) -> bool:
    """`St Finbarr's Hospital`, `German People's Union`: an owner inside the name."""
    owner = bare(texts[end - 1])
    is_saint = end - at > 1 and (texts[end - 2] in ("St", "Saint") or texts[max(at, end - 3) : end - 1] == ["St", "."])
    house = bare(texts[end])
    return is_body_head(house) and (is_saint or owner in lexicon.words("house_owners"))


def _joined_body(reading: Reading, at: int, end: int) -> int:
    """`Dock and Harbour Workers' Union`: an ordinary word, `and`, and what ends as a body does."""
    following = reading.at(end + 1)
    if not following or following in lexicon.words("parties") or not capital(following):
        return end
    if bare(following) in KIN and end - at < 3 and reading.texts[end - 1] == bare(reading.texts[end - 1]):
        return end + 2  # Garland and Sons
    if reading.at(end - 2) == "of" and end - at > 2 and is_head(reading.texts[end - 3]):
        return _second_field(reading, at, end)
    if end - at > 2:
        return end
    is_field = reading.texts[end - 1].endswith(_FIELDS) or reading.texts[end - 1].lower() in reading.common
    if not is_field and not is_head(following):
        return end
    last = _run_end(reading, end + 1)
    return last if bare(reading.texts[last - 1]) in lexicon.words("organisation") and last - at <= LONGEST_RUN else end


def _second_field(reading: Reading, at: int, end: int) -> int:
    """`Ministry of Health and Social Affairs`, `Union of Tram and Bus Workers (UTBW)`: what the body is for."""
    last = _run_end(reading, end + 1)
    words = [*reading.texts[at:end], *reading.texts[end + 1 : last]]
    letters = "".join(word[0] for word in words if word[0].isupper())
    is_spelled = reading.at(last) == "(" and reading.at(last + 1) == letters
    of_fields = reading.texts[end - 1].endswith(_FIELDS) or reading.texts[end - 1] in _SHORT_FIELDS
    of_many = reading.texts[last - 1].endswith("s") and bare(reading.texts[last - 1]) == reading.texts[last - 1]
    return last if last - at <= LONGEST_RUN and (is_spelled or (of_fields and (of_many or last == end + 2))) else end


def _split_by_sign(reading: Reading, end: int) -> bool:
    """A line break or wide gap between two words ends a name."""
    gap = reading.value[reading.ends[end - 1] : reading.starts[end]]
    return "\n" in gap or len(gap) > 2


SHORTENED = frozenset(["St", "Mt", "Ft"])
"""Before a stop these begin a place's name: St. Albans."""


def _is_glued(reading: Reading, sign: int) -> bool:
    """Whether no blank stands on either side of a sign."""
    starts, ends = reading.starts, reading.ends
    return sign + 1 < len(starts) and starts[sign] == ends[sign - 1] and starts[sign + 1] == ends[sign]


def _continues(reading: Reading, at: int, end: int, has_head: bool) -> int:
    texts, word = reading.texts, reading.texts[end]
    following = reading.at(end + 1)
    if capital(word) and word not in lexicon.words("days"):
        return 0 if _is_pronoun(word, following) else 1
    if word == "&" and following and capital(following):
        return 2
    if word == "/" and following == "S" and texts[end - 1] == "A":
        return 2  # Volt A/S
    if word == "/" and end == at + 1 and len(texts[at]) == 1 and _is_glued(reading, end):
        return 2 if capital(following or ".") else 0  # S/P
    if word == "'" and texts[end - 1][-1] == "s" and reading.starts[end] == reading.ends[end - 1]:
        return 2 if is_head(bare(following)) or _is_guild(texts[end - 1], following) else 0
    if word == "." and following and _is_short(texts, end - 1):
        return 2 if capital(following) else 0
    if word in lexicon.words("particles") and word not in lexicon.words("english_too") and following:
        if capital(following):
            return 2
        beyond = reading.at(end + 2)
        return 3 if following in lexicon.words("particles") and beyond and capital(beyond) else 0
    if has_head and word in ("of", "for", "on") and texts[end - 1] not in lexicon.words("place_alone"):
        if following and capital(following) and following not in lexicon.words("days"):
            return 2
        beyond = reading.at(end + 2)
        if following == "the" and beyond and capital(beyond):
            return 3
    return 2 if word == "to" and has_head and following in _CAUSES else 0


_CAUSES = listed(
    "Protect Stop Save Defend End Free Elect Re-elect Re-Elect Abolish Ban Promote Prevent Preserve Restore Support "
    "Reform Combat Fight Build Rebuild Keep Oppose Rescue Help Aid Bring"
)
"""Verbs for what a body is there to do: Committee to Protect Journalists."""


def _is_short(texts: list[str], at: int) -> bool:
    """Before a stop: an initial, `St`, `Gen`; not the end of `A/S`."""
    word = texts[at]
    if len(word) == 1:
        return at == 0 or texts[at - 1] != "/"
    return word in SHORTENED or word in lexicon.words("titles")


def _is_guild(owners: str, following: str) -> bool:
    """`Miners' Solidarity`: many of one trade, and a name for what they have together."""
    return owners.endswith(("ers", "ors", "men", "women")) and bool(following) and capital(following)


def _is_pronoun(word: str, following: str) -> bool:
    """`I` after a name opens a clause, unless it numbers a king or a war."""
    if word[:2] in ("I'", "I’"):
        return True
    low = following.lower()
    return word == "I" and any(low in lexicon.verbs(section) for section in ("past", "present", "modal", "say"))
