"""Changing a query: beside an OR all is left alone, once more takes it back, case and accents do not count."""

from __future__ import annotations

import pytest

from briefing.search.edit import Said, add_fact, facts_said, has_fact, toggle_fact, without_fact
from briefing.search.syntax import parse


@pytest.mark.parametrize(
    ("raw", "negative", "then"),
    [
        ("", False, 'who:"Éva Brandt"'),
        ("harbour", True, 'harbour -who:"Éva Brandt"'),
        ('harbour who:"eva brandt"', False, "harbour"),
        ('harbour who:"eva brandt"', True, 'harbour -who:"Éva Brandt"'),
        ('-who:"éva brandt" is:unread', True, "is:unread"),
        ("a OR b", False, '(a OR b) who:"Éva Brandt"'),
        ('(a OR b) who:"Éva Brandt"', False, "(a OR b)"),
        ('who:"Éva Brandt" OR b', False, '(who:"Éva Brandt" OR b) who:"Éva Brandt"'),
    ],
)
def test_once_says_it_and_once_more_takes_it_back(raw: str, negative: bool, then: str) -> None:
    assert toggle_fact(raw, "who", "Éva Brandt", negative) == then
    parse(then)


def test_beside_an_or_no_fact_stands_for_itself() -> None:
    raw = "who:x OR who:y"
    assert facts_said(raw) == []
    assert not has_fact(raw, "who", "x")
    assert without_fact(raw, "who", "x") == raw
    assert add_fact(raw, "who", "x") == "(who:x OR who:y) who:x"


def test_the_facts_that_a_query_says() -> None:
    raw = 'harbour -who:"Ilse  Brandt" Pub:2021-01..2021-03 (source:x) is:unread'
    assert facts_said(raw) == [
        Said("who", "Ilse Brandt", True),
        Said("pub", "2021-01..2021-03"),
        Said("is", "unread"),
    ]
