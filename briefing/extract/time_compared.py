"""Whether a time only measures another: `rose to 5 in May from 4 in April`. A story has not come to it."""

from __future__ import annotations

from briefing.extract.time_words import TimeWords

_REACH = 12
"""Words from a time back to what compares it."""
_COMPARING = frozenset(["from", "against", "vs", "versus", "than", "with", "over", "below", "above"])
_ADJACENT = frozenset(["over", "below", "above"])
"""These compare figures only right beside the time: up 3 per cent over 1985."""
_RANGE = frozenset(["to", "until", "till", "through", ";", "(", '"', "“", "”"])
_FIGURES = frozenset("dNc$%")
_MOVING = """up down rose fell grew dropped gained climbed slipped jumped higher lower rise fall drop increase decrease
gain decline unchanged compared changed less more better worse"""
_MOVES = frozenset(_MOVING.split())
"""Before `from` these say that a figure moved."""
_INSIDE = frozenset("tilhpnROr")
"""What may stand between a comparing word and the time beside it."""


def is_compared(words: TimeWords, first: int, last: int) -> bool:
    """Whether this time is what a figure is set against."""
    texts, classes = words.texts, words.classes
    if _COMPARING.isdisjoint(texts[max(0, first - _REACH) : first]):
        return False
    beside = first - 1
    while beside > 0 and classes[beside] in _INSIDE and texts[beside].lower() not in _COMPARING:
        beside -= 1
    for at in range(first - 1, max(-1, first - _REACH), -1):
        word = texts[at].lower()
        if word in _RANGE:
            return False
        if word in _COMPARING:
            if (
                word == "than"
                and texts[at - 1 : at] in (["more"], ["less"], ["fewer"])
                and classes[at + 1] in "acdNqYK$"
            ):
                continue  # more than 150 in 1986
            if at >= beside:
                is_year = word != "over" or classes[first] == "y"
                return word != "with" and is_year and not _opens_range(words, last) and _tells_figure(words, at)
            if word in _ADJACENT:
                continue
            has_figure = any(sign in _FIGURES for sign in classes[at + 1 : first])
            return has_figure and (word != "with" or texts[at - 1 : at] in (["compared"], ["Compared"], ["compares"]))
    return False


def _opens_range(words: TimeWords, last: int) -> bool:
    """From May to July, from May 5 on."""
    after = words.texts[last].lower() if last < len(words.texts) else ""
    return after in ("to", "until", "till", "through", "-", "on", "onwards", "onward")


def _tells_figure(words: TimeWords, at: int) -> bool:
    """Whether a figure or a word of rise and fall stands before a comparing word."""
    start = max(0, at - _REACH)
    return any(
        sign in _FIGURES or text.lower() in _MOVES
        for sign, text in zip(words.classes[start:at], words.texts[start:at], strict=True)
    )
