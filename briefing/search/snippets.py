"""A few words around the best hit, for the rows that are on screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.hit import Snippet
from briefing.model.query import Leaf, Node, Scope
from briefing.model.text import Span, Text
from briefing.search.match import leaves, merged, paragraph_hits

ENOUGH = 20_000
"""Characters read once a hit is known: the best of the beginning is good enough for a row."""
MOST = 400_000
"""Characters read at most; a hit beyond them has no snippet."""


def snippet(tree: Node, text: Text, width: int) -> Snippet | None:
    """The `width` characters with the most different hits, or None where no hit is in the text itself."""
    wanted = list(dict.fromkeys(leaf for leaf in leaves(tree) if leaf.scope is not Scope.TITLE))
    if not wanted:
        return None
    best: tuple[int, int, list[Span], Span] | None = None
    for number, paragraph, hits in _read(wanted, text):
        score, window = _best_window(hits, width)
        if best is None or score > best[0]:
            best = (score, number, [span for _, span in hits], Span(window.start, window.end))
            value = paragraph
        if score == len(wanted):
            break
    if best is None:
        return None
    return _cut(value, best[3], best[2], best[1], width)


def _read(wanted: Sequence[Leaf], text: Text) -> Iterator[tuple[int, str, list[tuple[Leaf, Span]]]]:
    """Paragraphs with hits: number, words and hits in order."""
    everywhere = any(leaf.scope is Scope.ALL for leaf in wanted)
    read, found = 0, False
    for number, paragraph in enumerate(text.paragraphs, 1):
        if read > (ENOUGH if found else MOST):
            return
        if not (paragraph.region.is_story or everywhere):
            continue
        value = paragraph.span.of(text.value)[:MOST]
        read += len(value)
        hits = paragraph_hits(wanted, value)
        if hits:
            found = True
            yield number, value, sorted(hits, key=lambda hit: hit[1])


def _best_window(hits: Sequence[tuple[Leaf, Span]], width: int) -> tuple[int, Span]:
    """How many different leaves fit into `width` characters at best, and from the first hit to the last of them."""
    best, window = 0, hits[0][1]
    inside: dict[Leaf, int] = {}
    first = 0
    for leaf, span in hits:
        inside[leaf] = inside.get(leaf, 0) + 1
        while hits[first][1].start < span.end - width and hits[first][1] != span:
            left = hits[first][0]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            first += 1
        if len(inside) > best:
            best, window = len(inside), Span(hits[first][1].start, span.end)
    return best, window


def _cut(value: str, window: Span, found: Sequence[Span], number: int, width: int) -> Snippet:
    """Cuts at spaces around the window, with an ellipsis where something is left out."""
    room = max(width - len(window), 0)
    # In a narrow row a third is less than a word, and a hit without the word before it says little.
    start = max(window.start - (room * 2 // 3 if width < 40 else room // 3), 0)
    end = min(start + width, len(value))
    start = max(min(start, end - width), 0)
    if start:
        space = value.find(" ", start, window.start)
        start = space + 1 if space >= 0 else window.start
    if end < len(value):
        space = value.rfind(" ", min(window.end, end), end + 1)
        end = space if space > start else end
    before = "…" if start else ""
    after = "…" if end < len(value) else ""
    end = max(min(end, start + width - len(before) - len(after)), start)
    shift = len(before) - start
    shown = Span(start, end)
    hits = (Span(max(s.start, start) + shift, min(s.end, end) + shift) for s in found if s.overlaps(shown))
    return Snippet(before + value[start:end].replace("\n", " ") + after, tuple(merged(hits)), number)
