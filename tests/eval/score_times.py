"""Time expressions against marked articles in TimeML, in the TempEval-3 manner: relaxed, strict and value F1.

A quarter of the files, picked by a hash of the name, is set aside: rules were written without opening it.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PUBLISHED = re.compile(r'<DCT>\s*<TIMEX3[^>]*?\bvalue="([^"]*)"')
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.S)


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of text that names a time, and its value."""

    start: int
    end: int
    value: str | None

    def overlaps(self, other: Time) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with the times its annotators marked."""

    name: str
    text: str
    published: date | None
    times: tuple[Time, ...]


@dataclass(slots=True)
class Score:
    """Counts over many articles."""

    articles: int = 0
    marked: int = 0
    found: int = 0
    found_touching: int = 0
    marked_touched: int = 0
    same_span: int = 0
    same_value: int = 0

    def add(self, marked: Sequence[Time], found: Iterable[Time]) -> None:
        """Counts one article; each marked time is taken by one found time at most."""
        predicted = list(dict.fromkeys(found))
        self.articles += 1
        self.marked += len(marked)
        self.found += len(predicted)
        self.marked_touched += sum(any(time.overlaps(one) for one in predicted) for time in marked)
        taken: set[int] = set()
        for one in predicted:
            touched = [at for at, time in enumerate(marked) if time.overlaps(one)]
            self.found_touching += bool(touched)
            if touched:
                best = max(touched, key=lambda at: _nearness(marked[at], one))
                if best not in taken:
                    taken.add(best)
                    self._count(marked[best], one)

    def _count(self, time: Time, one: Time) -> None:
        self.same_span += (time.start, time.end) == (one.start, one.end)
        self.same_value += time.value == one.value

    @property
    def relaxed(self) -> float:
        """F1 of stretches that overlap."""
        precision = self.found_touching / max(self.found, 1)
        recall = self.marked_touched / max(self.marked, 1)
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def strict(self) -> float:
        """F1 of stretches that are the same."""
        return self._f1(self.same_span)

    @property
    def value(self) -> float:
        """F1 of stretches that overlap and have the same value."""
        return self._f1(self.same_value)

    def _f1(self, hits: int) -> float:
        return 200 * hits / (self.found + self.marked) if self.found + self.marked else 0.0


def _nearness(time: Time, one: Time) -> tuple[bool, int]:
    return time.value == one.value, min(time.end, one.end) - max(time.start, one.start)


def is_set_aside(name: str) -> bool:
    """Whether the file of this name belongs to the quarter that no rule was tuned on."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 4 == 0


def read_marked(folder: Path, aside: bool) -> list[Marked]:
    """The articles of one part, in order of path; files of the other part are not opened."""
    paths = (path for path in sorted(folder.rglob("*.tml")) if is_set_aside(path.name) is aside)
    return [marked for path in paths if (marked := _read(path)) is not None]


def _read(path: Path) -> Marked | None:
    raw = path.read_text("utf-8", "replace")
    published, body = _PUBLISHED.search(raw), _BODY.search(raw)
    if not published or not body:
        return None
    try:
        day = date.fromisoformat(published[1][:10])
    except ValueError:
        day = None
    text, times = read_body(body[1])
    return Marked(path.stem, text, day, times)


def read_body(source: str) -> tuple[str, tuple[Time, ...]]:
    """The text of a marked body without its tags, and its outermost times."""
    pieces: list[str] = []
    opened: list[tuple[int, str]] = []
    times: list[Time] = []
    length = at = 0
    for tag in _TAG.finditer(source):
        pieces.append(html.unescape(source[at : tag.start()]))
        length += len(pieces[-1])
        at = tag.end()
        if tag[2] != "TIMEX3" or tag[3].endswith("/"):
            continue
        if not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3])).get("value", "")))
        elif opened:
            start, value = opened.pop()
            if not opened and length > start:
                times.append(Time(start, length, value))
    pieces.append(html.unescape(source[at:]))
    return "".join(pieces), tuple(times)
