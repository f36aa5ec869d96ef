"""Times: an interval with a precision, and the words in an article that name one."""

from __future__ import annotations

from datetime import date

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen
from briefing.model.text import Span


class Precision(StrEnum):
    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


class Anchor(StrEnum):
    """What a value hangs on."""

    EXPLICIT = "explicit"
    PUBLICATION = "publication"
    DISCOURSE = "discourse"
    GIVEN = "given"
    NONE = "none"


@frozen
class When:
    """A TIMEX3 value as an interval of days, both ends included; no interval for what is not placed."""

    value: str | None
    precision: Precision
    earliest: date | None = None
    latest: date | None = None


@frozen
class TimeExpression:
    """Words that name a time. `pattern` is what was found, from which `when` can be computed again."""

    span: Span
    surface: str
    pattern: str
    when: When
    anchor: Anchor
    guess: str | None = None
    """The value a year clue suggests where `when.value` is open; marked as a guess wherever it is shown."""
