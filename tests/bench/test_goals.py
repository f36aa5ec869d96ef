"""The goals of search, as the bench prints them beside the figures of a run."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bench.goals import Goal, goals

WITH = "the same, FTS5 importing whoosh.index"


def figures(articles: int) -> dict[str, Any]:
    """Of a run in which whoosh costs half of FTS5 and tantivy a hundredth, wherever both are measured."""
    row = {"FTS5": 100.0, "whoosh": 50.0, "tantivy": 1.0}
    keys = {f"CPU {name}": row for name in ("p50", "p95", "worst")}
    keys |= {f"CPU {name} to the first rows": {"whoosh": 50.0, "tantivy": 1.0} for name in ("p95", "worst")}
    kinds = dict.fromkeys(("term and dates", "with 20 snippets", "facets by actor", "all four facets"), row)
    opening = {"CPU ms after imports": {"whoosh": 20.0}, "private MB": {"whoosh": 21.0}}
    opening |= {"whole process, CPU ms": row, WITH: row}
    index = {"articles a CPU second": row, "one article more, CPU ms": {"whoosh": 8.0}}
    engines = {"articles": articles, "keystrokes": keys, "queries": kinds, "open and a rare word": opening}
    return {"engines": engines | {"index": index}, "start: 9 over 2": 1.1}


@pytest.mark.parametrize("articles", [20_000, 100_000])
def test_every_figure_stands_beside_its_goal(articles: int) -> None:
    found = {goal.label: goal for goal in goals(figures(articles))}
    assert {label[0] for label in found} == set("12345")
    key = found["1 worst key to the exact answer, whoosh, times FTS5's"]
    assert (key.figure, key.limit, key.holds) == (0.5, 0.5, True) if articles == 20_000 else (0.5, 0.3, False)
    assert found["4 articles a CPU second, whoosh, times FTS5's"].holds
    assert not found["4 articles a CPU second, tantivy, times FTS5's"].holds
    memory = [goal for label, goal in found.items() if "private MB" in label]
    assert [goal.holds for goal in memory] == ([] if articles == 20_000 else [False])


def test_a_run_without_engines_has_only_the_goals_it_measured() -> None:
    assert [goal.holds for goal in goals({"start: 20,000 over 2": 1.3, "start: CPU ms on 2 articles": 300.0})] == [
        False
    ]
    assert goals({}) == []


def test_a_goal_says_whether_it_holds_in_words() -> None:
    assert str(Goal("snippets", 0.1, 0.2)).startswith("holds ")
    assert str(Goal("rate", 0.1, 1, least=True)).startswith("FALLS SHORT")
