"""Keys as pressed to commands as named, sequences included."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.app.commands import BY_ID, COMMANDS, Command
from briefing.app.layout import PaneName
from briefing.app.views import VIEWS, is_of

_NAMES = {
    "question_mark": "?", "slash": "/", "backslash": "\\", "colon": ":", "asterisk": "*", "ampersand": "&",
    "less_than_sign": "<", "greater_than_sign": ">", "equals_sign": "=", "full_stop": ".", "comma": ",",
    "apostrophe": "'", "vertical_line": "|", "return": "enter", "backtab": "shift+tab",
}  # fmt: skip
_SHOWN = {"space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab",
          "pagedown": "PgDn", "pageup": "PgUp", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
          "home": "Home", "end": "End"}  # fmt: skip


_MANY = 6
_NOTHING: Mapping[str, str] = {}
_OPEN = COMMANDS.index(BY_ID["open"]) + 1
_UP_TO_OPEN, _THE_OTHERS = COMMANDS[:_OPEN], COMMANDS[_OPEN:]


def key_name(key: str, character: str | None) -> str:
    """Textual's name of a key as this program writes it: the character itself where there is one."""
    if character and character.isprintable() and character != " " and not key.startswith(("ctrl+", "alt+")):
        return character
    return _NAMES.get(key, key)


def shown_key(key: str) -> str:
    """A key as help and footer show it."""
    parts = [
        _SHOWN.get(
            part,
            part.replace("ctrl+", "Ctrl+").upper()
            if part[:1] == "f" and part[1:].isdigit()
            else "Ctrl+" + part[5:].upper()
            if part.startswith("ctrl+")
            else part,
        )
        for part in key.split()
    ]
    return " ".join(parts)


def shown_keys(keys: Sequence[str]) -> str:
    """All keys of a command; of very many the first and the last."""
    shown = [shown_key(key) for key in keys]
    return " ".join(shown) if len(shown) < _MANY else f"{shown[0]} … {shown[-1]}"


class Keys:
    """The keymap in force. `changes` maps command ids to the keys that replace their own."""

    def __init__(self, changes: Mapping[str, Sequence[str]] | None = None) -> None:
        chosen = changes or {}
        self._keys = {command.id: tuple(chosen.get(command.id, command.keys)) for command in COMMANDS}
        self._by_pane: dict[PaneName, dict[str, str]] = {
            pane: {key: command.id for command in COMMANDS if pane in command.panes for key in self._keys[command.id]}
            for pane in PaneName
        }
        self._begun = {
            pane: {start for key in table for start in _starts(key)} for pane, table in self._by_pane.items()
        }
        self.pending = ""
        self.pressed = ""
        """The last key or sequence, for a command that has many."""

    def of(self, command: str) -> tuple[str, ...]:
        """The keys of a command."""
        return self._keys[command]

    def press(self, key: str, pane: PaneName) -> str | None:
        """The id of the command asked for; None while a sequence is open or where the key means nothing."""
        table = self._by_pane[pane]
        self.pressed = pressed = f"{self.pending} {key}".strip()
        self.pending = pressed if pressed in self._begun[pane] and pressed not in table else ""
        return table.get(pressed)

    def footer(self, view: str, here: Mapping[str, str] = _NOTHING) -> list[tuple[str, str]]:
        """(key, word) for the footer of a view, most needed first; what matters at the cursor, `here`, after `open`."""
        found: list[tuple[str, str]] = []
        others = (each for each in _THE_OTHERS if each.id not in here)
        for command in (*_UP_TO_OPEN, *(BY_ID[each] for each in here), *others):
            word = here.get(command.id) or VIEWS[view].word(command)
            if not word or not is_of(command, view) or not self._keys[command.id]:
                continue
            key = shown_key(self._keys[command.id][0])
            if command.id == "down":
                key = f"{key}/{shown_key(self._keys['up'][0])}" if self._keys["up"] else key
            found.append((key, word))
        return found

    def help(self) -> list[tuple[str, Command]]:
        """(keys, command) in the order of the table."""
        return [(self.shown(c), c) for c in COMMANDS]

    def shown(self, command: Command) -> str:
        """The keys of a command as help shows them; "" where it has none."""
        return shown_keys(self._keys[command.id])


def _starts(key: str) -> list[str]:
    """What has been pressed on the way to a sequence: `g` of `g g`."""
    parts = key.split()
    return [" ".join(parts[:count]) for count in range(1, len(parts))]


def complete(start: str) -> list[str]:
    """Command names that begin with `start`, for the `:` line."""
    return sorted(name for name in BY_ID if name.startswith(start))
