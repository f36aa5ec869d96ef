"""A theme's roles as the styles that strips are made of."""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from briefing.settings.colour import number_of
from briefing.settings.terminal import Colours
from briefing.settings.themes import Palette
from briefing.settings.themes import Style as Role

DEPTHS = {
    Colours.TRUE: ColorSystem.TRUECOLOR,
    Colours.MANY: ColorSystem.EIGHT_BIT,
    Colours.FEW: ColorSystem.STANDARD,
    Colours.NONE: ColorSystem.STANDARD,
}


class Look(NamedTuple):
    """One `rich` style a role, named as in `Palette`."""

    text: Style
    muted: Style
    title: Style
    active: Style
    rule: Style
    selected: Style
    marked: Style
    unread: Style
    date: Style
    source: Style
    hit: Style
    mention: Style
    time: Style
    guess: Style
    paragraph: Style
    status: Style
    key: Style
    error: Style
    input: Style
    prompt: Style


def look_of(palette: Palette) -> Look:
    """The styles of a palette."""
    return Look(**{name: _style(getattr(palette, name)) for name in Look._fields})


def _style(role: Role) -> Style:
    # An attribute that is off stays unset, so that no code is sent for it.
    return Style(
        color=_colour(role.fg),
        bgcolor=_colour(role.bg),
        bold=role.bold or None,
        dim=role.dim or None,
        italic=role.italic or None,
        underline=role.underline or None,
        reverse=role.reverse or None,
    )


def _colour(name: str) -> Color | None:
    if name == "default":
        return None
    number = number_of(name)
    return Color.from_ansi(number) if number is not None else Color.parse(name)
