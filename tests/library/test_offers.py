"""With whom an actor may be merged: like names first, everybody after, never itself; names of the notebook."""

from __future__ import annotations

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.library.shown_rows import corrected_rows, pinned_ids
from briefing.model.actor import ActorType, actor_id
from briefing.model.hit import ActorRow
from briefing.notebook import decisions
from briefing.notebook.journal import Notebook
from briefing.notebook.subject import ActorSubject
from tests.library.conftest import Desk

TEXTS = (
    "Khalifa Haftar met Ilse Brandt in Tripoli.",
    "Omar Haftar met Ilse Brandt. The Libyan National Army (LNA) held the road.",
    "Ilse Brandt met the government of Halmark. The Northern Dock Union was there.",
    "Ilse Brandt met Tomas Reyl. LNA said nothing.",
)


@pytest.fixture
def library(desk: Desk) -> Library:
    desk.parts = Parts(workers=1)
    for number, text in enumerate(TEXTS):
        (desk.folder / f"{number}.txt").write_text(f"Title {number}\n\nPublished: 2022-03-02\n\n{text}\n")
    desk.build()
    return desk.library()


def test_like_names_come_first_and_everybody_once(library: Library) -> None:
    apart = actor_id("Khalifa Haftar", ActorType.PERSON)
    offers = library.offers(("Khalifa Haftar", "Haftar"), ActorType.PERSON, apart)
    assert offers[0].name == "Omar Haftar"
    assert offers[0].alike == "same surname haftar"
    assert offers[1].name == "Ilse Brandt"  # the most frequent of the others
    assert len({offer.id for offer in offers}) == len(offers)
    assert apart not in {offer.id for offer in offers}
    total = library.actors(None, None, 1, 99)[1]
    assert len(offers) == total - 1


def test_initials_are_offered(library: Library) -> None:
    offers = library.offers(("Lagos Nautical Agency",), ActorType.ORGANISATION, None)
    assert (offers[0].name, offers[0].alike) == ("Libyan National Army", "initials LNA")


@pytest.mark.parametrize("name", ["", "  ", "%", "'; DROP TABLE actor; --", "\x1b[31m"])
def test_odd_names_are_names(library: Library, name: str) -> None:
    assert library.offers((name,), ActorType.PERSON, None)


def test_a_renamed_actor_keeps_its_name_in_the_notebook(library: Library) -> None:
    known = library.find_actor("Ilse Brandt").id
    subject = library.actor_subject(known)
    assert subject == ActorSubject("Ilse Brandt", "person", "0.txt", "Ilse Brandt")
    library.notebook.decide(decisions.rename(subject, "Captain Brandt"), decisions.retype(subject, "other"))
    library.notebook.flush()
    library.correct()
    row = library.find_actor("Captain Brandt")
    assert (row.id, row.type) == (known, ActorType.OTHER)
    assert library.actor_subject(row.id) == subject


# -- rows before the store has it


def row(name: str, articles: int, kind: ActorType = ActorType.STATE, aliases: tuple[str, ...] = ()) -> ActorRow:
    return ActorRow(actor_id(name, kind), name, kind, articles, articles * 2, aliases)


RUSSIA, MOSCOW, ROME = ActorSubject("Russia", "state"), ActorSubject("Moscow", "state"), ActorSubject("Rome", "state")
ROWS = [row("Russia", 5), row("Moscow", 3, aliases=("Kremlin",)), row("Rome", 2)]


def test_rows_follow_every_correction_and_its_undo(tmp_path: object) -> None:
    from pathlib import Path

    notebook = Notebook(Path(str(tmp_path)) / "notebook.jsonl")
    assert corrected_rows(ROWS, notebook.actors) == ROWS
    notebook.decide(decisions.merge(MOSCOW, RUSSIA))
    merged = corrected_rows(ROWS, notebook.actors)
    assert [each.name for each in merged] == ["Russia", "Rome"]
    assert merged[0].aliases == ("Moscow", "Kremlin")
    assert corrected_rows(merged, notebook.actors) == merged
    notebook.decide(decisions.rename(ROME, "Italy"), decisions.retype(ROME, "place"))
    renamed = corrected_rows(ROWS, notebook.actors)[-1]
    assert (renamed.name, renamed.type, renamed.aliases) == ("Italy", ActorType.PLACE, ("Rome",))
    assert corrected_rows([renamed], notebook.actors) == [renamed]
    notebook.decide(decisions.ignore(RUSSIA))
    assert [each.name for each in corrected_rows(ROWS, notebook.actors)] == ["Italy"]
    notebook.decide(decisions.pin(MOSCOW))
    assert pinned_ids(notebook.actors) == {ROWS[0].id}
    while notebook.undo():
        pass
    assert corrected_rows(ROWS, notebook.actors) == ROWS
    notebook.close()
