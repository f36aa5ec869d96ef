"""The table of commands: complete, without doubles, and carried out by something."""

from __future__ import annotations

import re

from briefing.app.actions import ACTIONS
from briefing.app.commands import BY_ID, COMMANDS
from briefing.settings.keymap import Bindable, clashes
from briefing.settings.keys import BadKey, read_keys

BINDABLE = [Bindable(c.id, c.keys, frozenset(pane.value for pane in c.panes)) for c in COMMANDS]


def test_every_id_is_one_command_and_one_word() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", command.id) for command in COMMANDS)


def test_every_command_has_an_action_and_every_action_a_command() -> None:
    assert set(ACTIONS) == set(BY_ID)


def test_every_command_is_explained() -> None:
    for command in COMMANDS:
        assert command.panes, command.id
        assert command.title, command.id
        assert command.title[0].isupper(), command.id
        assert command.help.endswith("."), command.id
        assert command.help.isprintable(), command.id
        assert len(command.short) <= 10, command.id


def test_titles_tell_commands_of_one_pane_apart() -> None:
    seen = [(pane, command.title) for command in COMMANDS for pane in command.panes]
    assert len(seen) == len(set(seen))


def test_no_key_means_two_things_in_one_pane() -> None:
    assert clashes(BINDABLE) == []


def test_default_keys_are_written_as_the_keymap_file_writes_them() -> None:
    for command in COMMANDS:
        for key in command.keys:
            try:
                assert read_keys(key) == key, command.id
            except BadKey:
                assert key == "ctrl+c", (command.id, key)


def test_every_key_that_others_taught_us_to_expect_is_there() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert keys >= {"j", "k", "down", "up", "g g", "G", "space", "b", "/", "n", "N", "enter", "q", "Q", "?", ":", "tab"}


def test_ctrl_c_always_gets_out() -> None:
    assert "ctrl+c" in BY_ID["quit"].keys
