"""The command line that prints what is on the screen, quoted for a shell."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.model.query import SearchQuery


def shell_line(verb: str, query: SearchQuery | None = None, flags: Iterable[str] = ()) -> str:
    """`briefing VERB 'QUERY' --flag value`; a query that begins with a minus stands after `--`."""
    text = query.raw.strip() if query is not None and not query.is_everything else ""
    words = ["briefing", verb, *flags]
    if text.startswith("-"):
        words += ["--", text]
    elif text:
        words.insert(2, text)
    return shlex.join(words)


def line_of(desk: Desk) -> str:
    """The page on the screen, or the active pane; "" where there is nothing to print."""
    if desk.paging.page is not None:
        return desk.paging.page.cli
    query = desk.searching.query if desk.searching.active else None
    view = desk.reader.view
    if desk.active is PaneName.WHO and desk.who.everywhere:
        return shell_line("actors", query)
    if desk.active is PaneName.FACETS:
        return shell_line("search", query, ("--facets",))
    if desk.active is PaneName.LIST or view is None:
        once = ("--once",) if desk.folding.on and desk.building.status.copies else ()
        return shell_line("search", query, ("--sort", desk.searching.order.value, *once, "--limit", "all"))
    if desk.active is PaneName.WHO:
        return shlex.join(["briefing", "show", view.article.name, "--who", "--dates"])
    return shlex.join(["briefing", "show", view.article.name])
