"""Scopes made without `contextlib` end as those made with it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from briefing.model import scoped

Scope = Callable[..., Any]


def _tidy(seen: list[str], start: int = 1) -> Iterator[int]:
    """Tells what happens."""
    seen.append("entered")
    try:
        yield start
    except KeyError:
        seen.append("dealt with")
    except ValueError as error:
        raise TypeError("another") from error
    finally:
        seen.append("left")


def _raise(error: BaseException | type[BaseException]) -> None:
    raise error


BOTH = [scoped.contextmanager(_tidy), contextlib.contextmanager(_tidy)]


@pytest.mark.parametrize("scope", BOTH)
def test_a_block_gets_the_value_and_ends(scope: Scope) -> None:
    seen: list[str] = []
    with scope(seen, start=5) as value:
        seen.append("inside")
    assert value == 5
    assert seen == ["entered", "inside", "left"]
    assert scope.__doc__ == "Tells what happens."


@pytest.mark.parametrize("scope", BOTH)
def test_an_error_is_dealt_with_turned_into_another_or_goes_on(scope: Scope) -> None:
    seen: list[str] = []
    with scope(seen):
        _raise(KeyError)
    assert seen == ["entered", "dealt with", "left"]
    with pytest.raises(TypeError, match="another") as turned, scope(seen):
        _raise(ValueError)
    assert isinstance(turned.value.__cause__, ValueError)
    error = OSError("as it was")
    with pytest.raises(OSError, match="as it was") as same, scope(seen):
        _raise(error)
    assert same.value is error
    assert error.__context__ is None
    with pytest.raises(KeyboardInterrupt), scope(seen):
        _raise(KeyboardInterrupt)
    assert seen.count("left") == 4


@pytest.mark.parametrize("scope", BOTH)
def test_a_generator_that_is_closed_inside_leaves_its_scope(scope: Scope) -> None:
    seen: list[str] = []

    def through() -> Iterator[int]:
        with scope(seen) as value:
            yield value
            yield value

    going = through()
    next(going)
    going.close()  # type: ignore[attr-defined]
    assert seen == ["entered", "left"]


@pytest.mark.parametrize("suppress", [scoped.suppress, contextlib.suppress])
def test_what_is_named_is_silenced_and_nothing_else(
    suppress: Callable[..., Any],
) -> None:
    with suppress(OSError, KeyError):
        _raise(FileNotFoundError)
    with suppress(OSError):
        pass
    with pytest.raises(ValueError, match="told"), suppress(OSError, KeyError):
        _raise(ValueError("told"))
