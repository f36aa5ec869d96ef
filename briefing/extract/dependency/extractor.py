"""The extractor that the settings call `spacy`."""

from __future__ import annotations

from briefing.extract.dependency.parser import missing
from briefing.extract.dependency.telling import tell_by_arcs
from briefing.extract.pipeline import RULES, find_by
from briefing.extract.registry import AbsentExtractor
from briefing.model.actor import Findings
from briefing.model.article import Article

_ARCS = 1
"""Raised with every change of what the arcs are taken to mean."""


class DependencyExtractor:
    """Names and times as the rules find them, ties along the arcs of a parser; loads it for the first tie."""

    name = "spacy"
    version = RULES * 1000 + _ARCS

    def __init__(self) -> None:
        if absent := missing():
            raise AbsentExtractor(
                f"The extractor spacy needs {' and '.join(absent)}, not installed here.",
                "To install: pip install 'briefing-reader[spacy]'.",
            )

    def find(self, article: Article) -> Findings:
        """All findings of one article; never raises for any text."""
        return find_by(tell_by_arcs, article, self.version)
