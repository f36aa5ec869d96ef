"""Markdown reduced to its words."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.clean import clean
from briefing.formats.inline import reduce_line
from briefing.formats.offsets import Assembly
from briefing.formats.registry import read_source
from tests.formats.samples import article, flat, regions

_ARTICLE = flat(
    """
    ---
    title: "Dam at Orro holds"
    date: 2022-03-04 07:30 +0200
    author: Mira Sole
    source: Coast Wire
    tags:
      - water
    ---

    # Dam at Orro holds

    *By Mira Sole*

    ORRO, March 4 — The **dam** at [Orro](https://wire.example/a_(b)) held, _officials_ said,
    and 5 * 3 is snake_case_name.

    ![The dam at night](dam.jpg "t")

    ## What next?

    > “We wait,” said
    > the mayor of Orro in a long talk with the paper that night.

    - one **boat**
    - two boats

    | Place | Dead |
    |-------|------|
    | Orro  | 3    |

    Read: [Another story](https://wire.example/2)

    Below the dam
    -------------

    The [last][ref] line<br>is <b>here</b>, and it is as long as a line of a story needs to be.

    [ref]: https://wire.example/3
    """
)


def test_an_article_in_markdown() -> None:
    read = article(_ARTICLE, "dam.md")
    assert (read.title, read.byline, read.source) == ("Dam at Orro holds", "Mira Sole", "Coast Wire")
    assert read.published
    assert (read.published.day, read.published.clock, read.published.offset_minutes) == (
        date(2022, 3, 4),
        time(7, 30),
        120,
    )
    assert read.dateline
    assert read.dateline.of(read.text.value) == "ORRO, March 4 —"
    assert regions(read) == [
        ("body", "ORRO, March 4 — The dam at Orro held, officials said, and 5 * 3 is snake_case_name."),
        ("credit", "The dam at night"),
        ("heading", "What next?"),
        ("body", "“We wait,” said the mayor of Orro in a long talk with the paper that night."),
        ("list", "- one boat\n- two boats"),
        ("table", "| Place | Dead |\n| Orro  | 3    |"),
        ("link", "Read: Another story"),
        ("heading", "Below the dam"),
        ("body", "The last line is here, and it is as long as a line of a story needs to be."),
    ]


def test_offsets_lead_to_the_words_in_the_file() -> None:
    read = article(_ARTICLE, "dam.md")
    for words in ("dam", "Orro", "officials", "boats", "mayor"):
        at = read.text.value.index(words)
        there = read.text.origin.to_source(at)
        assert _ARTICLE[there : there + len(words)] == words


def test_a_heading_is_the_title() -> None:
    for head in ("# Ministers meet", "Ministers meet\n=============="):
        read = article(f"{head}\n\nPublished: 3 March 2021 | Updated: 4 March 2021\n\nThey met on Monday.", "m.md")
        assert read.title == "Ministers meet"
        assert read.published
        assert read.published.day == date(2021, 3, 3)
        assert read.text.value == "They met on Monday."


def _reduced(line: str) -> str:
    made = Assembly(line)
    reduce_line(made, 0, len(line))
    return made.finish()[0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**bold** and *it* and ***both***", "bold and it and both"),
        ("__bold__ _it_ a_b_c ~~gone~~", "bold it a_b_c gone"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("one * star *word", "one * star *word"),
        (r"\*not\* it", "*not* it"),
        ("`code *x*` and ``a``", "code *x* and a"),
        ("[words](u) [**bold** words](u 'title') ![alt](u)", "words bold words alt"),
        ("[not a link] [words][ref]", "[not a link] words"),
        ("<https://wire.example>", "https://wire.example"),
        ("A <b>word</b>, <WKR> and 3 < 4", "A word, <WKR> and 3 < 4"),
        ("a &amp; b &lt; c &nosuch; &#27;[31m &#x202e;", "a & b < c &nosuch; [31m"),
        ("e&#769; &nbsp;&#10;x", "e   x"),
    ],
)
def test_marks_inside_a_line(line: str, words: str) -> None:
    assert _reduced(line).rstrip() == words


@given(st.text(st.sampled_from("abe *_`[]()<>!&#;\\\n-=|>~:1.\t\u0301é"), max_size=200))
def test_any_markdown_is_read(text: str) -> None:
    read = read_source(text, "any.md", None)
    if hasattr(read, "text"):
        assert clean(read.text.value).value == read.text.value
        assert all(0 <= read.text.origin.to_source(at) < len(text) for at in range(len(read.text.value)))


@pytest.mark.parametrize(
    "unit", ["*", "_a", "[", "[a](", "[a]( ", "`", "<a ", "&", "![", "> ", "- ", "|", "<!--", "\\", "[a]:"]
)
def test_hostile_markdown_is_read_in_one_pass(unit: str) -> None:
    read = read_source("Words. " + unit * 100_000, "hostile.md", None)
    assert hasattr(read, "text")
