"""The boxes over the panes: sort, themes, problems, all commands, why, and the question before many removals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.app.panes.chooser import Chooser, Option
from briefing.model.errors import BriefingError, sentence
from briefing.model.order import Order
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.events import MuchGone
    from briefing.model.claim import Claim
    from briefing.model.query import SearchQuery


def sort(desk: Desk, order: str) -> None:
    """Sorts in the order named, or lets choose one."""
    if order:
        if order not in tuple(Order):
            desk.say(f"Sort by one of {', '.join(Order)}, not “{order}”.", error=True)
            return
        desk.searching.sort(Order(order))
        return
    about = {
        Order.RELEVANCE: "best answers first (with a search)",
        Order.NEWEST: "newest first, undated last",
        Order.OLDEST: "oldest first, undated last",
        Order.TITLE: "by title, A to Z",
    }
    chooser = Chooser(
        "SORT", [Option(o.value, o.value, after=about[o]) for o in Order], lambda o: desk.searching.sort(Order(o))
    )
    chooser.move_to(desk.searching.order.value)
    desk.dictation.choose(chooser)


def theme(desk: Desk, name: str) -> None:
    """Wears the theme named, or lets choose one; each shows while the cursor is on it."""
    app = desk.app
    if name:
        try:
            app.wear(name)
        except BriefingError as error:
            desk.say(sentence(error), error=True)
        return
    before = app.theme_name
    options = [Option(p.name, p.label, before=p.name, after=p.description) for p in app.palettes.values()]
    chooser = Chooser("THEME", options, app.wear, app.wear, lambda: app.wear(before))
    chooser.move_to(before)
    desk.dictation.choose(chooser)


def problems(desk: Desk) -> None:
    """Lists the files that could not be read."""
    problems = desk.app.library.problems()
    if not problems:
        desk.say("Every file could be read.")
        return
    _tell(desk, f"{len(problems)} PROBLEMS", [(problem.path, problem.why) for problem in problems])


def palette(desk: Desk) -> None:
    """All commands by name."""
    options = [Option(c.id, c.title, before=keys, after=c.help) for keys, c in desk.keys.help()
               if c.id not in ("palette", "cancel")]  # fmt: skip
    desk.dictation.choose(Chooser("COMMANDS", options, desk.run))


def why(desk: Desk) -> None:
    """How the date under the cursor of the who pane was found and tied, or who is counted as one actor."""
    from briefing.app.draw.why import entry_reasons, reasons

    entry, view = desk.who.current, desk.reader.view
    if entry is not None and entry.row is not None:
        told = entry_reasons(entry.row)
        _tell(desk, "WHY ONE ACTOR", told)
        return
    if entry is None or view is None or view.findings is None or not entry.times:
        desk.say("Put the cursor of the who pane on a date, or on what an actor did.")
        return
    lines = reasons(view.article, entry.times[0], entry.tie, entry.actor)
    _tell(desk, "WHY THIS", lines)


def _tell(desk: Desk, title: str, rows: Iterable[tuple[str, str]]) -> None:
    """What is told of each name, whole."""
    from briefing.app.panes.teller import Teller

    desk.dictation.choose(Teller(title, [Option(text, text, before=name) for name, text in rows]))


def also(desk: Desk, claim: Claim, query: SearchQuery | None) -> None:
    """The copies that repeat a claim; the one that is chosen opens."""
    (told,) = desk.app.library.with_places([claim], query)
    options = [Option(cite, cite) for cite in (told.cite, *told.also)]
    if told.repeats > len(told.also):
        options.append(Option("", f"and {told.repeats - len(told.also):,} more"))
    title = f"TOLD IN {counted(told.repeats + 1, 'article').upper()}"
    desk.dictation.choose(Chooser(title, options, lambda cite: desk.run("go", cite) if cite else None))


def much_gone(desk: Desk, event: MuchGone) -> None:
    """Asks before many articles leave the library at once."""
    options = [
        Option("keep", "Keep them", after="the folder may only be unplugged; nothing is removed"),
        Option("remove", "Remove them from the library", after="the files are gone for good"),
    ]

    def choose(choice: str) -> None:
        if choice == "remove":
            desk.building.start(confirm_removal=True)

    desk.dictation.choose(Chooser(f"{event.missing:,} OF {event.total:,} FILES ARE GONE", options, choose))
