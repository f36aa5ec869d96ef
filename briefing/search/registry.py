"""Engines by name: listed without import, loaded one at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from briefing.model.errors import WrongUse
from briefing.search.engine import IndexedText, SearchEngine

GROUP = "briefing.engines"
BUILT_IN = {"whoosh": "briefing.search.whoosh.engine:WhooshEngine"}
Factory = Callable[[Path, Callable[[int], IndexedText | None]], SearchEngine]


def names() -> list[str]:
    """All engines that are installed, ours first; imports none of them."""
    from importlib.metadata import entry_points

    return list(dict.fromkeys([*BUILT_IN, *sorted(entry_points(group=GROUP).names)]))


def load_engine(name: str) -> Factory:
    """What makes an engine from a folder and the store's texts; WrongUse for a name that is not installed."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return cast(Factory, getattr(import_module(module), attribute))
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        return cast(Factory, entry.load())
    raise WrongUse(f"there is no search engine {name!r}", f"Installed: {', '.join(names())}")
