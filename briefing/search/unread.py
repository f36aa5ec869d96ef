"""What a question means for articles whose text no index knows yet."""

from __future__ import annotations

from functools import reduce

from briefing.model.numbers import NONE, Numbers
from briefing.model.query import And, Everything, Fact, Fuzzy, Node, Not, Or, Phrase, Prefix, Term
from briefing.search.engine import Request


def without_text(node: Node, request: Request) -> Numbers:
    """The articles that a query means where nothing is known of their text: none for every leaf."""
    match node:
        case Term() | Prefix() | Fuzzy() | Phrase():
            return NONE
        case And(parts):
            kept = [without_text(part, request) for part in parts if not isinstance(part, Not)]
            found = reduce(Numbers.__and__, kept) if kept else request.everything
            return reduce(Numbers.__sub__, (without_text(p.part, request) for p in parts if isinstance(p, Not)), found)
        case Or(parts):
            return reduce(Numbers.__or__, (without_text(part, request) for part in parts), NONE)
        case Not(part):
            return request.everything - without_text(part, request)
        case Fact():
            return request.facts.get(node, NONE)
        case Everything():
            return request.everything
