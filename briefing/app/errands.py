"""What a key asks of the library: looked up in a worker, told to whoever asked, unless something newer was asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from briefing.model.errors import BriefingError, sentence

if TYPE_CHECKING:
    from briefing.app.desk import Desk

T = TypeVar("T")


class Errands:
    """One errand at a time: a newer one drops the answer of the older."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = 0

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Does `work` in a worker; `then` is told what it gave, on the screen's thread."""
        self._turn += 1
        turn = self._turn
        self._desk.run_worker(
            lambda: self._work(turn, work, then), thread=True, exclusive=True, group="errand", exit_on_error=False
        )

    def _work(self, turn: int, work: Callable[[], T], then: Callable[[T], None]) -> None:
        from briefing.app.messages import Answered

        worker, desk = get_current_worker(), self._desk
        try:
            answer = work()
        except BriefingError as error:
            told = sentence(error)
            desk.post_message(Answered(lambda _: desk.say(told, error=True), None))
            return
        if turn == self._turn and not worker.is_cancelled:
            desk.post_message(Answered(lambda given: then(given) if turn == self._turn else None, answer))
