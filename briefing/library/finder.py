"""A process that extracts beside the builder: `python -m briefing.library.finder STORE EXTRACTOR`.

Each line it gets is a JSON list of article numbers; it answers with one line, a JSON list of the numbers with what was
found, in the form the store keeps. It reads the store and writes nothing, and ends when its input ends, so that none
outlives a builder that was killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from briefing.library.store import Store

if TYPE_CHECKING:
    from briefing.extract.registry import Extractor

Found = tuple[int, str | None]
"""An article's number and its findings; None where the rules failed on it or it is gone."""


class Crew:
    """Several such processes. A batch is divided among them; the next one may be given out before the last is back."""

    def __init__(self, store: Path, size: int, extractor: str = "rules") -> None:
        command = [sys.executable, "-m", "briefing.library.finder", os.fspath(store), extractor]
        pipe, null = subprocess.PIPE, subprocess.DEVNULL
        self._finders = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=null) for _ in range(size)]

    def give(self, numbers: Sequence[int]) -> None:
        """Hands out a batch; does not wait."""
        for at, finder in enumerate(self._finders):
            assert finder.stdin is not None
            try:
                finder.stdin.write(json.dumps(numbers[at :: len(self._finders)]).encode() + b"\n")
                finder.stdin.flush()
            except OSError:  # it is dead: `take` gives its share without findings
                continue

    def take(self, numbers: Sequence[int]) -> Iterator[Found]:
        """The answers to the batch given out first of those not taken yet."""
        for at, finder in enumerate(self._finders):
            assert finder.stdout is not None
            share = numbers[at :: len(self._finders)]
            try:
                answer = json.loads(finder.stdout.readline())
            except ValueError:
                answer = [(number, None) for number in share]
            yield from ((number, found) for number, found in answer)

    def close(self) -> None:
        """Ends them, whatever they are doing."""
        for finder in self._finders:
            finder.kill()
            finder.communicate()


def _answer(lines: IO[bytes], out: IO[bytes], store: Path, name: str) -> None:
    from briefing.extract.registry import open_extractor

    source, extractor = Store(store), open_extractor(name)
    for line in lines:
        found = list(_find(source, extractor, json.loads(line)))
        out.write(json.dumps(found).encode() + b"\n")
        out.flush()


def _find(source: Store, extractor: Extractor, numbers: Iterable[int]) -> Iterator[Found]:
    from briefing.extract.contract_json import findings_to_json

    for number in numbers:
        article = source.article(number)
        try:
            yield number, findings_to_json(extractor.find(article)) if article else None
        except Exception:  # the builder tries again itself, and notes what went wrong
            yield number, None


if __name__ == "__main__":
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the builder's; it ends this one
    os.nice(5)
    _answer(sys.stdin.buffer, sys.stdout.buffer, Path(sys.argv[1]), sys.argv[2])
