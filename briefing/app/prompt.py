"""One line of typing: the search bar, the `:` line, find, filters. Pure: keys in, text and cursor out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.app.draw.cells import width
from briefing.model.enumeration import StrEnum


class PromptKind(StrEnum):
    SEARCH = "search"
    FIND = "find"
    NAMES = "names"
    COMMAND = "command"
    CHOOSE = "choose"
    ASK = "ask"


_WORD_BEFORE = re.compile(r"\S*\s*$")
LONGEST = 2000
"""Characters of a line; more is not taken."""


class Prompt:
    """The line being typed. `history` is oldest first; Up and Down walk it."""

    def __init__(self, kind: PromptKind, text: str = "", cursor: int = 0, history: Sequence[str] = ()) -> None:
        self.kind, self.text, self.cursor, self.history = kind, text, cursor, history
        self._back = 0
        self._draft = ""

    def put(self, text: str) -> None:
        """Inserts characters at the cursor; newlines become spaces, nothing unprintable gets in."""
        clean = "".join(c if c.isprintable() else " " for c in text)[: max(LONGEST - len(self.text), 0)]
        self.text = self.text[: self.cursor] + clean + self.text[self.cursor :]
        self.cursor += len(clean)

    def replace(self, text: str) -> None:
        self.text, self.cursor = text, len(text)

    def press(self, key: str, character: str | None) -> bool:
        """Takes one key; False where the line does not know it."""
        edit = getattr(self, _EDITS.get(key, ""), None)
        if edit is not None:
            edit()
            return True
        if character and character.isprintable() and not key.startswith(("ctrl+", "alt+")):
            self.put(character)
            return True
        return False

    def erase(self) -> None:
        if self.cursor:
            self.text = self.text[: self.cursor - 1] + self.text[self.cursor :]
            self.cursor -= 1

    def erase_ahead(self) -> None:
        self.text = self.text[: self.cursor] + self.text[self.cursor + 1 :]

    def erase_word(self) -> None:
        at = _WORD_BEFORE.search(self.text[: self.cursor])
        start = at.start() if at else 0
        self.text, self.cursor = self.text[:start] + self.text[self.cursor :], start

    def erase_start(self) -> None:
        self.text, self.cursor = self.text[self.cursor :], 0

    def erase_end(self) -> None:
        self.text = self.text[: self.cursor]

    def left(self) -> None:
        self.cursor = max(self.cursor - 1, 0)

    def right(self) -> None:
        self.cursor = min(self.cursor + 1, len(self.text))

    def home(self) -> None:
        self.cursor = 0

    def end(self) -> None:
        self.cursor = len(self.text)

    def older(self) -> None:
        if self._back < len(self.history):
            if not self._back:
                self._draft = self.text
            self._back += 1
            self.replace(self.history[-self._back])

    def newer(self) -> None:
        if self._back:
            self._back -= 1
            self.replace(self.history[-self._back] if self._back else self._draft)

    def window(self, room: int) -> tuple[str, int]:
        """What fits in `room` cells with the cursor in sight, and the cursor's column there."""
        start = end = self.cursor
        used = 0
        while start and used + width(self.text[start - 1]) < room:
            start -= 1
            used += width(self.text[start])
        left = room - used
        while end < len(self.text) and (left := left - width(self.text[end])) >= 0:
            end += 1
        return self.text[start:end], used


_EDITS = {
    "backspace": "erase", "ctrl+h": "erase", "delete": "erase_ahead", "ctrl+w": "erase_word", "ctrl+u": "erase_start",
    "ctrl+k": "erase_end", "left": "left", "right": "right", "home": "home", "ctrl+a": "home", "end": "end",
    "ctrl+e": "end", "up": "older", "down": "newer",
}  # fmt: skip
