"""A box with a line to type in and rows to choose from: palette, help, themes, sort, completion of commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from textual.strip import Strip

from briefing.app.draw.cells import Piece, around, fit, width
from briefing.app.draw.frame import box_edge, box_line
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.app.keys import shown_key
from briefing.app.layout import Box
from briefing.app.panes.rows import Window
from briefing.app.prompt import Prompt, PromptKind
from briefing.model.fold import fold

_DETAILS = 2
"""Lines for what a row had no room for."""
_ROOM_FOR_DETAILS = 12


@dataclass(frozen=True, slots=True)
class Option:
    """A row: what it is called, what stands before and after it. `value` is handed back."""

    value: str
    label: str
    before: str = ""
    after: str = ""


def _nothing(_: str) -> None:
    """Rows that only inform."""


@dataclass
class Chooser:
    """Rows that hold the typed words. `moved` is told each row under the cursor, `chosen` the one taken."""

    title: str
    options: Sequence[Option]
    chosen: Callable[[str], None] = _nothing
    moved: Callable[[str], None] = _nothing
    cancelled: Callable[[], None] = lambda: None
    other: tuple[str, str, Callable[[str], None]] | None = None
    """A key that takes the row in another way, and the word for it."""
    made: Callable[[str], Sequence[Option]] | None = None
    """Makes the rows of what is typed, in place of keeping those that hold it."""
    typed: Callable[[str], None] = _nothing
    """Told what is typed, by who can look for more rows."""
    prompt: Prompt = field(default_factory=lambda: Prompt(PromptKind.CHOOSE))
    window: Window = field(default_factory=Window)

    def footer(self) -> list[tuple[str, str]]:
        """(key, word) for the line at the foot."""
        more = [(shown_key(self.other[0]), self.other[1])] if self.other else []
        return [("Enter", "choose"), *more, ("Esc", "close"), ("Up/Down", "move"), ("type", "to find a row")]

    @property
    def takes_text(self) -> bool:
        """Whether letters are typed into it now."""
        return True

    def press(self, key: str) -> bool:
        """A key that means something of its own in this box; False for one that is for the box as any other."""
        return False

    def __post_init__(self) -> None:
        if self.made is not None:
            self.options = self.made("")
        self._shown = list(self.options)
        self.window.resize(len(self._shown), self.window.room)
        self._before = max((width(option.before) for option in self.options), default=0)

    def box(self, width: int, height: int) -> Box:
        """Where it lies on a screen of this size."""
        room = min(width - 2, 92)
        details = _DETAILS + 1 if self._is_cut(room) else 0
        tall = min(height - 2, max(len(self.options) + 4 + details, 6), 34)
        return Box((width - room) // 2, max((height - tall) // 2, 0), room, tall)

    def narrow(self) -> None:
        """Keeps the rows that hold every typed word."""
        if self.made is not None:
            self.options = self.made(self.prompt.text)
        self._keep()
        self.window.move_to(0)
        self._tell()
        self.typed(self.prompt.text)

    def add(self, options: Sequence[Option]) -> None:
        """More rows, at the end; the cursor stays."""
        self.options = [*self.options, *options]
        self._keep()

    def _keep(self) -> None:
        words = fold(self.prompt.text).split() if self.made is None else []
        self._shown = [
            option
            for option in self.options
            if all(word in fold(f"{option.before} {option.label} {option.after} {option.value}") for word in words)
        ]
        self.window.resize(len(self._shown), self.window.room)

    def move(self, by: int) -> None:
        if self.window.move(by):
            self._tell()

    def move_to(self, value: str) -> None:
        """Starts on the row of `value`."""
        at = next((row for row, option in enumerate(self._shown) if option.value == value), 0)
        self.window.resize(len(self._shown), self.window.room)
        self.window.move_to(at)

    @property
    def current(self) -> Option | None:
        return self._shown[self.window.cursor] if self._shown else None

    def _tell(self) -> None:
        if self.current:
            self.moved(self.current.value)

    def lines(self, box: Box, ink: Ink) -> list[Strip]:
        """Its rows, from the top edge to the bottom edge."""
        look, room = ink.look, box.width
        details = self._details(room, ink) if box.height >= _ROOM_FOR_DETAILS else []
        rows = box.height - 4 - len(details)
        self.window.resize(len(self._shown), rows)
        text, at = self.prompt.window(room - 8)
        before, under, after = (ink.glyphs.plain(part) for part in around(text, at))
        typed = [("  / ", look.prompt), (before, look.input), (under or " ", look.selected), (after, look.input)]
        strips = [box_edge(self.title, room, ink), box_line(typed, room, ink), box_line([], room, ink)]
        for row in range(self.window.top, self.window.top + rows):
            if row >= len(self._shown):
                words = "  nothing fits" if not self._shown and row == self.window.top else ""
                strips.append(box_line([(words, look.muted)], room, ink))
                continue
            strips.append(self._row(self._shown[row], row == self.window.cursor, room, ink))
        strips += [box_line(line, room, ink) for line in details]
        more = len(self._shown) - self.window.top - rows
        strips.append(box_edge(f"{more} more below" if more > 0 else "", room, ink))
        return strips

    def _is_cut(self, room: int) -> bool:
        """Whether any row is longer than the box is wide."""
        space = room - 6 - (self._before + 2 if self._before else 0)
        return any(width(option.label) + width(option.after) > space for option in self.options)

    def _details(self, room: int, ink: Ink) -> list[list[Piece]]:
        """The chosen row whole, in lines of its own, where any row of the box is cut; always as many lines."""
        if not self._is_cut(room):
            return []
        option = self.current
        text = f"{option.label}  {option.after}".strip() if option else ""
        text = ink.glyphs.plain(text[: room * (_DETAILS + 1)])
        lines = [text[a:b] for a, b in break_lines(text, 0, len(text), room - 6)][:_DETAILS]
        lines += [""] * (_DETAILS - len(lines))
        return [[], *([(f"  {line}", ink.look.text)] for line in lines)]

    def _row(self, option: Option, here: bool, room: int, ink: Ink) -> Strip:
        look = ink.look
        head = f" {'>' if here else ' '} {option.before:<{self._before}}{'  ' if self._before else ''}"
        label = ink.cut(option.label, room - width(head) - 4)
        after = ink.cut(option.after, room - width(head) - width(label) - 6)
        if here:
            line = fit([(f"{head}{label}  {after}", look.selected)], room - 2, look.selected)
            return Strip.join([box_line([], 2, ink).crop(0, 1), line, box_line([], 2, ink).crop(1, 2)])
        return box_line([(head, look.key), (label, look.text), (f"  {after}", look.muted)], room, ink)
