"""Pages over the panes: ledger, timeline, dossier, with whom; and what is on the screen as a command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName
from briefing.app.pages.scope import Scope
from briefing.model.claim import Claim
from briefing.model.pairs import Named, Pair

if TYPE_CHECKING:
    from briefing.app.desk import Desk


def _listed(desk: Desk) -> Scope:
    """What the list shows."""
    return Scope(desk.searching.query if desk.searching.active else None)


def _meant(desk: Desk, name: str) -> Scope:
    """The actor named, or under the cursor; else what the page on the screen tells of, or what the list shows."""
    listed = _listed(desk)
    if name:
        return listed._replace(name=name)
    page = desk.paging.page
    if page is not None:
        return page.scope
    entry = desk.who.current if desk.active is PaneName.WHO else None
    if entry and entry.actor:
        return Scope(listed.query if desk.who.everywhere else None, entry.actor.name, entry.actor.id)
    return listed._replace(name=entry.row.name, actor=entry.row.id) if entry and entry.row else listed


def _under_cursor(desk: Desk) -> Scope | None:
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


@action("ledger")
def _ledger(desk: Desk, name: str) -> None:
    """Claims of the articles found, or of one actor."""
    from briefing.app.pages.ledger import LedgerPage

    scope = _meant(desk, name) if name or desk.paging.page else _listed(desk)
    desk.paging.open(LedgerPage(scope))


@action("timeline")
def _timeline(desk: Desk, name: str) -> None:
    from briefing.app.pages.timeline import TimelinePage

    if isinstance(desk.paging.page, TimelinePage) and not name:
        desk.say("This is the timeline.")
        return
    at = _day(desk)
    desk.paging.open(TimelinePage(_meant(desk, name), at))
    if desk.active is PaneName.PAGE and at is None and _reads_undated(desk):
        desk.say("This article has no date: the timeline begins at its first step.")


def _reads_undated(desk: Desk) -> bool:
    return desk.paging.below is PaneName.READER and desk.reader.view is not None


def _day(desk: Desk) -> date | None:
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


@action("dossier")
def _dossier(desk: Desk, name: str) -> None:
    from briefing.app.pages.dossier import DossierPage

    scope = (None if name else _under_cursor(desk)) or _meant(desk, name)
    if not scope.name:
        desk.dictation.command("dossier ")
        return
    desk.paging.open(DossierPage(scope))


@action("pairs")
def _pairs(desk: Desk, name: str) -> None:
    from briefing.app.pages.pairs import PairsPage

    desk.paging.open(PairsPage(_meant(desk, name)))


@action("closer")
def _closer(desk: Desk, _: str) -> None:
    _scale(desk, 1)


@action("farther")
def _farther(desk: Desk, _: str) -> None:
    _scale(desk, -1)


@action("own-scale")
def _own_scale(desk: Desk, _: str) -> None:
    _scale(desk, 0)


def _scale(desk: Desk, by: int) -> None:
    if desk.paging.page:
        desk.paging.page.step_scale(by, desk)
    else:
        desk.say("Open a page first: the timeline, or with whom.")


@action("row-articles")
def _row_articles(desk: Desk, _: str) -> None:
    query = desk.paging.page.articles_query() if desk.paging.page else ""
    if query:
        desk.paging.list_articles(query)
    else:
        desk.say("Put the cursor on a row that stands for articles.")


@action("cli")
def _cli(desk: Desk, _: str) -> None:
    from briefing.app.command_line import line_of

    desk.say(line_of(desk) or "No command prints this.")
