"""The user's keys, `keys.toml`: command id = a key, a list of keys, or "" to unbind.

The commands themselves are the app's; it hands in their ids, default keys and panes. Conflicts are found here, because
Textual lets one of two bindings win in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.settings.keys import BadKey, read_keys
from briefing.settings.load import parse, read_text
from briefing.settings.notice import Notice, line_of, printable, shown, suggest


@dataclass(frozen=True, slots=True)
class Bindable:
    """A command as far as keys concern it. No panes: it works in all, and a pane's own key goes before it."""

    id: str
    keys: tuple[str, ...] = ()
    panes: frozenset[str] = frozenset()

    def clashes(self, other: Bindable) -> bool:
        """Whether one key cannot mean both: they share a pane, or both work everywhere."""
        return bool(self.panes & other.panes) if self.panes or other.panes else True

    def shadows(self, other: Bindable) -> bool:
        """Whether a shared key means the one in its own panes and the other elsewhere."""
        return bool(self.panes) != bool(other.panes)


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by command id, for every command, and what was wrong with the file."""

    keys: Mapping[str, tuple[str, ...]]
    notices: tuple[Notice, ...] = ()


def load_keymap(file: Path, commands: Sequence[Bindable]) -> Keymap:
    """The default keys with the user's over them. A key the user gives is taken from whatever had it by default."""
    text, notices = read_text(file)
    table: dict[str, Any] = {}
    if text is not None:
        table, notices = parse(text, file)
    wanted = _Wanted(printable(file), text or "", list(notices), {each.id: each for each in commands})
    for path, value in _leaves(table):
        wanted.take(path, value)
    return wanted.settle()


def clashes(commands: Sequence[Bindable]) -> list[tuple[str, str, str]]:
    """Pairs of ids that share a key in one pane, with the key: for a test of the default keys."""
    return [
        (one.id, other.id, key)
        for at, one in enumerate(commands)
        for other in commands[at + 1 :]
        for key in one.keys
        if one.clashes(other) and any(_in_the_way(key, mine) for mine in other.keys)
    ]


class _Wanted:
    """What the file asks for, taken line by line and then settled against the defaults."""

    def __init__(self, file: str, text: str, notices: list[Notice], known: dict[str, Bindable]) -> None:
        self._file, self._text, self._notices, self._known = file, text, notices, known
        self._asked: dict[str, list[str]] = {}
        self._lines: dict[str, int] = {}

    def take(self, path: tuple[str, ...], value: Any) -> None:
        """One entry of the file, checked."""
        name, line = ".".join(path), line_of(self._text, path)
        if name not in self._known:
            self._say(line, f"no command “{shown(name)}”{suggest(name, self._known)}")
            return
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            self._say(line, f"“{name}” takes a key or a list of keys, not {shown(value)}")
            return
        self._lines[name] = line
        self._asked[name] = []
        for each in given:
            if each:
                self._take_key(name, each, line)

    def _take_key(self, name: str, written: str, line: int) -> None:
        try:
            key = read_keys(written)
        except BadKey as fault:
            self._say(line, f"“{name}” cannot have the key “{shown(written)}”: {fault}")
            return
        mine = self._known[name]
        for other, keys in self._asked.items():
            held = next((each for each in keys if _in_the_way(key, each)), None)
            if other != name and held and mine.clashes(self._known[other]):
                self._say(line, f"“{shown(key)}” already means “{other}” by line {self._lines[other]}: left there")
                return
        if key not in self._asked[name]:
            self._asked[name].append(key)

    def settle(self) -> Keymap:
        """Defaults for commands the file is silent on, less the keys it gave to others."""
        keys = {name: tuple(asked) for name, asked in self._asked.items()}
        for each in self._known.values():
            if each.id not in keys:
                keys[each.id] = tuple(key for key in each.keys if self._stays(each, key))
        return Keymap({name: keys[name] for name in self._known}, tuple(self._notices))

    def _stays(self, holder: Bindable, key: str) -> bool:
        for name, asked in self._asked.items():
            taker = self._known[name]
            taken = next((each for each in asked if _in_the_way(key, each)), None)
            if taken is None:
                continue
            if taker.clashes(holder):
                self._say(self._lines[name], f"“{shown(taken)}” now means “{name}”; “{holder.id}” has lost “{key}”")
                return False
            if taker.shadows(holder):
                special, general = (taker, holder) if taker.panes else (holder, taker)
                panes = ", ".join(sorted(special.panes))
                self._say(
                    self._lines[name], f"“{shown(taken)}” means “{special.id}” in {panes} and “{general.id}” elsewhere"
                )
        return True

    def _say(self, line: int, reason: str) -> None:
        self._notices.append(Notice(self._file, line, reason))


def _in_the_way(one: str, other: str) -> bool:
    """Whether two bindings are the same, or one begins the other (`g` would keep `g g` from ever being seen)."""
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def _leaves(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """`[list] down = "j"`, `list.down = "j"` and `"list.down" = "j"` are the same."""
    for name, value in table.items():
        here = (*path, *name.split("."))
        if isinstance(value, dict):
            yield from _leaves(value, here)
        else:
            yield here, value
