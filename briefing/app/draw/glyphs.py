"""Marks and rules, in Unicode and in ASCII. Only characters that every terminal draws one cell wide."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import normalize


class Glyphs(NamedTuple):
    active: str
    """Before the title of the active pane."""
    wall: str
    rule: str
    tee: str
    floor: str
    exact: str
    coarse: str
    guessed: str
    open: str
    """A time that has no place: no anchor."""
    dot: str
    ellipsis: str
    times: str
    bar: str
    left_quote: str
    right_quote: str
    branch: str
    """Before a row that belongs to the one above."""
    note: str
    """Where the reader wrote a note."""

    def plain(self, text: str) -> str:
        """`text` as this set can show it: an ASCII set leaves accents out; what it lacks else is "?"."""
        if self.wall == "│" or text.isascii():
            return text
        return "".join(c if c.isascii() else _letter(c) for c in text.translate(_ASCII))

    def narrow(self, text: str) -> str:
        """`text` as this set can show it, in no more cells than before: for a line that is already full."""
        return text if self.wall == "│" else self.plain(text.replace("—", "-").replace("…", "."))


UNICODE = Glyphs("▌", "│", "─", "┬", "┴", "●", "◐", "○", "?", "·", "…", "×", "█", "“", "”", "└", "†")
ASCII = Glyphs("#", "|", "-", "+", "+", "*", "+", "o", "?", "|", "...", "x", "=", '"', '"', "\\", "+")

_ASCII = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "...", "·": "|", "×": "x",
        "●": "*", "◐": "+", "○": "o", "→": ">", "│": "|", "─": "-", "▌": "#", "█": "=", "└": "\\", "†": "+",
        "\u00a0": " ", "‑": "-", "‐": "-", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ø": "o", "Ø": "O", "ß": "s",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T", "ı": "i",
    }
)  # fmt: skip
"""A letter for a letter, so that no line grows."""


def _letter(character: str) -> str:
    """Without its accents: a name stays one."""
    bare = normalize("NFD", character)[0]
    return bare if bare.isascii() else "?"
