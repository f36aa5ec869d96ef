"""How far a library is."""

from __future__ import annotations

from briefing.model.typed import NamedTuple


class Status(NamedTuple):
    """Counts of articles, of problems, and the generation they belong to (0: nothing was built yet)."""

    articles: int = 0
    undated: int = 0
    problems: int = 0
    searchable: int = 0
    extracted: int = 0
    copies: int = 0
    """Articles that stand in a story under another one."""
    generation: int = 0
