"""Every theme that is packed gives every style; without colour means without."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorSystem, ColorType
from rich.style import Style

from briefing.app.looks import DEPTHS, Look, look_of
from briefing.app.screen_buffer import sgr
from briefing.settings.assets import folder
from briefing.settings.terminal import Colours
from briefing.settings.themes import ROLES, Kind, fit_theme, read_theme

THEMES = sorted(folder("themes").glob("*.toml"))


def styles(look: Look) -> dict[str, Style]:
    return look._asdict()


def test_there_are_themes() -> None:
    assert {theme.stem for theme in THEMES} >= {"dark", "light", "contrast-dark", "contrast-light", "sixteen", "mono"}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_every_theme_gives_every_style(theme: Path) -> None:
    made = styles(look_of(read_theme(theme)))
    assert set(made) >= set(ROLES)
    assert all(isinstance(style, Style) for style in made.values())
    assert made["selected"] != made["text"]
    assert made["selected"] != made["marked"]
    assert made["hit"] != made["text"]
    assert made["active"] != made["title"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_without_colour_every_theme_is_without_colour(theme: Path) -> None:
    for style in styles(look_of(fit_theme(read_theme(theme), Colours.NONE))).values():
        assert style.color is None
        assert style.bgcolor is None


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_sixteen_colours_are_the_terminal_s_own(theme: Path) -> None:
    for style in styles(look_of(fit_theme(read_theme(theme), Colours.FEW))).values():
        for colour in (style.color, style.bgcolor):
            assert colour is None or colour.type is ColorType.STANDARD


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_an_attribute_that_is_off_sends_nothing(theme: Path) -> None:
    look = look_of(read_theme(theme))
    kind = read_theme(theme).kind
    first = sgr(Style.null(), look.text, ColorSystem.STANDARD)
    assert "22" not in first.strip("\x1b[m").split(";")
    assert first == "" or kind is not Kind.MONO


def test_every_choice_of_colours_has_a_depth() -> None:
    assert set(DEPTHS) == set(Colours)
