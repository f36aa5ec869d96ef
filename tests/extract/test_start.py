"""What it costs to begin: counts of what is loaded and made, for times differ from machine to machine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from briefing.extract import lexicon
from briefing.extract.lexicon import pack, source

COUNT = """
import json, re, sys  # what is loaded before does not count
bare = set(sys.modules)
import re._compiler
made = []
compile = re._compiler.compile
re._compiler.compile = lambda source, flags=0: made.append(source) or compile(source, flags)
from briefing.extract.registry import open_extractor
extractor = open_extractor("rules")
from briefing.extract import lexicon
from briefing.extract.tagger.tagger import tagger
lexicon.gazetteer(), lexicon.words("days"), tagger()
loaded = len(made)
from briefing.model.article import Article, ArticleId
from briefing.model.text import Paragraph, Span, Text
story = "Abel Norrin, 54, left Arden on 3 May 2021. On Tuesday the ministry said 1,200 men had fled."
text = Text(story, (Paragraph(Span(0, len(story))),))
assert extractor.find(Article(ArticleId("a"), "a.txt", "", "A", False, text)).actors
print(json.dumps([loaded, len(made), sorted(set(sys.modules) - bare)]))
"""
HEAVY = {"dataclasses", "inspect", "typing", "hashlib", "pathlib", "urllib", "dateutil", "importlib.metadata"}


@pytest.fixture(scope="module")
def counts() -> tuple[int, int, set[str]]:
    """Expressions made before the first article and with it; the modules loaded for all of it."""
    ran = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, check=True)
    loaded, made, modules = json.loads(ran.stdout)
    return loaded, made, set(modules)


def test_no_expression_is_made_before_a_text_asks_for_it(counts: tuple[int, int, set[str]]) -> None:
    assert counts[0] == 0
    assert counts[1] <= 30


def test_nothing_heavy_is_loaded(counts: tuple[int, int, set[str]]) -> None:
    assert counts[2] & HEAVY == set()
    assert not [name for name in counts[2] if name.startswith(("dateutil", "textual", "rich", "spacy", "numpy"))]
    assert "briefing.extract.lexicon.source" not in counts[2]


def test_the_packed_tables_are_those_of_the_texts() -> None:
    """Else `python -m briefing.extract.lexicon.pack` has to be run; until then all works, but slowly."""
    assert lexicon.written(lexicon.PACKED) == pack.packed()


def test_changed_texts_count_before_they_are_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {name: lexicon.written(name) for name in (*lexicon.TEXTS, lexicon.PACKED)}
    texts["heads.txt"] += b"[made]\nup here_now\n"
    monkeypatch.setattr(lexicon, "written", texts.__getitem__)
    monkeypatch.setattr(source, "written", texts.__getitem__)
    assert lexicon._tables.__wrapped__().heads["made"] == {"up", "here now"}


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        lexicon.words("no such list")
