"""Numbers as words and digits: `twenty two`, `third`, `1.5`."""

from __future__ import annotations

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine":
    9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ONES = list(ORDINALS)[:9]
"""First to ninth."""
ORDINALS |= {f"twenty-{one}": ORDINALS[one] + 20 for one in ONES} | {"thirty-first": 31}


def whole(word: str) -> int:
    """The value of a short run of digits, 0 for anything else."""
    return int(word) if word.isdecimal() and len(word) <= 4 else 0


def number(words: list[str]) -> float | None:
    """The value of number words or digits: `twenty two`, `1.5`, `a hundred`; None where it is not one number."""
    total, part, seen = 0.0, 0.0, False
    for word in words:
        low = word.lower()
        if low in ("-", "and", "a", "an", "another", "the", "of"):
            continue
        if low[0].isdecimal():
            try:
                part += float(low.replace(",", ""))
            except ValueError:
                return None
        elif low in NUMBERS:
            part += NUMBERS[low]
        elif low == "couple":
            part += 2
        elif low in SCALES:
            part = (part or 1) * SCALES[low]
        else:
            return None
        seen = True
    total += part
    if seen:
        return total
    return 1.0 if any(word.lower() in ("a", "an", "another") for word in words) else None
