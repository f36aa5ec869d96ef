"""The day that a story told in the past has come to: what a month, a weekday or an hour without more hangs on.

`He was arrested on 12 March 2019. In April he sold his car.` April is the one after that March, not the last one before
publication. A story goes on as a rule, so that going on costs less than going back.
"""

from __future__ import annotations

from datetime import date, timedelta

from briefing.model.when import Precision, When

_FINE = frozenset([Precision.DAY, Precision.TIME, Precision.WEEK, Precision.MONTH, Precision.RANGE, Precision.SEASON])
_DAYS = (Precision.DAY, Precision.TIME)
_NEAR, _FAR = timedelta(days=45), timedelta(days=60)
_END, _BESIDE = timedelta(days=200), timedelta(days=25)
_BACK = 3
"""What a day back costs against a day on."""


def is_fine(when: When) -> bool:
    """Whether a month or a day can hang on this time."""
    days = when.latest - when.earliest if when.earliest and when.latest else None
    return when.precision in _FINE and days is not None and days < timedelta(days=100)


def first_day(tail: str, year: int) -> date | None:
    """The day a month or month and day begins with in a year, where the calendar has it."""
    try:
        return date(year, int(tail[:2]), int(tail[3:] or 1))
    except ValueError:
        return None


def _first_of(value: str | None) -> date | None:
    return first_day(value[5:], int(value[:4])) if value and value[:4].isdigit() else None


def told_next(tail: str, when: When) -> tuple[date, timedelta] | None:
    """The month or day of no named year that a story means which has come to this time, and how far that is."""
    if when.earliest is None or when.latest is None:
        return None
    start = when.earliest.replace(day=1) if len(tail) == 2 else when.earliest
    options = []
    for year in (start.year - 1, start.year, start.year + 1):
        day = first_day(tail, year)
        if day is not None:
            back, on = max(timedelta(0), start - day), max(timedelta(0), day - when.latest)
            options.append((back * _BACK + on, day, back + on))
    if not options:
        return None
    _, day, gap = min(options)
    return day, gap


def follows(tail: str, when: When, usual: str | None, published: date | None, goes_on: bool) -> date | None:
    """The month or day if it is one of the story, or None where it hangs on publication as usual.

    `goes_on` says that nothing stands between: the same paragraph, and nothing in it hangs on publication. Across
    paragraphs the story must be much nearer than publication is.
    """
    found = told_next(tail, when) if is_fine(when) else None
    if found is None:
        return None
    day, gap = found
    if published is not None and day > published:
        return None
    usual_day = _first_of(usual)
    if usual_day is None or published is None:
        return day if usual_day is None and (goes_on or gap <= _NEAR) else None
    is_fresh = abs(published - usual_day) < _NEAR
    is_loose = when.precision not in _DAYS or (when.earliest is not None and day < when.earliest)
    if (gap > _NEAR and not goes_on) or (is_fresh and (gap > _NEAR or len(tail) == 2 or is_loose)):
        return None
    return day if goes_on or (len(tail) > 2 and abs(published - usual_day) > _FAR) else None


def told_within(tail: str, day: date, when: When) -> bool:
    """Whether a day lies so near what was told last that no other date can be meant."""
    found = told_next(tail, when)
    return found is not None and found == (day, found[1]) and found[1] <= _NEAR


def beside(tail: str, dates: list[date], usual: str | None, published: date | None) -> date | None:
    """A day within weeks of a full date that was written out before is of that date's year."""
    usual_day = _first_of(usual)
    if len(tail) < 3 or (published and usual_day and abs(published - usual_day) <= _FAR):
        return None
    for full in reversed(dates):
        found = told_next(tail, When(None, Precision.DAY, full, full))
        if found and found[1] <= _BESIDE and (published is None or found[0] <= published):
            return found[0]
    return None


def ends(tail: str, when: When, usual: str | None, published: date | None) -> date | None:
    """The month or day that something of the past lasted to: `in May it closed until July`, told in September."""
    found = told_next(tail, when)
    usual_day = _first_of(usual)
    if found is None or published is None or usual_day is None or when.earliest is None:
        return None
    day, gap = found
    return day if when.earliest <= day <= published < usual_day - _NEAR and gap < _END else None
