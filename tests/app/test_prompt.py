"""One line of typing: editing keys, history, and the cursor always in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.cells import around
from briefing.app.prompt import LONGEST, Prompt, PromptKind
from tests.app.draw.samples import ANY_TEXT, cells

KEYS = ("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "left", "right", "home", "end", "up", "down", "ctrl+a",
        "ctrl+e", "ctrl+h", "f5", "ctrl+x", "escape", "tab")  # fmt: skip


def prompt(text: str = "", cursor: int | None = None, history: tuple[str, ...] = ()) -> Prompt:
    return Prompt(PromptKind.SEARCH, text, len(text) if cursor is None else cursor, history)


@pytest.mark.parametrize(
    ("text", "cursor", "key", "expected", "at"),
    [
        ("harbour", 7, "backspace", "harbou", 6), ("harbour", 0, "backspace", "harbour", 0),
        ("harbour", 3, "ctrl+h", "habour", 2), ("harbour", 0, "delete", "arbour", 0),
        ("harbour", 7, "delete", "harbour", 7), ("port vale ", 10, "ctrl+w", "port ", 5),
        ("port vale", 5, "ctrl+w", "vale", 0), ("port vale", 9, "ctrl+w", "port ", 5), ("", 0, "ctrl+w", "", 0),
        ("port vale", 5, "ctrl+u", "vale", 0), ("port vale", 4, "ctrl+k", "port", 4), ("ab", 1, "left", "ab", 0),
        ("ab", 0, "left", "ab", 0), ("ab", 1, "right", "ab", 2), ("ab", 2, "right", "ab", 2),
        ("ab", 2, "home", "ab", 0), ("ab", 1, "ctrl+a", "ab", 0), ("ab", 0, "end", "ab", 2),
        ("ab", 0, "ctrl+e", "ab", 2),
    ],
)  # fmt: skip
def test_editing(text: str, cursor: int, key: str, expected: str, at: int) -> None:
    line = prompt(text, cursor)
    assert line.press(key, None)
    assert (line.text, line.cursor) == (expected, at)


def test_typing_inserts_at_the_cursor() -> None:
    line = prompt("hrbour", 1)
    assert line.press("a", "a")
    assert (line.text, line.cursor) == ("harbour", 2)
    assert line.press("space", " ")
    assert line.press("日", "日")
    assert line.text == "ha 日rbour"


def test_keys_that_are_not_for_a_line_are_left() -> None:
    line = prompt("x")
    assert not line.press("f5", None)
    assert not line.press("escape", "\x1b")
    assert not line.press("ctrl+x", "\x18")
    assert not line.press("alt+x", "x")
    assert line.text == "x"


def test_pasted_lines_become_one() -> None:
    line = prompt()
    line.put("port\nvale\tnews\x1b[31m\x07\u202e")
    assert line.text == "port vale news [31m  "


def test_a_line_has_an_end() -> None:
    line = prompt("x" * (LONGEST - 2))
    line.put("abcdef")
    assert line.text.endswith("xab")
    assert len(line.text) == line.cursor == LONGEST
    longer = prompt("x" * (LONGEST + 50))
    longer.put("abcdef")
    assert longer.text == "x" * (LONGEST + 50)


def test_history_is_walked_and_the_draft_comes_back() -> None:
    line = prompt("dra", history=("oldest", "newest"))
    seen = []
    for key in ("down", "up", "up", "up", "down", "down", "down"):
        line.press(key, None)
        seen.append(line.text)
    assert seen == ["dra", "newest", "oldest", "oldest", "newest", "dra", "dra"]
    assert line.cursor == 3


@given(st.lists(st.sampled_from(KEYS) | st.characters() | ANY_TEXT, max_size=40))
def test_nothing_unprintable_gets_in_and_the_cursor_stays_inside(pressed: list[str]) -> None:
    line = prompt(history=("one", "two"))
    for each in pressed:
        if each in KEYS or len(each) == 1:
            line.press(each, None if each in KEYS else each)
        else:
            line.put(each)
        assert 0 <= line.cursor <= len(line.text)
        assert line.text.isprintable()


@given(ANY_TEXT, st.integers(1, 50), st.data())
def test_the_cursor_is_in_sight(text: str, room: int, data: st.DataObject) -> None:
    line = prompt(text, data.draw(st.integers(0, len(text))))
    shown, column = line.window(room)
    assert shown in text
    assert 0 <= column < room
    assert cells(shown) <= room
    before, under, _ = around(shown, column)
    assert cells(before) == column
    if line.cursor < len(text) and cells(text[line.cursor]) and column + cells(text[line.cursor]) <= room:
        assert under.startswith(text[line.cursor])


def test_the_window_follows_wide_characters() -> None:
    line = prompt("日本語の記事を探す")
    assert line.window(9) == ("事を探す", 8)
    line.home()
    assert line.window(9) == ("日本語の", 0)


@pytest.mark.parametrize("room", [0, -1, -30])
def test_no_room_at_all(room: int) -> None:
    assert prompt("harbour").window(room) == ("", 0)
