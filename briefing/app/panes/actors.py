"""The who pane: actors and dates of the article, or the actors of all articles found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.who import article_entries, row_entries
from briefing.app.panes.entries import EntriesPane
from briefing.model.actor import ActorId
from briefing.model.hit import ActorRow, ArticleView

if TYPE_CHECKING:
    from briefing.library.noted import ShownNote
    from briefing.notebook.actors import Corrections

    NotesOn = Callable[[Iterable[tuple[str, str]]], Sequence[ShownNote]]


class ActorsPane(EntriesPane):
    """Who and when, of the open article or of all."""

    def __init__(
        self,
        corrections: Callable[[], Corrections | None] = lambda: None,
        notes: Callable[[], NotesOn | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._corrections = corrections
        self._notes = notes
        """How to ask for notes on an actor; None where there are none on any."""
        self.everywhere = False
        """All articles in place of the one that is open."""
        self.wanted = ""
        self.view: ArticleView | None = None
        self.rows: Sequence[ActorRow] | None = None
        self.total = 0
        self._held: ActorId | None = None
        self._moved = False
        """The reader chose this name; it stays chosen where the next article names it too."""

    def show(self, view: ArticleView | None) -> None:
        """Another article; the cursor stays on the same actor where the article names it."""
        before = self.actor_id if self._moved else None
        self.view = view
        self.outdate()
        if not self.everywhere:
            self.rewind()
            self._held = before
            self._moved = before is not None

    def renew(self, view: ArticleView) -> None:
        """The same article, corrected: the cursor stays on the same actor, or in its place."""
        self.view = view
        if not self.everywhere:
            self.keep_place()

    def keep_place(self) -> None:
        """What the entries tell has changed; the cursor stays on whom it is on."""
        entry = self.current
        self._held = self.actor_id if entry and not entry.tie else None
        self.outdate()

    def go_to(self, name: str) -> None:
        """Puts the cursor on an actor of the article, by its name."""
        found = (
            actor.id
            for actor in (self.view.findings.actors if self.view and self.view.findings else ())
            if actor.name == name
        )
        self._held = next(found, None)
        self.outdate()

    def list_all(self, rows: Sequence[ActorRow], total: int) -> None:
        self.rows, self.total = rows, total
        self.outdate()

    def switch(self, everywhere: bool) -> None:
        self.everywhere = everywhere
        self.rewind()

    def filter(self, wanted: str) -> None:
        self.wanted = wanted
        self.rewind()

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

    def make(self, height: int, room: int, ink: Ink) -> list[Entry]:
        if self.everywhere:
            if self.rows is None:
                return [note("Counting actors…", room, ink)]
            rows, pinned = self._shown(self.rows)
            return row_entries(rows, self.total, self.wanted, room, ink, pinned, self._notes_of_rows(rows))
        if self.view is None:
            return [note("Open an article to see who and when.", room, ink)]
        view = self.view
        pinned, notes = self._pinned(view), self._notes_of_article(view)
        return article_entries(view.article, view.findings, self.wanted, room, ink, pinned, notes)

    def _notes_of_rows(self, rows: Sequence[ActorRow]) -> dict[ActorId, Sequence[ShownNote]]:
        notes_on = self._notes()
        if notes_on is None:
            return {}
        named = {row.id: [(row.name, row.type.value), *((e.name, e.type.value) for e in row.counted)] for row in rows}
        return {known: notes for known, names in named.items() if (notes := notes_on(names))}

    def _notes_of_article(self, view: ArticleView) -> dict[ActorId, Sequence[ShownNote]]:
        """By the names that the rules gave, whatever the actors are called now."""
        corrections, notes_on = self._corrections(), self._notes()
        if notes_on is None or corrections is None or view.findings is None:
            return {}
        from briefing.library.subjects import shown_subject

        found: dict[ActorId, Sequence[ShownNote]] = {}
        for actor in view.findings.actors:
            subject = shown_subject(actor, view.article, corrections)
            if notes := notes_on([(subject.name, subject.type), (actor.name, actor.type.value)]):
                found[actor.id] = notes
        return found

    def _shown(self, rows: Sequence[ActorRow]) -> tuple[Sequence[ActorRow], frozenset[ActorId]]:
        corrections = self._corrections()
        if corrections is None or not corrections.subjects:
            return rows, frozenset()
        from briefing.library.shown_rows import corrected_rows, pinned_ids

        return corrected_rows(rows, corrections), pinned_ids(corrections)

    def _pinned(self, view: ArticleView) -> frozenset[ActorId]:
        corrections = self._corrections()
        if corrections is None or not corrections.pinned or view.findings is None:
            return frozenset()
        from briefing.library.subjects import shown_subject

        pinned = {corrections.root(name) for name in corrections.pinned}
        return frozenset(
            actor.id for actor in view.findings.actors if shown_subject(actor, view.article, corrections).key in pinned
        )

    def place(self, entries: list[Entry]) -> int:
        held, self._held = self._held, None
        same = (
            at
            for at, entry in enumerate(entries)
            if held and not entry.tie and (who := entry.actor or entry.row) and who.id == held
        )
        return next(same, self.cursor)

    def move(self, by: int) -> bool:
        self._moved = True
        return self.step(by)
