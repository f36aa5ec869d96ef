"""Facets as lines: what the query says is marked, what is not shown is counted, and every line fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.facets import facet_entries, facet_lines, part_of
from briefing.app.panes.facets import FacetsPane
from briefing.model.facet import Facet, FacetName, FacetRow, Facets
from briefing.search.edit import Said, facts_said
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, plain, words

WHO = Facet(
    FacetName.WHO,
    (
        FacetRow("Ilse Brandt", 4, 'who:"Ilse Brandt"'),
        FacetRow("Norway", 2, "who:Norway"),
        *(FacetRow(f"Name {n}", 1, f'who:"Name {n}"') for n in range(20)),
    ),
    388,
)
WHEN = Facet(FacetName.WHEN, (FacetRow("2024-05", 3, "pub:2024-05"), FacetRow("undated", 1, "is:undated")))
STATE = Facet(FacetName.STATE, (FacetRow("unread", 4, "is:unread"),))
FACETS = Facets(4, (WHO, WHEN, STATE))


def shown(query: str = "", height: int = 11, room: int = 34) -> list[str]:
    entries = facet_entries(FACETS, facts_said(query), height, room, INK)
    return [words(line).rstrip() for entry in entries for line in entry.lines]


def test_sections_with_counts_and_bars() -> None:
    lines = shown()
    assert lines[0].split() == ["WHO", "+405", "more"]
    assert lines[1] == "   Ilse Brandt         4 ████████"
    assert lines[2] == "   Norway              2 ████"
    assert [line for line in lines if not line.startswith("  ")] == [lines[0], " WHEN", " STATE"]
    assert lines[-1] == "   unread              4 ████████"


def test_more_rows_where_there_is_room_and_none_is_lost() -> None:
    for height in (5, 11, 20, 40, 90):
        lines = shown(height=height)
        rows = sum(line.startswith("   Name") for line in lines)
        assert len(lines) <= max(height, 11)
        assert lines[0].split()[1] == f"+{388 + 20 - rows}"
        assert rows >= 3
    assert sum(line.startswith("   Name") for line in shown(height=90)) == 20


def test_what_the_query_says_is_marked_by_a_sign() -> None:
    lines = shown('brandt who:"ilse brandt" -pub:2024-05 is:unread')
    assert "  +Ilse Brandt         4 ████████" in lines
    assert any(line.startswith("  -2024-05") for line in lines)
    assert any(line.startswith("  +unread") for line in lines)


def test_what_nothing_counts_is_there_to_be_taken_back() -> None:
    lines = shown("-who:Reyl pub:2024 place:oslo source:wire path:x")
    assert "  -Reyl         left out" in lines
    assert lines.index("  +oslo                4 ████████") < lines.index("   Norway              2 ████")
    assert "  +2024                4 ████████" in lines
    assert "  +wire                4 ████████" in lines
    assert not any("path" in line or line == "  +x" for line in lines)


def test_nothing_found_still_shows_the_filters() -> None:
    told = list(facet_lines(Facets(0, ()), facts_said("who:a -source:b")))
    assert [(name, [line.label for line in lines]) for name, lines, _ in told] == [
        (FacetName.WHO, ["a"]),
        (FacetName.SOURCE, ["b"]),
    ]
    (nothing,) = facet_entries(Facets(0, ()), [], 11, 34, INK)
    assert not nothing.can_be_chosen


def test_the_part_of_a_row() -> None:
    assert part_of(WHO.rows[0]) == Said("who", "Ilse Brandt")
    assert part_of(FacetRow("Norway", 2, "who:Norway")) == Said("who", "Norway")


@given(st.lists(st.tuples(ANY_TEXT, st.integers(0, 10**7)), max_size=9), st.integers(24, 120), st.integers(1, 50), INKS)
def test_every_line_fits(rows: list[tuple[str, int]], room: int, height: int, ink: object) -> None:
    facet = Facet(FacetName.SOURCE, tuple(FacetRow(label, count, f'source:"{label}"') for label, count in rows), 10**6)
    for entry in facet_entries(Facets(10**7, (facet,)), [Said("who", "x" * 99)], height, room, ink):  # type: ignore[arg-type]
        assert all(cells(words(line)) <= room for line in entry.lines)


def pane(query: str = "") -> FacetsPane:
    made = FacetsPane()
    made.show(FACETS)
    made.mark(facts_said(query))
    made.lines(11, 34, INK, True)
    return made


def test_the_cursor_stays_on_its_row_when_the_counts_change() -> None:
    made = pane()
    assert made.current
    assert made.current.part == Said("who", "Ilse Brandt")
    made.move(2)
    assert made.current.part == Said("who", "Name 0")
    made.show(Facets(2, (Facet(FacetName.WHO, (WHO.rows[1], WHO.rows[2])), WHEN)))
    made.lines(11, 34, INK, True)
    assert made.current.part == Said("who", "Name 0")
    made.show(Facets(2, (Facet(FacetName.WHO, WHO.rows[:1]), WHEN)))
    made.lines(11, 34, INK, True)
    assert made.current.can_be_chosen


def test_titles_are_honest() -> None:
    made = FacetsPane()
    assert made.title == "counting"
    made.show(FACETS)
    assert made.title == "of 4 articles"
    made.counting = True
    assert made.title == "counting"


@pytest.mark.parametrize("height", [1, 3, 11, 40])
def test_drawn_in_ascii(height: int) -> None:
    made = pane("-who:reyl")
    rows = [plain(strip) for strip in made.lines(height, 34, ASCII_INK, True)]
    assert len(rows) == height
    assert all(row.isascii() and len(row) == 34 for row in rows)
    assert sum(row.startswith(" >") for row in rows) == 1 or height < 3
