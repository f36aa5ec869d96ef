"""A citation finds its paragraph after the text moved, and says so; other words are not taken for it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.library.build import build
from briefing.library.library import Library
from briefing.model.passage import nearest, passage_mark
from briefing.settings.places import find_places
from briefing.settings.schema import Settings

WORDS = [f"{a}{b}" for a in ("har", "riv", "gra", "mon", "tel", "quo", "sil", "dra") for b in ("bour", "er", "in", "ta", "va", "lix", "um", "esk")]  # fmt: skip  # noqa: E501


def paragraph(seed: int, length: int = 40) -> str:
    dice = random.Random(seed)
    return " ".join(f"{dice.choice(WORDS)}{dice.choice(WORDS)}" for _ in range(length)) + "."


def edited(text: str, seed: int, share: float) -> str:
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) if dice.random() < share else word for word in text.split())


def test_case_accents_and_breaks_change_nothing() -> None:
    assert passage_mark("Él  Niño,\nsaid so") == passage_mark("el nino said SO!")
    assert len(passage_mark("")) == len(passage_mark("x " * 10**6)) == 16


def test_a_twentieth_changed_is_found_and_nothing_else_is() -> None:
    texts = [paragraph(seed) for seed in range(100)]
    assert all(nearest(passage_mark(text), texts, 0) == at for at, text in enumerate(texts))
    found = [nearest(passage_mark(edited(text, at, 0.05)), texts, 0) for at, text in enumerate(texts)]
    assert sum(one == at for at, one in enumerate(found)) >= 95
    strange = [nearest(passage_mark(paragraph(seed)), texts, 0) for seed in range(1000, 1060)]
    assert strange.count(None) >= 59


def test_the_nearer_of_two_alike_and_not_beyond_reach() -> None:
    texts = ["Same words here.", *(paragraph(n) for n in range(5)), "Same words here."]
    assert nearest(passage_mark("same words here"), texts, 5) == 6
    assert nearest(passage_mark("same words here"), texts, 1) == 0
    assert nearest(passage_mark("same words here"), texts[:-1], 5, reach=2) is None


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "news"
    folder.mkdir()
    body = "\n\n".join(paragraph(n) for n in range(6))
    (folder / "a.txt").write_text(f"A title\n\n{body}\n")
    places = find_places(tmp_path / "places")
    build([folder], places, Settings(), lambda _: None, lambda: False)
    return Library([folder], places, Settings())


def test_a_citation_follows_its_words(library: Library) -> None:
    try:
        number = library.locate("a.txt").number
        view = library.open(number)
        assert view
        texts = [each.span.of(view.article.text.value) for each in view.article.text.paragraphs]
        mark = passage_mark(texts[3])
        assert library.locate(f"a.txt:p4@{mark}") == (number, 4, "")
        moved = library.locate(f"a.txt:p2@{mark}")
        assert moved == (number, 4, "what was p2 is p4 now")
        assert library.locate(f"a.txt:p99@{mark}")[1] == 4
        gone = library.locate(f"a.txt:p2@{passage_mark(paragraph(99))}")
        assert gone.paragraph == 2
        assert "not in this article any more" in gone.remark
    finally:
        library.close()
