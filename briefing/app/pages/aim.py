"""Of whom, and of which day, a page is asked for: by the pane, its cursor and the list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName
from briefing.app.pages.scope import Scope
from briefing.model.claim import Claim
from briefing.model.pairs import Named, Pair

if TYPE_CHECKING:
    from briefing.app.desk import Desk


def listed(desk: Desk) -> Scope:
    """What the list shows."""
    return Scope(desk.searching.query if desk.searching.active else None)


def meant(desk: Desk, name: str) -> Scope:
    """The actor named, or under the cursor; else what the page on the screen tells of, or what the list shows."""
    found = listed(desk)
    if name:
        return found._replace(name=name)
    page = desk.paging.page
    if page is not None:
        return page.scope
    entry = desk.who.current if desk.active is PaneName.WHO else None
    if entry and entry.actor:
        return Scope(found.query if desk.who.everywhere else None, entry.actor.name, entry.actor.id)
    return found._replace(name=entry.row.name, actor=entry.row.id) if entry and entry.row else found


def under_cursor(desk: Desk) -> Scope | None:
    """The actor that the row of a page names."""
    entry = desk.paging.page.current if desk.paging.page else None
    match entry.target if entry else None:
        case Claim() as claim:
            return Scope(None, claim.name, claim.actor)
        case Named() as who:
            return Scope(None, who.name, who.id)
        case Pair() as pair:
            return Scope(None, pair.other.name, pair.other.id)
    return None


def reads_undated(desk: Desk) -> bool:
    """Whether a page was opened over the reader of an article."""
    return desk.paging.below is PaneName.READER and desk.reader.view is not None


def day_of(desk: Desk) -> date | None:
    """The day at which the reader is: of the marked words or the chosen date, else of the article."""
    view = desk.reader.view
    if view is None or desk.active not in (PaneName.READER, PaneName.WHO):
        return None
    entry = desk.who.current if desk.active is PaneName.WHO else None
    times = list(entry.times) if entry else []
    if desk.active is PaneName.READER and desk.reader.focus and view.findings:
        times = [time for time in view.findings.times if time.span.overlaps(desk.reader.focus)]
    placed = next((time.when.earliest for time in times if time.when.earliest), None)
    if placed or desk.active is PaneName.WHO:
        return placed
    return view.article.published.day if view.article.published else None
