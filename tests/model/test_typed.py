"""Named tuples made without `typing` are used like those made with it."""

from __future__ import annotations

import pickle
import typing
from copy import copy, deepcopy

import pytest

from briefing.model.typed import NamedTuple


class Ours(NamedTuple):
    """A word of each kind."""

    number: int
    name: str = "none"
    more: tuple[int, ...] = ()
    """What else."""

    @property
    def doubled(self) -> int:
        return 2 * self.number


class Theirs(typing.NamedTuple):
    number: int
    name: str = "none"
    more: tuple[int, ...] = ()


def test_a_value_is_its_tuple() -> None:
    one = Ours(1, more=(2,))
    number, name, more = one
    assert (number, name, more) == one
    assert tuple(one) == tuple(Theirs(1, more=(2,)))
    assert (one.number, one.name, one.more, one.doubled) == (1, "none", (2,), 2)
    assert hash(one) == hash((1, "none", (2,)))
    assert Ours.__doc__ == "A word of each kind."


def test_it_is_made_anew_with_changes() -> None:
    one = Ours(1)
    assert tuple(one._replace(name="a")) == tuple(Theirs(1)._replace(name="a"))
    assert type(one._replace(name="a")) is Ours
    assert one._asdict() == Theirs(1)._asdict()
    assert Ours._make([1, "a", ()]) == Ours(1, "a")
    assert Ours._fields == Theirs._fields
    with pytest.raises(TypeError):
        one._replace(nothing=1)  # type: ignore[call-arg]


def test_it_is_shown_matched_copied_and_pickled() -> None:
    one = Ours(1, "a")
    assert repr(one) == repr(Theirs(1, "a")).replace("Theirs", "Ours")
    match one:
        case Ours(number, name=name):
            assert (number, name) == (1, "a")
    for same in (copy(one), deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - our own
        assert same == one
        assert type(same) is Ours


@pytest.mark.parametrize(
    ("values", "given"), [((), {}), ((1, "a", (), 4), {}), ((1,), {"number": 2}), ((1,), {"x": 2})]
)
def test_what_does_not_fit_is_refused(values: tuple[object, ...], given: dict[str, object]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*values, **given)  # type: ignore[arg-type]


def test_nothing_about_it_changes() -> None:
    one = Ours(1)
    for name in ("number", "another"):
        with pytest.raises(AttributeError):
            setattr(one, name, 2)
    assert not hasattr(one, "__dict__")
