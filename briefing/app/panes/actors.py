"""The who pane: actors and dates of the article, or the actors of all articles found."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from briefing.app.draw.cells import fit
from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.who import article_entries, row_entries
from briefing.model.actor import ActorId
from briefing.model.hit import ActorRow, ArticleView


class ActorsPane:
    """Entries of one or more lines; the cursor goes from one that can be chosen to the next."""

    def __init__(self) -> None:
        self.everywhere = False
        """All articles in place of the one that is open."""
        self.wanted = ""
        self.view: ArticleView | None = None
        self.rows: Sequence[ActorRow] | None = None
        self.total = 0
        self.cursor = 0
        self.top = 0
        self._entries: list[Entry] = []
        self._lines: list[tuple[int, int]] = []
        self._made_for: tuple[int, Ink] | None = None
        self._height = 1

    def show(self, view: ArticleView | None) -> None:
        """Another article; the cursor stays on the same actor where the article names it."""
        before = self.actor_id if self._moved else None
        self.view = view
        self._made_for = None
        if not self.everywhere:
            self.cursor, self.top, self._held = 0, 0, before
            self._moved = before is not None

    _held: ActorId | None = None
    _moved = False
    """The reader chose this name; it stays chosen where the next article names it too."""

    def list_all(self, rows: Sequence[ActorRow], total: int) -> None:
        self.rows, self.total = rows, total
        self._made_for = None

    def switch(self, everywhere: bool) -> None:
        self.everywhere = everywhere
        self.cursor = self.top = 0
        self._made_for = None

    def filter(self, wanted: str) -> None:
        self.wanted = wanted
        self.cursor = self.top = 0
        self._made_for = None

    @property
    def current(self) -> Entry | None:
        return self._entries[self.cursor] if self.cursor < len(self._entries) else None

    @property
    def actor_id(self) -> ActorId | None:
        entry = self.current
        if entry is None:
            return None
        return entry.actor.id if entry.actor else entry.row.id if entry.row else None

    @property
    def title(self) -> str:
        scope = "all articles" if self.everywhere else "this article"
        return f"{scope} /{self.wanted}" if self.wanted else scope

    def _make(self, room: int, ink: Ink) -> None:
        if self._made_for == (room, ink):
            return
        self._made_for = (room, ink)
        if self.everywhere:
            self._entries = (
                [note("Counting actors…", room, ink)]
                if self.rows is None
                else row_entries(self.rows, self.total, self.wanted, room, ink)
            )
        elif self.view is None:
            self._entries = [note("Open an article to see who and when.", room, ink)]
        else:
            self._entries = article_entries(self.view.article, self.view.findings, self.wanted, room, ink)
        self._lines = [(at, part) for at, entry in enumerate(self._entries) for part in range(len(entry.lines))]
        if self._held:
            same = [
                at
                for at, entry in enumerate(self._entries)
                if entry.actor and not entry.tie and entry.actor.id == self._held
            ]
            self.cursor, self._held = (same[0] if same else self.cursor), None
        self.cursor = max(min(self.cursor, len(self._entries) - 1), 0)
        if self._entries and not self._entries[self.cursor].can_be_chosen:
            self._step(1)

    def move(self, by: int) -> bool:
        """To the next entry that can be chosen; False at the end."""
        self._moved = True
        return self._step(by)

    def _step(self, by: int) -> bool:
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
        if height != self._height or self._made_for != (room, ink):
            self._height = height
            self._make(room, ink)
            self._follow()
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
