"""What a build is made of, so that a test can put its own in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.actor import Findings
from briefing.model.article import Article, Problem
from briefing.search.engine import IndexedText, SearchEngine

Texts = Callable[[int], IndexedText | None]


def _knows(name: str) -> bool:
    from briefing.formats import registry

    return registry.knows(name)


def _read(path: Path, relative: str, max_bytes: int) -> Iterable[Article | Problem]:
    from briefing.formats import registry

    return registry.read_file(path, relative, max_bytes)


def _rules() -> int:
    from briefing.extract.pipeline import RULES

    return RULES


def _find(article: Article) -> Findings:
    from briefing.extract.pipeline import RuleExtractor

    return RuleExtractor().find(article)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def open_engine(name: str, folder: Path, texts: Texts) -> SearchEngine:
    """The engine of the settings, ours or an installed one, over an index folder."""
    from briefing.search.registry import load_engine

    return load_engine(name)(folder, texts)


@dataclass(frozen=True, slots=True)
class Parts:
    """Readers, extractor and engine of a build; each loads what it needs when it is first called."""

    knows: Callable[[str], bool] = _knows
    read: Callable[[Path, str, int], Iterable[Article | Problem]] = _read
    rules: Callable[[], int] = _rules
    find: Callable[[Article], Findings] = _find
    engine: Callable[[str, Path, Texts], SearchEngine] = open_engine
    extractor: str = "rules"
    """The name of the extractor that `rules` and `find` are; other processes open it by that."""
    workers: int = 0
    """Processes that extract beside this one; 0 is one a core where the work is worth it, 1 is none."""

    def chosen(self, name: str) -> Parts:
        """With the extractor of the settings, or the rules where it cannot work; what a test put in stays."""
        if self.find is not _find or name == self.extractor:
            return self
        from briefing.extract.registry import open_or_rules, stamp

        opened = open_or_rules(name)
        rules = (lambda: stamp(opened)) if self.rules is _rules else self.rules
        return replace(self, extractor=opened.name, rules=rules, find=opened.find)

    def crew(self) -> int:
        """How many processes extract; what a test put in is known to this process only."""
        known = self.find is _find or self.extractor != "rules"
        return (self.workers or _cores()) if known else 1
