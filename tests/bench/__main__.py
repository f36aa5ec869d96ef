"""`python -m tests.bench [COUNT] [--from PATH] [--only PART ...]`: our engines beside others, and the program itself.

The articles are those of a folder or a file of JSON lines, or COUNT made ones (20,000 if not given). All engines
answer the same questions over the same texts in one run, taking turns: machines differ, so look at the ratios.
At the end stand the goals of search, each with its figure. BENCH_JSON=FILE names a file for the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import engines, program
from tests.bench.corpora import folder_of
from tests.bench.goals import goals

PARTS = ("start", "build", "searches", "processes", "engines")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=20_000)
    parser.add_argument("--from", dest="given", type=Path, help="a folder of articles, or a file of JSON lines")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--peers", nargs="*", default=engines.PEERS, help="default: all that are installed")
    parser.add_argument("--keep", type=Path, help="a folder for libraries and indexes, used again when it is there")
    parser.add_argument("--extract", action="store_true", help="find names too, so that facets are compared: slow")
    options = parser.parse_args()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        base = options.keep or Path(name)
        base.mkdir(exist_ok=True)
        folder = folder_of(base, options.count, options.given)
        stages: dict[str, Callable[[], dict[str, float]]] = {
            "start": lambda: program.start(base, options.count),
            "build": lambda: program.build(folder, base / "places", options.count),
            "searches": lambda: program.searches(folder, base / "places"),
            "processes": lambda: program.command_line(folder, base / "places"),
        }
        if "searches" in options.only or "processes" in options.only:
            options.only = [*{"build": 0} | dict.fromkeys(options.only)]
        for part in (part for part in PARTS[:-1] if part in options.only):
            found = stages[part]()
            figures |= found
            for label, value in found.items():
                print(f"{value:10,.2f}  {label}", flush=True)
        if "engines" in options.only:
            figures["engines"] = engines.compare(base, folder, options.peers, options.extract)
    if reached := goals(figures):
        print("\n" + "\n".join(map(str, reached)), flush=True)
    if where := os.environ.get("BENCH_JSON"):
        Path(where).write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
