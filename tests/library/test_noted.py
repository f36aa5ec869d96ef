"""Tags and notes asked of a library: in queries, counts and completion; passages found again after the text moved."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.facts import answer
from briefing.library.library import Library
from briefing.library.noted import find_passage
from briefing.library.parts import Parts
from briefing.library.subjects import article_subject, passage_subject
from briefing.model.article import Article
from briefing.model.facet import FacetName
from briefing.model.query import Fact, FactField
from briefing.notebook import decisions as to
from briefing.notebook.subject import ActorSubject, ArticleSubject, PassageSubject
from briefing.settings.schema import Settings
from tests.library.conftest import Desk

PARAGRAPHS = (
    "The harbour council met on Monday to hear the engineers who looked at the breakwater.",
    "Nobody from the ministry came, and the chair was left empty for the whole afternoon.",
    "A second inquiry, said the engineers, would take until the end of the winter at least.",
)
WORDS = [
    f"{a}{b}" for a in ("har", "riv", "gra", "mon", "tel", "quo") for b in ("bour", "erin", "inta", "tavo", "valix")
]


def body(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


@pytest.fixture
def noted(desk: Desk) -> Desk:
    desk.parts = replace(desk.parts, engine=Parts().engine)
    desk.write("a.txt", body(*PARAGRAPHS))
    desk.write("b.txt", "Haftar was told of it in Tripoli.")
    desk.write("c.txt", "Nothing else was told in Sirte.")
    desk.build()
    return desk


def opened(library: Library, name: str) -> Article:
    view = library.open(library.locate(name).number)
    assert view is not None
    return view.article


def subject(library: Library, name: str) -> ArticleSubject:
    return article_subject(opened(library, name))


def found(library: Library, query: str) -> set[str]:
    return {library.cards([number])[0].name for number in library.matching(library.parse(query))}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_tags_and_notes_are_facts_in_any_query(noted: Desk, engine: str) -> None:
    noted.settings = Settings(engine=engine)
    noted.build()
    library = noted.library()
    assert library.engine() == engine
    notebook = library.notebook
    notebook.decide(to.tag(subject(library, "a.txt"), "Grain Deal"), to.tag(subject(library, "b.txt"), "Élan"))
    notebook.decide(to.tag(subject(library, "a.txt"), "oil"), to.tag(subject(library, "c.txt"), "grain deal"))
    article = opened(library, "b.txt")
    notebook.decide(to.note(passage_subject(article, article.text.paragraphs[0].span), "by whom?"))
    notebook.decide(to.note(ActorSubject("Haftar", "person"), "of the actor, not of an article"))
    assert found(library, 'tag:"GRAIN deal"') == {"a.txt", "c.txt"}
    assert found(library, "tag:elan") == found(library, "tag:ÉLAN") == {"b.txt"}
    assert found(library, "tag:oil tag:elan") == set()
    assert found(library, 'tag:"grain deal" -tag:oil') == {"c.txt"}
    assert found(library, 'engineers tag:"grain deal"') == {"a.txt"}
    assert found(library, "told (tag:oil OR has:note)") == {"b.txt"}
    assert found(library, "has:tag") == {"a.txt", "b.txt", "c.txt"}
    assert found(library, "has:note") == found(library, "is:noted") == {"b.txt"}
    assert found(library, "-has:note") == {"a.txt", "c.txt"}
    notebook.undo()
    notebook.undo()
    assert found(library, "has:note") == set()
    library.close()


def test_values_are_completed_and_a_slip_is_answered(noted: Desk) -> None:
    from briefing.library.completion import complete
    from briefing.library.suggest import did_you_mean

    library = noted.library()
    for word, names in (("grain deal", "abc"), ("graphite", "a"), ("oil", "ab")):
        library.notebook.decide(*(to.tag(subject(library, f"{name}.txt"), word) for name in names))
    book = library.wordbook()
    assert book is not None
    assert [each.text for each in complete("tag:gra", book)] == ['tag:"grain deal"', "tag:graphite"]
    assert [each.text for each in complete("x tag:DE", book)] == ['x tag:"grain deal"']
    assert [each.text for each in complete("tag:", book)] == ['tag:"grain deal"', "tag:oil", "tag:graphite"]
    assert [each.text for each in complete("has:")] == ["has:note", "has:tag"]
    assert [each.text for each in did_you_mean("tag:graphyte", book)] == ["tag:graphite"]
    library.close()


def test_counts_of_tags_are_exact_for_what_is_found(noted: Desk) -> None:
    library = noted.library()
    gone = ArticleSubject("gone", "nobody", "gone.txt")
    for word, names in (("war", "abc"), ("oil", "a")):
        library.notebook.decide(*(to.tag(subject(library, f"{name}.txt"), word) for name in names), to.tag(gone, word))

    def rows(query: str) -> list[tuple[str, int, str]]:
        facets = library.facets(library.parse(query), 10)
        return [
            (row.label, row.articles, row.part)
            for facet in facets.facets
            if facet.name is FacetName.TAG
            for row in facet.rows
        ]

    assert rows("") == [("war", 3, "tag:war"), ("oil", 1, "tag:oil")]
    assert rows("engineers") == [("oil", 1, "tag:oil"), ("war", 1, "tag:war")]
    assert rows("sirte") == [("war", 1, "tag:war")]
    assert rows("zzz") == []
    library.close()


def test_all_of_it_outlives_a_rename_a_rebuild_and_a_moved_text(noted: Desk) -> None:
    library = noted.library()
    article = opened(library, "a.txt")
    library.notebook.decide(
        to.tag(article_subject(article), "war"),
        to.note(article_subject(article), "on all of it"),
        to.note(passage_subject(article, article.text.paragraphs[1].span), "which chair?"),
    )
    library.close()
    (noted.folder / "a.txt").rename(noted.folder / "z.txt")
    noted.build(rebuild=True)
    library = noted.library()
    assert found(library, "tag:war has:note") == {"z.txt"}
    texts = [(each.text, each.paragraph) for each in library.notes_in(opened(library, "z.txt"))]
    assert texts == [("on all of it", 0), ("which chair?", 2)]
    library.notebook.decide(to.star(subject(library, "z.txt")))
    library.close()
    changed = PARAGRAPHS[1].replace("the whole afternoon", "all of the afternoon")
    noted.write(
        "z.txt", body("A new first paragraph, put in later.", PARAGRAPHS[0], changed, PARAGRAPHS[2]), "Title of a.txt"
    )
    noted.build()
    library = noted.library()
    library.notebook.follow({opened(library, "z.txt").id: article.id})
    (note,) = [each for each in library.notes_in(opened(library, "z.txt")) if each.text == "which chair?"]
    assert (note.paragraph, note.remark) == (3, "was p2")
    library.close()
    noted.write("z.txt", body(PARAGRAPHS[0], PARAGRAPHS[2]), "Title of a.txt")
    noted.build()
    library = noted.library()
    library.notebook.follow({opened(library, "z.txt").id: article.id})
    (note,) = [each for each in library.notes_in(opened(library, "z.txt")) if each.text == "which chair?"]
    assert (note.paragraph, note.remark) == (0, "its passage, p2, is not in the text any more")
    library.close()


def test_a_passage_is_its_words_and_a_long_one_the_first_of_them(noted: Desk) -> None:
    noted.write("long.txt", body("word " * 300, "Again and again.", "Again and again."))
    noted.build()
    library = noted.library()
    article = opened(library, "long.txt")
    first, _, last = (passage_subject(article, each.span) for each in article.text.paragraphs)
    assert len(first.words) <= 400
    assert first.words.endswith("word")
    assert (last.words, last.paragraph, last.occurrence) == ("Again and again.", 3, 2)
    texts = [each.span.of(article.text.value) for each in article.text.paragraphs]
    assert [find_passage(each, texts) for each in (first, last)] == [0, 2]
    library.close()


def paragraph(dice: random.Random) -> str:
    return " ".join(f"{dice.choice(WORDS)}{dice.choice(WORDS)}" for _ in range(30))


def test_a_tenth_of_its_words_changed_is_found_and_strange_words_are_not() -> None:
    dice = random.Random(3)
    texts = [paragraph(dice) for _ in range(60)]
    where = ArticleSubject("a")
    for at, text in enumerate(texts):
        edited = " ".join(paragraph(dice).split()[0] if dice.random() < 0.1 else word for word in text.split())
        moved = ["new one", *texts[:at], edited, *texts[at + 1 :]]
        assert find_passage(PassageSubject(where, text, at + 1), moved) == at + 1
    strange = [find_passage(PassageSubject(where, paragraph(dice), 5), texts) for _ in range(60)]
    assert strange == [None] * 60


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=6), st.integers(-3, 9))
def test_any_words_are_looked_for_safely(words: str, texts: list[str], place: int) -> None:
    at = find_passage(PassageSubject(ArticleSubject("a"), words, place), texts)
    assert at is None or 0 <= at < len(texts)


def test_notes_on_an_actor_follow_it(noted: Desk, tmp_path: Path) -> None:
    library = noted.library()
    haftar, general = ActorSubject("Haftar", "person"), ActorSubject("The General", "person")
    library.notebook.decide(to.note(haftar, "one"))
    library.notebook.decide(to.note(general, "two\x1b[31m"))
    library.notebook.decide(to.note(ActorSubject("HAFTAR", "organisation"), "under a type that nobody has"))
    row = library.find_actor("haftar")
    told = "under a type that nobody has"
    assert [each.text for each in library.notes_about(row)] == ["one", told]
    library.notebook.decide(to.merge(general, haftar))
    assert [each.text for each in library.notes_about(row)] == ["one", "two[31m", told]
    assert library.notes_on([("Tripoli", "place")]) == ()
    library.close()


def test_a_tag_is_kept_in_one_spelling() -> None:
    assert {to.tag_word(word) for word in ("War", " war ", "#war", "-war", '"WAR"', "wa\x1br")} == {"war"}
    assert to.tag_word("e\u0301lan") == to.tag_word("Élan")


def test_no_question_goes_through_all_articles(noted: Desk) -> None:
    """As many look-ups as there are notes and tags, however large the library is."""
    library = noted.library()
    library.notebook.decide(to.tag(subject(library, "a.txt"), "war"), to.note(subject(library, "b.txt"), "n"))
    asked: list[str] = []
    with library._snapshot() as db:
        db.set_trace_callback(asked.append)
        for fact in (Fact(FactField.TAG, "war"), Fact(FactField.HAS, "note"), Fact(FactField.IS, "noted")):
            assert len(answer(db, fact, lambda: library.notebook)) == 1
        db.set_trace_callback(None)
        plans = [row[3] for each in asked for row in db.execute(f"EXPLAIN QUERY PLAN {each}")]
    assert len(asked) >= 3
    assert [plan for plan in plans if "articles" in plan and not plan.startswith("SEARCH articles")] == []
    library.close()
