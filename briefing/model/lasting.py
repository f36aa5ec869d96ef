"""Loading what stays for good, without a search for what may be thrown away.

Tables, code and a long journal make many objects: looking through them again and again takes a fifth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from briefing.model.typed import TypeVar

T = TypeVar("T")


def lasting(make: Callable[[], T]) -> T:
    """What `make` makes. Nothing of it is garbage, and the collector would look for some again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        if was_on:
            gc.enable()
