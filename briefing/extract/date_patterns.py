"""Patterns of days, months, years and what else a calendar names."""

from __future__ import annotations

import re

from briefing.extract.holidays import name_of
from briefing.extract.number_words import ORDINALS, number, whole
from briefing.extract.time_run import Run
from briefing.extract.time_words import DAYS, MONTHS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_CONTRACTS = frozenset(
    ["delivery", "deliveries", "shipment", "shipments", "futures", "contract", "contracts", "loading"]
)
"""What is dated by the month that it ends in."""
_SELLING = frozenset(["", "for", "basis", "and", ",", "."])
"""Before two months these make them those of a sale ahead."""
_MODIFIERS = {"l": "last", "n": "next", "h": "this", "p": "before", "g": "after", "H": "that", "S": "that"}


def _month(run: Run) -> int:
    word = run.first("mkj")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def _weekday(run: Run) -> int:
    word = run.first("we")
    return WEEKDAYS.get(word) or SHORT_WEEKDAYS.get(word) or WEEKDAYS.get(word.removesuffix("s"), 0)


def _is_set(run: Run) -> bool:
    """Tuesdays, all of them."""
    word = run.first("w")
    return word.endswith("s") and word not in WEEKDAYS


def digits(word: str) -> int:
    """The number of `23rd`, `third` or `3`."""
    return ORDINALS.get(word) or int(word.rstrip("stndrh"))


def _day(run: Run, at: int = 0) -> int | None:
    days = run.all("dof")
    day = digits(days[at]) if at < len(days) else 0
    return day if 1 <= day <= 31 else None


def modifier(run: Run) -> str:
    """What last, this, next, that, the following make of a name; without them, which way the clause looks."""
    for at, letter in enumerate(run.classes):
        if letter in _MODIFIERS and not (letter == "h" and run.classes[at + 1 : at + 2] in ("l", "n")):
            return "after" if letter == "n" and "t" in run.classes[:at] else _MODIFIERS[letter]
    return run.direction


def read_iso(run: Run) -> str | None:
    """2021-01-23."""
    _, month, day = run.texts[-1].split("-")
    return f"= {run.texts[-1]}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def read_slashed(run: Run) -> str | None:
    """23/01/2021; month first where both would do, but day first in 4.5.2021 and 04-05-2021."""
    text = run.texts[-1]
    first, second, year = (int(part) for part in re.split(r"[/.-]", text))
    month, day = (second, first) if first > 12 or ("/" not in text and second < 13) else (first, second)
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
    """January 23, no year; Saturday, January 23, in a year when that is one."""
    day, number = _day(run), _weekday(run)
    return f"md {_month(run):02d}-{day:02d} {run.direction}{f' wd{number}' if number else ''}" if day else None


def read_nth_weekday(run: Run) -> str | None:
    """The last Friday of May, the first Monday in June 2019."""
    word = run.first("fl")
    count = ORDINALS.get(word, -1 if word == "last" else 0)
    year = run.first("y") or run.direction
    return f"nth {count} {_weekday(run)} {_month(run):02d} {year}" if -1 <= count <= 5 and count else None


def read_month_year(run: Run) -> str | None:
    """January 2021; MAR 1630 is a price."""
    if run.classes[0] == "j" and not "1900" <= run.first("y") <= "2099":
        return None
    return f"= {run.first('y')}-{_month(run):02d}"


def read_month_old(run: Run) -> str | None:
    """September 490 BC."""
    year = whole(run.first("dN"))
    return f"= BC{year:04d}-{_month(run):02d}" if 0 < year < 3000 else None


_OFF = {
    "l": (-1, "pub"), "h": (0, "pub"), "n": (1, "pub"), "p": (-1, "disc"), "H": (0, "disc"), "S": (0, "disc"),
    "g": (1, "disc"),
}  # fmt: skip


def unit_off(run: Run) -> tuple[int, str]:
    """How far off a named unit is, and from what: last -1 from publication, that 0 from the time before."""
    return next(_OFF[letter] for letter in run.classes if letter in _OFF)


def read_day_of_unit(run: Run) -> str | None:
    """The 26th of that month."""
    shift, base = unit_off(run)
    day = _day(run)
    return f"dom {day:02d} {shift} {base}" if day and run.first("u") == "month" else None


def read_month_of(run: Run) -> str:
    """June of that year, October 3 last year."""
    shift, base = unit_off(run)
    day = _day(run)
    tail = f"{_month(run):02d}" + (f"-{day:02d}" if day else "")
    return f"mdy {tail} {shift} {base}"


def read_month_alone(run: Run) -> str:
    """A month alone, or last, next, this month of that name; for May delivery is to come."""
    if run.before == "basis" or run.after in _CONTRACTS:
        return f"md {_month(run):02d} future"
    way = modifier(run)
    if way in ("future", "will") and (run.dates_noun or run.hangs_on_noun):
        way = "figure"
    return f"md {_month(run):02d} {way}"


def read_month_of_pair(run: Run) -> str:
    """For May/June, what is sold to be shipped then; in May/June, the May/June quarter."""
    return f"md {_month(run):02d} {'future' if run.before_pair in _SELLING else run.direction}"


def read_weekday(run: Run) -> str:
    """Tuesday, next Friday; `Tuesdays` is a set."""
    if _is_set(run):
        return read_weekday_set(run)
    way = modifier(run)
    return f"wd {_weekday(run)} {'past' if way == 'this' and run.direction == 'past' else way}"


def read_the_weekday(run: Run) -> str:
    """On the Tuesday: the one that follows the day told of."""
    return f"wd {_weekday(run)} then"


def read_weekday_of_week(run: Run) -> str:
    """Saturday last week, Monday of this week."""
    if _is_set(run):
        return read_weekday_set(run)
    if run.first("u") != "week":
        return f"wd {_weekday(run)} {run.direction}"
    shift, base = unit_off(run)
    return f"wdw {_weekday(run)} {shift} {base}"


def read_weekday_set(run: Run) -> str:
    """Every Tuesday."""
    return f"set XXXX-WXX-{_weekday(run)}"


def read_month_set(run: Run) -> str:
    """Each July, every summer."""
    season = run.first("s")
    return f"set XXXX-{SEASONS[season]}" if season else f"set XXXX-{_month(run):02d}"


def read_day_word(run: Run) -> str:
    """Yesterday, today, tonight, tomorrow."""
    word = run.first("D")
    part = {"tonight": "TNI"}.get(word, "")
    return f"rel day {DAYS[word]} pub {part}".strip()


def read_day_of_month(run: Run) -> str | None:
    """The 19th, Wednesday the 3rd."""
    day = _day(run)
    return f"dom {day:02d} {run.direction}" if day else None


def read_holiday(run: Run) -> str | None:
    """Christmas Eve, Easter 1916, last Easter."""
    name = name_of(run.first("T"))
    if name == "new-year":
        return f"holiday {name} {modifier(run)}" if "new year" in run.first("T") else None
    if run.first("W") and name == "easter":
        name = "easter-weekend"
    if run.first("u") == "year" and name:
        shift, base = unit_off(run)
        return f"holiday {name} {shift} {base}"
    return f"holiday {name} {run.first('y') or modifier(run)}" if name else None


_MOST_WEEKS = 10
"""Weekdays ago that anybody counts."""


def read_weekday_beyond(run: Run) -> str | None:
    """The Friday before last, the Friday after next, two Fridays ago."""
    day = _weekday(run)
    if run.classes[0] == "t":
        return f"shift day -7 .. wd {day} past" if "E" in run.classes else f"shift day 7 .. wd {day} next"
    count = number([run.texts[0]]) if run.classes[0] != "q" else None
    if not _is_set(run) or count is None or count > _MOST_WEEKS:
        return None
    return f"shift day {-7 * (int(count) - 1)} .. wd {day} past"


def read_weekday_beside(run: Run) -> str:
    """The Sunday before, the Friday after."""
    return f"wd {_weekday(run)} {'before' if run.classes[-1] == 'E' else 'after'}"


def read_week_on(run: Run) -> str | None:
    """A week on Monday, Monday week."""
    texts = [text.lower() for text in run.texts]
    if texts[:1] == ["a"] and texts[1:3] == ["week", "from"]:
        return f"shift day 7 .. wd {_weekday(run)} future" if not _is_set(run) else None
    is_so = texts[0] == "a" and texts[1:3] == ["week", "on"] if len(texts) > 2 else texts[1] == "week"
    return f"wd {_weekday(run)} week" if is_so and not _is_set(run) else None
