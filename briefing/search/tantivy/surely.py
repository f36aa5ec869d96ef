"""The first hits of common words without a score for every hit: those with a word in the title, where that is certain.

A score is what each word adds. So there is a most that an article can have without any of the words in its title; if
as many as are wanted have more, they are the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from tantivy import Query

from briefing.model.query import And, Node, Prefix, Scope, Term
from briefing.search.tantivy.glance import articles
from briefing.search.tantivy.phrases import anyone
from briefing.search.tantivy.reader import Opened
from briefing.search.tantivy.schema import TEXT, TITLE

MANY = 50_000
"""Articles of all words together from which on this is worth it."""
TITLE_WEIGHT = 2.0
"""Added for a hit in the title, which counts as one in the text already."""
_K1_AND_ONE = 2.2
"""Of BM25 as tantivy has it: what a word adds nears this times its rarity, the oftener it stands in an article."""
_RAISED = 1.1
"""More than the newest articles' scores are raised by."""


def in_titles(opened: Opened, tree: Node) -> tuple[Query, float] | None:
    """Articles with one of the words in the title, without a score, and the most that others have; None if unknown."""
    found = tree.parts if isinstance(tree, And) else (tree,)
    plain = [leaf for leaf in found if isinstance(leaf, Term | Prefix) and leaf.scope is Scope.TEXT]
    if len(plain) < len(found):
        return None
    words = [leaf.token for leaf in plain if isinstance(leaf, Term)]
    if not words or sum(articles(opened, leaf) for leaf in plain) < MANY:
        return None
    titles = anyone([Query.term_query(opened.schema, TITLE, word) for word in words])
    starts = (1 + TITLE_WEIGHT) * (len(plain) - len(words))  # each adds the same, whatever begins so
    return Query.const_score_query(titles, 0.0), _RAISED * (starts + _most(opened, words))


def _most(opened: Opened, words: Sequence[str]) -> float:
    having = [opened.searcher.doc_freq(TEXT, word) for word in words]
    return _K1_AND_ONE * sum(log(1 + (opened.held - number + 0.5) / (number + 0.5)) for number in having)
