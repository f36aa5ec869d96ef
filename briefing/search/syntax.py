"""The query language: words are AND; OR, -x, ( ), "phrase", "a b"~5, word*, word~1, field:value.

Capitals change nothing but for OR. A strict reading raises QueryError at the character that is wrong; a reading while
typing takes what is there so far, says in `unfinished` what is missing, and never fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.model.errors import QueryError
from briefing.model.fold import fold
from briefing.model.query import And, Everything, Fact, FactField, Node, Not, Or, Scope, SearchQuery
from briefing.search.fields import EXAMPLES, FACTS, HELD, KNOWN, LATER, SCOPES, STATES
from briefing.search.lexer import Kind, Piece, pieces
from briefing.search.texts import BadText, phrase, word, words

LONGEST = 2_000
"""Characters of a query that are read."""
DEEPEST = 40
"""Brackets inside brackets."""
DASHES = ("-", "‐", "‑", "–", "—")
"""Between spaces these stand for nothing, so that a headline can be pasted."""


def parse(raw: str, typing: bool = False) -> SearchQuery:
    """Reads a query. With `typing` the last word may go on, and nothing is an error."""
    if not typing:
        return _Parser(raw, typing).read()
    try:
        return _Parser(raw, typing).read()
    except QueryError as error:
        found = words(raw[:LONGEST], Scope.TEXT)
        return SearchQuery(raw, _all(found), error.title)


def _all(parts: Sequence[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, And) else () if isinstance(part, Everything) else (part,)
    unique = tuple(dict.fromkeys(flat))
    return And(unique) if len(unique) > 1 else unique[0] if unique else Everything()


def _any(parts: Sequence[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, Or) else (part,)
    unique = tuple(dict.fromkeys(flat))
    return Or(unique) if len(unique) > 1 else unique[0]


class _Parser:
    """Recursive descent over the pieces, one method a rule; the depth is bounded by DEEPEST."""

    def __init__(self, raw: str, typing: bool) -> None:
        self._raw = raw
        self._typing = typing
        self._pieces = list(pieces(raw[:LONGEST]))
        self._at = 0
        self._depth = 0
        self._scope = self._whole_scope()
        self._unfinished = ""
        if len(raw) > LONGEST:
            self._missing(f"a query has at most {LONGEST} characters", LONGEST)

    def read(self) -> SearchQuery:
        parts: list[Node] = []
        while (node := self._either("")) is not None or self._at < len(self._pieces):
            parts += [] if node is None else [node]
            if self._at < len(self._pieces):
                self._missing("this bracket closes none", self._pieces[self._at].at)
                self._at += 1
        return SearchQuery(self._raw, _all(parts), self._unfinished)

    def _either(self, field: str) -> Node | None:
        """a b OR c d: the words around OR, each side a run of ANDs."""
        sides: list[Node] = []
        operator: Piece | None = None
        while True:
            side = self._together(field)
            if side is not None:
                sides.append(side)
            elif operator is not None or self._is_or():
                self._missing("OR needs something on both sides", (operator or self._pieces[self._at]).at)
            if not self._is_or():
                return _any(sides) if sides else None
            operator = self._next()

    def _together(self, field: str) -> Node | None:
        parts: list[Node] = []
        seen = False
        while self._at < len(self._pieces) and not self._is_or() and self._pieces[self._at].kind is not Kind.CLOSE:
            node = self._one(field)
            seen = True
            parts += [] if node is None else [node]
        return _all(parts) if seen and parts else None

    def _one(self, field: str) -> Node | None:
        minus = False
        while (piece := self._next()).kind is Kind.MINUS and self._at < len(self._pieces):
            minus = not minus
        node = self._value(piece, field)
        if isinstance(node, Everything) or node is None:
            return None
        return (node.part if isinstance(node, Not) else Not(node)) if minus else node

    def _value(self, piece: Piece, field: str) -> Node | None:
        match piece.kind:
            case Kind.OPEN:
                return self._bracket(piece, field)
            case Kind.FIELD:
                return self._field(piece)
            case Kind.QUOTED if not piece.closed:
                self._missing("this quote is never closed", piece.at, 'close it with a second "')
        if field and field != "title":
            return self._fact(piece, field)
        return self._text(piece, Scope.TITLE if field == "title" else self._scope)

    def _bracket(self, piece: Piece, field: str) -> Node | None:
        if self._depth >= DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets inside each other", self._raw, piece.at)
        self._depth += 1
        inside = self._either(field)
        self._depth -= 1
        if self._at < len(self._pieces):
            if inside is None:
                self._missing("nothing is in these brackets", piece.at)
            self._next()
        else:
            self._missing("this bracket is never closed", piece.at, "close it with )")
        return inside

    def _field(self, piece: Piece) -> Node | None:
        name = piece.text[:-1].lower()
        if name in LATER:
            raise QueryError(f"{name}: cannot be asked yet: {LATER[name]}", self._raw, piece.at)
        if name not in KNOWN:
            known = ", ".join(f"{field}:" for field in KNOWN)
            raise QueryError(f"there is no field {name}:", self._raw, piece.at, f"There are {known}")
        if self._at >= len(self._pieces) or self._pieces[self._at].at != piece.end or self._is(Kind.CLOSE):
            self._missing(f"{name}: needs a value", piece.at, f"such as {EXAMPLES[name]}")
            return None
        return self._value(self._next(), name)

    def _text(self, piece: Piece, scope: Scope) -> Node | None:
        goes_on = self._typing and piece.end == len(self._raw)
        try:
            if piece.kind is Kind.QUOTED:
                return phrase(piece.text, piece.after, scope, open_end=goes_on and not piece.closed)
            if piece.text.startswith("@") and len(piece.text) > 1:
                raise BadText("saved queries (@name) do not exist yet")
            return word(piece.text, scope, goes_on)
        except BadText as error:
            if piece.text not in DASHES:
                self._missing(str(error), piece.at + error.offset)
            elif goes_on:
                self._unfinished = "a minus needs something to leave out"
            return None

    def _fact(self, piece: Piece, name: str) -> Node | None:
        value = " ".join(fold(piece.text).replace("’", "'").split()) or piece.text.strip()
        goes_on = self._typing and piece.end == len(self._raw)
        if not value:
            self._missing(f"{name}: needs a value", piece.at, f"such as {EXAMPLES[name]}")
            return None
        if name in ("pub", "on") or (name == "added" and value != "last"):
            if goes_on and name == "added" and "last".startswith(value):
                self._unfinished = f"such as {EXAMPLES[name]}"
                return None
            return self._dated(piece, FACTS[name], value, goes_on)
        if name == "copies":
            return self._counted(piece, value, goes_on)
        allowed = {"is": STATES, "has": HELD, "in": tuple(SCOPES)}.get(name)
        if (allowed and value not in allowed) or (name == "lang" and not (value.isalpha() and len(value) in (2, 3))):
            said = f"{name}:{value} is not known" if allowed else "a language is two or three letters"
            if not goes_on:
                raise QueryError(said, self._raw, piece.at, f"such as {EXAMPLES[name]}")
            self._unfinished = said
            return None
        return Everything() if name == "in" else Fact(FACTS[name], value)

    def _dated(self, piece: Piece, field: FactField, value: str, goes_on: bool) -> Node | None:
        from briefing.search.dates import NotADate, period, started_period

        try:
            return Fact(field, period=period(value))
        except NotADate as error:
            if not goes_on:
                raise QueryError(str(error), self._raw, piece.at, f"such as {EXAMPLES[field.value]}") from None
            self._unfinished = str(error)
            started = started_period(value)
            return Fact(field, period=started) if started else None

    def _counted(self, piece: Piece, value: str, goes_on: bool) -> Node | None:
        from briefing.search.amounts import NotAnAmount, amount

        try:
            amount(value)
        except NotAnAmount as error:
            if not goes_on:
                raise QueryError(str(error), self._raw, piece.at, f"such as {EXAMPLES['copies']}") from None
            self._unfinished = str(error)
            return None
        return Fact(FactField.COPIES, value)

    def _missing(self, what: str, at: int, do: str = "") -> None:
        """An error, or while typing what is not finished."""
        if not self._typing:
            raise QueryError(what, self._raw, at, do)
        self._unfinished = what

    def _whole_scope(self) -> Scope:
        """`in:all` anywhere counts for the whole query; the last one wins."""
        scope = Scope.TEXT
        for field, value in pairwise(self._pieces):
            if field.kind is Kind.FIELD and field.text.lower() == "in:" and value.at == field.end:
                scope = SCOPES.get(fold(value.text), scope)
        return scope

    def _next(self) -> Piece:
        self._at += 1
        return self._pieces[self._at - 1]

    def _is(self, kind: Kind) -> bool:
        return self._at < len(self._pieces) and self._pieces[self._at].kind is kind

    def _is_or(self) -> bool:
        return self._is(Kind.WORD) and self._pieces[self._at].text == "OR"
