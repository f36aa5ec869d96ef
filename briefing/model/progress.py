"""What a build says of itself while it runs."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen


class Stage(StrEnum):
    SCAN = "scan"
    READ = "read"
    INDEX = "index"
    FOLD = "fold"
    EXTRACT = "extract"
    DONE = "done"


@frozen
class Progress:
    """`done` of `total` in this stage; `current` names the file at hand; `skipped` counts problems so far."""

    stage: Stage
    done: int
    total: int
    current: str = ""
    skipped: int = 0
