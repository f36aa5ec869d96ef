"""How a query that is being typed may go on: values of the field at its end, a field's colon, words of the index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from briefing.model.fold import fold
from briefing.model.suggestion import Completion
from briefing.search.edit import fact_text
from briefing.search.fields import HELD, KNOWN, SCOPES, STATES
from briefing.search.lexer import Kind, pieces

NAMED = ("who", "place", "source", "tag")
"""Fields whose values the library knows."""
_FIXED: dict[str, Sequence[str]] = {"is": STATES, "has": HELD, "in": tuple(SCOPES)}
_OFFERED = 8


class Names(Protocol):
    """What there is to complete with, the most frequent first."""

    def starting(self, kind: str, start: str, limit: int) -> Sequence[str]:
        """Names of a field of which a word begins so; with `text`, words of the texts."""
        ...


class Ending(NamedTuple):
    """What stands at the end of a query: the value of a field (or a word, with ""), and where both begin."""

    field: str
    value: str
    at: int


def ending(raw: str) -> Ending | None:
    """What could go on; None after a blank, a bracket or closing quotes."""
    last = before = None
    for piece in pieces(raw):
        before, last = last, piece
    if last is None or last.end != len(raw):
        return None
    if last.kind is Kind.FIELD:
        return Ending(last.text[:-1].lower(), "", last.at)
    if last.kind is Kind.WORD or (last.kind is Kind.QUOTED and not last.closed):
        if before is not None and before.kind is Kind.FIELD and before.end == last.at:
            return Ending(before.text[:-1].lower(), last.text, before.at)
        return Ending("", last.text, last.at) if last.kind is Kind.WORD else None
    return None


def complete(raw: str, names: Names | None = None, words: bool = False) -> list[Completion]:
    """Ways to go on. Without `names` those that need no library; words of the text only when asked for."""
    end = ending(raw)
    if end is None:
        return []
    if end.field in _FIXED:
        values = [value for value in _FIXED[end.field] if value.startswith(fold(end.value))]
    elif end.field in NAMED:
        values = list(names.starting(end.field, end.value, _OFFERED)) if names else []
    elif end.field:
        return []
    else:
        return _word(raw, end, names, words)
    made = [Completion(raw[: end.at] + fact_text(end.field, value), value) for value in values]
    return [each for each in made if fold(each.text) != fold(raw)]


def _word(raw: str, end: Ending, names: Names | None, words: bool) -> list[Completion]:
    head, name = raw[: end.at], end.value.lower()
    found = [Completion(f"{head}{name}:", f"{name}:")] if name in KNOWN else []
    if words and names and end.value.isalnum():
        starting = names.starting("text", end.value, _OFFERED + 1)
        found += [Completion(head + word, word) for word in starting if word != fold(end.value)][:_OFFERED]
    return found


def still_fit(completions: Sequence[Completion], raw: str) -> list[Completion]:
    """Those of an earlier text that fit one that has gone on, until the library has answered for it."""
    end = ending(raw)
    if end is None:
        return []
    if end.field in _FIXED or not end.field:
        return complete(raw)
    wanted = fold(end.value).split()
    head = raw[: end.at] + f"{end.field}:"
    return [
        each
        for each in completions
        if each.text.startswith(head) and all(f" {word}" in f" {fold(each.label)}" for word in wanted)
    ]
