"""`python -m tests.bench.desk [FOLDER|COUNT] [--keep DIR] [--only PART ...]`: what the analyst's pages cost.

FOLDER is read as it is; COUNT articles (20,000 if nothing is named) are made. For each page the program is started
anew in a terminal of 80x24: CPU ms until the first screen of the page stands and until it rests, bytes sent, and
memory over what the program held before: anonymous (what it keeps) and peak RSS (the most it held on the way), both as
the kernel tells them. Then the same pages as verbs: CPU ms and peak RSS of the whole process, beside a plain search.
`fold` folds all articles into stories again, in a copy of the store. `notebook` loads a journal of 100,000 lines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.library import schema, stories
from tests.bench.corpora import folder_of
from tests.terminal.pty_session import PtySession

PARTS = ("pages", "verbs", "fold", "notebook")
COUNT = 20_000
_TICK = os.sysconf("SC_CLK_TCK")
_REST = 1.5

TELL = """
import atexit, re, sys, time
report = sys.argv.pop(1)
def tell():
    with open("/proc/self/status") as status, open(report, "w") as told:
        print(time.process_time(), re.search(r"VmHWM:\\s+(\\d+)", status.read())[1], file=told)
atexit.register(tell)
from briefing.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
"""The program, which tells at its end what it took; `ru_maxrss` would begin with that of whoever started it."""


class Page(NamedTuple):
    """A page as keys, and the word by which its first screen is known."""

    name: str
    keys: str
    seen: str


class Cost(NamedTuple):
    """What opening a page took: CPU milliseconds, bytes, and megabytes over what was held before."""

    first: float
    whole: float
    sent: int
    kept: float
    peak: float


def pages(actor: str) -> Sequence[Page]:
    """Those that are looked at; the dossier of this actor."""
    return (
        Page(f"dossier of {actor}", f":dossier {actor}\r", "NAMES"),
        Page("timeline of everything", "T", "● a day"),
        Page(f"timeline of {actor}", f":timeline {actor}\r", "● a day"),
        Page("ledger of everything", ":ledger\r", "dated claims"),
        Page(f"with whom, {actor}", f":pairs {actor}\r", "named with it"),
        Page("review", "r", "skip: not asked"),
        Page("facets of everything", "4", "FACETS"),
    )


class Reader:
    """The program on a library, its first screen painted."""

    def __init__(self, folder: Path, places: Path) -> None:
        where = ["--data-dir", str(places), "--read-only", str(folder)]
        self.session = PtySession([sys.executable, "-m", "briefing", "open", *where], (80, 24))
        self.session.until(" of ", 60)
        self.session.quiet(_REST)
        self._process = Path(f"/proc/{self.session.process.pid}")

    def cpu(self) -> float:
        """Milliseconds of CPU so far, of all threads."""
        fields = (self._process / "stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / _TICK

    def memory(self, kind: str, file: str = "smaps_rollup") -> float:
        """Megabytes."""
        found = re.search(rf"^{kind}:\s+(\d+) kB", (self._process / file).read_text(), re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def open(self, page: Page) -> Cost:
        """Presses the keys, and waits until the page stands and the program rests."""
        (self._process / "clear_refs").write_text("5")  # the peak begins anew
        cpu, kept, peak = self.cpu(), self.memory("Anonymous"), self.memory("VmHWM", "status")
        self.session.mark()
        self.session.send(page.keys)
        self.session.until(page.seen, 60)
        first = self.cpu() - cpu
        before = -1.0
        while before != (before := self.cpu()):
            self.session.quiet(_REST)
        over = self.memory("Anonymous") - kept, self.memory("VmHWM", "status") - peak
        return Cost(first, self.cpu() - cpu, len(self.session.sent), *over)


def measure_pages(folder: Path, places: Path, actor: str) -> None:
    """One line a page."""
    head = "page                              first ms  whole ms    bytes  kept MB  peak MB"
    shown = pages(actor)
    for page in shown:
        reader = Reader(folder, places)
        if page is shown[0]:
            kept, resident = reader.memory("Anonymous"), reader.memory("Rss")
            print(
                f"the reader before it: {kept:.1f} MB anonymous, {resident:.1f} MB resident, {reader.cpu():.0f} ms CPU"
            )
            print(head, flush=True)
        try:
            cost = reader.open(page)
        except AssertionError as missing:
            print(f"{page.name:<32}  not shown: {str(missing).splitlines()[0]}")
            continue
        finally:
            reader.session.close()
        print(
            f"{page.name:<32}{cost.first:10.0f}{cost.whole:10.0f}{cost.sent:9,}{cost.kept:9.1f}{cost.peak:9.1f}",
            flush=True,
        )


def measure_verbs(folder: Path, places: Path, actor: str) -> None:
    """One line a verb: CPU and peak memory of the whole process, as the kernel counts them at its end."""
    everything = ("--limit", "all", "--json")
    verbs = (
        ("search", "harbour"),
        ("actor", actor),
        ("timeline",),
        ("claims",),
        ("pairs",),
        ("copies",),
        ("actor", actor, *everything),
        ("timeline", "--by", "day", "--json"),
        ("claims", *everything),
        ("copies", *everything),
        ("export", "--to", "csv"),
        ("export", "--actor", actor, "--to", "html"),
    )
    print("verb                                      CPU ms   peak RSS MB", flush=True)
    for verb in verbs:
        where = ("--data-dir", str(places), "--in", str(folder))
        with tempfile.NamedTemporaryFile("r") as report:
            command = [sys.executable, "-c", TELL, report.name, *verb, *where]
            process = subprocess.run(command, check=False, capture_output=True)
            cpu, peak = report.read().split()
        told = f"{' '.join(verb)}" + (f"  exit {process.returncode}" if process.returncode else "")
        print(f"{told:<40}{1000 * float(cpu):8.0f}{int(peak) / 1024:14.1f}", flush=True)


def measure_fold(store: Path) -> None:
    """Folds all articles of a copy of the store, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.desk", "--fold", str(store)]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="", flush=True)


def fold(store: Path) -> None:
    """In this process; its peak memory is told over what it held with the store open."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / store.name
        shutil.copy(store, copy)
        db = schema.open_for_writing(copy)
        db.execute("BEGIN")
        db.executescript("DELETE FROM story; DELETE FROM mark; DELETE FROM unfolded;")
        db.execute("BEGIN")
        count = 0
        for (number,) in db.execute("SELECT number FROM articles").fetchall():
            stories.note(db, number)
            count += 1
        db.execute("COMMIT")
        before = resource.getrusage(resource.RUSAGE_SELF)
        db.execute("BEGIN")
        for _ in stories.settle(db):
            db.execute("COMMIT")
            db.execute("BEGIN")
        db.execute("COMMIT")
        after = resource.getrusage(resource.RUSAGE_SELF)
        folded = db.execute("SELECT count(*) FROM story WHERE head <> article").fetchone()[0]
        db.close()
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    over = (after.ru_maxrss - before.ru_maxrss) / 1024
    print(f"fold: {count:,} articles, {folded:,} copies: {seconds:.1f} s of CPU, {over:.1f} MB over the open store")


def measure_notebook(base: Path, lines: int = 100_000) -> None:
    """A journal of all sorts of lines, loaded, beside parsing its JSON."""
    from briefing.notebook.journal import Notebook
    from tests.notebook.sample import write_long

    path = base / "long.jsonl"
    write_long(path, lines)
    loading, parsing = [], []
    for _ in range(5):
        began = time.process_time()
        Notebook(path).close()
        loading.append(time.process_time() - began)
        began = time.process_time()
        with path.open("rb") as file:
            for line in file:
                json.loads(line)
        parsing.append(time.process_time() - began)
    path.unlink()
    print(f"notebook: {lines:,} lines loaded in {min(loading):.2f} s of CPU; their JSON alone {min(parsing):.2f} s")


def most_frequent(folder: Path, places: Path) -> str:
    """The actor that most articles name."""
    where = ["--data-dir", str(places), "--in", str(folder)]
    command = [sys.executable, "-m", "briefing", "actors", "--limit", "1", "--json", *where]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return str(told["actors"][0]["name"])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.desk", description=__doc__)
    parser.add_argument("what", nargs="?", default=str(COUNT), help="a folder of articles, or how many are made")
    parser.add_argument("--keep", type=Path, help="a folder for the library, used again when it is there")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--fold", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.fold:
        fold(asked.fold)
        return
    with tempfile.TemporaryDirectory() as name:
        base = asked.keep or Path(name)
        base.mkdir(exist_ok=True, parents=True)
        places = base / "places"
        made = asked.what.isdigit()
        folder = folder_of(base, int(asked.what) if made else COUNT, None if made else Path(asked.what))
        command = [sys.executable, "-m", "briefing", "index", "-q", "--data-dir", str(places), str(folder)]
        subprocess.run(command, check=False)
        store = next(places.glob("cache/*/*/store.db"))
        actor = most_frequent(folder, places)
        parts = {
            "pages": lambda: measure_pages(folder, places, actor),
            "verbs": lambda: measure_verbs(folder, places, actor),
            "fold": lambda: measure_fold(store),
            "notebook": lambda: measure_notebook(base),
        }
        for part in asked.only:
            parts[part]()


if __name__ == "__main__":
    main()
