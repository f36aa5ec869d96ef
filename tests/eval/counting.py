"""Hits, misses and shares of some articles, and the table that shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

LINKS = ("links_mention", "links_value", "links_coarse")
MEASURES = ("actors", "aliases", "descriptions", "time_spans", "time_values", *LINKS)


@dataclass
class Count:
    """Hits among what was wanted and among what was found; the two differ where several answer to one."""

    recalled: int = 0
    wanted: int = 0
    right: int = 0
    found: int = 0

    def add(self, other: Count) -> None:
        """Counts the other's in."""
        self.recalled += other.recalled
        self.wanted += other.wanted
        self.right += other.right
        self.found += other.found

    @property
    def precision(self) -> float:
        """Right among the found; nothing found where nothing was wanted is right."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Recalled among the wanted."""
        return self.recalled / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """All counts of some articles."""

    counts: dict[str, Count] = field(default_factory=lambda: {measure: Count() for measure in MEASURES})
    tally: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Counts the other's in."""
        for measure, count in other.counts.items():
            self.counts[measure].add(count)
        self.tally.update(other.tally)
        self.errors += other.errors

    def share(self, of: str) -> str:
        """How many of those looked at were right, as a share."""
        asked = self.tally[f"{of} asked"]
        return f"{self.tally[of] / asked:.3f}" if asked else "-"

    def check(self, what: str, right: bool) -> None:
        """Counts one that was looked at."""
        self.tally[f"{what} asked"] += 1
        self.tally[what] += right

    def __str__(self) -> str:
        lines = [f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}"]
        for measure, count in self.counts.items():
            lines.append(f"{measure:14}{count.precision:7.3f}{count.recall:7.3f}{count.f1:7.3f}{count.wanted:6}")
        asked = ("publication date", "type", "precision", "evidence")
        lines.append("; ".join(f"{of} {self.share(of)} of {self.tally[f'{of} asked']}" for of in asked))
        lines.append("; ".join(f"{of} {self.tally[of]}" for of in ("noise actors", "split actors", "merged actors")))
        return "\n".join(lines)
