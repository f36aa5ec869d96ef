"""What the terminal can show, told from the environment alone; pure, so that every case is a test."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.enumeration import StrEnum


class Colours(StrEnum):
    """How many colours may be sent."""

    TRUE = "true"
    MANY = "256"
    FEW = "16"
    NONE = "none"


def decide_colours(choice: str, environ: Mapping[str, str]) -> Colours:
    """The user's choice, if it is one; else NO_COLOR (non-empty) and what the terminal says of itself.

    Over SSH 256 colours are enough: they cost a quarter fewer bytes than truecolor.
    """
    if choice != "auto":
        return Colours(choice)
    if environ.get("NO_COLOR") or environ.get("BRIEFING_NO_COLOR") or is_dumb(environ):
        return Colours.NONE
    term = environ.get("TERM", "")
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return Colours.MANY if environ.get("SSH_CONNECTION") else Colours.TRUE
    return Colours.MANY if "256color" in term or term in _RICH_TERMINALS else Colours.FEW


def is_dumb(environ: Mapping[str, str]) -> bool:
    """A terminal that cannot place its cursor. No TERM at all counts as one that can: some launchers drop it."""
    return environ.get("TERM", "") in ("dumb", "unknown")


def draws_ascii(choice: bool | None, encoding: str | None) -> bool:
    """Whether to draw with ASCII only: as chosen, else where the screen's encoding is not UTF-8."""
    if choice is not None:
        return choice
    return (encoding or "").lower().replace("-", "").replace("_", "") != "utf8"


_RICH_TERMINALS = frozenset({"xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty"})
