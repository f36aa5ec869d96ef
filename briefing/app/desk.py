"""The desk: the one widget on the screen. It owns the keyboard, places the panes and draws every row.

Panes are plain objects, not widgets: Textual's focus changes cost tens of kilobytes and its layout two paints, while
here a change of pane, of layout or of size is one frame of changed cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from briefing.app.actions import ACTIONS
from briefing.app.building import Building
from briefing.app.correcting import Correcting
from briefing.app.dictation import Dictation
from briefing.app.draw.cards import Marks
from briefing.app.draw.ink import Ink
from briefing.app.draw.labels import Labels
from briefing.app.errands import Errands
from briefing.app.folding import Folding
from briefing.app.hearing import Hearing
from briefing.app.keys import Keys, key_name, shown_key
from briefing.app.layout import Layout, PaneName, Shape, Wishes, lay_out
from briefing.app.narrowing import Narrowing
from briefing.app.overview import Overview
from briefing.app.paging import Paging
from briefing.app.panes.actors import ActorsPane
from briefing.app.panes.articles import ArticlesPane
from briefing.app.panes.entries import EntriesPane
from briefing.app.panes.facets import FacetsPane
from briefing.app.panes.reader import ReaderPane
from briefing.app.picture import Picture
from briefing.app.pointer import Pointer
from briefing.app.reading import Reading
from briefing.app.searching import Searching
from briefing.app.steps import Steps
from briefing.app.suggesting import Suggesting
from briefing.model.article import Article, ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.app.app import BriefingApp
    from briefing.app.panes.chooser import Chooser
    from briefing.app.prompt import Prompt
    from briefing.app.tour.tour import Tour
    from briefing.library.noted import ShownNote


class Desk(Hearing, can_focus=False):
    """Four panes over one library. `searching`, `reading`, `narrowing`, `building` and `dictation` fill them."""

    DEFAULT_CSS = "Desk { width: 100%; height: 100%; }"
    app: BriefingApp
    touched = False
    """Whether a key or the mouse was used."""

    def __init__(self, ink: Ink, keys: Keys) -> None:
        super().__init__(markup=False)
        self.ink = ink
        self.keys = keys
        self.active = PaneName.LIST
        self.who_open = False
        self.zoomed = False
        self.shares = [0, 0]
        self.articles = ArticlesPane(self._marks)
        self.reader = ReaderPane(ink, self._labels)
        self.who = ActorsPane(lambda: self.app.library.notebook.actors, self._notes_on)
        self.facets = FacetsPane()
        self.prompt: Prompt | None = None
        self.chooser: Chooser | None = None
        self.tour: Tour | None = None
        self.plan = Layout(Shape.TOO_SMALL, 0, 0)
        self.searching = Searching(self)
        self.folding = Folding(self)
        self.reading = Reading(self)
        self.narrowing = Narrowing(self)
        self.steps = Steps(self)
        self.overview = Overview(self)
        self.paging = Paging(self)
        self.errands = Errands(self)
        self.correcting = Correcting(self)
        self.suggesting = Suggesting(self)
        self.building = Building(self)
        self.dictation = Dictation(self)
        self.picture = Picture(self)
        self.pointer = Pointer(self)

    # -- state that drawing stands on

    def _marks(self, article: ArticleId) -> Marks:
        notebook = self.app.library.notebook
        noted, tags = notebook.labels_of(article)
        return Marks(notebook.is_read(article), notebook.is_starred(article), noted, tags)

    def _notes_on(self) -> Callable[[Iterable[tuple[str, str]]], Sequence[ShownNote]] | None:
        library = self.app.library
        return library.notes_on if library.notebook.notes_actors else None

    def _labels(self, article: Article) -> Labels:
        library = self.app.library
        _, tags = library.notebook.labels_of(article.id)
        return Labels(tags, tuple(library.notes_in(article)))

    def writable(self) -> bool:
        """Whether marks may be made; says so where not."""
        if not self.app.may_write:
            self.say("Opened read-only: nothing is written.", error=True)
        return self.app.may_write

    def place_panes(self) -> None:
        """Places the panes anew; what moved is painted once."""
        self._plan_for(self.app.size)
        self._place_cursor()
        self.refresh()
        self.narrowing.look()

    def _plan_for(self, size: Size) -> None:
        wishes = Wishes(
            self.active,
            self.who_open,
            self.zoomed,
            searching=self.articles.searching,
            beside=self.paging.is_narrow,
            list_share=self.shares[0],
            who_share=self.shares[1],
        )
        below = self.tour.height(size.width, size.height) if self.tour else 0
        self.plan = lay_out(size.width, size.height, self.app.forced(wishes, size.width), below)
        if not self.plan.beside:
            self.paging.give_way()
        boxes = self.plan.boxes
        if box := boxes.get(PaneName.LIST):
            self.articles.columns = self.plan.shape is Shape.COLUMNS
            self.articles.fit_to(box.height - 1)
            self.searching.fit_snippets(self.snippet_width)
        if box := boxes.get(PaneName.READER):
            self.reader.fit_to(box.width, box.height - 1, self.plan.wide and self.plan.shape is Shape.COLUMNS)

    def _follow_size(self) -> None:
        """Before a row is drawn at a new size: so that a resize is one paint, not one and its correction."""
        size = self.size
        if (size.width, size.height) != (self.plan.width, self.plan.height):
            self._plan_for(size)
            self._place_cursor()

    def dress(self, ink: Ink) -> None:
        """Another theme."""
        self.ink = ink
        self.reader.dress(ink)
        self.refresh()

    def repaint(self, *panes: PaneName) -> None:
        """Draws these panes again, and the bar; all rows are whole, unchanged cells cost nothing."""
        regions = [Region(0, 0, self.plan.width, 1)]
        for pane in panes:
            if box := self.plan.boxes.get(pane):
                regions.append(Region(0, box.y, self.plan.width, box.height))
            elif pane is PaneName.WHO and (strip := self.plan.strip):
                regions.append(Region(0, strip.y, self.plan.width, strip.height))
            if pane is PaneName.READER and (span := self.plan.span):
                regions.append(Region(0, span.y, self.plan.width, span.height))
        if PaneName.LIST in panes and self.picture.foot_is_old:
            self.repaint_foot()
        self.refresh(*regions)

    def repaint_span(self) -> None:
        """Draws the whole of time again."""
        if box := self.plan.span:
            self.refresh(Region(0, box.y, self.plan.width, box.height))

    def repaint_title(self, pane: PaneName) -> None:
        """Draws the title of a pane again."""
        if box := self.plan.boxes.get(pane):
            self.refresh(Region(0, box.y, self.plan.width, 1))

    def repaint_foot(self) -> None:
        """Draws messages, keys and the line being typed."""
        rows = self.plan.footer + self.plan.below + 3
        self.refresh(Region(0, max(self.plan.height - rows, 0), self.plan.width, min(rows, self.plan.height)))

    @property
    def snippet_width(self) -> int:
        """Characters of a snippet that fit in a row of the list."""
        box = self.plan.boxes.get(PaneName.LIST)
        return max((box.width if box else 80) - (8 if self.articles.columns else 13), 16)

    def activate(self, pane: PaneName) -> None:
        """Makes a pane the one that keys speak to."""
        if self.plan.beside and pane is PaneName.WHO:
            pane = PaneName.PAGE
        if self.plan.beside:
            self.paging.stay()
        elif pane is not PaneName.PAGE:
            self.paging.set_aside(pane)
        if self.active is PaneName.LIST and pane in (PaneName.READER, PaneName.WHO):
            self.reading.open_current()  # it may wait for its rest, or for Enter on a slow line
        before, boxes = self.active, self.plan.boxes
        self.active = pane
        if pane is PaneName.WHO and PaneName.WHO not in boxes:
            self.who_open = True
        self._plan_for(self.app.size)
        if self.plan.boxes != boxes:
            self.place_panes()
        else:
            self.repaint(before, pane)
            self.repaint_foot()

    @property
    def speaks_to(self) -> PaneName:
        """What the keys mean now: the active pane, or the page over all."""
        page = self.paging.page if self.active is PaneName.PAGE else None
        return page.keys if page else self.active

    @property
    def view(self) -> str:
        """What help and footer tell of: the page over all, or the active pane."""
        page = self.paging.page if self.active is PaneName.PAGE else None
        return page.view if page else self.active.value

    @property
    def entries(self) -> EntriesPane | None:
        """The active pane, where it is one of entries."""
        if self.active is PaneName.PAGE:
            return self.paging.page
        return {PaneName.WHO: self.who, PaneName.FACETS: self.facets}.get(self.active)

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here."""
        event.stop()
        event.prevent_default()
        self.touched = True
        key = key_name(event.key, event.character)
        if self.message and not self.prompt:
            self.message = ""
            self.repaint_foot()
        if self.chooser:
            self.guarded(lambda: self.dictation.press_in_chooser(key, event.character), None)
        elif self.prompt:
            self.guarded(lambda: self.dictation.press(key, event.character), None)
        elif not (self.tour and self.guarded(lambda: self.tour is not None and self.tour.press(key), True)):
            self._command(key)
        if self.tour:
            self.tour.look()
        self._place_cursor()

    def _command(self, key: str) -> None:
        if command := self.keys.press(key, self.speaks_to):
            self.run(command)
        elif self.keys.pending:
            self.say(f"{shown_key(self.keys.pending)} …")
        self.correcting.glance()

    def run(self, command: str, argument: str = "") -> None:
        """Carries a command out, whoever asked for it: key, palette or `:` line."""
        self.guarded(lambda: ACTIONS[command](self, argument), None)
        if self.tour:
            self.tour.look(command)
        self._place_cursor()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self.prompt or self.chooser:
            self.dictation.paste(event.text)

    # -- mouse, where it is switched on

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.pointer.click(event.x, event.y)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.pointer.turn_wheel(event.x, event.y, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.pointer.turn_wheel(event.x, event.y, -3)

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the screen, whole: Textual's own styling is passed by, so nothing is added to them."""
        self._follow_size()
        rows = self.rows()
        return [rows[y].crop(crop.x, crop.right) if y < len(rows) else Strip.blank(crop.width)
                for y in range(crop.y, crop.bottom)]  # fmt: skip

    def rows(self) -> list[Strip]:
        """All rows of the screen as they are drawn."""
        return self.picture.rows()

    def _place_cursor(self) -> None:
        """The hardware cursor goes where the reader's attention is, for screen readers and braille displays."""
        self.app.cursor_position = self.picture.cursor()
