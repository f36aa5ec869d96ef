"""Help: the keys of one view as they are bound now, then those that work everywhere, then the query language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.app.commands import COMMANDS, Command
from briefing.app.panes.chooser import Option
from briefing.app.panes.teller import Teller
from briefing.app.views import VIEWS, is_of, own

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.keys import Keys

QUERY = "query"


def tell(desk: Desk, name: str = "") -> None:
    """Opens the page of a view, of the one on the screen where none is named."""
    wanted = name.strip().lower() or desk.view
    if wanted not in VIEWS and wanted != QUERY:
        desk.say(f"Help on one of {', '.join(VIEWS)} or {QUERY}, not “{name}”.", error=True)
        return
    title = "THE QUERY LANGUAGE" if wanted == QUERY else VIEWS[wanted].title
    desk.dictation.choose(Teller(f"HELP: {title}", list(rows(desk.keys, wanted))))


def rows(keys: Keys, name: str) -> Iterator[Option]:
    """The page of a view: its own keys first, each command once; of `query` the query language alone."""
    if name != QUERY:
        view, mine = VIEWS[name], own(name)
        yield Option("", view.about)
        yield Option("", "")
        yield from (_row(keys, each, view.note(each)) for each in mine)
        rest = [each for each in COMMANDS if each not in mine and is_of(each, name)]
        yield Option("", "")
        yield Option("", "Everywhere")
        yield from (_row(keys, each, each.help) for each in rest if keys.of(each.id))
        yield Option("", "")
        yield Option("", "After :, or by Ctrl+P")
        yield from (_row(keys, each, each.help) for each in rest if not keys.of(each.id))
        yield Option("", "")
        yield Option("", f"Other views: :help {', '.join(each for each in VIEWS if each != name)}")
        yield Option("", "")
        yield Option("", "Searching")
    yield from (Option(told, told, before=written) for written, told in QUERIES)


def _row(keys: Keys, command: Command, told: str) -> Option:
    shown = keys.shown(command) or f":{command.id} {command.argument}".strip()
    return Option(command.id, told, before=shown)


QUERIES = (
    ("word word", "Articles with both words. Case and accents do not matter."),
    ("a OR b", "Either (OR in capitals)."),
    ("-word", "Without the word."),
    ('"two words"', 'Side by side; "a b"~5 with up to five words between.'),
    ("word*  word~1", "Words that begin so; words one letter off."),
    ("title: in:all", "Only titles; bylines, credits and links as well."),
    ("who: place:", 'An actor or a place, by any of its names: who:"khalifa haftar".'),
    ("pub: on:", "Published, or a date named in the text: pub:2021-01..2021-03, on:2021-01-23."),
    ("source: path: lang:", "Outlet, file, language (en, fr)."),
    ("Tab", "Goes on with the value of a field or with a word; takes what may be meant. Again: the next."),
    ("is:", "is:unread, is:read, is:starred, is:noted, is:undated, is:copy."),
    ("copies:", "Reports that so many articles print: copies:>2, copies:2, copies:<3, copies:2..5."),
    ("tag: has:", "With a tag of yours; has:tag, has:note."),
)
