"""What each command does. A test holds this table against the one in `commands`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName, Shape
from briefing.model.errors import BriefingError

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.notebook.act import Act

Action = Callable[["Desk", str], None]
ACTIONS: dict[str, Action] = {}
_PANES = (PaneName.LIST, PaneName.READER, PaneName.WHO)
_STEP = 4
"""Columns a pane grows at a press of `>`."""


def action(*names: str) -> Callable[[Action], Action]:
    """Enters a function under the ids of commands."""

    def enter(function: Action) -> Action:
        ACTIONS.update(dict.fromkeys(names, function))
        return function

    return enter


def _move(desk: Desk, by: int) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move(by)
    elif desk.active is PaneName.READER:
        if desk.reader.scroll(by):
            desk.repaint(PaneName.READER)
    else:
        desk.who.move(by)
        desk.repaint(PaneName.WHO)


def _page(desk: Desk, pages: float) -> None:
    if desk.active is PaneName.WHO:
        desk.who.page(pages)
        desk.repaint(PaneName.WHO)
    elif desk.reader.page(pages):
        desk.reading.mark_read()
        desk.repaint(PaneName.READER)
    elif desk.active is PaneName.LIST and pages == 1:
        desk.reading.mark_read()
        desk.reading.step_unread(1)


@action("down")
def _down(desk: Desk, _: str) -> None:
    _move(desk, 1)


@action("up")
def _up(desk: Desk, _: str) -> None:
    _move(desk, -1)


@action("page-down")
def _page_down(desk: Desk, _: str) -> None:
    _page(desk, 1)


@action("page-up")
def _page_up(desk: Desk, _: str) -> None:
    _page(desk, -1)


@action("half-down")
def _half_down(desk: Desk, _: str) -> None:
    _half(desk, 0.5)


@action("half-up")
def _half_up(desk: Desk, _: str) -> None:
    _half(desk, -0.5)


def _half(desk: Desk, pages: float) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move(round(pages * desk.articles.window.room) or (1 if pages > 0 else -1))
    else:
        _page(desk, pages)


@action("top")
def _top(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move_to(0)
    elif desk.active is PaneName.READER:
        desk.reader.go_top()
    else:
        desk.who.move_to_end(last=False)
    desk.repaint(desk.active)


@action("bottom")
def _bottom(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.move_to(len(desk.articles) - 1)
    elif desk.active is PaneName.READER:
        desk.reader.go_bottom()
        desk.reading.mark_read()
    else:
        desk.who.move_to_end(last=True)
    desk.repaint(desk.active)


@action("scroll-down")
def _scroll_down(desk: Desk, _: str) -> None:
    if desk.reader.scroll(1):
        desk.repaint(PaneName.READER)


@action("scroll-up")
def _scroll_up(desk: Desk, _: str) -> None:
    if desk.reader.scroll(-1):
        desk.repaint(PaneName.READER)


@action("next-article")
def _next_article(desk: Desk, _: str) -> None:
    _step_article(desk, 1)


@action("previous-article")
def _previous_article(desk: Desk, _: str) -> None:
    _step_article(desk, -1)


def _step_article(desk: Desk, by: int) -> None:
    if not desk.articles.window.move(by):
        desk.say("This is the last article." if by > 0 else "This is the first article.")
        return
    desk.reading.open_current()
    desk.reading.mark_read()
    desk.repaint(PaneName.LIST)


@action("open")
def _open(desk: Desk, _: str) -> None:
    if desk.active is PaneName.LIST:
        desk.reading.open_current()
        desk.activate(PaneName.READER)
        desk.reading.mark_read()
    else:
        desk.reading.open_entry()


def _around(desk: Desk, by: int) -> None:
    reachable = [pane for pane in _PANES if _reachable(desk, pane)]
    at = reachable.index(desk.active) if desk.active in reachable else 0
    desk.activate(reachable[(at + by) % len(reachable)])


def _reachable(desk: Desk, pane: PaneName) -> bool:
    """In the stack the who pane has to be opened first; Tab goes between what is on screen."""
    if desk.plan.shape in (Shape.ONE, Shape.COLUMNS) or pane is not PaneName.WHO:
        return True
    return desk.who_open


@action("pane-next")
def _pane_next(desk: Desk, _: str) -> None:
    _around(desk, 1)


@action("pane-previous")
def _pane_previous(desk: Desk, _: str) -> None:
    _around(desk, -1)


@action("pane-left")
def _pane_left(desk: Desk, _: str) -> None:
    at = _PANES.index(desk.active)
    if at:
        desk.activate(_PANES[at - 1])


@action("pane-right")
def _pane_right(desk: Desk, _: str) -> None:
    at = _PANES.index(desk.active)
    if at + 1 < len(_PANES):
        if desk.active is PaneName.LIST:
            desk.reading.open_current()
        desk.activate(_PANES[at + 1])


@action("pane-list")
def _pane_list(desk: Desk, _: str) -> None:
    desk.activate(PaneName.LIST)


@action("pane-reader")
def _pane_reader(desk: Desk, _: str) -> None:
    desk.reading.open_current()
    desk.activate(PaneName.READER)


@action("pane-who")
def _pane_who(desk: Desk, _: str) -> None:
    desk.activate(PaneName.WHO)


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
    desk.searching.keep(entry.name, negative)
    desk.say(f"Only articles {'without' if negative else 'with'} {entry.name}: F shows all again.")


@action("clear-filters")
def _clear(desk: Desk, _: str) -> None:
    desk.searching.ask("")


@action("star")
def _star(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        notebook.set_starred(card.id, not notebook.is_starred(card.id), card.fingerprint, card.name)
        desk.repaint(PaneName.LIST)


@action("toggle-unread")
def _toggle_unread(desk: Desk, _: str) -> None:
    card, notebook = desk.articles.current, desk.app.library.notebook
    if card and desk.writable():
        notebook.set_read(card.id, not notebook.is_read(card.id), card.fingerprint, card.name)
        desk.repaint(PaneName.LIST)


@action("undo")
def _undo(desk: Desk, _: str) -> None:
    if desk.writable():
        _tell(desk, "Undone", desk.app.library.notebook.undo(), "Nothing to undo.")


@action("redo")
def _redo(desk: Desk, _: str) -> None:
    if desk.writable():
        _tell(desk, "Done again", desk.app.library.notebook.redo(), "Nothing to do again.")


def _tell(desk: Desk, what: str, act: Act | None, nothing: str) -> None:
    desk.say(f"{what}: {_ACTS.get(act.do, act.do)}, {act.name or act.article}." if act else nothing)
    desk.repaint(PaneName.LIST)


_ACTS = {"read": "marked as read", "unread": "marked as unread", "star": "starred", "unstar": "star taken away"}


@action("who")
def _who(desk: Desk, _: str) -> None:
    if desk.plan.shape is Shape.COLUMNS:
        desk.activate(PaneName.WHO if desk.active is not PaneName.WHO else PaneName.READER)
    elif desk.who_open and desk.active is not PaneName.LIST:
        desk.who_open = False
        desk.active = PaneName.READER
        desk.place_panes()
    else:
        desk.who_open = True
        desk.active = PaneName.WHO
        desk.place_panes()


@action("all-actors")
def _all_actors(desk: Desk, _: str) -> None:
    desk.who.switch(not desk.who.everywhere)
    if desk.who.everywhere:
        desk.searching.list_actors()
    if PaneName.WHO not in desk.plan.boxes:
        desk.activate(PaneName.WHO)
    desk.repaint(PaneName.WHO)


@action("zoom")
def _zoom(desk: Desk, _: str) -> None:
    desk.zoomed = not desk.zoomed
    desk.place_panes()


@action("fold")
def _fold(desk: Desk, _: str) -> None:
    view = desk.reader.view
    extras = sum(not p.region.is_story for p in view.article.text.paragraphs) if view else 0
    desk.reader.fold(not desk.reader.folded)
    noun = "credit, byline or link" if extras == 1 else "credits, bylines and links"
    desk.say(
        f"{extras} {noun} {'folded' if desk.reader.folded else 'shown'}." if extras else "No credits or links here."
    )
    desk.repaint(PaneName.READER)


def _resize(desk: Desk, by: int) -> None:
    if desk.active is PaneName.WHO:
        desk.shares[1] += by
    elif desk.active is PaneName.LIST:
        desk.shares[0] += by if desk.plan.shape is Shape.COLUMNS else by // _STEP
    else:
        desk.shares[0] -= by if desk.plan.shape is Shape.COLUMNS else by // _STEP
    desk.place_panes()


@action("wider")
def _wider(desk: Desk, _: str) -> None:
    _resize(desk, _STEP)


@action("narrower")
def _narrower(desk: Desk, _: str) -> None:
    _resize(desk, -_STEP)


@action("even")
def _even(desk: Desk, _: str) -> None:
    desk.shares = [0, 0]
    desk.place_panes()


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
def _help(desk: Desk, _: str) -> None:
    from briefing.app import boxes

    boxes.help_keys(desk)


@action("rescan")
def _rescan(desk: Desk, _: str) -> None:
    if desk.writable():
        desk.building.start()
        desk.say("Looking for new, changed and removed files.")


@action("go")
def _go(desk: Desk, reference: str) -> None:
    if not reference:
        desk.dictation.command("go ")
        return
    try:
        number, paragraph = desk.app.library.locate(reference)
    except BriefingError as error:
        desk.say(str(error).replace("\n", " "), error=True)
        return
    desk.reading.go_to(number, paragraph)


@action("command-line")
def _command_line(desk: Desk, text: str) -> None:
    desk.dictation.command(text)


@action("redraw")
def _redraw(desk: Desk, _: str) -> None:
    desk.app.redraw()


@action("cancel")
def _cancel(desk: Desk, _: str) -> None:
    if desk.reader.only_hits:
        desk.reader.show_only_hits(False)
    if desk.reader.focus:
        desk.reader.focus = desk.reader.actor = None
        desk.reader.update(desk.reader.view) if desk.reader.view else None
        desk.repaint(PaneName.READER)
    elif desk.who.wanted and desk.active is PaneName.WHO:
        desk.who.filter("")
        desk.repaint(PaneName.WHO)
    elif desk.searching.text:
        desk.searching.ask("")
    else:
        desk.reading.renew_hits()


@action("back")
def _back(desk: Desk, _: str) -> None:
    if desk.zoomed:
        desk.zoomed = False
        desk.place_panes()
    elif desk.active is PaneName.WHO:
        if desk.plan.shape is Shape.STACK:
            desk.who_open = False
        desk.active = PaneName.READER
        desk.place_panes()
    elif desk.active is PaneName.READER:
        desk.activate(PaneName.LIST)
    elif desk.searching.text:
        desk.searching.ask("")
    else:
        desk.app.exit()


@action("quit")
def _quit(desk: Desk, _: str) -> None:
    desk.app.exit()
