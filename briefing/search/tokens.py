"""Words as search sees them: one rule for the index, for queries and for the marks in a text.

A token is a folded run of letters and digits. Runs that a hyphen, an apostrophe or the like holds together give one
token each, at successive positions, and one joined token at the first of them: `al-Jufra` is `al`, `jufra` and
`aljufra`. A possessive `'s` is dropped. `U.S.` is `us`; `1,200` is `1200`; `2.5` is `2.5`. Scripts written without
spaces give one token a character, so that a phrase of them finds any part of a sentence. No stop words, no stemming.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.fold import fold
from briefing.model.kept import Kept
from briefing.model.pattern import lazy
from briefing.model.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re

LONGEST = 100
"""Characters of a token that count; what follows is cut, in texts and in queries alike."""
MOST_PARTS = 5
"""Words of more parts than this have no joined token."""


class Token(NamedTuple):
    """A folded word, where it stands in the text, and its position among the words."""

    text: str
    start: int
    end: int
    position: int
    joined: bool = False


# Typographic characters are first brought to one ASCII character each, so that most news takes the ASCII path.
_SAME_LENGTH = (
    ("’", "'"), ("‘", "'"), ("ʼ", "'"), ("´", "'"), ("`", "'"), ("′", "'"), ("ʹ", "'"), ("ʿ", "'"), ("ʾ", "'"),
    ("‐", "-"), ("‑", "-"), ("–", "-"), ("\u00ad", "-"), ("“", " "), ("”", " "), ("—", " "), ("…", " "),
    ("\u00a0", " "),
)  # fmt: skip

# Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_ALONE += "\U00020000-\U0003ffff"
_EARLY = bytes(range(0xE0))
"""What UTF-8 has of characters before U+0800, where none of _ALONE is."""
# Marks that belong to the word they stand in: accents, Hebrew and Arabic points, Indic vowel signs.
_MARK = r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_MARK += r"\u0900-\u0963\u0966-\u0dff]"


def _run(letter: str) -> str:
    return rf"{letter}++(?:{_MARK}++{letter}*+)*"


# No group is possessive: Python before 3.11.5 goes on from the wrong place after one.
_NUMBER = r"[0-9]++(?:[.,][0-9]++)+"
_INITIALS = r"[a-zA-Z](?:\.[a-zA-Z])+(?![a-zA-Z0-9]|\.[a-zA-Z])\.?+(?:'[sS](?![a-zA-Z0-9]))?"


def _pattern(run: str, alone: str) -> re.Pattern[str]:
    part = rf"(?:{_NUMBER}|{run})"
    return lazy(rf"{_INITIALS}|{part}(?:['-]{part})*{alone}")


_ASCII = _pattern(r"[a-z0-9]++", "")
_SPACED = _pattern(_run(r"[^\W_]"), "")
"""For texts without _ALONE, which compiles in a tenth of the time."""
_ANY = _pattern(_run(rf"[^\W_{_ALONE}]"), rf"|[{_ALONE}]")
_PART = lazy(r"[^'-]++")
_THOUSANDS = lazy(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INITIALS_ONLY = lazy(_INITIALS)


def typewritten(text: str) -> str:
    """The text in the same length with the quotes, dashes and blanks of a typewriter."""
    for character, plain in _SAME_LENGTH:
        text = text.replace(character, plain)
    return text


def _words(text: str) -> tuple[str, re.Pattern[str]]:
    """The text in the same length, easier to read, and the pattern that reads it."""
    if not text.isascii():
        text = typewritten(text)
        if not text.isascii():
            late = text.encode("utf-8", "surrogatepass").translate(None, _EARLY)
            return text, _ANY if late else _SPACED
    else:
        text = text.replace("`", "'")
    return text.lower(), _ASCII


def _cut_word(word: str) -> tuple[tuple[tuple[str, int, int], ...], str]:
    """Folded parts of one matched word with their places in it, and the joined form or ""."""
    if "." in word and _INITIALS_ONLY.fullmatch(word):
        letters = word.removesuffix("'s").removesuffix("'S").replace(".", "")
        return ((fold(letters)[:LONGEST], 0, len(word.removesuffix("'s").removesuffix("'S"))),), ""
    parts = [(part_of_word(m.group()), m.start(), m.end()) for m in _PART.finditer(word)]
    if len(parts) > 1 and parts[-1][0] == "s" and word[parts[-1][1] - 1] == "'":
        parts.pop()
    parts = [part for part in parts if part[0]]
    joined = "".join(part[0] for part in parts) if 1 < len(parts) <= MOST_PARTS else ""
    return tuple((part[:LONGEST], start, end) for part, start, end in parts), joined[:LONGEST]


_split = Kept(_cut_word).__getitem__


def part_of_word(part: str) -> str:
    """The token of a run of letters, or of a number, that nothing holds together with another."""
    if "," in part:
        part = part.replace(",", "" if _THOUSANDS.fullmatch(part) else ".")
    return fold(part)


def _walk(text: str) -> Iterator[Token]:
    plain, pattern = _words(text)
    position = 0
    for match in pattern.finditer(plain):
        word, at = match.group(), match.start()
        if word.isascii() and word.isalnum():
            yield Token((word if pattern is _ASCII else word.lower())[:LONGEST], at, match.end(), position)
            position += 1
            continue
        parts, joined = _split(word)
        if joined:
            yield Token(joined, at + parts[0][1], at + parts[-1][2], position, joined=True)
        for part, start, end in parts:
            yield Token(part, at + start, at + end, position)
            position += 1


def tokens(text: str) -> list[Token]:
    """All tokens of a text; a joined one comes before its parts."""
    if text.isascii() and text.isalnum():  # one word, which costs no expression
        return [Token(text.lower()[:LONGEST], 0, len(text), 0)]
    return list(_walk(text))


def word_places(word: str, text: str) -> list[int] | None:
    """Where a token begins in a text, without a look at all the other words; None where only that can tell."""
    plain, pattern = _words(text)
    if pattern is not _ASCII or not (word.isascii() and word.isalpha() and 1 < len(word) < LONGEST):
        return None
    found: list[int] = []
    held, at = 0, plain.find(word)
    while at >= 0:
        held, end = held + 1, at + len(word)
        before = plain[at - 1 : at]
        if before.isdigit():  # `1.5km` is two tokens, `15km` is one
            return None
        # Marks that hold words together part them too: each part is a token of its own.
        if not (before.isalpha() or plain[end : end + 1].isalnum()):
            found.append(at)
        at = plain.find(word, end)
    for mark in ".,'-":
        plain = plain.replace(mark, "")
    return found if plain.count(word) == held else None  # marks inside may hide a joined token


def positions(text: str, into: dict[str, list[int]], first: int = 0) -> int:
    """Adds each token's positions, counted from `first`; returns the position after the last."""
    plain, pattern = _words(text)
    at = first
    for word in pattern.findall(plain):
        if word.isascii() and word.isalnum():
            word = (word if pattern is _ASCII else word.lower())[:LONGEST]
            if word in into:
                into[word].append(at)
            else:
                into[word] = [at]
            at += 1
            continue
        parts, joined = _split(word)
        if joined:
            into.setdefault(joined, []).append(at)
        for part, _, _ in parts:
            into.setdefault(part, []).append(at)
            at += 1
    return at


def parts_of(word: str) -> tuple[tuple[str, ...], str]:
    """What a word of a query stands for: its tokens in order, and the joined form if it is one held-together word."""
    found = tokens(word)
    apart = tuple(token.text for token in found if not token.joined)
    joined = [token.text for token in found if token.joined]
    whole = joined[0] if len(joined) == 1 and found[0].joined and found[0].end >= found[-1].end else ""
    return apart, whole
