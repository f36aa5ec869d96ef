"""What each command does. A test holds this table against the one in `commands`."""

from briefing.app.actions import finding, keeping, moving, panes, program, quoting, viewing
from briefing.app.actions.registry import ACTIONS

__all__ = ["ACTIONS", "finding", "keeping", "moving", "panes", "program", "quoting", "viewing"]
