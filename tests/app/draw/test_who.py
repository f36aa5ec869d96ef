"""Who and when as lines: exact text of a small article, exact width of any."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cells import fit
from briefing.app.draw.entry import Entry, note, time_mark
from briefing.app.draw.ink import Ink
from briefing.app.draw.who import article_entries, grouped, row_entries, short_name, strip_lines
from briefing.model.actor import ActorType, Findings, actor_id
from briefing.model.hit import ActorRow
from briefing.model.when import Anchor, Precision, TimeExpression
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, actor_of, article_of, cells, plain, time_of, words

FIRST = "Ann Lee of the United Harbour Union spoke on January 22 to Lee’s friends in Vale."
SECOND = "On Tuesday, in 2020, nobody spoke for three days."
LEE = actor_of("Ann Lee", ActorType.PERSON, (0, 7), (59, 62), aliases=("Ann Lee", "Lee"), role="harbour master")
UNION = actor_of("United Harbour Union", ActorType.ORGANISATION, (15, 35), aliases=("UHU",))
VALE = actor_of("Vale", ActorType.PLACE, (77, 81))
ON_22 = time_of(45, "January 22", "2021-01-22", day=date(2021, 1, 22))
TUESDAY = time_of(86, "Tuesday", None, anchor=Anchor.NONE)
IN_2020 = time_of(98, "2020", "2020", Precision.YEAR, date(2020, 1, 1))
THREE_DAYS = time_of(121, "three days", "P3D", Precision.DURATION)
FINDINGS = Findings((VALE, UNION, LEE), (ON_22, TUESDAY, IN_2020, THREE_DAYS))
ARTICLE = article_of(FIRST, SECOND)
UNDATED = article_of(FIRST, SECOND, published=None)


def shown(entries: list[Entry]) -> list[str]:
    return [words(line).rstrip() for entry in entries for line in entry.lines]


def test_the_pane_of_an_article() -> None:
    assert shown(article_entries(ARTICLE, FINDINGS, "", 40, INK)) == [
        " PEOPLE",
        "  Ann Lee                    2 ████████",
        "    = Lee",
        "    harbour master",
        " GROUPS",
        "  United Harbour Union       1 ████",
        "    = UHU",
        " PLACES",
        "  Vale                       1 ████",
        "",
        " WHEN",
        "  ◐ 2020        year      p2",
        "      “2020”",
        "  ● 2021-01-22  day       p1",
        "      “January 22”",
        "  ? Tuesday     no anchor p2",
        "      “Tuesday”",
    ]


def test_the_pane_of_an_article_narrow_and_in_ascii() -> None:
    assert shown(article_entries(UNDATED, FINDINGS, "", 26, ASCII_INK)) == [
        " PEOPLE",
        "  Ann Lee               2",
        "    = Lee",
        "    harbour master",
        " GROUPS",
        "  United Harbour Union  1",
        "    = UHU",
        " PLACES",
        "  Vale                  1",
        "",
        " WHEN",
        "  + 2020        year",
        "  * 2021-01-22  day",
        "  ? Tuesday     no anchor",
        " 1 unplaced: the article",
        " has no publication date.",
    ]


def test_names_are_filtered_by_any_of_their_spellings() -> None:
    assert [e.name for e in article_entries(ARTICLE, FINDINGS, "UHÜ", 40, INK) if e.can_be_chosen] == [UNION.name]
    assert shown(article_entries(ARTICLE, FINDINGS, "zz", 40, INK)) == [" No name holds “zz”."]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        (None, " Looking for actors and dates…"),
        (Findings(skipped="Only English is read so far."), " Only English is read so far."),
        (Findings(), " No actor found in this text."),
    ],
)
def test_an_empty_pane_says_why(findings: Findings | None, expected: str) -> None:
    assert shown(article_entries(ARTICLE, findings, "", 60, INK))[0] == expected


def test_times_of_one_value_are_one_group_and_spans_of_time_none() -> None:
    again = time_of(0, "22 January", "2021-01-22", day=date(2021, 1, 22))
    other = time_of(3, "Monday", None, anchor=Anchor.NONE)
    groups = grouped(Findings((), (ON_22, TUESDAY, IN_2020, THREE_DAYS, again, other)))
    assert [[time.surface for time in group] for group in groups] == [
        ["2020"], ["January 22", "22 January"], ["Monday"], ["Tuesday"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (ON_22, ("●", "2021-01-22", "day")),
        (IN_2020, ("◐", "2020", "year")),
        (TUESDAY, ("?", "Tuesday", "no anchor")),
        (time_of(0, "June", "XXXX-06", Precision.MONTH), ("?", "June", "no year")),
        (time_of(0, "June", "XXXX-06", Precision.MONTH, guess="2023-06"), ("○", "2023-06~", "guessed")),
        (time_of(0, "then", None, anchor=Anchor.DISCOURSE), ("?", "then", "unplaced")),
    ],
)
def test_a_time_says_how_sure_it_is(time: TimeExpression, expected: tuple[str, str, str]) -> None:
    assert time_mark(time, INK) == expected


def test_a_time_in_ascii() -> None:
    assert [time_mark(time, ASCII_INK)[0] for time in (ON_22, IN_2020, TUESDAY)] == ["*", "+", "?"]


ROWS = [
    ActorRow(LEE.id, "Ann Lee", ActorType.PERSON, 1200, 3000, ("Lee",)),
    ActorRow(UNION.id, "United Harbour Union", ActorType.ORGANISATION, 3, 4),
]


def test_the_pane_of_all_articles() -> None:
    assert shown(row_entries(ROWS, 40, "", 30, INK)) == [
        " PEOPLE",
        "  Ann Lee              ×1,200",
        "    = Lee",
        " GROUPS",
        "  United Harbour Union     ×3",
        " 38 more: / filters these,",
        " briefing actors lists all.",
    ]
    filtered = row_entries(ROWS, 2, "lee", 30, ASCII_INK)
    assert shown(filtered) == [" PEOPLE", "  Ann Lee              x1,200", "    = Lee"]
    assert shown(row_entries([], 0, "", 30, INK)) == [" No actor found yet."]


def test_the_strip() -> None:
    first, second = (words(line) for line in strip_lines(ARTICLE, FINDINGS, "3", 60, INK))
    assert first == " 3 WHO  Lee 2 · Vale 1 · UHU 1                      3 opens "
    assert second == " WHEN   2020 · 2021-01-22 · Tuesday?"
    first, second = (words(line) for line in strip_lines(UNDATED, FINDINGS, "3", 36, ASCII_INK))
    assert first == " 3 WHO  Lee 2 | +2          3 opens "
    assert second == " WHEN   2020  no publication date"


def test_the_strip_without_findings() -> None:
    assert words(strip_lines(ARTICLE, None, "3", 60, INK)[0]) == " 3 WHO  Looking for actors and dates…"
    assert words(strip_lines(ARTICLE, Findings(), "3", 60, INK)[0]).split("  ")[1] == "no actor found"
    assert words(strip_lines(ARTICLE, Findings(), "3", 60, INK)[1]) == " WHEN   none in this text"


def test_short_names() -> None:
    long = actor_of("Libyan Political Dialogue Forum", ActorType.ORGANISATION, (0, 1), aliases=("LPDF", "the Forum"))
    assert short_name(LEE) == "Lee"
    assert short_name(long) == "LPDF"
    assert short_name(VALE) == "Vale"


def test_a_strip_of_thousands_of_names_is_not_joined_whole() -> None:
    crowd = tuple(actor_of(f"Name {number}", ActorType.PERSON, (0, 1)) for number in range(20_000))
    first = words(strip_lines(ARTICLE, Findings(crowd), "3", 80, INK)[0])
    assert "8 1 · +19991" in first
    assert cells(first) <= 80


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.integers(8, 90), INKS)
def test_any_name_fits_any_pane(name: str, alias: str, surface: str, room: int, ink: Ink) -> None:
    actor = actor_of(name or "x", ActorType.PERSON, (0, 7), aliases=(alias,), role=surface)
    row = ActorRow(actor_id(name, ActorType.STATE), name, ActorType.STATE, 2, 3, (alias,))
    time = time_of(0, surface or "x", None, anchor=Anchor.NONE)
    findings = Findings((actor,), (time, ON_22))
    entries = [*article_entries(UNDATED, findings, "", room, ink), *row_entries([row], 9, "", room, ink),
               note(name, room, ink)]  # fmt: skip
    lines = [line for entry in entries for line in entry.lines]
    lines += [tuple(line) for line in strip_lines(UNDATED, findings, "3", room, ink)]
    for line in lines:
        strip = fit(line, room, ink.look.text)
        assert cells(plain(strip)) == room
        assert ink is INK or plain(strip).isascii()
        if room >= 30:
            assert cells(words(line)) <= room


def test_a_long_date_leaves_room_for_its_paragraph() -> None:
    time = time_of(0, "the night of the long talks", None, anchor=Anchor.NONE)
    lines = shown(article_entries(ARTICLE, Findings((), (time,)), "", 33, INK))
    assert "  ? the night of… no anchor p1" in lines


def test_a_name_of_two_thousand_characters() -> None:
    actor = actor_of("Ann " * 500, ActorType.PERSON, (0, 7), aliases=("Lee " * 500,))
    assert all(cells(line) <= 40 for line in shown(article_entries(ARTICLE, Findings((actor,)), "", 40, INK)))
