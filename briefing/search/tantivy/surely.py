"""The first hits of common words without a score for every hit: those with a word in the title, where that is certain.

A score is what each word adds. So there is a most that an article can have without any of the words in its title; if
as many as are wanted have more, they are the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log

from briefing.model.query import And, Leaf, Node, Or, Phrase, Prefix, Scope, Term
from briefing.search.tantivy.glance import articles
from briefing.search.tantivy.pairs import is_listed
from briefing.search.tantivy.reader import Opened
from briefing.search.tantivy.schema import TEXT
from briefing.search.tantivy.translate import TITLE_WEIGHT

MANY = 50_000
"""Articles of all words together from which on this is worth it."""
_K1_AND_ONE = 2.2
"""Of BM25 as tantivy has it: what a word adds nears this times its rarity, the oftener it stands in an article."""
_RAISED = 1.1
"""More than the newest articles' scores are raised by."""


def in_titles(opened: Opened, tree: Node) -> tuple[list[Leaf], float] | None:
    """Words of which an article has one in its title, and the most that others have; None if it cannot be told."""
    found = tree.parts if isinstance(tree, And | Or) else (tree,)
    plain = [leaf for leaf in found if isinstance(leaf, Term | Prefix | Phrase) and leaf.scope is Scope.TEXT]
    if len(plain) < len(found) or not all(map(_is_plain, plain)):
        return None
    words: list[Leaf] = [leaf for leaf in plain if not isinstance(leaf, Prefix)]
    if not words or sum(articles(opened, leaf) for leaf in plain) < MANY:
        return None
    starts = (1 + TITLE_WEIGHT) * (len(plain) - len(words))  # each adds the same, whatever begins so
    return words, _RAISED * (starts + _most(opened, words))


def _is_plain(leaf: Leaf) -> bool:
    if isinstance(leaf, Phrase):
        return len(leaf.tokens) > 1 and not leaf.slop and not leaf.goes_on and not is_listed(leaf)
    return True


def _most(opened: Opened, words: Iterable[Leaf]) -> float:
    """What words add; a phrase is as rare as its words together."""
    tokens = [token for leaf in words for token in (leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,))]
    having = [opened.searcher.doc_freq(TEXT, token) for token in tokens]
    return _K1_AND_ONE * sum(log(1 + (opened.held - number + 0.5) / (number + 0.5)) for number in having)
