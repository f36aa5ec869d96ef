"""`python -m tests.bench.extractors [FOLDER]`: the cost of reading, by rules, by parser, by spaCy alone.

Each reads the same articles (the sample corpus, if no folder is named) in a process of its own, one after the other in
several rounds; machines differ, so look at the ratios. What is not installed is named as absent. `spacy alone` is the
small model with all its parts on the bare texts: what its ten-fold speed is asked of the rules against.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from briefing.extract.registry import BUILT_IN, AbsentExtractor, open_extractor
from briefing.formats.registry import knows, read_file
from briefing.model.article import Article
from tests.bench.peers import Absent

ALONE = "spacy alone"
NAMES = (*BUILT_IN, ALONE)
_ROUNDS = 3
_LIMIT = 20_000_000
_PEAK = "ru_maxrss"
Figures = dict[str, float]


def articles(folder: Path) -> list[Article]:
    """All articles of a folder in English, or in a language nobody could tell."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and knows(path.name))
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


def measure(name: str, folder: Path) -> Figures:
    """In this process: CPU to load and read one sentence, CPU for each 100 words, and the most memory held."""
    given = articles(folder)
    words = sum(len(each.text.value.split()) for each in given)
    before = time.process_time()
    read = _reader(name)
    read(given[0])
    loaded = time.process_time() - before
    rounds = []
    for _ in range(_ROUNDS):
        before = time.process_time()
        for each in given:
            read(each)
        rounds.append(time.process_time() - before)
    peak = getattr(resource.getrusage(resource.RUSAGE_SELF), _PEAK) / 1024
    return {"CPU ms for 100 words": 1e5 * median(rounds) / words, "CPU ms to load": 1000 * loaded, "peak MB": peak}


def main() -> None:
    """Prints a line a reader, with its ratio to the rules."""
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
    ours: Figures = {}
    for name in NAMES:
        command = [sys.executable, "-m", "tests.bench.extractors", str(asked.folder), "--one", name]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            print(f"{name:<12} absent: {' '.join(ran.stderr.split())}")
            continue
        figures: Figures = json.loads(ran.stdout)
        ours = ours or figures
        shown = (f"{label} {value:8.2f} ({value / ours[label]:.1f}x)" for label, value in figures.items())
        print(f"{name:<12} " + "   ".join(shown), flush=True)


if __name__ == "__main__":
    main()
