"""Ties and figures of any text: spans inside, every word in one clause, work in proportion to length."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.clauses import split_clauses
from briefing.extract.contract_json import findings_from_json, findings_to_json
from briefing.extract.pipeline import RuleExtractor
from briefing.extract.record import record
from briefing.extract.tie_rules import REASONS, TieRule, reason
from briefing.extract.words import split_words
from tests.extract.making import article

_WORDS = """
Abel Norrin Ruth Vane Wagner UN France Russian the a of in on who which that and but if said told denied was were would
had left met held led by his her their its he she they it I We " “ ” , ; : — ( ) . according to after leaving before
Tuesday 2020 June May 3 up at least 1,200 40 60 between hundreds dozens several thousand third half percent % $ £ 3.5
billion fighters soldiers killed men group company two sides both minister prosecutor not no evidence ' 's - / + 007
"""
_OURS = (
    "given_names clauses clause_truth lookahead quotations participles verb_forms verb_groups pronouns told link "
    "parts dated_nouns dated_doers clause_joints references epithets figures quantities telling"
)
_FILES = frozenset(f"{name}.py" for name in _OURS.split())
_TEXTS = st.lists(st.sampled_from(_WORDS.split()), max_size=80).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_each_word_is_in_one_clause(text: str) -> None:
    words = split_words(text)
    clauses = split_clauses(words)
    assert len(clauses.of_word) == len(words)
    for number, clause in enumerate(clauses.found):
        assert -1 <= clause.parent < len(clauses.found)
        assert clause.verb < clause.last <= len(words) or not words.texts
        if number in clauses.of_word and clause.verb >= 0:
            assert clauses.of_word[clause.verb] == number


@settings(max_examples=200, deadline=None)
@given(_TEXTS, st.booleans())
def test_any_ties_and_figures(text: str, dated: bool) -> None:
    made = article(text, "2021-03-10" if dated else None)
    found = RuleExtractor().find(made)
    names = {actor.name for actor in found.actors}
    for figure in found.figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert "".join(figure.span.of(text).split()).replace("’", "'") == "".join(figure.surface.split())
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.actor in names | {None}
        assert figure.said_by in names | {None}
        assert figure.time is None or 0 <= figure.time < len(found.times)
    for actor in found.actors:
        assert len({tie.time for tie in actor.dates}) == len(actor.dates)
        for tie in actor.dates:
            assert reason(tie.rule)
            assert tie.evidence.start <= found.times[tie.time].span.start < tie.evidence.end
            assert tie.did is None or (tie.evidence.start <= tie.did.start < tie.did.end <= tie.evidence.end)
            assert tie.said_by in names | {None}
    assert findings_from_json(findings_to_json(found)) == found
    assert record(made, found, "a.txt")["doc"] == "a.txt"


def lines_run(text: str) -> int:
    """How many lines of Python the ties and figures of a text take."""
    made, count = article(text, "2020-02-02"), 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        if event == "call" and frame.f_code.co_filename.rpartition("/")[2] not in _FILES:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        RuleExtractor().find(made)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "bit",
    [
        "Abel Norrin left on Monday ", "Abel Norrin said he met Ruth Vane on Monday, ", "and left ", "who said ", ", ",
        "Abel Norrin, who left in 2020, ", "the 2014 talks of Abel Norrin in May ", "1,200 men ", "$3 ",
        "according to ", "“I left on Monday” ", '"', "his group ", "the two sides ", "if he said ", "two hundred ",
        "hundreds of ",
        "between 3 and ", "said Abel Norrin, ", "held ", "that ", "the company ", "France's minister ", "1 ", "3-",
    ],
)  # fmt: skip
def test_work_grows_with_the_length_of_a_sentence(bit: str) -> None:
    def work(size: int) -> int:
        return lines_run("Abel Norrin met Ruth Vane. " + bit * (size // len(bit)))

    work(100)
    assert work(8000) <= 5 * work(2000) + 2000


def test_every_rule_has_a_reason() -> None:
    assert set(REASONS) == set(TieRule)
    assert reason("subject-of-clause") == REASONS[TieRule.SUBJECT]
    assert reason("no such rule") == ""
