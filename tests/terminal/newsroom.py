"""News enough to search: a shelf of generated articles with a text index and names, for typing at it in a pty."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from briefing.library.build import build
from briefing.library.parts import Parts
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.settings.places import find_places
from briefing.settings.schema import Settings

NAMES = tuple(
    (f"{first} {last}", ActorType.PERSON)
    for first, last in zip(
        ("Ilse", "Karl", "Warda", "Tomas", "Nadia", "Piet", "Jonas", "Salma"),
        ("Brandt", "Vogel", "Haddad", "Reyl", "Harun", "Okonjo", "Lindqvist", "Barakat"),
        strict=True,
    )
)
SYLLABLES = (
    "ba",
    "cor",
    "del",
    "fin",
    "gar",
    "hol",
    "jun",
    "ket",
    "lor",
    "mar",
    "nes",
    "pol",
    "ras",
    "sil",
    "tor",
    "wen",
)
SOURCES = ("Halden Wire", "The Long Dispatch", "Coast Gazette", "Evening Ledger", "")


def found_by_name(article: Article) -> Findings:
    """The eight names, by looking for them: the rules at work would take minutes."""
    value = article.text.value
    found = ((name, kind, value.find(name)) for name, kind in NAMES)
    actors = tuple(
        Actor(actor_id(name, kind), name, kind, mentions=(Mention(Span(at, at + len(name)), name),))
        for name, kind, at in found
        if at >= 0
    )
    return Findings(actors, rules=1)


def vocabulary(chance: random.Random) -> tuple[Sequence[str], Sequence[float]]:
    """Words as a language has them: a few that are everywhere, very many that are rare."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    words = ["harbour", "strike", "ceasefire", "envoy", *dict.fromkeys(words)]
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def write_news(folder: Path, count: int) -> None:
    """`count` articles of 140 words, 5,000 a file."""
    chance = random.Random(7)
    words, weights = vocabulary(chance)
    for first in range(1, count + 1, 5000):
        with (folder / f"from-{first:06d}.jsonl").open("w", encoding="utf-8") as out:
            for number in range(first, min(first + 5000, count + 1)):
                drawn = chance.choices(words, cum_weights=weights, k=140)
                who = chance.sample(NAMES, 2)
                body = [
                    " ".join(drawn[at : at + 60]) + f", {name} said." for at, (name, _) in ((10, who[0]), (80, who[1]))
                ]
                record = {
                    "id": f"{number:06d}",
                    "title": " ".join(drawn[: chance.randint(5, 10)]).capitalize(),
                    "published": (date(2024, 12, 28) - timedelta(days=number % 3000)).isoformat(),
                    "source": chance.choice(SOURCES),
                    "body": "\n\n".join(body),
                }
                out.write(json.dumps(record) + "\n")


class Newsroom:
    """A built library of so many articles, under places of its own."""

    def __init__(self, base: Path, count: int) -> None:
        self.count = count
        self.folder = base / "news"
        self.places = base / "places"
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            write_news(self.folder, count)
            parts = replace(Parts(), find=found_by_name, rules=lambda: 1)
            build([self.folder], find_places(self.places), Settings(), lambda _: None, lambda: False, parts=parts)

    @property
    def command(self) -> list[str]:
        """Opens it without a builder, so that only keys and answers are seen."""
        return [
            sys.executable, "-m", "briefing", "open", "--data-dir", str(self.places), "--read-only", str(self.folder),
        ]  # fmt: skip
