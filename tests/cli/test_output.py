"""Lists of any length are printed row by row, in every shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from briefing.cli.output import FORMAT, Output, Shape, dump

RECORDS: list[dict[str, Any]] = [
    {"name": "a\nb\u2028\x1b[31m", "rows": [1, {"x": []}], "none": None},
    {},
    {"é": "}\n]"},
]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_document_is_what_json_makes_of_the_whole(capsys: pytest.CaptureFixture[str], count: int) -> None:
    head = {"total": count, "query": 'who:"x"'}
    Output(Shape.JSON).rows(head, "claims", iter(RECORDS[:count]), lambda _: (), ())
    whole = dump({"format": FORMAT, **head, "claims": RECORDS[:count]}, indent=2)
    assert capsys.readouterr().out == f"{whole}\n"


@pytest.mark.parametrize("shape", Shape)
def test_a_row_is_printed_before_the_next_is_asked_for(capsys: pytest.CaptureFixture[str], shape: Shape) -> None:
    printed = []

    def records() -> Iterator[dict[str, str]]:
        for name in "abcd":
            printed.append(f"<{name}>" in capsys.readouterr().out)
            yield {"name": f"<{chr(ord(name) + 1)}>"}

    Output(shape).rows({}, "claims", records(), lambda record: [record["name"]], ("name",))
    assert printed == [False, True, True, True]


def test_several_lists_are_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    lists = {"names": RECORDS, "said by": [], "in": RECORDS[:1]}
    Output(Shape.JSON).document({"total": 3}, lists)
    assert capsys.readouterr().out == dump({"format": FORMAT, "total": 3, **lists}, indent=2) + "\n"
