"""Patterns of counted units: distances, durations, parts of day, clock times, sets, vague words."""

from __future__ import annotations

from briefing.extract.counted_units import PLACEABLE, counted, is_vague, length, unit_named
from briefing.extract.time_run import Build, Run
from briefing.extract.time_words import DAYS, LONG, MONTHS, PARTS, SETS, SHORT_MONTHS, VAGUE


def read_shift_by(step: int, base: str) -> Build:
    """A unit so many from a base: last week, the next month, that year."""

    def build(run: Run) -> str | None:
        unit = unit_named(run)
        if unit == "fortnight":
            return f"rel week {2 * step} {base}"
        return f"rel {unit} {step} {base}" if unit in PLACEABLE else None

    return build


def read_the_next(run: Run) -> str | None:
    """The next year, the following week; the coming year is the one after publication."""
    if unit_named(run) in ("decade", "century") and run.first("n") and run.direction in ("future", "will"):
        return length(1, unit_named(run), False)
    return read_shift_by(1, "pub" if run.first("n") in ("coming", "upcoming") else "disc")(run)


def read_end_of(run: Run) -> str | None:
    """The end of the year: of that which the story has come to, where the clause looks back."""
    if run.first("R") == "turn":
        return {"century": "turn told", "year": f"holiday new-year-day {run.direction}"}.get(unit_named(run))
    if unit_named(run) == "quarter":
        return "quarter 0" if run.direction == "past" else "rel quarter 0 told"
    return read_shift_by(0, "then" if run.direction in ("past", "open") else "told")(run)


def read_current(run: Run) -> str | None:
    """The current year, the latest quarter, the latest period."""
    if run.first("&") == "latest":
        return "quarter 0 done" if unit_named(run) in ("quarter", "") else None
    return read_shift_by(0, "pub")(run)


def read_the_unit(run: Run) -> str | None:
    """The quarter that was told of, for the year."""
    unit = unit_named(run)
    if unit == "quarter":
        return "quarter 0"
    if unit != "year":
        return None
    if run.direction == "past":
        return "year done" if run.before == "for" else "rel year 0 then"
    return "rel year 0 told"


def read_ended(run: Run) -> str | None:
    """The year ended July 2, a span of its own; the quarter ended Sept. 30, by its month."""
    unit = unit_named(run)
    if unit == "quarter":
        month = MONTHS.get(run.after_next) or SHORT_MONTHS.get(run.after_next)
        return f"ended {month}" if month else "quarter 0"
    return {"year": "= P1Y", "week": "= P1W"}.get(unit)


def read_this_weekend(run: Run) -> str | None:
    """This weekend: on its first days the one that is over, where the clause looks back."""
    return f"weekend {'past' if run.direction == 'past' else 'open'} this"


def read_unit_of(run: Run) -> str | None:
    """The week of the fire, the week of March 6."""
    return f"event {unit_named(run)}" if unit_named(run) in ("day", "week", "month") else None


def read_weekend(run: Run) -> str:
    """The weekend: the one just past, but on it or where the clause looks ahead."""
    return f"weekend {run.direction}"


def read_vague_units(run: Run) -> str | None:
    """Recent weeks, the following days, the coming months."""
    if run.first("V") == "future":
        return "= FUTURE_REF"
    if run.first("V") not in ("", "recent"):
        return None
    return length(None, unit_named(run), True)


_LASTING = frozenset("lpngt")
"""In the next five years lasts, in five years does not."""


def read_duration(run: Run) -> str | None:
    """Three weeks, the past two months."""
    count, unit = counted(run)
    if is_vague(run):
        count = None
    if run.texts[0].lower() == "another" and run.classes in ("aU", "a-U"):
        return None
    is_term = count and count == int(count) and count < 100 and unit in PLACEABLE
    if is_term and run.is_ahead and _LASTING.isdisjoint(run.classes):
        return f"rel {unit} {int(count or 0)} pub"
    return length(count, unit, is_vague(run))


def read_broken(run: Run) -> str | None:
    """2 1/2 years, 7-1/2 years."""
    whole, above, below = (int(text) for text in run.all("d"))
    return length(whole + above / below, unit_named(run), False) if above < below < 9 else None


def read_long(run: Run) -> str | None:
    """A year-long siege, a decades-long war."""
    return length(1 if run.first("u") else None, unit_named(run), True) if run.lower[-1] == "long" else None


def read_many_units(run: Run) -> str | None:
    """For years, within days; the weeks ahead."""
    if run.classes == "tU":
        return length(None, unit_named(run), True) if run.before == "over" else None
    if run.classes[0] == "t":
        return length(None, unit_named(run), True) if run.texts[-1] == "ahead" else None
    return length(None, unit_named(run), True) if run.before in ("for", "in", "within") else None


def read_distance(sign: int, base: str) -> Build:
    """So many units before or after a base: two weeks ago, three hours later."""

    def build(run: Run) -> str | None:
        count, unit = counted(run)
        if is_vague(run):
            count = None
        if count is None and sign > 0 and unit in ("hour", "minute"):
            return _hours(0, unit, base)
        if count is None:
            return "= PAST_REF" if sign < 0 else length(None, unit, True)
        if unit in ("decade", "century"):
            count, unit = int(count * (10 if unit == "decade" else 100)), "year"
        if unit == "fortnight":
            count, unit = count * 2, "week"
        if unit in ("hour", "minute"):
            if unit == "minute" and count != int(count):
                return length(count, unit, False)
            return _hours(count * sign, unit, base) if count <= 999 else None
        if unit not in PLACEABLE or count > 9000:
            return None
        if unit == "week" and base == "disc":
            unit = "weeks"
        if count != int(count) and unit == "year":
            return f"rel month {round(sign * count * 12)} {base}"
        return f"rel {unit} {int(count) * sign} {base}"

    return build


def _hours(count: float, unit: str, base: str) -> str:
    """Hours ago are of the day of publication, or of the days before it; hours later follow the hour told last."""
    if base == "disc":
        return f"off {unit[0].upper()} {int(count)}" if count == int(count) else f"off M {int(count * 60)}"
    return f"rel day {int(count / 24) if unit == 'hour' else 0} pub"


def _part(run: Run, shift: int, base: str) -> str:
    return f"rel day {shift} {base} {PARTS[run.first('P')]}"


def read_this_part(run: Run) -> str:
    """This morning."""
    return _part(run, 0, "pub")


def read_last_part(run: Run) -> str:
    """Last night."""
    return _part(run, -1, "pub")


def read_that_part(run: Run) -> str:
    """That night."""
    return _part(run, 0, "disc")


def read_next_part(run: Run) -> str:
    """The next morning."""
    return _part(run, 1, "disc")


def read_set(run: Run) -> str | None:
    """Daily, every year; a daylong visit."""
    word = run.first("X")
    if word in LONG:
        return f"= {LONG[word]}"
    if word:
        return f"set {SETS[word]}"
    unit = unit_named(run)
    return f"set {(length(1, unit, False) or '= P1D')[2:]}"


def read_part_set(run: Run) -> str:
    """Every night."""
    part = PARTS[run.first("P")]
    return f"set XXXX-XX-XX{part}"


def read_vague(run: Run) -> str:
    """Now, recently, the future."""
    return f"= {VAGUE[run.first('V')]}"


def read_past(run: Run) -> str:
    """The past, months ago, weeks earlier."""
    return "= PAST_REF"


def read_part_beside(run: Run) -> str:
    """The night before, the morning after."""
    return _part(run, -1 if run.classes[-1] == "E" else 1, "disc")


def read_unit_beyond(run: Run) -> str | None:
    """The week before last, the year after next."""
    return read_shift_by(-2 if "E" in run.classes else 2, "pub")(run)


def read_week_from_day(run: Run) -> str | None:
    """A week tomorrow."""
    count = {"week": 7, "fortnight": 14}.get(unit_named(run))
    return f"rel day {count + DAYS[run.first('D')]} pub" if count else None


def read_day_beyond(run: Run) -> str | None:
    """The day after tomorrow, the day before yesterday."""
    shift = {"Ltomorrow": 2, "Eyesterday": -2}.get(run.classes[-2] + run.first("D"))
    return f"rel day {shift} pub" if shift and run.first("u") == "day" else None
