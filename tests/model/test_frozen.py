"""What `frozen` makes is used like a frozen dataclass."""

from __future__ import annotations

import copy
import pickle

import pytest

from briefing.model.frozen import frozen, replace
from briefing.model.text import OffsetMap, Paragraph, Region, Span, Text


@frozen
class Pair:
    """Two fields, one with a default."""

    left: int
    right: str = "right"

    @property
    def both(self) -> str:
        return f"{self.left}{self.right}"


@frozen
class Single:
    only: tuple[int, ...] = ()


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert (Pair(1).left, Pair(1).right, Pair(right="r", left=2).both) == (1, "right", "2r")
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg]


def test_no_field_ever_changes() -> None:
    one = Pair(1)
    with pytest.raises(AttributeError, match="never changes"):
        one.left = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="never changes"):
        del one.left
    with pytest.raises(AttributeError):
        one.other = 2  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")


def test_what_has_the_same_fields_is_the_same() -> None:
    assert Pair(1) == Pair(1) != Pair(2)
    assert len({Pair(1), Pair(1, "right"), Pair(2)}) == 2
    assert Pair(1).__eq__((1, "right")) is NotImplemented
    assert Single((1,)) == Single((1,)) != Single()


def test_a_changed_one_is_another() -> None:
    one = Pair(1)
    assert replace(one, right="new") == Pair(1, "new")
    assert one == Pair(1)
    with pytest.raises(TypeError):
        replace(one, middle=1)


@pytest.mark.parametrize(
    "one",
    [Single((1, 2)), Text("Hi.", (Paragraph(Span(0, 3), Region.HEADING),), OffsetMap((0, 1), (0, 5)))],
)
def test_one_can_be_sent_to_another_process(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one == copy.copy(one) == copy.deepcopy(one)  # noqa: S301


def test_it_is_shown_and_matched_by_its_fields() -> None:
    assert repr(Pair(1)) == "Pair(left=1, right='right')"
    match Pair(1):
        case Pair(left, right):
            assert (left, right) == (1, "right")


def test_spans_have_an_order() -> None:
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]
    assert max(Span(0, 4), Span(1, 2)) == Span(1, 2)
