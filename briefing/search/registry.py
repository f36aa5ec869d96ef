"""Engines by name: listed without import, loaded one at a time."""

from __future__ import annotations

from collections.abc import Callable

from briefing.model.errors import WrongUse
from briefing.model.typed import StrPath, cast
from briefing.search.engine import IndexedText, SearchEngine

GROUP = "briefing.engines"
BUILT_IN = {
    "whoosh": "briefing.search.whoosh.engine:WhooshEngine",
    "tantivy": "briefing.search.tantivy.engine:TantivyEngine",
}
EMBEDDED = "whoosh"
"""The engine of a new library for which none is asked."""
EXTRAS = {"tantivy": "tantivy"}
"""Engines whose packages are not installed with briefing: the extra that brings them."""
Factory = Callable[[StrPath, Callable[[int], IndexedText | None]], SearchEngine]


def names() -> list[str]:
    """All engines that are installed, ours first; imports none of them."""
    from importlib.metadata import entry_points

    return list(dict.fromkeys([*BUILT_IN, *sorted(entry_points(group=GROUP).names)]))


def why_absent(name: str) -> str:
    """The command that installs an engine's package, where that is missing; else nothing. Imports none."""
    from importlib.util import find_spec

    extra = EXTRAS.get(name)
    if extra is None or find_spec(extra) is not None:
        return ""
    return f"pip install 'briefing[{extra}]'"


def require_engine(name: str) -> None:
    """WrongUse for an engine that is unknown or whose package is missing; imports none."""
    if name not in BUILT_IN and name not in names():
        raise _unknown(name)
    why = why_absent(name)
    if why:
        raise WrongUse(f"the search engine {name} is not installed", f"Install it: {why}")


def load_engine(name: str) -> Factory:
    """What makes an engine from a folder and the store's texts; WrongUse for a name that is not installed."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        try:
            return cast(Factory, getattr(__import__(module, fromlist=[attribute]), attribute))
        except ModuleNotFoundError:
            require_engine(name)
            raise
    require_engine(name)
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        return cast(Factory, entry.load())
    raise _unknown(name)


def _unknown(name: str) -> WrongUse:
    return WrongUse(f"there is no search engine {name!r}", f"There are {', '.join(names())}")
