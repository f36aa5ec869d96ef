"""A list's cursor and window: the one scrolling rule that both lists use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Window:
    """Which of `count` rows is chosen and which is first on screen, where `room` rows fit.

    At an edge the window jumps half a page: a held key then costs one repaint in many presses.
    """

    count: int = 0
    room: int = 1
    cursor: int = 0
    top: int = 0

    def resize(self, count: int, room: int) -> None:
        self.count, self.room = count, max(room, 1)
        self.move_to(self.cursor)

    def move(self, by: int) -> bool:
        """Moves the cursor; False at the end."""
        before = self.cursor
        self.move_to(self.cursor + by)
        return self.cursor != before

    def move_to(self, row: int) -> None:
        self.cursor = max(min(row, self.count - 1), 0)
        half = self.room // 2
        if self.cursor < self.top:
            self.top = self.cursor - (half if self.top - self.cursor <= self.room else 0)
        elif self.cursor >= self.top + self.room:
            far = self.cursor >= self.top + 2 * self.room
            self.top = self.cursor - (self.room - 1 if far else max(self.room - 1 - half, 0))
        self.top = max(min(self.top, self.count - self.room), 0)

    def make_room(self, below: int) -> None:
        """Brings so many rows below the chosen one into sight, as far as it stays there itself."""
        last = min(self.cursor + below, self.count - 1)
        if last >= self.top + self.room:
            self.top = min(self.cursor, last - self.room + 1)

    def page(self, pages: float) -> None:
        self.move(round(pages * self.room) or (1 if pages > 0 else -1))
