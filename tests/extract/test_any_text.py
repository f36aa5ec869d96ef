"""Whatever the text: no crash, offsets inside their paragraphs, work in proportion to length."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import pipeline, words
from briefing.extract.contract_json import findings_from_json, findings_to_json
from briefing.extract.record import record
from briefing.extract.resolve import resolve
from briefing.extract.words import split_words
from briefing.model.actor import Findings
from briefing.model.article import Article
from tests.extract.making import article

_WORDS = """
the of in on Abel Norrin said Tuesday May March Sat 5 31 2021 1944 490 BC early late last next this that year years ago
later earlier quarter third 19th first UN-brokered pro-Moscow Moscow denied U.S. - — ( ) “ ” " ' ’s . , ; : $ % two
Mondays Fridays current hour fortnight week month after 9999-12-31 0001-01-01 9.40 /
hundred a an morning night 10:30 p.m. 1990s '90s 2021-01-23 31/12/99 al-Jufra Ministry (LPDF) LPDF will not if who which
and but while Gen. Mr. é ß İ ǅ ٣ ² ½ 999999999999 0 00 29 February fiscal Christmas Easter until end before Ag bin
"""
_BITS = st.sampled_from([*_WORDS.split(), "\n", "\n\n"])
_TEXTS = st.lists(_BITS, max_size=60).map(" ".join) | st.text(max_size=300)


def check(made: Article, found: Findings) -> None:
    value, paragraphs = made.text.value, made.text.paragraphs
    story = [paragraph.span for paragraph in paragraphs if paragraph.region.is_story]
    spans = [(mention.span, mention.surface) for actor in found.actors for mention in actor.mentions]
    for span, surface in [*spans, *((time.span, time.surface) for time in found.times)]:
        assert span.start < span.end
        assert any(inside.start <= span.start and span.end <= inside.end for inside in story)
        assert " ".join(span.of(value).split()) == " ".join(surface.split())
    for actor in found.actors:
        assert actor.mentions
        for tie in actor.dates:
            assert 0 <= tie.time < len(found.times)
            assert tie.evidence in found.sentences
    assert [time.span for time in found.times] == sorted(time.span for time in found.times)


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.none() | st.dates(), st.none() | st.integers(1, 9999))
def test_any_text_is_read(text: str, published: date | None, guess: int | None) -> None:
    made = article(text, published.isoformat() if published else None, guess=guess)
    found = pipeline.RuleExtractor().find(made)
    check(made, found)
    assert findings_from_json(findings_to_json(found)) == found
    assert record(made, found, "a.txt")["doc"] == "a.txt"
    assert resolve(found.times, published, guess) == found.times


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python the work takes."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


HOSTILE = [
    "7", "A", "Abc ", "May ", "(", "(A", "Jan 3, 2020 ", "John Smith said. ", "LPDF and ", "A.", ". ", '" ',
    "when said ", "Ministry of ", "a-", "al-B ", "1,", "twenty ", "10:", "a'", "1st", "hundred years ",
    "Moscow denied Friday. ", "Abc Bcd Army (ABA). ", "Mr. ", "Army ", "and ",
    "Both sides left. ", "the Council of Ash ", "police said they ", "The country, ", "a 31-year-old man ", "once who ",
    "King Hussein ", 'called "the X" ', "Iraq, facing Iran, ", "The economist left. ", "Security Council. The Council ",
    "it was founded and ", "Moscow, which once who ", "X and Y met. The pair left. ",
    "Iraq in 1999 and Iran in 2001 and ", "“he left John Smith and ",
    "Ole Rusk and Ana Vane left, the latter said ",
]  # fmt: skip


@pytest.mark.parametrize("bit", HOSTILE)
def test_work_grows_with_the_length(bit: str) -> None:
    def work(size: int) -> int:
        made = article(bit * (size // len(bit)), "2020-02-02")
        return lines_run(lambda: pipeline.RuleExtractor().find(made))

    work(100)
    assert work(8000) <= 5 * work(2000) + 2000


def test_two_who_stand_far_apart_are_not_read_again_at_each_mention() -> None:
    def work(size: int) -> int:
        made = article("Iraq " + "x " * size + "and Iran. It was so " + "the two sides x " * (size // 4))
        return lines_run(lambda: pipeline.RuleExtractor().find(made))

    work(100)
    assert work(1600) <= 5 * work(400) + 2000


@pytest.mark.parametrize(
    "told",
    [
        "They saw Q{word} Smith and the {title} Army (A{upper}).",
        "Q{word} Holdings Inc met Q{word}a Holdings Inc. The bank met nobody. The group left.",
        "Q{word} Smith met Q{word}a Vane. It rained. Then it rained on. Nobody knew. The guerrillas left.",
    ],
)
def test_names_that_are_all_different(told: str) -> None:
    def work(count: int) -> int:
        words = [re.sub(r"\d", lambda digit: "abcdefghij"[int(digit[0])], str(number)) for number in range(count)]
        text = " ".join(told.format(word=word, title=word.title(), upper=word.upper()) for word in words)
        made = article(text, "2020-02-02")
        return lines_run(lambda: pipeline.RuleExtractor().find(made))

    work(400)  # what is kept of words is kept for both counts
    assert work(400) <= 5 * work(100) + 2000


@pytest.mark.parametrize("bit", ["7", "A", "A.", "a-", "1,", "'", "al-"])
def test_a_megabyte_in_one_word(bit: str) -> None:
    made = article(bit * (1_000_000 // len(bit)), "2020-02-02")
    check(made, pipeline.RuleExtractor().find(made))


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Vane left in May 1990 " + "according to Iran, " * 2000 + "and died in May 1990.",
        "“I came " + "and saw " * 2000 + "and left in May 1990,” Ruth Vane said on Monday.",
    ],
)
def test_clauses_that_hang_on_each_other_in_a_long_row(text: str) -> None:
    made = article(text, "2020-02-02")
    check(made, pipeline.RuleExtractor().find(made))


def test_words_lose_nothing() -> None:
    text = "Yunus-bek’s al-Jufra, 1,200 (U.N.) x_y ½"
    cut = split_words(text)
    gaps = re.sub(r"\s", "", text)
    assert "".join(text[a:b] for a, b in zip(cut.starts, cut.ends, strict=True)) == gaps


@given(
    st.lists(
        st.sampled_from(["U.N.", "don’t", "1,200.5", "al-Jufra", "’", "x_y", "(A.", "½-", "“So", "A.B"]), max_size=6
    )
)
def test_words_are_the_same_cut_between_blanks_or_at_once(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = split_words(text)
    assert found.texts == [word.replace("’", "'") for word in words._WORD.findall(text)]
    assert [text[a:b].replace("’", "'") for a, b in zip(found.starts, found.ends, strict=True)] == found.texts


def test_a_sentence_cut_short_behind_whose_a_day_is() -> None:
    cut = ("Abel Norrin saw", "Abel Norrin lost", "They saw Abel Norrin at", "The ministry of Libya fell, NATO")
    for text in (f"{begun} Thursday's" for begun in cut):
        check(made := article(text, "2020-02-02"), pipeline.RuleExtractor().find(made))
