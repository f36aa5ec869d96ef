"""The review: what is unsure, one question at a time, judged with y, n and s; what was judged is not asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from briefing.app.draw.entry import Entry, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.review import question_entries, tally_entries
from briefing.app.layout import PaneName
from briefing.app.panes.page import Page
from briefing.library.review import Unsure, tallies
from briefing.model.review import AT_ONCE, Doubt, Question

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.notebook.searches import Answers
    from briefing.search.engine import Stop


class ReviewPage(Page):
    """`answers` tells what is judged by now, so that an answer or its undo shows before anything is loaded."""

    name = "REVIEW"
    view = "review"
    waiting = "Looking for what is unsure…"
    keys = PaneName.REVIEW

    def __init__(self, answers: Callable[[], Answers], kinds: frozenset[Doubt], again: bool = False) -> None:
        super().__init__()
        self._answers, self._kinds, self._again = answers, kinds, again
        self.data: Sequence[Unsure] | None = None
        self._passed: set[str] = set()
        """Skipped for a second time: left for another day."""

    @property
    def open(self) -> list[Unsure]:
        """Questions that are loaded and not judged."""
        answers, wanted = self._answers(), "skip" if self._again else None
        left = (each for each in self.data or () if each.question.key not in self._passed)
        return [each for each in left if answers.to(each.question.kind.value, each.question.key) == wanted]

    @property
    def question(self) -> Question | None:
        """The one that is asked now."""
        return next((each.question for each in self.open), None)

    @property
    def cli(self) -> str:
        asked = [kind for kind in Doubt if kind in self._kinds and len(self._kinds) < len(Doubt)]
        kinds = "".join(f" --kind {kind.value}" for kind in asked)
        return f"briefing review{kinds}{' --skipped' if self._again else ''}"

    @property
    def title(self) -> str:
        if self.data is None:
            return ""
        left = self.open
        counts = {kind: sum(each.question.kind is kind for each in left) for kind in Doubt}
        more = "+" if any(sum(each.question.kind is kind for each in self.data) >= AT_ONCE for kind in Doubt) else ""
        told = ", ".join(f"{kind.value} {count}" for kind, count in counts.items() if count)
        return f"{len(left)}{more} open: {told}" if left else "nothing open"

    def load(self, library: Library, stop: Stop) -> list[Unsure]:
        return library.review(self._kinds, self._again)

    def take(self, data: object) -> None:
        """What was asked before stays known, so that undo shows it again at once."""
        super().take(data)
        self.cursor = self.top = 0

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        question = self.question
        if question is None:
            words = "Nothing is unsure here, or all of it is judged. u takes the last answer back."
            head = [note(words, room, ink)]
        else:
            head = question_entries(question, room, ink)
        return [*head, *tally_entries(tallies(self._answers()), room, ink)]

    def answer(self, desk: Desk, said: Literal["yes", "no", "skip"]) -> None:
        """Judges the question that is asked, with all that a yes or a no changes."""
        from briefing.notebook import decisions

        unsure = next(iter(self.open), None)
        if unsure is None:
            desk.say("Nothing is asked.")
            return
        question = unsure.question
        if said == "skip" and self._again:
            self._passed.add(question.key)
            self.outdate()
            desk.repaint(PaneName.PAGE)
            return
        changes = {"yes": unsure.yes, "no": unsure.no}.get(said, ())
        if desk.correcting.decide(*changes, decisions.answer(question.kind.value, question.key, said)):
            self.cursor = self.top = 0
            if not self.open:
                desk.paging.load()

    def enter(self, desk: Desk) -> None:
        if question := self.question:
            desk.paging.read(question.article, question.paragraph, question.span)
