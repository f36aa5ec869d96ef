"""What is searched: a folder, a file of JSON lines, or generated articles, as a library's store keeps them."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefing.library import record
from briefing.library.build import build
from briefing.library.layout import STORE
from briefing.library.parts import Parts, Texts, open_engine
from briefing.library.store import indexed_text
from briefing.model.article import Article
from briefing.search.engine import Batch, SearchEngine
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.terminal.conftest import write_articles

_NAME = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+\b")


class Story(NamedTuple):
    """One article as every engine gets it."""

    number: int
    id: str
    title: str
    story: tuple[str, ...]
    rest: tuple[str, ...]
    day: int | None
    source: str
    names: tuple[str, ...]
    """The actors of the library, so that every engine counts the same; without them two capitalised words in a row."""


@dataclass(slots=True)
class Built:
    """A library with its texts indexed; `seconds` is what the engine's own writing took, CPU."""

    folder: Path
    places: Path
    engine: str
    seconds: float = 0.0
    articles: int = 0

    @property
    def store(self) -> Path:
        """Its database."""
        return next(self.places.glob(f"cache/*/*/{STORE}"))

    @property
    def index(self) -> Path:
        """The folder of its index."""
        return next(each for each in self.store.parent.iterdir() if each.is_dir() and each.name.startswith("index"))


def folder_of(base: Path, count: int, given: Path | None) -> Path:
    """The folder given; one holding the file of JSON lines given; or a new one with made articles."""
    if given is not None and given.is_dir():
        return given
    folder = base / "articles"
    if folder.exists():
        return folder
    folder.mkdir()
    if given is None:
        write_articles(folder, count)
    else:
        _in_parts(given, folder)
    return folder


def _in_parts(lines: Path, folder: Path) -> None:
    """A large file would be passed over, so its lines are spread."""
    with lines.open(encoding="utf-8") as source:
        for first, batch in enumerate(iter(lambda: list(islice(source, 5000)), [])):
            (folder / f"{first:05d}.jsonl").write_text("".join(batch), "utf-8")


def build_library(folder: Path, places: Path, engine: str, extracts: bool = False) -> Built:
    """Reads and indexes everything; extraction would take most of the time and changes only facets."""
    built = Built(folder, places, engine)

    class Timed:
        """The engine, its writing timed without the reading of the texts."""

        def __init__(self, name: str, where: Path, texts: Texts) -> None:
            self._engine = open_engine(name, where, texts)

        def write(self, batch: Batch) -> None:
            ready = Batch(batch.generation, list(batch.add), batch.remove)
            before = time.process_time()
            self._engine.write(ready)
            built.seconds += time.process_time() - before

        def __getattr__(self, name: str) -> object:
            return getattr(self._engine, name)

    def timed(name: str, where: Path, texts: Texts) -> SearchEngine:
        return Timed(name, where, texts)  # type: ignore[return-value]

    parts = Parts(engine=timed) if extracts else Parts(rules=lambda: 0, engine=timed)
    build([folder], find_places(places), Settings(engine=engine), lambda _: None, lambda: False, parts=parts)
    built.articles = sum(1 for _ in articles(built.store))
    return built


def articles(store: Path) -> Iterator[tuple[int, Article]]:
    """All articles of a store with their numbers."""
    cards = ", ".join(f"a.{name}" for name in record.CARD.split(", "))
    statement = f"SELECT {cards}, {record.BODY} FROM articles AS a JOIN bodies AS b ON b.number = a.number"
    db = sqlite3.connect(store)
    try:
        for row in db.execute(f"{statement} ORDER BY a.number"):
            yield row[0], record.article(row)
    finally:
        db.close()


def stories(store: Path) -> Iterator[Story]:
    """All articles of a store as engines get them, with the actors found in them or with names that look like some."""
    db = sqlite3.connect(store)
    named: dict[int, list[str]] = {}
    for number, entry in db.execute("SELECT DISTINCT article, entry FROM appearance JOIN actor ON number = actor"):
        named.setdefault(number, []).append(f"actor {entry}")
    db.close()
    for number, article in articles(store):
        text = indexed_text(number, article)
        names = named.get(number, ()) if named else dict.fromkeys(_NAME.findall(" ".join(text.story)))
        day = article.published.day.toordinal() if article.published else None
        yield Story(number, article.id, text.title, text.story, text.rest, day, article.source, tuple(names))
