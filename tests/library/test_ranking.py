"""Near copies are known by their sketch and leave the top of the list to others; a name weighs more than a word."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.parts import Parts
from briefing.library.sketch import COPY_FROM, SIZE, pack, resemblance, sketch, unpack
from briefing.model.order import Order
from tests.library.conftest import Desk

WORDS = [f"word{number}" for number in range(3000)]


def words(seed: int, count: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=count)


def edited(text: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in text]


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_lightly_edited_texts_resemble_each_other(share: float) -> None:
    found = 0
    for seed in range(60):
        text = words(seed)
        one, other = sketch([" ".join(text)]), sketch([" ".join(edited(text, share, seed + 1000))])
        found += resemblance(one, other) >= COPY_FROM
    assert found >= 56


def test_different_texts_do_not() -> None:
    sketches = [sketch([" ".join(words(seed))]) for seed in range(60)]
    assert not any(resemblance(a, b) >= COPY_FROM / 2 for i, a in enumerate(sketches) for b in sketches[:i])


def test_half_of_a_text_resembles_the_whole() -> None:
    text = words(1, 400)
    assert resemblance(sketch([" ".join(text)]), sketch([" ".join(text[:200])])) > COPY_FROM


def test_case_accents_and_stops_do_not_count() -> None:
    assert sketch(["Ärger in der Stadt, heute. " * 5 + "A b c d e f g h i j k l m n"]) == sketch(
        ["arger IN der stadt HEUTE " * 5, "a b c d e f g h i j k l m n"]
    )


def test_a_short_text_resembles_nothing() -> None:
    assert sketch(["too short to say"]) == ()
    assert resemblance((), ()) == 0.0


@given(st.lists(st.text(), max_size=4))
def test_any_text_has_a_sketch_that_can_be_kept(paragraphs: list[str]) -> None:
    marks = sketch(paragraphs)
    assert len(marks) <= SIZE
    assert list(marks) == sorted(set(marks))
    assert unpack(pack(marks)) == marks


@pytest.fixture
def ranked(desk: Desk) -> Desk:
    desk.parts = replace(desk.parts, engine=Parts().engine)
    return desk


def titles(desk: Desk, query: str, limit: int = 100) -> list[str]:
    library = desk.library()
    *_, last = library.search(library.parse(query), Order.RELEVANCE, limit)
    assert not last.partial
    cards = library.cards([hit.number for hit in last.hits])
    library.close()
    return [card.title for card in cards]


def test_copies_do_not_crowd_the_top(ranked: Desk) -> None:
    wire = words(7, 150)
    for copy in range(8):
        ranked.write(f"wire{copy}.txt", "envoy envoy envoy " + " ".join(edited(wire, 0.03, copy)), f"Wire {copy}")
    for other in range(5):
        ranked.write(f"own{other}.txt", "envoy " + " ".join(words(50 + other, 220)), f"Own {other}")
    ranked.build()
    found = titles(ranked, "envoy")
    assert len(found) == 13
    assert sum(title.startswith("Wire") for title in found[:6]) == 1
    assert titles(ranked, "envoy", 4) == found[:4]


def test_an_article_about_the_one_named_stands_above_one_that_has_the_word(ranked: Desk) -> None:
    filler = " ".join(words(3, 30))
    ranked.write("thing.txt", f"it said wagner and again wagner {filler}", "One")
    ranked.write("group.txt", f"it said Wagner and again Wagner {filler}", "Two")
    ranked.build()
    assert titles(ranked, "wagner") == ["Two", "One"]
