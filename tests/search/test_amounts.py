"""`copies:` takes a number, a bound or a range, and nothing else; while typing nothing fails."""

from __future__ import annotations

import pytest

from briefing.model.query import And, Fact, FactField, Term
from briefing.search.amounts import NotAnAmount, amount
from briefing.search.syntax import parse


@pytest.mark.parametrize(
    ("written", "holds", "fails"),
    [
        ("3", 3, 4),
        ("=3", 3, 2),
        (">2", 3, 2),
        (">=2", 2, 1),
        ("<2", 1, 2),
        ("<=2", 2, 3),
        ("2..4", 4, 5),
        ("..4", 0, 5),
        ("4..", 40_000, 3),
    ],
)
def test_amounts(written: str, holds: int, fails: int) -> None:
    assert holds in amount(written)
    assert fails not in amount(written)


@pytest.mark.parametrize("written", ["", "..", ">", "x", "-1", "4..2", ">2..3", "1.5", "9" * 40, "²"])
def test_what_is_none(written: str) -> None:
    with pytest.raises(NotAnAmount):
        amount(written)


def test_a_query_for_copies() -> None:
    fact = Fact(FactField.COPIES, ">2")
    assert parse("copies:>2").tree == fact
    assert parse("harbour copies:>2").tree == And((Term("harbour"), fact))


@pytest.mark.parametrize("typed", ["copies:", "copies:>", "copies:2.", "copies:m"])
def test_while_typing_what_is_missing_is_said(typed: str) -> None:
    found = parse(f"harbour {typed}", typing=True)
    assert found.tree == Term("harbour")
    assert found.unfinished
