"""Whether words that a rule matched name an hour, a meal or a part of a day here."""

from __future__ import annotations

from briefing.extract.number_words import NUMBERS
from briefing.extract.time_beside import PLAIN, word_after, word_before
from briefing.extract.time_cues import direction
from briefing.extract.time_words import MEALS, TimeWords

_MEAL_OPENERS = frozenset(["by", "before", "after", "since", "until", "till", "around", "from"])
_HOUR_OPENERS = frozenset(["at", "by", "until", "before", "after"])
_NEAR = 9
"""Words in which a `had` shows that `by nine` is an hour."""
_GOING_ON = frozenset(["and", "but", "in", "on", "at", "to", "by", "for", "with", "as", "after", "before", "while"])
"""What may follow the evening that is not some evening of its own: the night he came."""
_NIGHTLY = """raid raids attack attacks strike strikes airstrike airstrikes bombing bombings bombardment shelling
clash clashes explosion explosions blast blasts fire fires shooting shootings assault assaults ambush operation
operations fighting gunfight gunbattle battle violence search searches talks storm storms rain rains snow gains losses
fall rise drop surge decline increase trading"""
_AT_NIGHT = frozenset(_NIGHTLY.split())
"""What was overnight is of the last night: an overnight raid, but no overnight shelter."""
_SURE_PARTS = frozenset(
    [*MEALS, "noon", "midday", "midnight", "nightfall", "dawn", "dusk", "sunrise", "sunset", "daybreak"]
)


def is_clock(words: TimeWords, first: int, last: int) -> bool:
    """At 10:30, 10:30 GMT, or at the head of an entry; not a score."""
    classes = words.classes
    if first == 0 and words.opens and words.texts[last : last + 1] != []:
        return words.texts[last][0].isupper() or words.texts[last] in ("-", "–", "—", ":")
    return (
        classes[last - 1] in "MUP" or classes[last : last + 1] in ("Z", "M") or classes[first - 1 : first] in ("i", "B")
    )


def is_dotted(words: TimeWords, first: int, last: int) -> bool:
    """At 9.40, where the text has such hours with a.m. or p.m. too."""
    after = word_after(words, last)
    is_open = word_before(words, first) == "at" and (not after[:1].isalnum() or after in PLAIN)
    return is_open and words.has_dotted


def is_meal(words: TimeWords, first: int, last: int) -> bool:
    """By breakfast, before lunch, at breakfast time; not by dinner guests."""
    after = word_after(words, last)
    before = word_before(words, first)
    if before == "at":
        return after == "time"
    return before in _MEAL_OPENERS and (not after[:1].isalnum() or after in PLAIN or after == "time")


def is_hour_word(words: TimeWords, first: int, last: int) -> bool:
    """At eleven, by nine they had left; not at ten to one, nor won by two; `at nine PM` is read with its half."""
    if words.classes[last : last + 1] == "M":
        return False
    before, after = word_before(words, first), word_after(words, last)
    if before not in _HOUR_OPENERS or not 0 < NUMBERS.get(words.texts[first].lower(), 0) < 13 or after in ("to", "of"):
        return False
    if after[:1].isalnum() and after not in PLAIN and not words.texts[last][0].isupper():
        return False
    return before == "at" or "had" in words.texts[max(0, first - _NEAR) : last + _NEAR]


def names_its_day(words: TimeWords, first: int, last: int) -> bool:
    """Whether a part of day without a day means that of the day told of: `by noon they had left`, `in the evening`.

    Not `the afternoon prayer`, nor what is so every day.
    """
    after = word_after(words, last)
    if after in ("-", "’", "'", "of") or direction(words, first, last) not in ("past", "future", "will", "said"):
        return False
    word, before = words.texts[last - 1].lower(), words.classes[first - 1 : first]
    if words.classes[first] == "c" or words.classes[last - 1] == "U":
        return True
    if word == "overnight":
        return not after[:1].isalpha() or after in PLAIN or first == 0 or after in _AT_NIGHT
    if word in _SURE_PARTS:
        return (before != "" and before in "iELBr") or words.classes[first] == "r"
    if before not in ("i", "B") or words.texts[first - 1].lower() in ("for", "between"):
        return False
    return first < 2 or not after[:1].isalnum() or after in _GOING_ON
