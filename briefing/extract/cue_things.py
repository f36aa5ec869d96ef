"""What stands behind `to` as a thing and no verb, so that nothing is promised: agreed to a truce, due to the war."""

from __future__ import annotations

from briefing.extract.time_beside import DETERMINERS

_NOUN_ENDS = ("ion", "ness", "ity", "ing", "ance", "ence", "age", "ment")


def is_thing(texts: list[str], at: int) -> bool:
    """He agreed to a truce: what follows `to` is no verb."""
    return texts[at : at + 1] != [] and (texts[at].lower() in DETERMINERS or texts[at][0].isupper())


def is_cause(texts: list[str], at: int) -> bool:
    """It rose partly due to the war, due to inflation; not it is due to rise."""
    partly = texts[at - 1].endswith("ly") or texts[at - 1] == "part" if at else False
    return partly or is_thing(texts, at + 2) or (texts[at + 2 : at + 3] != [] and texts[at + 2].endswith(_NOUN_ENDS))
