"""What time it is in a text as it is read: its publication, the last time placed, and whether it tells history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.model.when import Anchor, Precision, TimeExpression, When

FUTURE_SLACK = timedelta(days=31)
"""A day without a year this near ahead is the coming one even where no cue says so."""


class Clock:
    """What the times before this one say: publication, the last placed day, the last year."""

    def __init__(self, published: date | None, year_guess: int | None, narrative: bool) -> None:
        self.published = published
        self.guessed = year_guess
        self.narrative = narrative
        self.last: When | None = None

    def base(self, name: str) -> tuple[date | None, Anchor]:
        """The day that `pub` or `disc` stands for, and which anchor gave it."""
        last = self.last.earliest if self.last else None
        if last and name == "disc":
            return last, Anchor.DISCOURSE
        if self.published:
            return self.published, Anchor.PUBLICATION
        return None, Anchor.NONE

    def is_near(self, day: date) -> bool:
        """Whether the last time lies about this day."""
        last = self.last.earliest if self.last else None
        return last is not None and abs(last - day) <= FUTURE_SLACK

    def is_coarse(self, unit: str) -> bool:
        """Whether the last placed time is too long to count days or weeks from."""
        short = (Precision.DAY, Precision.TIME) if unit == "day" else (Precision.DAY, Precision.TIME, Precision.WEEK)
        return self.last is not None and self.last.precision not in short


def tells_history(times: Sequence[TimeExpression], published: date | None) -> bool:
    """Whether the text keeps its own clock: many full dates far from publication, few words like yesterday."""
    years = sorted(int(t.pattern[2:6]) for t in times if t.pattern[:2] == "= " and t.pattern[2:6].isdigit())
    deictic = sum(t.pattern.startswith(("wd ", "rel day")) and not t.pattern.endswith("disc") for t in times)
    if len(years) < 4 or deictic * 3 > len(years):
        return False
    if published is None:
        return len(years) >= 6
    return abs(published.year - years[len(years) // 2]) >= 3
