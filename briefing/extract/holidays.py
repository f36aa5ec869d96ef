"""Days that have a name: which words name one, and where it falls in a year."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.extract.calendar import weekday_in_month

FIXED = {
    "christmas": "12-25", "christmas-day": "12-25", "xmas": "12-25", "christmas-eve": "12-24",
    "new-year": "01-01", "new-year-day": "01-01", "new-year-eve": "12-31", "halloween": "10-31",
    "valentine-day": "02-14", "may-day": "05-01", "boxing-day": "12-26", "st-stephen-day": "12-26",
    "epiphany": "01-06", "candlemas": "02-02", "st-patrick-day": "03-17", "april-fool-day": "04-01",
    "april-fools-day": "04-01", "midsummer-day": "06-24", "bastille-day": "07-14", "assumption-day": "08-15",
    "michaelmas": "09-29", "all-saint-day": "11-01", "all-saints-day": "11-01", "all-soul-day": "11-02",
    "all-souls-day": "11-02", "guy-fawkes-night": "11-05", "bonfire-night": "11-05", "armistice-day": "11-11",
    "veterans-day": "11-11", "martinmas": "11-11", "st-nicholas-day": "12-06", "women-day": "03-08",
    "victory-day": "05-09", "juneteenth": "06-19", "twelfth-night": "01-05", "st-andrew-day": "11-30",
    "st-george-day": "04-23", "hogmanay": "12-31", "burns-night": "01-25", "lady-day": "03-25", "lammas": "08-01",
    "all-saints": "11-01", "all-souls": "11-02", "midsummer-eve": "06-23", "midsummer-night": "06-24",
    "remembrance-day": "11-11", "canada-day": "07-01", "waitangi-day": "02-06", "nowruz": "03-20",
    "st-david-day": "03-01", "st-lucy-day": "12-13", "walpurgis-night": "04-30", "cinco-de-mayo": "05-05",
    "groundhog-day": "02-02", "orthodox-christmas": "01-07",
    "yearend": "12-31", "anzac-day": "04-25", "australia-day": "01-26", "earth-day": "04-22",
}  # fmt: skip
"""Holidays of a fixed day."""
_FROM_EASTER = {
    "easter": 0, "easter-day": 0, "easter-sunday": 0, "good-friday": -2, "maundy-thursday": -3, "palm-sunday": -7,
    "ash-wednesday": -46, "shrove-tuesday": -47, "holy-saturday": -1, "easter-saturday": -1, "easter-eve": -1,
    "easter-monday": 1, "ascension-day": 39, "pentecost": 49, "whitsun": 49, "whit-sunday": 49, "whit-monday": 50,
    "corpus-christi": 60, "mardi-gras": -47, "easter-week": 0, "easter-weekend": 0,
}  # fmt: skip
_NTH = {
    "thanksgiving": (11, 4, 4), "thanksgiving-day": (11, 4, 4), "labor-day": (9, 1, 1), "memorial-day": (5, 1, -1),
    "martin-luther-king-day": (1, 1, 3), "presidents-day": (2, 1, 3), "columbus-day": (10, 1, 2),
    "mother-day": (5, 7, 2), "father-day": (6, 7, 3), "black-friday": (11, 4, 4),
    "election-day": (11, 1, 1),
}  # fmt: skip
"""Month, weekday and which one of it; -1 the last."""
_LATER = {"black-friday": 1, "election-day": 1}

NAMES = (
    r"(?:Christmas|New Year|Halloween|Easter)(?:['’]s)? (?:Eve|Day|Sunday|Monday|Saturday|[wW]eekend|[wW]eek)\b"
    r"|(?:Boxing|May|Valentine['’]?s|St\.? (?:Stephen|Patrick|Nicholas|Andrew|George|David|Lucy)['’]s"
    r"|April Fools?['’]s?|Bastille|Assumption|All (?:Saints?|Souls?)['’]?|Armistice|Remembrance|Canada|Waitangi|Lady"
    r"|Groundhog|Midsummer|Veterans|Women['’]s|Victory|Anzac|ANZAC|Australia|Election"
    r"|Earth|Ascension|Labor|Memorial|Martin Luther King|Presidents['’]?|Columbus|Mother['’]s|Father['’]s) Day\b"
    r"|Orthodox Christmas\b|Cinco de Mayo\b|All (?:Saints|Souls)['’](?! [A-Z])|Midsummer(?:['’]s)? (?:Eve|Night)\b"
    r"|(?:Guy Fawkes|Bonfire|Twelfth|Burns|Walpurgis) Night\b|(?:Palm|Whit) (?:Sunday|Monday)\b|(?:Good|Black) Friday\b"
    r"|Maundy Thursday\b|Ash Wednesday\b|Shrove Tuesday\b|Holy Saturday\b|Corpus Christi\b|Mardi Gras\b"
    r"|(?<!Lunar )(?<!Chinese )(?<!Jewish )(?<!Islamic )(?<!Vietnamese )[nN]ew [yY]ear\b(?!['’])"
)
"""Names of more than one word."""
_OPENERS = """Christmas New new Halloween Easter Boxing May Valentine Valentines St April Midsummer Bastille Assumption
All Armistice Veterans Women Victory Anzac ANZAC Australia Earth Ascension Labor Memorial Martin Presidents Columbus
Mother Father Guy Bonfire Twelfth Palm Whit Good Black Maundy Ash Shrove Holy Corpus Mardi Orthodox Cinco Remembrance
Election Canada Waitangi Lady Groundhog Burns Walpurgis"""
OPENERS = frozenset(_OPENERS.split())
"""Their first words."""
_FOLLOWING = """Eve Day Sunday Monday Tuesday Wednesday Thursday Friday Saturday Week week Year year Night Stephen
Patrick Nicholas Andrew George David Lucy Fool Saint Soul Luther Fawkes Christmas Christi Gras de"""
FOLLOWING = (*_FOLLOWING.split(),)
"""What their second words begin with."""
WORDS = """christmas thanksgiving easter halloween xmas epiphany candlemas michaelmas martinmas pentecost whitsun
juneteenth hogmanay nowruz lammas"""
"""Names of one word."""
CLUES = (
    "Michaelmas|Martinmas|Candlemas|Epiphany|Pentecost|Whitsun|Juneteenth|Corpus|Mardi|Bonfire|Fawkes|Hogmanay|Nowruz|Lammas"
    "|Cinco|Election|Orthodox|Saints|Souls"
)
"""What tells of a holiday where no other word of time does."""


def name_of(words: str) -> str:
    """The name as the tables have it, or nothing."""
    low = words.lower().replace("’", "'").replace(".", "").replace("'s", "").replace("'", "")
    name = "-".join(low.split())
    return name if name in FIXED or name in _FROM_EASTER or name in _NTH else ""


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year."""
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in _NTH:
        month, weekday, which = _NTH[name]
        day = weekday_in_month(year, month, weekday, which)
        assert day is not None, name  # no month has fewer than four
        return day + timedelta(days=_LATER.get(name, 0))
    return date.fromisoformat(f"{year:04d}-{FIXED[name]}")


def easter(year: int) -> date:
    """Western Easter Sunday."""
    from dateutil.easter import easter as western  # few articles name it

    return western(year)
