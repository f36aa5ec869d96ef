"""The app: one desk over one library, from the first paint to the place that is kept on exit."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
import time
from typing import Any

from rich.color import ColorSystem
from textual.app import App
from textual.screen import Screen

from briefing.app.arrival import Arrival
from briefing.app.commands import COMMANDS
from briefing.app.desk import Desk
from briefing.app.draw.glyphs import ASCII, UNICODE
from briefing.app.draw.ink import Ink
from briefing.app.driver import TerminalDriver
from briefing.app.keys import Keys
from briefing.app.layout import COLUMNS_FROM, Wishes
from briefing.app.looks import DEPTHS, look_of
from briefing.app.screen import DeskScreen, rows_of
from briefing.app.screen_buffer import ScreenBuffer
from briefing.library.library import Library
from briefing.model.errors import BriefingError, sentence
from briefing.model.frozen import replace
from briefing.model.wording import counted
from briefing.settings.keymap import Bindable, load_keymap
from briefing.settings.places import Places
from briefing.settings.schema import OpenOptions, Settings
from briefing.settings.session import (
    load_history,
    load_session,
    save_history,
    save_session,
)
from briefing.settings.terminal import Colours, decide_colours, draws_ascii
from briefing.settings.themes import Palette, fit_theme, load_theme, load_themes


class BriefingApp(App[int], inherit_bindings=False):
    """Owns the library, the settings and the terminal; all that is seen is the desk's."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: transparent; layers: base; }"
    animation_level = "none"

    def __init__(self, library: Library, settings: Settings, places: Places, options: OpenOptions) -> None:
        self.library, self.settings, self.places, self.options = library, settings, places, options
        self.colours = decide_colours(options.colour or settings.colour, os.environ)
        if options.low_bandwidth or settings.low_bandwidth:
            self.settings = replace(settings, low_bandwidth=True)
            self.colours = Colours.FEW if self.colours is not Colours.NONE else self.colours
        # Textual takes an empty NO_COLOR for set, and would dim our own monochrome theme.
        os.environ.pop("NO_COLOR", None)
        super().__init__(driver_class=TerminalDriver, ansi_color=True)
        self.session = load_session(places, library.id)
        self.history = load_history(places, library.id)
        self.notices: list[str] = []
        self.crash: BaseException | None = None
        self._palettes: dict[str, Palette] = {}
        self._buffer = ScreenBuffer()
        self._cursor_sent: tuple[int, int] | None = None
        self._glyphs = ASCII if self._draws_ascii() else UNICODE
        self.theme_name = ""
        ink = self._ink(self._first_theme())
        self.desk = Desk(ink, self._keys())
        self.arrival = Arrival(self)
        if options.tour:
            from briefing.app.tour.tour import Tour

            self.desk.tour = Tour(self.desk)
        self.desk.reader.widest = self.settings.reader_width

    # -- what the settings say

    def _draws_ascii(self) -> bool:
        choice = self.options.ascii if self.options.ascii is not None else self.settings.ascii
        return draws_ascii(choice, getattr(sys.__stderr__, "encoding", None))

    def _first_theme(self) -> Palette:
        wanted = self.options.theme or self.session.theme or self.settings.theme
        try:
            palette = load_theme(wanted, self.places)
        except BriefingError as error:
            if self.options.theme:
                raise  # asked for just now: a slip to correct, not to remark on
            self.notices.append(self._short(error.title))
            palette = load_theme("dark", self.places)
        self.theme_name = palette.name
        return palette

    def _short(self, notice: str) -> str:
        """The folder of the settings is known and long; what is wrong has to fit in a line."""
        return notice.replace(f"{self.places.config}{os.sep}", "")

    def _ink(self, palette: Palette) -> Ink:
        return Ink(look_of(fit_theme(palette, self.colours)), self._glyphs)

    def _keys(self) -> Keys:
        table = [Bindable(c.id, c.keys, frozenset(pane.value for pane in c.panes)) for c in COMMANDS]
        keymap = load_keymap(self.places.keymap_file, table)
        self.notices += [self._short(str(notice)) for notice in keymap.notices]
        return Keys(keymap.keys)

    @property
    def palettes(self) -> dict[str, Palette]:
        """All themes that can be used, read when first asked for."""
        if not self._palettes:
            palettes, notices = load_themes(self.places)
            self._palettes = {palette.name: palette for palette in palettes}
            if notices:
                self.desk.say(self._short(str(notices[0])), error=True)
        return self._palettes

    @property
    def may_write(self) -> bool:
        return not self.options.read_only

    def forced(self, wishes: Wishes, width: int) -> Wishes:
        """The layout that settings or flags ask for in place of the one for the size."""
        layout = self.options.layout or self.settings.layout
        if layout == "single":
            return wishes._replace(zoomed=True)
        if layout == "stack" and width >= COLUMNS_FROM:
            return wishes._replace(stacked=True)
        return wishes

    def clock(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()

    # -- life

    def get_default_screen(self) -> Screen[Any]:
        return DeskScreen(self.desk)

    def on_load(self) -> None:
        """Before the first paint: the first rows, and the article of last time."""
        desk, session = self.desk, self.session
        self.library.notebook.not_saved = self._not_saved
        try:
            desk.building.read_status()
            self.arrival.place(session)
        except BriefingError as error:
            self.notices.append(sentence(error))
        if session.widths and len(session.widths) == 2:
            desk.shares = list(session.widths)
        if self.notices:
            desk.message, desk.message_is_error = self.notices[0], True

    def _not_saved(self, why: str, waiting: int) -> None:
        """In the notebook's thread."""
        from briefing.app.messages import NotSaved

        self.desk.post_message(NotSaved(f"{counted(waiting, 'mark')} not saved yet: {why}"))

    async def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGINT, self.interrupt)
        for each in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(each, self.exit, 128 + each)
        self.app_resume_signal.subscribe(self, lambda _: self.redraw())
        self.call_after_refresh(self._after_first_paint)

    def interrupt(self) -> None:
        """Leaves as a shell expects it of a program that was interrupted."""
        self.exit(128 + signal.SIGINT)

    def _after_first_paint(self) -> None:
        gc.enable()
        gc.freeze()
        self.arrival.ask()
        self.desk.narrowing.begin()
        self.desk.overview.begin()
        self.desk.building.start()
        if self.desk.tour:
            self.desk.tour.begin()
        elif not self.options.read_only:
            self.arrival.remember()

    def _quietly(self, write: Any) -> None:
        """Writes something that may be lost: a full disk is a message, no more."""
        try:
            write()
        except OSError as error:
            self.notices.append(f"The place could not be kept: {error.strerror}.")

    def remember(self, query: str) -> None:
        """Adds to the query history."""
        private = self.settings.private or self.options.private
        if query.strip() and not private:
            self.history = [*(each for each in self.history if each != query), query]

    def close_down(self) -> None:
        """After the screen is gone: the place is kept, the notebook is written out, the builder ends."""
        from briefing.app.saving import leave

        desk = self.desk
        desk.building.stop()
        private = self.settings.private or self.options.private
        if not self.options.read_only:
            self._quietly(lambda: save_session(self.places, self.library.id, self.arrival.leave(), private=private))
            length = self.settings.history_length
            self._quietly(
                lambda: save_history(self.places, self.library.id, self.history, length=length, private=private)
            )
            leave(self.library)
        self.library.close()

    # -- the screen

    def wear(self, name: str) -> None:
        """Changes the theme; raises SettingsError for one that cannot be used."""
        palette = load_theme(name, self.places)
        self.theme_name = name
        self.desk.dress(self._ink(palette))

    def redraw(self) -> None:
        """Sends the whole screen anew."""
        self._buffer.forget()
        self.desk.refresh()

    def note_fault(self, error: BaseException) -> None:
        """Into the log, without a word of any article."""
        from briefing.settings.log import log_crash

        log_crash(self.places, error)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Sends the cells that changed. Whatever is not a plain paint of rows goes Textual's way."""
        if renderable is None:
            return
        rows = rows_of(renderable, screen.size.width)
        if rows is None or self._driver is None or self.is_headless:
            self._buffer.forget()
            super()._display(screen, renderable)
            return
        if self._batch_count or not self._running or self._closed:
            return
        data = self._buffer.changes(rows, screen.size.width, self._depth)
        place = screen.outer_size.clamp_offset(self.cursor_position)
        if not data and place == self._cursor_sent:
            return
        self._cursor_sent = place
        self._begin_update()
        self._driver.write(f"{data}\x1b[{place.y + 1};{place.x + 1}H")
        self._end_update()

    @property
    def _depth(self) -> ColorSystem:
        return DEPTHS[self.colours]

    def panic(self, *renderables: Any) -> None:
        """What Textual calls from its threads; it would print a traceback and leave with 0."""
        self.crash = self.crash or self._exception or sys.exc_info()[1] or RuntimeError("panic")
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        """An unhandled exception: it goes to the log; the screen is given back with one line said after."""
        self.crash = self._exception or sys.exc_info()[1]
        self._close_messages_no_wait()
