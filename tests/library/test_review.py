"""What is unsure is asked once, with its sentence; an answer changes what it says, and the tally counts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from briefing.library.parts import Parts
from briefing.library.review import Unsure, tallies
from briefing.model.actor import ActorType
from briefing.model.claim import ClaimFilter
from briefing.model.grain import Grain
from briefing.model.order import Order
from briefing.model.review import AT_ONCE, Doubt, Tally
from briefing.model.timeline import TimelineAsk
from briefing.notebook import decisions
from tests.library.conftest import Desk

ALL = frozenset(Doubt)
TEXTS = {
    "guess.txt": "Envoys arrive\n\nIlse Brandt left the Ports-2023 fair.\n\nIlse Brandt met the mayor in June.\n",
    "full.txt": "Strike\n\nPublished: 2023-09-01\n\n"
    "The Northern Dock Union (NDU) called a strike. Omar Saleh agreed.\n",
    "short.txt": "Grain\n\nPublished: 2022-01-02\n\nThe NDU said no on Monday. Omar Saleh spoke to the NDU.\n",
    "pronoun.txt": "Guards\n\nPublished: 2022-03-02\n\nOmar Saleh is a teacher. He resigned on Monday.\n",
}


@pytest.fixture
def unsure(desk: Desk) -> Desk:
    desk.parts = Parts(workers=1)
    for name, text in TEXTS.items():
        (desk.folder / name).write_text(text)
    desk.build()
    return desk


def asked(desk: Desk, kind: Doubt, again: bool = False) -> list[Unsure]:
    library = desk.library()
    try:
        return library.review(frozenset({kind}), again)
    finally:
        library.close()


def answer(desk: Desk, unsure: Unsure, said: str) -> None:
    """As the page does it."""
    library = desk.library()
    question = unsure.question
    changes = {"yes": unsure.yes, "no": unsure.no}.get(said, ())
    library.notebook.decide(*changes, decisions.answer(question.kind.value, question.key, said))  # type: ignore[arg-type]
    library.notebook.flush()
    library.correct()
    library.close()


def test_every_question_stands_on_a_sentence(unsure: Desk) -> None:
    library = unsure.library()
    for question, _, _ in library.review(ALL):
        view = library.open(question.article)
        assert view is not None
        assert question.sentence == " ".join(question.span.of(view.article.text.value).split()) != ""
        assert question.cite == f"{view.article.name}:p{question.paragraph}"
        assert question.asks.endswith("?")
    library.close()


def test_a_guess_confirmed_places_the_words(unsure: Desk) -> None:
    (guess,) = asked(unsure, Doubt.DATE)
    question = guess.question
    assert question.asks == "Does “June” mean 2023-06?"
    assert "“Ports-2023 fair” suggests 2023" in question.because or "2023" in question.because
    answer(unsure, guess, "yes")
    library = unsure.library()
    placed, _ = library.claims(ClaimFilter(said_by=""))
    assert "2023-06" in {claim.when.value for claim in placed if claim.words == "June"}
    assert tallies(library.notebook.answers)[Doubt.DATE] == Tally(1, 0, 0)
    library.close()
    assert asked(unsure, Doubt.DATE) == []


def test_a_guess_refused_leaves_the_words_open(unsure: Desk) -> None:
    (question,) = asked(unsure, Doubt.DATE)
    answer(unsure, question, "no")
    library = unsure.library()
    open_ones, _ = library.claims(ClaimFilter(unplaced=True))
    assert {claim.guess for claim in open_ones if claim.words == "June"} <= {""}
    library.close()
    assert asked(unsure, Doubt.DATE) == []


def test_a_merge_refused_is_split_for_good(unsure: Desk) -> None:
    (merge,) = asked(unsure, Doubt.MERGE)
    question = merge.question
    assert question.asks == "Is NDU (organisation, 1 article) Northern Dock Union?"
    assert "NDU" in question.sentence
    answer(unsure, merge, "no")
    library = unsure.library()
    names = {row.name for row in library.actors(None, frozenset({ActorType.ORGANISATION}), 1, 9)[0]}
    assert {"NDU", "Northern Dock Union"} <= names
    library.close()
    unsure.build(rebuild=True)
    assert asked(unsure, Doubt.MERGE) == []


def test_skipped_is_not_asked_again_until_it_is_wished(unsure: Desk) -> None:
    (question,) = asked(unsure, Doubt.MERGE)
    answer(unsure, question, "skip")
    assert asked(unsure, Doubt.MERGE) == []
    assert asked(unsure, Doubt.MERGE, again=True) == [question]


def _pronoun(desk: Desk) -> Unsure:
    """The question on a deed that hangs on its day by a pronoun."""
    (found,) = [each for each in asked(desk, Doubt.TIE) if each.question.cite.startswith("pronoun.txt")]
    return found


class Seen(NamedTuple):
    """Where the deed of the pronoun shows."""

    pane: int
    ledger: int
    timeline: int
    dossier: int


def _seen(desk: Desk) -> Seen:
    library = desk.library()
    try:
        claims, _ = library.claims(ClaimFilter())
        mine = [claim for claim in claims if claim.doc == "pronoun.txt"]
        card = next(card for card in library.page(Order.TITLE, 0, 9) if card.name == "pronoun.txt")
        view = library.open(card.number)
        assert view is not None
        assert view.findings is not None
        line = library.timeline(TimelineAsk(grain=Grain.DAY, since=date(2022, 2, 20), until=date(2022, 3, 9)))
        actor = library.find_actor("Omar Saleh").id
        return Seen(
            sum(len(actor.dates) for actor in view.findings.actors),
            len(mine),
            sum(bucket.claims for bucket in line.buckets),
            sum(claim.doc == "pronoun.txt" for claim in library.dossier(actor).claims(0, 99)[0]),
        )
    finally:
        library.close()


def test_a_tie_refused_is_left_out_everywhere_until_it_is_taken_back(unsure: Desk) -> None:
    before = _seen(unsure)
    assert before == Seen(1, 1, 1, 1)
    question = _pronoun(unsure)
    assert "Omar Saleh" in question.question.asks
    answer(unsure, question, "no")
    assert _seen(unsure) == Seen(0, 0, 0, 0)
    library = unsure.library()
    assert tallies(library.notebook.answers)[Doubt.TIE] == Tally(0, 1, 0)
    library.close()
    unsure.build(rebuild=True)
    assert _seen(unsure) == Seen(0, 0, 0, 0)
    library = unsure.library()
    act = library.notebook.undo()
    assert act is not None
    assert act.told == "untied Omar Saleh and “Monday” in pronoun.txt"
    library.notebook.flush()
    library.correct()
    library.close()
    assert _seen(unsure) == before
    assert _pronoun(unsure) == question


def test_a_tie_refused_stays_so_through_renames_merges_and_new_rules(unsure: Desk) -> None:
    answer(unsure, _pronoun(unsure), "no")
    (unsure.folder / "pronoun.txt").rename(unsure.folder / "moved.txt")
    unsure.build()
    library = unsure.library()
    subject = library.actor_subject(library.find_actor("Omar Saleh").id)
    assert subject is not None
    library.notebook.decide(decisions.rename(subject, "The teacher"))
    library.notebook.flush()
    assert library.correct()
    assert not [claim for claim in library.claims(ClaimFilter())[0] if claim.doc == "moved.txt"]
    library.close()
    rules = unsure.parts.rules()
    unsure.parts = replace(unsure.parts, rules=lambda: rules + 1)
    unsure.build()
    library = unsure.library()
    assert not [claim for claim in library.claims(ClaimFilter())[0] if claim.doc == "moved.txt"]
    library.close()


def test_words_placed_by_the_reader_stay_so_under_new_rules(unsure: Desk) -> None:
    (guess,) = asked(unsure, Doubt.DATE)
    answer(unsure, guess, "yes")
    rules = unsure.parts.rules()
    unsure.parts = replace(unsure.parts, rules=lambda: rules + 1)
    unsure.build()
    library = unsure.library()
    assert "2023-06" in {claim.when.value for claim in library.claims(ClaimFilter())[0]}
    library.close()


def test_few_are_loaded_however_many_there_are(desk: Desk) -> None:
    desk.parts = Parts(workers=1)
    for number in range(AT_ONCE + 15):
        text = f"Guards {number}\n\nPublished: 2022-03-02\n\nOmar Saleh {number} \n\nOmar Saleh is a teacher.\n"
        (desk.folder / f"{number:03}.txt").write_text(f"{text}\nOmar Saleh is here. He resigned on Monday.\n")
    desk.build()
    questions = asked(desk, Doubt.TIE)
    assert len(questions) == AT_ONCE
    for question in questions:
        answer(desk, question, "yes") if question is questions[0] else None
    later = asked(desk, Doubt.TIE)
    assert len(later) == AT_ONCE
    assert later[:-1] == questions[1:]
