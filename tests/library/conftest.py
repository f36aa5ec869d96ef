from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from briefing.library.build import build
from briefing.library.events import Event, Finished
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.settings.places import Places, find_places
from briefing.settings.schema import Settings
from tests.library.fakes import fake_parts


@dataclass
class Desk:
    """A folder of articles, places to keep things in, and what a build said."""

    folder: Path
    places: Places
    parts: Parts
    settings: Settings = field(default_factory=Settings)
    events: list[Event] = field(default_factory=list)
    files_read: list[str] = field(default_factory=list)
    texts_found: list[str] = field(default_factory=list)

    def write(self, name: str, body: str = "", title: str = "") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        title = title or f"Title of {name}"
        path.write_text(f"{title}\n\nPublished: 2021-03-04\n\n{body or f'The body of {name} says it.'}\n", "utf-8")
        return path

    def fill(self, count: int) -> None:
        for number in range(count):
            self.write(f"{number:04}.txt", f"Story number {number} was told in Tripoli by Haftar.")

    def build(
        self, *roots: Path, rebuild: bool = False, confirm: bool = False, stop: Callable[[], bool] = lambda: False
    ) -> Finished:
        self.files_read.clear()
        self.texts_found.clear()
        self.events.clear()
        where = roots or (self.folder,)
        emit = self.events.append
        return build(where, self.places, self.settings, emit, stop, rebuild, confirm, self.parts)

    def library(self, *roots: Path) -> Library:
        return Library(roots or (self.folder,), self.places, self.settings)

    @property
    def cache(self) -> Path:
        return self.library().cache

    @property
    def store(self) -> Path:
        return next(self.cache.glob("*-*/store.db"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "news"
    folder.mkdir()
    parts = fake_parts()
    made = Desk(folder, find_places(tmp_path / "home"), parts)

    def read(path: Path, relative: str, limit: int) -> object:
        made.files_read.append(relative)
        return parts.read(path, relative, limit)

    def find(article: object) -> object:
        made.texts_found.append(article.name)  # type: ignore[attr-defined]
        return parts.find(article)  # type: ignore[arg-type]

    made.parts = replace(parts, read=read, find=find)  # type: ignore[arg-type]
    return made
