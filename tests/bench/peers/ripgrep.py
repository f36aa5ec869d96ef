"""ripgrep over one flat file of JSON lines: what reading everything each time costs."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from briefing.model.query import Prefix, Term
from briefing.search.syntax import parse
from tests.bench.corpora import Story
from tests.bench.peers import Absent, Row
from tests.bench.questions import FIRST, Question


class Ripgrep:
    """One thread, words without regard to case, the first rows. Its CPU is that of its own process."""

    name = "ripgrep"

    def __init__(self, folder: Path) -> None:
        found = shutil.which("rg")
        if found is None:
            raise Absent("ripgrep (rg) is not on the PATH")
        self._program = found
        self._path = folder / "flat.jsonl"

    def index(self, stories: Iterable[Story]) -> None:
        """Only the flat file."""
        with self._path.open("w", encoding="utf-8") as out:
            for story in stories:
                flat = {"id": story.id, "title": story.title, "body": " ".join(story.story)}
                out.write(json.dumps(flat, ensure_ascii=False) + "\n")

    def open(self) -> None:
        """Nothing is kept open."""

    def ask(self, question: Question) -> list[Row] | None:
        """A single word or the beginning of one; it knows no other questions."""
        tree = parse(question.raw, typing=question.typing).tree
        if not isinstance(tree, Term | Prefix):
            return None
        pattern = rf"\b{tree.token}" + (r"\b" if isinstance(tree, Term) else "")
        command = [self._program, "--threads=1", "--ignore-case", "--no-line-number", pattern, str(self._path)]
        lines = subprocess.run(command, check=False, capture_output=True).stdout.splitlines()
        rows = (json.loads(line) for line in lines[:FIRST])
        return [(row["id"], row["title"]) for row in rows]

    def close(self) -> None:
        """Nothing is open."""


def cpu_of_children() -> float:
    """CPU seconds of all ended child processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
