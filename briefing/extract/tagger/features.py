"""What is looked at in a word, beside it and around it, each as a number of the table of weights."""

from __future__ import annotations

from functools import cache
from zlib import crc32

from briefing.extract import lexicon
from briefing.extract.reading import known_at, may_be_known
from briefing.extract.words import bare

ROWS = 1 << 16
"""Rows of the table of weights; a feature's row is its checksum, cut to fit."""
_MASK = ROWS - 1
LONGEST = 40
"""Letters of a word that are looked at."""
OFFSETS = (-2, -1, 1, 2)
"""The neighbours looked at."""
Spelled = tuple[bytes, int, int, int]
"""A word's letters, and the checksums of what it begins: with the word behind it, seen from each, and over one word."""
_SECTIONS = (
    "titles", "roles", "organisation", "armed", "company", "place", "given", "particles", "days", "events", "sectors",
    "plain", "starts", "things", "place_heads", "before_place", "settled", "company_nouns", "body_roles", "vessels",
    "group_nouns", "state_parts",
)  # fmt: skip


def row(feature: str, salt: int = 0) -> int:
    """The row of the table where the feature's weights stand."""
    return crc32(feature.encode("utf-8", "surrogatepass"), salt) & _MASK


@cache
def _marks() -> dict[str, str]:
    """Each word that a list or table of ours has, with the letters of those lists."""
    found: dict[str, str] = {}
    for at, section in enumerate(_SECTIONS):
        for word in lexicon.words(section):
            found[word] = found.get(word, "") + chr(65 + at)
    return found


def _shape(word: str) -> str:
    """`Xx` for Haftar, `x-Xx` for al-Jufra, `X.X.` for U.S., `XxXx` for McCain."""
    made = ""
    for letter in word[:12]:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else "9" if letter.isdigit() else letter
        if not made.endswith(sign) or len(made) < 2 or made[-2] != sign:
            made += sign
    return made


def own(word: str) -> list[int]:
    """Rows for the word itself, whatever stands around it."""
    word = word[:LONGEST]
    plain = bare(word)
    low = plain.lower()
    marks = _marks().get(plain, "")
    found = [
        f"w {plain}",
        f"l {low}",
        f"s {_shape(plain)}",
        f"m {marks}",
        f"o {word != plain}",
        f"n {min(len(plain), 6)}",
    ]
    found += [f"p{size} {low[:size]}" for size in (1, 2, 3, 4)]
    found += [f"e{size} {low[-size:]}" for size in (1, 2, 3, 4)]
    if "-" in plain:
        head, _, tail = plain.rpartition("-")
        found += [f"h {head.lower()}", f"t {tail.lower()}"]
    return [row(feature) for feature in found]


def beside(word: str, offset: int) -> list[int]:
    """Rows for a neighbour, `offset` words away; "" where the sentence ends."""
    word = word[:LONGEST]
    plain = bare(word)
    salt = offset + 10
    found = [f"w {plain}", f"s {_shape(plain)} {word != plain}", f"m {_marks().get(plain, '')}"]
    if abs(offset) == 1:
        found += [f"e {plain[-3:].lower()}", f"l {plain.lower()}"]
    return [row(feature, salt) for feature in found]


def around(texts: list[str], at: int, last: int, known: str, common: frozenset[str]) -> list[int]:
    """Rows for the word in its sentence: with its neighbours, its place, tables that know it, its small spelling."""
    word = texts[at][:LONGEST]
    before = texts[at - 1][:LONGEST] if at else ""
    after = texts[at + 1][:LONGEST] if at < last else ""
    opens = at == 0 or (at == 1 and not before[0].isalnum())
    return [
        *pairs(spelled(before), spelled(word), spelled(after)),
        spelling(opens, word.lower() in common, word.isupper()),
        *marked(known, opens, before, after),
        *opening(word, opens),
    ]


def spelled(word: str) -> Spelled:
    """The word as its checksum takes it."""
    letters = word.encode("utf-8", "surrogatepass")
    return letters, crc32(letters + b" ", 20), crc32(letters + b" ", 21), crc32(letters + b" . ", 22)


def pairs(before: Spelled, word: Spelled, after: Spelled) -> tuple[int, int, int]:
    """Rows for the word with each neighbour, and for both neighbours."""
    own, beyond = word[0], after[0]
    return crc32(own, before[1]) & _MASK, crc32(beyond, word[2]) & _MASK, crc32(beyond, before[3]) & _MASK


def spelling(opens: bool, is_common: bool, is_upper: bool) -> int:
    """The row for a word that opens its sentence, or not; has its small spelling in the text; is all capitals."""
    return row(f"{opens} {is_common} {is_upper}", 23)


def marked(known: str, opens: bool, before: str, after: str) -> list[int]:
    """Rows for the entry of our tables that the word belongs to, "" for none, and its neighbours."""
    return [row(f"{known} {opens}", 24), row(f"{before} {known}", 25), row(f"{known} {after}", 26)]


def opening(word: str, opens: bool) -> list[int]:
    """The row for the word as the first of its sentence, or not."""
    return [row(f"{opens} {word}", 27)]


def known_marks(texts: list[str], at: int, end: int) -> list[str]:
    """For each word from `at` to `end` the entry of our tables it belongs to: its kind, how the name stands for it."""
    found: list[str] = []
    while at < end:
        until, entry = known_at(texts, at) if may_be_known(texts[at]) else (at, None)
        if entry is None:
            found.append("")
            at += 1
            continue
        mark = f"{entry.type} {entry.how} {entry.is_media}"
        found.extend(f"{mark} {place > at}" for place in range(at, min(until, end)))
        at = until
    return found
