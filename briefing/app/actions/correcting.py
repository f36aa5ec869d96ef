"""Corrections: dates, actors, and the review of what is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing.app.actions.registry import action
from briefing.app.layout import PaneName

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("date")
def _date(desk: Desk, _: str) -> None:
    from briefing.app import date_boxes

    if desk.active is PaneName.LIST:
        desk.reading.open_current()
    date_boxes.publication(desk)


@action("phrase-date")
def _phrase_date(desk: Desk, _: str) -> None:
    from briefing.app import date_boxes

    date_boxes.phrase(desk)


@action("merge")
def _merge(desk: Desk, name: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.merge(desk, name)


@action("rename")
def _rename(desk: Desk, name: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.rename(desk, name)


@action("retype")
def _retype(desk: Desk, kind: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.retype(desk, kind)


@action("split")
def _split(desk: Desk, name: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.split(desk, name)


@action("ignore")
def _ignore(desk: Desk, _: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.ignore(desk)


@action("ignored")
def _ignored(desk: Desk, _: str) -> None:
    from briefing.app import actor_boxes

    if desk.writable():
        actor_boxes.list_ignored(desk)


@action("pin")
def _pin(desk: Desk, _: str) -> None:
    from briefing.app import actor_boxes

    actor_boxes.pin(desk)


@action("review")
def _review(desk: Desk, wanted: str) -> None:
    from briefing.app.pages.review import ReviewPage
    from briefing.model.review import Doubt

    if wanted and wanted != "skipped" and wanted not in set(Doubt):
        desk.say(f"Review one of {', '.join(Doubt)}, or skipped, not “{wanted}”.", error=True)
        return
    kinds = frozenset(Doubt) if wanted in ("", "skipped") else frozenset({Doubt(wanted)})
    notebook = desk.app.library.notebook
    desk.paging.open(ReviewPage(lambda: notebook.answers, kinds, again=wanted == "skipped"))


@action("answer-yes")
def _yes(desk: Desk, _: str) -> None:
    _answer(desk, "yes")


@action("answer-no")
def _no(desk: Desk, _: str) -> None:
    _answer(desk, "no")


@action("answer-skip")
def _skip(desk: Desk, _: str) -> None:
    _answer(desk, "skip")


def _answer(desk: Desk, said: Literal["yes", "no", "skip"]) -> None:
    from briefing.app.pages.review import ReviewPage

    if isinstance(desk.paging.page, ReviewPage):
        desk.paging.page.answer(desk, said)
