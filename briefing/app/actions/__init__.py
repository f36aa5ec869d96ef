"""What each command does. A test holds this table against the one in `commands`."""

from briefing.app.actions import (
    correcting,
    finding,
    keeping,
    labelling,
    moving,
    panes,
    program,
    quoting,
    saving,
    viewing,
)
from briefing.app.actions.registry import ACTIONS

__all__ = [
    "ACTIONS",
    "correcting",
    "finding",
    "keeping",
    "labelling",
    "moving",
    "panes",
    "program",
    "quoting",
    "saving",
    "viewing",
]
