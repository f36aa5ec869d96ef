"""How well names are found: F1 by kind and untyped on the held-out tenth of the Groningen Meaning Bank.

`BRIEFING_DATA=FOLDER python -m tests.eval.names [--choose]`, where FOLDER holds `data/gmb-ner.tsv.xz`. Three finders
are scored: the tagger alone, the rules with the tagger taken out, and the extractor as it is. Titles before a person
(`President`) and small words at a name's edge (`southern`) are no part of a name here, as in what the program prints;
`as marked` counts them as the file does. States, demonyms and places are one kind, groups under arms organisations.

Ten Reuters articles of 1987, picked by a hash of their number and marked by hand before any finder had seen them, stand
in `reuters_names.json` as offsets with the checksum of the text they belong to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import os
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from briefing.extract.pipeline import RuleExtractor
from briefing.extract.reading import Reading
from briefing.extract.sentences import split_sentences
from briefing.extract.tagger.corpus import Marked, Part, blocks
from briefing.extract.tagger.labels import simple
from briefing.extract.tagger.scores import Name, Tally, names_in
from briefing.extract.tagger.tagger import Tagged, Tagger, tagger
from briefing.extract.tagger.train import common_words, reading_of
from briefing.extract.tagger.weights import FILE
from briefing.extract.titles import title_length
from briefing.extract.words import split_words
from briefing.model.actor import ActorType
from briefing.model.article import Article, ArticleId
from briefing.model.text import Paragraph, Region, Span, Text

MARKED = Path(__file__).with_name("reuters_names.json")
Finder = Callable[[list[Marked]], list[list[Name]]]
"""From a block of sentences to the names of each."""


class NoTagger(Tagger):
    """A tagger that finds nothing, to see the rules alone."""

    def __init__(self) -> None:
        pass

    def names(self, texts: list[str], common: frozenset[str]) -> list[Tagged]:
        return []


def by_tagger(block: list[Marked]) -> list[list[Name]]:
    """The tagger alone."""
    common = common_words(block)
    return [names_in(tagger(), reading_of(marked.text, common)) for marked in block]


def with_titles(block: list[Marked]) -> list[list[Name]]:
    """The tagger alone, each person with the title before it, as the file marks them."""
    common = common_words(block)
    found = []
    for marked in block:
        reading = reading_of(marked.text, common)
        found.append([_with_title(reading, name) for name in names_in(tagger(), reading)])
    return found


def _with_title(reading: Reading, name: Name) -> Name:
    if name[2] is not ActorType.PERSON:
        return name
    at = reading.starts.index(name[0])
    for first in range(max(0, at - 6), at):
        if first + title_length(reading.texts[first:at]) == at:
            return reading.starts[first], name[1], name[2]
    return name


def by_extractor(block: list[Marked]) -> list[list[Name]]:
    """All mentions of all actors, each with the one type of its actor."""
    starts, spans, text = [], [], ""
    for marked in block:
        starts.append(len(text))
        spans.append(Span(len(text), len(text) + len(marked.text)))
        text += f"{marked.text}\n\n"
    found: list[list[Name]] = [[] for _ in block]
    for start, end, kind in _mentions(text, spans):
        at = bisect_right(starts, start) - 1
        found[at].append((start - starts[at], end - starts[at], kind))
    return found


def _mentions(text: str, paragraphs: Sequence[Span]) -> list[Name]:
    told = tuple(Paragraph(span, Region.BODY) for span in paragraphs)
    made = Article(ArticleId("0" * 16), "a", "", "", True, Text(text, told), language="en")
    return [
        (mention.span.start, mention.span.end, simple(actor.type))
        for actor in RuleExtractor().find(made).actors
        for mention in actor.mentions
        if not mention.surface.islower()  # `police`, `the rebels` act, but the file marks names only
    ]


def by_rules(block: list[Marked]) -> list[list[Name]]:
    """The extractor with a tagger that finds nothing."""
    with patch("briefing.extract.names.tagger", NoTagger):
        return by_extractor(block)


def scored(find: Finder, gold: Iterable[list[Marked]]) -> Tally:
    """The tally of one finder over these blocks."""
    tally = Tally()
    for block in gold:
        for marked, names in zip(block, find(block), strict=True):
            tally.add(marked.names, names)
    return tally


def reuters(file: Path) -> tuple[Tally, Tally]:
    """The articles marked by hand: the extractor, and the rules alone."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        bodies = {article["id"]: article["body"] for article in map(json.loads, lines)}
    both, alone = Tally(), Tally()
    for marked in json.loads(MARKED.read_text("utf-8")):
        body = bodies[marked["id"]]
        if hashlib.sha256(body.encode()).hexdigest() != marked["sha256"]:
            raise ValueError(f"{marked['id']} is not the text that was marked")
        text = re.sub(r"\n(?!\s)", " ", body[: marked["end"]])
        paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
        wanted = [(start, end, simple(ActorType(kind))) for start, end, kind in marked["names"]]
        both.add(wanted, _mentions(text, paragraphs))
        with patch("briefing.extract.names.tagger", NoTagger):
            alone.add(wanted, _mentions(text, paragraphs))
    return both, alone


def sentence_ends(gold: Iterable[list[Marked]]) -> str:
    """How well sentences are told apart when the marked ones are set in a row, those with an end of their own."""
    right = found = wanted = 0
    for block in gold:
        text, ends = "", set()
        for marked in block:
            if marked.text[-1] in '.?!"' and marked.text[0].isalnum():
                text += f" {marked.text}" if text else marked.text
                ends.add(len(text))
        got = {span.end for span in split_sentences(text, Span(0, len(text)))}
        right, found, wanted = right + len(got & ends), found + len(got), wanted + len(ends)
    return f"ends of sentences: precision {right / found:.4f}, recall {right / wanted:.4f}, of {wanted:,}"


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints all tables, the size of the weights, and what the work costs."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.names", description=__doc__)
    parser.add_argument("--choose", action="store_true", help="the tenth for choosing, not the one held out")
    asked = parser.parse_args(arguments)
    file = Path(os.environ["BRIEFING_DATA"]) / "data" / "gmb-ner.tsv.xz"
    part = Part.CHOOSE if asked.choose else Part.HELD_OUT
    gold, whole = list(blocks(file, part)), list(blocks(file, part, as_marked=True))
    words = sum(len(split_words(marked.text)) for block in gold for marked in block)
    print(
        f"{part.value}: {sum(map(len, gold)):,} sentences, {words:,} words; weights {Path(FILE).stat().st_size:,} bytes"
    )
    print(f"weights read in {_timed(tagger) * 1000:.0f} ms of processor time")
    print(sentence_ends(gold))
    for title, find, wanted in (
        ("tagger alone, as marked", with_titles, whole),
        ("tagger alone", by_tagger, gold),
        ("rules alone", by_rules, gold),
        ("both", by_extractor, gold),
    ):
        began = time.process_time()
        tally = scored(find, wanted)
        spent = time.process_time() - began
        print(f"\n{title}: {words / spent:,.0f} words/s, {spent / words * 1e5:.2f} ms per 100 words\n{tally}")
    if not asked.choose:
        both, alone = reuters(file.with_name("reuters-21578.jsonl.xz"))
        print(f"\nReuters, marked by hand, rules alone\n{alone}\n\nReuters, marked by hand, both\n{both}")


if __name__ == "__main__":
    main()
