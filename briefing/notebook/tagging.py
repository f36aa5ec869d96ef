"""Tags as they are typed: `war "grain deal" -draft` puts two on and takes one off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.errors import WrongUse
from briefing.model.pattern import lazy
from briefing.model.typed import NamedTuple
from briefing.notebook import decisions
from briefing.notebook.act import Decision
from briefing.notebook.subject import ArticleSubject

_WORD = lazy(r'(-?)(?:"([^"]*)"?|([^\s",]+))')


class TagWish(NamedTuple):
    """What is to be on an article, and what not."""

    put: tuple[str, ...]
    off: tuple[str, ...]

    def turned(self) -> TagWish:
        """The other way round."""
        return TagWish(self.off, self.put)

    def decisions(self, articles: Iterable[ArticleSubject]) -> Iterator[Decision]:
        """For each article each of them."""
        for article in articles:
            yield from (decisions.tag(article, word) for word in self.put)
            yield from (decisions.untag(article, word) for word in self.off)


def read_tags(typed: str) -> TagWish:
    """Words between blanks or commas; a tag of several words stands in quotes, a minus takes it off."""
    put: dict[str, None] = {}
    off: dict[str, None] = {}
    for minus, quoted, word in _WORD.findall(typed):
        kept = decisions.tag_word(quoted or word)
        (off if minus else put)[kept] = None
        (put if minus else off).pop(kept, None)
    if not put and not off:
        raise WrongUse("A tag needs a word.", 'Such as: war, "grain deal", or -war to take it off.')
    return TagWish(tuple(put), tuple(off))


def typed_tag(word: str) -> str:
    """A tag as it is typed."""
    return f'"{word}"' if " " in word or "," in word else word


def shown_tag(word: str) -> str:
    """A tag as it is shown: `#grain-deal`."""
    return f"#{word.replace(' ', '-')}"


def shown_tags(words: Iterable[str]) -> str:
    """Tags as a line shows them: `#war #grain-deal`."""
    return " ".join(map(shown_tag, words))
