"""Boxes for every size and every wish: inside the screen, side by side, the active pane among them."""

from __future__ import annotations

from itertools import product

import pytest

from briefing.app.layout import PANES, Box, Layout, PaneName, Shape, Wishes, lay_out
from briefing.app.panes.reader import ReaderPane
from tests.app.draw.samples import INK, view_of

FLAGS = (False, True)
WISHES = [
    Wishes(active, who_open, zoomed, searching, stacked, list_share, who_share, beside)
    for active, beside in product(PaneName, FLAGS)
    for who_open, zoomed, searching, stacked in product(FLAGS, FLAGS, FLAGS, FLAGS)
    for list_share, who_share in ((0, 0), (40, -40), (-400, 400), (400, 400))
]


def cells_of(box: Box) -> set[tuple[int, int]]:
    return set(product(range(box.x, box.x + box.width), range(box.y, box.y + box.height)))


def check(plan: Layout, width: int, height: int, wishes: Wishes) -> None:
    """Everything that must hold of boxes, by arithmetic, so that all sizes can be tried."""
    boxes = plan.boxes
    assert wishes.active in boxes
    assert (PaneName.PAGE in boxes) == (wishes.active in (PaneName.PAGE, PaneName.REVIEW) or plan.beside) or (
        wishes.zoomed or wishes.active is PaneName.REVIEW
    )
    height -= plan.span.height + 1 if plan.span else 0
    if plan.span:
        assert plan.span == Box(0, height - 2, width, 3)
        assert (width, height) >= (160, 41)
    top, bottom = (2, height - 3) if plan.ruled else (1, height - 1 - (plan.strip.height if plan.strip else 0))
    columns: dict[tuple[int, int], list[Box]] = {}
    for box in boxes.values():
        assert box.width >= 20
        assert box.height >= 3
        assert 0 <= box.x <= box.x + box.width <= width
        assert top <= box.y < box.y + box.height <= bottom
        columns.setdefault((box.x, box.width), []).append(box)
    for column in columns.values():
        column.sort(key=lambda box: box.y)
        ends = [box.y + box.height for box in column]
        assert [top, *ends] == [*(box.y for box in column), bottom]
    side_by_side = sorted(columns)
    assert side_by_side[0][0] == 0
    assert sum(side_by_side[-1]) == width
    assert [x - 1 for x, _ in side_by_side[1:]] == [sum(each) for each in side_by_side[:-1]] == list(plan.walls)
    if plan.strip:
        assert plan.strip == Box(0, bottom, width, 2)
    assert bottom + (2 if plan.strip else 1 if plan.ruled else 0) + plan.footer == height


@pytest.mark.parametrize("active", list(PaneName))
def test_all_sizes_and_all_wishes(active: PaneName) -> None:
    wishes = [each for each in WISHES if each.active is active]
    for width in range(1, 251):
        for height in range(1, 81):
            each = wishes[(width * 81 + height) % len(wishes)]
            plan = lay_out(width, height, each)
            assert (plan.width, plan.height) == (width, height)
            if width < 40 or height < 10:
                assert (plan.shape, plan.boxes) == (Shape.TOO_SMALL, {})
            else:
                check(plan, width, height, each)


EDGES = [
    (40, 10),
    (59, 40),
    (60, 14),
    (60, 15),
    (61, 24),
    (80, 24),
    (109, 40),
    (110, 15),
    (120, 40),
    (159, 50),
    (160, 45),
]


@pytest.mark.parametrize(("width", "height"), [*EDGES, (200, 60), (250, 80)])
def test_all_wishes_at_the_edges(width: int, height: int) -> None:
    for wishes in WISHES:
        check(lay_out(width, height, wishes), width, height, wishes)


def test_no_cell_belongs_to_two_panes() -> None:
    for width, height in ((60, 15), (80, 24), (120, 40)):
        for wishes in WISHES:
            plan = lay_out(width, height, wishes)
            parts = [cells_of(box) for box in [*plan.boxes.values(), *([plan.strip] if plan.strip else [])]]
            assert len(set().union(*parts)) == sum(map(len, parts))


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (39, 24, Shape.TOO_SMALL), (80, 9, Shape.TOO_SMALL), (40, 10, Shape.ONE), (59, 40, Shape.ONE),
        (80, 14, Shape.ONE), (60, 15, Shape.STACK), (80, 24, Shape.STACK), (109, 60, Shape.STACK),
        (110, 15, Shape.COLUMNS), (120, 40, Shape.COLUMNS), (200, 60, Shape.COLUMNS),
    ],
)  # fmt: skip
def test_the_shape_for_a_size(width: int, height: int, shape: Shape) -> None:
    assert lay_out(width, height, Wishes()).shape is shape


def test_columns_of_the_three_screens() -> None:
    def widths(width: int) -> list[int]:
        return [box.width for box in lay_out(width, 40, Wishes()).boxes.values()]

    assert widths(120) == [34, 51, 33, 34]
    assert widths(200) == [48, 92, 58, 48]
    assert lay_out(200, 60, Wishes()).wide
    assert not lay_out(120, 40, Wishes()).wide


def test_the_who_pane_opens_beside_the_reader() -> None:
    beside = lay_out(80, 24, Wishes(PaneName.READER, who_open=True))
    assert set(beside.boxes) == {PaneName.READER, PaneName.WHO}
    assert set(lay_out(80, 24, Wishes(PaneName.LIST, who_open=True)).boxes) == {PaneName.LIST, PaneName.READER}


@pytest.mark.parametrize(
    ("width", "height", "rows"),
    [(120, 40, 12), (200, 60, 18), (160, 30, 9), (119, 40, 0), (120, 29, 0), (110, 60, 0), (80, 24, 0), (50, 20, 0)],
)
def test_facets_stand_under_the_list_where_there_is_room(width: int, height: int, rows: int) -> None:
    boxes = lay_out(width, height, Wishes()).boxes
    assert (boxes[PaneName.FACETS].height if PaneName.FACETS in boxes else 0) == rows


def test_facets_asked_for_on_a_small_screen_stand_under_the_list_too() -> None:
    stacked = lay_out(80, 24, Wishes(PaneName.FACETS, who_open=True))
    assert list(stacked.boxes) == [PaneName.LIST, PaneName.FACETS]
    assert list(lay_out(50, 20, Wishes(PaneName.FACETS)).boxes) == [PaneName.FACETS]
    columns = lay_out(112, 20, Wishes(PaneName.FACETS)).boxes
    assert set(columns) == set(PANES)
    assert columns[PaneName.LIST].height >= columns[PaneName.FACETS].height


def test_the_active_who_pane_stays_when_columns_fold() -> None:
    """Chosen at 120 columns it was never opened; at 80 it must not vanish under the keys."""
    assert PaneName.WHO in lay_out(80, 24, Wishes(PaneName.WHO)).boxes


def test_a_search_gives_the_list_more_rows() -> None:
    plain, searching = (lay_out(80, 24, Wishes(searching=each)).boxes[PaneName.LIST].height for each in FLAGS)
    assert searching == plain + 4


def test_zoom_is_one_pane_at_any_size() -> None:
    for width, height in ((40, 10), (80, 24), (200, 60)):
        assert lay_out(width, height, Wishes(PaneName.WHO, zoomed=True)).boxes == {
            PaneName.WHO: Box(0, 1, width, height - 2)
        }


def test_stacked_where_three_columns_would_fit() -> None:
    assert lay_out(200, 60, Wishes(stacked=True)).shape is Shape.STACK


def test_a_resize_keeps_the_place() -> None:
    reader = ReaderPane(INK)
    reader.fit_to(80, 20, False)
    reader.show(view_of(*[f"Paragraph {number} " + "of many words " * 30 for number in range(60)]))
    reader.scroll(137)
    offset = reader.offset
    seen = set()
    for width, height, dated in ((50, 10, False), (33, 40, False), (92, 55, True), (80, 20, False)) * 5:
        reader.fit_to(width, height, dated)
        first = reader.offset
        assert first <= offset < first + 80
        seen.add((width, first, reader.top))
    assert len(seen) == 4
    assert (80, offset, 137) in seen


def test_a_narrow_page_stands_in_place_of_the_who_pane_where_there_is_room() -> None:
    wishes = Wishes(PaneName.PAGE, beside=True)
    plan = lay_out(160, 40, wishes)
    assert plan.beside
    assert plan.boxes[PaneName.PAGE] == lay_out(160, 40, Wishes()).boxes[PaneName.WHO]
    assert set(plan.boxes) == {PaneName.LIST, PaneName.READER, PaneName.PAGE, PaneName.FACETS}
    assert PaneName.PAGE in lay_out(160, 40, wishes._replace(active=PaneName.LIST)).boxes
    for width, other in ((159, wishes), (160, wishes._replace(stacked=True))):
        plan = lay_out(width, 40, other)
        assert not plan.beside
        assert set(plan.boxes) == {PaneName.PAGE}


def test_the_whole_of_time_has_three_lines_on_the_largest_screens() -> None:
    assert lay_out(160, 45, Wishes()).span == Box(0, 39, 160, 3)
    for width, height in ((159, 45), (160, 44)):
        assert lay_out(width, height, Wishes()).span is None
    assert lay_out(200, 60, Wishes(PaneName.PAGE)).span is None
    assert lay_out(200, 60, Wishes(zoomed=True)).span is None


@pytest.mark.parametrize("below", [2, 4])
def test_rows_below_the_panes_are_left_to_the_tour(below: int) -> None:
    for size in ((80, 24), (120, 40), (200, 60), (45, 20)):
        plan = lay_out(*size, Wishes(), below)
        without = lay_out(size[0], size[1] - below, Wishes())
        assert plan.boxes == without.boxes
        assert (plan.height, plan.below) == (size[1], below)
        assert plan.room == without.height - plan.footer + 1
