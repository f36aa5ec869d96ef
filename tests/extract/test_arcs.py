"""What the arcs of a sentence say, on sentences parsed by hand: nothing here needs a parser."""

from __future__ import annotations

import pytest

from briefing.extract.dependency import arc_rules
from briefing.extract.dependency.arc_rules import ArcRule
from briefing.extract.dependency.deeds import dated, happened
from briefing.extract.dependency.parties import parties
from briefing.extract.dependency.tree import Tree
from briefing.extract.tie_rules import reason
from briefing.model.text import Span


def tree(parsed: str) -> Tree:
    """Words as `text/tag/arc/head`, heads counted from 0; the root is its own head."""
    rows = [word.split("/") for word in parsed.split()]
    texts, starts = [row[0] for row in rows], [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text) + 1)
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    return Tree(texts, starts, ends, [int(row[3]) for row in rows], [row[2] for row in rows], [row[1] for row in rows])


def told(parsed: str, time: str) -> set[tuple[str, str]]:
    """The names, in capitals, that take part in what the time dates, with their rules; none where it did not happen."""
    made = tree(parsed)
    deed = dated(made, made.texts.index(time))
    if not happened(made, deed):
        return set()
    return {(made.texts[at], rule.value) for at, rule in parties(made, deed) if made.texts[at].isupper()}


VANE_LEFT = "VANE/NNP/nsubj/1 left/VBD/ROOT/1 Monday/NNP/npadvmod/1"


@pytest.mark.parametrize(
    ("parsed", "time", "found"),
    [
        (VANE_LEFT, "Monday", {("VANE", "subject-of-dated-verb")}),
        (
            "VANE/NNP/nsubjpass/2 was/VBD/auxpass/2 held/VBN/ROOT/2 by/IN/agent/2 WAGNER/NNP/pobj/3 "
            "in/IN/prep/2 May/NNP/pobj/5",
            "May",
            {("VANE", "undergoes-dated-verb"), ("WAGNER", "agent-of-dated-verb")},
        ),
        (
            "VANE/NNP/nsubj/1 met/VBD/ROOT/1 NORRIN/NNP/dobj/1 with/IN/prep/1 ABEL/NNP/pobj/3 Monday/NNP/npadvmod/1",
            "Monday",
            {("VANE", "subject-of-dated-verb"), ("NORRIN", "object-of-dated-verb"), ("ABEL", "party-by-preposition")},
        ),
        (  # X agreed to leave by May: the infinitive has the subject above
            "VANE/NNP/nsubj/1 agreed/VBD/ROOT/1 to/TO/aux/3 leave/VB/xcomp/1 by/IN/prep/3 May/NNP/pobj/4",
            "May",
            {("VANE", "subject-of-dated-verb")},
        ),
        (  # X came and left on Monday
            "VANE/NNP/nsubj/1 came/VBD/ROOT/1 and/CC/cc/1 left/VBD/conj/1 Monday/NNP/npadvmod/3",
            "Monday",
            {("VANE", "subject-of-verb-above")},
        ),
        (  # X, who left on Monday, came
            "VANE/NNP/nsubj/4 who/WP/nsubj/2 left/VBD/relcl/0 Monday/NNP/npadvmod/2 came/VBD/ROOT/4",
            "Monday",
            {("VANE", "told-in-relative-clause")},
        ),
        (  # X, arrested on Monday, came
            "VANE/NNP/nsubj/3 arrested/VBN/acl/0 Monday/NNP/npadvmod/1 came/VBD/ROOT/3",
            "Monday",
            {("VANE", "told-by-participle")},
        ),
        (  # in a letter sent on Monday X resigned
            "In/IN/prep/5 letters/NNS/pobj/0 sent/VBN/acl/1 Monday/NNP/npadvmod/2 VANE/NNP/nsubj/5 resigned/VBD/ROOT/5",
            "Monday",
            {("VANE", "subject-in-dated-setting")},
        ),
        (  # X's 2014 trial angered Y
            "VANE/NNP/poss/2 2014/CD/nummod/2 trial/NN/nsubj/3 angered/VBD/ROOT/3 NORRIN/NNP/dobj/3",
            "2014",
            {("VANE", "party-to-dated-event")},
        ),
        (  # Y said X left on Monday: who says it is not tied
            "NORRIN/NNP/nsubj/1 said/VBD/ROOT/1 VANE/NNP/nsubj/3 left/VBD/ccomp/1 Monday/NNP/npadvmod/3",
            "Monday",
            {("VANE", "subject-of-dated-verb")},
        ),
        (  # the chairman of X left: the chairman does
            "the/DT/det/1 chairman/NN/nsubj/4 of/IN/prep/1 WAGNER/NNP/pobj/2 left/VBD/ROOT/4 Monday/NNP/npadvmod/4",
            "Monday",
            set(),
        ),
        (  # a man called X left
            "men/NNS/nsubj/3 called/VBN/acl/0 VANE/NNP/oprd/1 left/VBD/ROOT/3 Monday/NNP/npadvmod/3",
            "Monday",
            {("VANE", "subject-of-dated-verb")},
        ),
    ],
)
def test_who_takes_part(parsed: str, time: str, found: set[tuple[str, str]]) -> None:
    assert told(parsed, time) == found


@pytest.mark.parametrize(
    "parsed",
    [
        "VANE/NNP/nsubj/3 did/VBD/aux/3 not/RB/neg/3 leave/VB/ROOT/3 Monday/NNP/npadvmod/3",
        "VANE/NNP/nsubj/2 might/MD/aux/2 leave/VB/ROOT/2 Monday/NNP/npadvmod/2",
        "If/IN/mark/2 VANE/NNP/nsubj/2 left/VBD/advcl/5 Monday/NNP/npadvmod/2 it/PRP/nsubj/5 rained/VBD/ROOT/5",
        "Had/VBD/aux/2 VANE/NNP/nsubj/2 left/VBN/advcl/5 Monday/NNP/npadvmod/2 it/PRP/nsubj/5 rained/VBD/ROOT/5",
        "NORRIN/NNP/nsubj/1 denied/VBD/ROOT/1 VANE/NNP/nsubj/3 left/VBD/ccomp/1 Monday/NNP/npadvmod/3",
        "VANE/NNP/nsubj/1 denied/VBD/ROOT/1 having/VBG/aux/3 left/VBN/xcomp/1 Monday/NNP/npadvmod/3",
        "no/DT/det/1 envoy/NN/nsubj/2 left/VBD/ROOT/2 VANE/NNP/dobj/2 Monday/NNP/npadvmod/2",
    ],
)
def test_denied_and_imagined_deeds_tie_nobody(parsed: str) -> None:
    assert told(parsed, "Monday") == set()


@pytest.mark.parametrize(
    "parsed",
    [
        "VANE/NNP/nsubjpass/4 has/VBZ/aux/4 not/RB/neg/4 been/VBN/auxpass/4 seen/VBN/ROOT/4 "
        "since/IN/prep/4 Monday/NNP/pobj/5",
        "NORRIN/NNP/nsubj/1 said/VBD/ROOT/1 VANE/NNP/nsubj/4 would/MD/aux/4 leave/VB/ccomp/1 Monday/NNP/npadvmod/4",
        "VANE/NNP/nsubj/2 will/MD/aux/2 leave/VB/ROOT/2 Monday/NNP/npadvmod/2",
    ],
)
def test_what_lasts_and_what_is_planned_ties(parsed: str) -> None:
    assert [name for name, _ in told(parsed, "Monday")] == ["VANE"]


def test_a_time_without_a_verb_dates_nothing() -> None:
    made = tree("Monday/NNP/ROOT/0 :/:/punct/0 VANE/NNP/appos/0")
    deed = dated(made, 0)
    assert (deed.head, deed.verb, list(parties(made, deed))) == (-1, -1, [])


def test_the_head_of_some_words() -> None:
    made = tree(VANE_LEFT)
    assert made.head_of(Span(0, 4)) == 0
    assert made.head_of(Span(0, len("VANE left"))) == 1
    assert made.head_of(Span(4, 5)) == -1


def test_every_rule_has_a_reason_of_its_own() -> None:
    assert set(arc_rules.REASONS) == set(ArcRule)
    assert len(set(arc_rules.REASONS.values())) == len(ArcRule)
    assert not any(reason(rule.value) for rule in ArcRule), "no name of the rules' own"
    assert arc_rules.reason("no such rule") == ""
