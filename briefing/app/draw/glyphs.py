"""Marks and rules, in Unicode and in ASCII. Only characters that every terminal draws one cell wide."""

from __future__ import annotations

from typing import NamedTuple


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
        """`text` as this set can show it: ASCII sets replace what they lack."""
        return text if self.wall == "│" else text.translate(_ASCII).encode("ascii", "replace").decode("ascii")

    def narrow(self, text: str) -> str:
        """`text` as this set can show it, in no more cells than before: for a line that is already full."""
        return text if self.wall == "│" else self.plain(text.replace("—", "-").replace("…", "."))


UNICODE = Glyphs("▌", "│", "─", "┬", "┴", "●", "◐", "○", "?", "·", "…", "×", "█", "“", "”", "└", "†")
ASCII = Glyphs("#", "|", "-", "+", "+", "*", "+", "o", "?", "|", "...", "x", "=", '"', '"', "\\", "+")

_ASCII = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "...", "·": "|", "×": "x",
        "●": "*", "◐": "+", "○": "o", "→": ">", "│": "|", "─": "-", "▌": "#", "█": "=", "└": "\\", "†": "+",
        "\u00a0": " ", "‑": "-", "‐": "-",
    }
)  # fmt: skip
