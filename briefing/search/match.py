"""What a query means, by reading the text: slow, short, and the judge of every engine.

- A Term is a token of one of the leaf's fields; a Prefix begins one; a Fuzzy is within its distance of one that has
  the same first character (an edit is a character added, dropped, changed, or two neighbours swapped).
- A Phrase without slop is its tokens at successive positions. With slop n its tokens stand in any order with at most
  n other words between the first and the last. Either lies within one paragraph, or within the title.
- A Not alone is taken from all articles. A Fact holds the numbers the store gave for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Fact, Fuzzy, Leaf, Node, Not, Or, Phrase, Prefix, Scope, Term
from briefing.model.text import Span
from briefing.search.engine import IndexedText
from briefing.search.tokens import positions, tokens, word_places

Places = Mapping[str, Sequence[int]]
"""The ascending positions of each token of a paragraph."""
_FEW = 3
"""Words that are each looked for in a paragraph; for more of them it is read once."""


def matches(tree: Node, text: IndexedText, facts: Mapping[Fact, Numbers]) -> bool:
    """Whether the article is a hit."""
    return _Reading(text, facts).holds(tree)


def edits_within(left: str, right: str, most: int) -> bool:
    """Whether two words are at most `most` edits apart, swapped neighbours counting as one."""
    if abs(len(left) - len(right)) > most:
        return False
    far = most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        new = [i] + [far] * len(right)
        for j in range(max(1, i - most), min(len(right), i + most) + 1):
            b = right[j - 1]
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and b == left[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            new[j] = cost
        if min(new) > most:
            return False
        before, row = row, new
    return row[-1] <= most


def is_near(word: str, token: str, distance: int) -> bool:
    """Whether `word` of the text is one that a Fuzzy of `token` means."""
    return word[:1] == token[:1] and edits_within(word, token, distance)


def occurrences(phrase: Phrase, found: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """The places of a phrase: one position for each token, given the ascending positions of each."""
    if not found or not all(found):
        return
    if phrase.slop:
        yield from _close_together(phrase, found)
        return
    from bisect import bisect_left

    def has(places: Sequence[int], position: int) -> bool:
        at = bisect_left(places, position)
        return at < len(places) and places[at] == position

    rarest = min(range(len(found)), key=lambda at: len(found[at]))
    for position in found[rarest]:
        first = position - rarest
        if all(has(places, first + at) for at, places in enumerate(found)):
            yield tuple(range(first, first + len(found)))


def _close_together(phrase: Phrase, found: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Slides over all positions and holds the last of each token; a token asked for twice needs two positions."""
    needed = Counter(phrase.tokens)
    places = dict(zip(phrase.tokens, found, strict=True))
    arrivals = sorted((position, token) for token in needed for position in places[token])
    last: dict[str, list[int]] = {token: [] for token in needed}
    for position, token in arrivals:
        last[token] = [*last[token], position][-needed[token] :]
        if all(len(last[token]) == count for token, count in needed.items()):
            held = sorted(position for kept in last.values() for position in kept)
            if held[-1] - held[0] - (len(found) - 1) <= phrase.slop:
                yield tuple(held)


def phrase_places(phrase: Phrase, places: Places) -> list[Sequence[int]]:
    """The positions of each token of a phrase in a paragraph; an open last token stands for all that begin with it."""
    found: list[Sequence[int]] = [places.get(token, ()) for token in phrase.tokens]
    if phrase.goes_on and phrase.tokens:
        start = phrase.tokens[-1]
        found[-1] = sorted({at for word, all_at in places.items() if word.startswith(start) for at in all_at})
    return found


def leaf_words(leaf: Leaf) -> Callable[[str], bool]:
    """Which tokens of a text belong to a leaf; of a phrase, each token by itself."""
    match leaf:
        case Term(token):
            return token.__eq__
        case Prefix(token):
            return lambda word: word.startswith(token)
        case Fuzzy(token, distance):
            return lambda word: is_near(word, token, distance)
        case Phrase(parts):
            return lambda word: word in parts or (leaf.goes_on and word.startswith(parts[-1]))


def leaves(tree: Node) -> Iterator[Leaf]:
    """The leaves that can make an article a hit: those under no Not."""
    match tree:
        case And(parts) | Or(parts):
            for part in parts:
                yield from leaves(part)
        case Term() | Prefix() | Fuzzy() | Phrase():
            yield tree


def facts_of(tree: Node) -> frozenset[Fact]:
    """All facts that a query asks for."""
    if isinstance(tree, Fact):
        return frozenset({tree})
    if isinstance(tree, And | Or):
        return frozenset().union(*(facts_of(part) for part in tree.parts))
    return facts_of(tree.part) if isinstance(tree, Not) else frozenset()


def asks_of_text(tree: Node) -> bool:
    """Whether any leaf asks what the text says; facts alone are the store's matter."""
    match tree:
        case And(parts) | Or(parts):
            return any(map(asks_of_text, parts))
        case Not(part):
            return asks_of_text(part)
        case _:
            return not isinstance(tree, Fact | Everything)


def asks_of_text_alone(tree: Node) -> bool:
    """Whether the answer is the same until a text changes: no fact, and not what a text lacks."""
    if isinstance(tree, And | Or):
        return all(map(asks_of_text_alone, tree.parts))
    return not isinstance(tree, Fact | Not | Everything)


class _Reading:
    """One article against any number of leaves."""

    def __init__(self, text: IndexedText, facts: Mapping[Fact, Numbers]) -> None:
        self._text = text
        self._facts = facts
        self._known: dict[Scope, list[Places]] = {}

    def holds(self, tree: Node) -> bool:
        match tree:
            case And(parts):
                return all(self.holds(part) for part in parts)
            case Or(parts):
                return any(self.holds(part) for part in parts)
            case Not(part):
                return not self.holds(part)
            case Fact():
                return self._text.number in self._facts.get(tree, Numbers())
            case Everything():
                return True
            case Phrase():
                return any(
                    next(occurrences(tree, phrase_places(tree, places)), None) is not None
                    for places in self._paragraphs(tree.scope)
                )
            case Term(token):
                return any(token in places for places in self._paragraphs(tree.scope))
            case Prefix() | Fuzzy():
                belongs = leaf_words(tree)
                return any(belongs(word) for places in self._paragraphs(tree.scope) for word in places)

    def _paragraphs(self, scope: Scope) -> list[Places]:
        if scope not in self._known:
            text = self._text
            apart: Iterable[str] = (text.title,)
            if scope is not Scope.TITLE:
                apart = (text.title, *text.story, *(text.rest if scope is Scope.ALL else ()))
            self._known[scope] = [_places(paragraph) for paragraph in apart]
        return self._known[scope]


def _places(paragraph: str) -> Places:
    places: dict[str, list[int]] = {}
    positions(paragraph, places)
    return places


def spans(tree: Node, value: str, title: bool = True) -> list[Span]:
    """The hits of a query in any text, for marking: ascending, none touching another's inside.

    Paragraphs are parted by empty lines. `title=False` leaves out what is asked of titles only.
    """
    wanted = list(dict.fromkeys(leaf for leaf in leaves(tree) if title or leaf.scope is not Scope.TITLE))
    if not wanted:
        return []
    found: list[Span] = []
    start = 0
    for paragraph in value.split("\n\n"):
        found += (Span(start + s.start, start + s.end) for _, s in paragraph_hits(wanted, paragraph))
        start += len(paragraph) + 2
    return merged(found)


def paragraph_hits(wanted: Sequence[Leaf], paragraph: str) -> list[tuple[Leaf, Span]]:
    """Each leaf's hits in one paragraph; a phrase gives one hit a word."""
    if (known := _hits_of_few_words(wanted, paragraph)) is not None:
        return known
    words = tokens(paragraph)
    by_text: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        by_text.setdefault(word.text, []).append(at)
    hits: list[tuple[Leaf, Span]] = []
    for leaf in wanted:
        if isinstance(leaf, Term):
            chosen: Iterable[int] = by_text.get(leaf.token, ())
        else:
            belongs = leaf_words(leaf)
            chosen = [at for text, all_at in by_text.items() if belongs(text) for at in all_at]
        if isinstance(leaf, Phrase) and chosen:
            places: Places = {text: [words[at].position for at in all_at] for text, all_at in by_text.items()}
            inside = {at for place in occurrences(leaf, phrase_places(leaf, places)) for at in place}
            chosen = [at for at in chosen if words[at].position in inside]
        hits += ((leaf, Span(words[at].start, words[at].end)) for at in chosen)
    return hits


def _hits_of_few_words(wanted: Sequence[Leaf], paragraph: str) -> list[tuple[Leaf, Span]] | None:
    """As `paragraph_hits`, without reading the paragraph word by word; None where that has to be done."""
    hits: list[tuple[Leaf, Span]] = []
    for leaf in wanted:
        if len(wanted) > _FEW or not isinstance(leaf, Term):
            return None
        if (places := word_places(leaf.token, paragraph)) is None:
            return None
        hits += ((leaf, Span(at, at + len(leaf.token))) for at in places)
    return hits


def merged(found: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    apart: list[Span] = []
    for span in sorted(found):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(span.end, apart[-1].end))
        else:
            apart.append(span)
    return apart
