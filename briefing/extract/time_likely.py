"""Whether words that a rule matched name a time here: what stands around them decides.

Known and left as it is: annotated news marks some adjectives as times (`former`, `current`, `future` earnings) and
spans of no length (`this period`, `at the same time`); neither tells an analyst when, so neither is found here.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.hour_likely import is_clock, is_dotted, is_hour_word, is_meal
from briefing.extract.number_words import ORDINALS
from briefing.extract.time_beside import DETERMINERS, OWNERS, PLAIN, word_after, word_before
from briefing.extract.time_names import is_day_word, is_set, is_speed, is_weekday
from briefing.extract.time_words import TimeWords

Test = Callable[[TimeWords, int, int], bool]
"""Of the words, the first of the match and the one after its last."""

_MONEY = frozenset("$%")
_REPORT = """$ £ € % percent pct profit profits earnings sales revenue revenues results income turnover output growth
dividend dividends exports imports production shipments orders deficit surplus inflation economy demand prices"""
_FIGURES = frozenset(_REPORT.split())
"""What tells of business, where a half is one of a year."""
_AFTER_DAY = frozenset(["and", "or", "the", "a", "he", "she", "they", "it", "to", "at", "in", "but", "when", "of"])
_HOW = frozenset(["late", "early", "recently", "soon"])
_DAY_OPENERS = frozenset(["on", "by", "until", "since", "from", "before", "after"])
_GOING_ON = frozenset(["", ",", ".", ";", "and", "but", "by", "in", "at", "with"])
"""What may follow `the day before` that is not what it was the day before of."""
_DATES, _MONTHS = (*"mkjwTD",), (*"mkjO",)
_SURE_DAY = 4
"""On the first, on the second: one of some things as likely as a day."""
_COUNTED = """people men women troops soldiers dead others victims refugees prisoners votes seats points pages words
jobs cars homes houses tons tonnes barrels bushels bales metres meters kilometres kilometers miles feet yards acres
hectares pounds dollars euros yen francs marks shares cents kilos grams litres gallons times copies units megawatts
days weeks months years hours minutes seconds cases deaths members residents inmates students children workers staff"""
_COUNTED_THINGS = frozenset(_COUNTED.split())
"""What is counted without a comma as well: 1453 people."""
_CLOCK_WORDS = frozenset(["gmt", "est", "edt", "cst", "cdt", "hours", "hrs"])
_ZONES = frozenset(["eastern", "central", "mountain", "pacific", "atlantic"])
_BEFORE_YEARS = frozenset(["in", "by", "since", "until"])
_BEFORE_SHORT = _BEFORE_YEARS | frozenset(["of", "the", "from", "early", "late", "and", "summer", "spring", "fall"])
_NOUNS_OF_MONTHS = """sales figures data earnings report reports election elections vote ballot poll deadline meeting
summit conference contract contracts futures delivery output production trade prices rate inflation unemployment
exports imports referendum trial agreement accord truce talks attack attacks bombing bombings issue edition visit
congress festival primary primaries uprising coup revolution massacre crackdown hearing launch decision"""
_OF_MONTHS = frozenset(_NOUNS_OF_MONTHS.split())
"""What March and May stand before as months even behind an adjective: the planned May summit."""
_BETWEEN_CLOCKS = frozenset(["and", "to", "or", "-", "/"])
"""1000 and 1200 GMT, 1115 est/1615 gmt."""


def is_likely(words: TimeWords, rule: str, first: int, last: int) -> bool:
    """Whether the match of this rule names a time."""
    test = _TESTS.get(rule)
    return test is None or test(words, first, last)


def _glued(words: TimeWords, at: int) -> bool:
    return 0 < at < len(words.texts) and words.start(at) == words.end(at - 1)


def _year(words: TimeWords, first: int, last: int) -> bool:
    """No price, share, flight, model, time of day or so many of something."""
    at, classes, texts = last - 1, words.classes, words.texts
    if is_hour(words, last):
        return False
    before = classes[at - 1] if at else "("
    if before == "$" or classes[last : last + 1] == "%":
        return False
    if classes[max(0, at - 2) : at - 1] == "K":
        return False
    if not "1800" <= texts[at] <= "2099" and before not in "iB":
        return False
    if texts[at - 1 : at] in (["#"], ["."]) and _glued(words, at):
        return False
    if before == "-" and _glued(words, at) and classes[at - 2 : at - 1] not in ("r", "R", "y", "m"):
        return False
    if texts[last : last + 1] == ["-"] and _glued(words, last):
        return classes[last + 1 : last + 2] in ("y", "d") or texts[last + 1 : last + 2] in (["era"], ["style"])
    return before == "i" or _year_among_words(words, at, before)


def is_hour(words: TimeWords, last: int) -> bool:
    """Whether four figures are a time of day: 1615 GMT, 1000 and 1200 GMT."""
    return _in_zone(words, last) or (word_after(words, last) in _BETWEEN_CLOCKS and _in_zone(words, last + 2))


def _in_zone(words: TimeWords, last: int) -> bool:
    """Whether a number is a time of day by what follows it: 1615 GMT; 1615, Eastern Standard Time."""
    if words.classes[last : last + 1] == "Z" or word_after(words, last) in _CLOCK_WORDS:
        return True
    last += words.classes[last : last + 1] == ","
    zone = [text.lower() for text in words.texts[last : last + 3]]
    return len(zone) > 2 and zone[0] in _ZONES and zone[1] in ("standard", "daylight") and zone[2] == "time"


def _year_among_words(words: TimeWords, at: int, before: str) -> bool:
    texts = words.texts
    after = texts[at + 1] if at + 1 < len(texts) else ""
    before = "." if before == ";" else before
    if not after[:1].islower() or after in PLAIN:
        return before != "." or texts[at - 1][0].islower() or not texts[at - 1][0].isalpha()
    if at > 1 and words.classes[at - 2 : at] == "y;":
        return True  # the 1994 and 1996 votes
    is_owned = not DETERMINERS.isdisjoint([word.lower() for word in texts[max(0, at - 2) : at]])
    if _is_sure_year(texts, at) and after not in _COUNTED_THINGS:
        return True
    if after.endswith("s") and len(after) > 3:  # 2000 barrels, its 2006 highs
        return is_owned
    return before != "." or is_owned


def _duration(words: TimeWords, first: int, last: int) -> bool:
    """Not a 27-year-old, not $500 million a year, 24 hours a day, a quarter of it, three-quarters."""
    classes, after = words.classes, word_after(words, last)
    if after == "old" or (after == "-" and word_after(words, last + 1) == "old"):
        return False
    matched = classes[first:last].lstrip("Y")
    if words.texts[last - 1].lower().startswith("quarter") and (
        matched == "au" or "-" in matched or words.texts[first].lower() == "some"
    ):
        return False
    if matched != "au":
        return True
    if classes[first - 1 : first] == "U" or is_speed(words, first):
        return False
    return _MONEY.isdisjoint(classes[max(0, first - 5) : first])


def _unit_before(words: TimeWords, first: int, last: int) -> bool:
    """`The day before` hangs on what was told; `the day before the vote` on the vote."""
    if words.texts[last - 1].lower() not in ("before", "after") or word_after(words, last) in _GOING_ON:
        return True
    at = last + (words.classes[last : last + 1] == "t")
    if words.classes[at : at + 1] in ("d", "o"):
        return words.classes[at + 1 : at + 2] in _MONTHS
    return words.classes[at : at + 1] in _DATES


def _counted(words: TimeWords, first: int, last: int) -> bool:
    """Two days before Monday, a month earlier than planned: lengths, as far as this text tells."""
    following = word_after(words, last)
    bare = words.texts[last - 1].lower() not in ("before", "after")
    return following != "than" and (bare or not following[:1].isalnum())


def _month(words: TimeWords, first: int, last: int) -> bool:
    """A March operation, not along the March."""
    if words.classes[first] != "k" or words.classes[first - 1 : first] not in ("a", "t", ".", "'"):
        return True
    if words.classes[last : last + 1] in (";", "-", "_") and words.classes[last + 1 : last + 2] in ("m", "k", "j"):
        return True
    if words.classes[first - 1] == ".":
        how = [text.lower() for text in words.texts[max(0, first - 3) : first]]
        if first > 2 and how[::2] == ["as", "as"] and how[1] in _HOW:
            return True
        if not words.texts[first - 1].islower() or words.texts[first].isupper():
            return False
        return word_after(words, last) in _OF_MONTHS and words.texts[last].islower()
    return last < len(words.texts) and words.texts[last].islower()


def _half(words: TimeWords, first: int, last: int) -> bool:
    """The first half of a business year, not of a match."""
    return words.classes[last - 1] == "y" or not _FIGURES.isdisjoint(words.low)


def _whole_unit(words: TimeWords, first: int, last: int) -> bool:
    """The last week of May is no last week, nor the last day of the talks; but the release last week of a report is."""
    if words.classes[last : last + 1] != "O":
        return True
    has_article = "t" in words.classes[max(0, first - 1) : first + 1]
    return not has_article and words.classes[last + 1 : last + 2].strip("mkjwsyuTH") != ""


def _spoken_year(words: TimeWords, first: int, last: int) -> bool:
    """In two thousand three, the year two thousand, the '96 vote; not two thousand men nor '45 men'."""
    if words.classes[first] == "°":
        return word_before(words, first) in _BEFORE_SHORT and words.classes[last : last + 1] not in ("u", "U")
    if words.texts[first].lower() != "two" and words.texts[last - 1].lower() != "hundred":
        return True
    after = word_after(words, last)
    if word_before(words, first) == "year":
        return True
    is_year = words.classes[first - 1 : first] in ("m", "k", "s") or word_before(words, first) in _BEFORE_YEARS
    return is_year and (not after[:1].isalnum() or after in PLAIN)


def _told_unit(words: TimeWords, first: int, last: int) -> bool:
    unit = words.texts[last - 1]
    if unit.istitle():
        return False  # Man of the Year
    year = unit.lower() == "year"
    return not year or words.classes[first - 1 : first] in ("O", "F") or word_before(words, first) == "during"


def _decade(words: TimeWords, first: int, last: int) -> bool:
    """The 30s, not in her 30s."""
    return len(words.texts[first]) != 3 or word_before(words, first) not in OWNERS


def _this_unit(words: TimeWords, first: int, last: int) -> bool:
    """This week, not the programme This Week."""
    unit = words.texts[last - 1]
    return not unit[0].isupper() or unit.isupper()


def _vague(words: TimeWords, first: int, last: int) -> bool:
    word = words.texts[last - 1].lower()
    if word == "recently" and word_before(words, first) == "as":
        return word_after(words, last) != "as"  # as recently as May names May
    return word != "future" or words.classes[first] == "t"


def _is_sure_year(texts: list[str], at: int) -> bool:
    """1986 profits; but 2000 or 1500 of them are a number as likely as a year, and Flight 1944 has one for a name."""
    return "1900" < texts[at] < "2050" and texts[at][3] != "0" and not (at and texts[at - 1][0].isupper())


def _old_year(words: TimeWords, first: int, last: int) -> bool:
    after = word_after(words, last)
    return (not after[:1].isalpha() or after in PLAIN) and words.counts_back


def _day_of_month(words: TimeWords, first: int, last: int) -> bool:
    """The 19th, not the 19th Division."""
    after = word_after(words, last)
    is_word = words.classes[last - 1] == "f"
    if is_word and (
        ORDINALS[words.texts[first + 1].lower()] < _SURE_DAY or word_before(words, first) not in _DAY_OPENERS
    ):
        return False
    return after in _AFTER_DAY or after in PLAIN or not after[:1].isalnum()


def _season(words: TimeWords, first: int, last: int) -> bool:
    """In the fall, not a fall in prices."""
    word, classes = words.texts[last - 1], words.classes
    if last - first == 1 and classes[first - 1 : first] == "B" and word_before(words, first) not in ("until", "till"):
        return False
    return word.lower() != "fall" or (
        word.islower() and classes[last : last + 1] != "i" and classes[first - 1 : first] != "a"
    )


def _the_weekday(words: TimeWords, first: int, last: int) -> bool:
    """On the Tuesday, not the Tuesday meeting nor the Tuesday before the vote."""
    after = word_after(words, last)
    return word_before(words, first) in ("on", "by", "until", "from", "since") and (
        not after[:1].isalnum() or after in ("and", "but", "he", "she", "they", "it", "the", "in", "at", "when", "that")
    )


_TESTS: dict[str, Test] = {
    "the-weekday": _the_weekday,
    "day-word": is_day_word,
    "weekday": is_weekday,
    "half": _half,
    "meal": is_meal,
    "hour-word": is_hour_word,
    "year": _year,
    "spoken-year": _spoken_year,
    "duration": _duration,
    "the-past": lambda words, first, last: words.texts[last - 1].lower() == "past",
    "the-unit-before": _unit_before,
    "the-unit-after": _unit_before,
    "part-beside": _unit_before,
    "weekday-beside": _unit_before,
    "ago-vague": _unit_before,
    "counted-earlier": _counted,
    "counted-on": lambda words, first, last: (
        words.texts[last - 1] == "on" and word_after(words, last) in ("", ",", ".")
    ),
    "units-later": lambda words, first, last: words.texts[last - 1].lower() in ("later", "afterwards", "afterward"),
    "counted-later": _counted,
    "month": _month,
    "the-vague": _vague,
    "vague-units": _vague,
    "clock": is_clock,
    "last-unit": _whole_unit,
    "the-last-unit": _whole_unit,
    "next-unit": _whole_unit,
    "the-next-unit": _whole_unit,
    "the-previous-unit": _whole_unit,
    "set": is_set,
    "the-quarter": _told_unit,
    "decade": _decade,
    "this-unit": _this_unit,
    "bare-number": lambda words, first, last: _old_year(words, first, last) or is_dotted(words, first, last),
    "day-of-month": _day_of_month,
    "season": _season,
}
