"""Phrases that begin with one of the most common words are answered by a list: by the very texts that have them."""

from __future__ import annotations

import random
from itertools import product

import pytest

pytest.importorskip("tantivy")

from briefing.model.query import And, Phrase, Scope, Term
from briefing.search.engine import Batch, IndexedText, Request, SearchEngine
from briefing.search.tantivy.pairs import HEADS, note_of
from briefing.search.tantivy.words import spell
from tests.contract.brute import BruteForce
from tests.contract.conftest import make_tantivy

WORDS = (*HEADS, "Them", "and", "fort", "sail", "an", "Äpfel", "été", "5th", "isle's", "東", "tea", "a\u0301t")
BETWEEN = (" ", " ", " ", ", ", " - ", "-", "'", " . ", ".", "\n", " \u201c", "\u00a0")
STARTS = [*dict.fromkeys(word[:end].lower() for word in WORDS for end in (1, 2, 3, 5))]


def paragraph(chance: random.Random) -> str:
    return "".join(chance.choice(WORDS) + chance.choice(BETWEEN) for _ in range(chance.randint(1, 6)))


def make_texts(chance: random.Random, count: int) -> list[IndexedText]:
    def several() -> tuple[str, ...]:
        return tuple(paragraph(chance) for _ in range(chance.randint(0, 3)))

    return [IndexedText(number, paragraph(chance), several(), several()) for number in range(count)]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[SearchEngine, BruteForce]:
    engine, brute = make_tantivy(tmp_path_factory.mktemp("pairs")), BruteForce()
    for each in (engine, brute):
        each.write(Batch(1, made := make_texts(random.Random(4), 60)))
        each.write(Batch(2, [text for text in made if text.number % 7 == 0], range(0, 60, 5)))
    return engine, brute


@pytest.mark.parametrize("open_end", [False, True])
def test_the_same_texts(both: tuple[SearchEngine, BruteForce], open_end: bool) -> None:
    engine, brute = both
    noted, chance = 0, random.Random(6)
    for head, start in product(HEADS, STARTS):
        phrase = Phrase((head, start), scope=chance.choice((Scope.TEXT, Scope.ALL)), open_end=open_end)
        noted += bool(note_of(phrase))
        request = Request(chance.choice((phrase, And((phrase, Term("tea"))))), limit=1000)
        assert engine.matching(request) == (expected := brute.matching(request)), phrase
        (found,) = engine.search(request)
        assert found.total == len(found.hits) == len(expected)
    assert noted >= len(HEADS) ** 2


def test_hits_in_the_title_come_first(both: tuple[SearchEngine, BruteForce]) -> None:
    engine, brute = both
    for phrase in (Phrase(("of", "t"), open_end=True), Phrase(("to", "the"))):
        titled = brute.matching(Request(Phrase(phrase.tokens, 0, Scope.TITLE, phrase.open_end)))
        for limit in (1, len(titled), len(titled) + 5, 1000):
            (found,) = engine.search(Request(phrase, limit=limit))
            assert found.total == len(brute.matching(Request(phrase)))
            numbers = [hit.number for hit in found.hits]
            assert len(numbers) == len(set(numbers)) == min(limit, found.total)
            assert set(numbers[: len(titled)]) <= set(titled)
            assert not set(numbers[len(titled) :]) & set(titled)


def notes(*paragraphs: str) -> set[str]:
    return {each for each in spell("", paragraphs).lists.split() if each.startswith("+")}


def test_what_is_noted() -> None:
    assert notes("Of tea, to of -- the isles", "of") == {
        *("+of+t", "+of+th", "+of+the", "+of+the/", "+to+o", "+to+of", "+to+of/", "+the+i"),
    }
    assert notes("of them and ofthe tea") == {"+of+t", "+of+th", "+of+the"}
    assert notes("the a", "a the theatre") == {
        "+the+a",
        "+the+a/",
        *(f"+a+{end}" for end in ("t", "th", "the", "the/")),
    } | {*("+the+t", "+the+th", "+the+the")}
    assert notes("isles of") == notes("of 東", "tea") == set()


def test_no_mark_is_left_in_a_text() -> None:
    spelled = spell("of the a-nd of-the in", ("and the",), ("of of",))
    assert all(sign.isprintable() for field in spelled for sign in field)
    assert spelled.text.split()[:4] == spelled.title.split()[:4] == ["of", "~of", "the", "~th"]


def test_a_phrase_without_a_note() -> None:
    for phrase in (
        Phrase(("tea", "the")),
        Phrase(("of", "tea")),
        Phrase(("of", "the"), 1),
        Phrase(("of", "te"), open_end=True),
        Phrase(("of", "the", "a")),
        Phrase(("of", "é"), open_end=True),
    ):
        assert not note_of(phrase)
