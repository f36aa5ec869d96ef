"""Saved searches: keeping one under a name and on a key, running it, and telling what is new in it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from briefing.app.panes.chooser import Chooser, Option
from briefing.model.errors import BriefingError
from briefing.model.wording import counted
from briefing.notebook.decisions import SLOTS, save, unsave, visit

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.notebook.searches import Saved


def begin(desk: Desk, name: str) -> None:
    """Saves the query in force: asks for a name, then for a key."""
    query = desk.searching.text.strip()
    if not query or desk.searching.error:
        desk.say("Search first: B saves the search that the list shows.")
    elif not desk.writable():
        return
    elif name:
        _choose_key(desk, query, name)
    else:
        desk.dictation.ask("save as: ", query, lambda typed: _choose_key(desk, query, typed))


def _choose_key(desk: Desk, query: str, name: str) -> None:
    searches = desk.app.library.notebook.searches
    taken = {saved.slot: saved.name for saved in searches.saved}
    before = searches.named(name)
    options = [Option(str(slot), taken.get(slot, "free"), before=f"' {slot}") for slot in SLOTS]
    options.append(Option("0", "on no key"))
    chooser = Chooser(f"A KEY FOR {name[:40]}", options, lambda slot: _save(desk, query, name, int(slot)))
    free = next((slot for slot in SLOTS if slot not in taken), 0)
    chooser.move_to(str(before.slot if before else free))
    desk.dictation.choose(chooser)


def _save(desk: Desk, query: str, name: str, slot: int) -> None:
    desk.steps.marked(desk.app.library.notebook.decide(save(name, query, slot)))
    where = f"' {slot} runs it" if slot else ":saved lists it"
    desk.say(f"Saved as {name.strip() or query}: {where}, u takes it back.")


def run(desk: Desk, name: str) -> None:
    """Runs the search on a key, or of a name."""
    searches = desk.app.library.notebook.searches
    found = searches.named(name) or (searches.on_key(int(name)) if name.isascii() and name.isdigit() else None)
    if found is None:
        there = f"no search is on key {name}" if name.isdigit() else f"there is no saved search {name}"
        desk.say(f"{there[:1].upper()}{there[1:]}: B saves one, :saved lists them.")
        return
    show(desk, found)


def show(desk: Desk, saved: Saved) -> None:
    """The list shows what it finds; how much of it is new is told when it is counted, and then counts as seen."""
    from briefing.app.layout import PaneName

    desk.paging.leave(PaneName.LIST)
    desk.activate(PaneName.LIST)
    desk.narrowing.narrow(saved.query)
    desk.app.remember(saved.query)
    desk.run_worker(
        lambda: _count(desk, saved), thread=True, exclusive=True, group="saved", exit_on_error=False
    )  # fmt: skip


def _count(desk: Desk, saved: Saved) -> None:
    """In a worker."""
    from briefing.library.news import count, mark

    library = desk.app.library
    try:
        seen = mark(library)
        found = count(library, saved)
    except BriefingError:
        return  # the list says what is wrong
    desk.call_later(partial(_tell, desk, saved, seen, found.new))


def _tell(desk: Desk, saved: Saved, seen: str, new: int) -> None:
    if desk.searching.text == saved.query and not desk.searching.error:
        desk.say(f"{saved.name}: {counted(new, 'article') if new else 'nothing'} new since you ran it last.")
    if desk.app.may_write:
        desk.app.library.notebook.decide(visit(saved.name, seen))


def drop(desk: Desk, name: str) -> None:
    """Keeps a search no longer."""
    if not name:
        desk.dictation.command("unsave ")
    elif desk.app.library.notebook.searches.named(name) is None:
        desk.say(f"There is no saved search {name}: :saved lists them.", error=True)
    elif desk.writable():
        desk.steps.marked(desk.app.library.notebook.decide(unsave(name)))
        desk.say(f"{name} is not kept any more: u takes that back.")


def leave(library: Library) -> None:
    """At the end: what is in the library now counts as seen."""
    from briefing.library.news import mark

    with suppress(BriefingError):  # a library or a notebook that cannot be used has said so
        seen, before = mark(library), library.notebook.searches.last_visit()
        if library.newest() and (before is None or before.mark != seen):
            library.notebook.decide(visit("", seen))
