"""The boxes over the panes: sort, themes, problems, all commands, help, and the question before many removals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.commands import EVERYWHERE
from briefing.app.panes.chooser import Chooser, Option
from briefing.model.errors import BriefingError, sentence
from briefing.model.order import Order

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.events import MuchGone


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
    options = [Option(p.path, p.path, after=p.why) for p in problems]
    desk.dictation.choose(Chooser(f"{len(problems)} PROBLEMS", options))


def palette(desk: Desk) -> None:
    """All commands by name."""
    options = [Option(c.id, c.title, after=f"{keys}   {c.help}" if keys else c.help) for keys, c in desk.keys.help()
               if c.id not in ("palette", "cancel")]  # fmt: skip
    desk.dictation.choose(Chooser("COMMANDS", options, desk.run))


def help_keys(desk: Desk) -> None:
    """Keys, then the query language."""
    options = []
    for keys, command in desk.keys.help():
        where = "" if command.panes == EVERYWHERE else f"[{', '.join(sorted(command.panes))}] "
        options.append(Option(command.id, f"{where}{command.help}", before=keys or f":{command.id}"))
    options += [Option(name, text, before=name) for name, text in QUERY_HELP]
    desk.dictation.choose(Chooser("HELP: keys of this program, then the query language", options))


QUERY_HELP = (
    ("word word", "Query: articles with both words. Case and accents do not matter."),
    ("a OR b", "Query: either (OR in capitals)."),
    ("-word", "Query: without the word."),
    ('"two words"', 'Query: side by side; "a b"~5 with up to five words between.'),
    ("word*  word~1", "Query: words that begin so; words one letter off."),
    ("title: in:all", "Query: only titles; bylines, credits and links as well."),
    ("who: place:", 'Query: an actor or a place, by any of its names: who:"khalifa haftar".'),
    ("pub: on:", "Query: published, or a date named in the text: pub:2021-01..2021-03, on:2021-01-23."),
    ("source: path: lang:", "Query: outlet, file, language (en, fr)."),
    ("Tab", "Query: goes on with the value of a field or with a word; takes what may be meant. Again: the next."),
    ("is:", "Query: is:unread, is:read, is:starred, is:noted, is:undated."),
    ("tag: has:", "Query: with a tag of yours; has:tag, has:note."),
)


def why(desk: Desk) -> None:
    """How the date under the cursor of the who pane was found and tied, or who is counted as one actor."""
    from briefing.app.draw.why import entry_reasons, reasons

    entry, view = desk.who.current, desk.reader.view
    if entry is not None and entry.row is not None:
        told = entry_reasons(entry.row)
        desk.dictation.choose(Chooser("WHY ONE ACTOR", [Option(text, text, before=name) for name, text in told]))
        return
    if entry is None or view is None or view.findings is None or not entry.times:
        desk.say("Put the cursor of the who pane on a date, or on what an actor did.")
        return
    lines = reasons(view.article, entry.times[0], entry.tie, entry.actor)
    desk.dictation.choose(Chooser("WHY THIS", [Option(text, text, before=name) for name, text in lines]))


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
