"""The README's picture is drawn from what the app draws, cell by cell."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.settings.places import find_places
from briefing.settings.themes import load_theme
from tests.screenshot import CELL, EDGE, LINE, SIZE, svg, take

NS = "{http://www.w3.org/2000/svg}"


def drawn(tmp_path: Path, *segments: Segment) -> ET.Element:
    """The picture of one row."""
    return ET.fromstring(svg([Strip(segments)], (20, 1), load_theme("dark", find_places(tmp_path))))


def test_words_stand_at_their_own_cells_and_keep_their_width(tmp_path: Path) -> None:
    row = drawn(tmp_path, Segment("  日本 "), Segment("a<b", Style(bold=True)))
    first, second = row.iter(f"{NS}text")
    assert first.text == "日本"
    assert float(first.attrib["x"]) == pytest.approx(EDGE + 2 * CELL)
    assert float(first.attrib["textLength"]) == pytest.approx(4 * CELL)
    assert second.text == "a<b"
    assert second.attrib["font-weight"] == "bold"
    assert float(second.attrib["x"]) == pytest.approx(EDGE + 7 * CELL)


def test_ground_of_another_colour_fills_its_cells(tmp_path: Path) -> None:
    row = drawn(tmp_path, Segment("ab"), Segment("  ", Style(bgcolor="#ff0000")))
    (red,) = [each for each in row.iter(f"{NS}rect") if each.attrib["fill"] == "#ff0000"]
    assert float(red.attrib["x"]) == pytest.approx(EDGE + 2 * CELL)
    assert float(red.attrib["width"]) == pytest.approx(2 * CELL)
    assert float(red.attrib["height"]) == LINE


def test_walls_are_drawn_without_a_gap(tmp_path: Path) -> None:
    row = drawn(tmp_path, Segment("a│b"))
    wall = list(row.iter(f"{NS}rect"))[-1]
    assert (float(wall.attrib["y"]), float(wall.attrib["height"])) == (EDGE, LINE)
    assert [each.text for each in row.iter(f"{NS}text")] == ["a", "b"]


@pytest.mark.slow
def test_picture_shows_a_search_in_three_panes() -> None:
    picture = take()
    words = " ".join(each.text or "" for each in ET.fromstring(picture).iter(f"{NS}text"))
    for expected in ("1 LIST", "2 READ", "3 WHO", "PEOPLE", "WHEN", "query:", "ceasefire", "Tab"):
        assert expected in words
    rows = {float(y) for y in re.findall(r'<text [^>]*y="([0-9.]+)"', picture)}
    assert max(rows) < EDGE + SIZE[1] * LINE
