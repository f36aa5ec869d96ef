"""Whatever happens to the files, the store ends where a build from nothing would have ended."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.settings.places import find_places
from tests.library.conftest import Desk
from tests.library.fakes import fake_parts
from tests.library.state import content

NAMES = ("a.txt", "b.md", "many.jsonl", "sub/c.txt", "sub/more.jsonl", "bad.json", "d.txt")

_Step = tuple[str, str, int, bool]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["write", "write", "write", "remove", "move", "build"]),
        st.sampled_from(NAMES),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


def _text(name: str, number: int, flag: bool) -> str:
    """The length tells versions apart, as the clock may stand still between two writes of a test."""
    if name.endswith(".jsonl"):
        records = [{"id": f"r{n}", "title": f"T{n}", "body": f"Story {n} of Rome{'!' * flag}."} for n in range(number)]
        return "".join(json.dumps(record) + "\n" for record in records)
    if name.endswith(".json"):
        return '{"title": "cut' + "x" * number if flag else json.dumps({"title": "T", "body": "Story. " * (number + 1)})
    dated = "Published: 2021-02-03\n\n" if flag else ""
    return f"Title {number}\n\n{dated}Story {'of Paris ' * number}by Anna{'.' * (number + flag)}\n"


def _do(desk: Desk, step: _Step) -> None:
    do, name, number, flag = step
    path = desk.folder / name
    if do == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(_text(name, number, flag), "utf-8")
    elif do == "remove":
        path.unlink(missing_ok=True)
    elif do == "move" and path.exists():
        path.rename(path.with_name(f"moved-{number}-{path.name}"))
    elif do == "build":
        desk.build(confirm=True)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_any_sequence_of_changes_ends_as_a_fresh_build(steps: Sequence[_Step]) -> None:
    base = Path(tempfile.mkdtemp())
    try:
        desk = Desk(base / "news", find_places(base / "home"), fake_parts())
        desk.folder.mkdir()
        for step in steps:
            _do(desk, step)
        desk.build(confirm=True)
        fresh = Desk(desk.folder, find_places(base / "other"), fake_parts())
        fresh.build()
        assert content(desk.store) == content(fresh.store)
        assert dict(content(desk.store)["counts"])["articles"] == len(content(desk.store)["articles"])
    finally:
        shutil.rmtree(base)
