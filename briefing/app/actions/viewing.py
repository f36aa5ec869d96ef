"""Pages over the panes: the ledger and what else shows the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("ledger")
def _ledger(desk: Desk, name: str) -> None:
    """Claims of the articles found, or of one actor."""
    from briefing.app.pages.ledger import LedgerPage
    from briefing.model.claim import ClaimFilter

    query = desk.searching.query if desk.searching.active else None
    if name:
        row = desk.app.library.find_actor(name)
        desk.paging.open(LedgerPage(ClaimFilter(actor=row.id), query, row.name, f"--actor '{row.name}'"))
    else:
        desk.paging.open(LedgerPage(ClaimFilter(), query, "the articles found" if query else ""))
