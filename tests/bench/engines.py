"""All engines side by side: index, keystrokes, kinds of queries, opening."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.bench.corpora import Built, build_library, stories
from tests.bench.peers import Absent, Indexed, Peer, Row
from tests.bench.peers.fts5 import Fts5
from tests.bench.peers.ours import Ours, add_one
from tests.bench.peers.ripgrep import Ripgrep, cpu_of_children
from tests.bench.questions import Facets, Question, keystrokes, kinds
from tests.bench.report import Times, median, spread, table

PEERS = ("whoosh", "tantivy", "fts5", "stock", "ripgrep")
ROUNDS = 3
PATIENCE = 60.0
"""CPU seconds for all keystrokes of one round; an engine that needs more is measured on those it came to."""
_SMALL = 20_000
"""Stock Whoosh indexes some 250 articles a second: only so many are given to it unless it is asked for alone."""

Figures = dict[str, dict[str, float | None]]


def compare(base: Path, folder: Path, wanted: Sequence[str], extracts: bool = False) -> dict[str, object]:
    """Prints a table for each part and returns all of it."""
    ours = [
        Ours(_built(base, folder, name, extracts))
        for name in ("whoosh", "tantivy")
        if name in wanted and _is_there(name)
    ]
    for name in ("whoosh", "tantivy"):
        if name in wanted and not _is_there(name):
            print(f"absent: {name}")
    peers = [*_others(base, wanted), *ours]
    figures: dict[str, object] = {"articles": ours[0].built.articles}
    print(f"{ours[0].built.articles:,} articles", flush=True)
    for title, unit, part in (
        ("index", "", lambda: _index(peers, ours)),
        ("keystrokes", "ms", lambda: _keystrokes(peers)),
        ("queries", "CPU ms", lambda: _kinds(peers)),
        ("open and a rare word", "", lambda: _opening(ours, peers)),
    ):
        found: Figures = part()  # type: ignore[no-untyped-call]
        figures[title] = found
        print("\n" + table(title, found, unit), flush=True)
    for peer in peers:
        peer.close()
    return figures


def _is_there(name: str) -> bool:
    from briefing.search.registry import names

    return name in names() and find_spec(name) is not None


def _built(base: Path, folder: Path, name: str, extracts: bool) -> Built:
    places, note = base / f"library-{name}", base / f"library-{name}.json"
    if note.exists():
        return Built(folder, places, name, **json.loads(note.read_text()))
    built = build_library(folder, places, name, extracts)
    note.write_text(json.dumps({"seconds": built.seconds, "articles": built.articles}))
    return built


def _others(base: Path, wanted: Sequence[str]) -> list[Peer]:
    def stock() -> Peer:
        from tests.bench.peers.stock_whoosh import StockWhoosh

        return StockWhoosh(base)

    makers: dict[str, Callable[[], Peer]] = {
        "fts5": lambda: Fts5(base),
        "stock": stock,
        "ripgrep": lambda: Ripgrep(base),
    }
    found: list[Peer] = []
    for name in (name for name in makers if name in wanted):
        try:
            found.append(makers[name]())
        except Absent as absent:
            print(f"absent: {absent}")
    return found


def _index(peers: list[Peer], ours: list[Ours]) -> Figures:
    built = ours[0].built
    costs: dict[str, Indexed] = {}
    for peer in list(peers):
        if peer.name == "stock Whoosh" and built.articles > _SMALL and len(peers) > 2:
            print(f"left out: stock Whoosh, above {_SMALL:,} articles (--peers whoosh stock asks for it)")
            peers.remove(peer)
            continue
        if cost := peer.index(stories(built.store)):
            costs[peer.name] = cost
    return {
        "articles a CPU second": {name: built.articles / cost.seconds for name, cost in costs.items()},
        "size, MB": {name: cost.size / 1e6 for name, cost in costs.items()},
        "one article more, CPU ms": {each.name: min(add_one(each.built) for _ in range(3)) for each in ours},
    }


@contextmanager
def _timed(into: list[Times]) -> Iterator[None]:
    cpu, wall = time.process_time() + cpu_of_children(), time.perf_counter()
    yield
    spent = time.process_time() + cpu_of_children() - cpu
    into.append(Times(1000 * spent, 1000 * (time.perf_counter() - wall)))


def _keystrokes(peers: list[Peer]) -> Figures:
    """Each text is typed once after a fresh opening, so that no answer is known; the median of some such rounds."""
    typed = keystrokes()
    first: dict[str, dict[str, list[float]]] = {peer.name: {} for peer in peers if isinstance(peer, Ours)}
    taken: dict[str, dict[str, list[Times]]] = {peer.name: {} for peer in peers}
    for turn in range(ROUNDS):
        for peer in peers:
            peer.open()
            peer.ask(Question("zzzz"))  # loads the engine
        gc.collect()
        gc.freeze()  # what the bench itself keeps is not what a program at work keeps
        left = dict.fromkeys(taken, 1000 * PATIENCE)
        for question in typed:
            for peer in peers:
                if left[peer.name] < 0 or (turn and peer.name == "stock Whoosh"):
                    continue
                once: list[Times] = []
                began = time.process_time()
                with _timed(once):
                    rows = peer.ask(question)
                if isinstance(peer, Ours):
                    to_rows = 1000 * (peer.first_rows - began) if peer.first_rows else once[0].cpu
                    first[peer.name].setdefault(question.raw, []).append(to_rows)
                left[peer.name] -= once[0].cpu
                if rows is not None:
                    taken[peer.name].setdefault(question.raw, []).append(once[0])
    found: Figures = {}
    for name, times in taken.items():
        each = {raw: median(rounds) for raw, rounds in times.items()}
        found.setdefault("keystrokes measured", {})[name] = len(each)
        for kind in ("cpu", "wall"):
            for label, value in spread([getattr(one, kind) for one in each.values()]).items():
                found.setdefault(f"{kind.upper() if kind == 'cpu' else kind} {label}", {})[name] = value
        if name in first:
            rows_at = [sorted(rounds)[len(rounds) // 2] for rounds in first[name].values()]
            for label, value in spread(rows_at).items():
                found.setdefault(f"CPU {label} to the first rows", {})[name] = value
        worst = sorted(each, key=lambda raw: -each[raw].cpu)[:12]
        print(f"slowest keystrokes, {name}: " + ", ".join(f"{raw!r} {each[raw].cpu:.1f}" for raw in worst), flush=True)
    return found


def _kinds(peers: list[Peer]) -> Figures:
    yard = next(peer for peer in peers if isinstance(peer, Fts5))
    words = [(word, count) for word, count in yard.words_by_articles() if word.isalpha() and len(word) > 3]
    rare = next((word for word, count in words if count <= 9), words[-1][0])
    middle = [word for word, count in words if count <= words[0][1] // 8][:3]
    middle += [word for word, _ in words[1 : 4 - len(middle)]]
    found: Figures = {}
    counted = _counted_alike(yard, [peer for peer in peers if isinstance(peer, Ours)], words)
    for label, question in kinds(rare, words[0][0], (middle[0], middle[1], middle[2]), counted).items():
        row = found.setdefault(label, {})
        answers: dict[str, list[Row]] = {}
        for peer in peers:
            taken: list[Times] = []
            for _ in range(ROUNDS):
                peer.open()
                peer.ask(Question("zzzz"))
                with _timed(taken):
                    rows = peer.ask(question)
            row[peer.name] = None if rows is None else median(taken).cpu
            if rows is not None and question.facets is Facets.ACTORS:
                answers[peer.name] = rows
        if len({tuple(count for _, count in rows) for rows in answers.values()}) > 1:
            print(f"not the same counts by actor: {answers}")
    found["20 snippets of known rows"] = {
        peer.name: _best_of_rounds(peer.snippets, words[0][0]) for peer in peers if isinstance(peer, Fts5 | Ours)
    }
    return found


def _counted_alike(yard: Fts5, ours: list[Ours], words: list[tuple[str, int]]) -> str:
    """A word as common as those of the other questions that every engine finds in as many articles.

    Engines part words differently, so that for some words the sets differ by a few articles.
    """
    few = [(word, count) for word, count in words if count <= words[0][1] // 8]
    alike = (word for word, count in few if all(each.total(Question(word)) == count for each in ours))
    return next(alike, words[-1][0])


def _best_of_rounds(cut: Callable[[str], Callable[[], int]], word: str) -> float:
    """CPU milliseconds of what `cut` prepares; the first time, which loads the code, does not count."""
    again = cut(word)
    again()
    taken: list[Times] = []
    for _ in range(ROUNDS):
        with _timed(taken):
            again()
    return median(taken).cpu


_SCRIPT = """
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(
    "SELECT id, title FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT 50", (sys.argv[2],)):
    print(*row)
"""


_COMMAND = "from briefing.cli.main import run; run()"
"""What the installed command runs."""


def _opening(ours: list[Ours], peers: list[Peer]) -> Figures:
    """In processes of their own: one question after the imports, and the whole from the first import on."""
    yard = next(peer for peer in peers if isinstance(peer, Fts5))
    words = [(word, count) for word, count in yard.words_by_articles() if word.isalpha()]
    rare = next((word for word, count in words if count <= 9), words[-1][0])  # made texts have no rare words
    asked = (str(yard.path), rare)
    found: Figures = {"CPU ms after imports": {}, "private MB": {}}
    whole: dict[str, float | None] = {yard.name: _process("-c", _SCRIPT, *asked)}
    with_whoosh: dict[str, float | None] = {yard.name: _process("-c", "import whoosh.index" + _SCRIPT, *asked)}
    for each in ours:
        where = (str(each.built.folder), str(each.built.places))
        command = [sys.executable, "-m", "tests.bench.opening", *where]
        runs = [_report([*command, each.name, rare]) for _ in range(5)]
        found["CPU ms after imports"][each.name] = min(run["cpu"] for run in runs)
        found["private MB"][each.name] = min(run["private"] for run in runs)
        settings = each.built.places / "config" / "settings.toml"
        settings.parent.mkdir(exist_ok=True)
        settings.write_text(f'engine = "{each.name}"\n')
        search = ("-c", _COMMAND, "search", "--data-dir", where[1], "--in", where[0], rare)
        whole[each.name] = with_whoosh[each.name] = _process(*search)
    return {**found, "whole process, CPU ms": whole, "the same, FTS5 importing whoosh.index": with_whoosh}


def _process(*command: str) -> float:
    """CPU milliseconds of a whole process, the best of five."""

    def once() -> float:
        before = cpu_of_children()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        return 1000 * (cpu_of_children() - before)

    return min(once() for _ in range(5))


def _report(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))
