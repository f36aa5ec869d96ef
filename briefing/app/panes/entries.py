"""A pane of entries, each of one or more lines; the cursor goes from one that can be chosen to the next."""

from __future__ import annotations

from abc import ABC, abstractmethod

from textual.strip import Strip

from briefing.app.draw.cells import fit
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink


class EntriesPane(ABC):
    """Keeps the chosen entry in sight. What the entries are, `make` says; they are made when they are drawn."""

    def __init__(self) -> None:
        self.cursor = 0
        self.top = 0
        self._entries: list[Entry] = []
        self._lines: list[tuple[int, int]] = []
        self._made_for: tuple[int, int, Ink] | None = None
        self._height = 1

    @abstractmethod
    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        """All entries, for a pane of this size."""

    def place(self, entries: list[Entry]) -> int:
        """Where the cursor stands among new entries; `current` is still the old one."""
        return self.cursor

    def outdate(self) -> None:
        """What the entries tell has changed: they are made anew when they are next drawn."""
        self._made_for = None

    def rewind(self) -> None:
        """Back to the first entry."""
        self.cursor = self.top = 0
        self.outdate()

    @property
    def current(self) -> Entry | None:
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    def _make(self, height: int, room: int, ink: Ink) -> None:
        if self._made_for == (height, room, ink):
            return
        self._made_for = (height, room, ink)
        self._height = height
        entries = self.make(height, room, ink)
        self.cursor = max(min(self.place(entries), len(entries) - 1), 0)
        self._entries = entries
        self._lines = [(at, part) for at, entry in enumerate(entries) for part in range(len(entry.lines))]
        if self._entries and not self._entries[self.cursor].can_be_chosen:
            self.step(1)
        self._follow()

    def move(self, by: int) -> bool:
        """To the next entry that can be chosen; False at the end."""
        return self.step(by)

    def step(self, by: int) -> bool:
        """As `move`, where the reader did not ask for it."""
        step = 1 if by > 0 else -1
        moved = False
        for _ in range(abs(by)):
            at = self.cursor + step
            while 0 <= at < len(self._entries) and not self._entries[at].can_be_chosen:
                at += step
            if not 0 <= at < len(self._entries):
                break
            self.cursor, moved = at, True
        self._follow()
        return moved

    def move_to(self, at: int) -> None:
        """To an entry by its number; one that can be chosen."""
        self.cursor = at
        self._follow()

    def move_to_end(self, last: bool) -> None:
        self.move(len(self._entries) if last else -len(self._entries))
        if not last:
            self.top = 0

    def page(self, pages: float) -> None:
        self.move(round(pages * max(self._height // 2, 1)) or 1)

    def _follow(self) -> None:
        """Keeps the chosen entry and, going up, the label above it in sight."""
        rows = [row for row, (at, _) in enumerate(self._lines) if at == self.cursor]
        if not rows:
            return
        if rows[0] - 1 < self.top:
            self.top = max(rows[0] - 1 - (self._height // 2 if rows[0] > 2 else self._height), 0)
        elif rows[-1] >= self.top + self._height:
            self.top = min(rows[-1] + 1 - self._height // 2, max(len(self._lines) - self._height, 0))

    def row_of_cursor(self) -> int:
        """The pane row, below the title, on which the chosen entry begins."""
        return next((row - self.top for row, (at, _) in enumerate(self._lines) if at == self.cursor), 0)

    def choose_row(self, row: int) -> None:
        """The entry on a row of the pane (the mouse)."""
        at = self.top + row
        if at < len(self._lines) and self._entries[self._lines[at][0]].can_be_chosen:
            self.cursor = self._lines[at][0]
            self._follow()

    def lines(self, height: int, room: int, ink: Ink, active: bool) -> list[Strip]:
        """The pane's rows below its title."""
        self._make(height, room, ink)
        self.top = max(min(self.top, len(self._lines) - height), 0)
        strips = []
        for at, part in self._lines[self.top : self.top + height]:
            entry = self._entries[at]
            pieces = list(entry.lines[part])
            if at == self.cursor and part == 0 and entry.can_be_chosen:
                text = "".join(text for text, _ in pieces)
                ground = ink.look.selected if active else ink.look.marked
                strips.append(fit([(f" >{text[2:]}", ground)], room, ground))
            else:
                strips.append(fit(pieces, room, ink.look.title if entry.heading else ink.look.text))
        return strips + [fit([], room, ink.look.text)] * (height - len(strips))
