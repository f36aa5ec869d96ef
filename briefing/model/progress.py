"""What a build says of itself while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    SCAN = "scan"
    READ = "read"
    INDEX = "index"
    FOLD = "fold"
    EXTRACT = "extract"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` in this stage; `current` names the file at hand; `skipped` counts problems so far."""

    stage: Stage
    done: int
    total: int
    current: str = ""
    skipped: int = 0
