"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.formats.clean import clean
from briefing.formats.header import read_header
from briefing.formats.paragraphs import split_paragraphs
from briefing.formats.seam import FileHint
from briefing.formats.sniff import Unreadable, decode
from briefing.formats.story import Draft, make_article
from briefing.model.article import Article, Problem


class PlainText:
    """`.txt` files and their like."""

    name = "plain"
    suffixes = frozenset({".txt", ".text"})

    def read(self, raw: bytes, hint: FileHint) -> Iterator[Article | Problem]:
        """The one article of the file."""
        try:
            decoded = decode(raw)
        except Unreadable as why:
            yield Problem(hint.path, str(why))
            return
        yield read_plain(decoded.text, Draft(hint.path, notes=decoded.notes))


def read_plain(text: str, draft: Draft, may_find_title: bool = True) -> Article | Problem:
    """An article from the whole of a decoded text, its header included."""
    source = clean(text)
    start = read_header(source.value, draft.facts, may_find_title)
    deck = draft.facts.deck
    blocks = [
        *(split_paragraphs(source.value[: deck[1]], deck[0]) if deck else ()),
        *split_paragraphs(source.value, start),
    ]
    if not blocks:
        return Problem(f"{draft.path}#{draft.key}" if draft.key else draft.path, "there is no text in it")
    return make_article(draft, source, blocks)
