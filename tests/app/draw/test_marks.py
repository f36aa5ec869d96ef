"""Marks on a line: what bisection finds is what looking at every span finds."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from briefing.app.draw.marks import Layer, layer, marked
from briefing.model.text import Span

GROUND, ONE, TWO, THREE = (Style(color=f"color({number})") for number in range(4))
SPAN = st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
SPANS = st.lists(SPAN, max_size=15)
VALUE = "the quick brown fox jumps over the lazy dog and then some more words"


@given(SPANS)
def test_a_layer_is_sorted_and_does_not_overlap(spans: list[Span]) -> None:
    made = layer(spans, ONE)
    pairs = list(zip(made.starts, made.ends, strict=True))
    assert pairs == sorted(pairs)
    assert all(a < b for a, b in pairs)
    assert all(one[1] <= other[0] for one, other in pairwise(pairs))
    for span in spans:
        assert not len(span) or any(span.overlaps(Span(a, b)) for a, b in pairs)


@given(SPANS, SPAN)
def test_bisection_finds_what_brute_force_finds(spans: list[Span], seen: Span) -> None:
    made = layer(spans, ONE)
    pairs = zip(made.starts, made.ends, strict=True)
    expected = [(a, b) for a, b in pairs if a < seen.end and b > seen.start]
    assert list(made.within(seen.start, seen.end)) == expected or not len(seen)


@given(SPANS, SPANS, SPANS, SPAN)
def test_each_character_has_the_style_of_the_last_layer_over_it(
    one: list[Span], two: list[Span], three: list[Span], seen: Span
) -> None:
    layers = [layer(spans, style) for spans, style in ((one, ONE), (two, TWO), (three, THREE))]
    end = min(seen.end, len(VALUE))
    pieces = marked(VALUE, min(seen.start, end), end, GROUND, layers)
    drawn = [(character, style) for text, style in pieces for character in text]
    assert drawn == [(VALUE[at], _style_at(at, layers)) for at in range(min(seen.start, end), end)]
    assert all(text for text, _ in pieces)


def _style_at(at: int, layers: list[Layer]) -> Style:
    style = GROUND
    for each in layers:
        if any(start <= at < end for start, end in zip(each.starts, each.ends, strict=True)):
            style = each.style
    return style


def test_a_hit_in_a_mention() -> None:
    layers = [layer([Span(4, 15)], ONE), layer([Span(10, 15), Span(16, 19)], TWO)]
    assert marked(VALUE, 0, 19, GROUND, layers) == [
        ("the ", GROUND), ("quick ", ONE), ("brown", TWO), (" ", GROUND), ("fox", TWO)
    ]  # fmt: skip


def test_a_mark_that_begins_above_and_ends_below() -> None:
    assert marked(VALUE, 4, 9, GROUND, [layer([Span(0, 40)], ONE)]) == [("quick", ONE)]
    assert marked(VALUE, 4, 4, GROUND, [layer([Span(0, 40)], ONE)]) == []
