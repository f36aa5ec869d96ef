"""What the terminal shows, so that only changed cells are sent.

Textual rewrites every dirty region whole, with a full style for each segment. A cell-by-cell comparison with what was
sent before costs a few milliseconds of CPU and a tenth of the bytes, and makes a second paint of the same screen free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

Cell = tuple[str, Style]
"""A cluster of characters and its style; the right half of a wide cluster holds ""."""

_NULL = Style.null()
_BLANK: Cell = (" ", _NULL)
_KEEP = 4
"""Unchanged cells up to this many are cheaper to send again than to jump over (`ESC [ n C` is four bytes)."""

_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, bidirectional controls, and halves of surrogates, which no encoding takes."""

_ON = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7", "strike": "9"}
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}


def cells_of(segments: Iterable[Segment], width: int) -> list[Cell]:
    """One row of cells, cut or filled to `width`."""
    row: list[Cell] = []
    for text, style, control in segments:
        if control:
            continue
        look = style or _NULL
        if not text.isprintable():
            text = _defused(text)
        if text.isascii():
            row.extend([(character, look) for character in text])
            continue
        for character in text:
            size = cell_len(character)
            if size == 0 and row:
                before, its_style = row[-1]
                at = len(row) - (2 if before == "" and len(row) > 1 else 1)
                row[at] = (row[at][0] + character, its_style if before else row[at][1])
            elif size:
                row.append((character, look))
                if size == 2:
                    row.append(("", look))
    if len(row) > width:
        del row[width:]
        if row and cell_len(row[-1][0][:1]) == 2:
            row[-1] = (" ", row[-1][1])
    row.extend([_BLANK] * (width - len(row)))
    return row


def _defused(text: str) -> str:
    """Without what a terminal obeys. Text is clean long before it comes here; names and messages are not all text."""
    narrow = text.isascii()
    return _OBEYED.sub(lambda hit: "?" * (1 if narrow else cell_len(hit[0])), text)


@lru_cache(maxsize=1024)
def _codes(style: Style, depth: ColorSystem) -> tuple[frozenset[str], str, str]:
    """Attributes, foreground and background of a style as SGR parameters."""
    attributes = frozenset(code for name, code in _ON.items() if getattr(style, name))
    front = ";".join(style.color.downgrade(depth).get_ansi_codes(True)) if style.color else ""
    back = ";".join(style.bgcolor.downgrade(depth).get_ansi_codes(False)) if style.bgcolor else ""
    return attributes, "" if front == "39" else front, "" if back == "49" else back


@lru_cache(maxsize=4096)
def sgr(old: Style, new: Style, depth: ColorSystem) -> str:
    """The shortest sequence that turns the terminal's pen from one style to another."""
    was, fore_was, back_was = _codes(old, depth)
    now, fore, back = _codes(new, depth)
    if (was, fore_was, back_was) == (now, fore, back):
        return ""
    whole = ";".join(part for part in ("0", *sorted(now), fore, back) if part)
    off = {_OFF[code] for code in was - now}
    # Bold and dim go off together.
    on = now - was | (now & {"1", "2"} if "22" in off else set())
    steps = [*sorted(off), *sorted(on)]
    if fore != fore_was:
        steps.append(fore or "39")
    if back != back_was:
        steps.append(back or "49")
    step = ";".join(steps)
    if whole == "0":
        return "\x1b[m"
    return f"\x1b[{whole}m" if len(whole) < len(step) else f"\x1b[{step}m"


def _plain(cluster: str) -> bool:
    """Whether every terminal agrees that this takes one cell."""
    return len(cluster) == 1 and (cluster < "\u0300" or "\u2010" <= cluster <= "\u25ff")


class ScreenBuffer:
    """The rows last sent. `forget` after anything else wrote on the terminal, or the size changed."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell]] = {}
        self._width = 0
        self.frames = 0

    def forget(self) -> None:
        self._rows.clear()

    def changes(self, rows: Sequence[tuple[int, Iterable[Segment]]], width: int, depth: ColorSystem) -> str:
        """The bytes that bring the terminal from what it shows to these rows (row number, segments)."""
        if width != self._width:
            self.forget()
            self._width = width
        out: list[str] = []
        pen = _NULL
        for y, segments in rows:
            new = cells_of(segments, width)
            old = self._rows.get(y)
            if old == new:
                continue
            pen = self._row(out, y, old, new, pen, depth)
            self._rows[y] = new
        if not out:
            return ""
        out.append(sgr(pen, _NULL, depth))
        self.frames += 1
        return "".join(out)

    @staticmethod
    def _row(out: list[str], y: int, old: list[Cell] | None, new: list[Cell], pen: Style, depth: ColorSystem) -> Style:
        width = len(new)
        changed = [x for x in range(width) if old is None or old[x] != new[x]]
        # A row with clusters that terminals measure differently is sent from its first such cell on.
        if any(not _plain(cell[0]) for cell in new) or (old and any(not _plain(cell[0]) for cell in old)):
            changed = list(range(changed[0], width))
        at = -1
        for start, end in _runs(changed):
            while start and new[start][0] == "":
                start -= 1
            while end < width and new[end][0] == "":
                end += 1
            if at < 0:
                out.append(f"\x1b[{y + 1}H" if start == 0 else f"\x1b[{y + 1};{start + 1}H")
            elif start > at:
                out.append(f"\x1b[{start - at}C" if start - at > 1 else "\x1b[C")
            for x in range(start, end):
                text, style = new[x]
                if text == "":
                    continue
                if style != pen:
                    out.append(sgr(pen, style, depth))
                    pen = style
                out.append(text)
                if not _plain(text):
                    beyond = x + (2 if x + 1 < width and new[x + 1][0] == "" else 1)
                    if beyond < width:
                        out.append(f"\x1b[{beyond + 1}G")
            at = end
        return pen


def _runs(changed: Sequence[int]) -> list[tuple[int, int]]:
    """Columns to half-open runs, joined over short gaps."""
    runs: list[tuple[int, int]] = []
    for x in changed:
        if runs and x - runs[-1][1] < _KEEP:
            runs[-1] = (runs[-1][0], x + 1)
        else:
            runs.append((x, x + 1))
    return runs
