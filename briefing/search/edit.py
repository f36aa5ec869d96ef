"""Changing the text of a query: with or without an actor, a source, a day."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.search.lexer import QUOTES, Kind, Piece, pieces

_NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES))


def fact_text(field: str, value: str, negative: bool = False) -> str:
    """`who:haftar`, `-who:"khalifa haftar"`."""
    value = " ".join(value.translate(_NO_QUOTES).split())
    plain = bool(value) and all(c.isalnum() or c in "-.'’_/" for c in value)
    return f"{'-' if negative else ''}{field}:" + (value if plain else f'"{value}"')


def add_fact(raw: str, field: str, value: str, negative: bool = False) -> str:
    """The query narrowed by a fact; brackets are put around what has an OR. Its contrary is taken out first."""
    raw = without_fact(raw, field, value)
    said = fact_text(field, value, negative)
    raw = raw.strip()
    if not raw:
        return said
    depth = 0
    for piece in pieces(raw):
        depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
        if depth == 0 and piece.kind is Kind.WORD and piece.text == "OR":
            return f"({raw}) {said}"
    return f"{raw} {said}"


def without_fact(raw: str, field: str, value: str) -> str:
    """The query without this fact, kept or left out, wherever it stands outside brackets."""
    wanted = (f"{field}:", " ".join(value.translate(_NO_QUOTES).split()).casefold())
    kept, at = [], 0
    for start, name, said, end in _facts(raw):
        if (name, said) == wanted:
            kept.append(raw[at:start])
            at = end + (raw[end : end + 1] == " ")
    return "".join([*kept, raw[at:]]).strip() if kept else raw


def has_fact(raw: str, field: str, value: str, negative: bool = False) -> bool:
    """Whether the query says this already."""
    wanted = " ".join(value.translate(_NO_QUOTES).split()).casefold()
    return any(
        (name, said, raw[start] == "-") == (f"{field}:", wanted, negative) for start, name, said, _ in _facts(raw)
    )


def _facts(raw: str) -> Iterator[tuple[int, str, str, int]]:
    """Start (with the minus), field, value and end of each fact outside brackets."""
    depth = 0
    before: list[Piece] = []
    for piece in pieces(raw):
        depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
        if before and before[-1].kind is Kind.FIELD and before[-1].end == piece.at and depth == 0:
            field = before[-1]
            minus = len(before) > 1 and before[-2].kind is Kind.MINUS and before[-2].end == field.at
            said = " ".join(piece.text.split()).casefold()
            yield (before[-2].at if minus else field.at), field.text.lower(), said, piece.end
        before = [*before[-1:], piece]
