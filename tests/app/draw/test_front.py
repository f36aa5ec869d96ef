"""The lines above an article: what is known of it, and where that was read."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cells import fit
from briefing.app.draw.front import date_line, front_lines
from briefing.app.draw.ink import Ink
from briefing.model.article import DateSource, Published, YearGuess
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, article_of, cells, plain, words

DAY = date(2021, 1, 23)


@pytest.mark.parametrize(
    ("published", "guess", "expected"),
    [
        (Published(DAY, DateSource.HEADER, "date 2021-01-23"), None, "2021-01-23 Sat (header: “date 2021-01-23”)"),
        (Published(DAY, DateSource.FILENAME), None, "2021-01-23 Sat (filename)"),
        (Published(DAY, DateSource.METADATA, " ", time(14, 30)), None, "2021-01-23 Sat 14:30 (metadata)"),
        (Published(DAY, DateSource.METADATA, "", time(4), 0), None, "2021-01-23 Sat 04:00 UTC (metadata)"),
        (Published(DAY, DateSource.METADATA, "", time(4), 330), None, "2021-01-23 Sat 04:00 +05:30 (metadata)"),
        (Published(DAY, DateSource.METADATA, "", time(4), -210), None, "2021-01-23 Sat 04:00 -03:30 (metadata)"),
        (None, YearGuess(2023, "Expo-2023"), "no publication date · 2023~ guessed from “Expo-2023”"),
        (None, None, "no publication date"),
    ],
)
def test_the_date_says_where_it_was_read(published: Published | None, guess: YearGuess | None, expected: str) -> None:
    assert date_line(article_of("text", published=published, guess=guess)) == expected


def test_front() -> None:
    article = article_of("text", byline="By Ann Lee", notes=("3 undecodable bytes",))
    assert [words(line) for line in front_lines(article, 78, INK)] == [
        "Council votes",
        "2021-01-23 Sat 14:30 UTC (header: “date 2021-01-23”) · The Gazette",
        "By Ann Lee",
        "! 3 undecodable bytes",
        "",
    ]


def test_a_derived_title_is_not_repeated() -> None:
    article = article_of("text", derived=True, published=None, source="")
    assert [words(line) for line in front_lines(article, 60, INK)] == ["no publication date · no title in the file", ""]


def test_front_in_ascii() -> None:
    article = article_of("text", title="The “long” night — again", source="Cañada Post")
    assert [words(line) for line in front_lines(article, 60, ASCII_INK)][:3] == [
        'The "long" night -- again',
        '2021-01-23 Sat 14:30 UTC (header: "date 2021-01-23")',
        "Canada Post",
    ]


def test_a_long_title_takes_three_lines() -> None:
    lines = front_lines(article_of("text", title="word " * 100_000), 20, INK)
    assert [words(line).rstrip() for line in lines[:3]] == ["word word word word"] * 3
    assert len(lines) == 6


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.integers(10, 100), INKS)
def test_any_front_fits(title: str, source: str, byline: str, room: int, ink: Ink) -> None:
    for line in front_lines(article_of("text", title=title, source=source, byline=byline, notes=(title,)), room, ink):
        strip = fit(line, room, ink.look.text)
        assert cells(plain(strip)) == room
        assert ink is INK or plain(strip).isascii()
    first = front_lines(article_of("text", title=title), room, INK)[0]
    assert cells(words(first)) <= room
