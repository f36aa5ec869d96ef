"""`python -m tests.bench.extractors [FOLDER]`: what finding who and when costs, beside what others take for it.

Each reads the same articles (the sample corpus, if no folder is named) in a process of its own; of several rounds the
best counts, since other work on the machine only adds. Machines differ, so look at the ratios. What is not installed is
named as absent. `spacy` is our optional extractor, `spacy alone` the small model with all its parts, the parser among
them, on the bare texts; `times` is ours from sentences to values, without names and ties. The load is that of a new
process over one that loads nothing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.extract.registry import BUILT_IN, RULES, AbsentExtractor, open_extractor
from briefing.extract.resolve import resolve
from briefing.extract.times import find_times
from briefing.formats.registry import knows, read_file
from briefing.model.article import Article
from tests.bench.peers import Absent

ALONE, TIMES, DATEPARSER, LOAD = "spacy alone", "times", "dateparser", "load"
READERS = (*BUILT_IN, ALONE)
NAMES = (*READERS, TIMES, DATEPARSER, LOAD)
_ROUNDS = 5
_LOADS = 7
_UNSEEN = "unseen"
"""Nobody opens these while the rules may still change."""
_LIMIT = 20_000_000
_SLOW_WORDS = 6_000
"""Words that are enough to time a slow reader."""
_PEAK = "ru_maxrss"
Figures = dict[str, float]

START = """
import time
began = time.process_time()
from briefing.extract.registry import open_extractor
extractor = open_extractor("rules")
from briefing.extract import lexicon
from briefing.extract.tagger.tagger import tagger
lexicon.gazetteer(), lexicon.words("days"), tagger()
loaded = time.process_time()
from briefing.model.article import Article, ArticleId
from briefing.model.text import Paragraph, Span, Text
story = "Abel Norrin, 54, left Arden on 3 May 2021. On Tuesday the ministry said 1,200 men had fled."
text = Text(story, (Paragraph(Span(0, len(story))),))
extractor.find(Article(ArticleId("a"), "a.txt", "", "A", False, text))
print(loaded - began, time.process_time() - began)
"""
"""Everything that is loaded once: code, tables, weights; then an article of two sentences."""


def articles(folder: Path) -> list[Article]:
    """All articles of a folder in English, or in a language nobody could tell."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and knows(path.name))
    paths = [path for path in paths if _UNSEEN not in path.relative_to(folder).parts]
    found = (each for path in paths for each in read_file(path, path.relative_to(folder).as_posix(), _LIMIT))
    return [each for each in found if isinstance(each, Article) and each.language in ("", "en")]


def _reader(name: str) -> Callable[[Article], object]:
    if name != ALONE:
        try:
            return open_extractor(name).find
        except AbsentExtractor as absent:
            raise Absent(str(absent)) from absent
    try:
        import spacy

        from briefing.extract.dependency.parser import MODEL

        language = spacy.load(MODEL)
    except (ImportError, OSError) as absent:
        raise Absent("spaCy or its model is not installed") from absent
    return lambda article: language(article.text.value)


def _rounds(work: Callable[[], object], rounds: int = _ROUNDS) -> Iterator[float]:
    for _ in range(rounds):
        began = time.process_time()
        work()
        yield time.process_time() - began


def _read(name: str, given: list[Article]) -> Figures:
    words = sum(len(each.text.value.split()) for each in given)
    read = _reader(name)
    read(given[0])
    spent = min(_rounds(lambda: [read(each) for each in given]))
    peak = getattr(resource.getrusage(resource.RUSAGE_SELF), _PEAK) / 1024
    return {"ms": 1e5 * spent / words, "peak": peak}


def _times(given: list[Article]) -> Figures:
    find = open_extractor(RULES).find
    ready = [(each.text.value, list(find(each).sentences), each.published) for each in given]

    def work() -> None:
        for value, sentences, published in ready:
            resolve(find_times(value, sentences), published.day if published else None)

    work()
    return {"speed": sum(len(value.split()) for value, _, _ in ready) / min(_rounds(work))}


def _dateparser(given: list[Article]) -> Figures:
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError as absent:
        raise Absent("dateparser is not installed") from absent
    texts: list[str] = []
    for each in given:
        if sum(len(text.split()) for text in texts) < _SLOW_WORDS:
            texts.append(each.text.value)
    search_dates("on 5 May 2020", languages=["en"])  # loads its tables
    (spent,) = _rounds(lambda: [search_dates(text, languages=["en"]) for text in texts], 1)
    return {"speed": sum(len(text.split()) for text in texts) / spent}


def _load() -> Figures:
    """The least of some new processes, in ms of CPU; the first of them writes the bytecode."""
    with tempfile.TemporaryDirectory() as kept:
        apart = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
        env = {name: value for name, value in os.environ.items() if name not in apart} | {"PYTHONPYCACHEPREFIX": kept}
        made = [subprocess.check_output([sys.executable, "-c", START], text=True, env=env) for _ in range(_LOADS)]
    loads, firsts = zip(*(map(float, each.split()) for each in made), strict=True)
    return {"load": 1000 * min(loads), "first": 1000 * min(firsts)}


def measure(name: str, folder: Path) -> Figures:
    """The figures of one of them, taken in this process."""
    if name == LOAD:
        return _load()
    given = articles(folder)
    return _times(given) if name == TIMES else _dateparser(given) if name == DATEPARSER else _read(name, given)


def table(found: dict[str, Figures | str]) -> Iterator[str]:
    """The figures of all as lines: ours with what is asked of it, then each other with its ratio to ours."""
    yield from _rows(found, "CPU ms for 100 words", "ms", RULES, READERS, "at most 3, spacy alone 10x")
    yield from _rows(found, "times alone, words/s", "speed", TIMES, (TIMES, DATEPARSER), "at least 300,000, 50x")
    yield from _rows(found, "load over bare, CPU ms", "load", LOAD, (LOAD,), "at most 60")
    yield from _rows(found, "load and first article", "first", LOAD, (LOAD,), "")
    yield from _rows(found, "peak MB", "peak", RULES, READERS, "at most 60")


def _rows(
    found: dict[str, Figures | str], title: str, key: str, own: str, names: tuple[str, ...], wanted: str
) -> Iterator[str]:
    ours = found[own]
    for name in names:
        figures = found[name]
        if isinstance(figures, str) or isinstance(ours, str):
            yield f"{title:<24}{name:<12} absent: {figures}"
            continue
        value, one = figures[key], ours[key]
        ratio = max(value, one) / min(value, one)
        beside = f"asked: {wanted}" if name == own and wanted else "" if name == own else f"{ratio:.1f}x"
        yield f"{title:<24}{name:<12}{value:>12,.{0 if value > 1000 else 2}f}   {beside}".rstrip()


def main() -> None:
    """Measures one after the other, then prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.extractors", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[2] / "corpus")
    parser.add_argument("--one", choices=NAMES, help="measure this one, here, and print its figures as JSON")
    asked = parser.parse_args()
    if asked.one:
        try:
            print(json.dumps(measure(asked.one, asked.folder)))
        except Absent as absent:
            sys.exit(str(absent))
        return
    found: dict[str, Figures | str] = {}
    for name in NAMES:
        command = [sys.executable, "-m", "tests.bench.extractors", str(asked.folder), "--one", name]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        found[name] = " ".join(ran.stderr.split()) if ran.returncode else json.loads(ran.stdout)
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
