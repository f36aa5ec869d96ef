"""How many names are found with the right borders and the right kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.extract.reading import Reading
from briefing.extract.tagger.labels import KINDS
from briefing.extract.tagger.tagger import Tagger
from briefing.extract.words import bare
from briefing.model.actor import ActorType

Name = tuple[int, int, ActorType]
"""Start, end and kind."""


def names_in(tagger: Tagger, reading: Reading) -> list[Name]:
    """The tagger's names of a sentence as offsets, the possessive left out."""
    return [
        (reading.starts[name.first], _end(reading, name.last - 1), name.kind)
        for name in tagger.names(reading.texts, reading.common)
    ]


def _end(reading: Reading, last: int) -> int:
    word = reading.texts[last]
    return reading.ends[last] - len(word) + len(bare(word))


class Tally:
    """Names wanted, found and right, by kind; and borders alone."""

    def __init__(self) -> None:
        self.wanted, self.found, self.right = (Counter[str](), Counter[str](), Counter[str]())

    def add(self, wanted: Iterable[Name], found: Iterable[Name]) -> None:
        """Counts one sentence or article."""
        wanted, found = set(wanted), set(found)
        for counter, names in ((self.wanted, wanted), (self.found, found), (self.right, wanted & found)):
            counter.update(name[2].value for name in names)
            counter["all"] += len(names)
        borders = [{name[:2] for name in names} for names in (wanted, found)]
        for counter, spans in zip(
            (self.wanted, self.found, self.right), (*borders, borders[0] & borders[1]), strict=True
        ):
            counter["untyped"] += len(spans)

    def f1(self, kind: str) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right[kind] / ((self.wanted[kind] + self.found[kind]) or 1)

    def __str__(self) -> str:
        lines = [f"{'':14}{'F1':>7}{'precision':>11}{'recall':>8}{'names':>9}"]
        for kind in ("untyped", "all", *(kind.value for kind in KINDS)):
            right, found, wanted = self.right[kind], self.found[kind], self.wanted[kind]
            lines.append(
                f"{kind:14}{self.f1(kind):7.3f}{right / (found or 1):11.3f}{right / (wanted or 1):8.3f}{wanted:9,}"
            )
        return "\n".join(lines)
