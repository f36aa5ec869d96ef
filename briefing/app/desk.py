"""The desk: the one widget on the screen. It owns the keyboard, places the panes and draws every row.

Panes are plain objects, not widgets: Textual's focus changes cost tens of kilobytes and its layout two paints, while
here a change of pane, of layout or of size is one frame of changed cells.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from briefing.app.actions import ACTIONS
from briefing.app.building import Building
from briefing.app.dictation import Dictation
from briefing.app.draw import frame
from briefing.app.draw.cells import fit
from briefing.app.draw.entry import note
from briefing.app.draw.ink import Ink
from briefing.app.draw.who import strip_lines
from briefing.app.keys import Keys, key_name, shown_key
from briefing.app.layout import Box, Layout, PaneName, Shape, Wishes, lay_out
from briefing.app.panes.actors import ActorsPane
from briefing.app.panes.articles import ArticlesPane
from briefing.app.panes.reader import ReaderPane
from briefing.app.reading import Reading
from briefing.app.searching import Searching
from briefing.model.article import ArticleId
from briefing.model.errors import BriefingError, Damaged, sentence

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp
    from briefing.app.messages import (
        ActorsListed,
        BuildEvent,
        Extracted,
        Found,
        HitsCounted,
        NotSaved,
        SearchFailed,
        Snipped,
    )
    from briefing.app.panes.chooser import Chooser
    from briefing.app.prompt import Prompt

T = TypeVar("T")
NUMBERS = {PaneName.LIST: 1, PaneName.READER: 2, PaneName.WHO: 3}
NAMES = {PaneName.LIST: "LIST", PaneName.READER: "READ", PaneName.WHO: "WHO"}
_LAST_KEYS = ("?", ":")
_BOX_KEYS = [("Enter", "choose"), ("Esc", "close"), ("Up/Down", "move"), ("type", "to find a row")]


class Desk(Widget, can_focus=False):
    """Three panes over one library. `searching`, `reading`, `building` and `dictation` hold what the panes show."""

    DEFAULT_CSS = "Desk { width: 100%; height: 100%; }"
    app: BriefingApp

    def __init__(self, ink: Ink, keys: Keys) -> None:
        super().__init__(markup=False)
        self.ink = ink
        self.keys = keys
        self.active = PaneName.LIST
        self.who_open = False
        self.zoomed = False
        self.shares = [0, 0]
        self.articles = ArticlesPane(self._flags)
        self.reader = ReaderPane(ink)
        self.who = ActorsPane()
        self.prompt: Prompt | None = None
        self.chooser: Chooser | None = None
        self.message = ""
        self.message_is_error = False
        self.plan = Layout(Shape.TOO_SMALL, 0, 0)
        self.searching = Searching(self)
        self.reading = Reading(self)
        self.building = Building(self)
        self.dictation = Dictation(self)

    # -- state that drawing stands on

    def _flags(self, article: ArticleId) -> tuple[bool, bool]:
        notebook = self.app.library.notebook
        return notebook.is_read(article), notebook.is_starred(article)

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

    def _plan_for(self, size: Size) -> None:
        wishes = Wishes(
            self.active,
            self.who_open,
            self.zoomed,
            searching=self.searching.active,
            list_share=self.shares[0],
            who_share=self.shares[1],
        )
        self.plan = lay_out(size.width, size.height, self.app.forced(wishes, size.width))
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
        self.refresh(*regions)

    def repaint_foot(self) -> None:
        """Draws messages, keys and the line being typed."""
        rows = self.plan.footer + 3
        self.refresh(Region(0, max(self.plan.height - rows, 0), self.plan.width, min(rows, self.plan.height)))

    def say(self, text: str, error: bool = False) -> None:
        """One line for the reader; it stays until the next key."""
        self.message, self.message_is_error = text, error
        self.repaint_foot()

    @property
    def snippet_width(self) -> int:
        """Characters of a snippet that fit in a row of the list."""
        box = self.plan.boxes.get(PaneName.LIST)
        return max((box.width if box else 80) - (8 if self.articles.columns else 13), 16)

    def guarded(self, work: Callable[[], T], otherwise: T) -> T:
        """Does what reads the library. A store that cannot be read is a message and a rebuild, not a crash."""
        try:
            return work()
        except BriefingError as error:
            self.say(sentence(error), error=True)
            if isinstance(error, Damaged):
                self.building.repair()
            return otherwise

    def activate(self, pane: PaneName) -> None:
        """Makes a pane the one that keys speak to."""
        before = self.active
        self.active = pane
        if pane is PaneName.WHO and PaneName.WHO not in self.plan.boxes:
            self.who_open = True
        if pane not in self.plan.boxes or self.plan.shape in (Shape.ONE,) or self._folds(before, pane):
            self.place_panes()
        else:
            self.repaint(before, pane)
            self.repaint_foot()

    def _folds(self, before: PaneName, pane: PaneName) -> bool:
        return self.plan.shape is Shape.STACK and self.who_open and PaneName.LIST in (before, pane)

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Every key comes here."""
        event.stop()
        event.prevent_default()
        key = key_name(event.key, event.character)
        if self.message and not self.prompt:
            self.message = ""
            self.repaint_foot()
        if self.chooser:
            self.guarded(lambda: self.dictation.press_in_chooser(key, event.character), None)
        elif self.prompt:
            self.guarded(lambda: self.dictation.press(key, event.character), None)
        else:
            self._command(key)
        self._place_cursor()

    def _command(self, key: str) -> None:
        command = self.keys.press(key, self.active)
        if command:
            self.run(command)
        elif self.keys.pending:
            self.say(f"{shown_key(self.keys.pending)} …")

    def run(self, command: str, argument: str = "") -> None:
        """Carries a command out, whoever asked for it: key, palette or `:` line."""
        self.guarded(lambda: ACTIONS[command](self, argument), None)
        self._place_cursor()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        if self.prompt or self.chooser:
            self.dictation.paste(event.text)

    # -- mouse, where it is switched on

    def on_click(self, event: events.Click) -> None:
        for pane, box in self.plan.boxes.items():
            if box.x <= event.x < box.x + box.width and box.y <= event.y < box.y + box.height:
                self.activate(pane)
                self._click_row(pane, event.y - box.y - 1)

    def _click_row(self, pane: PaneName, row: int) -> None:
        if row < 0:
            return
        if pane is PaneName.LIST:
            window = self.articles.window
            self.reading.move_to(window.top + row // self.articles.card_height)
        elif pane is PaneName.WHO:
            self.who.choose_row(row)
            self.repaint(PaneName.WHO)
            self.run("open")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event.x, event.y, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event.x, event.y, -3)

    def _wheel(self, x: int, y: int, by: int) -> None:
        for pane, box in self.plan.boxes.items():
            if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                if pane is PaneName.READER:
                    self.reader.scroll(by)
                elif pane is PaneName.LIST:
                    self.reading.move(1 if by > 0 else -1)
                else:
                    self.who.move(1 if by > 0 else -1)
                self.repaint(pane)

    # -- what workers send

    def on_found(self, event: Found) -> None:
        self.guarded(lambda: self.searching.show(event), None)

    def on_search_failed(self, event: SearchFailed) -> None:
        self.searching.fail(event)

    def on_hits_counted(self, event: HitsCounted) -> None:
        self.searching.count(event)

    def on_snipped(self, event: Snipped) -> None:
        self.searching.snip(event)

    def on_extracted(self, event: Extracted) -> None:
        self.guarded(lambda: self.reading.learn(event), None)

    def on_actors_listed(self, event: ActorsListed) -> None:
        self.who.list_all(event.rows, event.total)
        self.repaint(PaneName.WHO)

    def on_build_event(self, event: BuildEvent) -> None:
        self.guarded(lambda: self.building.hear(event.event), None)

    def on_not_saved(self, event: NotSaved) -> None:
        self.say(event.why, error=True)
        self.repaint(PaneName.LIST)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in a worker nobody waits for: one line here, the places it came from in the log."""
        if event.state is WorkerState.ERROR and event.worker.error:
            self.app.note_fault(event.worker.error)
            self.say(f"That failed ({event.worker.group}); what happened is in the log.", error=True)

    # -- drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the screen, whole: Textual's own styling is passed by, so nothing is added to them."""
        self._follow_size()
        rows = self.rows()
        return [rows[y].crop(crop.x, crop.right) if y < len(rows) else Strip.blank(crop.width)
                for y in range(crop.y, crop.bottom)]  # fmt: skip

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def rows(self) -> list[Strip]:
        """All rows of the screen."""
        plan, ink = self.plan, self.ink
        width, height = plan.width, plan.height
        if plan.shape is Shape.TOO_SMALL:
            words = f"{width}x{height}: 40x10 needed"
            return [fit([(words, ink.look.text)], width, ink.look.text)] + [fit([], width, ink.look.text)] * (
                height - 1
            )
        top = min((box.y for box in plan.boxes.values()), default=1)
        rows = [frame.bar(self._facts(), width, ink)]
        if plan.ruled:
            rows.append(frame.rule(plan.walls, width, ink))
        rows += self._body(top)
        if plan.strip:
            rows += self._strip(plan.strip)
        if plan.ruled:
            rows.append(frame.floor(plan.walls, width, ink))
        foot = self._foot()
        # A long message grows upward, over the panes, rather than lose its end.
        rows = rows[: height - len(foot)] + foot
        if self.chooser:
            self._lay_box(rows, self.chooser)
        return rows

    def _facts(self) -> frame.BarFacts:
        status = self.building.status
        return frame.BarFacts(
            self.app.library.name, status.articles, status.undated, status.problems, self.building.state,
            self.searching.text, self.searching.answer,
        )  # fmt: skip

    def _body(self, top: int) -> list[Strip]:
        plan, ink = self.plan, self.ink
        drawn = {pane: (box, self._pane(pane, box)) for pane, box in plan.boxes.items()}
        bottom = max(box.y + box.height for box in plan.boxes.values())
        wall = fit([(ink.glyphs.wall, ink.look.rule)], 1, ink.look.rule)
        rows: list[Strip] = []
        for y in range(top, bottom):
            parts: list[tuple[int, Strip]] = [(x, wall) for x in plan.walls]
            for box, strips in drawn.values():
                if box.y <= y < box.y + box.height:
                    parts.append((box.x, strips[y - box.y]))
            parts.sort(key=lambda part: part[0])
            rows.append(Strip.join([strip for _, strip in parts]))
        return rows

    def _pane(self, pane: PaneName, box: Box) -> list[Strip]:
        active, ink = pane is self.active, self.ink
        title, tail = self._titles(pane, box)
        head = frame.pane_title(NUMBERS[pane], NAMES[pane], title, tail, active, box.width, ink)
        height = box.height - 1
        if pane is PaneName.LIST:
            if not len(self.articles):
                words = note(self.searching.empty, box.width, ink).lines
                blank = [fit([], box.width, ink.look.text)] * height
                return [head, *([fit(line, box.width, ink.look.text) for line in words] + blank)[:height]]
            return [head, *(self.articles.line(y, box.width, ink, active) for y in range(height))]
        if pane is PaneName.READER:
            return [head, *self.reader.lines(height, box.width)]
        return [head, *self.who.lines(height, box.width, ink, active)]

    def _titles(self, pane: PaneName, box: Box) -> tuple[str, str]:
        alone = f"[{NUMBERS[pane]}/3]" if self.plan.shape is Shape.ONE else ""
        if pane is PaneName.LIST:
            count = f"{self.articles.window.cursor + 1:,} of {self.searching.total_words}" if len(self.articles) else ""
            return self.searching.order.value, f"{count} {alone}".strip()
        if pane is PaneName.READER:
            return self.reader.title(box.width - 12), alone
        other = "" if self.who.everywhere else "A all articles" if box.width >= 44 else "A all"
        return self.who.title, alone or other

    def _strip(self, box: Box) -> list[Strip]:
        view, ink = self.reader.view, self.ink
        if view is None:
            return [fit([], box.width, ink.look.status)] * box.height
        key = shown_key((self.keys.of("pane-who") or ("3",))[0])
        lines = strip_lines(view.article, view.findings, key, box.width, ink)
        return [fit(line, box.width, ink.look.status) for line in lines][: box.height]

    def _foot(self) -> list[Strip]:
        width, ink = self.plan.width, self.ink
        keys = self.keys.footer(self.active)
        last = [each for each in keys if each[0] in _LAST_KEYS]
        line = frame.footer([each for each in keys if each not in last], last[::-1], width, ink)
        if self.prompt:
            label, hint = self.dictation.label, self.dictation.hint
            text, at = self.prompt.window(width - len(label) - 2)
            line = frame.prompt_line(label, text, at, hint, width, ink)
        if self.chooser:
            line = frame.footer(_BOX_KEYS, [], width, ink)
        said = frame.message(self.message, self.message_is_error, width, ink)
        if self.plan.footer == 1:
            return said if self.message and not self.prompt else [line]
        return [*said, line]

    def _lay_box(self, rows: list[Strip], chooser: Chooser) -> None:
        box = chooser.box(self.plan.width, self.plan.height)
        for y, strip in enumerate(chooser.lines(box, self.ink), box.y):
            under = rows[y]
            rows[y] = Strip.join([under.crop(0, box.x), strip, under.crop(box.x + box.width, self.plan.width)])

    def _place_cursor(self) -> None:
        """The hardware cursor goes where the reader's attention is, for screen readers and braille displays."""
        plan = self.plan
        if self.chooser:
            box = self.chooser.box(plan.width, plan.height)
            _, at = self.chooser.prompt.window(box.width - 8)
            place = Offset(box.x + 5 + at, box.y + 1)
        elif self.prompt:
            _, at = self.prompt.window(plan.width - len(self.dictation.label) - 2)
            place = Offset(len(self.dictation.label) + at, plan.height - 1)
        else:
            box = plan.boxes.get(self.active) or Box(0, 0, 1, 1)
            row = 0
            if self.active is PaneName.LIST:
                window = self.articles.window
                row = (window.cursor - window.top) * self.articles.card_height
            elif self.active is PaneName.WHO:
                row = max(self.who.row_of_cursor(), 0)
            place = Offset(box.x, min(box.y + 1 + row, box.y + box.height - 1))
        self.app.cursor_position = place
