"""Amounts in a sentence: digits and number words, with what bounds them (`up to`, `at least`, `between 40 and 60`).

Only the amount is read here; what it counts and of whom it is said comes with `figures`.
"""

from __future__ import annotations

from briefing.model.frozen import frozen
from briefing.model.pattern import lazy

_DIGITS = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?")
_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "mln": 1e6, "bln": 1e9, "bn": 1e9, "k": 1e3, "tn": 1e12}
_VAGUE = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}  # fmt: skip
_FEW = frozenset(["several", "few", "many"])
_SHARES = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2,
           "fifths": 0.2, "tenth": 0.1, "tenths": 0.1}  # fmt: skip

_AT_MOST = (
    ("up", "to"), ("at", "most"), ("fewer", "than"), ("less", "than"), ("no", "more", "than"), ("a", "maximum", "of"),
    ("under",), ("below",), ("nearly",), ("almost",), ("not", "more", "than"), ("close", "to"), ("just", "under"),
)  # fmt: skip
_AT_LEAST = (
    ("at", "least"), ("more", "than"), ("over",), ("no", "fewer", "than"), ("no", "less", "than"), ("above",),
    ("a", "minimum", "of"), ("upwards", "of"), ("as", "many", "as"), ("as", "much", "as"), ("not", "less", "than"),
)  # fmt: skip
_ABOUT = (
    ("about",), ("some",), ("around",), ("roughly",), ("approximately",), ("an", "estimated"), ("estimated",),
    ("only",), ("just",), ("another",), ("exactly",), ("a", "total", "of"), ("circa",), ("a", "further"), ("all",),
)  # fmt: skip


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases that bound a number by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases, bound in ((_AT_LEAST, "least"), (_AT_MOST, "most"), (_ABOUT, "about")):
        for phrase in phrases:
            found.setdefault(phrase[-1], []).append((phrase, bound))
    for same in found.values():
        same.sort(key=lambda pair: -len(pair[0]))
    return found


_BOUNDS = _by_last_word()
MONEY = frozenset(["$", "€", "£", "¥"])


@frozen
class Quantity:
    """Words `first` to before `last`; the number itself begins at `number`."""

    first: int
    last: int
    number: int
    low: float | None
    high: float | None
    currency: str = ""
    is_share: bool = False
    is_vague: bool = False
    is_digits: bool = True
    is_bounded: bool = False


def quantity_at(texts: list[str], at: int) -> Quantity | None:
    """The amount whose number begins at this word."""
    currency = texts[at] if texts[at] in MONEY else ""
    begin = at + 1 if currency else at
    number = _number(texts, begin)
    if number is None:
        return None
    low, high, last, kind = number
    first, bound = _bound(texts, at)
    if bound == "most":
        low = None
    elif bound == "least":
        high = None
    elif bound == "between" or kind != "vague":
        upper = _upper(texts, last, bound, kind)
        if upper and low is not None and low < 1000 <= upper[2] and last == begin + 1:
            low = high = low * upper[2]
        if upper and (high is None or upper[0] >= high):
            high, last = upper[0], upper[1]
        elif bound == "between":
            first = at
    return Quantity(first, last, begin, low, high, currency, kind == "share", kind == "vague",
                    texts[begin][0].isdigit(), bool(bound))  # fmt: skip


def _number(texts: list[str], at: int) -> tuple[float | None, float | None, int, str] | None:
    """Bounds, end, and whether it is digits, words, a share or vague."""
    if at >= len(texts):
        return None
    low = texts[at].lower()
    if low[0].isdigit():
        return _from_digits(texts, at)
    if low in _VAGUE:
        return _vague(texts, at, 2 * _VAGUE[low])
    if low == "tens" and _lower(texts, at + 1) == "of" and _lower(texts, at + 2) in _VAGUE:
        return 20 * _VAGUE[_lower(texts, at + 2)], None, at + 3, "vague"
    if low in _FEW and _lower(texts, at + 1) in _SCALES:
        return 2 * _SCALES[_lower(texts, at + 1)], None, at + 2, "vague"
    if (low in ("a", "half") or low.partition("-")[0] in _SMALL) and (share := _share(texts, at)):
        return share
    return _from_words(texts, at)


def _vague(texts: list[str], at: int, low: float) -> tuple[float | None, float | None, int, str]:
    """`hundreds`, `hundreds of thousands`."""
    following = _lower(texts, at + 2)
    if _lower(texts, at + 1) == "of" and following in _VAGUE:
        return low * _VAGUE[following], None, at + 3, "vague"
    return low, None, at + 1, "vague"


def _lower(texts: list[str], at: int) -> str:
    return texts[at].lower() if 0 <= at < len(texts) else ""


def _from_digits(texts: list[str], at: int) -> tuple[float, float, int, str] | None:
    if not _DIGITS.fullmatch(texts[at]):
        return None
    value = float(texts[at].replace(",", ""))
    scale, end = _scale(texts, at + 1)
    value *= scale
    return value, value, end, "digits"


def _scale(texts: list[str], at: int) -> tuple[float, int]:
    word = _lower(texts, at)
    if word in _SCALES:
        return _SCALES[word], at + 1
    if word in _SHORT_SCALES and len(word) > 1:
        return _SHORT_SCALES[word], at + 1
    return 1.0, at


def _share(texts: list[str], at: int) -> tuple[float, float, int, str] | None:
    """`a third`, `two-thirds`, `half`, `three quarters`; `a quarter past` and the quarter of a year are left alone."""
    low = _lower(texts, at)
    head, _, tail = low.partition("-")
    if head in _SMALL and tail in _SHARES:
        value, end = _SMALL[head] * _SHARES[tail], at + 1
    elif low == "half":
        value, end = 0.5, at + 1
    else:
        if _lower(texts, at + 1) not in _SHARES:
            return None
        value, end = _SHARES[_lower(texts, at + 1)] * (1 if low in ("a", "one") else _SMALL[low]), at + 2
    whole = _lower(texts, end) in ("of", "the", "its", "their", "his", "her")
    return (round(value, 4), round(value, 4), end, "share") if whole else None


def _from_words(texts: list[str], at: int) -> tuple[float, float, int, str] | None:
    """`forty-two`, `two hundred and six thousand`, `a dozen`."""
    total, part, end, seen = 0.0, 0.0, at, False
    while end < len(texts) and end - at < 12:
        word = _lower(texts, end)
        head, dash, tail = word.partition("-")
        if word in _SMALL or word in _TENS:
            more = _SMALL.get(word, _TENS.get(word, 0))
            if seen and (part % 100 or not part) and not (part % 100 >= 20 and not part % 10 and more < 10):
                break
            part += more
        elif dash and head in _TENS and tail in _SMALL and not (part % 100):
            part += _TENS[head] + _SMALL[tail]
        elif word in _SCALES and (seen or (end == at + 1 and _lower(texts, at) == "a")):
            total, part = _scaled(total, part or 1.0, _SCALES[word])
        elif word == "a" and end == at and _lower(texts, at + 1) in _SCALES:
            end += 1
            continue
        elif not (word == "and" and seen and part >= 100 and _lower(texts, end + 1) in {**_SMALL, **_TENS}):
            break
        seen = True
        end += 1
    value = total + part
    if not seen or (value == 1 and end == at + 1):
        return None
    if _lower(texts, end) in ("mln", "bln", "bn"):
        value, end = value * _SHORT_SCALES[_lower(texts, end)], end + 1
    return value, value, end, "words"


def _scaled(total: float, part: float, scale: float) -> tuple[float, float]:
    return (total, part * scale) if scale < 1000 else (total + part * scale, 0.0)


def _bound(texts: list[str], at: int) -> tuple[int, str]:
    """Where the words that bound the number begin, and which bound they set."""
    before = _lower(texts, at - 1)
    if before in ("between", "from"):
        return at - 1, "between"
    if before not in _BOUNDS:
        return at, ""
    for phrase, bound in _BOUNDS[before]:
        start = at - len(phrase)
        if start >= 0 and all(_lower(texts, start + i) == word for i, word in enumerate(phrase)):
            return start, bound
    return at, ""


def _upper(texts: list[str], last: int, bound: str, kind: str) -> tuple[float, int, float] | None:
    """The second number of a range, its end and scale: `40 to 60`, `40-60`, `between 3 and 4 billion`."""
    joint = _lower(texts, last)
    if joint not in ("to", "-", "–", "and") or (joint == "and" and bound != "between"):
        return None
    begin = last + 1 + (_lower(texts, last + 1) in MONEY)
    second = _from_digits(texts, begin) if begin < len(texts) and texts[begin][0].isdigit() else None
    if second is None and kind == "words" and begin < len(texts):
        second = _from_words(texts, begin)
    if second is None:
        return None
    scale, _ = _scale(texts, second[2] - 1)
    return second[1], second[2], scale
