"""What reading the first article costs: nothing is compiled, and little loaded, before a text asks for it."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from briefing.formats import clean
from briefing.model.pattern import lazy

COUNT = """
import re._compiler, sys
made = []
compile = re._compiler.compile
re._compiler.compile = lambda source, flags=0: made.append(source) or compile(source, flags)
from briefing.formats.registry import format_for
from briefing.formats.seam import FileHint
made.clear()
reader = format_for("a.txt")
loaded = len(made)
list(reader.read(sys.argv[1].encode(), FileHint("a.txt")))
print(loaded, len(made), *sorted({"hashlib", "json", "html"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("The ferry left the quay on Tuesday. Nobody was on board.\n\nIt came back.", 14),
        ("Ferry leaves\nPublished: 3 May 2021\nBy Jane Doe\n\n“The ferry left,” she said.\n\nIt’s back.", 30),
    ],
)
def test_what_the_first_article_makes(text: str, most: int) -> None:
    ran = subprocess.run([sys.executable, "-c", COUNT, text], capture_output=True, text=True, check=True)
    loaded, made, *modules = ran.stdout.split()
    assert int(loaded) == 0
    assert int(made) <= most
    assert modules == []


def test_a_lazy_expression_is_an_expression() -> None:
    digits = lazy(r"(?P<n>\d+)")
    assert digits.sub("x", "a12b3") == "axbx"
    assert digits.pattern == r"(?P<n>\d+)"
    assert [hit["n"] for hit in digits.finditer("a12b3")] == ["12", "3"]
    assert digits.search is digits.search


def test_western_characters_need_no_cleaning() -> None:
    for char in clean._WESTERN:
        assert not clean._DIRT.search(char)
        assert unicodedata.category(char)[0] != "M"
        assert unicodedata.is_normalized("NFC", char)
        assert unicodedata.is_normalized("NFC", f"e{char}e")
