"""What drawing needs to know of the terminal: styles and glyphs."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from briefing.app.draw.cells import Piece, cut
from briefing.app.draw.glyphs import Glyphs
from briefing.app.looks import Look


class Ink(NamedTuple):
    """A theme's styles and a set of marks."""

    look: Look
    glyphs: Glyphs

    def cut(self, text: str, room: int) -> str:
        """`text` in the marks of this terminal, in at most `room` cells."""
        # Cut before the marks are replaced: a title may be a megabyte long.
        return cut(self.glyphs.plain(text[: room * 4 + 8]), room, self.glyphs.ellipsis)

    def dotted(self, parts: list[Piece], between: Style | None = None) -> list[Piece]:
        """Pieces with the separating dot between them; empty ones are left out."""
        look = between or self.look.muted
        joined: list[Piece] = []
        for text, style in parts:
            if text:
                joined += [(f" {self.glyphs.dot} ", look), (text, style)] if joined else [(text, style)]
        return joined
