"""What the reader copies: sent to the terminal by OSC 52, and kept in a file for terminals that do not take it."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.settings.places import make_private

if TYPE_CHECKING:
    from briefing.app.desk import Desk

MOST = 74_000
"""Characters of base64 that terminals take in one sequence."""


def sequence(text: str, way: str) -> str:
    """What puts a text on the clipboard of the terminal; "" where it is too long or nothing is to be sent."""
    packed = b64encode(text.encode("utf-8", "replace")).decode()
    if way == "none" or len(packed) > MOST:
        return ""
    plain = f"\x1b]52;c;{packed}\x07"
    return f"\x1bPtmux;\x1b{plain}\x1b\\" if way == "tmux" else plain


def keep(folder: Path, text: str) -> Path:
    """Writes the last copy where only its user can read it; in one step, so that it is never half there."""
    file = make_private(folder) / "last-copy.txt"
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="utf-8", errors="replace") as out:
        out.write(text)
    os.replace(beside, file)
    return file


def copy(desk: Desk, text: str, what: str) -> None:
    """Sends it, keeps it, and says what was done and no more: whether a terminal took it nobody can know."""
    app = desk.app
    sent = sequence(text, app.settings.clipboard)
    driver = app._driver
    if sent and driver is not None:
        driver.write(sent)  # between two frames: both are written from this thread, each whole
    said = f"{what} sent to the terminal" if sent else f"{what}: {_why_not(app.settings.clipboard)}"
    if app.may_write:
        try:
            said += f"; also in {_short(keep(app.places.state, text))}"
        except OSError as error:
            said += f"; it could not be kept in a file: {error.strerror}"
    desk.say(f"{said}.{_hint(app.settings.clipboard, os.environ) if sent else ''}")


def _why_not(way: str) -> str:
    return "not sent, as the settings say" if way == "none" else "too long for a terminal"


def _hint(way: str, environment: Mapping[str, str]) -> str:
    """tmux passes it on only where it is told to."""
    inside = way == "osc52" and environment.get("TMUX")
    return " tmux passes it on with: set -s set-clipboard on" if inside else ""


def _short(file: Path) -> str:
    home = str(Path.home())
    return f"~{str(file)[len(home) :]}" if str(file).startswith(home + os.sep) else str(file)
