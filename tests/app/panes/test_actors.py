"""The who pane: the cursor goes from one name to the next, and is always in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.panes.actors import ActorsPane
from briefing.model.actor import ActorType, Findings
from briefing.model.hit import ActorRow, ArticleView
from briefing.model.when import Anchor
from tests.app.draw.samples import INK, actor_of, cells, plain, time_of, view_of

PEOPLE = [actor_of(f"Person {n}", ActorType.PERSON, (n, n + 1), aliases=(f"P{n}",), role="clerk") for n in range(12)]
GROUPS = [actor_of(f"Group {n}", ActorType.ORGANISATION, (n, n + 1)) for n in range(12)]
TIMES = tuple(time_of(n * 3, f"day {n}", None, anchor=Anchor.NONE) for n in range(12))
VIEW = view_of("word " * 40, findings=Findings((*PEOPLE, *GROUPS), TIMES))


def pane(view: ArticleView | None = VIEW, height: int = 12) -> ActorsPane:
    made = ActorsPane()
    made.show(view)
    made.lines(height, 36, INK, True)
    return made


def shown(made: ActorsPane, height: int = 12) -> list[str]:
    return [plain(strip).rstrip() for strip in made.lines(height, 36, INK, True)]


def chosen(made: ActorsPane, height: int = 12) -> str:
    rows = [row for row in shown(made, height) if row.startswith(" >")]
    assert len(rows) == 1
    assert rows[0] == shown(made, height)[made.row_of_cursor()]
    return rows[0][2:].split("  ")[0]


def test_the_cursor_starts_on_the_first_name_under_its_label() -> None:
    made = pane()
    assert shown(made)[0] == " PEOPLE"
    assert chosen(made) == "Person 0"
    assert made.current is not None
    assert made.current.actor == PEOPLE[0]


def test_down_and_up_visit_everything_that_can_be_chosen() -> None:
    made = pane()
    seen = [chosen(made)]
    while made.move(1):
        seen.append(chosen(made))
    assert seen[:3] == ["Person 0", "Person 1", "Person 2"]
    assert len(seen) == len(set(seen)) == 36
    back = [chosen(made)]
    while made.move(-1):
        back.append(chosen(made))
    assert back == seen[::-1]
    assert shown(made)[0] == " PEOPLE"


STEP = st.one_of(
    st.tuples(st.just("move"), st.integers(-9, 9).filter(bool)),
    st.tuples(st.just("page"), st.sampled_from([-1, -0.5, 0.5, 1])),
    st.tuples(st.just("end"), st.booleans()),
    st.tuples(st.just("height"), st.integers(6, 40)),
    st.tuples(st.just("wheel"), st.integers(0, 40)),
)


@given(st.lists(STEP, max_size=20))
def test_the_cursor_is_always_on_a_name_in_sight(steps: list[tuple[str, float]]) -> None:
    made, height = pane(), 12
    for what, by in steps:
        if what == "move":
            made.move(int(by))
        elif what == "page":
            made.page(by)
        elif what == "end":
            made.move_to_end(bool(by))
        elif what == "height":
            height = int(by)
        else:
            made.choose_row(int(by))
        assert chosen(made, height)
        assert made.current is not None
        assert made.current.can_be_chosen


def test_the_ends() -> None:
    made = pane()
    made.move_to_end(True)
    assert chosen(made) == "? day 11"
    made.move_to_end(False)
    assert (chosen(made), made.top) == ("Person 0", 0)


def test_names_are_filtered_and_the_cursor_follows() -> None:
    made = pane()
    made.filter("group 1")
    assert chosen(made) == "Group 1"
    assert made.title == "this article /group 1"
    made.filter("nobody")
    assert shown(made)[0] == " No name holds “nobody”."
    assert made.actor_id is None
    assert not made.move(1)
    made.filter("")
    assert chosen(made) == "Person 0"


def test_the_same_actor_stays_chosen_in_the_next_article() -> None:
    made = pane()
    made.move(20)
    name = chosen(made)
    made.show(view_of("word " * 40, findings=Findings((*GROUPS, *PEOPLE[:2], *PEOPLE[5:]))))
    assert chosen(made) == name
    made.show(view_of("word " * 40, findings=Findings(tuple(PEOPLE[:2]))))
    assert chosen(made) == "Person 0"


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (None, " Open an article to see who and"),
        (view_of("text"), " Looking for actors and dates…"),
        (view_of("text", findings=Findings(skipped="Not in English.")), " Not in English."),
    ],
)
def test_without_names_there_is_nothing_to_choose(view: ArticleView | None, expected: str) -> None:
    made = pane(view)
    assert shown(made)[0] == expected
    assert not made.move(1)
    assert made.actor_id is None
    made.choose_row(0)
    made.choose_row(99)
    assert not [row for row in shown(made) if row.startswith(" >")]


def test_all_articles() -> None:
    made = pane()
    made.switch(True)
    assert made.title == "all articles"
    assert shown(made)[0] == " Counting actors…"
    made.list_all([ActorRow(PEOPLE[3].id, "Person 3", ActorType.PERSON, 7, 9)], 1)
    assert chosen(made) == "Person 3"
    assert made.actor_id == PEOPLE[3].id
    made.show(view_of("text"))
    assert chosen(made) == "Person 3"
    made.switch(False)
    assert shown(made)[0] == " Looking for actors and dates…"


def test_a_click_chooses_names_but_no_labels() -> None:
    made = pane()
    made.choose_row(4)
    assert chosen(made) == "Person 1"
    made.choose_row(0)
    assert chosen(made) == "Person 1"


@given(st.integers(1, 40), st.integers(8, 90), st.booleans())
def test_every_row_is_as_wide_as_the_pane(height: int, room: int, active: bool) -> None:
    made = ActorsPane()
    made.show(VIEW)
    strips = made.lines(height, room, INK, active)
    assert len(strips) == height
    assert all(cells(plain(strip)) == strip.cell_length == room for strip in strips)
