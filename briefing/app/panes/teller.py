"""A box that only tells: every row whole, wrapped as it needs. Keys go through it, `/` finds rows in it, `q` closes it.

Where it is longer than its box a mark stands on the line that is read: a step then costs a few bytes, and the lines
move by half a box at its edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from textual.strip import Strip

from briefing.app.draw.cells import Piece, around, cut, pad, width
from briefing.app.draw.frame import box_edge, box_line
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.app.layout import Box
from briefing.app.panes.chooser import Chooser, Option
from briefing.app.panes.rows import Window

_WIDEST, _TALLEST = 92, 44
_FAR = 10**6
_MOVES = {
    "j": (1, 0), "k": (-1, 0), "down": (1, 0), "up": (-1, 0), "space": (0, 1), "b": (0, -1), "pagedown": (0, 1),
    "pageup": (0, -1), "G": (_FAR, 0), "end": (_FAR, 0), "g": (-_FAR, 0), "home": (-_FAR, 0),
}  # fmt: skip
"""Lines and pages down, by the keys."""
_ARROWS = ("down", "up", "pagedown", "pageup")
"""What scrolls while letters are typed."""
_LONGEST = 4000
"""Characters of a row that are told; the sentence of a proof can be as long as its article."""


@dataclass
class Teller(Chooser):
    """Rows of a name and what is told of it. A row without a name is a heading, which stays while rows of it do."""

    finding: bool = False
    """Whether letters are looked for, or mean what they mean elsewhere."""
    _lines: Window = field(default_factory=Window)

    @property
    def takes_text(self) -> bool:
        return self.finding

    def footer(self) -> list[tuple[str, str]]:
        if self.finding:
            return [("Esc", "all rows"), ("Enter", "keep these"), ("Up/Down", "move")]
        return [("j/k", "move"), ("Space", "page"), ("/", "find"), ("q", "close")]

    def box(self, width: int, height: int) -> Box:
        room = min(width - 2, _WIDEST)
        lines = sum(1 for option in self.options for _ in self._wrapped(option, room))
        tall = min(height - 2, max(lines + 4, 6), _TALLEST)
        return Box((width - room) // 2, max((height - tall) // 2, 0), room, tall)

    def press(self, key: str) -> bool:
        """A key that moves, or begins or ends finding; False for one that is typed, or closes the box."""
        if self.finding:
            if key not in ("enter", "escape", *_ARROWS):
                return False
            if key == "escape":
                self.prompt.replace("")
                self.narrow()
            self.finding = key in _ARROWS
        elif key in ("q", "escape", "ctrl+c", "ctrl+g"):
            return False
        elif key == "/":
            self.finding = True
        lines, pages = _MOVES.get(key, (0, 0))
        self._lines.move(lines)
        if pages:
            self._turn(pages)
        return True

    def _turn(self, pages: int) -> None:
        """A page on or back; the last line of the one before stays in sight, and the mark goes to the top."""
        lines = self._lines
        top = lines.top + pages * max(lines.room - 1, 1)
        lines.top = max(min(top, lines.count - lines.room), 0)
        lines.cursor = lines.top if top <= lines.top else lines.count - 1

    def narrow(self) -> None:
        super().narrow()
        self._lines.move_to(0)

    def _keep(self) -> None:
        """Rows that hold the words, each under its heading."""
        super()._keep()
        held, shown, heading = {id(option) for option in self._shown}, [], None
        for option in self.options:
            if not option.before:
                heading = option if option.label else None
            elif id(option) in held:
                shown += [heading] if heading else []
                shown.append(option)
                heading = None
        self._shown = shown if self.prompt.text else list(self.options)

    def lines(self, box: Box, ink: Ink) -> list[Strip]:
        """Its rows, from the top edge to the bottom edge."""
        look, room = ink.look, box.width
        told = [line for option in self._shown for line in self._drawn(option, room, ink)]
        height, at_line = box.height - 4, self._lines
        at_line.resize(len(told), height)
        text, at = self.prompt.window(room - 8)
        before, under, after = (ink.glyphs.plain(part) for part in around(text, at))
        cursor = look.selected if self.finding else look.input
        typed = [("  / ", look.prompt), (before, look.input), (under or " ", cursor), (after, look.input)]
        if not self.finding and not text:
            typed = [("  / finds in these rows", look.muted)]
        strips = [box_edge(self.title, room, ink), box_line(typed, room, ink), box_line([], room, ink)]
        shown = told[at_line.top : at_line.top + height] or [[("  nothing fits", look.muted)]]
        if len(told) > height:
            (first, its_look), *rest = shown[at_line.cursor - at_line.top]
            shown[at_line.cursor - at_line.top] = [(" >", look.mention), (first[2:], its_look), *rest]
        strips += [box_line(pieces, room, ink) for pieces in shown]
        strips += [box_line([], room, ink)] * (height - len(shown))
        more = len(told) - at_line.top - height
        return [*strips, box_edge(f"{more} more below" if more > 0 else "", room, ink)]

    def _column(self, room: int) -> int:
        """Cells for names; a longer one has a line of its own."""
        return min(self._before, room // 4)

    def _wrapped(self, option: Option, room: int, spell: Callable[[str], str] = str) -> Iterator[str]:
        left = room - 6 - (self._column(room) if option.before else 0)
        text = spell(f"{option.label}  {option.after}".strip()[:_LONGEST])
        if width(option.before) > self._column(room):
            yield ""
        yield from (text[a:b] for a, b in break_lines(text, 0, len(text), max(left, 10)))

    def _drawn(self, option: Option, room: int, ink: Ink) -> Iterator[list[Piece]]:
        look, column = ink.look, self._column(room)
        name = ink.glyphs.plain(option.before)
        for line in self._wrapped(option, room, ink.glyphs.plain):
            if not option.before:
                yield [(f"  {line}", look.unread)]
            elif not line:
                yield [(f"  {cut(name, room - 6, ink.glyphs.ellipsis)}", look.mention)]
                name = ""
            else:
                yield [(f"  {pad(name, column, ink.glyphs.ellipsis)}  ", look.mention), (line, look.text)]
                name = ""
