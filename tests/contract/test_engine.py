"""What any engine must do. The brute-force scan passes it too, so that the suite itself is tried."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, FactField, Node, Not, Or, Period, Scope, Term
from briefing.search.engine import Batch, IndexedText, Request, SearchEngine, WordsAsk
from briefing.search.syntax import parse

TEXTS = [
    IndexedText(1, "Fighters leave al-Jufra", ("Haftar’s men left al-Jufra.", "Wagner stayed."), ("By Ann O'Brien",)),
    IndexedText(2, "Wagner group seen", ("The Wagner Group was seen in Libya.", "Libya said nothing."), ("AP photo",)),
    IndexedText(3, "Ceasefire", ("Libya and Tunisia met. The group agreed.", "Wagner left later."), ()),
    IndexedText(4, "Price of oil", ("Oil cost 1,200 dollars in the U.S. on 2021-01-23.",), ()),
    IndexedText(7, "東京の会議", ("大臣は東京タワーで話した。", "Le Président à São Paulo."), ()),
]
ALL = Numbers(text.number for text in TEXTS)


@pytest.fixture
def filled(engine: SearchEngine) -> SearchEngine:
    engine.write(Batch(1, TEXTS))
    return engine


def found(engine: SearchEngine, query: str | Node, **more: object) -> list[int]:
    tree = parse(query).tree if isinstance(query, str) else query
    pages = list(engine.search(Request(tree, everything=ALL, **more)))  # type: ignore[arg-type]
    assert not pages[-1].partial
    assert pages[-1].total >= len(pages[-1].hits)
    numbers = sorted(hit.number for hit in pages[-1].hits)
    if not more:
        assert list(engine.matching(Request(tree, everything=ALL))) == numbers
    return numbers


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("libya", [2, 3]),
        ("LIBYA", [2, 3]),
        ("libya wagner", [2, 3]),
        ("libya -title:wagner", [3]),
        ("haftar OR oil", [1, 4]),
        ("-libya", [1, 4, 7]),
        ('"wagner group"', [2]),
        ('"group wagner"', []),
        ('"group agreed wagner"~9', []),
        ('"group the"~2', [2, 3]),
        ('"said libya"~1', [2]),
        ("al-jufra", [1]),
        ('"al jufra"', [1]),
        ("aljufra", [1]),
        ("haftar's", [1]),
        ("haftar", [1]),
        ("o’brien", []),
        ("in:all o’brien", [1]),
        ("in:all OBRIEN", [1]),
        ("wag*", [1, 2, 3]),
        ("title:wag*", [2]),
        ("wagnr~1", [1, 2, 3]),
        ("wangr~1", []),
        ("wangr~2", [1, 2, 3]),
        ("wganer~1", [1, 2, 3]),
        ("agner~1", []),
        ("1200", [4]),
        ("1,200", [4]),
        ("us", [4]),
        ("2021-01-23", [4]),
        ("2021-0*", [4]),
        ("東京", [7]),
        ("京東", []),
        ("president sao", [7]),
        ("title:(ceasefire OR oil)", [3, 4]),
        ("nowhere", []),
        ("", [1, 2, 3, 4, 7]),
    ],
)
def test_what_a_query_finds(filled: SearchEngine, query: str, numbers: list[int]) -> None:
    assert found(filled, query) == numbers


def test_a_phrase_does_not_cross_paragraphs(filled: SearchEngine) -> None:
    assert found(filled, '"libya libya"~3') == []
    assert found(filled, '"tunisia agreed"~9') == [3]


def test_facts_are_given_and_combine(filled: SearchEngine) -> None:
    who = Fact(FactField.WHO, "haftar")
    when = Fact(FactField.PUB, period=Period(date(2021, 1, 1), None))
    facts = {who: Numbers([1, 3]), when: Numbers([3, 4, 900])}
    assert found(filled, who, facts=facts) == [1, 3]
    assert found(filled, And((who, Term("libya"))), facts=facts) == [3]
    assert found(filled, And((Term("libya"), Not(when))), facts=facts) == [2]
    assert found(filled, Or((when, Term("tokyo"))), facts={when: Numbers([3])}) == [3]
    assert found(filled, Fact(FactField.LANG, "en"), facts=facts) == []


def test_articles_not_indexed_yet_are_found_by_facts_and_by_what_they_lack(engine: SearchEngine) -> None:
    engine.write(Batch(1, TEXTS[:2]))
    assert found(engine, Everything()) == [1, 2, 3, 4, 7]
    assert found(engine, Not(Term("libya"))) == [1, 3, 4, 7]
    assert found(engine, Term("libya")) == [2]


def test_replacing_and_removing(filled: SearchEngine) -> None:
    filled.write(Batch(2, [IndexedText(2, "Quiet", ("Nothing at all.",))], remove=[4]))
    assert found(filled, Term("libya")) == [3]
    assert found(filled, Term("quiet")) == [2]
    assert found(filled, Term("oil")) == []
    assert (filled.version().generation, filled.version().documents) == (2, 4)
    filled.write(Batch(3, [TEXTS[3]], remove=[4, 99]))
    assert found(filled, Term("oil")) == [4]


def test_a_number_twice_in_one_batch_counts_once(engine: SearchEngine) -> None:
    engine.write(Batch(1, [IndexedText(5, "old", ("one",)), IndexedText(5, "new", ("two",))]))
    assert found(engine, Term("one")) == []
    assert found(engine, Term("two")) == [5]
    assert engine.version().documents == 1


def test_removing_everything(filled: SearchEngine) -> None:
    filled.write(Batch(2, remove=[text.number for text in TEXTS]))
    assert filled.version().documents == 0
    assert found(filled, Term("libya")) == []


def test_nothing_written_yet(engine: SearchEngine) -> None:
    assert (engine.version().generation, engine.version().documents) == (0, 0)
    assert found(engine, Term("x")) == []
    assert list(engine.words(WordsAsk("x"))) == []


def test_an_empty_batch_is_a_commit(filled: SearchEngine) -> None:
    filled.write(Batch(9))
    assert (filled.version().generation, filled.version().documents) == (9, 5)


def test_rank_orders_and_limit_cuts(filled: SearchEngine) -> None:
    rank = [0, 5, 1, 9, 4, 0, 0, 2]
    page = list(filled.search(Request(Everything(), everything=ALL, rank=rank, limit=3)))[-1]
    assert [hit.number for hit in page.hits] == [2, 7, 4]
    assert page.total == 5
    page = list(filled.search(Request(Term("libya"), everything=ALL, rank=rank, limit=1)))[-1]
    assert [hit.number for hit in page.hits] == [2]
    assert page.total == 2


def test_the_title_weighs_more(filled: SearchEngine) -> None:
    page = list(filled.search(Request(Term("wagner"), everything=ALL)))[-1]
    assert page.hits[0].number == 2
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)


def test_stopped_questions_have_no_answer(filled: SearchEngine) -> None:
    assert list(filled.search(Request(Term("libya")), stop=lambda: True)) == []
    assert filled.matching(Request(Term("libya")), stop=lambda: True) == Numbers()


def test_a_deadline_ends_with_a_page(filled: SearchEngine) -> None:
    pages = list(filled.search(Request(Term("libya"), deadline=0.0)))
    assert pages
    assert {hit.number for hit in pages[-1].hits} <= {2, 3}


def test_words(filled: SearchEngine) -> None:
    assert list(filled.words(WordsAsk("li"))) == ["libya"]
    assert list(filled.words(WordsAsk("wag", Scope.TITLE))) == ["wagner"]
    assert "wagner" in filled.words(WordsAsk("wagnr", distance=1))
    assert len(filled.words(WordsAsk("o", limit=1))) == 1
    assert "obrien" in filled.words(WordsAsk("ob", Scope.ALL))
    assert "obrien" not in filled.words(WordsAsk("ob"))


def test_a_reader_sees_each_commit(filled: SearchEngine) -> None:
    for generation in range(2, 40):
        filled.write(Batch(generation, [IndexedText(100 + generation, "more", (f"libya n{generation}",))]))
        assert filled.version().generation == generation
        assert found(filled, Term(f"n{generation}")) == [100 + generation]
    assert len(found(filled, Term("libya"))) == 40


def test_closing_twice(filled: SearchEngine) -> None:
    filled.close()
    filled.close()
