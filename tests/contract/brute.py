"""The engine that reads every text for every question: what all others are compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.frozen import replace
from briefing.model.hit import Hit, SearchPage
from briefing.model.numbers import Numbers
from briefing.model.query import And, Everything, Node, Not, Or, Scope
from briefing.search.engine import Batch, EngineVersion, IndexedText, Request, Stop, WordsAsk, never
from briefing.search.match import is_near, leaves, matches, spans
from briefing.search.tokens import tokens


class BruteForce:
    """Keeps the texts in memory."""

    def __init__(self) -> None:
        self.texts: dict[int, IndexedText] = {}
        self.generation = 0

    def write(self, batch: Batch) -> None:
        added = list(batch.add)
        for number in batch.remove:
            self.texts.pop(number, None)
        self.texts |= {text.number: text for text in added}
        self.generation = batch.generation

    def search(self, request: Request, stop: Stop = never) -> Iterator[SearchPage]:
        if stop():
            return
        universe = [*self.texts.values()]
        named = {number for numbers in (request.everything, *request.facts.values()) for number in numbers}
        universe += [IndexedText(number, "", ()) for number in named if number not in self.texts]
        found = [text for text in universe if self._is_hit(text, request)]
        if request.rank is not None:
            rank = request.rank
            found.sort(key=lambda text: (rank[text.number] if text.number < len(rank) else len(rank), text.number))
            hits = [Hit(text.number) for text in found]
        else:
            scored = [Hit(text.number, self._score(text, request)) for text in found]
            hits = sorted(scored, key=lambda hit: (-hit.score, hit.number))
        yield SearchPage(tuple(hits[: request.limit]), len(found))

    def _is_hit(self, text: IndexedText, request: Request) -> bool:
        """An article that the store does not know is found by what it says only, not by what it lacks."""
        tree = request.tree if text.number in request.everything else _known(request.tree)
        return tree is not None and matches(tree, text, request.facts)

    def _score(self, text: IndexedText, request: Request) -> float:
        if not any(True for _ in leaves(request.tree)):
            return 0.0
        title = len(spans(request.tree, text.title))
        words = max(sum(len(tokens(paragraph)) for paragraph in text.story), 1)
        return 3.0 * title + len(spans(request.tree, "\n\n".join(text.story), title=False)) / (1 + words)

    def matching(self, request: Request, stop: Stop = never) -> Numbers:
        return Numbers(hit.number for page in self.search(replace(request, limit=9**9), stop) for hit in page.hits)

    def words(self, ask: WordsAsk) -> Sequence[str]:
        counts: Counter[str] = Counter()
        for text in self.texts.values():
            fields: list[tuple[str, ...]] = [(text.title,), text.story, text.rest]
            for field in fields[: {Scope.TITLE: 1, Scope.TEXT: 2, Scope.ALL: 3}[ask.scope]]:
                counts.update({word.text for paragraph in field for word in tokens(paragraph)})
        start = ask.start.lower()
        kept = (w for w in counts if (is_near(w, start, ask.distance) if ask.distance else w.startswith(start)))
        return sorted(kept, key=lambda word: (-counts[word], word))[: ask.limit]

    def version(self) -> EngineVersion:
        return EngineVersion("brute", 1, self.generation, len(self.texts))

    def close(self) -> None:
        pass


def _known(tree: Node) -> Node | None:
    """The tree for an article that is not among all: a Not or Everything of its own finds none of those."""
    match tree:
        case And(parts):
            positive = [_known(part) for part in parts if not isinstance(part, Not)]
            if not positive or None in positive:
                return None
            negative = [_known(part.part) for part in parts if isinstance(part, Not)]
            return And((*[part for part in positive if part], *[Not(part) for part in negative if part]))
        case Or(parts):
            return Or(tuple(part for part in map(_known, parts) if part))
        case Not() | Everything():
            return None
        case _:
            return tree
