"""Searching, finding, filtering, and walking hits and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("search", "search-anywhere")
def _search(desk: Desk, text: str) -> None:
    desk.dictation.search(text or desk.searching.text)


@action("find")
def _find(desk: Desk, text: str) -> None:
    desk.dictation.find(text)


@action("filter-names")
def _filter_names(desk: Desk, text: str) -> None:
    desk.dictation.names(text or desk.who.wanted)


@action("next-unread")
def _next_unread(desk: Desk, _: str) -> None:
    desk.reading.step_unread(1)


@action("previous-unread")
def _previous_unread(desk: Desk, _: str) -> None:
    desk.reading.step_unread(-1)


@action("next-hit")
def _next_hit(desk: Desk, _: str) -> None:
    _walk(desk, 1)


@action("previous-hit")
def _previous_hit(desk: Desk, _: str) -> None:
    _walk(desk, -1)


def _walk(desk: Desk, by: int) -> None:
    if desk.reader.actor and not desk.reader.hits:
        desk.reading.step_mention(by)
    else:
        desk.reading.step_hit(by)


@action("next-mention")
def _next_mention(desk: Desk, _: str) -> None:
    desk.reading.step_mention(1)


@action("previous-mention")
def _previous_mention(desk: Desk, _: str) -> None:
    desk.reading.step_mention(-1)


@action("only-hits")
def _only_hits(desk: Desk, _: str) -> None:
    if not desk.reader.hits:
        desk.say("No hit to fold around: / finds words in this text.")
        return
    desk.reader.show_only_hits(not desk.reader.only_hits)
    desk.repaint(PaneName.READER)


@action("keep-actor")
def _keep_actor(desk: Desk, _: str) -> None:
    _filter_by_actor(desk, negative=False)


@action("drop-actor")
def _drop_actor(desk: Desk, _: str) -> None:
    _filter_by_actor(desk, negative=True)


def _filter_by_actor(desk: Desk, negative: bool) -> None:
    entry = desk.who.current
    if entry is None or not entry.name:
        desk.say("Put the cursor on an actor first.")
        return
    desk.narrowing.keep(entry.name, negative)


@action("keep-row")
def _keep_row(desk: Desk, _: str) -> None:
    desk.narrowing.take(negative=False)


@action("drop-row")
def _drop_row(desk: Desk, _: str) -> None:
    desk.narrowing.take(negative=True)


@action("filter")
def _filter(desk: Desk, _: str) -> None:
    desk.narrowing.build()


@action("clear-filters")
def _clear(desk: Desk, _: str) -> None:
    desk.narrowing.narrow("")


@action("cancel")
def _cancel(desk: Desk, _: str) -> None:
    if desk.articles.unpick():
        desk.repaint(PaneName.LIST)
        return
    if desk.reader.only_hits:
        desk.reader.show_only_hits(False)
    if desk.reader.focus:
        desk.reader.focus = desk.reader.actor = None
        desk.reader.update(desk.reader.view) if desk.reader.view else None
        desk.repaint(PaneName.READER)
    elif desk.who.wanted and desk.active is PaneName.WHO:
        desk.who.filter("")
        desk.repaint(PaneName.WHO)
    elif desk.active is PaneName.FACETS:
        desk.activate(PaneName.LIST)
    elif desk.searching.text:
        desk.narrowing.narrow("")
    else:
        desk.reading.renew_hits()
