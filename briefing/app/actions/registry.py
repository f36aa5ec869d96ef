"""The table of what each command does; its modules enter their functions into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.app.desk import Desk

Action = Callable[["Desk", str], None]
ACTIONS: dict[str, Action] = {}


def action(*names: str) -> Callable[[Action], Action]:
    """Enters a function under the ids of commands."""

    def enter(function: Action) -> Action:
        ACTIONS.update(dict.fromkeys(names, function))
        return function

    return enter
