"""Whatever is decided can be undone; journals joined in any order say the same."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.notebook import decisions as to
from briefing.notebook import history, writer
from briefing.notebook.act import Act, Decision, Do
from briefing.notebook.actors import Corrections
from briefing.notebook.conflicts import conflicts
from briefing.notebook.dates import Dates
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.journal import Notebook
from briefing.notebook.notes import Notes
from briefing.notebook.searches import Answers, Searches
from briefing.notebook.state import State
from briefing.notebook.tagging import read_tags
from briefing.notebook.tags import Tags
from briefing.notebook.ties import Ties
from tests.notebook.sample import ACTORS, ARTICLES, answers, every_decision

DECISIONS = every_decision()
KINDS = [kind for kind in Kind if kind is not Kind.VISIT]
BY_KIND: dict[str, list[Decision]] = {
    kind.value: [each for each in DECISIONS if DEEDS[each.do].kind is kind] for kind in KINDS
}
"""All that undo takes back; a kind that is new joins by its samples."""
WISHES = [read_tags(typed) for typed in ("war", "-war oil", 'War "grain deal" -oil', '-"GRAIN deal"')]
"""Tags as they are typed for all that are selected, or that a query finds."""
RUSSIA, MOSCOW, KREMLIN, _ = ACTORS


@dataclass(frozen=True)
class Step:
    """A decision of a kind, or one on a note that is there (the number says which), or what it says."""

    sort: str
    number: int


def _steps(*more: str) -> st.SearchStrategy[list[Step]]:
    """Each kind as often as any other."""
    sorts = [*BY_KIND, "edit", "delete", "many", "undo", "redo", "both", *more]
    return st.lists(st.builds(Step, st.sampled_from(sorts), st.integers(0, 999)), max_size=30)


steps, with_restarts = _steps(), _steps("restart", "restart")


def take(notebook: Notebook, step: Step) -> int:
    """Does it; by how much more can be undone after it."""
    note = notebook.notes.all[step.number % len(notebook.notes.all)] if notebook.notes.all else None
    some = BY_KIND.get(step.sort, DECISIONS)
    made = some[step.number % len(some)]
    match step.sort:
        case "undo":
            return -1 if notebook.undo() else 0
        case "redo":
            return 1 if notebook.redo() else 0
        case "edit" if note:
            return 1 if notebook.decide(to.edit_note(note, f"text {step.number % 3}")) else 0
        case "delete" if note:
            return 1 if notebook.decide(to.delete_note(note)) else 0
        case "many":
            return 1 if notebook.decide(*WISHES[step.number % len(WISHES)].decisions(ARTICLES)) else 0
        case "both":
            return 1 if notebook.decide(made, DECISIONS[(step.number * 7) % len(DECISIONS)]) else 0
        case _:
            return 1 if notebook.decide(made) else 0


@contextmanager
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture(scope="module", autouse=True)
def _unhurried() -> Iterator[None]:
    """Waiting for the disk is not what is looked at here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "append", lambda path, raw: _append(path, raw))
        yield


def _append(path: Path, raw: bytes) -> None:
    with path.open("ab") as file:
        file.write(raw)


def test_every_kind_is_drawn() -> None:
    """But a visit, which is noted on the way: undo passes over it."""
    assert all(BY_KIND.values())
    assert BY_KIND.keys() | {Kind.VISIT} == set(Kind)


@settings(max_examples=150, deadline=None)
@given(before=steps, after=with_restarts)
def test_as_many_undos_as_actions_give_the_starting_state(before: list[Step], after: list[Step]) -> None:
    with folder() as place:
        path = place / "notebook.jsonl"
        notebook = Notebook(path, by="me")
        for step in before:
            take(notebook, step)
        notebook.close()
        notebook = Notebook(path, by="me")
        start, todo = answers(notebook), 0
        for step in after:
            if step.sort == "restart":
                notebook.close()
                notebook = Notebook(path, by="me")
            elif step.sort != "undo" or todo:
                todo += take(notebook, step) if step.sort != "redo" or todo else 0
        end = answers(notebook)
        notebook.close()
        notebook = Notebook(path, by="me")
        assert answers(notebook) == end
        for _ in range(todo):
            assert notebook.undo()
        assert answers(notebook) == start
        for _ in range(todo):
            assert notebook.redo()
        assert answers(notebook) == end
        notebook.close()
        assert answers(Notebook(path, by="me")) == end


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.one_of(steps, st.sampled_from("abc"))), max_size=8), st.randoms())
def test_journals_joined_in_any_order_say_the_same(
    turns: list[tuple[str, list[Step] | str]], random: random.Random
) -> None:
    with folder() as place:
        books = {name: Notebook(place / name, by=name) for name in "abc"}
        for name, what in turns:
            if isinstance(what, str):
                books[what].flush()
                other = place / what
                books[name].restore(other.read_bytes().splitlines() if other.exists() else [])
            else:
                for step in what:
                    take(books[name], step)
        for book in books.values():
            book.close()
        raw = [(place / name).read_bytes() for name in "abc" if (place / name).exists()]
        said = []
        for order in (raw, raw[::-1], [*raw, *raw[:1]], [b"".join(_shuffled(raw, random))]):
            joined = place / "joined"
            joined.write_bytes(b"".join(order))
            book = Notebook(joined, by="a")
            undo, redo = book._history.last_done(book._state), book._history.last_undone(book._state)
            said.append((answers(book), book.searches, book.conflicts(), undo, redo, book.bodies()))
        assert all(each == said[0] for each in said)


def _shuffled(parts: list[bytes], random: random.Random) -> list[bytes]:
    lines = [line for part in parts for line in part.splitlines(keepends=True)]
    random.shuffle(lines)
    return lines


KNOWN = [f"n{n}" for n in range(12)]


@st.composite
def act_lists(draw: st.DrawFn) -> list[Act]:
    """Acts at the same moments, undos of anything: of what comes later, of each other, in rings."""
    made = []
    for number in range(draw(st.integers(0, len(KNOWN)))):
        at, by = draw(st.integers(0, 3)), draw(st.sampled_from("xy"))
        if draw(st.booleans()):
            undo = Act(f"u{number}", at, Do.UNDO, of=draw(st.sampled_from([*KNOWN, *(f"u{n}" for n in range(12))])))
            made.append(undo)
        else:
            decision = draw(st.sampled_from(DECISIONS))
            made.append(Act(KNOWN[number], at, *decision, by=by, over=draw(st.sampled_from(["", *KNOWN]))))
    return [act for act in made if act.of != act.id]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_lines_in_any_order_say_the_same(data: st.DataObject) -> None:
    acts = data.draw(act_lists())
    other = data.draw(st.permutations(acts))
    cut = data.draw(st.integers(0, len(acts)))
    at_once, one_by_one, in_two = State(), State(), State()
    at_once.take(acts)
    for act in other:
        one_by_one.take([act])
    in_two.take(other[cut:])
    in_two.take(other)
    said = [_said(state) for state in (at_once, one_by_one, in_two)]
    assert said[0] == said[1] == said[2]
    assert all(said[0][0][act.id] == _undone(act, acts) for act in acts if act.do is not Do.UNDO)


def _said(state: State) -> tuple[dict[str, bool], object]:
    undone = {act.id: state.is_undone(act) for line in KNOWN if (act := state.act(line))}
    views = [state.view(each) for each in (Tags, Dates, Ties, Corrections, Searches, Answers)]
    notes = sorted(map(repr, state.view(Notes).all))
    return undone, (views, notes, state.ids(Kind.READ), state.ids(Kind.STAR), conflicts(state), state.bodies())


def _undone(act: Act, acts: list[Act]) -> bool:
    """The rule as it is told: a line is taken back while any undo of it holds."""
    return any(not _undone(undo, acts) for undo in acts if undo.do is Do.UNDO and undo.of == act.id)


def test_undos_of_undos_cost_no_more_than_others() -> None:
    """A chain as long as a journal is walked once, not once a line."""
    acts = [Act("0", 0, *to.star(ARTICLES[0]))]
    acts += [Act(str(n), n, Do.UNDO, of=str(n - 1)) for n in range(1, 30_001)]
    state = State()
    state.take(reversed(acts))
    assert state.ids(Kind.STAR) == {"a0"}
    seen = history.History("me")
    for act in acts:
        seen.add(act)
    assert seen.last_done(state) == acts[0]


def test_the_later_line_holds_and_doctor_hears_of_it(tmp_path: Path) -> None:
    one, two = Notebook(tmp_path / "one", by="one"), Notebook(tmp_path / "two", by="two")
    one.decide(to.rename(MOSCOW, "Russian government"))
    two.decide(to.rename(MOSCOW, "Moscow (city)"))
    one.decide(to.merge(MOSCOW, RUSSIA))
    two.decide(to.merge(RUSSIA, MOSCOW))
    one.decide(to.tag(ARTICLES[0], "same"))
    two.decide(to.tag(ARTICLES[0], "same"))
    one.close()
    two.restore((tmp_path / "one").read_bytes().splitlines())
    assert two.actors.renames[MOSCOW.key] == "Moscow (city)"
    assert two.actors.merges == {RUSSIA.key: MOSCOW.key}
    found = [(each.kept.told, each.lost.told) for each in two.conflicts()]
    assert found == [
        ("merged Russia into Moscow", "merged Moscow into Russia"),
        ("renamed Moscow to Moscow (city)", "renamed Moscow to Russian government"),
    ]
    assert two.undo() is not None  # the tag, which is its own
    assert two.tags.on("a0") == ("same",)  # the other machine said so too
    two.decide(to.rename(MOSCOW, "Russian government"))
    assert [each.kept.do for each in two.conflicts()] == [Do.MERGE]  # decided in the knowledge of both
    two.close()


def test_what_is_known_is_overruled_whatever_its_clock_said(tmp_path: Path) -> None:
    ahead = Notebook(tmp_path / "ahead", by="ahead")
    ahead._state.latest = 4_000_000_000_000_000
    ahead.decide(to.star(ARTICLES[0]))
    ahead.close()
    mine = Notebook(tmp_path / "mine", by="mine")
    mine.restore((tmp_path / "ahead").read_bytes().splitlines())
    assert mine.undo() is None  # another machine's act is not undone
    mine.decide(to.unstar(ARTICLES[0]))
    assert not mine.is_starred("a0")
    assert mine.conflicts() == []
    mine.undo()
    assert mine.is_starred("a0")
    mine.close()


def test_tags_and_notes_of_two_machines(tmp_path: Path) -> None:
    """Of one tag the later holds; notes of both stay; of two changes of one note the later holds."""
    one, two = Notebook(tmp_path / "1", by="one"), Notebook(tmp_path / "2", by="two")
    for book in (one, two):
        book.decide(to.note(ARTICLES[0], f"by {book._by}"))
    one.decide(to.tag(ARTICLES[0], "War"), to.tag(ARTICLES[1], "war"))
    two.decide(to.tag(ARTICLES[0], "war"))
    two.decide(to.untag(ARTICLES[0], "WAR"))
    one.flush()
    two.flush()
    two.restore((tmp_path / "1").read_bytes().splitlines())
    (theirs,) = [each for each in two.notes.all if each.text == "by one"]
    assert two.tags.by_word == {"war": frozenset({"a1"})}
    assert [note.text for note in two.notes.on(ARTICLES[0])] == ["by one", "by two"]
    assert [(each.kept.told, each.lost.told) for each in two.conflicts()] == [
        ("took the tag war off news/0.txt", "tagged news/0.txt as war")
    ]
    one.decide(to.edit_note(theirs, "mine"))
    two.decide(to.edit_note(theirs, "yours"))
    one.flush()
    two.flush()
    one.restore((tmp_path / "2").read_bytes().splitlines())
    assert [note.text for note in one.notes.on(ARTICLES[0])] == ["by two", "yours"]
    assert "changed a note on news/0.txt to “yours”" in [each.kept.told for each in one.conflicts()]
    one.close()
    two.close()
