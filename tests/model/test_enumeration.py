"""Enumerations made without `enum` are used like those made with it."""

from __future__ import annotations

import enum
import json
import pickle
from copy import copy, deepcopy
from typing import Any

import pytest

from briefing.model.enumeration import StrEnum


class Ours(StrEnum):
    """Some of each."""

    FIRST = "first"
    """What each is."""
    SECOND = "a second"

    @property
    def is_first(self) -> bool:
        return self is Ours.FIRST


class Theirs(enum.StrEnum):
    FIRST = "first"
    SECOND = "a second"


def test_a_member_is_its_text() -> None:
    for one, other in zip(Ours, Theirs, strict=True):
        assert (one, one.value, one.name, str(one), f"{one:>9}") == (
            other.value,
            other.value,
            other.name,
            str(other),
            f"{other:>9}",
        )
        assert type(one.value) is type(str(one)) is str
        assert hash(one) == hash(other)
        assert json.dumps({one: one}) == json.dumps({other: other})
        assert repr(one) == repr(other).replace("Theirs", "Ours")


def test_a_member_is_the_only_one_of_its_text() -> None:
    assert Ours("first") is Ours.FIRST is Ours(Ours.FIRST)
    assert isinstance(Ours.FIRST, Ours)
    assert Ours.FIRST.is_first
    assert not Ours.SECOND.is_first
    for again in (copy(Ours.SECOND), deepcopy(Ours.SECOND), pickle.loads(pickle.dumps(Ours.SECOND))):  # noqa: S301
        assert again is Ours.SECOND


def test_a_class_knows_its_members() -> None:
    assert [*Ours] == ["first", "a second"]
    assert len(Ours) == 2
    assert Ours.FIRST in Ours
    assert "third" not in [*Ours]
    assert Ours.__doc__ == "Some of each."


@pytest.mark.parametrize("text", ["third", "FIRST", "", 1, None, ["first"]])
def test_what_is_no_member_is_refused_in_the_same_words(text: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid Ours") as ours:
        Ours(text)
    with pytest.raises(ValueError, match="is not a valid Theirs") as theirs:
        Theirs(text)
    assert str(ours.value) == str(theirs.value).replace("Theirs", "Ours")


def test_members_never_change() -> None:
    with pytest.raises(AttributeError):
        Ours.FIRST = "another"  # type: ignore[misc]
    assert Ours.FIRST.value == "first"


def test_members_are_told_apart_by_a_match() -> None:
    def told(one: Ours) -> int:
        match one:
            case Ours.FIRST:
                return 1
            case Ours.SECOND:
                return 2

    assert [told(one) for one in Ours] == [1, 2]
