"""Extractors by name: listed without import, opened one at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from zlib import crc32

from briefing.model.actor import Findings
from briefing.model.article import Article
from briefing.model.errors import WrongUse
from briefing.model.lasting import lasting
from briefing.model.typed import Protocol, cast

GROUP = "briefing.extractors"
RULES = "rules"
"""The one that is always there."""
BUILT_IN = {
    RULES: "briefing.extract.pipeline:RuleExtractor",
    "spacy": "briefing.extract.dependency.extractor:DependencyExtractor",
}
_VERSIONS = 1_000_000
"""Versions that one extractor may have."""


class Extractor(Protocol):
    """Finds actors, times, ties and figures in an article; never raises for any text."""

    @property
    def name(self) -> str:
        """What the settings call it."""

    @property
    def version(self) -> int:
        """From 1 on, raised with every change that makes other findings."""

    def find(self, article: Article) -> Findings:
        """All findings of one article."""


Factory = Callable[[], Extractor]


class AbsentExtractor(WrongUse):
    """The extractor asked for is not known, or what it needs is not installed."""


def names() -> list[str]:
    """All extractors that are known, ours first; imports none of them."""
    from importlib.metadata import entry_points

    return list(dict.fromkeys([*BUILT_IN, *sorted(entry_points(group=GROUP).names)]))


def open_extractor(name: str) -> Extractor:
    """The extractor of that name; AbsentExtractor, with what to install, where it cannot work here."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return cast(Factory, getattr(lasting(lambda: import_module(module)), attribute))()
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        try:
            return cast(Factory, entry.load())()
        except ImportError as error:
            raise AbsentExtractor(f"The extractor {name!r} lacks a package.", f"It says: {error}.") from error
    raise AbsentExtractor(f"There is no extractor {name!r}.", f"Known here: {', '.join(names())}.")


def why_absent(name: str) -> str:
    """Why an extractor cannot work here, with what to do about it; empty where it can."""
    try:
        open_extractor(name)
    except AbsentExtractor as absent:
        return f"{absent.title} {absent.what_to_do}"
    return ""


def open_or_rules(name: str) -> Extractor:
    """The extractor of that name, or the rules where it cannot work here."""
    try:
        return open_extractor(name)
    except AbsentExtractor:
        return open_extractor(RULES)


def stamp(extractor: Extractor) -> int:
    """The number under which a store keeps what this version of this extractor found; for the rules, their version."""
    family = 0 if extractor.name == RULES else 1 + crc32(extractor.name.encode()) % _VERSIONS
    return family * _VERSIONS + extractor.version


def outdated(number: int) -> tuple[int, int]:
    """Findings below the first number, or from the second on, are of an older version or another extractor's."""
    return number, (number // _VERSIONS + 1) * _VERSIONS
