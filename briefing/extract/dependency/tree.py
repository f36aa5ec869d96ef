"""A parsed sentence: words with offsets of ours, and the arcs between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefing.model.text import Span

ROOT = "ROOT"


@dataclass(frozen=True)
class Tree:
    """Parallel lists, a word each. `heads` are word numbers, the root its own head; tags are those of the Penn bank."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    heads: list[int]
    arcs: list[str]
    """The name of the arc to the head, such as `nsubj`; no empty ones."""
    tags: list[str]
    low: list[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", [text.lower() for text in self.texts])

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that hang on each word, in order."""
        found: list[list[int]] = [[] for _ in self.texts]
        for at, head in enumerate(self.heads):
            if head != at:
                found[head].append(at)
        return found

    def of(self, at: int, *arcs: str) -> list[int]:
        """The words that hang on a word by one of these arcs."""
        return [child for child in self.children[at] if self.arcs[child] in arcs]

    def is_verb(self, at: int) -> bool:
        """Whether a word is a verb in any form, auxiliaries included."""
        return self.tags[at].startswith(("VB", "MD"))

    def is_noun(self, at: int) -> bool:
        """Whether a word is a noun or a name."""
        return self.tags[at].startswith("NN")

    def above(self, at: int) -> Iterator[int]:
        """The word itself, its head, and so on up to the root."""
        for _ in range(len(self.texts)):
            yield at
            if self.heads[at] == at:
                return
            at = self.heads[at]

    def head_of(self, span: Span) -> int:
        """The word of a stretch of text on which its others hang; -1 where no word stands there."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        for at in range(first, last):
            if not first <= self.heads[at] < last or self.heads[at] == at:
                return at
        return -1
