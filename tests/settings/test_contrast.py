"""Every role of every theme of ours is readable: WCAG 4.5:1, on the terminals' own palettes where they decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem

from briefing.settings.assets import folder
from briefing.settings.colour import ANSI, DEFAULT, contrast, rgb
from briefing.settings.themes import ROLES, Kind, Palette, Style, read_theme

Rgb = tuple[int, int, int]

SIXTEEN = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "vga": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "solarized": "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 "
    "002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
}
TERMINALS = [
    ("xterm", "e5e5e5", "000000"),
    ("xterm", "000000", "ffffff"),
    ("vga", "aaaaaa", "000000"),
    ("solarized", "839496", "002b36"),
    ("solarized", "657b83", "fdf6e3"),
]
"""A palette with its default text and background: xterm both ways, the Linux console, Solarized dark and light."""
OURS = sorted(folder("themes").glob("*.toml"))


def _split(colour: str) -> Rgb:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _pairs(palette: Palette) -> dict[str, Style]:
    """Each role by itself, and on a selected row in either pane."""
    pairs = {name: palette.role(name) for name in ROLES}
    for row in ("selected", "marked"):
        pairs.update({f"{name} on {row}": palette.role(name).on(palette.role(row)) for name in ROLES})
    return pairs


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_truecolor_roles_are_readable(path: Path) -> None:
    palette = read_theme(path)
    if palette.kind is not Kind.TRUECOLOR:
        assert palette.name in ("sixteen", "mono")
        return
    least = 7.0 if palette.name.startswith("contrast") else 4.5
    for name, style in _pairs(palette).items():
        fg, bg = rgb(style.fg), rgb(style.bg)
        assert fg, f"{name} must say its colours, or nobody can check them"
        assert bg, f"{name} must say its colours, or nobody can check them"
        assert not style.dim, f"{name}: how far a terminal dims is its own affair"
        assert contrast(fg, bg) >= (3 if name == "rule" else least), f"{name}: {contrast(fg, bg):.2f}"
        rounded = contrast(_rounded(fg), _rounded(bg))
        assert rounded >= (3 if name == "rule" else 4.5), f"{name} in 256 colours: {rounded:.2f}"


def _rounded(colour: Rgb) -> Rgb:
    """As a terminal of 256 colours is sent it."""
    few = Color.from_rgb(*colour).downgrade(ColorSystem.EIGHT_BIT)
    made = few.get_truecolor()
    return made.red, made.green, made.blue


@pytest.mark.parametrize(("terminal", "text", "back"), TERMINALS)
@pytest.mark.parametrize("name", ["sixteen", "mono"])
def test_few_colours_are_readable_on_every_palette(name: str, terminal: str, text: str, back: str) -> None:
    palette = read_theme(folder("themes") / f"{name}.toml")
    numbers = [_split(each) for each in SIXTEEN[terminal].split()]
    for role, style in _pairs(palette).items():
        assert not style.dim, role
        if style.fg == DEFAULT and style.bg == DEFAULT:
            continue  # the terminal's own text on its own background, as its user chose them; or both reversed
        fg = _split(text) if style.fg == DEFAULT else numbers[ANSI.index(style.fg)]
        bg = _split(back) if style.bg == DEFAULT else numbers[ANSI.index(style.bg)]
        assert contrast(fg, bg) >= 4.5, f"{role}: {contrast(fg, bg):.2f}"


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_nothing_is_said_by_colour_alone(path: Path) -> None:
    palette = read_theme(path)
    for role in ("unread", "hit", "mention", "time", "guess", "key", "error", "prompt", "active"):
        style = palette.role(role)
        assert any((style.bold, style.italic, style.underline, style.reverse)), role
    assert palette.selected != palette.marked
    assert palette.active != palette.title


def test_contrast_as_wcag_counts_it() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x77, 0x77, 0x77), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((1, 2, 3), (1, 2, 3)) == 1
