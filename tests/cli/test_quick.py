"""What is read without argparse is what argparse reads; where they could differ, argparse is asked."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.flags import add_shared
from briefing.cli.main import VERBS, load, make_parser, parse
from briefing.cli.quick import ABSENT, Doubt, Quick, namespace

PLAIN = (
    "search",
    "search wagner haftar",
    "search --in /news wagner --json",
    "search wagner --limit 5 --sort newest --facets",
    "search --actor a --actor=b --since 2021 x -q --no-input",
    "search --limit all '' --data-dir /d --config=/c",
    "actors --in a --in b",
    "show a.txt:p3 --json",
    "index news --engine whoosh -v",
)
DOUBTFUL = (
    "search --help",
    "search a --json b",
    "search --json --plain a",
    "search --json=1 a",
    "search --limit none a",
    "search --limit",
    "search --lim 5 a",
    "search -draft a",
    "search a -- -b",
    "search --sort upwards a",
    "search --in --json",
    "search --limit 5 --limit 6 a",
    "search -qv a",
)


def quick(argv: list[str]) -> dict[str, object] | None:
    read = Quick()
    try:
        load(argv[0]).arguments(read)  # type: ignore[arg-type]
        add_shared(read, ABSENT)  # type: ignore[arg-type]
        return dict(vars(namespace(argv[0], read.read(argv[1:]))))
    except Doubt:
        return None


def by_argparse(argv: list[str]) -> dict[str, object]:
    return dict(vars(make_parser([argv[0]]).parse_args(argv)))


@pytest.mark.parametrize("line", PLAIN)
def test_plain_arguments_are_read_as_argparse_reads_them(line: str) -> None:
    argv = line.replace("''", "\0").split()
    argv = ["" if word == "\0" else word for word in argv]
    read = quick(argv)
    assert read in (by_argparse(argv), None)
    if argv[0] == "search":
        assert read is not None


@pytest.mark.parametrize("line", DOUBTFUL)
def test_what_is_not_plain_is_left_to_argparse(line: str) -> None:
    assert quick(line.split()) is None


WORDS = ["a", "wagner", "--json", "--plain", "-q", "--limit", "5", "all", "--in", "/x", "--sort", "newest", "--actor"]
WORDS += [
    "--since",
    "2021",
    "--facets",
    "--limit=3",
    "--in=",
    "-",
    "--",
    "-a",
    "-1",
    "",
    "a b",
    "--top",
    "--min",
    "--by",
]


@given(st.sampled_from(sorted(VERBS)), st.lists(st.sampled_from(WORDS), max_size=6))
def test_whatever_is_read_at_once_is_what_argparse_makes_of_it(verb: str, words: list[str]) -> None:
    read = quick([verb, *words])
    if read is not None:
        assert read == by_argparse([verb, *words])


def test_a_flag_before_the_verb_still_counts() -> None:
    assert vars(parse(["--json", "search", "a"]))["shape"] == "json"


def test_a_plain_search_never_loads_argparse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argparse", None)
    assert parse(["search", "wagner", "--json"]).query == ["wagner"]
