"""A folder of articles and places of its own, indexed and opened by the real program."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

BRIEFING = (sys.executable, "-m", "briefing")


class House:
    """`folder` holds the articles; settings, state, cache and notebook are below `places`."""

    def __init__(self, base: Path, articles: Mapping[str, str] | None = None) -> None:
        self.folder = base / "news"
        self.places = base / "places"
        self.folder.mkdir(parents=True)
        for name, text in (articles or {}).items():
            self.write(name, text)

    def write(self, name: str, text: str) -> Path:
        """One file, as UTF-8."""
        path = self.folder / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return path

    def run(self, verb: str, *words: str) -> subprocess.CompletedProcess[bytes]:
        """A verb without a terminal."""
        return subprocess.run(
            [*BRIEFING, verb, "--data-dir", str(self.places), *words],
            stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=300,
        )  # fmt: skip

    def index(self) -> dict[str, Any]:
        """Builds the library and gives what the build said of itself."""
        ran = self.run("index", "--json", str(self.folder))
        assert ran.returncode in (0, 3), ran.stderr
        told: dict[str, Any] = json.loads(ran.stdout)
        return told

    def open(self, *words: str) -> Sequence[str]:
        """The command that opens it."""
        return [*BRIEFING, "open", "--data-dir", str(self.places), *words, str(self.folder)]

    def set(self, name: str, text: str) -> None:
        """A file among the settings."""
        path = self.places / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def session(self) -> dict[str, Any]:
        """Where the reader was, as the last run left it."""
        found = [path for path in (self.places / "state").glob("*.json") if path.stem not in ("last",)
                 and not path.stem.endswith(".history")]  # fmt: skip
        assert len(found) == 1
        told: dict[str, Any] = json.loads(found[0].read_text("utf-8"))
        return told


def plain_article(number: int, day: str = "2024-01-05", paragraphs: int = 12) -> str:
    """An ordinary article with a title of its own, and with words of its own, or it would be a copy of another."""
    chance = random.Random(number)
    said = [chance.sample(GOODS.split(), 9) for _ in range(paragraphs)]
    body = "\n\n".join(
        f"Paragraph {number}.{at}: envoy Ilse Brandt met Karl Vogel of Halden Wire in Berlin on Monday. "
        f"Both spoke of {' '.join(goods[:3])} harbour {' '.join(goods[3:6])} pipeline {' '.join(goods[6:])} treaty."
        for at, goods in enumerate(said, 1)
    )
    return f"Story number {number}\n\nPublished: {day}\n\n{body}\n"


GOODS = (
    "ships grain steel paper sugar glass cloth tools wheat beans boats rails roads ports banks loans rates taxes funds"
)
"""All of one length, so that every story has the same lines."""
