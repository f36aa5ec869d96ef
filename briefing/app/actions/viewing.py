"""Pages over the panes: ledger, timeline, dossier, with whom; and what is on the screen as a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.model.claim import Claim

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.pages.diff import DiffPage


@action("ledger")
def _ledger(desk: Desk, name: str) -> None:
    """Claims of the articles found, or of one actor."""
    from briefing.app.pages.aim import listed, meant
    from briefing.app.pages.ledger import LedgerPage

    scope = meant(desk, name) if name or desk.paging.page else listed(desk)
    desk.paging.open(LedgerPage(scope))


@action("timeline")
def _timeline(desk: Desk, name: str) -> None:
    from briefing.app.pages.aim import day_of, meant, reads_undated
    from briefing.app.pages.timeline import TimelinePage

    if isinstance(desk.paging.page, TimelinePage) and not name:
        desk.say("This is the timeline.")
        return
    at = day_of(desk)
    desk.paging.open(TimelinePage(meant(desk, name), at))
    if at is None and reads_undated(desk):
        desk.say("This article has no date: the timeline begins at its first step.")


@action("dossier")
def _dossier(desk: Desk, name: str) -> None:
    from briefing.app.pages.aim import meant, under_cursor
    from briefing.app.pages.dossier import DossierPage

    scope = (None if name else under_cursor(desk)) or meant(desk, name)
    if not scope.name:
        desk.dictation.command("dossier ")
        return
    desk.paging.open(DossierPage(scope))


@action("pairs")
def _pairs(desk: Desk, name: str) -> None:
    from briefing.app.pages.aim import meant
    from briefing.app.pages.pairs import PairsPage

    desk.paging.open(PairsPage(meant(desk, name)))


@action("diff")
def _diff(desk: Desk, name: str) -> None:
    from briefing.app.pages.diff import compare

    compare(desk, name)


@action("next-change")
def _next_change(desk: Desk, _: str) -> None:
    if page := _diff_page(desk):
        page.step_change(1, desk)
        desk.repaint(desk.active)


@action("previous-change")
def _previous_change(desk: Desk, _: str) -> None:
    if page := _diff_page(desk):
        page.step_change(-1, desk)
        desk.repaint(desk.active)


@action("next-copy")
def _next_copy(desk: Desk, _: str) -> None:
    if page := _diff_page(desk):
        page.step_copy(1, desk)
        desk.repaint(desk.active)


@action("previous-copy")
def _previous_copy(desk: Desk, _: str) -> None:
    if page := _diff_page(desk):
        page.step_copy(-1, desk)
        desk.repaint(desk.active)


@action("also")
def _also(desk: Desk, _: str) -> None:
    from briefing.app.boxes import also

    page = desk.paging.page
    target = page.current.target if page and page.current else None
    if page and isinstance(target, Claim) and target.repeats:
        also(desk, target, page.scope.query)
    else:
        desk.say("No copy repeats this." if isinstance(target, Claim) else "Put the cursor on a claim first.")


def _diff_page(desk: Desk) -> DiffPage | None:
    """The comparison on the screen; says so where there is none."""
    from briefing.app.pages.diff import DiffPage

    page = desk.paging.page
    if isinstance(page, DiffPage):
        return page
    desk.say("d compares the copies of a story first.")
    return None


@action("unfold")
def _unfold(desk: Desk, _: str) -> None:
    desk.folding.toggle()


@action("fold-copies")
def _fold_copies(desk: Desk, _: str) -> None:
    desk.folding.switch()


@action("paragraph")
def _paragraph(desk: Desk, _: str) -> None:
    from briefing.app.pages.paragraph import ParagraphPage

    reader, view = desk.reader, desk.reader.view
    if view is None or not view.article.text.paragraphs:
        desk.say("No article is open.")
        return
    text = view.article.text
    at = text.paragraph_at(reader.focus.start) if reader.focus else max(reader.paragraph - 1, 0)
    desk.paging.open(ParagraphPage(view, at))


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
