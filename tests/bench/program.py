"""The program as a whole: how it starts, what a build costs, whole processes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from tests.terminal.conftest import Shelf
from tests.terminal.pty_session import PtySession

Figures = dict[str, float]
_RUNS = 10


def cpu_to_first_paint(report: Path, *arguments: str) -> float:
    """CPU seconds of a fresh process up to its first paint."""
    report.unlink(missing_ok=True)
    session = PtySession([sys.executable, "-m", "tests.terminal.first_paint", str(report), *arguments], (80, 24))
    session.process.wait(60)
    session.close()
    return float(json.loads(report.read_text())["cpu"])


def start(base: Path, count: int) -> Figures:
    """Ours on two and on many, beside a bare Textual app, alternating, the best of each."""
    (base / "two").mkdir()
    (base / "many").mkdir()
    two, many = Shelf(base / "two", 2), Shelf(base / "many", count)
    best = {"bare": 9.0, "two": 9.0, "many": 9.0}
    for _ in range(_RUNS):
        best["bare"] = min(best["bare"], cpu_to_first_paint(base / "report", "--bare"))
        for name, shelf in (("two", two), ("many", many)):
            seconds = cpu_to_first_paint(base / "report", str(shelf.folder), str(shelf.places))
            best[name] = min(best[name], seconds)
    return {
        "start: CPU ms of a bare app with three Statics": 1000 * best["bare"],
        "start: CPU ms on 2 articles": 1000 * best["two"],
        f"start: CPU ms on {count:,} articles": 1000 * best["many"],
        "start: ours over bare": best["many"] / best["bare"],
        f"start: {count:,} over 2": best["many"] / best["two"],
    }


def build(folder: Path, places: Path, count: int) -> Figures:
    """A first build, a second one with nothing to do, and one more article."""

    def index() -> tuple[float, float]:
        before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        command = [sys.executable, "-m", "briefing", "index", "-q", "--data-dir", str(places), str(folder)]
        subprocess.run(command, check=False, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - wall

    first, second = index(), index()
    extra = folder / "one-more.txt"
    extra.write_text("One more\n2024-12-29\n\nAn envoy arrived on Monday.\n")
    third = index()
    extra.unlink()
    return {
        "build: articles a CPU second, all stages and processes": count / first[0],
        "build: wall seconds": first[1],
        "build: CPU ms, nothing new, whole process": 1000 * second[0],
        "build: CPU ms, one article more, whole process": 1000 * third[0],
    }


def searches(folder: Path, places: Path) -> Figures:
    """Queries of every kind inside one process, CPU milliseconds to the exact answer with its first rows."""
    from briefing.library.library import Library
    from briefing.model.order import Order
    from briefing.settings.places import find_places
    from briefing.settings.schema import Settings

    library = Library([folder], find_places(places), Settings())
    typed = "wage dispute"
    asked = [typed[:end] for end in range(1, len(typed) + 1)] + ["said", "envoy harbour", '"of the"', "pub:2024 envoy"]

    def once(query: str, typing: bool) -> float:
        before = time.process_time()
        parsed = library.parse(query, typing=typing)
        for page in library.search(parsed, Order.RELEVANCE, 500):
            library.snippets([hit.number for hit in page.hits[:10]], parsed, 60)
        return 1000 * (time.process_time() - before)

    once("a rare first word", True)  # loads the engine
    figures = {f"search: CPU ms, first time: {query!r}": once(query, True) for query in asked}
    again = [once(query, True) for query in asked]
    figures["search: CPU ms, worst of these again"] = max(again)
    library.close()
    return figures


def command_line(folder: Path, places: Path) -> Figures:
    """Whole processes, the best of five, in wall milliseconds."""

    def best(*command: str) -> float:
        def once() -> float:
            before = time.perf_counter()
            subprocess.run([sys.executable, *command], check=False, capture_output=True)
            return 1000 * (time.perf_counter() - before)

        return min(once() for _ in range(5))

    briefing = ("-m", "briefing")
    where = ("--data-dir", str(places), "--in", str(folder))
    return {
        "process: ms, python -c pass": best("-c", "pass"),
        "process: ms, briefing --help": best(*briefing, "--help"),
        "process: ms, import whoosh.index": best("-c", "import whoosh.index"),
        "process: ms, briefing search, a rare phrase": best(*briefing, "search", *where, '"wage dispute"'),
        "process: ms, briefing search, a common word": best(*briefing, "search", *where, "envoy"),
    }
