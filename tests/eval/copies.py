"""How well copies fold: recall by kind of edit, precision among different articles, and what real news folds to.

`[BRIEFING_DATA=FOLDER] python -m tests.eval.copies [N]`. Originals are reports of 60 words or more: generated ones, and
with FOLDER the dated ones of `data/reuters-21578.jsonl.xz` (1987; Reuters' own sign-off cut). Of some a script makes
copies, a day or two later:

    5, 10, 20 %   each word, with this chance, replaced by a random word of other reports, numbers and names as well
    half          cut in the middle
    paragraph     sixty words of another report added
    headline      another headline, the text as it was

A copy is found if it is in its original's story; a fold is right if both are of one original, or of two originals that
are folded themselves. Different articles are the originals among each other and weekly forms with new figures. Which
originals are copies in truth nobody wrote down, so a random sample of such folds of Reuters was judged by hand
(`copies_judged.json`): `same` means the same report, printed again, corrected, cut or updated with most of it kept.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from briefing.library import schema, stories
from briefing.library.writer import StoreWriter
from briefing.model.article import Article, DateSource, Published, article_id
from briefing.model.text import Paragraph, Span, Text
from tests.library.prose import form, report

JUDGED = Path(__file__).with_name("copies_judged.json")
KINDS = ("5 %", "10 %", "20 %", "half", "paragraph", "headline")
FORMS = 60
_LEAST = 60
_SIGN_OFF = re.compile(r"(?i)\s*\breuters?\s*\Z")


class Original(NamedTuple):
    """A report as it was first printed."""

    name: str
    title: str
    body: str
    day: date


@dataclass(slots=True)
class Figures:
    """Copies made and found, by kind; folds and those of them that are wrong; CPU seconds."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    folds: int = 0
    wrong: int = 0
    forms: int = 0
    """Weekly forms that were folded; all of these are wrong."""
    among: list[tuple[str, str]] = field(default_factory=list)
    """Originals folded under others: wrong where all are known to differ, to be judged in real news."""
    seconds: float = 0.0
    articles: int = 0

    def recall(self, kind: str) -> float:
        return self.found[kind] / self.made[kind]

    @property
    def precision(self) -> float:
        return 1 - (self.wrong + self.forms) / max(self.folds, 1)


def generated(count: int) -> list[Original]:
    """Reports of about 70 to 300 words."""
    start = date(2021, 1, 1)
    chance = random.Random(7)
    return [
        Original(f"g{seed:05}", f"Report {seed}", report(seed, chance.randint(6, 25)), start + timedelta(seed % 28))
        for seed in range(count)
    ]


def reuters(folder: Path) -> list[Original]:
    """All of 60 words or more."""
    with lzma.open(folder / "data" / "reuters-21578.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    made = [
        Original(row["id"], row["title"], _SIGN_OFF.sub("", row["body"]), date.fromisoformat(row["published"][:10]))
        for row in rows
        if row["published"]
    ]
    return [each for each in made if len(each.body.split()) >= _LEAST]


def copies_of(original: Original, others: Sequence[Original]) -> Iterator[tuple[str, str, str]]:
    """The kind of each copy, its title and its text."""
    chance = random.Random(original.name)

    def another() -> list[str]:
        return chance.choice(others).body.split()

    parts = re.split(r"(\s+)", original.body)
    for kind in KINDS[:3]:
        share = int(kind.split()[0]) / 100
        words = (p if p.isspace() or chance.random() >= share else chance.choice(another() or [p]) for p in parts)
        yield kind, original.title, "".join(words)
    yield "half", original.title, "".join(parts[: len(parts) // 2])
    yield "paragraph", original.title, f"{original.body}\n\n{' '.join(another()[:60])}"
    yield "headline", chance.choice(others).title, original.body


def measure(originals: Sequence[Original], copied: int, *, all_differ: bool) -> Figures:
    """Folds the originals, `copied` of which have copies, and the forms."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        writer = StoreWriter(schema.create(folder / "store.db"), folder)
        writer.begin()
        kinds = dict(_write(writer, originals, copied))
        writer.commit()
        before = time.process_time()
        writer.begin()
        for _ in stories.settle(writer.db):
            writer.commit()
            writer.begin()
        writer.commit()
        figures.seconds = time.process_time() - before
        _count(writer.db, kinds, figures)
        figures.wrong += len(figures.among) if all_differ else 0
        writer.close()
    return figures


def _write(writer: StoreWriter, originals: Sequence[Original], copied: int) -> Iterator[tuple[str, str]]:
    """The kind of each article written, by its name; the originals that are copied are picked by a hash."""
    picked = sorted(originals, key=lambda each: hashlib.sha256(each.name.encode()).digest())[:copied]
    for each in originals:
        writer.put(_article(each.name, each.title, each.body, each.day), 1)
        yield each.name, "original"
    for each in picked:
        for at, (kind, title, body) in enumerate(copies_of(each, originals)):
            name = f"{each.name}.{at}"
            writer.put(_article(name, title, body, each.day + timedelta(1 + at % 2)), 1)
            yield name, kind
    for week in range(FORMS):
        name = f"form{week}"
        writer.put(_article(name, "Hogs and cattle", form(week), date(1987, 3, 1) + timedelta(week % 28)), 1)
        yield name, "form"


def _count(db: sqlite3.Connection, kinds: dict[str, str], figures: Figures) -> None:
    rows = db.execute(
        "SELECT a.path, h.path FROM story JOIN articles AS a ON a.number = article "
        "JOIN articles AS h ON h.number = head"
    )
    heads = dict(rows)
    figures.articles = len(kinds)
    for name, kind in kinds.items():
        head = heads.get(name, name)
        figures.folds += head != name
        if kind == "form":
            figures.forms += head != name
        elif kind == "original":
            figures.among += [(name, head)] if head != name else []
        else:
            own = heads.get(name.split(".")[0], name.split(".")[0])
            figures.made[kind] += 1
            figures.found[kind] += head == own
            figures.wrong += head not in (own, name)


def judged(among: Iterable[tuple[str, str]]) -> tuple[int, int, int]:
    """Of the pairs judged by hand: how many are folded now, how many of these rightly, and how many are copies."""
    folded = {frozenset(pair) for pair in among}
    pairs: list[tuple[str, str, bool]] = json.loads(JUDGED.read_text("utf-8"))
    found = [same for one, other, same in pairs if frozenset((one, other)) in folded]
    return len(found), sum(found), sum(same for *_, same in pairs)


def _article(name: str, title: str, body: str, day: date) -> Article:
    spans: list[Paragraph] = []
    at = 0
    for part in body.split("\n\n"):
        spans.append(Paragraph(Span(at, at + len(part))))
        at += len(part) + 2
    published = Published(day, DateSource.HEADER)
    return Article(article_id(name, ""), name, "", title, False, Text(body, tuple(spans)), published)


def _print(name: str, figures: Figures) -> None:
    made = sum(figures.made.values())
    recalls = ", ".join(f"{kind} {figures.recall(kind):.3f}" for kind in KINDS)
    print(f"{name}: {figures.articles:,} articles, {made:,} of them made copies; {figures.seconds:.1f} s CPU to fold")
    print(f"  recall: {recalls}")
    print(f"  precision {figures.precision:.4f} of {figures.folds:,} folds")
    print(
        f"  different articles folded: {len(figures.among):,} originals under another, {figures.forms} of {FORMS} forms"
    )


def main() -> None:
    """A number after the name of the module makes so many generated articles, a third of them copies."""
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    if total:
        copied = total // (3 * len(KINDS))
        _print("generated", measure(generated(total - copied * len(KINDS) - FORMS), copied, all_differ=True))
        return
    _print("generated", measure(generated(1000), 400, all_differ=True))
    data = os.environ.get("BRIEFING_DATA")
    if data is None:
        print("Reuters is scored where BRIEFING_DATA names the folder of its data.")
        return
    originals = reuters(Path(data))
    figures = measure(originals, 1000, all_differ=False)
    _print("reuters", figures)
    folded, right, same = judged(figures.among)
    print(f"  judged by hand: {folded} of the pairs are folded, {right} rightly; {same} are copies")


if __name__ == "__main__":
    main()
