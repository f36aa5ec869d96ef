"""What time it is in a text as it is read: its publication, the last time placed, and whether it tells history.

A history keeps its own clock. Its years lie well before its publication and it hardly ever says yesterday or on
Tuesday, so that months, seasons and days in it hang on the year it has last told of. An aside to a far year (a book of
1995 in the story of 1968) leaves that clock alone until a second year near it shows that the story itself has moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.extract.calendar import add_months, shifted
from briefing.model.when import Anchor, Precision, TimeExpression, When

_NEAR = 1000
"""Characters after a quarter in which `a year ago` means that quarter a year before."""
FUTURE_SLACK = timedelta(days=31)
"""A day without a year this near ahead is the coming one even where no cue says so."""
_BACK, _ON = 8, 3
"""Years that a date with a month moves the story back or on at once; a bare year moves it on by one."""
_DAYS = (Precision.DAY, Precision.TIME)
_RUNS = frozenset(f"P{count}M" for count in range(4, 13))
"""Months of a report that no quarter measures: earnings of nine months."""
_KEPT, _FRESH = 7, 3
"""Dates remembered, and days for which news is news."""


class Clock:
    """What the times before this one say: publication, the last placed day, the last year."""

    def __init__(self, published: date | None, year_guess: int | None, narrative: bool) -> None:
        self.published = published
        self.guessed = year_guess
        self.narrative = narrative
        self.last: When | None = None
        """The last time that was placed; in a history the last that is no aside."""
        self.mention: When | None = None
        """The last time that was placed, aside or not."""
        self.thread: When | None = None
        """The last time placed that does not hang on publication."""
        self.goes_on = False
        """Whether that one stands in this paragraph, and nothing there since hangs on publication."""
        self.day: When | None = None
        """The last day something happened on, with its hour if told; no bound (since Friday), no day of speaking."""
        self.entry = ""
        """The hour at the head of the last entry, with its day, where entries begin with hours."""
        self.quarter: str | None = None
        """The last quarter placed."""
        self.period: str | None = None
        """The last quarter or half of a year placed, or the year of a run of months told of since."""
        self.old: int | None = None
        """The year BC where the story is before our era."""
        self.compares = False
        """Whether the time at hand is `a year ago` or the like, soon after a quarter was told of."""
        self.is_year_off = False
        """Whether the time at hand is `a year ago` or the like."""
        self.is_now = False
        """Whether something in this paragraph hangs on publication."""
        self.lead: date | None = None
        """The first day named that is about the day of publication: of what the news is."""
        self.dates: list[date] = []
        """The last full dates that were written out."""
        self.is_end = self.is_since = self.will = False
        """Whether the time at hand is `until` or `by`, `since`, and whether its clause tells what will be."""
        self.is_compared = False
        """Whether the time at hand is only what a figure is set against: up from 4 in May."""
        self.follows = self.is_start = False
        """Whether its sentence named a time before it, and whether it is `from` or `between`."""
        self.is_told_here = self.is_day_here = False
        """Whether this paragraph named a time, or a day, before this one."""
        self._period_at = 0
        self._is_counted = False
        """Whether the last mention hangs itself on what was told before it."""
        self._begins = self._is_over = False
        """Whether the time at hand is a start of something, and whether it tells what has been done."""
        self._here = 0
        self._is_remark = False
        self._done: When | None = None
        """The last day in this paragraph that was not still to come."""
        self._beside: When | None = None
        """What was told of in an inserted clause of this sentence."""
        self._aside: int | None = None
        self._is_first_day_said = False

    def turn_to(self, time: TimeExpression, pattern: str, marks: str) -> str:
        """The time to be placed next; gives back its pattern without the shades of past and future."""
        self._here = time.span.start
        self.is_year_off = time.surface[:8].lower().startswith(("a year", "one year"))
        is_near = self.is_year_off and self.period is not None
        self.compares = is_near and 0 <= self._here - self._period_at <= _NEAR
        if "p" in marks:
            self.goes_on = self.is_now = self.is_told_here = self.is_day_here = False
            self._done = None
        self._is_over = "o" in marks
        self.is_compared = "c" in marks
        if "s" not in marks:
            self._beside = None
        self.follows, self.is_start = "s" in marks, "f" in marks
        self._begins = self.is_start or " near" in pattern
        self.is_end, self._is_remark = "b" in marks, pattern.endswith(" aside")
        self.will, self.is_since = " will" in pattern, " since" in pattern
        plain = pattern.replace(" will", " future").replace(" since", " past")
        if self.is_compared and not self.is_start:
            plain = plain.replace(" future", " open")
        return plain.replace(" said", " open")

    def hear(
        self, when: When, anchor: Anchor, is_bound: bool = False, is_said: bool = False, is_inserted: bool = False
    ) -> None:
        """A time has been placed; the clock goes there, unless it is but an aside of a history."""
        if when.value and when.value.startswith("BC") and len(when.value) >= 6 and when.value[2:6].isdigit():
            self.old = int(when.value[2:6])
        if when.precision in (Precision.QUARTER, Precision.RANGE, Precision.DURATION) and not self.compares:
            self._keep_period(when)
        if when.earliest is None or when.precision in (Precision.DECADE, Precision.RANGE):
            if when.precision is Precision.RANGE and anchor is Anchor.EXPLICIT and when.earliest:
                self.thread, self.goes_on = when, True
            return
        if anchor is Anchor.EXPLICIT and when.earliest == self.published and when.precision in _DAYS:
            anchor = Anchor.PUBLICATION
        if is_bound and not self.narrative:
            self._leave_thread(when)
        elif not is_inserted or when.precision in _DAYS:
            self._keep_thread(when, anchor)
        if not self._begins:
            self._keep_day(when, is_bound, is_said)
        if when.precision in _DAYS and anchor is Anchor.EXPLICIT:
            self.dates = [*self.dates[-_KEPT:], when.earliest]
        if not self.narrative and is_bound:
            return
        if not self.narrative and is_inserted and when.precision not in _DAYS:
            self._beside = when
            return
        is_aside = self.narrative and self._is_aside(when.earliest.year, anchor, when.precision)
        if not (is_aside and self._is_remark):
            self.mention, self.is_told_here, self._beside = when, True, None
            self._is_counted = anchor is Anchor.DISCOURSE
        if is_aside:
            return
        self.last = when
        self.old = None

    def tell_quarter(self) -> None:
        """The quarter has been told of: a year ago is that of its figures again."""
        self.period, self._period_at = self.quarter or self.period, self._here

    def _keep_period(self, when: When) -> None:
        """What figures are set against a year later; the quarter does not go back to one that is but compared."""
        value = when.value or ""
        published = self.published if self.published and self.published.year > 1 else None  # a year has one before it
        if when.precision is Precision.QUARTER:
            ended = shifted(published, "quarter", -1) if published else value
            if self.quarter and value < self.quarter <= ended:
                return
            self.quarter = self.period = value
        elif value[4:6] == "-H" or (value[4:5] == "/" and len(value) == 9):
            self.period = value
        elif value in _RUNS and published:
            self.period = add_months(published, -3).isoformat()[:4]
        else:
            return
        self._period_at = self._here

    def _keep_thread(self, when: When, anchor: Anchor) -> None:
        self.goes_on = anchor in (Anchor.EXPLICIT, Anchor.DISCOURSE)
        if self.goes_on:
            self.thread = when
        else:
            self.is_now = True

    def _leave_thread(self, bound: When) -> None:
        """Until 2015 nothing came of it: what was told of before is over."""
        if self.thread and self.thread.earliest and bound.earliest and bound.earliest > self.thread.earliest:
            self.thread, self.goes_on = None, False

    def _keep_day(self, when: When, is_bound: bool, is_said: bool) -> None:
        if when.precision not in _DAYS or is_bound:
            return
        if self.published and when.earliest and when.earliest <= self.published:
            self._done = when
        if is_said and self.day and not self._is_first_day_said:
            return
        self.day, self._is_first_day_said, self.is_day_here = when, is_said, True
        days = (self.published - when.earliest).days if self.published and when.earliest else -1
        if self.lead is None and 0 <= days <= _FRESH:
            self.lead = when.earliest

    def _is_aside(self, year: int, anchor: Anchor, precision: Precision) -> bool:
        told = self.last.earliest if self.last else None
        if anchor is Anchor.PUBLICATION:
            return True
        if told is None:
            return False
        off = year - told.year
        if 0 <= off <= 1 or (precision is not Precision.YEAR and -_BACK <= off <= _ON):
            self._aside = None
            return False
        moved = anchor is Anchor.EXPLICIT and self._aside is not None and abs(year - self._aside) <= 3
        if anchor is Anchor.EXPLICIT:
            self._aside = None if moved else year
        return not moved

    def _told(self) -> When | None:
        """What `a day later` counts from: what has been done, if itself done, from no time that is still to come."""
        told = self.mention if self.is_told_here else self.last
        told = self._beside or told
        is_coming = told is not None and self.published and told.earliest and told.earliest > self.published
        return self._done if is_coming and self._is_over and self._done else told

    def base(self, name: str) -> tuple[date | None, Anchor]:
        """The day that a base stands for (`story`: where a history is by now), and which anchor gave it."""
        told = self._told() if name == "disc" and self.old is None else self.last
        last = told.earliest if told else None
        if last and (name in ("disc", "story") or (name in ("told", "then") and self.narrative)):
            return last, Anchor.DISCOURSE
        if name == "then" and self.goes_on and self.thread and self.thread.earliest:
            return self.thread.earliest, Anchor.DISCOURSE
        if self.published:
            return self.published, Anchor.PUBLICATION
        return None, Anchor.NONE

    def is_near(self, day: date) -> bool:
        """Whether the last time lies about this day."""
        last = self.last.earliest if self.last else None
        return last is not None and abs(last - day) <= FUTURE_SLACK

    def is_coarse(self, unit: str) -> bool:
        """Whether the last placed time is too long to count days or weeks from."""
        told = self._told()
        return told is not None and told.precision not in (_DAYS if unit == "day" else (*_DAYS, Precision.WEEK))

    def day_before(self) -> date | None:
        """The day told of before, where the last time is but a year or month beside the story."""
        is_aside = self.is_year and not self.narrative
        is_beside = self.is_day_here and not self._is_counted
        return self.day.earliest if (is_aside or is_beside) and self.day else None

    @property
    def month_told(self) -> str | None:
        """The month told of last, if nothing else has been since."""
        told = self._told()
        return told.value if told and told.precision is Precision.MONTH else None

    @property
    def year_told(self) -> int | None:
        """The year told of in this sentence, where the story stands in no finer time: in 2010, when from May on."""
        told = self.thread if self.goes_on and self.follows else None
        return told.earliest.year if told and told.earliest and told.precision is Precision.YEAR else None

    @property
    def is_year(self) -> bool:
        """Whether the last placed time is a year, so that months counted from it end in no month that is known."""
        told = self._told()
        return told is not None and told.precision is Precision.YEAR


def tells_history(times: Sequence[TimeExpression], published: date | None) -> bool:
    """Whether the text keeps its own clock: years well before publication, hardly a word like yesterday."""
    years: list[int] = []
    old = deictic = 0
    for pattern in [time.pattern for time in times]:
        if pattern[:2] == "= ":
            if pattern[2:6].isdigit():
                years.append(int(pattern[2:6]))
            old += pattern[2:4] == "BC"
        elif pattern[:3] == "wd " or (pattern[:4] == "rel " and " pub" in pattern):
            deictic += 1
    count = len(years) + old
    if count < 4 or deictic * 4 > count or (deictic and count < 8):
        return False
    if published is None:
        return count >= 6
    far = sum(year <= published.year - 2 for year in years)
    return far + old >= 0.6 * count
