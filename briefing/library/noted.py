"""The reader's notes where they are shown: at the head of an article, under the paragraph that has their words now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.formats.clean import clean
from briefing.model.article import Article
from briefing.model.fold import fold
from briefing.model.frozen import frozen
from briefing.notebook.notes import Note, Notes
from briefing.notebook.subject import ActorName, PassageSubject

if TYPE_CHECKING:
    from briefing.notebook.actors import Corrections

_TELLING = 4
"""Letters of a word that is not in every paragraph."""
_FEWEST = 3
"""Telling words without which a passage that was edited is not looked for."""
_SHARE = 0.6
"""Of the telling words of a passage, how many a paragraph must still have to be taken for its place."""


@frozen
class ShownNote:
    """A note that can be drawn: its text is safe, on the lines that the reader gave it."""

    note: Note
    text: str
    paragraph: int = 0
    """From 1; 0 for a note on the whole article or an actor, and where the passage is gone."""
    remark: str = ""
    """Where its words have gone; "" where they are in their place."""


def shown(note: Note, paragraph: int = 0, remark: str = "") -> ShownNote:
    """A note, with nothing in it that a terminal might obey."""
    return ShownNote(note, clean(note.text).value.strip("\n"), paragraph, remark)


def notes_in(article: Article, notes: Notes) -> list[ShownNote]:
    """Those on the article, then those on its passages in the order of the text."""
    found = []
    for note in notes.by_article.get(article.id, ()):
        if isinstance(note.subject, PassageSubject):
            found.append(_placed(article, note, note.subject))
        else:
            found.append(shown(note))
    return sorted(found, key=lambda each: each.paragraph)


def _placed(article: Article, note: Note, passage: PassageSubject) -> ShownNote:
    texts = [each.span.of(article.text.value) for each in article.text.paragraphs]
    at = find_passage(passage, texts)
    if at is None:
        return shown(note, 0, f"its passage, p{passage.paragraph}, is not in the text any more")
    moved = passage.paragraph and at + 1 != passage.paragraph
    return shown(note, at + 1, f"was p{passage.paragraph}" if moved else "")


def find_passage(passage: PassageSubject, texts: Sequence[str]) -> int | None:
    """The index of the paragraph that has the words: the one they stood in, else the nearest that has them all, else
    the one that has most of them. Linear in the text."""
    wanted, before = _plain(passage.words), passage.paragraph - 1
    if 0 <= before < len(texts) and wanted in _plain(texts[before]):
        return before
    plain = [_plain(text) for text in texts]
    whole = [at for at, text in enumerate(plain) if wanted in text] if wanted else []
    if whole:
        return min(whole, key=lambda at: abs(at - before))
    words = _telling(wanted)
    if len(words) < _FEWEST:
        return None
    shares = [len(words & _telling(text)) / len(words) for text in plain]
    best = max(range(len(shares)), key=lambda at: (shares[at], -abs(at - before)), default=None)
    return best if best is not None and shares[best] >= _SHARE else None


def _plain(text: str) -> str:
    return fold(" ".join(text.split()))


def _telling(text: str) -> set[str]:
    apart = "".join(c if c.isalnum() else " " for c in text)
    return {word for word in apart.split() if len(word) >= _TELLING}


def notes_on_actor(
    names: Iterable[ActorName], notes: Notes, corrections: Corrections, is_named: Callable[[ActorName], bool]
) -> tuple[Note, ...]:
    """Those on an actor under any of its names, or on one that was merged into it. A note under another type counts
    where nobody of that name and type `is_named` any more, so that it outlives better rules for the type."""
    if not notes.by_actor:
        return ()
    bearers = set(names)
    keys = bearers | {corrections.root(name) for name in bearers}
    called = {key.name for key in keys}
    found: list[Note] = []
    for key, each in notes.by_actor.items():
        if {key, corrections.root(key)} & keys or (key.name in called and not is_named(key)):
            found += each
    return tuple(sorted(found, key=lambda note: (note.at, note.id)))
