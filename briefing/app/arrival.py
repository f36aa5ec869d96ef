"""Where the reader begins: at what the flags ask for, else at the place of last time; and the place that is kept."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.app.layout import PANES, PaneName
from briefing.model.order import Order
from briefing.settings.session import Session

if TYPE_CHECKING:
    from briefing.app.app import BriefingApp

_OF_ONE = ("ledger", "timeline", "dossier", "pairs")
"""Pages that can be of one actor."""


class Arrival:
    """The way in and the way out of one run of the app."""

    def __init__(self, app: BriefingApp) -> None:
        self._app = app

    def place(self, session: Session) -> None:
        """Before the first paint: the first rows, and the article of last time or the one asked for."""
        desk, options = self._app.desk, self._app.options
        fresh = options.query is not None or options.actor or options.at
        if session.order in tuple(Order) and not options.query:
            desk.searching.order = Order(session.order)
        desk.searching.again()
        if options.at:
            number, paragraph, _ = self._app.library.locate(options.at)
            desk.reading.go_to(number, paragraph)
        elif session.article and not fresh:
            desk.reading.come_back(session)
        desk.reading.open_current()
        wanted = options.view or ("reader" if options.at else session.pane)
        if wanted in PANES:
            desk.active = PaneName(wanted)
            desk.who_open = desk.active is PaneName.WHO

    def ask(self) -> None:
        """After the first paint: the search, which loads more than the screen needs to stand."""
        app, desk = self._app, self._app.desk
        options = app.options
        text = options.query if options.query is not None else app.session.query
        if options.actor:
            text = options.query or ""
        if text and not options.at:
            desk.searching.ask(text, come_back_to="" if options.query else app.session.article)
        if options.view and options.view not in PANES:
            desk.run(options.view, options.actor or "" if options.view in _OF_ONE else "")
        if options.actor:
            from briefing.search.edit import add_fact

            desk.searching.ask(add_fact(text, "who", options.actor))
            desk.repaint(PaneName.LIST)
        if options.newcomer and not desk.message:
            desk.say("New here? :tour shows the way in twelve steps; ? tells all keys.")

    def remember(self) -> None:
        """From now on this library is the one opened last, unless it is the sample."""
        from briefing.library.registry import remember
        from briefing.settings.assets import folder

        library, places = self._app.library, self._app.places
        if library.roots != (folder("corpus").resolve(),):
            with suppress(OSError):  # it costs no more than the way back by name
                remember(places, library.roots)

    def leave(self) -> Session:
        """The place as it is now, for the next time."""
        app, desk = self._app, self._app.desk
        card, reader = desk.articles.current, desk.reader
        return Session(
            query=desk.searching.text,
            order=desk.searching.order.value,
            article=card.id if card else "",
            position=desk.articles.window.cursor,
            paragraph=max(reader.paragraph - 1, 0),
            line=reader.line_in_paragraph,
            pane=(desk.paging.below if desk.paging.page else desk.active).value,
            widths=tuple(desk.shares),
            theme=app.theme_name,
        )
