"""Rules over the classes of `time_words`: which run of words is a time, and which pattern it makes.

A rule is a name, an expression over class letters, and a builder. The first rule that matches at a word wins, so longer
and surer ones stand first. All repetitions are bounded. A builder returns None for what only looked like a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.extract.time_words import (
    DAYS,
    HOLIDAYS,
    MONTHS,
    NINETIES,
    ORDINALS,
    PARTS,
    PLURALS,
    SEASONS,
    SETS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    number,
)


@dataclass(frozen=True, slots=True)
class Run:
    """The words a rule matched, their classes, and which way the clause looks (past or future)."""

    texts: list[str]
    classes: str
    direction: str

    def first(self, letters: str) -> str:
        """The first word of one of these classes, in lower case without a stop, or nothing."""
        for letter, text in zip(self.classes, self.texts, strict=True):
            if letter in letters:
                return text.lower().rstrip(".")
        return ""

    def all(self, letters: str) -> list[str]:
        return [text.lower() for letter, text in zip(self.classes, self.texts, strict=True) if letter in letters]


Build = Callable[[Run], str | None]
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


def _iso(run: Run) -> str | None:
    _, month, day = run.texts[-1].split("-")
    return f"= {run.texts[-1]}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def _slashed(run: Run) -> str | None:
    first, second, year = (int(part) for part in run.texts[-1].split("/"))
    month, day = (second, first) if first > 12 else (first, second)
    if year < 100:
        year += 2000 if year < 50 else 1900
    return f"= {year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 and year > 999 else None


def _full_date(run: Run) -> str | None:
    day = _day(run)
    return f"= {run.first('y')}-{_month(run):02d}-{day:02d}" if day else None


def _day_span(run: Run) -> str | None:
    first, last = _day(run), _day(run, 1)
    if not first or not last or last < first:
        return None
    month, year = f"{_month(run):02d}", run.first("y")
    if year:
        return f"= {year}-{month}-{first:02d}/{year}-{month}-{last:02d}"
    way = run.direction
    return f"span md {month}-{first:02d} {way} .. md {month}-{last:02d} {way}"


def _month_day(run: Run) -> str | None:
    day = _day(run)
    return f"md {_month(run):02d}-{day:02d} {run.direction}" if day else None


def _month_year(run: Run) -> str:
    return f"= {run.first('y')}-{_month(run):02d}"


def _month_old(run: Run) -> str | None:
    year = int(run.first("dN").replace(",", "")) if run.first("dN").isdecimal() else 0
    return f"= BC{year:04d}-{_month(run):02d}" if 0 < year < 3000 else None


def _month_of(run: Run) -> str:
    letter = next(x for x in run.classes if x in "lhHSpgn")
    shift, base = {"l": (-1, "pub"), "n": (1, "pub"), "h": (0, "pub"), "p": (-1, "disc"), "g": (1, "disc")}.get(
        letter, (0, "disc")
    )
    day = _day(run)
    tail = f"{_month(run):02d}" + (f"-{day:02d}" if day else "")
    return f"mdy {tail} {shift} {base}"


def _month_alone(run: Run) -> str:
    return f"md {_month(run):02d} {_direction(run)}"


def _weekday(run: Run) -> str:
    word = run.first("we")
    day = WEEKDAYS.get(word) or WEEKDAYS.get(word[:-1]) or SHORT_WEEKDAYS[word]
    if word not in WEEKDAYS and word[:-1] in WEEKDAYS:
        return f"set XXXX-WXX-{day}"
    return f"wd {day} {_direction(run)}"


def _weekday_set(run: Run) -> str:
    return f"set XXXX-WXX-{WEEKDAYS.get(run.first('w')) or WEEKDAYS[run.first('w')[:-1]]}"


def _day_word(run: Run) -> str:
    word = run.first("D")
    part = {"tonight": "TNI"}.get(word, "")
    return f"rel day {DAYS[word]} pub {part}".strip()


def _season(run: Run) -> str:
    season = SEASONS[run.first("s")]
    year = run.first("y")
    return f"= {year}-{season}" if year else f"season {season} {_direction(run)}"


def _season_old(run: Run) -> str:
    return f"= BC{int(run.first('dN')):04d}-{SEASONS[run.first('s')]}"


def _year(run: Run) -> str:
    return f"= {run.first('y')}"


def _year_span(run: Run) -> str | None:
    year, last = run.first("y"), run.first("dN")
    full = year[: 4 - len(last)] + last
    return f"= {year}/{full}" if len(last) == 2 and full > year else None


def _old_year(run: Run) -> str | None:
    word = run.first("dNy")
    if not word.isdecimal() or not 0 < int(word) < 10000:
        return None
    era = run.first("C")
    return f"= BC{int(word):04d}" if era.startswith("b") else f"= {int(word):04d}"


def _decade(run: Run) -> str | None:
    word = run.first("G").rstrip("s")
    if word:
        return f"= {word[:3]}" if len(word) == 4 else f"= 19{word[0]}"
    return f"= 19{NINETIES[run.first('Q')]}"


def _century(run: Run) -> str | None:
    which = run.first("of")
    return f"= {_digits(which) - 1:02d}" if which and _digits(which) > 1 else None


def _quarter(run: Run) -> str | None:
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


def _half_year(run: Run) -> str | None:
    which = {"first": 1, "second": 2, "latter": 2, "last": 2}.get(run.first("fl"))
    return f"= {run.first('y')}-H{which}" if which else None


def _unit(run: Run) -> str:
    word = run.first("uUW")
    return "weekend" if word.startswith("weekend") else PLURALS.get(word, word)


_PLACEABLE = frozenset(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])


def _shift_by(step: int, base: str) -> Build:
    def build(run: Run) -> str | None:
        unit = _unit(run)
        if unit == "fortnight":
            return f"rel week {2 * step} {base}"
        return f"rel {unit} {step} {base}" if unit in _PLACEABLE else None

    return build


def _counted(run: Run) -> tuple[float | None, str]:
    words = [t for c, t in zip(run.classes, run.texts, strict=True) if c in "acdNq-" or t.lower() == "and"]
    return number([word for word in words if word.lower() not in ("few", "several", "many", "some")]), _unit(run)


def _duration(run: Run) -> str | None:
    count, unit = _counted(run)
    if "q" in run.classes and run.first("q") != "couple":
        count = None
    return _period(count, unit, "q" in run.classes)


def _period(count: float | None, unit: str, is_vague: bool) -> str | None:
    if count is None and not is_vague:
        return None
    figure = "X" if count is None else f"{count:g}"
    if "e" in figure or len(figure) > 7:
        return None
    if unit in ("hour", "minute", "second"):
        return f"= PT{figure}{unit[0].upper()}"
    if unit == "fortnight":
        return f"= P{2 * count:g}W" if count else "= PXW"
    letter = {"decade": "E", "century": "C", "weekend": "W"}.get(unit, unit[0].upper())
    if letter in "EC" and count:
        return f"= P{count * (10 if letter == 'E' else 100):g}Y"
    return f"= P{figure}{'Y' if letter in 'EC' else letter}"


def _many_units(run: Run) -> str | None:
    return _period(None, _unit(run), True)


def _distance(sign: int, base: str) -> Build:
    def build(run: Run) -> str | None:
        count, unit = _counted(run)
        if "q" in run.classes and run.first("q") != "couple":
            count = None
        if count is None:
            return ("= PAST_REF" if sign < 0 else "= FUTURE_REF") if base == "pub" else None
        if unit in ("decade", "century"):
            count, unit = count * (10 if unit == "decade" else 100), "year"
        if unit == "fortnight":
            count, unit = count * 2, "week"
        if unit not in _PLACEABLE or count > 9000:
            return None
        if count != int(count):
            return f"rel month {round(sign * count * 12)} {base}" if unit == "year" else None
        return f"rel {unit} {int(count) * sign} {base}"

    return build


def _ago_vague(run: Run) -> str:
    return "= PAST_REF"


def _part(run: Run, shift: int, base: str) -> str:
    return f"rel day {shift} {base} {PARTS[run.first('P')]}"


def _this_part(run: Run) -> str:
    return _part(run, 0, "pub")


def _last_part(run: Run) -> str:
    return _part(run, -1, "pub")


def _that_part(run: Run) -> str:
    return _part(run, 0, "disc")


def _next_part(run: Run) -> str:
    return _part(run, 1, "disc")


def _set(run: Run) -> str | None:
    word = run.first("X")
    if word:
        return f"set {SETS[word]}"
    unit = _unit(run)
    return f"set {(_period(1, unit, False) or '= P1D')[2:]}"


def _part_set(run: Run) -> str:
    part = PARTS[run.first("P")]
    return f"set XXXX-XX-XX{part}"


def _vague(run: Run) -> str:
    return f"= {VAGUE[run.first('V')]}"


def _past(run: Run) -> str:
    return "= PAST_REF"


def _day_of_month(run: Run) -> str | None:
    day = _day(run)
    return f"dom {day:02d}" if day else None


def _holiday(run: Run) -> str | None:
    words = [text.lower() for text in run.texts]
    name = HOLIDAYS.get(run.first("T"), "new-year" if "new" in words else "")
    if name == "christmas" and "eve" in words:
        name = "christmas-eve"
    return f"holiday {name} {run.first('y') or _direction(run)}" if name else None


def _clock(run: Run) -> str | None:
    word, half = run.first("Kd"), run.first("M")
    hour, _, minute = word.partition(":")
    hours, minutes = int(hour), int(minute[:2] or 0)
    if half.startswith("p") and hours < 12:
        hours += 12
    elif half.startswith("a") and hours == 12:
        hours = 0
    return f"rel day 0 near T{hours:02d}:{minutes:02d}" if hours < 25 and minutes < 60 else None


def _clock_part(run: Run) -> str:
    return f"rel day 0 near {PARTS[run.first('P')]}"


@dataclass(frozen=True, slots=True)
class Rule:
    """`letters` is matched at a word; `trim` is how many words at the front only set the scene."""

    name: str
    letters: str
    build: Build
    trim: int = 0


_AMOUNT = "(?:Y{1,2})?(?:[acdNq]|c-c|a[cq]|aqO|cc{1,3}|qc|dc)"
RULES = (
    Rule("iso-date", "I", _iso),
    Rule("slashed-date", "/", _slashed),
    Rule("month-days", "[mkj]t?[do]-[do](?:,?y)?|t?[do]-[do]O?[mkj](?:,?y)?", _day_span),
    Rule("full-date", "(?:[we],?)?(?:t?[dof]O?[mkj],?y|[mkj]t?[dof],?y)", _full_date),
    Rule("month-of-old-year", "[mkj],?[dN]C", _month_old),
    Rule("month-day-of", "(?:[mkj]t?[dof]|t?[dof]O?[mkj])O?(?:[lhHn]|t[Spgn])u", _month_of),
    Rule("month-day", "(?:[we],?)?(?:h?[mkj]t?[dof](?!C|[,:]?d|%)|t?[dof]O[mkj]|[do][mkj])", _month_day),
    Rule("month-year", "[mkj](?:,|O)?y", _month_year),
    Rule("month-of", "[mkj],?O?(?:[lhHn]|t[Spgn])u", _month_of),
    Rule("old-year", "[dNy]C|C[dNy]", _old_year),
    Rule("holiday", "(?:[lnh])?T(?:O?y)?", _holiday),
    Rule("weekday-set", "xw", _weekday_set),
    Rule("weekday", "(?:[lnphg]|t[pgnl])?w", _weekday),
    Rule("day-word", "D", _day_word),
    Rule("season-old", "s(?:O)?[dN]C", _season_old),
    Rule("season-year", "t?s(?:O)?y", _season),
    Rule("season", "[lnh]{1,2}s|(?:t|iO?t?|iO?)(?=s)s(?!-)", _season),
    Rule("month-modified", "[lnhp][mk]", _month_alone),
    Rule("month", "m", _month_alone),
    Rule("clock", "KM?(?=Z|\\b|.)", _clock),
    Rule("clock-hour", "dM", _clock),
    Rule("o-clock", "db", _clock),
    Rule("this-part", "hP", _this_part),
    Rule("last-part", "lP", _last_part),
    Rule("that-part", "H{1,1}S?P|tSP", _that_part),
    Rule("next-part", "t[gn]P", _next_part),
    Rule("part-set", "xP", _part_set),
    Rule("half-of-year", "t?[fl]ROy", _half_year),
    Rule("quarter-of", "(?:t|[lhn])?[fo]-?uO(?:y|[lhn]u)|[lhn]u'[fo]u|t?[fo]-?u,?y", _quarter),
    Rule("century", "t?[of]-?u", _century),
    Rule("decade", "t?(?:r-?)?[GQ]", _decade),
    Rule("counted-recent", f"t?[lpng]{_AMOUNT}[uU]", _duration),
    Rule("ago", f"{_AMOUNT}-?[uU]A", _distance(-1, "pub")),
    Rule("ago-vague", "UA", _ago_vague),
    Rule("counted-earlier", f"{_AMOUNT}[uU]E", _distance(-1, "disc")),
    Rule("counted-later", f"{_AMOUNT}[uU]L", _distance(1, "disc")),
    Rule("this-unit", "(?:[rEL]|EiO?)?h[uW]", _shift_by(0, "pub")),
    Rule("that-unit", "(?:[rEL])?(?:H|tS|HS|hS)[uW]", _shift_by(0, "disc")),
    Rule("last-unit", "(?:[rEL])?l[uW]", _shift_by(-1, "pub")),
    Rule("next-unit", "(?:[rEL])?n[uW]", _shift_by(1, "pub")),
    Rule("the-last-unit", "tl[uW]", _shift_by(-1, "pub")),
    Rule("the-next-unit", "(?:[rEL])?t[gn][uW]", _shift_by(1, "disc")),
    Rule("the-previous-unit", "tp[uW]", _shift_by(-1, "disc")),
    Rule("the-weekend", "tW", _shift_by(0, "pub")),
    Rule("each", "xu", _set),
    Rule("set", "X", _set),
    Rule("duration", f"{_AMOUNT}-?[uU](?!-?\\.?old)", _duration),
    Rule("for-units", "(?<=[F])U", _many_units),
    Rule("year-span", "y-[dN](?![\\d$%])", _year_span),
    Rule("year", "(?:r-?)?y", _year),
    Rule("the-past", "t[l](?![a-zA-Z])", _past),
    Rule("vague-units", "VU", _past),
    Rule("the-vague", "tV|V", _vague),
    Rule("day-of-month", "(?<=[it])o(?![a-zA-Z])", _day_of_month),
    Rule("part-alone", "(?:t|iO?t|r)?P", _clock_part),
)
