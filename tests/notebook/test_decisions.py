"""Each sort of decision: its line, its answer, its undo and redo across restarts, its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.model.actor import ActorType
from briefing.model.errors import WrongUse
from briefing.notebook import decisions as to
from briefing.notebook.act import Act, Decision, Do
from briefing.notebook.journal import Notebook
from briefing.notebook.line import decode, encode
from briefing.notebook.subject import ActorName, ActorSubject, ArticleSubject, PassageSubject
from briefing.notebook.telling import _TOLD
from tests.notebook.sample import ACTORS, ARTICLES, PHRASES, answers, every_decision, lines_of

RUSSIA, MOSCOW, KREMLIN, LIBYA = ACTORS
ARTICLE = ARTICLES[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.jsonl"


@pytest.fixture
def notebook(path: Path) -> Notebook:
    return Notebook(path)


def _told(act: Act | None) -> str:
    return act.told if act else ""


def test_every_sort_is_among_the_samples() -> None:
    assert {each.do for each in every_decision()} | {Do.UNNOTE, Do.VISIT, Do.UNDO} == set(Do)
    assert set(_TOLD) == set(Do)


@pytest.mark.parametrize("made", every_decision(), ids=lambda made: f"{made.do}")
def test_a_line_says_all_of_it(made: Decision) -> None:
    import json

    act = Act("i", 1_600_000_000_123_456, *made, by="m", over="o", group="g")
    raw = encode(act)
    assert raw.isascii()
    assert raw.count(b"\n") == 1
    assert decode(json.loads(raw)) == act
    assert act.told


def test_all_of_them_over_a_restart_each(path: Path) -> None:
    states, told = [], []
    for made in every_decision():
        notebook = Notebook(path)
        before = answers(notebook)
        act = notebook.decide(made)
        if act is not None:
            states.append(before)
            told.append(act.told)
        notebook.close()
    end = answers(Notebook(path))
    for before, words in zip(reversed(states), reversed(told), strict=True):
        notebook = Notebook(path)
        assert _told(notebook.undo()) == words
        notebook.close()
        assert answers(Notebook(path)) == before
    assert Notebook(path).undo() is None
    for words in told:
        notebook = Notebook(path)
        assert _told(notebook.redo()) == words
        notebook.close()
    assert answers(Notebook(path)) == end
    assert Notebook(path).redo() is None


def test_tags(notebook: Notebook) -> None:
    assert notebook.decide(to.tag(ARTICLE, " Grain  Deal ")) is not None
    assert notebook.decide(to.tag(ARTICLE, "grain deal")) is None
    notebook.decide(to.tag(ARTICLES[1], "grain deal"), to.tag(ARTICLES[1], "oil"))
    tags = notebook.tags
    assert (tags.on("a1"), tags.on("none")) == (("grain deal", "oil"), ())
    assert tags.articles("grain deal") == {"a0", "a1"}
    assert list(tags.counts.items()) == [("grain deal", 2), ("oil", 1)]
    notebook.decide(to.star(ARTICLE))
    assert notebook.tags is tags  # a snapshot is made anew only when a tag changes
    notebook.decide(to.untag(ARTICLE, "GRAIN DEAL"))
    assert notebook.tags.counts["grain deal"] == 1
    with pytest.raises(WrongUse):
        to.tag(ARTICLE, " ")


def test_what_is_decided_in_one_go_is_undone_in_one(path: Path) -> None:
    notebook = Notebook(path)
    notebook.decide(to.tag(ARTICLES[1], "x"))
    act = notebook.decide(*(to.tag(article, "x") for article in ARTICLES), to.star(ARTICLE))
    assert act is not None
    assert notebook.members(act) == 3
    notebook.close()
    again = Notebook(path)
    assert again.undo() == act
    assert (again.tags.articles("x"), again.is_starred("a0")) == (frozenset({"a1"}), False)
    again.redo()
    assert (again.tags.articles("x"), again.is_starred("a0")) == (frozenset({"a0", "a1", "a2"}), True)
    again.close()


def test_notes(notebook: Notebook) -> None:
    for subject in (ARTICLE, PHRASES[0], LIBYA):
        notebook.decide(to.note(subject, "one\ntwo \x1b[31m"))
        (note,) = notebook.notes.on(subject)
        assert (note.subject, note.text) == (subject, "one\ntwo \x1b[31m")
    assert len(notebook.notes.by_article["a0"]) == 2
    assert notebook.notes.on(ActorSubject("LIBYA", "state", "another.txt")) == (note,)
    (old,) = notebook.notes.on(ARTICLE)
    assert notebook.decide(to.edit_note(old, old.text)) is None
    notebook.decide(to.edit_note(old, "new"))
    (edited,) = notebook.notes.on(ARTICLE)
    assert (edited.id, edited.text) == (old.id, "new")
    assert edited.at > old.at
    assert notebook.notes.find(old.id) == edited
    deleted = notebook.decide(to.delete_note(edited))
    assert notebook.notes.on(ARTICLE) == ()
    assert _told(deleted) == "deleted a note on news/0.txt"
    notebook.undo()
    assert notebook.notes.on(ARTICLE) == (edited,)
    assert _told(notebook.undo()) == "changed a note on news/0.txt to “new”"
    assert notebook.notes.on(ARTICLE) == (old,)
    notebook.decide(to.note(ARTICLE, "again"), to.note(ARTICLE, "again"))
    assert len(notebook.notes.on(ARTICLE)) == 3
    notebook.close()


def test_dates(notebook: Notebook) -> None:
    def day() -> object:
        found = notebook.dates.published("a0")
        return found and found.day

    def phrases() -> list[str | None]:
        return [each.value for each in notebook.dates.phrases("a0")]

    assert day() is None
    notebook.decide(to.set_date(ARTICLE, date(2023, 8, 22)))
    notebook.decide(to.set_when(PHRASES[0], "2023-06"))
    assert (day(), phrases()) == (date(2023, 8, 22), ["2023-06"])
    notebook.decide(to.clear_date(ARTICLE))
    notebook.decide(to.clear_when(PHRASES[0]))
    found = notebook.dates.published("a0")
    assert found is not None
    assert (found.day, phrases()) == (None, [None])
    notebook.decide(to.found_date(ARTICLE))
    notebook.decide(to.found_when(PHRASES[0]))
    assert (notebook.dates.published("a0"), phrases()) == (None, [])
    for _ in range(4):
        notebook.undo()
    assert (day(), phrases()) == (date(2023, 8, 22), ["2023-06"])
    notebook.close()


def test_merges_follow_chains_and_never_make_a_ring(notebook: Notebook) -> None:
    assert _told(notebook.decide(to.merge(MOSCOW, RUSSIA))) == "merged Moscow into Russia"
    notebook.decide(to.merge(KREMLIN, MOSCOW))
    assert notebook.actors.root(KREMLIN.key) == RUSSIA.key
    assert notebook.actors.merged_into[KREMLIN.key] == MOSCOW
    notebook.decide(to.merge(RUSSIA, KREMLIN))  # the other way round: the later one holds
    assert notebook.actors.merges == {RUSSIA.key: MOSCOW.key, KREMLIN.key: MOSCOW.key}
    assert len({notebook.actors.root(each.key) for each in (RUSSIA, MOSCOW, KREMLIN)}) == 1
    notebook.undo()
    assert notebook.actors.root(KREMLIN.key) == RUSSIA.key
    notebook.decide(to.unmerge(MOSCOW))
    assert notebook.actors.merges == {KREMLIN.key: MOSCOW.key}
    with pytest.raises(WrongUse):
        to.merge(RUSSIA, ActorSubject("RUSSIA", ActorType.STATE))
    notebook.close()


def test_the_later_of_a_merge_and_a_split_decides(notebook: Notebook) -> None:
    notebook.decide(to.merge(KREMLIN, MOSCOW))
    notebook.decide(to.merge(MOSCOW, RUSSIA))
    notebook.decide(to.split(RUSSIA, "Kremlin"))
    assert notebook.actors.merges == {MOSCOW.key: RUSSIA.key}
    assert notebook.actors.splits == {RUSSIA.key: {"kremlin"}}
    notebook.decide(to.split(RUSSIA, "MOSCOW"))
    assert notebook.actors.merges == {}
    notebook.decide(to.merge(KREMLIN, RUSSIA))
    assert notebook.actors.merges == {KREMLIN.key: RUSSIA.key}
    assert notebook.actors.splits == {RUSSIA.key: {"moscow"}}
    notebook.close()


def test_names_types_and_what_is_shown(notebook: Notebook) -> None:
    notebook.decide(to.rename(MOSCOW, "Russian\x1b[2J government"))
    notebook.decide(to.retype(MOSCOW, ActorType.ARMED_GROUP))
    notebook.decide(to.ignore(LIBYA))
    notebook.decide(to.pin(RUSSIA))
    actors = notebook.actors
    assert actors.renames == {ActorName("moscow", "state"): "Russian[2J government"}
    assert actors.retypes == {MOSCOW.key: "armed_group"}
    assert (actors.ignored, actors.pinned) == (frozenset({LIBYA.key}), frozenset({RUSSIA.key}))
    assert actors.subjects[MOSCOW.key] == MOSCOW
    assert actors.known("Moscow", "place") == MOSCOW.key  # better rules may find another type
    assert actors.known("Berlin", "place") is None
    notebook.close()


def test_saved_searches(notebook: Notebook) -> None:
    notebook.decide(to.save("Coup", "who:wagner", 3))
    notebook.decide(to.save("", "grain is:unread"))
    notebook.decide(to.save("Ports", "harbour", 3))
    notebook.decide(to.save("First", "a", 1))
    found = [(each.name, each.slot) for each in notebook.searches.saved]
    assert found == [("First", 1), ("Ports", 3), ("Coup", 0), ("grain is:unread", 0)]
    on_key, named = notebook.searches.on_key(3), notebook.searches.named("Coup")
    assert on_key is not None
    assert named is not None
    assert (on_key.query, named.query) == ("harbour", "who:wagner")
    notebook.decide(to.unsave("Ports"))
    again = notebook.searches.on_key(3)
    assert again is not None
    assert again.name == "Coup"
    for wrong in (10, -1):
        with pytest.raises(WrongUse):
            to.save("x", "y", wrong)
    notebook.close()


def test_visits_and_opened_articles_are_not_what_undo_means(notebook: Notebook) -> None:
    notebook.decide(to.merge(MOSCOW, RUSSIA))
    notebook.decide(to.visit("", "7 articles"))
    notebook.decide(to.visit("Coup", "2 articles"))
    notebook.set_read("a0", auto=True)
    visit = notebook.searches.last_visit("Coup")
    assert visit is not None
    assert visit.mark == "2 articles"
    assert notebook.searches.last_visit("Ports") is None
    assert _told(notebook.undo()) == "merged Moscow into Russia"
    assert notebook.undo() is None
    assert notebook.is_read("a0")
    notebook.set_read("a1", auto=True)
    assert _told(notebook.redo()) == "merged Moscow into Russia"  # reading on does not end what can be done again
    notebook.close()


def test_answers_of_the_review(notebook: Notebook) -> None:
    notebook.decide(to.answer("merge", "moscow = russia", "skip"))
    notebook.decide(to.answer("merge", "moscow = russia", "yes"))
    assert notebook.answers.to("merge", "moscow = russia") == "yes"
    notebook.undo()
    assert notebook.answers.to("merge", "moscow = russia") == "skip"
    notebook.undo()
    assert notebook.answers.to("merge", "moscow = russia") is None
    notebook.close()


def test_all_of_a_renamed_article_goes_with_it(notebook: Notebook) -> None:
    notebook.decide(to.tag(ARTICLE, "x"))
    notebook.decide(to.note(PHRASES[0], "n"))
    notebook.decide(to.set_date(ARTICLE, date(2023, 8, 22)))
    notebook.decide(to.set_when(PHRASES[0], "2023"))
    notebook.follow({"new": "a0"})
    assert notebook.bodies() == {"body0": "a0"}
    assert (notebook.tags.on("new"), notebook.tags.counts) == (("x",), {"x": 1})
    assert [note.text for note in notebook.notes.by_article["new"]] == ["n"]
    assert notebook.dates.published("new")
    assert [each.phrase.article.article for each in notebook.dates.phrases("new")] == ["new"]
    now = ArticleSubject("new", "body0", "new.txt")
    assert notebook.decide(to.tag(now, "x")) is None
    notebook.decide(to.untag(now, "x"))
    assert notebook.tags.on("new") == ()
    notebook.undo()
    assert notebook.tags.on("new") == ("x",)
    notebook.close()


def test_a_passage_alone_finds_its_article_again(notebook: Notebook) -> None:
    notebook.decide(to.note(PHRASES[1], "n"))
    assert notebook.bodies() == {"body1": "a1"}
    notebook.close()


def test_hostile_words_stay_in_their_line(path: Path) -> None:
    notebook = Notebook(path)
    odd = "\x1b]0;x\x07\n\u202e{it}{0}\ud800\u2028"
    for made in (
        to.note(ActorSubject(odd, "person", odd, odd), odd),
        to.tag(ArticleSubject(odd, odd, odd), odd),
        to.set_when(PassageSubject(ArticleSubject("a"), odd), odd),
        to.save(odd, odd),
    ):
        assert notebook.decide(made) is not None
    notebook.close()
    assert len(lines_of(path)) == 4
    again = Notebook(path)
    assert [note.text for note in again.notes.all] == [odd]
    (actor,) = again.notes.by_actor
    assert actor.name.isprintable()
    assert all(word.isprintable() for word in again.tags.counts)
    assert all(each.name.isprintable() and each.query.isprintable() for each in again.searches.saved)
    assert "{it}" in _told(again.undo())
    again.close()
