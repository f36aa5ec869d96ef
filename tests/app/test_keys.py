"""Keys as pressed to commands as named."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from briefing.app.commands import BY_ID, COMMANDS
from briefing.app.draw.frame import footer
from briefing.app.keys import Keys, complete, key_name, shown_key
from briefing.app.layout import PaneName
from briefing.app.views import VIEWS
from tests.app.draw.samples import INK, plain

LIST, READER, WHO, FACETS, PAGE, REVIEW = PaneName


@pytest.mark.parametrize("character", [chr(code) for code in range(33, 127)] + list("éßя日«"))
def test_a_printable_key_is_called_by_its_character(character: str) -> None:
    assert key_name(_character_to_key(character), character) == character


@pytest.mark.parametrize(
    ("key", "character", "expected"),
    [
        ("space", " ", "space"), ("enter", "\r", "enter"), ("tab", "\t", "tab"), ("shift+tab", None, "shift+tab"),
        ("escape", "\x1b", "escape"), ("backspace", "\x7f", "backspace"), ("ctrl+d", "\x04", "ctrl+d"),
        ("down", None, "down"), ("f1", None, "f1"), ("backtab", None, "shift+tab"), ("slash", None, "/"),
        ("question_mark", None, "?"), ("ctrl+underscore", "_", "ctrl+underscore"),
    ],
)  # fmt: skip
def test_other_keys_are_called_by_name(key: str, character: str | None, expected: str) -> None:
    assert key_name(key, character) == expected


def test_the_key_of_every_command_is_one_that_a_press_gives() -> None:
    """A default key that no press is called by would be dead."""
    named = {"space", "enter", "tab", "shift+tab", "escape", "pagedown", "pageup", "home", "end", "up", "down", "left",
             "right", "f1"}  # fmt: skip
    for command in COMMANDS:
        for part in (part for key in command.keys for part in key.split()):
            assert part in named or len(part) == 1 or (part.startswith("ctrl+") and len(part) == 6), command.id


@pytest.mark.parametrize(
    ("key", "shown"),
    [("j", "j"), ("G", "G"), ("g g", "g g"), ("space", "Space"), ("ctrl+d", "Ctrl+D"), ("f1", "F1"), ("f", "f"),
     ("shift+tab", "Shift+Tab"), ("pagedown", "PgDn"), ("escape", "Esc"), ("f12", "F12"), ("?", "?")],
)  # fmt: skip
def test_keys_as_help_shows_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown


@pytest.mark.parametrize("pane", list(PaneName))
def test_every_default_key_calls_its_command(pane: PaneName) -> None:
    keys = Keys()
    for command in COMMANDS:
        if pane in command.panes:
            for key in command.keys:
                pressed = [keys.press(part, pane) for part in key.split()]
                assert pressed[-1] == command.id
                assert set(pressed[:-1]) <= {None}
                assert keys.pending == ""


def test_what_a_key_means_is_the_pane_s() -> None:
    keys = Keys()
    meant = ["next-unread", "next-hit", "next-mention", None, "next-change", "answer-no"]
    assert [keys.press("n", pane) for pane in PaneName] == meant
    assert [keys.press("/", pane) for pane in PaneName] == ["search", "find", "filter-names", "filter", None, None]
    assert [keys.press("f", pane) for pane in PaneName] == [None, None, "keep-actor", "keep-row", "row-articles", None]


def test_a_sequence_waits_and_a_wrong_key_ends_it() -> None:
    keys = Keys()
    assert keys.press("g", LIST) is None
    assert keys.pending == "g"
    assert keys.press("j", LIST) is None
    assert keys.pending == ""
    assert keys.press("j", LIST) == "down"


def test_three_keys_in_a_row() -> None:
    keys = Keys({"theme": ("g t h",), "top": ("g g",)})
    assert [keys.press(key, LIST) for key in "gth"] == [None, None, "theme"]
    assert [keys.press(key, LIST) for key in "gtj"] == [None, None, None]
    assert [keys.press(key, LIST) for key in "gg"] == [None, "top"]


def test_a_keymap_replaces_and_unbinds() -> None:
    keys = Keys({"down": ("o",), "up": ()})
    assert keys.press("o", LIST) == "down"
    assert keys.press("j", LIST) is None
    assert keys.press("k", LIST) is None
    assert keys.of("down") == ("o",)
    assert keys.footer("list")[0] == ("o", "move")


@pytest.mark.parametrize("view", VIEWS)
def test_the_footer_fits_and_ends_with_help(view: str) -> None:
    found = Keys().footer(view)
    assert found[0] == ("j/k", "move")
    assert {word for _, word in found} >= {"help", "command", "pane"}
    last = [each for each in found if each[0] in "?:"]
    for room in (40, 80, 120):
        shown = plain(footer([each for each in found if each not in last], last, room, INK))
        assert len(shown) == room
        assert "? help" in shown
    assert sum(len(key) + len(word) + 3 for key, word in found) <= 120


def test_help_lists_every_command_once() -> None:
    entries = Keys().help()
    assert [command.id for _, command in entries] == list(BY_ID)
    assert {command.id: keys for keys, command in entries}["top"] == "g g Home"


def test_completion() -> None:
    assert complete("page") == ["page-down", "page-up"]
    assert complete("zz") == []
    assert complete("") == sorted(BY_ID)
