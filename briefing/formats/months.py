"""The names of months and weekdays, in the languages whose dates are read."""

from __future__ import annotations

_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
MONTHS: dict[str, int] = {name: n for names in _NAMES for n, name in enumerate(names.split(), 1)} | {"sept": 9}
"""Month names, lower case, to their number."""

MONTH = r"[^\W\d_]{3,10}"
"""A word that may be the name of a month; whether it is one, `MONTHS` says. A list of all would be slow to compile."""

WEEKDAY = r"(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
"""An English weekday or its abbreviation; for use with IGNORECASE."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How each weekday begins, in the order of `date.weekday`."""

_FOREIGN = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag"
    " lunes martes miércoles jueves viernes sábado domingo"
)
FOREIGN_WEEKDAYS = frozenset(_FOREIGN.split())
"""Weekdays in other languages, lower case."""


def month_number(word: str) -> int:
    """The number of a month's name, whatever its case and full stop; 0 for another word."""
    return MONTHS.get(word.lower().rstrip("."), 0)


def weekday_number(word: str) -> int:
    """Monday is 0; for a word that `WEEKDAY` matches."""
    return WEEKDAYS.index(word[:3].lower())
