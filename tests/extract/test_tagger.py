"""The tagger of names: its file, its decoding, and that its work grows with the text and no faster."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from briefing.extract.tagger import features
from briefing.extract.tagger.advice import advise
from briefing.extract.tagger.corpus import Marked, Part, part_of
from briefing.extract.tagger.decode import best_labels, names_of
from briefing.extract.tagger.features import ROWS
from briefing.extract.tagger.labels import COUNT, OUT, START, may_follow, simple
from briefing.extract.tagger.runs import LONGEST, runs
from briefing.extract.tagger.scores import Tally, names_in
from briefing.extract.tagger.tagger import Tagged, Tagger, tagger
from briefing.extract.tagger.train import learn, reading_of, score
from briefing.extract.tagger.weights import FILE, NOTHING, WIDE, pack, shipped, unpacked
from briefing.model.actor import ActorType
from tests.extract.making import actors
from tests.extract.test_any_text import HOSTILE, lines_run

PERSON, PLACE, BODY = ActorType.PERSON, ActorType.PLACE, ActorType.ORGANISATION


def tagged(text: str) -> dict[str, ActorType]:
    reading = reading_of(text, frozenset())
    return {text[start:end]: kind for start, end, kind in names_in(tagger(), reading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Barack Obama met him in Paris.", {"Barack Obama": PERSON, "Paris": PLACE}),
        ("The Ministry of Health and Welfare said so.", {"Ministry of Health and Welfare": BODY}),
        ("nothing is named here.", {}),
        ("On Tuesday it rained.", {}),
        ("Iran's navy left.", {"Iran": PLACE}),
    ],
)
def test_names_are_seen(text: str, expected: dict[str, ActorType]) -> None:
    assert tagged(text) == expected


def test_the_file_is_small_and_whole() -> None:
    assert Path(FILE).stat().st_size < 500_000
    weights = shipped()
    assert len(weights.rows) == ROWS * WIDE
    assert len(weights.steps) == COUNT + 1
    with pytest.raises(ValueError, match="no file of weights"):
        unpacked(b"something else")


def test_what_is_packed_is_unpacked() -> None:
    chance = random.Random(3)
    rows = bytes(chance.randrange(256) for _ in range(ROWS * COUNT))
    steps = [[chance.randrange(-999, 999) for _ in range(COUNT)] for _ in range(COUNT + 1)]
    weights = unpacked(pack(rows, steps))
    assert weights.rows[::2] == rows
    assert [list(line) for line in weights.steps] == steps


def test_the_best_sequence_is_found() -> None:
    chance = random.Random(5)
    for length in (1, 2, 3):
        scores = [[chance.randrange(100) for _ in range(COUNT)] for _ in range(length)]
        steps = [[chance.randrange(-50, 50) for _ in range(COUNT)] for _ in range(COUNT + 1)]

        def total(labels: tuple[int, ...], scores: list[list[int]] = scores, steps: list[list[int]] = steps) -> float:
            before = (START, *labels)
            if not all(may_follow(a, b) for a, b in zip(before, labels, strict=False)):
                return float("-inf")
            return sum(scores[n][b] + steps[a][b] for n, (a, b) in enumerate(zip(before, labels, strict=False)))

        best = max(total(labels) for labels in itertools.product(range(COUNT), repeat=length))
        assert total(tuple(best_labels(scores, steps))) == best


def test_labels_make_names() -> None:
    assert names_of([OUT, 1, 2, 1, OUT, 3, 4, 4]) == [(1, 3, 0), (3, 4, 0), (5, 8, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ministry of the Interior fell", [(1, 5)]),
        ("of Abel and then Ruth", [(1, 2), (4, 5)]),
        ("al-Jufra or Sirte", [(0, 1), (2, 3)]),
        ("no name", []),
    ],
)
def test_where_runs_of_capitals_stand(text: str, expected: list[tuple[int, int]]) -> None:
    assert runs(text.split()) == expected


def test_a_long_run_is_cut() -> None:
    assert all(end - at <= LONGEST + 2 for at, end in runs(["A"] * 1000))


@pytest.mark.parametrize("bit", HOSTILE)
def test_work_grows_with_the_length(bit: str) -> None:
    def work(size: int) -> int:
        texts = reading_of(bit * (size // len(bit)), frozenset()).texts
        return lines_run(lambda: Tagger(shipped()).names(texts, frozenset()))

    work(100)
    assert work(8000) <= 5 * work(2000) + 2000


def test_advice_costs_no_more_in_a_long_sentence() -> None:
    """Where rules and tagger part a hundred times in one sentence, neither list is gone through a hundred times."""

    def work(count: int) -> int:
        reading = reading_of("Ann Wray of Orro " * count, frozenset())
        reading.found = [reading.naming(at, at + 1, None) for at in range(0, 4 * count, 4)]
        names = [Tagged(at, at + 2, PERSON, 900, 900) for at in range(0, 4 * count, 4)]
        lines = lines_run(lambda: advise(reading, names))
        assert [naming.last - naming.first for naming in reading.found] == [2] * count
        return lines

    work(10)
    assert work(400) <= 4.5 * work(100)


def test_a_megabyte_of_capitals() -> None:
    reading = reading_of("ABCD " * 200_000, frozenset())
    assert all(name.first < name.last for name in tagger().names(reading.texts, frozenset()))


def test_sums_kept_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.model.kept.MOST_KEPT", 50)
    own = Tagger(shipped())
    for number in range(300):
        own.names([f"Abc{number}", "said"], frozenset())
    assert 0 < max(map(len, own._alone)) <= 50


def test_what_is_taught_is_learnt_and_twice_the_same() -> None:
    lines = [("Orlo Venn came.", "Orlo Venn", PERSON), ("They live in Quarr.", "Quarr", PLACE)]
    block = [Marked(text, [(text.index(name), text.index(name) + len(name), kind)]) for text, name, kind in lines]
    packed = learn([block], 6, 0.0)
    assert learn([block], 6, 0.0) == packed
    tally = score(Tagger(unpacked(packed)), [block])
    assert tally.f1("all") == 1.0
    assert "person" in str(tally)


def test_parts_hold_about_a_tenth() -> None:
    parts = [part_of(block) for block in range(2000)]
    assert 120 < parts.count(Part.HELD_OUT) < 280
    assert 120 < parts.count(Part.CHOOSE) < 280


def test_a_tally_counts_borders_and_kinds() -> None:
    tally = Tally()
    tally.add([(0, 3, PERSON), (5, 9, PLACE)], [(0, 3, PLACE), (5, 9, PLACE)])
    assert (tally.f1("untyped"), tally.f1("all"), tally.f1("person")) == (1.0, 0.5, 0.0)
    assert simple(ActorType.STATE) is PLACE
    assert simple(ActorType.ARMED_GROUP) is BODY


def test_rows_do_not_depend_on_the_run() -> None:
    assert (features.row("w Paris"), features.row("w Paris", 9)) == (10006, 25285)
    assert features.beside("Paris", 1) != features.beside("Paris", -1)
    assert NOTHING == 128


def test_names_that_rules_only_guess_at_get_the_taggers_kind_and_borders() -> None:
    found = actors(
        "Talks with Phelps Dodge failed. The Ministry of Health and Welfare met. Bank of Arden and Vane Inc met."
    )
    assert {name: actor.type for name, actor in found.items()} == dict.fromkeys(
        ["Phelps Dodge", "Ministry of Health and Welfare", "Bank of Arden", "Vane Inc"], BODY
    )


def test_the_file_is_beside_the_code() -> None:
    assert Path(features.__file__).with_name("weights.bin") == Path(FILE)


@pytest.mark.parametrize(
    "text",
    [
        "They met at Berth 9 and Gate 3.",
        "They live in the Republic.",
        "They bought a new 3D (VENTAR) radar in May.",
        "It went off at noon, Central European Time.",
        "African and European countries object.",
    ],
)
def test_ordinary_words_are_no_actors_whatever_the_tagger_says(text: str) -> None:
    assert actors(text) == {}


def test_one_kind_for_an_actor() -> None:
    found = actors(
        'The tanker Ann Orral sank. The probe Vennar fell. "Ouarrad Ag Ehia" it said. They asked Rustam Abdy.'
    )
    assert found["Ann Orral"].type is ActorType.OTHER
    assert found["Vennar"].type is ActorType.OTHER
    assert found["Ouarrad Ag Ehia"].type is PERSON
