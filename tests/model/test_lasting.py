"""What stays for good is made without a search for garbage."""

from __future__ import annotations

import gc

import pytest

from briefing.model.lasting import lasting


@pytest.mark.parametrize("is_on", [True, False])
def test_no_garbage_is_looked_for_while_what_stays_is_made(is_on: bool) -> None:
    def fails() -> bool:
        assert not gc.isenabled()
        raise ZeroDivisionError

    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        assert lasting(gc.isenabled) is False
        with pytest.raises(ZeroDivisionError):
            lasting(fails)
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
