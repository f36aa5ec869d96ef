"""Filters: the counts in the facet pane, made after an answer is shown, and keeping or leaving out what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.layout import PaneName
from briefing.model.wording import counted

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.desk import Desk
    from briefing.app.messages import FacetsCounted
    from briefing.model.facet import Facets
    from briefing.model.query import SearchQuery
    from briefing.search.edit import Said

REST = 0.15
"""Seconds after an answer before it is counted: who goes on typing is not kept waiting by a count nobody looks at."""
MARKS_REST = 1.0
"""The same after a mark, which changes two numbers."""
_ROWS = 60
"""Rows counted of each facet for the pane; the builder of filters shows many more."""
_ALL_ROWS = 2000


class Narrowing:
    """Counts what the list shows, while somebody looks; a newer question drops an older count."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = 0
        self._counted = -1
        """The turn of which the counts are shown, or on their way."""
        self._timer: Timer | None = None
        self._begun = self._building = False
        self._marked = ""

    def begin(self) -> None:
        """After the first paint."""
        self._begun = True
        self.look()

    # -- counting

    def outdate(self) -> None:
        """The question has changed: what is being counted is of no use any more."""
        self._turn += 1
        self._building = False
        self._stop_timer()
        self._desk.overview.outdate()

    def look(self) -> None:
        """What the list shows is exact now: it is counted, unless it was or the pane is not there."""
        desk = self._desk
        desk.overview.look()
        if not self._begun or self._counted == self._turn or PaneName.FACETS not in desk.plan.boxes:
            return
        if not desk.searching.is_exact:
            return
        if not desk.facets.counting:
            desk.facets.counting = True
            desk.repaint_title(PaneName.FACETS)
        self._after(REST)

    def recount_marks(self) -> None:
        """An article was read or starred, or is so no longer."""
        self._turn += 1
        if PaneName.FACETS in self._desk.plan.boxes:
            self._after(MARKS_REST)

    def _after(self, rest: float) -> None:
        self._stop_timer()
        self._timer = self._desk.set_timer(rest, self._count)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _count(self) -> None:
        self._timer, self._counted = None, self._turn
        self._start(_ROWS)

    def _start(self, rows: int) -> None:
        turn, searching = self._turn, self._desk.searching
        query = searching.query if searching.active else None
        self._desk.run_worker(
            lambda: self._work(turn, query, rows), thread=True, exclusive=True, group="facets", exit_on_error=False
        )

    def _work(self, turn: int, query: SearchQuery | None, rows: int) -> None:
        """In a worker."""
        from briefing.app.messages import FacetsCounted

        worker, desk = get_current_worker(), self._desk
        facets = desk.app.library.facets(query, rows, lambda: worker.is_cancelled or turn != self._turn)
        if turn == self._turn and not worker.is_cancelled:
            desk.post_message(FacetsCounted(turn, facets))

    def show(self, event: FacetsCounted) -> None:
        """Counts have come; those of an older question are dropped."""
        desk = self._desk
        if event.turn != self._turn:
            return
        if self._building:
            self._building = False
            self._choose(event.facets)
            return
        desk.facets.show(event.facets)
        desk.repaint(PaneName.FACETS)

    def list_actors(self) -> None:
        """Asks for the actors of all articles, or of all articles found, for the who pane."""
        desk = self._desk
        query = desk.searching.query if desk.searching.active else None

        def work() -> None:
            from briefing.app.messages import ActorsListed

            rows, total = desk.app.library.actors(query, None, 1, 500)
            desk.post_message(ActorsListed(rows, total))

        desk.run_worker(work, thread=True, exclusive=True, group="actors", exit_on_error=False)

    # -- keeping and leaving out

    def take(self, negative: bool) -> None:
        """Keeps what the row under the cursor counts, or leaves it out; once more takes that back."""
        entry = self._desk.facets.current
        if entry is None or entry.part is None:
            self._desk.say("Put the cursor on a row first.")
        else:
            self._desk.facets.hold()
            self.toggle(entry.part._replace(negative=negative))

    def toggle(self, part: Said) -> None:
        """Says a fact in the query, or no longer."""
        from briefing.search.edit import has_fact, toggle_fact

        desk = self._desk
        text = desk.searching.text
        field, value, negative = part
        taken_out = has_fact(text, field, value, negative)
        self.narrow(toggle_fact(text, field, value, negative))
        if not taken_out:
            desk.say(f"{value} {'left out' if negative else 'kept'}: u takes it back, F clears all.")

    def keep(self, name: str, negative: bool = False) -> None:
        """Keeps the articles that name an actor, or leaves them out."""
        from briefing.search.edit import Said

        self.toggle(Said("who", name, negative))

    def mark(self, text: str) -> None:
        """Marks the rows that a query says already."""
        if text or self._marked:
            from briefing.search.edit import facts_said

            self._marked = text
            self._desk.facets.mark(facts_said(text))

    def narrow(self, text: str) -> None:
        """Another query, by a key and not by typing: `u` takes it back."""
        desk = self._desk
        before = desk.searching.text
        desk.searching.ask(text)
        if not desk.searching.error:
            desk.steps.searched(before, text)
        desk.repaint(PaneName.LIST, PaneName.FACETS)

    # -- the builder of filters

    def build(self) -> None:
        """Counts every row, and lets choose among them."""
        desk = self._desk
        if not desk.searching.is_exact:
            desk.say("Still searching: ask again when the list is there.")
            return
        self.outdate()
        self._building = True
        desk.say("Counting…")
        self._start(_ALL_ROWS)

    def _choose(self, facets: Facets) -> None:
        from briefing.app.draw.facets import KEPT, LEFT_OUT, facet_lines
        from briefing.app.panes.chooser import Chooser, Option
        from briefing.search.edit import facts_said

        desk = self._desk
        self.look()
        if desk.prompt or desk.chooser:
            return  # the reader has gone on to something else
        options: list[Option] = []
        parts: list[Said] = []
        for name, lines, more in facet_lines(facets, facts_said(desk.searching.text)):
            for line in lines:
                number = "left out" if line.articles is None else counted(line.articles, "article")
                said = {KEPT: ", kept", LEFT_OUT: ""}.get(line.mark, "")
                options.append(Option(str(len(parts)), line.label, before=name.value, after=f"{number}{said}"))
                parts.append(line.part)
            if more:
                desk.say(f"{more:,} more of {name.value} are not in the list.")
        if not parts:
            desk.say("Nothing to filter: no article is found.")
            return
        chooser = Chooser(
            f"FILTER {counted(facets.articles, 'article')}", options, lambda at: self._take(parts[int(at)], False)
        )
        chooser.other = ("ctrl+x", "leave out", lambda at: self._take(parts[int(at)], True))
        desk.message = ""
        desk.dictation.choose(chooser)

    def _take(self, part: Said, negative: bool) -> None:
        self.toggle(part._replace(negative=negative))
