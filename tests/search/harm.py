"""What any index is put through: damage, death, foreign folders; and which engines there are to put through it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from briefing.model.errors import Damaged
from briefing.model.numbers import Numbers
from briefing.model.query import Node
from briefing.model.typed import Protocol
from briefing.search.engine import Batch, IndexedText, Request, SearchEngine, WordsAsk
from briefing.search.syntax import parse
from briefing.search.whoosh.engine import WhooshEngine
from briefing.search.whoosh.files import SUFFIXES
from tests.contract.brute import BruteForce
from tests.search.queries import text_of

QUERIES = [
    parse(raw).tree for raw in ("wagner", "w*", '"wagner group"', "wagnr~1", "-libya", "in:all 東京 OR al-jufra")
]
EVERYTHING = Numbers(range(80))


class Checked(SearchEngine, Protocol):
    """An engine whose files can be read through."""

    def verify(self) -> None: ...


class Kind(NamedTuple):
    """An engine, and the endings of the files it consists of, the manifest's first."""

    name: str
    open: Callable[[Path], Checked]
    files: Sequence[str]

    def files_of(self, folder: Path, ending: str) -> list[Path]:
        """All of an ending, wherever below the folder; there must be one."""
        found = sorted(path for path in folder.rglob("*") if path.suffix == ending and not path.name.startswith("."))
        assert found
        return found

    def make(self, folder: Path) -> Path:
        """Two commits, the second with updates and a removal."""
        self.open(folder).write(Batch(1, texts(1)))
        self.open(folder).write(Batch(2, texts(2, 20), remove=[33]))
        return folder

    def refusals(self, folder: Path) -> int:
        """How many questions were refused; those answered are answered rightly."""
        refused = 0
        engine = self.open(folder)
        for tree, right in zip(QUERIES, RIGHT, strict=True):
            try:
                assert answers(engine, tree) == right
            except Damaged:
                refused += 1
        try:
            engine.words(WordsAsk("w"))
            engine.version()
        except Damaged:
            refused += 1
        return refused


def put(path: Path, raw: bytes | bytearray) -> None:
    """Other bytes in a file's place: to cut a file that a reader has mapped would end the process."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(raw)
    beside.chmod(path.stat().st_mode)
    beside.replace(path)


def texts(seed: int, count: int = 60) -> list[IndexedText]:
    """The same for each seed."""
    chance = random.Random(seed)
    return [text_of(chance, number) for number in range(count)]


def answers(engine: SearchEngine, tree: Node) -> set[int]:
    """What an engine finds."""
    return {hit.number for hit in list(engine.search(Request(tree, everything=EVERYTHING)))[-1].hits}


def scanned(*batches: Batch) -> list[set[int]]:
    """What the scan finds for each query."""
    brute = BruteForce()
    for batch in batches:
        brute.write(batch)
    return [answers(brute, tree) for tree in QUERIES]


def _open_tantivy(folder: Path) -> Checked:
    from briefing.search.tantivy.engine import TantivyEngine

    return TantivyEngine(folder, lambda number: None)


WHOOSH = Kind("whoosh", WhooshEngine, [".json", ".toc", *SUFFIXES])
TANTIVY = Kind(
    "tantivy", _open_tantivy, [".json", ".term", ".idx", ".pos", ".fast", ".fieldnorm", ".store", ".del", ".bits"]
)
KINDS = {kind.name: kind for kind in ((WHOOSH, TANTIVY) if find_spec("tantivy") else (WHOOSH,))}
RIGHT = scanned(Batch(1, texts(1)), Batch(2, texts(2, 20), remove=[33]))


def copy(whole: Path, to: Path) -> Path:
    """An index of one's own to harm."""
    shutil.copytree(whole, to / "copy")
    (to / "copy").chmod(0o700)
    return to / "copy"
