"""Dates, ties and actors corrected: the open article and the panes follow at once, then the store in a worker.

The notebook holds what was decided. `follow` draws everything anew that stands on it, whether it was decided, undone or
done again.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName
from briefing.model.errors import BriefingError, sentence

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Act, Decision


class Correcting:
    """One place through which every correction goes, so that nothing on the screen is left behind."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = 0
        self._waits = False
        """Something was decided that the store has not taken over yet, as far as is known."""
        self._one_at_a_time = Lock()

    def decide(self, *made: Decision) -> bool:
        """Takes down what was decided, in one go, shows it and says it; False where nothing may or did change."""
        desk = self._desk
        if not desk.writable():
            return False
        act = desk.app.library.notebook.decide(*made)
        self.show(act)
        return act is not None

    def show(self, act: Act | None) -> None:
        """Shows and says what was decided."""
        desk = self._desk
        if act is None:
            desk.say("It is so already.")
            return
        desk.steps.marked(act)
        told = self.told(act)
        desk.say(f"{told[:1].upper()}{told[1:]}: u takes it back.")
        self.follow(act)

    def told(self, act: Act) -> str:
        """What was decided, and how much more in one go."""
        more = self._desk.app.library.notebook.members(act) - 1
        return f"{act.told} and {more:,} more" if more else act.told

    def follow(self, act: Act) -> None:
        """An act was done, undone or done again: shows what hangs on it."""
        from briefing.notebook.actors import Corrections
        from briefing.notebook.dates import Dates
        from briefing.notebook.deeds import DEEDS, Kind
        from briefing.notebook.ties import Ties

        kind = DEEDS[act.do].kind
        if kind in Dates.KINDS | Ties.KINDS | Corrections.KINDS:
            self._renew_panes()
            self._start()
        if kind is Kind.TAG or kind is Kind.NOTE:
            self._renew_labels()
        if kind is not Kind.READ and kind is not Kind.STAR:
            self._renew_page()

    def look(self) -> None:
        """What another program on this notebook decided meanwhile is taken in, and shown."""
        if self._desk.app.library.notebook.refresh():
            self._renew_panes()
            self._renew_labels()
            self._renew_page()

    def glance(self) -> None:
        """After each key, so that the key meant what was on the screen."""
        if self._desk.app.library.notebook.has_grown:
            self._desk.guarded(self.look, None)

    def catch_up(self) -> None:
        """The builder has ended: what was decided while it wrote is taken over now."""
        if self._waits:
            self._start()
            self._desk.paging.load()

    # -- at once

    def _renew_panes(self) -> None:
        desk = self._desk
        self._renew_article()
        desk.articles.reread(desk.app.library.cards)
        desk.repaint(PaneName.LIST)

    def _renew_labels(self) -> None:
        """Tags and notes stand in the list, over and in the text, and beside actors."""
        desk = self._desk
        desk.reader.relabel()
        desk.who.keep_place()
        desk.repaint(PaneName.LIST, PaneName.READER, PaneName.WHO)
        if desk.paging.page:
            desk.paging.load()

    def _renew_article(self) -> None:
        desk = self._desk
        desk.reading.correct()
        desk.who.keep_place()
        desk.repaint(PaneName.READER, PaneName.WHO)

    def _renew_page(self) -> None:
        if page := self._desk.paging.shown:
            page.outdate()
            self._desk.repaint(PaneName.PAGE)

    # -- when the store has it

    def _start(self) -> None:
        self._turn += 1
        self._waits = True
        turn = self._turn
        self._desk.run_worker(lambda: self._take_over(turn), thread=True, group="correct", exit_on_error=False)

    def _take_over(self, turn: int) -> None:
        """In a worker. One after the other, for the store has one writer; of several that wait the last does all."""
        from briefing.app.messages import Answered

        desk = self._desk
        with self._one_at_a_time:
            if turn != self._turn:
                return
            try:
                desk.app.library.notebook.flush()
                done = desk.app.library.correct()
            except BriefingError as error:
                told = sentence(error)
                desk.post_message(Answered(lambda _: desk.say(told, error=True), None))
                return
        desk.post_message(Answered(lambda _: self._taken_over(turn, done), None))

    def _taken_over(self, turn: int, done: bool) -> None:
        desk = self._desk
        if turn != self._turn or not done:
            return
        self._waits = False
        self._renew_article()
        desk.building.read_status()
        desk.searching.again()
        if desk.who.rows is not None:
            desk.narrowing.list_actors()
        desk.paging.load()
        desk.repaint(PaneName.LIST)
