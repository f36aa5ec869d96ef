"""Keys: one spelling, nothing a terminal cannot send, no silent conflict."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.settings.keymap import Bindable, Keymap, clashes, load_keymap
from briefing.settings.keys import BadKey, read_keys

LIST, READER = frozenset({"list"}), frozenset({"reader"})
COMMANDS = [
    Bindable("quit", ("Q",)),
    Bindable("back", ("q", "escape")),
    Bindable("list.down", ("j", "down"), LIST),
    Bindable("list.up", ("k", "up"), LIST),
    Bindable("reader.down", ("j", "down"), READER),
    Bindable("reader.top", ("g g", "home"), READER),
    Bindable("both.sort", ("S",), LIST | READER),
]


Load = Callable[[str], Keymap]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def read(text: str) -> Keymap:
        (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
        return load_keymap(tmp_path / "keys.toml", COMMANDS)

    return read


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    keymap = load_keymap(tmp_path / "keys.toml", COMMANDS)
    assert keymap.keys == {each.id: each.keys for each in COMMANDS}
    assert keymap.notices == ()
    assert clashes(COMMANDS) == []


@pytest.mark.parametrize("text", ['[list]\ndown = "n"', 'list.down = ["n"]', '"list.down" = "n"'])
def test_three_ways_to_name_a_command(load: Load, text: str) -> None:
    keymap = load(text)
    assert keymap.keys["list.down"] == ("n",)
    assert keymap.notices == ()


def test_unbinding_and_several_keys(load: Load) -> None:
    keymap = load('quit = ""\nlist.down = ["n", "ctrl+n", "n"]')
    assert keymap.keys["quit"] == ()
    assert keymap.keys["list.down"] == ("n", "ctrl+n")
    assert keymap.notices == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\nlist.dwon = "n"', 2, "did you mean “list.down”?"),
        ("quit = 3", 1, "a key or a list of keys"),
        ("quit = [1]", 1, "a key or a list of keys"),
        ('quit = "alt+q"', 1, "not every terminal"),
        ('quit = "ctrl+;"', 1, "no terminal sends ctrl"),
        ('quit = "ctrl+enter"', 1, "no terminal sends ctrl"),
        ('quit = "ctrl+i"', 1, "same for it as for tab"),
        ('quit = "ctrl+c"', 1, "always gets out"),
        ('quit = "shift+j"', 1, "such as J"),
        ('quit = "hyper"', 1, "no key of that name"),
        ("quit = [", 1, "not TOML"),
    ],
)
def test_faults_are_named_with_their_line(load: Load, text: str, line: int, words: str) -> None:
    keymap = load(text)
    assert len(keymap.notices) == 1
    assert words in keymap.notices[0].reason
    assert keymap.notices[0].line == line
    assert set(keymap.keys) == {each.id for each in COMMANDS}


def test_a_key_given_is_taken_from_its_default_holder(load: Load) -> None:
    keymap = load('list.down = "k"')
    assert keymap.keys["list.down"] == ("k",)
    assert keymap.keys["list.up"] == ("up",)
    assert keymap.keys["reader.down"] == ("j", "down")
    assert "“list.up” has lost “k”" in keymap.notices[0].reason


def test_two_commands_asked_onto_one_key(load: Load) -> None:
    keymap = load('list.down = "n"\nlist.up = ["n", "p"]\nreader.down = "n"')
    assert keymap.keys["list.down"] == ("n",)
    assert keymap.keys["list.up"] == ("p",)
    assert keymap.keys["reader.down"] == ("n",)
    assert [(notice.line, "already means “list.down”" in notice.reason) for notice in keymap.notices] == [(2, True)]


def test_a_panes_key_goes_before_a_general_one(load: Load) -> None:
    keymap = load('reader.top = "q"')
    assert keymap.keys["reader.top"] == ("q",)
    assert keymap.keys["back"] == ("q", "escape")
    assert "“reader.top” in reader and “back” elsewhere" in keymap.notices[0].reason


def test_the_beginning_of_a_sequence_conflicts(load: Load) -> None:
    keymap = load('reader.down = "g"')
    assert keymap.keys["reader.top"] == ("home",)
    assert "has lost “g g”" in keymap.notices[0].reason


def test_commands_of_several_panes(load: Load) -> None:
    keymap = load('list.down = "S"')
    assert keymap.keys["both.sort"] == ()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"),
        ("J", "J"),
        ("é", "é"),
        (" ", "space"),
        ("Space", "space"),
        ("PgUp", "pageup"),
        ("Ctrl+D", "ctrl+d"),
        ("question_mark", "?"),
        ("F1", "f1"),
        ("+", "+"),
        ("shift+tab", "shift+tab"),
        ("g  g", "g g"),
        ("control+left", "ctrl+left"),
    ],
)
def test_one_spelling(written: str, key: str) -> None:
    assert read_keys(written) == key
    assert read_keys(key) == key


@given(st.text(max_size=20))
def test_any_text_is_a_key_or_says_why(written: str) -> None:
    try:
        key = read_keys(written)
    except BadKey:
        return
    assert read_keys(key) == key
