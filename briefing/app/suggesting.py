"""What may be meant by a search that finds nothing, and how the line being typed may go on; Tab takes either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.draw.cells import width
from briefing.app.layout import PaneName
from briefing.app.prompt import Prompt, PromptKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.app.desk import Desk
    from briefing.app.messages import Completed, Meant
    from briefing.model.suggestion import Completion

_HINT = 48
"""Cells of what is offered beside the line: it changes with every key."""


class Suggesting:
    """Asks the words of the library in workers; a newer key drops what is on its way. Nothing is taken by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.meant: Sequence[str] = ()
        """For the answer in the list, where it is empty."""
        self._offered: Sequence[Completion] = ()
        self._asked = 0
        self._typed = 0
        self._round: list[str] = []
        """What Tab puts into the line, one after the other; last what was typed."""
        self._put = ""

    # -- did you mean

    def forget(self) -> None:
        """The question is another one."""
        self._asked += 1
        self.meant = ()

    def look(self, text: str) -> None:
        """Nothing was found for `text`."""
        from briefing.app.messages import Meant

        asked, desk = self._asked, self._desk

        def work() -> None:
            from briefing.library.suggest import did_you_mean

            worker, book = get_current_worker(), desk.app.library.wordbook()
            found = did_you_mean(text, book, lambda: worker.is_cancelled or asked != self._asked) if book else []
            desk.post_message(Meant(asked, [each.text for each in found]))

        desk.run_worker(work, thread=True, exclusive=True, group="meant", exit_on_error=False)

    def show(self, event: Meant) -> None:
        """Other queries that find something; dropped when another one was asked."""
        if event.asked == self._asked and event.texts:
            self.meant = event.texts
            self._desk.repaint(PaneName.LIST)

    def question(self) -> str:
        """`Did you mean wagner? Tab takes it.`"""
        if not self.meant:
            return ""
        way = "Tab takes" if self._desk.prompt else "Enter searches"
        which = "it" if len(self.meant) == 1 else "the first"
        return f"Did you mean {' or '.join(self.meant)}? {way} {which}."

    # -- going on

    def begin(self) -> None:
        """A line was opened."""
        self._offered, self._round, self._put = (), [], ""
        self._typed += 1

    def typed(self, prompt: Prompt) -> None:
        """The line has changed: what is offered follows at once, what the library knows comes later."""
        self._typed += 1
        if prompt.text == self._put and not prompt.text.endswith(":"):
            return  # Tab goes on with what was offered; a field has offers of its own
        from briefing.library.completion import NAMED, ending, still_fit

        self._round, self._put = [], ""
        at_end = prompt.cursor == len(prompt.text)
        self._offered = still_fit(self._offered, prompt.text) if at_end else ()
        end = ending(prompt.text) if at_end else None
        if end is not None and end.field in NAMED:
            self._ask(prompt.text, take=False)

    def _ask(self, text: str, take: bool) -> None:
        from briefing.app.messages import Completed

        typed, desk = self._typed, self._desk

        def work() -> None:
            from briefing.library.completion import complete

            if typed == self._typed:
                found = complete(text, desk.app.library.wordbook(), words=take)
                desk.post_message(Completed(typed, found, take))

        desk.run_worker(work, thread=True, exclusive=True, group="complete", exit_on_error=False)

    def offer(self, event: Completed) -> None:
        """What the library knows has come; dropped when a key was pressed since."""
        desk = self._desk
        if event.typed != self._typed or desk.prompt is None or desk.prompt.kind is not PromptKind.SEARCH:
            return
        self._offered = event.completions
        if event.take and self._offered:
            self.take(desk.prompt)
        desk.repaint_foot()

    @property
    def hint(self) -> str:
        """As many of the offers as there is a little room for."""
        text = ""
        for each in self._offered:
            more = f"{text}  {each.label}" if text else f"Tab {each.label}"
            if width(more) > _HINT:
                break
            text = more
        return text

    def take(self, prompt: Prompt) -> None:
        """Tab: what may be meant, or how the line may go on; once more the next one, and at last what was typed."""
        if not (self._round and prompt.text == self._put):
            choices = list(self.meant) or [each.text for each in self._offered]
            if not choices:
                if prompt.cursor == len(prompt.text):
                    self._ask(prompt.text, take=True)
                return
            self._round = [*choices, prompt.text]
        self._put = self._round.pop(0)
        self._round.append(self._put)
        prompt.replace(self._put)
        self._desk.dictation.changed(prompt)
