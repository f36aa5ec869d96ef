"""What a decision is about, named so that it is found again after a rebuild, a rename or better rules."""

from __future__ import annotations

from briefing.model.fold import fold
from briefing.model.frozen import frozen
from briefing.model.typed import NamedTuple


class ArticleSubject(NamedTuple):
    """An article: its id, the fingerprint of its text (by which it is found after a rename), its readable name."""

    article: str
    body: str = ""
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.article


@frozen
class PassageSubject:
    """Words of an article: which of their occurrences in it (from 1), and in which paragraph that was."""

    article: ArticleSubject
    words: str
    paragraph: int = 0
    occurrence: int = 1

    def __str__(self) -> str:
        return f"“{shortened(self.words)}” in {self.article}"


class ActorName(NamedTuple):
    """An actor as extraction finds it: the folded name and the type, never an id of the store."""

    name: str
    type: str

    @classmethod
    def of(cls, name: str, kind: str) -> ActorName:
        """As `model.actor.actor_id` takes them."""
        return cls(fold(name), str(kind))


@frozen
class ActorSubject:
    """An actor under a name and a type, with an example: an article's name and the words there."""

    name: str
    type: str
    article: str = ""
    words: str = ""

    @property
    def key(self) -> ActorName:
        """What it is known by."""
        return ActorName.of(self.name, self.type)

    def __str__(self) -> str:
        return self.name


@frozen
class TieSubject:
    """That an actor did something at the time that a phrase names: the words of the deed are those of the text."""

    phrase: PassageSubject
    actor: ActorSubject
    did: str = ""

    def __str__(self) -> str:
        return f"{self.actor} and {self.phrase}"


@frozen
class SearchSubject:
    """A saved search by its name; without one the whole library."""

    name: str = ""

    def __str__(self) -> str:
        return f"“{shortened(self.name)}”" if self.name else "the library"


@frozen
class QuestionSubject:
    """A question of the review: what is asked, and of what, in words that a rebuild does not change."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"“{shortened(self.key)}”"


Subject = ArticleSubject | PassageSubject | ActorSubject | TieSubject | SearchSubject | QuestionSubject
Notable = ArticleSubject | PassageSubject | ActorSubject


def article_named(subject: Subject | None) -> ArticleSubject | None:
    """The article that a subject is, or is in."""
    if isinstance(subject, TieSubject):
        subject = subject.phrase
    if isinstance(subject, PassageSubject):
        subject = subject.article
    return subject if isinstance(subject, ArticleSubject) else None


_NO_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»＂', " ") | {"’": "'"})


def tag_key(word: str) -> str:
    """A tag as it is known: on one line, in small letters, without quotes, nor `-` and `#` before it."""
    if word.isalnum() and word.isascii():
        return word.lower()
    from unicodedata import normalize

    kept = " ".join(normalize("NFC", printable(word)).translate(_NO_QUOTES).lower().split())
    return kept.lstrip("-# ")


def shortened(text: str, length: int = 40) -> str:
    """A text on one line, cut."""
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def printable(text: str) -> str:
    """A name on one line without anything that a terminal might obey."""
    words = " ".join(text.split())
    return words if words.isprintable() else "".join(c for c in words if c.isprintable())
