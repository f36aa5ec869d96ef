"""Whoosh's own searcher reads our segments and finds the same, where its operators mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import query
from whoosh.index import open_dir

from briefing.model.frozen import replace
from briefing.model.query import And, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.search.engine import Batch, IndexedText, Request
from briefing.search.whoosh.engine import WhooshEngine
from tests.search.harm import texts

TITLE = Scope.TITLE
PAIRS: list[tuple[Node, query.Query]] = [
    (Term("wagner", TITLE), query.Term("title", "wagner")),
    (
        And((Term("wagner", TITLE), Term("group", TITLE))),
        query.And([query.Term("title", "wagner"), query.Term("title", "group")]),
    ),
    (
        Or((Term("libya", TITLE), Term("us", TITLE))),
        query.Or([query.Term("title", "libya"), query.Term("title", "us")]),
    ),
    (
        And((Term("wagner", TITLE), Not(Term("libya", TITLE)))),
        query.And([query.Term("title", "wagner"), query.Not(query.Term("title", "libya"))]),
    ),
    (Prefix("wag", TITLE), query.Prefix("title", "wag")),
    (Phrase(("al", "jufra"), 0, TITLE), query.Phrase("title", ["al", "jufra"])),
]


def long_title(text: IndexedText) -> IndexedText:
    return replace(text, title=" ".join(text.story))


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
def test_equal_hits(tmp_path: Path, pair: tuple[Node, query.Query]) -> None:
    engine = WhooshEngine(tmp_path / "index")
    engine.write(Batch(1, [long_title(text) for text in texts(1)]))
    engine.write(Batch(2, [long_title(text) for text in texts(2, 20)], remove=[33]))
    ours = {hit.number for hit in list(engine.search(Request(pair[0], limit=1000)))[-1].hits}
    with open_dir(str(tmp_path / "index")).searcher() as searcher:
        theirs = {hit["number"] for hit in searcher.search(pair[1], limit=None)}
    assert ours == theirs
    assert ours
