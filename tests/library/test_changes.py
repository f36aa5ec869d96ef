"""The word diff by paragraphs: nothing is lost, what is the same is counted, places point into the texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.changes import passages, places
from briefing.library.word_diff import word_diff
from briefing.model.diff import Change, Passage, Same
from tests.library.prose import edited, report

OLD = "One two three.\n\nFour five six seven.\n\nEight nine.\n\nTen."
NEW = "One two three.\n\nFour six seven ELEVEN.\n\nTwelve.\n\nEight nine.\n\nTen."

TEXTS = st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=8).map(" ".join), max_size=6).map("\n\n".join)


def told(old: str, new: str) -> list[str]:
    found = []
    for each in passages(word_diff(old, new), old, new):
        if isinstance(each, Same):
            found.append(f"={each.paragraphs}")
            continue
        marks = {Change.SAME: " ", Change.GONE: "-", Change.NEW: "+"}
        found.append("".join(f"{marks[bit.change]}{bit.text or bit.left_out}" for bit in each.bits))
    return found


def test_paragraphs_that_changed_and_how_many_did_not() -> None:
    assert told(OLD, NEW) == ["=1", " Four-five six-seven.+seven ELEVEN.", "+Twelve.", "=2"]
    assert places(word_diff(OLD, NEW)) == 2
    assert told(NEW, OLD) == ["=1", " Four+five six-seven ELEVEN.+seven.", "-Twelve.", "=2"]
    assert told(OLD, OLD) == ["=4"]
    assert told("", "") == []
    assert told("", "New.\n\nAgain.") == ["+New.", "+Again."]


def test_of_a_long_run_the_words_beside_a_change_stay() -> None:
    words = [f"w{n}" for n in range(100)]
    old, new = " ".join(words), " ".join([*words[:50], "here", *words[50:]])
    assert told(old, new) == [" 42" + " " + " ".join(words[42:50]) + "+here " + " ".join(words[50:58]) + " 42"]


@given(TEXTS, TEXTS)
def test_nothing_is_lost_and_places_are_where_the_words_are(old: str, new: str) -> None:
    made = passages(word_diff(old, new), old, new)
    kept: dict[bool, list[str]] = {True: [], False: []}
    for each in made:
        for bit in each.bits if isinstance(each, Passage) else ():
            text = old if bit.change is Change.GONE else new
            if not bit.left_out:
                assert text[bit.place.start : bit.place.end] == bit.text.strip()
            kept[bit.change is Change.GONE] += text[bit.place.start : bit.place.end].split()
    gone = [word for run in word_diff(old, new) if run.change is Change.GONE for word in run.old.of(old).split()]
    assert sorted(kept[True]) == sorted(gone)
    paragraphs = sum(each.paragraphs for each in made if isinstance(each, Same))
    assert len(kept[False]) <= len(new.split())
    assert paragraphs <= len(new.split("\n\n"))


def test_a_copy_with_few_words_changed_is_mostly_counted() -> None:
    old = report(3, 60)
    found = passages(word_diff(old, edited(old, 0.01, 1)), old, edited(old, 0.01, 1))
    assert sum(each.paragraphs for each in found if isinstance(each, Same)) > 15
