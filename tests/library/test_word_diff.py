"""A word diff says all of both texts, in order, says as little as it can, and its work is bounded."""

from __future__ import annotations

import random
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.word_diff import draw, share_same, word_diff
from briefing.model.diff import Change
from tests.library.prose import edited, report


def rebuilt(old: str, new: str) -> None:
    runs = word_diff(old, new)
    own = [word for run in runs if run.change is not Change.NEW for word in run.old.of(old).split()]
    other = [word for run in runs if run.change is not Change.GONE for word in run.new.of(new).split()]
    assert own == old.split()
    assert other == new.split()
    for run in runs:
        assert bool(len(run.old)) is (run.change is not Change.NEW)
        assert bool(len(run.new)) is (run.change is not Change.GONE)
        if run.change is Change.SAME:
            assert run.old.of(old).split() == run.new.of(new).split()
    assert all(one.change is not other.change for one, other in pairwise(runs))
    assert [run.old.start for run in runs] == sorted(run.old.start for run in runs)
    draw(runs, old, new)


@given(st.lists(st.sampled_from("abc de\n\n fg")).map("".join), st.lists(st.sampled_from("abc de\n\n fg")).map("".join))
def test_both_texts_can_be_read_from_it(old: str, new: str) -> None:
    rebuilt(old, new)


@given(st.text(), st.text())
def test_any_texts(old: str, new: str) -> None:
    rebuilt(old, new)


@pytest.mark.parametrize("seed", range(5))
def test_edits_are_found_and_nothing_else(seed: int) -> None:
    old = report(seed)
    new = edited(old, 0.05, seed)
    rebuilt(old, new)
    changed = sum(a != b for a, b in zip(old.split(), new.split(), strict=True))
    gone = [run for run in word_diff(old, new) if run.change is Change.GONE]
    assert sum(len(run.old.of(old).split()) for run in gone) <= changed
    assert share_same(word_diff(old, new), old, new) > 0.9


def test_the_same_text_is_one_run() -> None:
    text = report(3)
    (run,) = word_diff(text, text)
    assert (run.change, run.old.of(text)) == (Change.SAME, text)
    assert share_same([run], text, text) == 1.0
    assert word_diff("", "  ") == []


def test_it_is_drawn_so_that_it_reads_without_colour() -> None:
    old, new = "The truce is to hold.\n\nTrucks roll.", "The truce will hold on.\n\nTrucks roll.\n\nSo said two people."
    assert draw(word_diff(old, new), old, new) == (
        "The truce [-is to hold.-] {+will hold on.+}\n\nTrucks roll.\n\n{+So said two people.+}"
    )


def test_what_is_the_same_is_shortened() -> None:
    words = " ".join(f"w{number}" for number in range(100))
    drawn = draw(word_diff(f"a {words} b", f"x {words} y"), f"a {words} b", f"x {words} y")
    assert drawn == "[-a-] {+x+} w0 w1 w2 w3 w4 w5 w6 w7 … 84 words … w92 w93 w94 w95 w96 w97 w98 w99 [-b-] {+y+}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b", "b a"),
        ("a " * 300 + "b", "b " + "a " * 300),
        ("a b " * 300, "b a c " * 200),
    ],
    ids=["swap", "one word", "two words"],
)
def test_texts_that_repeat_themselves(old: str, new: str) -> None:
    rebuilt(old, new)


def _lines(old: str, new: str) -> int:
    """Lines of Python run: a measure of work that no other program disturbs."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        word_diff(old, new)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("kind", ["edited", "other words", "few words"])
def test_the_work_grows_with_the_text(kind: str) -> None:
    chance = random.Random(1)

    def pair(sentences: int) -> tuple[str, str]:
        text = report(1, sentences)
        if kind == "edited":
            return text, edited(text, 0.1, 1)
        if kind == "other words":
            return text, report(2, sentences)
        return " ".join(chance.choices("abc", k=12 * sentences)), " ".join(chance.choices("abc", k=12 * sentences))

    once, twice = _lines(*pair(100)), _lines(*pair(400))
    assert twice <= 8 * once
