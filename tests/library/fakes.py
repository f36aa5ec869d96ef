"""A small engine and small rules, so that the library is tested apart from the real ones."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.library.parts import Parts
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.errors import Damaged
from briefing.model.hit import Hit, SearchPage
from briefing.model.numbers import Numbers
from briefing.model.text import Span
from briefing.search.engine import Batch, EngineVersion, IndexedText, Request, Stop, WordsAsk, never


class FakeEngine:
    """One JSON file, replaced at each commit."""

    def __init__(self, folder: Path, texts: Callable[[int], IndexedText | None]) -> None:
        self._path = folder / "index.json"
        self.generation = 0
        self.words_of: dict[int, list[str]] = {}
        if self._path.exists():
            try:
                told = json.loads(self._path.read_text("utf-8"))
            except ValueError as error:
                raise Damaged("The index is damaged.") from error
            self.generation = told["generation"]
            self.words_of = {int(number): words for number, words in told["words"].items()}

    def write(self, batch: Batch) -> None:
        for number in batch.remove:
            self.words_of.pop(number, None)
        for text in batch.add:
            self.words_of[text.number] = " ".join((text.title, *text.story)).lower().split()
        self.generation = batch.generation
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps({"generation": self.generation, "words": self.words_of}), "utf-8")
        os.replace(beside, self._path)

    def search(self, request: Request, stop: Stop = never) -> Iterator[SearchPage]:
        token = getattr(request.tree, "token", "")
        found = tuple(Hit(number) for number, words in self.words_of.items() if token in words)
        yield SearchPage(found[: request.limit], len(found))

    def matching(self, request: Request, stop: Stop = never) -> Numbers:
        token = getattr(request.tree, "token", "")
        return Numbers(number for number, words in self.words_of.items() if token in words)

    def words(self, ask: WordsAsk) -> Sequence[str]:
        return ()

    def version(self) -> EngineVersion:
        return EngineVersion("fake", 1, self.generation, len(self.words_of))

    def close(self) -> None:
        pass


def open_fake(name: str, folder: Path, texts: Callable[[int], IndexedText | None]) -> FakeEngine:
    return FakeEngine(folder, texts)


def find_capitals(article: Article) -> Findings:
    """Every capitalised word of a story is a person."""
    value = article.text.value
    mentions: dict[str, list[Mention]] = {}
    at = 0
    for word in re.findall(r"[\w-]+", value):
        at = value.index(word, at)
        if word[:1].isupper():
            mentions.setdefault(word, []).append(Mention(Span(at, at + len(word)), word))
        at += len(word)
    kind = ActorType.PERSON
    actors = [Actor(actor_id(word, kind), word, kind, mentions=tuple(found)) for word, found in mentions.items()]
    return Findings(actors=tuple(actors), rules=1)


def fake_rules() -> int:
    return 1


def fake_parts() -> Parts:
    return Parts(rules=fake_rules, find=find_capitals, engine=open_fake, workers=1)
