"""A word diff paragraph by paragraph: what stays is counted, what changes stands with a few words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.library.word_diff import CONTEXT, WORTH
from briefing.model.diff import Bit, Change, Passage, Run, Same
from briefing.model.text import Span

_WORD = re.compile(r"\S+")


def passages(runs: Sequence[Run], old: str, new: str) -> list[Passage | Same]:
    """The paragraphs of both texts in order, those that are the same only counted."""
    made: list[Passage | Same] = []
    same = 0
    for bits in _paragraphs(runs, old, new):
        if all(bit.change is Change.SAME for bit in bits):
            same += 1
            continue
        if same:
            made.append(Same(same))
            same = 0
        made.append(Passage(tuple(_shortened(bits, new))))
    return [*made, Same(same)] if same else made


def places(runs: Iterable[Run]) -> int:
    """At how many places the texts differ: what is gone and what came in its stead is one."""
    count, inside = 0, False
    for run in runs:
        changed = run.change is not Change.SAME
        count += changed and not inside
        inside = changed
    return count


def _paragraphs(runs: Iterable[Run], old: str, new: str) -> Iterator[list[Bit]]:
    bits: list[Bit] = []
    for bit, begins in _in_order(runs, old, new):
        if bits and begins:
            yield bits
            bits = []
        bits.append(bit)
    if bits:
        yield bits


_Begun = tuple[Bit, bool]
"""Words, and whether a paragraph begins with them."""


def _in_order(runs: Iterable[Run], old: str, new: str) -> Iterator[_Begun]:
    """What came in the stead of a paragraph's end stands there, before the other paragraphs that are gone with it."""
    gone: list[_Begun] = []
    for run in runs:
        text, span = (old, run.old) if run.change is Change.GONE else (new, run.new)
        parts = list(_parts(run.change, text, span))
        if run.change is Change.GONE:
            gone = parts
            continue
        if run.change is Change.NEW and gone and parts and not gone[0][1] and not parts[0][1]:
            yield from (gone[0], parts[0], *gone[1:], *parts[1:])
        else:
            yield from (*gone, *parts)
        gone = []
    yield from gone


def _parts(change: Change, text: str, span: Span) -> Iterator[_Begun]:
    """The words of a run, each paragraph's by themselves."""
    start = span.start
    while start < span.end:
        at = text.find("\n\n", start, span.end)
        end = span.end if at < 0 else at
        words = text[start:end]
        if words.strip():
            yield Bit(change, words, Span(start, start + len(words.rstrip()))), _begins(text, start)
        start = end
        while start < span.end and text[start].isspace():
            start += 1


def _begins(text: str, at: int) -> bool:
    """Whether a paragraph begins here."""
    before = at
    while before and text[before - 1].isspace():
        before -= 1
    return "\n\n" in text[before:at]


def _shortened(bits: Sequence[Bit], new: str) -> Iterator[Bit]:
    """Of a long run that is the same, the words beside a change."""
    for at, bit in enumerate(bits):
        if bit.change is not Change.SAME:
            yield bit
            continue
        words = [found.span() for found in _WORD.finditer(bit.text)]
        head, tail = (CONTEXT if at else 0), (CONTEXT if at < len(bits) - 1 else 0)
        if len(words) - head - tail <= WORTH:
            yield bit
            continue
        start = bit.place.start
        if head:
            yield _part(new, start, start + words[head - 1][1])
        middle = Span(start + words[head][0], start + words[len(words) - tail - 1][1])
        yield Bit(Change.SAME, "", middle, len(words) - head - tail)
        if tail:
            yield _part(new, start + words[-tail][0], start + words[-1][1])


def _part(new: str, start: int, end: int) -> Bit:
    return Bit(Change.SAME, new[start:end], Span(start, end))
