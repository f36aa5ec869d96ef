"""The Groningen Meaning Bank as a file of `word, part of speech, mark` lines: read, set as text, cut in blocks.

The file does not say where an article ends; twenty sentences in a row stand for one. Blocks are divided by a hash of
their number: one tenth is held out and only ever scored, one tenth of the others is for choosing what to train.
"""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.extract import lexicon
from briefing.extract.titles import title_length
from briefing.model.actor import ActorType
from briefing.model.enumeration import StrEnum

BLOCK = 20
"""Sentences taken for one article."""
_KINDS = {
    "per": ActorType.PERSON, "org": ActorType.ORGANISATION, "geo": ActorType.PLACE, "gpe": ActorType.PLACE,
    "art": ActorType.OTHER, "eve": ActorType.OTHER, "nat": ActorType.OTHER,
}  # fmt: skip
_GLUED = frozenset([".", ",", ";", ":", "?", "!", ")", "'s", "'S", "%", "'"])


class Part(StrEnum):
    """What a block is for."""

    TRAIN = "train"
    CHOOSE = "choose"
    HELD_OUT = "held out"


@dataclass(slots=True)
class Marked:
    """A sentence as text, with its names: start, end, kind."""

    text: str
    names: list[tuple[int, int, ActorType]] = field(default_factory=list)


def part_of(block: int) -> Part:
    """To which part a block belongs, by a hash of its number."""
    share = hashlib.blake2b(f"gmb {block}".encode(), digest_size=4).digest()[0] % 10
    return Part.HELD_OUT if share == 0 else Part.CHOOSE if share == 1 else Part.TRAIN


def blocks(path: Path, *parts: Part, as_marked: bool = False) -> Iterator[list[Marked]]:
    """The blocks of these parts; unless `as_marked`, titles and small words at a name's edge are no part of it."""
    block: list[Marked] = []
    number = 0
    for count, words in enumerate(_sentences(path), 1):
        if part_of(number) in parts:
            block.append(_marked(words, as_marked))
        if count % BLOCK == 0:
            if block:
                yield block
            block, number = [], number + 1
    if block:
        yield block


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    words: list[tuple[str, str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 3:
                if columns[0]:
                    words.append((columns[0], columns[2]))
            elif words:
                yield words
                words = []
    if words:
        yield words


def _marked(words: list[tuple[str, str]], as_marked: bool) -> Marked:
    text, spans = "", []
    opened = False
    for word, _ in words:
        quote = word in ('"', "``", "''")
        glue = word in _GLUED or (quote and opened) or text.endswith("(") or (text.endswith('"') and opened)
        text += word if glue or not text else f" {word}"
        spans.append((len(text) - len(word), len(text)))
        opened = not opened if quote else opened
    return Marked(text, list(_names(text, words, spans, as_marked)))


def _names(
    text: str, words: list[tuple[str, str]], spans: list[tuple[int, int]], as_marked: bool
) -> Iterator[tuple[int, int, ActorType]]:
    at = 0
    while at < len(words):
        kind = _KINDS.get(words[at][1][2:])
        end = at + 1
        while end < len(words) and words[end][1] == f"I-{words[at][1][2:]}":
            end += 1
        first, last = (at, end) if as_marked or not kind else _trimmed([word for word, _ in words], at, end, kind)
        if kind and first < last:
            yield spans[first][0], spans[last - 1][1], kind
        at = end


def _trimmed(words: list[str], at: int, end: int, kind: ActorType) -> tuple[int, int]:
    """Without titles before a person, and without articles, small words and signs at the edges."""
    if words[at] == "The":
        at += 1
    while at < end and not words[at][0].isupper() and words[at].lower() not in lexicon.words("particles"):
        at += 1
    while at < end and not (words[end - 1][0].isupper() or words[end - 1][0].isalnum()):
        end -= 1
    if kind is ActorType.PERSON:
        at += title_length([word.rstrip(".") or word for word in words[at:end]])
    return at, end
