"""What the reader wrote on articles, passages and actors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from briefing.model.frozen import frozen, replace
from briefing.model.typed import ClassVar
from briefing.notebook.act import Act
from briefing.notebook.deeds import DEEDS, Kind, notable, note_of
from briefing.notebook.state import State
from briefing.notebook.subject import ActorName, ActorSubject, ArticleSubject, Notable, PassageSubject


@frozen
class Note:
    """One note. `id` is the line that first wrote it, `at` when its text was last changed, in UTC."""

    id: str
    subject: Notable
    text: str
    at: datetime


@frozen
class Notes:
    """A snapshot: the same object as long as no note changes."""

    KINDS: ClassVar = frozenset({Kind.NOTE})
    all: tuple[Note, ...]
    """In the order in which they were last changed."""
    by_article: Mapping[str, tuple[Note, ...]]
    """By the article's id: those on it and on its passages."""
    by_actor: Mapping[ActorName, tuple[Note, ...]]

    @classmethod
    def of(cls, state: State) -> Notes:
        held = sorted(state.current(Kind.NOTE).values(), key=lambda act: (act.at, act.id))
        notes = [note for act in held if DEEDS[act.do].says for note in _notes(act, state)]
        by_article: dict[str, list[Note]] = {}
        by_actor: dict[ActorName, list[Note]] = {}
        for note in notes:
            if isinstance(note.subject, ActorSubject):
                by_actor.setdefault(note.subject.key, []).append(note)
            else:
                by_article.setdefault(_article(note.subject).article, []).append(note)
        return cls(
            tuple(notes),
            {article: tuple(each) for article, each in by_article.items()},
            {actor: tuple(each) for actor, each in by_actor.items()},
        )

    def on(self, subject: Notable) -> tuple[Note, ...]:
        """The notes on just this article, passage or actor."""
        if isinstance(subject, ActorSubject):
            return self.by_actor.get(subject.key, ())
        there = self.by_article.get(_article(subject).article, ())
        return tuple(note for note in there if _place(note.subject) == _place(subject))

    def find(self, known: str) -> Note | None:
        """The note of this id."""
        return next((note for note in self.all if note.id == known), None)


def _notes(act: Act, state: State) -> list[Note]:
    """The note of an act; one for each id that its article has now."""
    subject = notable(act)
    if isinstance(subject, ActorSubject):
        return [Note(note_of(act), subject, act.value, act.when)]
    ids = state.now(_article(subject).article)
    return [Note(note_of(act), _under(subject, now), act.value, act.when) for now in ids]


def _article(subject: ArticleSubject | PassageSubject) -> ArticleSubject:
    return subject.article if isinstance(subject, PassageSubject) else subject


def _under(subject: ArticleSubject | PassageSubject, article: str) -> ArticleSubject | PassageSubject:
    if isinstance(subject, PassageSubject):
        return replace(subject, article=replace(subject.article, article=article))
    return replace(subject, article=article)


def _place(subject: Notable) -> tuple[object, ...]:
    if isinstance(subject, PassageSubject):
        return subject.words, subject.paragraph, subject.occurrence
    return ()
