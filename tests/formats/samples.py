"""Small articles in our own words, and one line to read them."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from briefing.formats.registry import read_source
from briefing.model.article import Article


def article(text: str, name: str = "sample.txt", published: date | None = None) -> Article:
    """The article of a text, which must be readable."""
    read = read_source(text, name, published)
    assert isinstance(read, Article), read
    return read


def flat(text: str) -> str:
    """A text block without the indentation of the test it stands in."""
    return dedent(text).lstrip("\n")


def regions(read: Article) -> list[tuple[str, str]]:
    """Region and words of each paragraph."""
    return [(p.region.value, p.span.of(read.text.value)) for p in read.text.paragraphs]


def assert_offsets(read: Article, source: str) -> None:
    """Every character but white space stands in the source where the map says."""
    for at, char in enumerate(read.text.value):
        there = read.text.origin.to_source(at)
        assert 0 <= there < len(source)
        assert char.isspace() or source[there] == char, (at, char, source[there])


GLUED = (
    " date 2021-01-23 Armed groups around the port on January 23 showed no will to leave. They dug a long trench"
    " instead, officials said.\n\nOn Saturday the trench ran for kilometres south of the town.\n\n"
    "[Pictures of the trench from above. Credit: Twitter/@somebody]\n\n"
    "Read: Council Says Talks Move On\n\nRead: UN: 43 Rescued Off The Coast\n\n"
    "Trucks, guns and a radar\n\n"
    "In a statement to the paper an official said that the groups were there to stay for a long time to come.\n\n"
    "(Image Credit: AP)"
)
UNDATED = (
    "Officers from the capital arrived in Orro on Tuesday after an invitation by the local strongman.\n\n"
    "A report in 2020 said up to 1,200 fighters were there.\n\n"
    "Ministers had met at the Army-2023 expo earlier this month, the statement said.\n\n"
    "Dana Orlin, with AFP"
)
WIRE = (
    "COCOA REVIEW <COC> FOR THE WEEK\n1987-02-26\nSALVADOR, Feb 26 -\n\n"
    "Showers went on all week in\nthe cocoa zone, helping the\ncrop along.\n"
    "    The dry spell means the crop is late.\n    Shr 45 cts vs 58 cts\n    Net 1.1 mln vs 829,000\n"
    "    Sales 12.4 mln vs 10.5 mln\n Reuter\n"
)
