"""The rows around the panes: the bar on top, pane titles, messages and keys at the bottom, and boxes over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from briefing.app.draw.cells import Piece, around, cut, fit, pad, width
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.model.wording import counted

_MESSAGE = 3
"""Lines of a message at most."""


class BarFacts(NamedTuple):
    """What the top row tells."""

    library: str
    articles: int = 0
    undated: int = 0
    problems: int = 0
    state: str = ""
    """What the builder does; "" when all is up to date."""
    query: str = ""
    answer: str = ""
    """`2 articles · 10 hits · 3 ms`."""


def bar(facts: BarFacts, room: int, ink: Ink) -> Strip:
    """` briefing  seeds · 2 articles · 1 undated        query: haftar  2 articles · 3 ms`."""
    look = ink.look
    parts: list[Piece] = [(ink.cut(facts.library, max(room // 4, 12)), look.status)]
    parts.append((counted(facts.articles, "article"), look.status))
    if facts.undated:
        parts.append((f"{facts.undated:,} undated", look.status))
    if facts.problems:
        parts.append((f"{facts.problems:,} unreadable", look.error))
    parts.append((facts.state, look.status))
    left: list[Piece] = [(" briefing  ", look.title), *ink.dotted(parts, look.status)]
    right: list[Piece] = []
    if facts.query:
        answer = f"   {facts.answer}" if facts.answer else ""
        query = ink.cut(facts.query, max(room // 3, 10))
        right = [("query: ", look.muted), (query, look.input), (answer + " ", look.status)]
    used, wanted = _size(left), _size(right)
    while used + wanted + 2 > room and len(parts) > 1:
        # The least needed goes first: what the builder does, then counts; the library's name stays.
        parts.pop()
        left = [(" briefing  ", look.title), *ink.dotted(parts, look.status)]
        used = _size(left)
    if used + wanted + 2 > room:
        left = [(cut("".join(text for text, _ in left), max(room - wanted - 1, 0), ink.glyphs.ellipsis), look.status)]
        used = _size(left)
    return fit([*left, (" " * max(room - used - wanted, 0), look.status), *right], room, look.status)


def pane_title(number: int, name: str, detail: str, tail: str, active: bool, room: int, ink: Ink) -> Strip:
    """`▌1 LIST  newest            2 of 2`: the active pane is told by the mark and by the style of its name.

    Only the name changes its style: a change of pane is a key that is pressed all day.
    """
    look, mark = ink.look, ink.glyphs.active if active else " "
    style = look.title
    head = f"{mark}{number} {name}" if number else f"{mark}{name}"
    tail = f" {tail} " if tail else ""
    detail = ink.cut(detail, room - width(head) - 2 - width(tail))
    gap = room - width(head) - 2 - width(detail) - width(tail)
    return fit(
        [(head + " ", look.active if active else style), (" " + detail + " " * max(gap, 0), style), (tail, style)],
        room,
        style,
    )


def footer(keys: Sequence[tuple[str, str]], last: Sequence[tuple[str, str]], room: int, ink: Ink) -> Strip:
    """`j/k move  Tab pane  / search …        ? help`: as many as fit, the last ones always."""
    look = ink.look
    end: list[Piece] = []
    for key, word in last:
        end += [(f"  {key}", look.key), (f" {word}", look.status)]
    end.append((" ", look.status))
    left: list[Piece] = []
    for key, word in keys:
        more: list[Piece] = [("  " if left else " ", look.status), (key, look.key), (f" {word}", look.status)]
        if _size(left) + _size(more) + _size(end) > room:
            break
        left += more
    gap = max(room - _size(left) - _size(end), 0)
    return fit([*left, (" " * gap, look.status), *end], room, look.status)


def message(text: str, error: bool, room: int, ink: Ink) -> list[Strip]:
    """Words for the reader: one line, or as many as they need up to three."""
    style = ink.look.error if error else ink.look.status
    spans = list(break_lines(text, 0, min(len(text), room * _MESSAGE), room - 2)) or [(0, 0)]
    lines = [text[start:end] for start, end in spans[:_MESSAGE]]
    return [fit([(" " + ink.cut(line, room - 2), style)], room, style) for line in lines]


def rule(walls: Sequence[int], room: int, ink: Ink) -> Strip:
    """A rule across the screen that meets the walls below it."""
    line = [ink.glyphs.rule] * room
    for wall in walls:
        line[wall] = ink.glyphs.tee
    return fit([("".join(line), ink.look.rule)], room, ink.look.rule)


def floor(walls: Sequence[int], room: int, ink: Ink) -> Strip:
    """A rule under the walls."""
    line = [ink.glyphs.rule] * room
    for wall in walls:
        line[wall] = ink.glyphs.floor
    return fit([("".join(line), ink.look.rule)], room, ink.look.rule)


def prompt_line(label: str, text: str, at: int, hint: str, room: int, ink: Ink) -> Strip:
    """A line being typed, `at` the cursor's column in `text`; the cursor is drawn in reverse as well."""
    look = ink.look
    before, under, after = around(text, at)
    pieces: list[Piece] = [
        (label, look.prompt),
        (ink.glyphs.plain(before), look.input),
        (ink.glyphs.plain(under) or " ", look.selected),
        (ink.glyphs.plain(after), look.input),
    ]
    used = _size(pieces)
    hint = ink.cut(hint, room - used - 3)
    if hint:
        pieces += [(" " * (room - used - width(hint) - 1), look.input), (hint, look.muted)]
    return fit(pieces, room, look.input)


def box_line(pieces: Sequence[Piece], room: int, ink: Ink) -> Strip:
    """A row inside a box: walls at both ends."""
    wall = (ink.glyphs.wall, ink.look.rule)
    inner = fit(pieces, room - 2, ink.look.text)
    return Strip.join([fit([wall], 1, ink.look.rule), inner, fit([wall], 1, ink.look.rule)])


def box_edge(title: str, room: int, ink: Ink) -> Strip:
    """The first or last row of a box."""
    text = f"{ink.glyphs.rule * 2} {title} " if title else ""
    line = pad(text, room, "")
    return fit([(line.rstrip() + " " if title else "", ink.look.title), (ink.glyphs.rule * room, ink.look.rule)], room,
               ink.look.rule)  # fmt: skip


def _size(pieces: Sequence[Piece]) -> int:
    return sum(width(text) for text, _ in pieces)
