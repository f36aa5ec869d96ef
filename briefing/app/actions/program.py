"""The program itself: boxes, rescan, go to, redraw, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.model.errors import BriefingError, sentence
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.app.desk import Desk


@action("sort")
def _sort(desk: Desk, order: str) -> None:
    from briefing.app import boxes

    boxes.sort(desk, order)


@action("theme")
def _theme(desk: Desk, name: str) -> None:
    from briefing.app import boxes

    boxes.theme(desk, name)


@action("problems")
def _problems(desk: Desk, _: str) -> None:
    from briefing.app import boxes

    boxes.problems(desk)


@action("palette")
def _palette(desk: Desk, _: str) -> None:
    from briefing.app import boxes

    boxes.palette(desk)


@action("help")
def _help(desk: Desk, view: str) -> None:
    from briefing.app.help import tell

    tell(desk, view)


@action("tour")
def _tour(desk: Desk, _: str) -> None:
    from briefing.app.launch import Left

    desk.app.exit(Left.TOUR if desk.tour else Left.FOR_TOUR)


@action("why")
def _why(desk: Desk, _: str) -> None:
    from briefing.app import boxes

    boxes.why(desk)


@action("rescan")
def _rescan(desk: Desk, _: str) -> None:
    if desk.writable():
        desk.correcting.look()
        desk.building.rescan()


@action("go")
def _go(desk: Desk, reference: str) -> None:
    if not reference:
        desk.dictation.command("go ")
        return
    try:
        number, paragraph, remark = desk.app.library.locate(reference)
    except BriefingError as error:
        desk.say(sentence(error), error=True)
        return
    desk.reading.go_to(number, paragraph)
    view = desk.reader.view
    there = len(view.article.text.paragraphs) if view else 0
    if view and paragraph is not None and not 0 < paragraph <= there:
        desk.say(f"{view.article.name} has {counted(there, 'paragraph')}, no p{paragraph}.", error=True)
    elif remark:
        desk.say(f"{remark[:1].upper()}{remark[1:]}.")


@action("export")
def _export(desk: Desk, argument: str) -> None:
    from briefing.app.exporting import export

    if argument:
        export(desk, argument)
    else:
        desk.dictation.command("export ")


@action("command-line")
def _command_line(desk: Desk, text: str) -> None:
    desk.dictation.command(text)


@action("redraw")
def _redraw(desk: Desk, _: str) -> None:
    desk.app.redraw()


@action("quit")
def _quit(desk: Desk, _: str) -> None:
    desk.app.exit()
