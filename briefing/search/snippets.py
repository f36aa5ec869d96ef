"""A few words around the best hit, for the rows that are on screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.hit import Snippet
from briefing.model.query import Fuzzy, Leaf, Node, Phrase, Scope
from briefing.model.text import Span, Text
from briefing.search.match import leaves, merged, paragraph_hits

ENOUGH = 20_000
"""Characters read once a hit is known: the best of the beginning is good enough for a row."""
MOST = 400_000
"""Characters read at most; a hit beyond them has no snippet."""

_MARKS = str.maketrans(dict.fromkeys("’‘ʼ´′ʹʿʾ‐‑–\u00ad", "") | dict.fromkeys("“”—…\u00a0", " "))
"""Marks inside words, and between them, that most news has besides ASCII."""


def snippet(tree: Node, text: Text, width: int) -> Snippet | None:
    """The `width` characters with the most different hits, or None where no hit is in the text itself."""
    wanted = list(dict.fromkeys(leaf for leaf in leaves(tree) if leaf.scope is not Scope.TITLE))
    if not wanted:
        return None
    best: tuple[int, int, list[Span], Span] | None = None
    for number, paragraph, possible, read in _paragraphs(wanted, text):
        if best is not None and read > ENOUGH:
            break
        if best is not None and len(possible) <= best[0]:
            continue
        hits = sorted(paragraph_hits(possible, paragraph), key=lambda hit: hit[1])
        if not hits:
            continue
        score, window = _best_window(hits, width)
        if best is None or score > best[0]:
            best = (score, number, [span for _, span in hits], Span(window.start, window.end))
            value = paragraph
        if score == len(wanted):
            break
    if best is None:
        return None
    return _cut(value, best[3], best[2], best[1], width)


def _paragraphs(wanted: Sequence[Leaf], text: Text) -> Iterator[tuple[int, str, list[Leaf], int]]:
    """Paragraphs that may have hits: number, words, the leaves that may be in it, and how much was read before it."""
    everywhere = any(leaf.scope is Scope.ALL for leaf in wanted)
    letters = [(leaf, _letters(leaf)) for leaf in wanted]
    read = 0
    for number, paragraph in enumerate(text.paragraphs, 1):
        if read > MOST:
            return
        if not (paragraph.region.is_story or everywhere):
            continue
        value = paragraph.span.of(text.value)[:MOST]
        before, read = read, read + len(value)
        plain = _plain(value)
        possible = [leaf for leaf, words in letters if plain is None or all(word in plain for word in words)]
        if possible:
            yield number, value, possible, before


def _plain(value: str) -> str | None:
    """Without the marks that may stand inside a word, so that a word of a query is found as it is; None: cannot say."""
    if not value.isascii():
        value = value.translate(_MARKS)
        if not value.isascii():
            return None
    value = value.lower()
    for mark in ".,'-`":
        value = value.replace(mark, "")
    return value


def _letters(leaf: Leaf) -> tuple[str, ...]:
    """What stands in every text with a hit, once the marks inside words are taken out of it."""
    if isinstance(leaf, Fuzzy):
        return ()
    words = leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)
    return tuple(word.replace(".", "") for word in words)


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
