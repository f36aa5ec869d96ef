"""JSON that is read and written without all of `json` is the same JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import json_text
from briefing.model.json_text import read_json, write_json

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_it_is_written_and_read_as_by_the_library(value: Any) -> None:
    written = write_json(value)
    assert written == json.dumps(value)
    assert write_json(value, sort_keys=True) == json.dumps(value, sort_keys=True)
    for told in (
        written,
        written.encode(),
        json.dumps(value, indent=1),
        f" \n{written}\t",
        b"\xef\xbb\xbf" + written.encode(),
    ):
        assert read_json(told) == value


def test_where_the_compiled_half_is_another_one_the_library_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(*_: object) -> object:
        raise TypeError

    monkeypatch.setattr("_json.make_scanner", changed)
    assert json_text._compiled() == (None, None)
    monkeypatch.setattr(json_text, "_scan", None)
    assert (read_json("[1]"), write_json({"b": 1, "a": 2}, sort_keys=True)) == ([1], '{"a": 2, "b": 1}')


@pytest.mark.parametrize("none", ["", " ", "[1", "{'a': 1}", "[1] 2", "nul", '"a', "{1: 2}", b"\xff\xfe[", "[1,]"])
def test_what_is_no_json_is_a_value_error(none: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        read_json(none)


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError):
        write_json({"a": object()})
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(ValueError, match="ircular"):
        write_json(ring)
