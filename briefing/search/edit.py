"""Changing the text of a query: with or without an actor, a source, a day."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.fold import fold
from briefing.model.typed import NamedTuple
from briefing.search.lexer import QUOTES, Kind, Piece, pieces

_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES))


class Said(NamedTuple):
    """A fact as a query says it: kept, or left out."""

    field: str
    value: str
    negative: bool = False

    def same(self, other: Said) -> bool:
        """Whether both are of one value, kept or left out."""
        return self.field == other.field and _plain(self.value) == _plain(other.value)


def _plain(value: str) -> str:
    return fold(" ".join(value.translate(_NO_QUOTES).split()))


def fact_text(field: str, value: str, negative: bool = False) -> str:
    """`who:haftar`, `-who:"khalifa haftar"`."""
    value = " ".join(value.translate(_NO_QUOTES).split())
    plain = bool(value) and all(c.isalnum() or c in "-.'’_/" for c in value)
    return f"{'-' if negative else ''}{field}:" + (value if plain else f'"{value}"')


def add_fact(raw: str, field: str, value: str, negative: bool = False) -> str:
    """The query narrowed by a fact; brackets are put around what has an OR. Its contrary is taken out first."""
    raw = without_fact(raw, field, value).strip()
    said = fact_text(field, value, negative)
    if not raw:
        return said
    return f"({raw}) {said}" if _has_or(raw) else f"{raw} {said}"


def toggle_fact(raw: str, field: str, value: str, negative: bool = False) -> str:
    """The query narrowed by a fact, or without it where the query says it already."""
    if has_fact(raw, field, value, negative):
        return without_fact(raw, field, value)
    return add_fact(raw, field, value, negative)


def without_fact(raw: str, field: str, value: str) -> str:
    """The query without this fact, kept or left out, wherever it stands outside brackets."""
    wanted = Said(field, value)
    kept, at = [], 0
    for start, end, said in _facts(raw):
        if said.same(wanted):
            kept.append(raw[at:start])
            at = end + (raw[end : end + 1] == " ")
    return "".join([*kept, raw[at:]]).strip() if kept else raw


def has_fact(raw: str, field: str, value: str, negative: bool = False) -> bool:
    """Whether the query says this already."""
    wanted = Said(field, value)
    return any(said.negative == negative and said.same(wanted) for said in facts_said(raw))


def facts_said(raw: str) -> list[Said]:
    """The facts that hold for all that the query finds: those outside brackets, where there is no OR."""
    return [said for _, _, said in _facts(raw)]


def _has_or(raw: str) -> bool:
    depth = 0
    for piece in pieces(raw):
        depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
        if depth == 0 and piece.kind is Kind.WORD and piece.text == "OR":
            return True
    return False


def _facts(raw: str) -> Iterator[tuple[int, int, Said]]:
    """Start (with the minus), end and meaning of each fact outside brackets; beside an OR none stands for itself."""
    if _has_or(raw):
        return
    depth = 0
    before: list[Piece] = []
    for piece in pieces(raw):
        depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
        if before and before[-1].kind is Kind.FIELD and before[-1].end == piece.at and depth == 0:
            field = before[-1]
            minus = len(before) > 1 and before[-2].kind is Kind.MINUS and before[-2].end == field.at
            said = Said(field.text[:-1].lower(), " ".join(piece.text.split()), minus)
            yield (before[-2].at if minus else field.at), piece.end, said
        before = [*before[-1:], piece]
