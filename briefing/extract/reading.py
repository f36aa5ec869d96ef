"""A sentence while its names are read: its words, the known names in it, and where runs of capitals end."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import lexicon
from briefing.extract.institutions import after_name
from briefing.extract.lexicon import Entry
from briefing.extract.naming import Naming, Sentence
from briefing.extract.words import Kept, bare
from briefing.model.actor import ActorType
from briefing.model.text import Span

LONGEST_WORD = 60
LONGEST_RUN = 9
"""Words in a name; a longer run of capitals is a headline or a list."""


_FIELDS = ("tion", "ment", "ity", "ture", "ics", "ing", "ogy", "port", "ence", "gence", "merce")
"""Endings of what bodies have in their names before an `and`: Immigration and Naturalization Service."""
_SHORT_FIELDS = frozenset(["Health", "Labour", "Labor", "Trade", "Food", "Youth", "Justice", "Land", "Water", "Sport"])


KIN = frozenset(["Sons", "Son", "Daughters", "Brothers", "Partners", "Associates", "Company", "Co"])
"""After `and` these end the name of a firm."""


THOSE = frozenset(["Families", "Friends", "Mothers", "Survivors", "Relatives", "Parents", "Doctors", "Artists", "Sons"])
"""Of what, or for what: Friends of the Earth."""
_HELD = frozenset(["share", "shares", "stake", "stakes", "shareholders", "investors", "investor", "holding", "bonds"])


class _Numbered(dict[int, str]):
    """Words by number; nothing before the first and after the last. Asked for so often that a call would show."""

    def __missing__(self, at: int) -> str:
        return ""


class Reading:
    """One sentence while its names are read."""

    __slots__ = ("at", "backed", "common", "ends", "found", "number", "sentence", "starts", "texts", "value")

    def __init__(self, value: str, sentence: Sentence, number: int, common: frozenset[str] = frozenset()) -> None:
        self.value, self.sentence, self.number, self.common = value, sentence, number, common
        self.texts, self.starts, self.ends, self.backed = _without_suffixes(sentence)
        self.at: Callable[[int], str] = _Numbered(enumerate(self.texts)).__getitem__
        """The word of a number, or nothing."""
        self.found: list[Naming] = []

    def naming(self, first: int, last: int, kind: ActorType | None, **more: object) -> Naming:
        """A naming of these words, possessive left out, with what its neighbours say."""
        end = self.ends[last - 1]
        word = self.texts[last - 1]
        if word != bare(word):
            end -= 2
        span = Span(self.starts[first], end)
        made = Naming(self.number, first, last, span, " ".join(span.of(self.value).split()), kind)
        made.opens = first == 0 or (first == 1 and not self.texts[0][0].isalnum())
        made.scenery = self.before(first) in lexicon.words("before_place") and not self.is_held(first)
        for name, setting in more.items():
            setattr(made, name, setting)
        return made

    def before(self, at: int) -> str:
        """The word before, in lower case, with `the` looked through."""
        at -= 1
        if at >= 0 and self.texts[at].lower() == "the":
            at -= 1
        return self.texts[at].lower() if at >= 0 else ""

    def is_held(self, at: int) -> bool:
        """`shares in X`: a company, and no place."""
        return self.at(at - 1) == "in" and self.at(at - 2).lower() in _HELD


_has_dash = Kept(lambda word: "-" in word).__getitem__


def _without_suffixes(sentence: Sentence) -> tuple[list[str], list[int], list[int], list[str]]:
    """Words, starts, ends; and of `UN-brokered` the suffix, cut off the word."""
    words = sentence.words
    texts, ends = list(words.texts), list(words.ends)
    backed = [""] * len(texts)
    if not any(map(_has_dash, texts)):
        return texts, words.starts, ends, backed
    known = lexicon.words("backed") | lexicon.words("by_body")
    for at, word in enumerate(texts):
        if "-" in word and len(word) > 2:
            head, _, tail = word.rpartition("-")
            if tail in known and head:
                texts[at], ends[at], backed[at] = head, words.starts[at] + len(head), tail
        elif word == "-" and at and texts[at + 1 : at + 2] and words.starts[at] == words.ends[at - 1]:
            backed[at - 1] = texts[at + 1] if texts[at + 1] in known else ""
    return texts, words.starts, ends, backed


def _capital(word: str) -> bool:
    if word[0].isupper():
        return len(word) <= LONGEST_WORD
    head, dash, tail = word.partition("-")
    return bool(dash) and head in lexicon.words("particles") and tail[:1].isupper() and len(word) <= LONGEST_WORD


capital: Callable[[str], bool] = Kept(_capital).__getitem__
"""Whether the word is written like a name: Haftar, al-Jufra, LPDF, not 2021 and not the."""
_entries = Kept(lambda word: lexicon.gazetteer().get(bare(word), ())).__getitem__


def known_at(texts: list[str], at: int) -> tuple[int, Entry | None]:
    """The end of the longest known name that starts here, and what it stands for."""
    for key, entry in _entries(texts[at]):
        end = at + len(key)
        if len(key) == 1 or (end <= len(texts) and _same(texts, at, end - 1, key)):
            return end, entry
    return at, None


def _same(texts: list[str], at: int, last: int, key: tuple[str, ...]) -> bool:
    return bare(texts[last]) == key[-1] and tuple(texts[at:last]) == key[:-1]


def keep_known(reading: Reading, at: int, end: int, entry: Entry) -> None:
    """Keeps the naming of a known name, unless it is the X of `X-backed`."""
    suffix = next((s for s in reading.backed[at:end] if s), "")
    if entry.type in (ActorType.STATE, ActorType.PLACE) and not suffix and (last := institution(reading, end)):
        reading.found.append(reading.naming(at, last, ActorType.ORGANISATION, sure=True, scenery=False))
    elif suffix not in lexicon.words("backed"):
        reading.found.append(reading.naming(at, end, entry.type, sure=True, entry=entry, ties=not suffix))


def institution(reading: Reading, end: int) -> int:
    """After `police` in `Tanzanian police said`, `Danish competition council`: a body of its own; 0 for none."""
    if reading.texts[end - 1] != bare(reading.texts[end - 1]):
        return 0
    last = after_name(reading.texts, end)
    following = reading.at(last)
    return 0 if following in lexicon.words("roles") or following[:1].isupper() else last


def run_end(reading: Reading, at: int) -> int:
    """Where the run of capitalised words that starts here ends; particles, initials, `Ministry of` belong to it."""
    return _in_a_place(reading, at, _joined_body(reading, at, _run_end(reading, at)))


def _run_end(reading: Reading, at: int) -> int:
    texts, end = reading.texts, at + 1
    has_head = is_head(texts[at]) or (at > 0 and texts[at] in THOSE)
    while end < len(texts) and end - at < LONGEST_RUN:
        if reading.backed[end - 1] or _split_by_sign(reading, end):
            break
        if texts[end - 1] != bare(texts[end - 1]) and not _owned_house(texts, at, end):
            break
        step = _continues(reading, end, has_head)
        if not step:
            break
        has_head = has_head or is_head(texts[end + step - 1])
        end += step
    return end


def _in_a_place(reading: Reading, at: int, end: int) -> int:
    """`Embassy in Arden`, `Observer Mission in Arden (OMA)`: the place belongs to the name, as the acronym shows."""
    if reading.at(end) != "in" or end - at < 2 or not capital(reading.at(end + 1) or "."):
        return end
    if reading.texts[end - 1] in lexicon.words("abroad") and reading.at(end + 1) not in lexicon.words("days"):
        return end + 2
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
    is_saint = end - at > 1 and texts[end - 2] in ("St", "Saint", ".")
    house = bare(texts[end])
    is_house = house in lexicon.words("organisation") or house in lexicon.words("armed")
    return is_house and (is_saint or owner in lexicon.words("house_owners"))


def _joined_body(reading: Reading, at: int, end: int) -> int:
    """`Dock and Harbour Workers' Union`: an ordinary word, `and`, and what ends as a body does."""
    following = reading.at(end + 1)
    if reading.at(end) != "and" or not following or not capital(following):
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


is_head: Callable[[str], bool] = Kept(
    lambda word: any(word in lexicon.words(section) for section in ("organisation", "armed", "place"))
).__getitem__
"""Whether `of` may follow inside the name: Ministry of, Army of, Gulf of."""


SHORTENED = frozenset(["St", "Mt", "Ft"])
"""Before a stop these begin a place's name: St. Albans."""


def _continues(reading: Reading, end: int, has_head: bool) -> int:
    texts, word = reading.texts, reading.texts[end]
    following = reading.at(end + 1)
    if capital(word) and word not in lexicon.words("days"):
        return 0 if _is_pronoun(word, following) else 1
    if word == "&" and following and capital(following):
        return 2
    if word == "/" and following == "S" and texts[end - 1] == "A":
        return 2  # Volt A/S
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
    return 0


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
