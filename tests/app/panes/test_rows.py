"""A list's window: the chosen row is always in sight, and at an edge it jumps half a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.panes.rows import Window

STEP = st.one_of(
    st.tuples(st.just("move"), st.integers(-60, 60)),
    st.tuples(st.just("to"), st.integers(-5, 500)),
    st.tuples(st.just("page"), st.sampled_from([-1, -0.5, 0.5, 1])),
    st.tuples(st.just("count"), st.integers(0, 300)),
    st.tuples(st.just("room"), st.integers(0, 40)),
)


@given(st.lists(STEP, max_size=60), st.integers(0, 300), st.integers(1, 40))
def test_the_cursor_is_always_in_sight(steps: list[tuple[str, float]], count: int, room: int) -> None:
    window = Window()
    window.resize(count, room)
    for what, by in steps:
        before = window.cursor
        if what == "move":
            assert window.move(int(by)) == (window.cursor != before)
        elif what == "to":
            window.move_to(int(by))
        elif what == "page":
            window.page(by)
        elif what == "count":
            window.resize(int(by), window.room)
        else:
            window.resize(window.count, int(by))
        assert 0 <= window.cursor < max(window.count, 1)
        assert window.top <= window.cursor < window.top + window.room
        assert 0 <= window.top <= max(window.count - window.room, 0)


def test_a_held_key_repaints_the_list_twice_a_page() -> None:
    window = Window(count=500, room=20)
    tops = []
    for _ in range(100):
        window.move(1)
        tops.append(window.top)
    assert len(set(tops)) == 10 - 1
    assert window.cursor == 100


def test_the_window_jumps_half_a_page_at_both_edges() -> None:
    window = Window(count=100, room=10)
    window.move_to(9)
    assert window.top == 0
    window.move(1)
    assert (window.cursor, window.top) == (10, 6)
    window.move_to(6)
    window.move(-1)
    assert (window.cursor, window.top) == (5, 0)


def test_a_far_row_comes_to_an_edge_and_a_page_stays_in_bounds() -> None:
    window = Window(count=1000, room=10)
    window.move_to(500)
    assert window.top == 491
    window.move_to(3)
    assert window.top == 3
    window.page(1)
    assert window.cursor == 13
    window.page(-0.5)
    assert window.cursor == 8
    window.page(-2)
    assert (window.cursor, window.top) == (0, 0)


def test_one_row_of_room_still_pages() -> None:
    window = Window(count=5, room=1)
    window.page(0.5)
    assert window.cursor == 1
    window.page(-0.5)
    assert window.cursor == 0


def test_rows_below_the_chosen_one_come_into_sight_and_it_stays() -> None:
    window = Window(count=100, room=5)
    for cursor, below, top in ((4, 2, 2), (4, 0, 0), (4, 30, 4), (99, 3, 95)):
        window.top, window.cursor = max(cursor - 4, 0), cursor
        window.make_room(below)
        assert window.top == top
