"""Amounts of a query: `3`, `>2`, `>=2`, `<5`, `<=5`, `2..5`, `2..`, `..5`."""

from __future__ import annotations

from briefing.model.pattern import lazy

_AMOUNT = lazy(r"(?P<sign>[<>]=?|=)?(?P<number>[0-9]{1,9})|(?P<low>[0-9]{1,9})?\.\.(?P<high>[0-9]{1,9})?")


class NotAnAmount(ValueError):
    """Says what is wrong with it, in words."""


def amount(words: str) -> range:
    """All numbers that are meant, as a range; an open one ends far away."""
    found = _AMOUNT.fullmatch(words)
    if found is None or words == "..":
        raise NotAnAmount("an amount is a number, such as 3, >2 or 2..5")
    if found["number"] is None:
        low, high = int(found["low"] or 0), int(found["high"] or _FAR)
        if low > high:
            raise NotAnAmount("the range runs backwards")
        return range(low, high + 1)
    number = int(found["number"])
    return {
        ">": range(number + 1, _FAR),
        ">=": range(number, _FAR),
        "<": range(number),
        "<=": range(number + 1),
    }.get(found["sign"] or "", range(number, number + 1))


_FAR = 10**9
