"""Patterns of days, months, years and what else a calendar names."""

from __future__ import annotations

import re

from briefing.extract.time_run import Run
from briefing.extract.time_words import (
    DAYS,
    HOLIDAYS,
    MONTHS,
    NINETIES,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    number,
    whole,
)

_MODIFIERS = {"l": "last", "n": "next", "h": "this", "p": "last", "g": "next"}


def _month(run: Run) -> int:
    word = run.first("mkj")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def _digits(word: str) -> int:
    return ORDINALS.get(word) or int(re.match(r"\d+", word)[0])  # type: ignore[index]


def _day(run: Run, at: int = 0) -> int | None:
    days = run.all("dof")
    day = _digits(days[at]) if at < len(days) else 0
    return day if 1 <= day <= 31 else None


def _direction(run: Run) -> str:
    for letter in run.classes:
        if letter in "lnhpg":
            return _MODIFIERS[letter]
    return run.direction


def read_iso(run: Run) -> str | None:
    """2021-01-23."""
    _, month, day = run.texts[-1].split("-")
    return f"= {run.texts[-1]}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def read_slashed(run: Run) -> str | None:
    """23/01/2021; month first where both would do."""
    first, second, year = (int(part) for part in run.texts[-1].split("/"))
    month, day = (second, first) if first > 12 else (first, second)
    if year < 100:
        year += 2000 if year < 50 else 1900
    return f"= {year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 and year > 999 else None


def read_full_date(run: Run) -> str | None:
    """January 23, 2021."""
    day = _day(run)
    return f"= {run.first('y')}-{_month(run):02d}-{day:02d}" if day else None


def read_day_span(run: Run) -> str | None:
    """January 22-23."""
    first, last = _day(run), _day(run, 1)
    if not first or not last or last < first:
        return None
    month, year = f"{_month(run):02d}", run.first("y")
    if year:
        return f"= {year}-{month}-{first:02d}/{year}-{month}-{last:02d}"
    way = run.direction
    return f"span md {month}-{first:02d} {way} .. md {month}-{last:02d} {way}"


def read_month_day(run: Run) -> str | None:
    """January 23, no year."""
    day = _day(run)
    return f"md {_month(run):02d}-{day:02d} {run.direction}" if day else None


def read_month_year(run: Run) -> str:
    """January 2021."""
    return f"= {run.first('y')}-{_month(run):02d}"


def read_month_old(run: Run) -> str | None:
    """September 490 BC."""
    year = whole(run.first("dN"))
    return f"= BC{year:04d}-{_month(run):02d}" if 0 < year < 3000 else None


def _unit_off(run: Run) -> tuple[int, str]:
    """How far off a named unit is, and from what: last -1 from publication, that 0 from the time before."""
    letter = next(x for x in run.classes if x in "lhHSpgn")
    return {"l": (-1, "pub"), "n": (1, "pub"), "h": (0, "pub"), "p": (-1, "disc"), "g": (1, "disc")}.get(
        letter, (0, "disc")
    )


def read_season_of(run: Run) -> str | None:
    """The spring of next year."""
    shift, base = _unit_off(run)
    return f"sub {SEASONS[run.first('s')]} {shift} {base}" if run.first("u") == "year" else None


def read_day_of_unit(run: Run) -> str | None:
    """The 26th of that month."""
    shift, base = _unit_off(run)
    day = _day(run)
    return f"dom {day:02d} {shift} {base}" if day and run.first("u") == "month" else None


def read_month_of(run: Run) -> str:
    """June of that year, October 3 last year."""
    shift, base = _unit_off(run)
    day = _day(run)
    tail = f"{_month(run):02d}" + (f"-{day:02d}" if day else "")
    return f"mdy {tail} {shift} {base}"


def read_month_alone(run: Run) -> str:
    """A month alone, or last, next, this month of that name."""
    return f"md {_month(run):02d} {_direction(run)}"


def read_weekday(run: Run) -> str:
    """Tuesday, next Friday; `Tuesdays` is a set."""
    word = run.first("we")
    day = WEEKDAYS.get(word) or WEEKDAYS.get(word[:-1]) or SHORT_WEEKDAYS[word]
    if word not in WEEKDAYS and word[:-1] in WEEKDAYS:
        return f"set XXXX-WXX-{day}"
    return f"wd {day} {_direction(run)}"


def read_weekday_set(run: Run) -> str:
    """Every Tuesday."""
    return f"set XXXX-WXX-{WEEKDAYS.get(run.first('w')) or WEEKDAYS[run.first('w')[:-1]]}"


def read_month_set(run: Run) -> str:
    """Each July, every summer."""
    season = run.first("s")
    return f"set XXXX-{SEASONS[season]}" if season else f"set XXXX-{_month(run):02d}"


def read_day_word(run: Run) -> str:
    """Yesterday, today, tonight, tomorrow."""
    word = run.first("D")
    part = {"tonight": "TNI"}.get(word, "")
    return f"rel day {DAYS[word]} pub {part}".strip()


def read_season(run: Run) -> str:
    """Summer, last summer, the summer of 1944."""
    season = SEASONS[run.first("s")]
    year = run.first("y")
    return f"= {year}-{season}" if year else f"season {season} {_direction(run)}"


def read_season_old(run: Run) -> str:
    """Autumn of 490 BC."""
    return f"= BC{whole(run.first('dN')):04d}-{SEASONS[run.first('s')]}"


def read_year(run: Run) -> str:
    """2020; a year that is planned for is not where the story is."""
    return f"= {run.first('y')}" + (" ahead" if run.direction == "future" else "")


def read_bare_old_year(run: Run) -> str | None:
    """In 490, where the text counts BC."""
    year = whole(run.texts[-1])
    return f"= BC{year:04d}" if 99 < year < 1000 else None


def read_spoken_year(run: Run) -> str | None:
    """Nineteen ninety-six."""
    words = run.all("c")
    if words[0] not in ("nineteen", "eighteen"):
        return None
    rest = number(words[1:])
    if rest is None or not 10 <= rest <= 99 or (len(words) == 3 and (rest < 21 or NUMBERS.get(words[2], 10) > 9)):
        return None
    return f"= {NUMBERS[words[0]]}{rest:02g}"


def read_quarter_before(run: Run) -> str | None:
    """The year-earlier quarter."""
    if run.first("u") != "year":
        return None
    which = run.all("of")
    if which:
        return f"sub Q{_digits(which[0])} -1 pub" if _digits(which[0]) <= 4 else None
    return "quarter -1"


def read_year_end(run: Run) -> str | None:
    """Year-end."""
    return f"md 12-31 {run.direction}" if run.first("u") == "year" and run.first("R") == "end" else None


def read_year_span(run: Run) -> str | None:
    """1914-18."""
    year, last = run.first("y"), run.first("dN")
    full = year[: 4 - len(last)] + last
    return f"= {year}/{full}" if len(last) == 2 and full > year else None


def read_old_year(run: Run) -> str | None:
    """490 BC, AD 70."""
    year = whole(run.first("dNy"))
    if not year:
        return None
    era = run.first("C")
    return f"= BC{year:04d}" if era.startswith("b") else f"= {year:04d}"


def read_decade(run: Run) -> str | None:
    """The 1990s, the nineties."""
    word = run.first("G").rstrip("s")
    if run.classes[-1] == "C":
        return f"= BC{int(word[:-1]):03d}" if word and len(word) < 5 and run.first("C").startswith("b") else None
    if len(word) == 3:
        return None
    if word:
        return f"= {word[:3]}" if len(word) == 4 else f"= 19{word[0]}"
    return f"= 19{NINETIES[run.first('Q')]}"


def read_ordinal_unit(run: Run) -> str | None:
    """The third quarter, the 19th century; `the third day` waits for an anchor of its own."""
    unit = run.first("u")
    if unit == "quarter":
        return read_quarter(run)
    return _century(run) if unit == "century" else None


def _century(run: Run) -> str | None:
    which = run.first("of")
    era = "BC" if run.first("C").startswith("b") else ""
    return f"= {era}{_digits(which) - 1:02d}" if which and _digits(which) > 1 else None


def read_quarter(run: Run) -> str | None:
    """The third quarter, of 1989 or of last year."""
    which = ORDINALS.get(run.first("f")) or _digits(run.first("of"))
    if not 1 <= which <= 4:
        return None
    year = run.first("y")
    if year:
        return f"= {year}-Q{which}"
    for letter in run.classes[::-1]:
        if letter in "lhn":
            return f"sub Q{which} {'lhn'.index(letter) - 1} pub"
    return f"sub Q{which} {run.direction}"


def read_half_year(run: Run) -> str | None:
    """The first half of 2004."""
    which = {"first": 1, "second": 2, "latter": 2, "last": 2}.get(run.first("fl!"))
    return f"= {run.first('y')}-H{which}" if which else None


def read_day_of_month(run: Run) -> str | None:
    """The 19th."""
    day = _day(run)
    return f"dom {day:02d}" if day else None


def read_holiday(run: Run) -> str | None:
    """Christmas Eve, Easter 1916."""
    words = [text.lower() for text in run.texts]
    name = HOLIDAYS.get(run.first("T"), "new-year" if "new" in words else "")
    if name == "christmas" and "eve" in words:
        name = "christmas-eve"
    weekday = run.first("w")
    if weekday:
        name = {"easter monday": "easter-monday", "easter sunday": "easter"}.get(f"{name} {weekday}", "")
    return f"holiday {name} {run.first('y') or _direction(run)}" if name else None
