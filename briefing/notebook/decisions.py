"""What a reader can decide, made ready for `Notebook.decide`. Names and tags lose what a terminal might obey."""

from __future__ import annotations

from datetime import date

from briefing.model.errors import WrongUse
from briefing.model.frozen import replace
from briefing.model.typed import TYPE_CHECKING, TypeVar
from briefing.notebook.act import Decision, Do
from briefing.notebook.notes import Note
from briefing.notebook.subject import (
    ActorSubject,
    ArticleSubject,
    Notable,
    PassageSubject,
    QuestionSubject,
    SearchSubject,
    TieSubject,
    printable,
    tag_key,
)

if TYPE_CHECKING:
    from typing import Literal

N = TypeVar("N", bound=Notable)
SLOTS = range(1, 10)
"""The keys that a saved search can be put on."""


def read(article: ArticleSubject, auto: bool = False) -> Decision:
    """Read; `auto` where opening it made it so, which undo passes over."""
    return Decision(Do.READ, article, auto=auto)


def unread(article: ArticleSubject) -> Decision:
    """Not read."""
    return Decision(Do.UNREAD, article)


def star(article: ArticleSubject) -> Decision:
    """Starred."""
    return Decision(Do.STAR, article)


def unstar(article: ArticleSubject) -> Decision:
    """Not starred."""
    return Decision(Do.UNSTAR, article)


def tag(article: ArticleSubject, word: str) -> Decision:
    """A word put on an article; capitals and outer blanks do not matter."""
    return Decision(Do.TAG, article, tag_word(word))


def untag(article: ArticleSubject, word: str) -> Decision:
    """The word taken off again."""
    return Decision(Do.UNTAG, article, tag_word(word))


def note(subject: Notable, text: str) -> Decision:
    """A new note on an article, a passage or an actor."""
    return Decision(Do.NOTE, _named(subject), _given(text, "A note needs a text."))


def edit_note(old: Note, text: str) -> Decision:
    """Another text for a note."""
    return Decision(Do.NOTE, old.subject, _given(text, "A note needs a text."), of=old.id)


def delete_note(old: Note) -> Decision:
    """No such note any more."""
    return Decision(Do.UNNOTE, old.subject, of=old.id)


def set_date(article: ArticleSubject, day: date) -> Decision:
    """The day on which an article was published."""
    return Decision(Do.DATE, article, day.isoformat())


def clear_date(article: ArticleSubject) -> Decision:
    """When an article was published is not known, whatever its file says."""
    return Decision(Do.NO_DATE, article)


def found_date(article: ArticleSubject) -> Decision:
    """The publication date is again what the file says."""
    return Decision(Do.FOUND_DATE, article)


def set_when(phrase: PassageSubject, value: str) -> Decision:
    """The time that a phrase means, as a TIMEX3 value: `2023-08-22`, `2023-06`."""
    return Decision(Do.WHEN, phrase, _given(printable(value), "A date is needed."))


def clear_when(phrase: PassageSubject) -> Decision:
    """The phrase names no time that can be placed."""
    return Decision(Do.NO_WHEN, phrase)


def found_when(phrase: PassageSubject) -> Decision:
    """The phrase means again what the rules make of it."""
    return Decision(Do.FOUND_WHEN, phrase)


def untie(phrase: PassageSubject, actor: ActorSubject, did: str) -> Decision:
    """The actor did not do this at the time that the phrase names."""
    return Decision(Do.UNTIE, TieSubject(phrase, _named(actor), printable(did)))


def tie(phrase: PassageSubject, actor: ActorSubject, did: str) -> Decision:
    """The actor did it then, if the rules find so."""
    return Decision(Do.TIE, TieSubject(phrase, _named(actor), printable(did)))


def merge(actor: ActorSubject, into: ActorSubject) -> Decision:
    """One actor is the other, and counted with it. Merged the other way round before, this turns it."""
    if actor.key == into.key:
        raise WrongUse(f"{printable(actor.name)} cannot be merged into itself.")
    return Decision(Do.MERGE, _named(actor), into=_named(into))


def unmerge(actor: ActorSubject) -> Decision:
    """An actor of its own again."""
    return Decision(Do.UNMERGE, _named(actor))


def split(actor: ActorSubject, name: str) -> Decision:
    """A name taken off an actor: whoever bears it is another one. The later of this and a merge decides."""
    return Decision(Do.SPLIT, _named(actor), _given(printable(name), "Which name is taken off?"))


def unsplit(actor: ActorSubject, name: str) -> Decision:
    """The name belongs to the actor again."""
    return Decision(Do.UNSPLIT, _named(actor), printable(name))


def rename(actor: ActorSubject, name: str) -> Decision:
    """What an actor is called from now on."""
    return Decision(Do.RENAME, _named(actor), _given(printable(name), "A name is needed."))


def unrename(actor: ActorSubject) -> Decision:
    """Called as the articles call it."""
    return Decision(Do.UNRENAME, _named(actor))


def retype(actor: ActorSubject, kind: str) -> Decision:
    """What an actor is: one of `ActorType`."""
    return Decision(Do.RETYPE, _named(actor), str(kind))


def unretype(actor: ActorSubject) -> Decision:
    """What the rules take it for."""
    return Decision(Do.UNRETYPE, _named(actor))


def ignore(actor: ActorSubject) -> Decision:
    """Not shown among the actors."""
    return Decision(Do.IGNORE, _named(actor))


def unignore(actor: ActorSubject) -> Decision:
    """Shown again."""
    return Decision(Do.UNIGNORE, _named(actor))


def pin(actor: ActorSubject) -> Decision:
    """Shown before the others."""
    return Decision(Do.PIN, _named(actor))


def unpin(actor: ActorSubject) -> Decision:
    """In its place again."""
    return Decision(Do.UNPIN, _named(actor))


def save(name: str, query: str, slot: int = 0) -> Decision:
    """A search kept under a name, and on one of the keys 1 to 9; it takes the key from the one that had it."""
    if slot and slot not in SLOTS:
        raise WrongUse(f"There is no key {slot} for a saved search.", "They are 1 to 9.")
    query = _given(printable(query), "There is no search to save.")
    return Decision(Do.SAVE, SearchSubject(printable(name) or query), query, slot=slot)


def unsave(name: str) -> Decision:
    """A saved search no longer kept."""
    return Decision(Do.UNSAVE, SearchSubject(name))


def visit(name: str, mark: str) -> Decision:
    """A saved search (without a name: the library) was looked at. `mark` says what was there then, in words that
    outlive a rebuild; undo passes over it."""
    return Decision(Do.VISIT, SearchSubject(name), mark, auto=True)


def answer(kind: str, key: str, said: Literal["yes", "no", "skip"]) -> Decision:
    """What the reader said to a question of the review."""
    return Decision(Do.ANSWER, QuestionSubject(kind, key), said)


def tag_word(word: str) -> str:
    """A tag as it is kept; see `tag_key`."""
    return _given(tag_key(word), "A tag needs a word.")


def _given(text: str, otherwise: str) -> str:
    if not text.strip():
        raise WrongUse(otherwise)
    return text


def _named(subject: N) -> N:
    """An actor with names that a terminal can show; articles and passages are named by the library."""
    if isinstance(subject, ActorSubject):
        return replace(subject, name=printable(subject.name), words=printable(subject.words))
    return subject
