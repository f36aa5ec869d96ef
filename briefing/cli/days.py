"""The days that `--since` and `--until` name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from briefing.model.query import Period


def days_asked(options: argparse.Namespace) -> tuple[date | None, date | None]:
    """The first day and the last one that the flags leave in."""
    since, until = day_of(options.since, "--since"), day_of(options.until, "--until")
    return since.earliest if since else None, until.latest if until else None


def day_of(words: str | None, flag: str) -> Period | None:
    """The days that a flag names; WrongUse where it names none."""
    from briefing.model.errors import WrongUse
    from briefing.search.dates import NotADate, period

    if not words:
        return None
    try:
        return period(words)
    except NotADate as fault:
        raise WrongUse(f"{flag} {words}: {fault}.") from None
