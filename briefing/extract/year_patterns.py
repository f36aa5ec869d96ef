"""Patterns of years, their parts, and what is longer."""

from __future__ import annotations

from briefing.extract.date_patterns import digits, modifier, unit_off
from briefing.extract.hour_patterns import read_clock
from briefing.extract.number_words import NUMBERS, number, whole
from briefing.extract.time_run import Run
from briefing.extract.time_words import NINETIES, SEASONS


def read_season_of(run: Run) -> str | None:
    """The spring of next year."""
    shift, base = unit_off(run)
    return f"sub {SEASONS[run.first('s')]} {shift} {base}" if run.first("u") == "year" else None


def read_season(run: Run) -> str:
    """Summer, last summer, the summer of 1944."""
    season = SEASONS[run.first("s")]
    year = run.first("y")
    return f"= {year}-{season}" if year else f"season {season} {modifier(run)}"


def read_season_old(run: Run) -> str:
    """Autumn of 490 BC."""
    return f"= BC{whole(run.first('dN')):04d}-{SEASONS[run.first('s')]}"


def read_year(run: Run) -> str:
    """2020; a year that is planned for is not where the story is."""
    look = run.direction
    shade = " ahead" if look in ("future", "will") else " aside" if look in ("open", "said") else ""
    return f"= {run.first('y')}{shade}"


def read_numbered_year(run: Run) -> str | None:
    """The year 1986, the full year 1986."""
    return read_year(run) if run.first("u") == "year" else None


def read_bare_number(run: Run) -> str | None:
    """In 490, where the text counts BC; at 9.40."""
    if "." in run.texts[-1]:
        return read_clock(run)
    year = whole(run.texts[-1])
    return f"= BC{year:04d}" if 99 < year < 1000 else None


_LONG_AGO = 30
"""A year '30 or later is of the last century."""


def _short_year(figures: str) -> str:
    return f"= {19 if int(figures) >= _LONG_AGO else 20}{figures}"


def read_spoken_year(run: Run) -> str | None:
    """Nineteen ninety-six."""
    if run.classes == "°":
        return _short_year(run.texts[0][1:])
    words = run.all("c")
    if words[:2] == ["two", "thousand"]:
        rest = number(words[2:]) if words[2:] else 0.0
        return f"= 20{rest:02g}" if rest is not None and rest < 100 else None
    if words[0] not in _CENTURIES or ";" in run.classes:
        return None
    if words[1:] == ["hundred"]:
        return f"= {NUMBERS[words[0]]}00"
    rest = number(words[1:])
    if rest is None or not 10 <= rest <= 99 or (len(words) == 3 and (rest < 21 or NUMBERS.get(words[2], 10) > 9)):
        return None
    return f"= {NUMBERS[words[0]]}{rest:02g}"


def read_quarter_before(run: Run) -> str | None:
    """The year-earlier quarter."""
    if run.first("u") != "year":
        return None
    which = run.all("of")
    if run.first("U"):
        return f"= P{number(run.all('cd')):g}M" if run.first("U") == "months" else None
    if which:
        return f"sub Q{digits(which[0])} -1 pub" if digits(which[0]) <= 4 else None
    return "quarter -1 done" if "quarter" in run.lower else "quarter -1 period"


def read_year_end(run: Run) -> str | None:
    """Year-end."""
    return f"md 12-31 {run.direction}" if run.first("u") == "year" and run.first("R") == "end" else None


def read_year_span(run: Run) -> str | None:
    """1914-18, 1986/87; after a stroke only the next year makes one with the first."""
    (year, last), is_next = run.all("ydN"), "_" in run.classes
    full = year[: 4 - len(last)] + last
    if is_next:
        return f"= {year}/{full}" if len(full) == 4 and whole(full) == int(year) + 1 else f"= {year}"
    return f"= {year}/{full}" if len(last) < 3 and full > year else None


def read_old_year(run: Run) -> str | None:
    """490 BC, AD 70."""
    year = whole(run.first("dNy"))
    if not year:
        return None
    era = run.first("C")
    return f"= BC{year:04d}" if era.startswith("b") else f"= {year:04d}"


_CENTURIES = ("eighteen", "nineteen")


def read_decade(run: Run) -> str | None:
    """The 1990s, the nineties."""
    word = run.first("G").rstrip("s")
    if run.classes[-1] == "C":
        return f"= BC{int(word[:-1]):03d}" if word and len(word) < 5 and run.first("C").startswith("b") else None
    if len(word) == 3:
        return None
    if word:
        return f"= {word[:3]}" if len(word) == 4 else f"= 19{word[0]}"
    century = run.first("c")
    if century and not (run.first("Q") and century in _CENTURIES):
        return None
    return f"= {NUMBERS.get(century, 19)}{NINETIES[run.first('Q')]}"


def read_decade_owned(run: Run) -> str | None:
    """The 1990's, the 60's."""
    word = run.first("ydN")
    if not word.endswith("0") or not word.isdecimal() or len(word) not in (2, 4) or int(word) < 20:
        return None
    return f"= {word[:3]}" if len(word) == 4 else f"= 19{word[0]}"


def read_ordinal_unit(run: Run) -> str | None:
    """The third quarter, the 19th century; `the third day` waits for an anchor of its own."""
    unit = run.first("u")
    if unit == "quarter":
        return read_quarter(run)
    return _century(run) if unit == "century" else None


def _century(run: Run) -> str | None:
    which = run.first("of")
    era = "BC" if run.first("C").startswith("b") else ""
    return f"= {era}{digits(which) - 1:02d}" if which and digits(which) > 1 else None


def read_quarter(run: Run) -> str | None:
    """The third quarter, of 1989 or of last year."""
    if run.lower[-1] != "quarter" and "quarter" not in run.lower:
        return None
    which = digits(run.first("of")) if run.first("of") else 4  # the last
    if not 1 <= which <= 4:
        return None
    return _part_of_year(run, f"Q{which}")


def read_half_year(run: Run) -> str | None:
    """The first half of 2004."""
    which = {"first": 1, "second": 2, "latter": 2, "last": 2}.get(run.first("fl!"))
    is_so = run.first("R") == "half" and run.first("u") in ("", "year")
    return _part_of_year(run, f"H{which}") if which and is_so else None


def read_months_of(run: Run) -> str | None:
    """The first three months of the year."""
    count, which = number(run.all("cd")) or 0, run.first("fl!")
    if run.first("U") != "months" or which not in ("first", "second", "last", "latter", "final", "closing"):
        return None
    part = {(3, True): "Q1", (6, True): "H1", (3, False): "Q4", (6, False): "H2"}.get((int(count), which == "first"))
    return _part_of_year(run, part) if part else None


def _part_of_year(run: Run, part: str) -> str:
    year = run.first("y")
    if year:
        return f"= {year}-{part}"
    for letter in run.classes[::-1]:
        if letter in "lhn":
            return f"sub {part} {'lhn'.index(letter) - 1} pub"
    way = run.direction
    return f"sub {part} {'this' if run.classes.endswith('tu') and way != 'past' else way}"


def read_same_period(run: Run) -> str | None:
    """The same period of 2019, the same quarter last year."""
    unit = run.first("u")
    if unit not in ("quarter", "month", "") and not run.first("z"):
        return None
    year = run.first("y")
    if year:
        return None if unit == "month" else f"same {year}"
    return "quarter -1" if unit == "quarter" else "quarter -1 period"


def read_period_of_year(run: Run) -> str | None:
    """The 1988 period, the 1988 third quarter, 1988's third quarter, last year's quarter."""
    year, which = run.first("y"), run.first("fo!")
    if which:
        count = 4 if "!" in run.classes else digits(which)
        return f"= {year}-Q{count}" if run.lower[-1] == "quarter" and 1 <= count <= 4 else None
    if run.lower[-1] not in ("quarter", "period"):
        return read_year(run) if year else None
    return f"same {year}" if year else "quarter -1" if run.lower[-1] == "quarter" else "quarter -1 period"
