"""`python -m tests.bench.opening FOLDER PLACES ENGINE WORD`: what a process pays to open a library and ask once."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def private_kilobytes() -> int:
    """Memory of this process that it shares with no file and no other process; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


def main() -> None:
    folder, places, engine, word = sys.argv[1:]
    from briefing.library import asking, library, store  # noqa: F401
    from briefing.library.library import Library
    from briefing.model.order import Order
    from briefing.search.registry import load_engine
    from briefing.settings.places import find_places
    from briefing.settings.schema import Settings

    load_engine(engine)
    if engine == "whoosh":
        from briefing.search.whoosh import engine as imported  # noqa: F401
    found = Library([Path(folder)], find_places(Path(places)), Settings(engine=engine))
    memory, before = private_kilobytes(), time.process_time()
    pages = list(found.search(found.parse(word), Order.RELEVANCE, 50))
    cards = found.cards([hit.number for hit in pages[-1].hits])
    spent = time.process_time() - before
    print(json.dumps({"cpu": 1000 * spent, "private": (private_kilobytes() - memory) / 1024, "rows": len(cards)}))


if __name__ == "__main__":
    main()
