"""What time it is in a text as it is read: its publication, the last time placed, and whether it tells history.

A history keeps its own clock. Its years lie well before its publication and it hardly ever says yesterday or on
Tuesday, so that months, seasons and days in it hang on the year it has last told of. An aside to a far year (a book of
1995 in the story of 1968) leaves that clock alone until a second year near it shows that the story itself has moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.model.when import Anchor, Precision, TimeExpression, When

_NEAR = 1000
"""Characters after a quarter in which `a year ago` means that quarter a year before."""
FUTURE_SLACK = timedelta(days=31)
"""A day without a year this near ahead is the coming one even where no cue says so."""
_BACK, _ON = 8, 3
"""Years that a date with a month moves the story back or on at once; a bare year moves it on by one."""


class Clock:
    """What the times before this one say: publication, the last placed day, the last year."""

    def __init__(self, published: date | None, year_guess: int | None, narrative: bool) -> None:
        self.published = published
        self.guessed = year_guess
        self.narrative = narrative
        self.last: When | None = None
        self.quarter: str | None = None
        """The last quarter placed."""
        self.old: int | None = None
        """The year BC where the story is before our era."""
        self.compares = False
        """Whether the time at hand is `a year ago` or the like, soon after a quarter was told of."""
        self._quarter_at = 0
        self._here = 0
        self._aside: int | None = None

    def turn_to(self, time: TimeExpression) -> None:
        """The time to be placed next."""
        self._here = time.span.start
        words = time.surface.lower()
        self.compares = words.startswith(("a year", "one year")) and 0 <= self._here - self._quarter_at <= _NEAR

    def hear(self, when: When, anchor: Anchor) -> None:
        """A time has been placed; the clock goes there, unless it is but an aside of a history."""
        if when.value and when.value.startswith("BC") and len(when.value) >= 6 and when.value[2:6].isdigit():
            self.old = int(when.value[2:6])
        if when.earliest is None or when.precision in (Precision.DECADE, Precision.RANGE):
            return
        if when.precision is Precision.QUARTER and not self.compares:
            self.quarter, self._quarter_at = when.value, self._here
        if self.narrative and self._is_aside(when.earliest.year, anchor, when.precision):
            return
        self.last = when
        self.old = None

    def _is_aside(self, year: int, anchor: Anchor, precision: Precision) -> bool:
        told = self.last.earliest if self.last else None
        if told is None or anchor is Anchor.PUBLICATION:
            return told is not None
        off = year - told.year
        if 0 <= off <= 1 or (precision is not Precision.YEAR and -_BACK <= off <= _ON):
            self._aside = None
            return False
        moved = anchor is Anchor.EXPLICIT and self._aside is not None and abs(year - self._aside) <= 1
        if anchor is Anchor.EXPLICIT:
            self._aside = None if moved else year
        return not moved

    def base(self, name: str) -> tuple[date | None, Anchor]:
        """The day that `pub` or `disc` stands for, and which anchor gave it."""
        last = self.last.earliest if self.last else None
        if last and (name == "disc" or (name == "told" and self.narrative)):
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
    """Whether the text keeps its own clock: years well before publication, hardly a word like yesterday."""
    years = [int(t.pattern[2:6]) for t in times if t.pattern[:2] == "= " and t.pattern[2:6].isdigit()]
    old = sum(t.pattern.startswith("= BC") for t in times)
    deictic = sum(t.pattern[:3] == "wd " or (t.pattern[:4] == "rel " and " pub" in t.pattern) for t in times)
    count = len(years) + old
    if count < 4 or deictic * 4 > count or (deictic and count < 8):
        return False
    if published is None:
        return count >= 6
    far = sum(year <= published.year - 2 for year in years)
    return far + old >= 0.6 * count
