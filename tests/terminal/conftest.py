"""Libraries of any size without a text index, and the program on them in a pty."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.library.build import build
from briefing.library.parts import Parts, Texts
from briefing.model.actor import Findings
from briefing.model.article import Article
from briefing.model.hit import SearchPage
from briefing.model.numbers import Numbers
from briefing.search.engine import Batch, EngineVersion, Request, Stop, WordsAsk, never
from briefing.settings.places import find_places
from briefing.settings.schema import Settings
from tests.terminal.pty_session import PtySession

WORDS = (
    "harbour",
    "envoy",
    "ceasefire",
    "minister",
    "pipeline",
    "strike",
    "ballot",
    "border",
    "signal",
    "reservoir",
    "verdict",
    "convoy",
    "tariff",
    "commission",
    "delegation",
    "spokesman",
    "inquiry",
    "mandate",
    "treaty",
    "garrison",
    "refinery",
    "parliament",
    "loan",
    "cargo",
    "turbine",
)


class NoIndex:
    """An engine that keeps nothing: list and byte tests need no text index."""

    def __init__(self, _: str, folder: Path, __: Texts) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "generation"

    def write(self, batch: Batch) -> None:
        for _ in batch.add:
            pass
        self._file.write_text(str(batch.generation))

    def version(self) -> EngineVersion:
        generation = int(self._file.read_text()) if self._file.exists() else 0
        return EngineVersion("none", 1, generation, 0)

    def search(self, _: Request, __: Stop = never) -> Iterator[SearchPage]:
        return iter(())

    def matching(self, _: Request, __: Stop = never) -> Numbers:
        return Numbers()

    def words(self, _: WordsAsk) -> list[str]:
        return []

    def close(self) -> None:
        pass


def nothing_found(article: Article) -> Findings:
    """The rules at work take a minute for 20,000 articles; the byte tests look at lists and texts."""
    from briefing.extract.pipeline import RULES, RuleExtractor

    return RuleExtractor().find(article) if article.key in {"00001", "00002", "00003"} else Findings(rules=RULES)


def write_articles(folder: Path, count: int) -> None:
    """`count` articles of a line each, 5,000 a file, the newest long enough to page through."""
    chance = random.Random(11)
    for first in range(1, count + 1, 5000):
        with (folder / f"from-{first:05d}.jsonl").open("w", encoding="utf-8") as out:
            for number in range(first, min(first + 5000, count + 1)):
                out.write(json.dumps(_record(number, chance)) + "\n")


def _record(number: int, chance: random.Random) -> dict[str, str]:
    if number <= 3:
        paragraphs = [" ".join(chance.choices(WORDS, k=60)) for _ in range(30)]
        body = "\n\n".join(f"On Monday {words}, Ilse Brandt said." for words in paragraphs)
    else:
        body = f"On Monday the {' '.join(chance.choices(WORDS, k=3))}, Ilse Brandt said."
    return {
        "id": f"{number:05d}",
        "title": " ".join(chance.choices(WORDS, k=chance.randint(5, 14))).capitalize(),
        "published": (date(2024, 12, 28) - timedelta(days=number)).isoformat(),
        "source": chance.choice(["Halden Wire", "The Long Dispatch", "Coast Gazette", ""]),
        "body": body,
    }


REST_MS = 700


class Shelf:
    """A folder of articles with a built store, under places of its own."""

    def __init__(self, base: Path, count: int) -> None:
        self.folder = base / "news"
        self.places = base / "places"
        self.folder.mkdir()
        write_articles(self.folder, count)
        # A rest long enough that a key's own bytes can be told from those of the article it opens.
        (self.places / "config").mkdir(parents=True)
        (self.places / "config" / "settings.toml").write_text(f"open_delay_ms = {REST_MS}\n")
        parts = Parts(find=nothing_found, engine=NoIndex, workers=1)
        build([self.folder], find_places(self.places), Settings(), lambda _: None, lambda: False, parts=parts)

    @property
    def command(self) -> list[str]:
        """Opens it without a builder, so that only what the screen costs is counted."""
        return [
            sys.executable, "-m", "briefing", "open", "--data-dir", str(self.places), "--read-only", str(self.folder),
        ]  # fmt: skip


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Shelf]:
    """A shelf of so many articles, made once a run."""
    made: dict[int, Shelf] = {}

    def make(count: int) -> Shelf:
        if count not in made:
            made[count] = Shelf(tmp_path_factory.mktemp(f"shelf{count}"), count)
        return made[count]

    return make


@pytest.fixture
def terminal() -> Iterator[Callable[..., PtySession]]:
    """Starts programs in a pty and ends them."""
    sessions: list[PtySession] = []

    def start(*arguments: object, **options: object) -> PtySession:
        session = PtySession(*arguments, **options)  # type: ignore[arg-type]
        sessions.append(session)
        return session

    yield start
    for session in sessions:
        if session.process.poll() is None:
            session.close()
