"""What one text says otherwise than another, word by word: runs that are the same, gone or new, with their places.

Words that stand once in both texts are the anchors (Bram Cohen's patience diff), which is linear but for a sort;
between two anchors that are near each other the standard library compares closely, and what is too long for that is
given as gone and new. Blanks and line ends do not count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing.model.diff import Change, Run
from briefing.model.text import Span

CLOSELY = 40_000
"""Pairs of words that are compared each with each; a gap with more is given whole."""
CONTEXT = 8
"""Words of a run that is the same, at each end, that are drawn; what is between is only counted."""
WORTH = 20
"""Words that are not worth leaving out."""
_WORD = re.compile(r"\S+")
_Block = tuple[int, int, int]
"""So many words from one place in the old text and one in the new are the same."""


def word_diff(old: str, new: str) -> list[Run]:
    """The runs in order; of a place where words were replaced first what is gone, then what is new."""
    here, there = (list(_WORD.finditer(text)) for text in (old, new))
    runs: list[Run] = []
    at_old = at_new = 0
    ends = (len(here), len(there), 0)
    for i, j, size in (*same_blocks([word[0] for word in here], [word[0] for word in there]), ends):
        for change, a, b, c, d in (
            (Change.GONE, at_old, i, at_new, at_new),
            (Change.NEW, i, i, at_new, j),
            (Change.SAME, i, i + size, j, j + size),
        ):
            if a < b or c < d:
                runs.append(Run(change, _span(here, a, b, len(old)), _span(there, c, d, len(new))))
        at_old, at_new = i + size, j + size
    return runs


def share_same(runs: Sequence[Run], old: str, new: str) -> float:
    """The share of all letters of both texts that are the same."""
    total = len(old) + len(new)
    return sum(len(run.old) + len(run.new) for run in runs if run.change is Change.SAME) / total if total else 1.0


def draw(runs: Sequence[Run], old: str, new: str) -> str:
    """`[-gone-] {+new+}` in plain text, the paragraphs kept; of what is the same only the words around a change."""
    parts: list[str] = []
    for at, run in enumerate(runs):
        text = run.old.of(old) if run.change is Change.GONE else run.new.of(new)
        if run.change is Change.SAME:
            said = _shortened(text, is_first=not at, is_last=at == len(runs) - 1)
        else:
            opens, closes = ("[-", "-]") if run.change is Change.GONE else ("{+", "+}")
            said = "\n\n".join(
                f"{opens}{' '.join(each.split())}{closes}" for each in text.split("\n\n") if each.strip()
            )
        parts.append((_gap(run, old, new) if parts else "") + said)
    return "".join(parts)


def same_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """The words that two texts share in the same order, as blocks of which none touches the next."""
    held: _Block | None = None
    for i, j, size in _raw_blocks(old, new):
        if held and (held[0] + held[2], held[1] + held[2]) == (i, j):
            held = (held[0], held[1], held[2] + size)
        else:
            if held:
                yield held
            held = (i, j, size)
    if held:
        yield held


def _raw_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    a = b = 0
    for i, j in (*_anchors(old, new), (len(old), len(new))):
        yield from _between(old, new, (a, i), (b, j))
        if i < len(old):
            yield i, j, 1
        a, b = i + 1, j + 1


def _between(old: Sequence[str], new: Sequence[str], own: tuple[int, int], other: tuple[int, int]) -> Iterator[_Block]:
    """The gap between two anchors: what is the same at its ends, and its middle if that is short enough."""
    (a, i), (b, j) = own, other
    head = 0
    while a + head < i and b + head < j and old[a + head] == new[b + head]:
        head += 1
    tail = 0
    while a + head < i - tail and b + head < j - tail and old[i - tail - 1] == new[j - tail - 1]:
        tail += 1
    if head:
        yield a, b, head
    first, second = old[a + head : i - tail], new[b + head : j - tail]
    if first and second and len(first) * len(second) <= CLOSELY:
        for x, y, size in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
            if size:
                yield a + head + x, b + head + y, size
    if tail:
        yield i - tail, j - tail, tail


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Words that stand once in each text, as many as keep their order in both."""
    once = [word for word, count in Counter(old).items() if count == 1]
    counts = Counter(new)
    places = {word: at for at, word in enumerate(new) if counts[word] == 1}
    at_old = {word: at for at, word in enumerate(old)}
    pairs = [(at_old[word], places[word]) for word in once if word in places]
    pairs.sort()
    return _longest_rise(pairs)


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second numbers rise as well (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            ends.append(at)
        else:
            tops[pile], ends[pile] = j, at
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _span(words: Sequence[re.Match[str]], first: int, end: int, length: int) -> Span:
    """From the first word to the last; of none, the place where they would stand."""
    if first == end:
        place = words[first].start() if first < len(words) else length
        return Span(place, place)
    return Span(words[first].start(), words[end - 1].end())


def _gap(run: Run, old: str, new: str) -> str:
    """A new paragraph where the text has one in front of the run, else a blank."""
    text, start = (old, run.old.start) if run.change is Change.GONE else (new, run.new.start)
    return "\n\n" if "\n\n" in text[max(start - 4, 0) : start] else " "


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    words = list(_WORD.finditer(text))
    kept_head, kept_tail = (0 if is_first else CONTEXT), (0 if is_last else CONTEXT)
    left_out = len(words) - kept_head - kept_tail
    if left_out <= WORTH or (is_first and is_last):
        return text
    head = text[: words[kept_head - 1].end()] if kept_head else ""
    tail = text[words[len(words) - kept_tail].start() :] if kept_tail else ""
    return " ".join(filter(None, (head, f"… {left_out} words …", tail)))
