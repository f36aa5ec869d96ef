"""A quote with its proof: the words, then who printed them when and how sure that is, then where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.export.told import certainty, dated, deed, line, when_of
from briefing.model.article import Article
from briefing.model.claim import Claim
from briefing.model.hit import ActorRow, Card
from briefing.model.passage import passage_mark
from briefing.model.text import Span
from briefing.model.wording import counted


class Exact(NamedTuple):
    """What finds the words again when the file has moved or changed."""

    file: str
    body: str
    """The fingerprint of the article's text."""
    paragraph: str = ""
    """The words of the paragraph cited."""


def article_quote(card: Card, exact: Exact | None = None) -> str:
    """An article as it is cited."""
    return _joined([_imprint(card), *_place(card.name, 0, exact)])


def passage_quote(article: Article, card: Card, span: Span, file: str | None = None) -> str:
    """Words of an article; with the file on disk, all that finds them again."""
    text = article.text
    paragraph = text.paragraph_at(span.start)
    whole = text.paragraphs[paragraph].span.of(text.value) if text.paragraphs else ""
    exact = Exact(file, article.fingerprint, whole) if file is not None else None
    return _joined([f"“{line(span.of(text.value))}”", _imprint(card), *_place(card.name, paragraph + 1, exact)])


def claim_quote(claim: Claim, sentence: str, card: Card, exact: Exact | None = None) -> str:
    """A dated claim: who, what, when and how sure, then the sentence that says so."""
    told = f"{line(claim.name)}: {deed(claim)} ({when_of(claim)}; {certainty(claim)})"
    return _joined([told, f"“{line(sentence)}”", _imprint(card), *_place(card.name, claim.paragraph, exact)])


def actor_quote(row: ActorRow, where: str = "") -> str:
    """An actor in two lines."""
    kind = row.type.value.replace("_", " ")
    names = f" (= {', '.join(map(line, row.aliases))})" if row.aliases else ""
    role = f", {line(row.role)}" if row.role else ""
    days = f", {row.first.isoformat()} to {row.last.isoformat()}" if row.first and row.last else ""
    counts = f"{counted(row.mentions, 'mention')} in {counted(row.articles, 'article')}{days}"
    return _joined([f"{line(row.name)}{names}, {kind}{role}", counts, line(where)])


def _imprint(card: Card) -> str:
    """Title, source, date and how sure it is."""
    parts = (line(card.title), line(card.source), dated(card.published, card.year_guess))
    return ", ".join(filter(None, parts))


def _place(name: str, paragraph: int, exact: Exact | None) -> Iterable[str]:
    cite = f"{line(name)}:p{paragraph}" if paragraph else line(name)
    if exact is None:
        yield cite
        return
    yield f"{cite}@{passage_mark(exact.paragraph)}" if paragraph and exact.paragraph else cite
    yield f"{line(exact.file)} (text {exact.body})"


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, lines)) + "\n"
