"""How well the first hits are ordered: nDCG@10 of judged queries over the sample corpus.

`python -m tests.eval.ranking` prints a line a query. `judged.json` holds, for each query, articles by their name with
2 (it is about that) or 1 (it tells something of it); what is not listed is 0. Judged by one reader who had
the program's hits in view; copies of one wire report count alike, though the program puts all but one of them last.
Articles of `corpus/unseen` were not judged and are left out. The measure: Järvelin and Kekäläinen (2002).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from math import log2
from pathlib import Path

from briefing.library.build import build
from briefing.library.library import Library
from briefing.model.order import Order
from briefing.search.engine import never
from briefing.settings.places import find_places
from briefing.settings.schema import Settings

ROOT = Path(__file__).parents[2]
JUDGED = Path(__file__).with_name("judged.json")
DEPTH = 10


def gain(grades: Sequence[int]) -> float:
    """The discounted gain of grades in order, 2**grade - 1 over the logarithm of the place."""
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def quality(found: Sequence[str], judged: Mapping[str, int]) -> float:
    """nDCG of an order of articles, 0 to 1."""
    best = gain(sorted(judged.values(), reverse=True))
    return gain([judged.get(name, 0) for name in found]) / best


def measure(folder: Path) -> dict[str, float]:
    """nDCG@10 by query; the library is built in `folder`."""
    places = find_places(folder)
    build([ROOT / "corpus"], places, Settings(), lambda _: None, never)
    library = Library([ROOT / "corpus"], places, Settings())
    judged: dict[str, dict[str, int]] = json.loads(JUDGED.read_text("utf-8"))
    figures = {}
    for query, grades in judged.items():
        *_, last = library.search(library.parse(query), Order.RELEVANCE, 100)
        names = [card.name for card in library.cards([hit.number for hit in last.hits])]
        figures[query] = quality([name for name in names if not name.startswith("unseen/")], grades)
    library.close()
    return figures


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        figures = measure(Path(name))
    for query, figure in figures.items():
        print(f"{figure:.3f}  {query}")
    print(f"{sum(figures.values()) / len(figures):.3f}  mean nDCG@{DEPTH} of {len(figures)} queries")


if __name__ == "__main__":
    main()
