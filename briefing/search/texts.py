"""Words and phrases of a query as leaves of its tree."""

from __future__ import annotations

from briefing.model.pattern import lazy
from briefing.model.query import Everything, Fuzzy, Node, Or, Phrase, Prefix, Scope, Term
from briefing.search.tokens import parts_of

WIDEST = 100
"""Most words between those of `"a b"~n`; an index keeps paragraphs further apart than this."""
MOST_NEAR = 50
"""Most words of a phrase with `~n`."""

_FUZZY = lazy(r"(?s)(.*[^\W_])~([0-9]*)")


class BadText(ValueError):
    """A word or phrase that cannot be searched; `offset` is where in it."""

    def __init__(self, what: str, offset: int = 0) -> None:
        super().__init__(what)
        self.offset = offset


def word(text: str, scope: Scope, goes_on: bool = False) -> Node:
    """One word, which may end in `*` or `~1`; with `goes_on` it may be half-typed."""
    star = text.find("*")
    if 0 <= star < len(text) - 1:
        raise BadText("* stands only at the end of a word", star)
    fuzzy = _FUZZY.fullmatch(text) if "~" in text else None
    if fuzzy:
        return _fuzzy(fuzzy.group(1), fuzzy.group(2), scope, len(fuzzy.group(1)))
    parts, joined = parts_of(text)
    if not parts:
        raise BadText("there is no letter or digit to search for")
    if not (goes_on or star > 0):
        return _exact(parts, joined, scope)
    if len(parts) == 1:
        return Prefix(parts[0], scope)
    whole = Phrase(parts, scope=scope, open_end=True)
    return Or((whole, Prefix(joined, scope))) if joined else whole


def _exact(parts: tuple[str, ...], joined: str, scope: Scope) -> Node:
    if len(parts) == 1:
        return Term(parts[0], scope)
    whole = Phrase(parts, scope=scope)
    return Or((whole, Term(joined, scope))) if joined else whole


def _fuzzy(text: str, digits: str, scope: Scope, at: int) -> Node:
    if digits not in ("", "1", "2"):
        raise BadText("~ after a word allows 1 or 2 edits", at)
    distance = int(digits or 1)
    parts, joined = parts_of(text)
    if len(parts) == 1:
        return Fuzzy(parts[0], distance, scope)
    whole = Phrase(parts, scope=scope)
    return Or((whole, Fuzzy(joined, distance, scope))) if joined else whole


def phrase(text: str, after: str, scope: Scope, open_end: bool = False) -> Node:
    """What stood in quotes, with the `~5` or `*` behind them."""
    parts, joined = parts_of(text)
    if not parts:
        raise BadText("there is nothing to search for in these quotes")
    open_end = after == "*" or (open_end and text[-1:].isalnum())
    if len(parts) == 1:
        return Prefix(parts[0], scope) if open_end else Term(parts[0], scope)
    slop = int(after[1:4]) if after.startswith("~") and after[1:] else 0
    if slop > WIDEST or len(after) > 4:
        raise BadText(f"at most {WIDEST} words may stand between", len(text) + 2)
    if slop and len(parts) > MOST_NEAR:
        raise BadText(f"at most {MOST_NEAR} words can be asked near each other")
    whole = Phrase(parts, slop, scope, open_end)
    if not joined:
        return whole
    return Or((whole, Prefix(joined, scope) if open_end else Term(joined, scope)))


def words(text: str, scope: Scope) -> list[Node]:
    """All words of a text that is no query, as they stand."""
    found = (parts_of(part) for part in text.split())
    return [_exact(parts, joined, scope) for parts, joined in found if parts] or [Everything()]
