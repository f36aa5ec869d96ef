"""Which articles a verb means: files as they are cited, or all that a query finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    import argparse

    from briefing.cli.libraries import Need
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.model.article import Article
    from briefing.model.text import Span

_OF_FILES = "./#"
"""One of these in a single word makes it the name of a file that is misspelt, and not a word to search for."""
HELP = "FILE or FILE#KEY as cited, several, or a query: then all articles it finds"


def add_targets(parser: argparse.ArgumentParser) -> None:
    """`DOC|QUERY…`."""
    from briefing.cli.flags import add_library

    parser.add_argument("where", nargs="*", metavar="DOC|QUERY", help=HELP)
    add_library(parser)


def needed(library: Library, words: Sequence[str]) -> Need:
    """How much has to be built: names and dates only for a query that asks for them."""
    from briefing.cli.search import needed as of_query

    return of_query(library.parse(" ".join(words), typing=True))


def articles_meant(library: Library, words: Sequence[str]) -> list[int]:
    """The articles of these citations, or those that the words find as a query."""
    if not words:
        raise WrongUse("Which articles?", "Name a file as it is cited, or a query that finds them.")
    try:
        first = library.locate(words[0]).number
    except WrongUse as unknown:
        query = library.parse(" ".join(words))
        if query.is_everything:
            raise WrongUse("This query means all articles.", "Name what they have in common.") from None
        found = list(library.matching(query))
        if not found and len(words) == 1 and any(sign in words[0] for sign in _OF_FILES):
            raise unknown from None
        return found
    return list(dict.fromkeys([first, *(library.locate(word).number for word in words[1:])]))


def is_cited(library: Library, word: str) -> bool:
    """Whether this is how an article is cited."""
    try:
        library.locate(word)
    except WrongUse:
        return False
    return True


class Spot(NamedTuple):
    """An article, and the paragraph of it that was named."""

    number: int
    article: Article
    paragraph: int
    """From 1; 0 where none was named."""

    @property
    def cite(self) -> str:
        return f"{self.article.name}:p{self.paragraph}" if self.paragraph else self.article.name

    @property
    def span(self) -> Span:
        """Of the paragraph."""
        return self.article.text.paragraphs[self.paragraph - 1].span


def spot(library: Library, reference: str) -> Spot:
    """The place of a citation `DOC` or `DOC:pN`."""
    number, paragraph, _ = library.locate(reference)
    view = library.open(number)
    if view is None:
        raise WrongUse(f"{reference} is gone.", "briefing index brings the library up to date.")
    count = len(view.article.text.paragraphs)
    if paragraph is not None and not 0 < paragraph <= count:
        raise WrongUse(f"{view.article.name} has no p{paragraph}.", f"Its last one is p{count}.")
    return Spot(number, view.article, paragraph or 0)


def records_of(library: Library, numbers: Sequence[int]) -> Iterable[Record]:
    """The articles with what the reader put on them."""
    from briefing.library.streams import chunks

    notebook = library.notebook
    for chunk in chunks(numbers):
        for card in library.cards(chunk):
            yield {
                "doc": card.name,
                "title": card.title,
                "tags": list(notebook.tags.on(card.id)),
                "starred": notebook.is_starred(card.id),
                "read": notebook.is_read(card.id),
            }


def text_of(record: Record) -> Iterable[str]:
    """`*  story.txt  #war #oil`."""
    from briefing.notebook.tagging import shown_tags

    yield f"{'*' if record['starred'] else ' '}  {record['doc']}  {shown_tags(record['tags'])}".rstrip()


PLAIN = ("doc", "tags", "starred", "read")
