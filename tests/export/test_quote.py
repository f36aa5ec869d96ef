"""A quote says whose words it has, from when, how sure, and where; on lines of its own, safe anywhere."""

from __future__ import annotations

import pytest

from briefing.export.quote import Exact, actor_quote, article_quote, claim_quote, passage_quote
from briefing.export.told import line
from briefing.model.actor import ActorId, ActorType
from briefing.model.article import Article, ArticleId
from briefing.model.hit import ActorRow
from briefing.model.passage import passage_mark
from briefing.model.text import Paragraph, Span, Text
from tests.export.hostile import WORDS, article, claim

TEXT = Text("First.\n\nThey met on Monday. They left.", (Paragraph(Span(0, 6)), Paragraph(Span(8, 38))))
ARTICLE = Article(ArticleId("a"), "sub/a.txt", "", "Envoys meet", False, TEXT)
CARD = article("Envoys meet").card._replace(name="sub/a.txt", source="Halden Wire")


def test_a_passage_with_its_proof() -> None:
    assert passage_quote(ARTICLE, CARD, Span(8, 27)) == (
        "“They met on Monday.”\nEnvoys meet, Halden Wire, 2021-01-23 (from its header)\nsub/a.txt:p2\n"
    )


def test_a_passage_that_can_be_found_again() -> None:
    found = passage_quote(ARTICLE, CARD, Span(8, 27), "/news/sub/a.txt").splitlines()
    assert found[2] == f"sub/a.txt:p2@{passage_mark('They met on Monday. They left.')}"
    assert found[3] == f"/news/sub/a.txt (text {ARTICLE.fingerprint})"


def test_how_sure_a_date_is() -> None:
    assert "2023~ (year guessed)" in article_quote(CARD._replace(published=None))
    assert "undated" in article_quote(CARD._replace(published=None, year_guess=None))


def test_a_claim_says_its_certainty() -> None:
    found = claim_quote(claim("Wagner"), "Wagner left.", CARD)
    assert found.startswith("Wagner: Wagner, said Wagner (2021-01-22; day, stated, the words name it: “Wagner”)\n")
    assert found.endswith("sub/a.txt:p3\n")


def test_an_actor() -> None:
    row = ActorRow(ActorId("1"), "Ilse Brandt", ActorType.PERSON, 2, 5, ("Brandt",), "port commissioner")
    assert actor_quote(row) == "Ilse Brandt (= Brandt), person, port commissioner\n5 mentions in 2 articles\n"


@pytest.mark.parametrize("words", WORDS)
def test_nothing_is_alive(words: str) -> None:
    exact = Exact(words, "b", words)
    card = article(words).card
    for quote in (article_quote(card, exact), claim_quote(claim(words), words, card, exact)):
        assert all(c.isprintable() or c == "\n" for c in quote)
        assert line(words) in quote
