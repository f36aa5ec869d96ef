"""When an answer takes long enough that a reader should see some of it first: what the titles have, for the most part.

A hit in the title comes before all others, so that most of what is seen at a glance stays where it is.
"""

from __future__ import annotations

from briefing.model.query import And, Fact, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Scope
from briefing.search.match import asks_of_text, leaves
from briefing.search.tantivy.pairs import is_listed, note_of
from briefing.search.tantivy.phrases import is_wide
from briefing.search.tantivy.reader import Opened
from briefing.search.tantivy.schema import LISTS, SHORT, TEXT

LONG = 100_000
"""Articles of all words together that are worth a glance first; each of a phrase counts as several."""
_OF_A_PHRASE, _WIDE = 4, 2


def takes_long(opened: Opened, tree: Node) -> bool:
    """Whether a glance is worth it, and right: what a Not leaves out could not be told from titles alone."""
    if is_listed(tree) or _leaves_out(tree) or _asks_facts(tree):
        return False  # an engine has a shorter way for a list alone; a set of articles takes as long at a glance
    return sum(articles(opened, leaf) for leaf in leaves(tree)) >= LONG


def _leaves_out(tree: Node) -> bool:
    if isinstance(tree, And | Or):
        return any(map(_leaves_out, tree.parts))
    return isinstance(tree, Not) and asks_of_text(tree)


def _asks_facts(tree: Node) -> bool:
    return any(map(_asks_facts, tree.parts)) if isinstance(tree, And | Or) else isinstance(tree, Fact)


def articles(opened: Opened, leaf: Leaf) -> int:
    """How many articles have to be looked at, roughly."""
    count = opened.searcher.doc_freq
    if leaf.scope is Scope.TITLE or isinstance(leaf, Fuzzy):
        return 0
    if isinstance(leaf, Phrase):
        if note := note_of(leaf):
            return count(LISTS, note)
        times = _OF_A_PHRASE * (_WIDE if is_wide(opened, leaf, TEXT) else 1)
        return times * min((count(TEXT, word) for word in leaf.tokens[: -1 if leaf.goes_on else None]), default=0)
    if isinstance(leaf, Prefix):
        listed = opened.list_of(TEXT, leaf.token[:SHORT])
        return count(*listed) if listed else 0
    return count(TEXT, leaf.token)
