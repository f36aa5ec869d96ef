"""Names of keys: one spelling for each, and which of them a terminal can send at all."""

from __future__ import annotations

_WORDS = ("space", "enter", "tab", "backspace", "escape", "up", "down", "left", "right", "home", "end")
_PAGES = ("pageup", "pagedown", "insert", "delete")
NAMED = frozenset((*_WORDS, *_PAGES, *(f"f{number}" for number in range(1, 13))))
"""Keys that have a name; all others are written as the character they send."""

_ALIASES = {
    "return": "enter",
    "esc": "escape",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "del": "delete",
    "ins": "insert",
    "bs": "backspace",
    "slash": "/",
    "backslash": "\\",
    "question_mark": "?",
    "colon": ":",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "apostrophe": "'",
}
_SAME_BYTE = {"h": "backspace", "i": "tab", "j": "enter", "m": "enter", "[": "escape"}
_SHIFTED = frozenset({"tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown"})
_ARROWS = frozenset({"up", "down", "left", "right", "home", "end"})


class BadKey(ValueError):
    """The words say why."""


def read_keys(written: str) -> str:
    """A key or a sequence of keys parted by blanks (`g g`) in the one spelling; raises BadKey."""
    if written == " ":
        return "space"
    parts = written.split()
    if not parts or len(parts) > 3:
        raise BadKey("a binding is one key, or up to three parted by blanks")
    return " ".join(read_key(part) for part in parts)


def read_key(written: str) -> str:
    """One key: a character, a name, `ctrl+x`, `shift+tab`; raises BadKey for what no terminal sends."""
    if len(written) == 1:
        if not written.isprintable():
            raise BadKey("a control character is written as ctrl+ and a letter")
        return written
    head, _, name = written.lower().rpartition("+")
    if not name:
        head, name = head.rstrip("+"), "+"
    name = _ALIASES.get(name, name)
    modifiers = [{"control": "ctrl", "c": "ctrl"}.get(each, each) for each in head.split("+") if each]
    if not modifiers:
        if name in NAMED or (len(name) == 1 and name.isprintable()):
            return name
        raise BadKey("there is no key of that name")
    if modifiers == ["ctrl"]:
        return _with_ctrl(name)
    if modifiers == ["shift"]:
        return _with_shift(name, written)
    raise BadKey("not every terminal sends it: use a letter, a digit, F1 to F12, an arrow or ctrl+letter")


def _with_ctrl(name: str) -> str:
    if name == "c":
        raise BadKey("ctrl+c always gets out and cannot be bound")
    if same := _SAME_BYTE.get(name):
        raise BadKey(f"a terminal sends the same for it as for {same}")
    if name in _ARROWS or (len(name) == 1 and name.isascii() and name.isalpha()):
        return f"ctrl+{name}"
    raise BadKey("no terminal sends ctrl with that key: use ctrl and a letter")


def _with_shift(name: str, written: str) -> str:
    if name in _SHIFTED:
        return f"shift+{name}"
    if len(name) == 1:
        raise BadKey(f"write the character it gives, such as {written[-1].upper()}")
    raise BadKey("no terminal sends shift with that key")
