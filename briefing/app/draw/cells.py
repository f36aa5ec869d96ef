"""Text measured in terminal cells: cut, padded, joined into strips."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]
"""A run of text in one style."""


def width(text: str) -> int:
    """Cells that `text` takes, character by character: the same for a line and for its parts, wherever it is cut."""
    if text.isascii():
        return len(text)
    # Around a joiner or a variation selector `cell_len` counts clusters, which a cut could split.
    if "\u200d" in text or "\ufe0f" in text:
        return sum(cell_len(character) for character in text)
    return cell_len(text)


def cut(text: str, room: int, mark: str = "…") -> str:
    """`text` in at most `room` cells; what is cut away is said with `mark`."""
    if room <= 0:
        return ""
    # Few characters can fill the room: a title of 100,000 is not measured whole.
    if len(text) <= room * 4 and width(text) <= room:
        return text
    room -= width(mark)
    if room < 0:
        return mark[:1] if room == -1 else ""
    if text[: room + 1].isascii():
        return text[:room].rstrip() + mark
    kept, used = [], 0
    for character in text:
        size = cell_len(character)
        if used + size > room:
            break
        kept.append(character)
        used += size
        if len(kept) > room * 4:
            break
    return "".join(kept).rstrip() + mark


def pad(text: str, room: int, mark: str = "…") -> str:
    """`text` in exactly `room` cells."""
    text = cut(text, room, mark)
    return text + " " * (room - width(text))


def around(text: str, column: int) -> tuple[str, str, str]:
    """What stands before a column of cells, the character there with its marks, and what follows."""
    at = used = 0
    while at < len(text) and (used < column or width(text[at]) == 0):
        used += width(text[at])
        at += 1
    after = at + 1
    while after < len(text) and width(text[after]) == 0:
        after += 1
    return text[:at], text[at:after], text[after:]


def fit(pieces: Iterable[Piece], room: int, fill: Style) -> Strip:
    """Pieces as a strip of exactly `room` cells, cut or filled."""
    segments: list[Segment] = []
    left = room
    for text, style in pieces:
        if left <= 0:
            break
        if not text:
            continue
        size = width(text)
        if size > left:
            text = pad(text, left, "")
            size = left
        segments.append(Segment(text, style))
        left -= size
    if left > 0:
        segments.append(Segment(" " * left, fill))
    return Strip(segments, room)
