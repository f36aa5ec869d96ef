"""The steps of the tour: what each asks for, what it says once that is done, and the scene it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.pages.scope import Scope

QUERY = "ceasefire"
UNDATED, DATED = "visit_to_kirad.txt", "tin-essaq-falls.txt"
CAPITAL = "Ouriba"
DAY = "2023-08-22"
"""A Tuesday."""


def _nothing(_: Desk) -> None:
    """The screen is as the step before left it."""


class Step(NamedTuple):
    """`asks` and `told` name keys by their commands in braces: they are shown as they are bound."""

    asks: str
    told: str
    done: Callable[[Desk], bool]
    scene: Callable[[Desk], None] = _nothing
    takes: str = ""
    """The command that is asked for, where its key would otherwise go on with the tour."""
    needs: Callable[[Desk], bool] = lambda desk: True
    """Without this the step is passed over."""


# -- scenes


def _list(desk: Desk) -> None:
    desk.paging.leave()
    if desk.searching.active:
        desk.searching.ask("")
    desk.activate(PaneName.LIST)


def _found(desk: Desk) -> None:
    desk.paging.leave()
    if desk.searching.text != QUERY:
        desk.searching.ask(QUERY)
    desk.reading.open_current()
    desk.activate(PaneName.READER)


def _open(desk: Desk, name: str) -> None:
    desk.paging.leave()
    if desk.searching.active:
        desk.searching.ask("")
    number, _, _ = desk.app.library.locate(name)
    desk.reading.go_to(number)


def _dated(desk: Desk) -> None:
    _open(desk, DATED)


def _undated(desk: Desk) -> None:
    _open(desk, UNDATED)


def _capital(desk: Desk) -> None:
    _open(desk, UNDATED)
    desk.activate(PaneName.WHO)
    desk.who.go_to(CAPITAL)
    desk.repaint(PaneName.WHO)


def _timeline(desk: Desk) -> None:
    from briefing.app.pages.timeline import TimelinePage

    if not isinstance(desk.paging.page, TimelinePage):
        _list(desk)
        desk.paging.open(TimelinePage(_all()))


def _ledger(desk: Desk) -> None:
    from briefing.app.pages.ledger import LedgerPage

    if not isinstance(desk.paging.page, LedgerPage):
        desk.paging.open(LedgerPage(_all()))


def _all() -> Scope:
    from briefing.app.pages.scope import Scope

    return Scope()


# -- what shows that a step is done


def _reads(desk: Desk) -> bool:
    return desk.active is PaneName.READER


def _searched(desk: Desk) -> bool:
    return desk.prompt is None and QUERY in desk.searching.text


def _is_dated(desk: Desk) -> bool:
    view = desk.reader.view
    return view is not None and view.article.published is not None


def _is_undated(desk: Desk) -> bool:
    return desk.reader.view is not None and not _is_dated(desk)


def _points(desk: Desk) -> bool:
    entry = desk.who.current
    return desk.reader.focus is not None and entry is not None and bool(entry.times or entry.figure)


def _merged(desk: Desk) -> bool:
    return bool(desk.app.library.notebook.actors.merges)


def _on_page(desk: Desk, view: str) -> bool:
    return desk.paging.page is not None and desk.paging.page.view == view


STEPS = (
    Step("This is the sample: news that never happened, and a notebook that is thrown away. {down} and {up} move in "
         "the list. Press {open} to read the article under the cursor.",
         "Each paragraph has its number: FILE:pN is its citation. {pane-list} goes back to the list.",
         _reads, _list, "open"),
    Step("A search answers while you type it. Press {search}, type ceasefire, then Enter.",
         "The list holds what was found, the best first, each with its words. {clear-filters} shows all again.",
         _searched, _list),
    Step("Walk from hit to hit, on into the next article. Press {next-hit} until another article opens.",
         "The foot says which hit of how many this is; {previous-hit} goes back.",
         lambda desk: False, _found, "next-hit"),
    Step("Who is named, what they did, and when: {pane-who} goes there, {down} down to a line that begins with a day. "
         "Press {open} on one.",
         "That is the sentence that says so. On a name {open} shows its first mention, and once more all about it.",
         _points, _dated),
    Step(f"Nothing dates this article, so its “Tuesday” hangs in the air. Press {{date}}, type {DAY}, then Enter.",
         "“Tuesday”, “Monday” and “June” have moved to that year, here, in the timeline and in every search.",
         _is_dated, _undated),
    Step("Nothing is final. Press {undo} to take the date back.",
         "{undo} works next week too: what you decide is kept apart from what the program found.",
         _is_undated, needs=_is_dated),
    Step(f"{CAPITAL} often stands for the government that sits there. Press {{merge}}, type dahane, then Enter: both "
         "count as one.",
         "Counts, searches and dossiers follow at once, and it outlives every new index.",
         _merged, _capital),
    Step("Take that back too: press {undo}.",
         "They are two again. {rename} renames an actor, {ignore} leaves one out, {review} asks what is unsure.",
         lambda desk: not _merged(desk), needs=_merged),
    Step("All of it over time: press {timeline}.",
         "A mark is a claim; gaps are told. {closer} and {farther} change the steps, {open} lists the claims of one.",
         lambda desk: _on_page(desk, "timeline"), _list),
    Step("Go {down} to a step with claims and press {open}: the ledger, who did what when.",
         "On each row {open} goes to the sentence and {back} comes back. :ledger lists all.",
         lambda desk: _on_page(desk, "ledger"), _timeline),
    Step("Take a claim along, with its proof. Press {copy} on a row.",
         "Words, source, date, file and paragraph are on the clipboard. :export writes whole pages.",
         lambda desk: False, _ledger, "copy"),
    Step("That was the tour. {help} tells all keys of the view you are in, {command-line} takes commands by name, and "
         ":tour comes back here. Press {help}.",
         "{back} closes the help. Space ends the tour.",
         lambda desk: desk.chooser is not None and desk.chooser.title.startswith("HELP"), _list),
)  # fmt: skip
