"""What every format promises, whatever the bytes."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.formats.registry import format_for
from briefing.formats.seam import FileHint, Format
from briefing.model.article import Article, Problem, article_id

_NAMES = ("any.txt", "any.md", "any.json", "any.jsonl")
_ALPHABET = 'ab .\n#*-_|{}[]":,\\by0123456789\x00\x1b\u202e\u0301é'
_HOSTILE = (
    "\x1b[2J\x1b]52;c;aGVsbG8=\x07 \x9b31m [/bad] [@click=app.quit] \u202egnp.exe \u2066x\u2069 \x00 \u200b "
    "e\u0301\u0316 \U0001f468\u200d\U0001f469\u200d\U0001f467 \u05d0\u05d1 " + "N" * 2000 + " said no."
)


@pytest.fixture(params=_NAMES)
def form(request: pytest.FixtureRequest) -> Format:
    found = format_for(str(request.param))
    assert found
    return found


def _wrap(form: Format, text: str) -> bytes:
    if form.name in ("json", "jsonl"):
        return json.dumps({"title": text[:300], "source": text[:50], "body": text}).encode()
    return text.encode("utf-8", "replace")


def _assert_safe(line: str, breaks: bool = False) -> None:
    for char in line:
        assert unicodedata.category(char) not in ("Cc", "Cs") or (breaks and char == "\n"), (char, line)
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff"


def _check(read: Article | Problem, path: str) -> None:
    if isinstance(read, Problem):
        assert read.path.startswith(path)
        assert read.why
        _assert_safe(read.why)
        return
    assert read.id == article_id(read.path, read.key)
    assert read.path == path
    assert read.title
    for line in (read.title, read.source, read.byline, read.url, read.language, read.key, *read.notes):
        _assert_safe(line)
    text = read.text
    _assert_safe(text.value, breaks=True)
    assert text.paragraphs
    assert all(len(p.span) and not p.span.of(text.value)[0].isspace() for p in text.paragraphs)
    assert all(text.value[one.span.end : two.span.start] == "\n\n" for one, two in pairwise(text.paragraphs))
    assert (text.paragraphs[0].span.start, text.paragraphs[-1].span.end) == (0, len(text.value))
    sources = [text.origin.to_source(at) for at in range(len(text.value))]
    assert sources == sorted(sources)
    if read.dateline:
        assert read.dateline.end <= text.paragraphs[0].span.end


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(raw=st.binary(max_size=300) | st.text(_ALPHABET, max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@example(raw=b"")
@example(raw=b"\xff\xfe")
@example(raw=b"---\n---")
@example(raw=b"#")
@example(raw=b"| |\n| |")
@example(raw=b"\xef\xbb\xbf\x00")
def test_any_bytes_give_articles_or_problems(form: Format, raw: bytes) -> None:
    read = list(form.read(raw, FileHint("a/b")))
    assert read or not raw.strip()
    for one in read:
        _check(one, "a/b")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(max_size=300) | st.text(_ALPHABET, max_size=300))
@example(text=_HOSTILE)
@example(text=_HOSTILE + "\n\n" + _HOSTILE)
def test_any_text_in_a_sound_file(form: Format, text: str) -> None:
    for one in form.read(_wrap(form, text), FileHint("a/b")):
        _check(one, "a/b")


def test_the_same_bytes_give_the_same_articles(form: Format) -> None:
    raw = _wrap(form, "The port is open.\n\nRead: More Of It\n\nIt was shut on March 3, 2021, they said.")
    assert list(form.read(raw, FileHint("a"))) == list(form.read(raw, FileHint("a")))


def test_an_article_says_where_it_comes_from(form: Format) -> None:
    (read,) = form.read(_wrap(form, "The port is open, the council said."), FileHint("wire/a"))
    assert isinstance(read, Article)
    assert read.path == "wire/a"
    assert read.text.value == "The port is open, the council said."
    assert read.language == "en"


@pytest.mark.parametrize(
    "unit", ["A", "A ", "By A", "(", "[", "\n", " \n", "Read: ", "1 ", "A, ", "-", "a\u0301", "\t", "A  b\n", "date "]
)
def test_adversarial_repeats_are_read_in_one_pass(form: Format, unit: str) -> None:
    for one in form.read(_wrap(form, "Words. " + unit * (400_000 // len(unit))), FileHint("a")):
        assert isinstance(one, Article | Problem)
