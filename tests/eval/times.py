"""How well and how fast times are found and placed, on the part that was tuned on and on the quarter set aside.

`BRIEFING_DATA=FOLDER python -m tests.eval times [--tuned | --speed]`; FOLDER holds `data/tbaq` and `data/wikiwars-dev`.
With `--tuned` the part set aside stays unopened. `--speed` gives words a second beside dateparser's, where that is
installed, on the articles tuned on.
"""

from __future__ import annotations

import argparse
import importlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from briefing.extract.pipeline import RuleExtractor
from briefing.extract.resolve import resolve
from briefing.extract.times import find_times
from briefing.formats.registry import read_source
from briefing.model.article import Article
from tests.eval.score_times import Marked, Score, Time, read_marked

SETS = ("tbaq", "wikiwars-dev")
_SLOW_WORDS = 20_000
"""Words that are enough to time a slow finder."""


def score(articles: list[Marked]) -> Score:
    """Our times against the marked ones."""
    total = Score()
    extractor = RuleExtractor()
    for marked in articles:
        article = _article(marked)
        found = extractor.find(article).times
        spans = [(article.text.origin.span_to_source(one.span), one.when.value) for one in found]
        total.add(marked.times, [Time(span.start, span.end, value) for span, value in spans])
    return total


def _article(marked: Marked) -> Article:
    article = read_source(marked.text, marked.name, marked.published)
    if not isinstance(article, Article):
        raise SystemExit(f"{marked.name} cannot be read as an article")
    return article


def words_per_second(work: Callable[[], object], words: int, rounds: int = 5) -> float:
    """The best of some rounds, in CPU time."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return words / best


def print_speed(articles: list[Marked]) -> None:
    """Times alone: from sentences to values, beside dateparser from the same texts."""
    extractor = RuleExtractor()
    read = [_article(marked) for marked in articles]
    ready = [(one.text.value, list(extractor.find(one).sentences), one.published) for one in read]

    def ours() -> None:
        for value, sentences, published in ready:
            resolve(find_times(value, sentences), published.day if published else None, None)

    words = sum(len(value.split()) for value, _, _ in ready)
    own = words_per_second(ours, words)
    print(f"briefing    {own:10,.0f} words/s on {words:,} words")
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        print("dateparser  not installed")
        return
    texts: list[str] = []
    search_dates("on 5 May 2020", languages=["en"])  # loads its tables
    while texts != [marked.text for marked in articles] and sum(len(text.split()) for text in texts) < _SLOW_WORDS:
        texts.append(articles[len(texts)].text)
    for title, told, few in (("told English", {"languages": ["en"]}, texts), ("as called", {}, texts[:8])):
        words = sum(len(text.split()) for text in few)
        began = time.process_time()
        for text in few:
            search_dates(text, **told)
        theirs = words / (time.process_time() - began)
        print(f"dateparser  {theirs:10,.0f} words/s on {words:,} words, {title}; ours over it {own / theirs:.0f}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval times", description=__doc__)
    parser.add_argument("--tuned", action="store_true", help="leave the part set aside unopened")
    parser.add_argument("--speed", action="store_true", help="words a second instead of scores")
    chosen = parser.parse_args()
    data = os.environ.get("BRIEFING_DATA")
    if not data:
        parser.error("BRIEFING_DATA names no folder")
    folders = [Path(data) / "data" / name for name in SETS]
    if chosen.speed:
        print_speed([marked for folder in folders for marked in read_marked(folder, aside=False)])
        return
    print(f"{'':14}{'':10}{'articles':>9}{'marked':>8}{'found':>8}{'relaxed':>9}{'strict':>8}{'value':>7}")
    for folder in folders:
        for aside in (False,) if chosen.tuned else (False, True):
            made = score(read_marked(folder, aside))
            part = "set aside" if aside else "tuned on"
            print(
                f"{folder.name:14}{part:10}{made.articles:9}{made.marked:8}{made.found:8}"
                f"{made.relaxed:9.1f}{made.strict:8.1f}{made.value:7.1f}"
            )


if __name__ == "__main__":
    main()
