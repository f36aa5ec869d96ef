"""Which words the reader put on which articles."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.fold import fold
from briefing.model.frozen import frozen
from briefing.model.typed import ClassVar, cast
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.state import State


@frozen
class Tags:
    """A snapshot: the same object as long as no tag changes."""

    KINDS: ClassVar = frozenset({Kind.TAG})
    by_article: Mapping[str, tuple[str, ...]]
    """Words in alphabetical order."""
    by_word: Mapping[str, frozenset[str]]
    counts: Mapping[str, int]
    """How many articles have a word, the most frequent first."""

    @classmethod
    def of(cls, state: State) -> Tags:
        by_article: dict[str, list[str]] = {}
        by_word: dict[str, set[str]] = {}
        for key, act in state.current(Kind.TAG).items():
            article, word = cast(tuple[str, str], key)
            if DEEDS[act.do].says and word:
                by_article.setdefault(article, []).append(word)
                by_word.setdefault(word, set()).add(article)
        often = sorted(by_word, key=lambda word: (-len(by_word[word]), word))
        return cls(
            {article: tuple(sorted(words)) for article, words in by_article.items()},
            {word: frozenset(articles) for word, articles in by_word.items()},
            {word: len(by_word[word]) for word in often},
        )

    def on(self, article: str) -> tuple[str, ...]:
        """The words on an article."""
        return self.by_article.get(article, ())

    def named(self, word: str) -> frozenset[str]:
        """The articles that have a word, however its capitals and accents are written."""
        wanted = fold(word)
        return frozenset().union(*(found for each, found in self.by_word.items() if fold(each) == wanted))

    def articles(self, word: str) -> frozenset[str]:
        """The articles that have a word, by their ids."""
        return self.by_word.get(word, frozenset())
