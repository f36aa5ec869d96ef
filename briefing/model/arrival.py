"""When articles came into a library: milliseconds since 1970 in the store, ISO time in UTC where people read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UNIT = timedelta(milliseconds=1)


def stamp(moment: int) -> str:
    """`2026-11-23T08:15:02.123Z`."""
    return f"{(_EPOCH + moment * _UNIT).isoformat(timespec='milliseconds')[:23]}Z"


def moment_of(mark: str) -> int | None:
    """The moment of a stamp; None for what is none."""
    try:
        found = datetime.fromisoformat(mark)
    except ValueError:
        return None
    return _since_epoch(found)


def _since_epoch(found: datetime) -> int:
    return ((found if found.tzinfo else found.replace(tzinfo=UTC)) - _EPOCH) // _UNIT


def day_starts(day: date) -> int:
    """The moment at which a day begins where the reader is."""
    return _since_epoch(datetime(day.year, day.month, day.day).astimezone())
