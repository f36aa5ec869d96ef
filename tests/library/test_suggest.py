"""Did you mean: only what finds something, nearest first, and the rest of the query as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.library.suggest import did_you_mean
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.suggestion import Suggestion
from briefing.model.text import Span
from briefing.search.match import edits_within
from tests.library.conftest import Desk

TEXTS = (
    "Wagner fighters left Sirte for the base at al Jufra on Monday",
    "Wagner denied that anybody had left Sirte",
    "Khalifa Haftar met envoys of the United Nations at Benghazi",
    "A ceasefire held at Sirte, said Khalifa Haftar",
)


ACTORS = (
    ("Khalifa Haftar", ActorType.PERSON),
    ("Wagner", ActorType.ARMED_GROUP),
    ("Sirte", ActorType.PLACE),
    ("United Nations", ActorType.ORGANISATION),
)


def fixed_findings(article: Article) -> Findings:
    """Names by looking for them: what the rules find changes with the rules."""
    value = article.text.value
    found = ((name, kind, value.find(name)) for name, kind in ACTORS)
    return Findings(
        tuple(
            Actor(actor_id(name, kind), name, kind, mentions=(Mention(Span(at, at + len(name)), name),))
            for name, kind, at in found
            if at >= 0
        ),
        rules=1,
    )


@pytest.fixture
def filled(desk: Desk) -> Library:
    desk.parts = replace(desk.parts, engine=Parts().engine, find=fixed_findings)
    for number, text in enumerate(TEXTS):
        head = f"title: Report {number}\ndate: 2021-01-0{number + 1}\nsource: Coast Gazette"
        (desk.folder / f"{number}.md").write_text(f"---\n{head}\n---\n\n{text}.\n", "utf-8")
    desk.build()
    return desk.library()


def meant(library: Library, raw: str) -> list[str]:
    book = library.wordbook()
    assert book
    found = did_you_mean(raw, book)
    for suggestion in found:
        assert len(library.matching(library.parse(suggestion.text))) == suggestion.articles > 0
    return [suggestion.text for suggestion in found]


@pytest.mark.parametrize(
    ("raw", "then"),
    [
        ("wagnr", "wagner"),
        ("wanger", "wagner"),
        ("Wagnr Sirte", "wagner Sirte"),
        ("wagnr sirt", "wagner sirte"),
        ("kalifa hafter", "khalifa haftar"),
        ("who:hafter", "who:haftar"),
        ('who:"kalifa hafter" is:unread', 'who:"khalifa haftar" is:unread'),
        ("title:reprot", "title:report"),
        ("source:gazete", "source:gazette"),
        ('"left sirtte" -benghazi', '"left sirte" -benghazi'),
        ("aljufra", '"al jufra"'),
        ("cease fire held", "ceasefire held"),
        ("aftar", "haftar"),
        ("haftar (wagnr OR ceasefir)", "haftar (wagner OR ceasefire)"),
        ("wagnr*", "wagner*"),
        ("ceasefiree pub:2021", "ceasefire pub:2021"),
    ],
)
def test_near_words_stand_for_those_that_nobody_wrote(filled: Library, raw: str, then: str) -> None:
    assert meant(filled, raw)[0] == then


@pytest.mark.parametrize(
    "raw",
    ["", "zzzzzz", "-wagnr", "wagner benghazi", "pub:1999", "is:starred", "wagnr~1", "OR", "xx yy zz ww wagnr", "("],
)
def test_nothing_is_suggested_without_a_reason(filled: Library, raw: str) -> None:
    assert meant(filled, raw) == []


class Book:
    """Words with the articles that have them."""

    def __init__(self, **words: int) -> None:
        self.words = words
        self.counted: list[str] = []

    def near(self, kind: str, word: str, distance: int, limit: int) -> Sequence[str]:
        near = [each for each in self.words if each != word and edits_within(each, word, distance)]
        return sorted(near, key=lambda each: -self.words[each])[:limit]

    def count(self, raw: str) -> int:
        self.counted.append(raw)
        return min((self.words.get(word.strip('"'), 0) for word in raw.split()), default=0)


def test_the_most_frequent_comes_first_and_the_nearer_before_the_farther() -> None:
    book = Book(border=9, boarder=2, bordeaux=400)
    assert did_you_mean("bordr", book) == [Suggestion("border", 9)]
    assert did_you_mean("boorder", book) == [Suggestion("border", 9), Suggestion("boarder", 2)]


def test_a_rare_word_gives_way_to_a_frequent_one_only() -> None:
    class Apart(Book):
        def count(self, raw: str) -> int:
            return 0 if raw == "wager sirte" else super().count(raw)

    assert did_you_mean("wager sirte", Apart(wager=2, wagner=30, sirte=40)) == [Suggestion("wagner sirte", 30)]
    assert did_you_mean("wager sirte", Apart(wager=2, wagner=19, sirte=40)) == []


def test_a_long_query_asks_a_bounded_number_of_questions() -> None:
    words = {f"w{a}{b}{c}": 1 for a in "abcde" for b in "abcde" for c in "abcde"}
    book = Book(**words)
    did_you_mean(" ".join(["waxx"] * 3 + ["waaa"] * 300), book)
    assert len(book.counted) < 400


def test_nobody_waits_for_an_answer_that_is_not_wanted_any_more() -> None:
    book = Book(wagner=3)
    assert did_you_mean("wagnr", book, stop=lambda: True) == []
    assert book.counted == []
