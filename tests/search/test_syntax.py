from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.model.errors import QueryError
from briefing.model.query import (
    And,
    Everything,
    Fact,
    FactField,
    Fuzzy,
    Node,
    Not,
    Or,
    Period,
    Phrase,
    Prefix,
    Scope,
    Term,
)
from briefing.search.edit import add_fact, has_fact, without_fact
from briefing.search.lexer import Kind, pieces
from briefing.search.syntax import parse

A, B, C = Term("a"), Term("b"), Term("c")


@pytest.mark.parametrize(
    ("raw", "tree"),
    [
        ("", Everything()),
        ("   ", Everything()),
        ("a b", And((A, B))),
        ("A b", And((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a or b", And((A, Term("or"), B))),
        ("a -b", And((A, Not(B)))),
        ("-(a OR b)", Not(Or((A, B)))),
        ("--a", A),
        ("(a (b))", And((A, B))),
        ('"a b"', Phrase(("a", "b"))),
        ("“a b”~5", Phrase(("a", "b"), 5)),
        ("«a b»", Phrase(("a", "b"))),
        ("wag*", Prefix("wag")),
        ("wag~", Fuzzy("wag", 1)),
        ("wag~2", Fuzzy("wag", 2)),
        ("title:a b", And((Term("a", Scope.TITLE), B))),
        ("title:(a OR b)", Or((Term("a", Scope.TITLE), Term("b", Scope.TITLE)))),
        ('TITLE:"a b"', Phrase(("a", "b"), 0, Scope.TITLE)),
        ("in:all a", Term("a", Scope.ALL)),
        ("a in:all", Term("a", Scope.ALL)),
        ("who:Haftar", Fact(FactField.WHO, "haftar")),
        ('who:"Khalifa  Haftar"', Fact(FactField.WHO, "khalifa haftar")),
        ("-who:haftar", Not(Fact(FactField.WHO, "haftar"))),
        ("who:(a OR b)", Or((Fact(FactField.WHO, "a"), Fact(FactField.WHO, "b")))),
        ("path:2021/x.txt#3", Fact(FactField.PATH, "2021/x.txt#3")),
        ("is:unread", Fact(FactField.IS, "unread")),
        ("lang:EN", Fact(FactField.LANG, "en")),
        ("pub:2021", Fact(FactField.PUB, period=Period(date(2021, 1, 1), date(2021, 12, 31)))),
        ("pub:2021-02", Fact(FactField.PUB, period=Period(date(2021, 2, 1), date(2021, 2, 28)))),
        ("on:2021-01-23", Fact(FactField.ON, period=Period(date(2021, 1, 23), date(2021, 1, 23)))),
        ("pub:2021-01..2021-03", Fact(FactField.PUB, period=Period(date(2021, 1, 1), date(2021, 3, 31)))),
        ("pub:..2020", Fact(FactField.PUB, period=Period(None, date(2020, 12, 31)))),
        ("pub:2022..", Fact(FactField.PUB, period=Period(date(2022, 1, 1), None))),
        ("al-jufra", Or((Phrase(("al", "jufra")), Term("aljufra")))),
        ("al-juf*", Or((Phrase(("al", "juf"), open_end=True), Prefix("aljuf")))),
        ("a - b", And((A, B))),
        ("12:30", Phrase(("12", "30"))),
        ("https://a.b/c", Phrase(("https", "ab", "c"))),
    ],
)
def test_what_is_read(raw: str, tree: Node) -> None:
    assert parse(raw) == parse(raw)
    assert parse(raw).tree == tree
    assert parse(raw).unfinished == ""


@pytest.mark.parametrize(
    ("raw", "at", "words"),
    [
        ("a (b", 2, "never closed"),
        ("a b)", 3, "closes none"),
        ('a "b', 2, "never closed"),
        ("a OR", 2, "both sides"),
        ("OR a", 0, "both sides"),
        ("a OR OR b", 2, "both sides"),
        ("a ()", 2, "in these brackets"),
        ("a who:", 2, "needs a value"),
        ("a who: b", 2, "needs a value"),
        ("a foo:b", 2, "no field foo:"),
        ("tag:", 0, "needs a value"),
        ("said:x", 0, "not extracted yet"),
        ("copies:many", 7, "an amount is a number"),
        ("copies:3..2", 7, "runs backwards"),
        ("added:soon", 6, "a date is a year"),
        ("a has:hope", 6, "not known"),
        ("a @mine", 2, "do not exist yet"),
        ("a is:nice", 5, "not known"),
        ("pub:2021-13", 4, "no such day"),
        ("pub:2021-02-30", 4, "no such day"),
        ("pub:last", 4, "a date is"),
        ("pub:..", 4, "one side"),
        ("on:2021..2020", 3, "backwards"),
        ("lang:english", 5, "two or three"),
        ("a wa*g", 4, "at the end"),
        ("*", 0, "letter or digit"),
        ("a wag~3", 5, "1 or 2"),
        ('"a b"~999', 5, "at most"),
        ("a !!", 2, "letter or digit"),
        ("(" * 50 + "a" + ")" * 50, 40, "40 brackets"),
        ("a" * 2001, 2000, "2000 characters"),
    ],
)
def test_errors_name_the_character(raw: str, at: int, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(raw)
    assert caught.value.at == at
    assert words in str(caught.value)
    assert parse(raw, typing=True).unfinished


@pytest.mark.parametrize(
    ("raw", "tree", "unfinished"),
    [
        ("a wa", And((A, Prefix("wa"))), ""),
        ("a b ", And((A, B)), ""),
        ("a OR ", A, "OR needs something on both sides"),
        ("a -", A, "a minus needs something to leave out"),
        ("a who:", A, "who: needs a value"),
        ("a who:ha", And((A, Fact(FactField.WHO, "ha"))), ""),
        ('a "b wag', And((A, Phrase(("b", "wag"), open_end=True))), "this quote is never closed"),
        ('a "b wag ', And((A, Phrase(("b", "wag")))), "this quote is never closed"),
        ('"a b"', Phrase(("a", "b")), ""),
        ("(a b", And((A, Prefix("b"))), "this bracket is never closed"),
        ("a pub:20", A, "a date is a year, 2021-01 or 2021-01-23"),
        ("a is:un", A, "is:un is not known"),
        ("al-ju", Or((Phrase(("al", "ju"), open_end=True), Prefix("alju"))), ""),
    ],
)
def test_half_typed(raw: str, tree: Node, unfinished: str) -> None:
    read = parse(raw, typing=True)
    assert (read.tree, read.unfinished) == (tree, unfinished)


def test_a_started_date_counts_as_far_as_it_goes() -> None:
    for raw in ("pub:2021-", "pub:2021-0"):
        assert parse(raw, typing=True).tree == parse("pub:2021").tree


PIECES = st.sampled_from(
    [
        "a",
        "-",
        "--",
        "(",
        ")",
        '"',
        "“",
        "OR",
        " ",
        "*",
        "~",
        "~2",
        "who:",
        "title:",
        "pub:",
        "2021",
        "..",
        "in:all",
        ":",
        "@",
    ]
)
QUERIES = st.text(max_size=60) | st.lists(PIECES, max_size=25).map("".join)


@given(QUERIES)
@example("(" * 10_000)
@example('"' * 5_000)
@example("-" * 5_000)
@example("title:" * 900)
@example("a OR " * 900)
def test_any_string(raw: str) -> None:
    parse(raw, typing=True)
    error = wrong(raw)
    assert error is None or (0 <= error.at <= len(raw) and error.title)


def wrong(raw: str) -> QueryError | None:
    try:
        parse(raw)
    except QueryError as error:
        return error
    return None


@given(QUERIES.filter(lambda raw: len(raw) < 60), st.text(min_size=1, max_size=10).filter(str.strip))
def test_a_fact_added_is_there_and_goes_again(raw: str, value: str) -> None:
    try:
        tree = parse(raw).tree
    except QueryError:
        return
    if any(quote in value for quote in '"“”„‟«»＂') or has_fact(raw, "who", value) or has_fact(raw, "who", value, True):
        return
    narrowed = add_fact(raw, "who", value)
    assert has_fact(narrowed, "who", value)
    assert parse(narrowed) is not None
    if "OR" not in raw:
        assert parse(without_fact(narrowed, "who", value)).tree == tree


def test_editing_the_text_of_a_query() -> None:
    assert add_fact("", "who", "Haftar") == "who:Haftar"
    assert add_fact("a OR b", "who", "Khalifa Haftar", negative=True) == '(a OR b) -who:"Khalifa Haftar"'
    assert add_fact("a who:haftar", "who", "Haftar", negative=True) == "a -who:Haftar"
    assert without_fact('a -who:"khalifa haftar" b', "who", "Khalifa Haftar") == "a b"
    assert without_fact("(who:x) a", "who", "x") == "(who:x) a"
    assert has_fact("a -who:haftar", "who", "Haftar", negative=True)
    assert not has_fact("a -who:haftar", "who", "Haftar")


@given(st.text("aB1 ", max_size=30))
def test_words_alone_are_cut_as_among_signs(raw: str) -> None:
    assert list(pieces(raw)) == [piece for piece in pieces(f"{raw} (") if piece.kind is not Kind.OPEN]
