"""What a question means for articles whose text no index knows yet."""

from __future__ import annotations

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
            found = kept[0] if kept else request.everything
            for numbers in kept[1:]:
                found = found & numbers
            for part in parts:
                if isinstance(part, Not):
                    found = found - without_text(part.part, request)
            return found
        case Or(parts):
            found = NONE
            for part in parts:
                found = found | without_text(part, request)
            return found
        case Not(part):
            return request.everything - without_text(part, request)
        case Fact():
            return request.facts.get(node, NONE)
        case Everything():
            return request.everything
