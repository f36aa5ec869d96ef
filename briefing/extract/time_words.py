"""The words of time, each with a one-letter class; a stretch of text becomes a string of classes that rules match.

m month  k May, March  j month cut short  w weekday  e weekday cut short  d number to 31  y year  N other number
o 23rd   f third       c number word      a a, an    q several, few       u unit         U units
t the    h this        H that             S same     l last, past        p previous     n next       g following
A ago    E earlier     L later            r early, late, mid             R beginning, end, middle
i in, on, at, by ...   F for              B to, until                    O of           Y about, nearly
P part of day          s season           D yesterday, today ...         V vague words  W weekend    T holiday
x every  X daily       C AD, BC           K 10:30, 0540    M a.m.              Z zone         b o'clock
G 1990s  Q nineties    I 2021-01-23       / 23/01/2021                   ' possessive   - dash       , comma
v breakfast, lunch ...  ~ small, full
z period               = fiscal           & current, latest    @ ended, ending
! latter    < near, distant    ( bracket              $ currency         % per cent                     J all
; and, or   _ slash  # consecutive, working: between a number and its unit
° the year '98
. anything else
"""

from __future__ import annotations

from functools import lru_cache

from briefing.extract import holidays
from briefing.extract.number_words import NUMBERS, ONES, ORDINALS, SCALES
from briefing.model.kept import Kept
from briefing.model.pattern import lazy

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {"tues": 2, "thur": 4, "thurs": 4}
UNITS = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "0Y", "century": "00Y",
    "fortnight": "2W", "hour": "TH", "minute": "TM",
}  # fmt: skip
PLURALS = {
    "days": "day", "weeks": "week", "months": "month", "quarters": "quarter", "years": "year", "decades": "decade",
    "centuries": "century", "fortnights": "fortnight", "hours": "hour", "minutes": "minute", "seconds": "second",
}  # fmt: skip
PARTS = {
    "morning": "TMO", "mornings": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00",
    "midday": "T12:00", "midnight": "T24:00", "dawn": "TMO", "dusk": "TEV", "lunchtime": "TMI", "midmorning": "TMO",
    "midafternoon": "TAF", "overnight": "TNI", "sunrise": "TMO", "daybreak": "TMO", "sunset": "TEV", "nightfall": "TNI",
    "twilight": "TEV",
}  # fmt: skip
MEALS = {
    "breakfast": ("TMO", "TMO"), "lunch": ("TMI", "TAF"), "dinner": ("TEV", "TEV"), "supper": ("TEV", "TEV"),
    "teatime": ("TAF", "TAF"), "bedtime": ("TNI", "TNI"), "breakfast-time": ("TMO", "TMO"), "brunch": ("TMO", "TMI"),
}  # fmt: skip
"""The part of day of a meal, and of what comes after it."""
SEASONS = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "midsummer": "SU", "midwinter": "WI",
    "springtime": "SP", "summertime": "SU", "wintertime": "WI",
}  # fmt: skip
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
NINETIES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
            "nineties": 9}  # fmt: skip
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "recently": "PAST_REF",
    "recent": "PAST_REF", "future": "FUTURE_REF",
}  # fmt: skip
SETS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "annual": "P1Y", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI",
}  # fmt: skip
LONG = {
    "hourlong": "PT1H", "daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y",
    "decadelong": "P10Y",
}  # fmt: skip
_ZONES = ["est", "edt", "cst", "cdt", "pst", "pdt", "cet", "bst", "et"]
_STEADY = "consecutive straight successive additional more extra trading business working"
_CLASSES = {
    "m": [name for name in MONTHS if name not in ("may", "march")],
    "w": WEEKDAYS, "c": [*NUMBERS, *SCALES], "f": ORDINALS, "u": UNITS, "U": PLURALS, "P": PARTS, "s": SEASONS,
    "D": DAYS, "Q": NINETIES, "V": VAGUE, "X": [*SETS, *LONG], "T": [*holidays.WORDS.split(), "yearend"],
    "a": ["a", "an", "another"], "#": _STEADY.split(), "q": ["several", "few", "many", "couple", "some"], "t": ["the"],
    "h": ["this", "these"],
    "H": ["that", "those"], "S": ["same", "corresponding", "comparable", "equivalent"],
    "l": ["last", "past"], "p": ["previous", "preceding", "prior"],
    "n": ["next", "coming", "upcoming"], "g": ["following", "subsequent", "ensuing"], "A": ["ago"],
    "E": ["earlier", "before", "previously"], "L": ["later", "after", "afterwards", "afterward"],
    "r": ["early", "late", "mid"], "J": ["all"],
    "R": ["beginning", "start", "end", "middle", "close", "half", "course", "rest", "remainder", "turn"],
    "v": MEALS, "~": ["small", "wee", "full", "whole", "further", "mere", "good", "bare", "additional", "extra"],
    "i": ["in", "on", "at", "by", "since", "from", "during", "before", "after", "between", "within",
          "throughout", "toward", "towards", "circa"],
    "F": ["for"], ";": ["and", "or"], "B": ["to", "until", "till", "through"], "O": ["of"],
    "Y": ["about", "nearly", "almost", "around", "roughly", "over", "approximately"], "W": ["weekend", "weekends"],
    "z": ["period"], "@": ["ended", "ending"], "!": ["latter", "final", "closing"],
    "<": ["near", "foreseeable", "distant"],
    "=": ["fiscal"], "&": ["current", "present", "latest"],
    "x": ["each", "every"], "C": ["ad", "bc", "bce", "ce"], "Z": ["gmt", "utc", *_ZONES],
}  # fmt: skip
CLASS_OF = {word: letter for letter, words in _CLASSES.items() for word in words} | {
    "-": "-", "–": "-", "—": "-", "/": "_", ",": ",", "(": "(", ")": "(", "$": "$", "£": "$", "€": "$", "%": "%",
    "percent": "%", "before": "E", "after": "L", "o'clock": "b", "o’clock": "b",
}  # fmt: skip
_ALWAYS_UPPER = frozenset(["ad", "bc", "bce", "ce", *_ZONES])
_NEED_CAPITAL = frozenset([*WEEKDAYS, "august", *holidays.WORDS.split()])

_TOKEN = lazy(
    r"[AaPp]\.[Mm]\.?|o['’]clock|['’]s\b|(?<!\w)['’]\d\d(?![\w'’])"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.(?!\w)"
    r"|(?:[tT]wenty|[tT]hirty)-(?:" + "|".join(ONES) + r")\b"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\d)|\d{1,2}/\d{1,2}/\d{2,4}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}(?:st|nd|rd|th)\b|\d{4}s\b|\d{1,2}0s\b"
    r"|\d+(?:[.,]\d+)*|(?=[nA-Z])(?:" + holidays.NAMES + r")|[^\W\d_]+|[^\s\w]|_"
)
_PREFILTER = lazy(
    r"\d|(?<![^\W\d_])(?:[MTWFS][a-z]{2,5}day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|[JFMASOND][A-Z]{2,8}|[dD]ay|[wW]eek|[mM]onth|[qQ]uarter|[yY]ear|[dD]ecade|[cC]entur|[fF]ortnight|[hH]our|[hH]alf|[mM]inute"
    r"|[mM]id|[mM]orning|[aA]fternoon|[eE]vening|[nN]ight|[nN]oon|[dD]awn|[dD]usk|[oO]vernight|[lL]unch|[bB]reakfast|[dD]inner|[sS]upper|[tT]eatime|[bB]edtime"
    r"|[sS]pring|[sS]ummer|[aA]utumn|[fF]all|[wW]inter|[yY]esterday|[tT]o(?:day|night|morrow)|[nN]ow|[cC]urrent|[rR]ecent"
    r"|[sS]oon|[fF]uture|[dD]aily|[aA]nnual|[hH]alloween|[eE]aster|[cC]hristmas|[tT]hanksgiving|[nN]ineties|[tT]wenties|[tT]hirties|[fF]orties|[fF]ifties|[sS]ixties"
    r"|[sS]eventies|[eE]ighties"
    r"|[dD]aybreak|[sS]un(?:rise|set)|[tT]wilight|" + holidays.CLUES + r"|[pP]ast\b"
    r"|[nN]ineteen|[eE]ighteen|[tT]housand(?!s)|[ap]\.m\.|\bago\b)"
)
"""Words without any of these name no time; none of them has a blank in it."""
_has_clue = Kept(lambda word: _PREFILTER.search(word) is not None).__getitem__


class TimeWords:
    """The words of one sentence and their classes as one string; where a word stands is looked up only when asked."""

    __slots__ = ("_low", "_starts", "_value", "classes", "opens", "texts")

    def __init__(
        self, value: str, start: int, end: int, opens: bool = False, between_blanks: list[str] | None = None
    ) -> None:
        self.opens = opens
        """Whether a paragraph begins here, or nothing in it has named a time yet."""
        pieces = value[start:end].split() if between_blanks is None else between_blanks
        if cut := _cut(pieces):
            self.texts, self.classes = cut
        else:
            self.texts = _TOKEN.findall(value, start, end)
            self.classes = "".join([_LETTERS[word] for word in self.texts])
        self._value = value
        self._starts = [start]
        self._low: frozenset[str] | None = None

    @property
    def low(self) -> frozenset[str]:
        """All the words in lower case."""
        if self._low is None:
            self._low = frozenset(map(str.lower, self.texts))
        return self._low

    @property
    def counts_back(self) -> bool:
        """Whether the text counts years BC."""
        return _counts_back(self._value)

    @property
    def has_dotted(self) -> bool:
        """Whether the text writes 9.40 p.m. with a dot."""
        return _has_dotted(self._value)

    def start(self, at: int) -> int:
        """Where a word starts. Only blanks lie between words, so that each is the first find after the one before."""
        starts = self._starts
        if len(starts) <= at + 1:
            find, here = self._value.find, starts.pop()
            for text in self.texts[len(starts) : at + 1]:
                here = find(text, here)
                starts.append(here)
                here += len(text)
            starts.append(here)
        return starts[at]

    def end(self, at: int) -> int:
        """Where a word ends."""
        return self.start(at) + len(self.texts[at])


_words_of = Kept(lambda piece: _TOKEN.findall(piece)).__getitem__


_letters_of = Kept(lambda piece: "".join([_LETTERS[word] for word in _words_of(piece)])).__getitem__
_classes_of = Kept(
    lambda piece: _letters_of(piece) if holidays.OPENERS.isdisjoint(_words_of(piece)) else ""
).__getitem__
"""The classes of the words between two blanks; nothing where a name of several words may begin."""
_may_go_on = Kept(lambda piece: piece.startswith(holidays.FOLLOWING)).__getitem__


def _cut(pieces: list[str]) -> tuple[list[str], str] | None:
    """The words that stand between blanks and their classes; None where a name of several words may stand."""
    classes = [*map(_classes_of, pieces)]
    if "" in classes:
        if any(not letters and _may_go_on(after) for letters, after in zip(classes, pieces[1:], strict=False)):
            return None
        classes = [*map(_letters_of, pieces)]
    texts: list[str] = []
    for piece, letters in zip(pieces, classes, strict=True):
        if len(letters) > 1:
            texts += _words_of(piece)
        else:
            texts.append(piece)
    return texts, "".join(classes)


_OLD = lazy(r"BC(?<!\wBC)E?\b")
_DOTTED = lazy(r"\d(?<!\w\d)\d?\.\d\d ?[ap]\.?m\b")
"""What begins with a word's edge is looked for behind it: so all else is passed by quickly."""


@lru_cache(maxsize=1)
def _counts_back(value: str) -> bool:
    return _OLD.search(value) is not None


@lru_cache(maxsize=1)
def _has_dotted(value: str) -> bool:
    return _DOTTED.search(value) is not None


def may_name_time(between_blanks: list[str]) -> bool:
    """The cheap test before the words are looked at."""
    return any(map(_has_clue, between_blanks))


def _class(word: str) -> str:
    first = word[0]
    if first.isdecimal():
        return _number_class(word)
    if " " in word:
        return "T"
    low = word.lower()
    letter = CLASS_OF.get(low)
    if letter:
        if low in _NEED_CAPITAL and not first.isupper():
            return "."
        return "." if low in _ALWAYS_UPPER and not word.isupper() else letter
    if low in ("may", "march"):
        return "k" if first.isupper() else "."
    return _short_class(low, first)


def _short_class(low: str, first: str) -> str:
    if low in ("'s", "’s"):
        return "'"
    if first in "'’" and low[1:].isdecimal():
        return "°" if low[1:].isascii() else "."
    stem = low.rstrip(".")
    if first.isupper() and stem in SHORT_MONTHS:
        return "j"
    if first.isupper() and stem in SHORT_WEEKDAYS:
        return "e"
    if low in ("a.m.", "p.m.", "a.m", "p.m", "am", "pm"):
        return "M"
    if low[-1:] == "s" and low[:-1] in WEEKDAYS and first.isupper():
        return "w"
    return "."


def _number_class(word: str) -> str:
    if word.isdecimal():
        if len(word) <= 2:
            return "d" if 1 <= int(word) <= 31 else "N"
        if len(word) != 4 or not word.isascii():
            return "N"
        if word < "1000":
            return "K" if word[2] < "6" else "N"
        return "y" if word < "2200" else "N"
    if word[-1] == "s":
        return "G" if word.isascii() else "."
    if word[-1] in "tdh":
        return "o" if len(word) <= 4 else "."
    if ":" in word:
        return "K"
    if "/" in word or (word[-5:-4] in (".", "-") and word[:-5].count(word[-5]) == 1):
        return "/"
    return "I" if word[4:5] == "-" else "N"


_LETTERS: Kept[str] = Kept(_class)
"""The class of each word."""
