"""Draws the README's picture: the app on the sample corpus, headless, its rows written as an SVG.

    python -m tests.screenshot docs/screen.svg

Written by hand rather than by `export_screenshot`: no font is fetched from anywhere, and each run of one style keeps
its width in cells whatever font shows it.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip

from briefing.app.app import BriefingApp
from briefing.library.build import build
from briefing.library.library import Library
from briefing.settings.assets import folder
from briefing.settings.places import Places, find_places
from briefing.settings.schema import OpenOptions, Settings
from briefing.settings.themes import Palette, load_theme

SIZE = (120, 54)
THEME = "dark"
QUERY = "ceasefire"
KEYS = ("3", "home", "2")
CELL, LINE, FONT, EDGE = 8.4, 18, 14, 12
_ACROSS, _UP, _DOWN = (0.0, 0.47, 1.0, 0.53), (0.44, 0.0, 0.56, 0.53), (0.44, 0.47, 0.56, 1.0)
SHAPES = {
    "─": (_ACROSS,),
    "│": ((0.44, 0.0, 0.56, 1.0),),
    "┬": (_ACROSS, _DOWN),
    "┴": (_ACROSS, _UP),
    "█": ((0.0, 0.1, 1.0, 0.9),),
    "▌": ((0.0, 0.0, 0.5, 1.0),),
}
"""Left, upper, right and lower edge of what is drawn, as shares of a cell."""
_PARTS = re.compile("─+|█+|[│┬┴▌]|[^─█│┬┴▌]+")
FAMILY = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def take(query: str = QUERY, keys: Sequence[str] = KEYS, size: tuple[int, int] = SIZE, theme: str = THEME) -> str:
    """The picture, from a library that is built for it and thrown away."""
    with tempfile.TemporaryDirectory() as base:
        places = find_places(Path(base))
        build([folder("corpus")], places, Settings(), lambda _: None, lambda: False)
        rows = asyncio.run(_rows(places, query, keys, size, theme))
        return svg(rows, size, load_theme(theme, places))


async def _rows(places: Places, query: str, keys: Sequence[str], size: tuple[int, int], theme: str) -> list[Strip]:
    settings = Settings()
    options = OpenOptions(query=query, theme=theme, colour="true", ascii=False, read_only=True)
    app = BriefingApp(Library([folder("corpus")], places, settings), settings, places, options)
    try:
        async with app.run_test(size=size) as pilot:
            await _settle(app, pilot)
            for key in keys:
                await pilot.press(key)
                await _settle(app, pilot)
            return app.desk.rows()
    finally:
        app.close_down()


async def _settle(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Until all workers are done and have been heard, and the article under the cursor has opened."""
    await pilot.pause(2 * app.settings.open_delay_ms / 1000)
    for _ in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause()


def svg(rows: Sequence[Strip], size: tuple[int, int], palette: Palette) -> str:
    """Rows of cells as a picture: one rectangle for each ground, one text for each run of a style."""
    ground, ink = palette.text.bg, palette.text.fg
    width, height = size[0] * CELL + 2 * EDGE, size[1] * LINE + 2 * EDGE
    drawn = [part for y, row in enumerate(rows) for part in _row(row, y, ink, ground)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img">',
            "<title>briefing: a list of articles, the article being read, and who and when it names</title>",
            f'<rect width="{width:g}" height="{height:g}" rx="8" fill="{ground}"/>',
            f'<g font-family="{FAMILY}" font-size="{FONT}" xml:space="preserve">',
            *drawn,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _row(row: Strip, y: int, ink: str, ground: str) -> Iterator[str]:
    top, x = EDGE + y * LINE, 0
    texts: list[str] = []
    for text, style, _ in row:
        cells, (fore, back) = cell_len(text), _colours(style or Style.null(), ink, ground)
        if back != ground:
            yield f'<rect x="{EDGE + x * CELL:g}" y="{top}" width="{cells * CELL:g}" height="{LINE}" fill="{back}"/>'
        texts += _runs(text, x, top, f'fill="{fore}"{_shape(style or Style.null())}')
        x += cells
    yield from texts


def _runs(text: str, x: int, top: int, look: str) -> Iterator[str]:
    """Words at their own cells, and what is drawn of lines and blocks; blanks are left to the ground."""
    for part in _PARTS.findall(text):
        if part[0] in SHAPES:
            yield from _block(part, x, top, look)
        elif not part.isspace():
            yield from _words(part, x, top, look)
        x += cell_len(part)


def _block(part: str, x: int, top: int, look: str) -> Iterator[str]:
    """Lines and blocks as rectangles: a font's own leave gaps between rows."""
    for left, upper, right, lower in SHAPES[part[0]]:
        wide = (len(part) - 1 + right - left) * CELL
        place = f'x="{EDGE + (x + left) * CELL:g}" y="{top + upper * LINE:g}"'
        yield f'<rect {place} width="{wide:g}" height="{(lower - upper) * LINE:g}" {look}/>'


def _words(text: str, x: int, top: int, look: str) -> Iterator[str]:
    bare = text.strip(" ")
    if bare:
        x += len(text) - len(text.lstrip(" "))
        place = f'x="{EDGE + x * CELL:g}" y="{top + LINE - 5}" textLength="{cell_len(bare) * CELL:g}"'
        yield f'<text {place} lengthAdjust="spacingAndGlyphs" {look}>{escape(bare)}</text>'


def _colours(style: Style, ink: str, ground: str) -> tuple[str, str]:
    fore, back = _hex(style.color, ink), _hex(style.bgcolor, ground)
    return (back, fore) if style.reverse else (fore, back)


def _hex(colour: Color | None, otherwise: str) -> str:
    return colour.get_truecolor().hex if colour and not colour.is_default else otherwise


def _shape(style: Style) -> str:
    bold = ' font-weight="bold"' if style.bold else ""
    italic = ' font-style="italic"' if style.italic else ""
    return bold + italic + (' text-decoration="underline"' if style.underline else "")


def main() -> None:
    """Writes the picture to the file named."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screen.svg")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(take(), encoding="utf-8")
    print(out)


if __name__ == "__main__":
    main()
