"""The one door for raw text: what comes out is safe to show, and every offset leads back to what came in.

Dropped: control characters, bidirectional controls, invisible joiners and fillers, tags, variation selectors (a symbol
then has one width everywhere), marks beyond eight on one character. The two joiners stay only between letters of the
scripts that spell with them.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.formats.offsets import IDENTITY, Assembly, chain
from briefing.model.pattern import lazy
from briefing.model.text import OffsetMap
from briefing.model.typed import NamedTuple

MOST_MARKS = 8
"""Marks kept on one character; no script needs more, and thousands would hang a terminal."""

_INVISIBLE = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U00013430-\U0001345f\U000e0000-\U000e0fff"
)
_SPACES = r"\xa0\u1680\u2000-\u200a\u202f\u205f"
_BREAKS = r"\x0b\x0c\x85\u2028\u2029"
_BROKEN = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_JOINED = (
    r"\u0610-\u061a\u0620-\u06dc\u06de-\u06ff\u0750-\u077f\u08a0-\u08e1\u0900-\u0dff"
    r"\u1000-\u109f\u1780-\u17b3\u17b6-\u17d3"
)

_ASCII_DIRT = lazy(r"[\x00-\x09\x0b-\x1f\x7f]")
_DIRT = lazy(rf"[\t\r{_INVISIBLE}{_SPACES}{_BREAKS}{_BROKEN}]")
_ONE_FOR_ONE = lazy(rf"(?P<space>[{_SPACES}])|(?P<newline>[{_BREAKS}]|\r(?!\n))|[{_BROKEN}]")
_OTHER_LENGTH = lazy(rf"\t|(?!(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}]))[\r{_INVISIBLE}]")
_MAY_HOLD_MARKS = lazy(
    r"[\u0300-\u1fff\u20d0-\u2dff\u302a-\u302f\u3099\u309a\ua000-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]"
)
_WHITE = lazy(r"\s+")
_WESTERN = frozenset(map(chr, range(0xA1, 0x250))) - {"\xad"} | frozenset("‐‑‒–—―‘’‚“”„†‡•…′″‹›€™−")
"""Characters beyond ASCII that are clean wherever they stand: no text of these alone needs the classes above."""


class Cleaned(NamedTuple):
    """Safe text, not yet cut into paragraphs, and the way back to the raw one."""

    value: str
    origin: OffsetMap = IDENTITY


def clean(raw: str) -> Cleaned:
    """Make raw text safe: no control but newline, nothing invisible, NFC. Clean text comes back as it is."""
    if raw.isascii() or all(c in _WESTERN or c < "\x80" for c in set(raw)):
        return _scrub(raw) if _ASCII_DIRT.search(raw) else Cleaned(raw)
    import unicodedata  # only for what is not plainly Western

    if _DIRT.search(raw) or _is_deep(raw) or not unicodedata.is_normalized("NFC", raw):
        return _scrub(raw)
    return Cleaned(raw)


def clean_line(raw: str) -> str:
    """One safe line of a name, a path, a setting: breaks and runs of white space become one space."""
    return _WHITE.sub(" ", clean(raw).value).strip()


def cut(line: str, length: int) -> str:
    """`line`, or its head with an ellipsis where it is longer than `length`."""
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _scrub(raw: str) -> Cleaned:
    value, origin = _drop(_ONE_FOR_ONE.sub(_replace_one, raw))
    if not value.isascii():
        for step in (_thin, _compose, _thin):
            value, made = step(value)
            if made != IDENTITY:
                origin = chain(made, origin, len(value))
    return Cleaned(value, origin)


def _replace_one(hit: re.Match[str]) -> str:
    if hit.lastgroup is None:
        return "\ufffd"
    return " " if hit.lastgroup == "space" else "\n"


def _drop(value: str) -> tuple[str, OffsetMap]:
    made = Assembly(value)
    at = 0
    for hit in _OTHER_LENGTH.finditer(value):
        start, end = hit.span()
        made.copy(at, start)
        at = end
        if hit[0] == "\t":
            made.write("  ", start, end)
    made.copy(at, len(value))
    return made.finish()


@cache
def _marks() -> str:
    """A character class of all combining marks, made once, for the first text that may hold any."""
    import unicodedata

    found = [c for c in range(0x300, 0x20000) if unicodedata.category(chr(c))[0] == "M"]
    ranges: list[list[int]] = []
    for code in found:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


@cache
def _deep() -> re.Pattern[str]:
    return re.compile(f"(?<=[{_marks()}]{{{MOST_MARKS}}})[{_marks()}]+")


@cache
def _clusters() -> re.Pattern[str]:
    """Whatever composition may change: nothing composes across the edge of such a cluster."""
    follows = rf"{_marks()}\u1160-\u11ff\ud7b0-\ud7ff"
    return re.compile(rf"[^\x00-\x7f][{follows}]*|[\x00-\x7f][{follows}]+")


def _is_deep(value: str) -> bool:
    # Asked before normalisation, which is quadratic in the marks on one character.
    return bool(_MAY_HOLD_MARKS.search(value)) and bool(_deep().search(value))


def _thin(value: str) -> tuple[str, OffsetMap]:
    if not _is_deep(value):
        return value, IDENTITY
    made = Assembly(value)
    at = 0
    for hit in _deep().finditer(value):
        made.copy(at, hit.start())
        at = hit.end()
    made.copy(at, len(value))
    return made.finish()


def _compose(value: str) -> tuple[str, OffsetMap]:
    import unicodedata

    if unicodedata.is_normalized("NFC", value):
        return value, IDENTITY
    made = Assembly(value)
    at = 0
    for hit in _clusters().finditer(value):
        new = unicodedata.normalize("NFC", hit[0])
        if new != hit[0]:
            made.copy(at, hit.start())
            made.write(new, *hit.span())
            at = hit.end()
    made.copy(at, len(value))
    return made.finish()
