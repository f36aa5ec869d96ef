"""Colours as a theme file writes them: `#rrggbb`, a terminal's sixteen by name or number, or "default"."""

from __future__ import annotations

import re

_HUES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
ANSI = tuple(f"ansi_{hue}" for hue in _HUES) + tuple(f"ansi_bright_{hue}" for hue in _HUES)
"""The sixteen, in the order of their numbers."""
DEFAULT = "default"
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def read_colour(written: object) -> str:
    """`#rrggbb` in lower case, a name of `ANSI`, or `default`; raises ValueError with words for people."""
    if isinstance(written, int) and not isinstance(written, bool):
        if 0 <= written <= 15:
            return ANSI[written]
        raise ValueError("a colour number is between 0 and 15")
    if not isinstance(written, str):
        raise ValueError("a colour is a text or a number between 0 and 15")
    if _HEX.fullmatch(written):
        return written.lower()
    if written in ANSI or written == DEFAULT:
        return written
    raise ValueError("a colour is #rrggbb, ansi_red and the like, 0 to 15, or default")


def number_of(colour: str) -> int | None:
    """The terminal's number of one of the sixteen; None for any other colour."""
    return ANSI.index(colour) if colour in ANSI else None


def rgb(colour: str) -> tuple[int, int, int] | None:
    """The three parts of `#rrggbb`; None for a colour that only the terminal knows."""
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)) if colour[0] == "#" else None


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The WCAG contrast ratio, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
