"""Everything the program itself may send to a terminal: whatever else comes out was somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wcwidth import wcwidth

MODES = {"7", "25", "1000", "1003", "1004", "1006", "1015", "1049", "2004", "2026", "2048"}
"""Private modes the program switches: wrapping, cursor, mouse, focus, alternate screen, paste, whole frames, resize."""

_SEQUENCE = re.compile(
    r"\x1b\[(?:"
    r"\?(?P<mode>\d+)(?P<switch>[hl])"
    r"|(?P<pen>[0-9;]*)m"
    r"|(?P<row>\d+)(?:;(?P<column>\d+))?H"
    r"|(?P<ahead>\d+)C|(?P<place>\d+)G"
    r"|(?P<other>>25u|<u|\?2026\$p|\?2048\$p)"
    r")|\x1b\]22;default\x07|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/]*={0,2})\x07"
)
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What a terminal obeys, or lets text run backwards."""


def tokens(output: bytes) -> Iterator[re.Match[str] | str]:
    """The sequences of the program and the runs of text between them; the output must be UTF-8."""
    text = output.decode("utf-8")
    at = 0
    for hit in _SEQUENCE.finditer(text):
        if hit.start() > at:
            yield text[at : hit.start()]
        yield hit
        at = hit.end()
    if at < len(text):
        yield text[at:]


def foreign(output: bytes) -> list[str]:
    """What stands outside the grammar, with what is around it; after the screen is left, lines may end."""
    screen, left, after = output.partition(b"\x1b[?1049l")
    found = [(run, hit) for run in tokens(screen) if isinstance(run, str) for hit in _OBEYED.finditer(run)]
    lines = (left + after).decode("utf-8").replace("\r\n", "")
    found += [(run, hit) for run in tokens(lines.encode()) if isinstance(run, str) for hit in _OBEYED.finditer(run)]
    found += [
        (hit[0], hit) for hit in tokens(screen) if not isinstance(hit, str) and (hit["mode"] or "25") not in MODES
    ]
    return [repr(run[max(hit.start() - 20, 0) : hit.end() + 20]) for run, hit in found]


def switched(output: bytes) -> dict[str, str]:
    """Each private mode with the way it was switched last; `kitty` for the pushed keyboard protocol."""
    found: dict[str, str] = {}
    for token in tokens(output):
        if isinstance(token, str):
            continue
        if token["mode"]:
            found[token["mode"]] = token["switch"]
        elif token["other"] in (">25u", "<u"):
            found["kitty"] = "h" if token["other"] == ">25u" else "l"
    return found


def pens(output: bytes) -> set[str]:
    """All parameters of all colours and attributes that were sent: `1`, `38;5;252`, `7`."""
    found: set[str] = set()
    for token in tokens(output):
        if not isinstance(token, str) and token["pen"]:
            found.update(_pens(token["pen"].split(";")))
    return found


def _pens(parts: list[str]) -> Iterator[str]:
    while parts:
        size = 1
        if parts[0] in ("38", "48"):
            size = {"5": 3, "2": 5}.get(parts[1], 2) if len(parts) > 1 else 1
        yield ";".join(parts[:size])
        parts = parts[size:]


def overrun(output: bytes, columns: int, lines: int) -> list[str]:
    """Rows that were written past the last column, or below the last line, of the alternate screen."""
    screen = output.partition(b"\x1b[?1049l")[0].partition(b"\x1b[?1049h")[2]
    row = column = 0
    found: list[str] = []
    for token in tokens(screen):
        if isinstance(token, str):
            column += sum(cells(character) for character in token)
            if column > columns:
                found.append(f"row {row} to column {column}: {token!r}")
        elif token["row"]:
            row, column = int(token["row"]), int(token["column"] or 1) - 1
            if row > lines or column >= columns:
                found.append(f"placed at {row};{column + 1}")
        elif token["ahead"]:
            column += int(token["ahead"])
        elif token["place"]:
            column = int(token["place"]) - 1
    return found


def cells(character: str) -> int:
    """Cells of a character, as terminals count; a skin tone belongs to what it follows."""
    return 0 if "\U0001f3fb" <= character <= "\U0001f3ff" else max(wcwidth(character), 0)
