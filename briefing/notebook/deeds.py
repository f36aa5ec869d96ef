"""Each deed: what it decides about, whether it says so or takes that back, and where its value stands on the line."""

from __future__ import annotations

from collections.abc import Hashable

from briefing.model.enumeration import StrEnum
from briefing.model.fold import fold
from briefing.model.typed import NamedTuple, cast
from briefing.notebook.act import Act, Decision, Do
from briefing.notebook.subject import (
    ActorSubject,
    ArticleSubject,
    Notable,
    PassageSubject,
    QuestionSubject,
    SearchSubject,
    TieSubject,
    tag_key,
)


class Kind(StrEnum):
    """What can be decided of a thing, one answer at a time: the latest line about it that holds."""

    READ = "read"
    STAR = "star"
    TAG = "tag"
    NOTE = "note"
    DATE = "date"
    WHEN = "when"
    TIE = "tie"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    IGNORE = "ignore"
    PIN = "pin"
    SAVE = "save"
    VISIT = "visit"
    ANSWER = "answer"


class Deed(NamedTuple):
    """`says` is False for what brings back the state before any decision; `value` is its value's key on the line;
    `checked` where not every value can be used."""

    kind: Kind
    says: bool
    about: type | None
    value: str = ""
    checked: bool = False


DEEDS: dict[Do, Deed] = {
    Do.READ: Deed(Kind.READ, True, ArticleSubject),
    Do.UNREAD: Deed(Kind.READ, False, ArticleSubject),
    Do.STAR: Deed(Kind.STAR, True, ArticleSubject),
    Do.UNSTAR: Deed(Kind.STAR, False, ArticleSubject),
    Do.TAG: Deed(Kind.TAG, True, ArticleSubject, "tag"),
    Do.UNTAG: Deed(Kind.TAG, False, ArticleSubject, "tag"),
    Do.NOTE: Deed(Kind.NOTE, True, None, "text"),
    Do.UNNOTE: Deed(Kind.NOTE, False, None, "", True),
    Do.DATE: Deed(Kind.DATE, True, ArticleSubject, "day", True),
    Do.NO_DATE: Deed(Kind.DATE, True, ArticleSubject),
    Do.FOUND_DATE: Deed(Kind.DATE, False, ArticleSubject),
    Do.WHEN: Deed(Kind.WHEN, True, PassageSubject, "when"),
    Do.NO_WHEN: Deed(Kind.WHEN, True, PassageSubject),
    Do.FOUND_WHEN: Deed(Kind.WHEN, False, PassageSubject),
    Do.UNTIE: Deed(Kind.TIE, True, TieSubject),
    Do.TIE: Deed(Kind.TIE, False, TieSubject),
    Do.MERGE: Deed(Kind.MERGE, True, ActorSubject, "", True),
    Do.UNMERGE: Deed(Kind.MERGE, False, ActorSubject),
    Do.SPLIT: Deed(Kind.SPLIT, True, ActorSubject, "alias"),
    Do.UNSPLIT: Deed(Kind.SPLIT, False, ActorSubject, "alias"),
    Do.RENAME: Deed(Kind.RENAME, True, ActorSubject, "to"),
    Do.UNRENAME: Deed(Kind.RENAME, False, ActorSubject),
    Do.RETYPE: Deed(Kind.RETYPE, True, ActorSubject, "to"),
    Do.UNRETYPE: Deed(Kind.RETYPE, False, ActorSubject),
    Do.IGNORE: Deed(Kind.IGNORE, True, ActorSubject),
    Do.UNIGNORE: Deed(Kind.IGNORE, False, ActorSubject),
    Do.PIN: Deed(Kind.PIN, True, ActorSubject),
    Do.UNPIN: Deed(Kind.PIN, False, ActorSubject),
    Do.SAVE: Deed(Kind.SAVE, True, SearchSubject, "query"),
    Do.UNSAVE: Deed(Kind.SAVE, False, SearchSubject),
    Do.VISIT: Deed(Kind.VISIT, True, SearchSubject, "mark"),
    Do.ANSWER: Deed(Kind.ANSWER, True, QuestionSubject, "answer", True),
}
"""All but the undo, which decides nothing itself."""

OF_ARTICLES = frozenset({Kind.READ, Kind.STAR, Kind.TAG, Kind.DATE, Kind.WHEN, Kind.TIE})
"""Kinds whose keys begin with an article's id, or are one."""


def key_of(act: Act | Decision) -> Hashable:
    """The one thing that an act decides about, within its kind."""
    subject, do = act.subject, act.do
    if do is Do.READ:
        return cast(ArticleSubject, subject).article  # most lines of most journals
    if do is Do.NOTE or do is Do.UNNOTE:
        return note_of(act)
    if isinstance(subject, ArticleSubject):
        return (subject.article, tag_key(act.value)) if do is Do.TAG or do is Do.UNTAG else subject.article
    if isinstance(subject, PassageSubject):
        return _place(subject)
    if isinstance(subject, TieSubject):
        return *_place(subject.phrase), subject.actor.key, fold(subject.did)
    if isinstance(subject, ActorSubject):
        return (subject.key, fold(act.value)) if act.do in (Do.SPLIT, Do.UNSPLIT) else subject.key
    return subject


def _place(phrase: PassageSubject) -> tuple[str, str, int, int]:
    return phrase.article.article, phrase.words, phrase.paragraph, phrase.occurrence


def note_of(act: Act | Decision) -> str:
    """The note that a line writes, changes or deletes: the line that first wrote it."""
    return act.of or (act.id if isinstance(act, Act) else "")


def moved(key: Hashable, article: str) -> Hashable:
    """The same key of an article that has another id now."""
    return (article, *key[1:]) if isinstance(key, tuple) else article


def article_of(key: Hashable) -> str:
    """The article in the key of one of `OF_ARTICLES`."""
    return cast(str, key[0] if isinstance(key, tuple) else key)


def same(one: Act | Decision, other: Act | Decision) -> bool:
    """Whether two acts on the same thing decide the same."""
    deed = DEEDS[one.do]
    if deed.says != DEEDS[other.do].says:
        return False
    if not deed.says:
        return True
    into = (one.into.key if one.into else None) == (other.into.key if other.into else None)
    return one.do == other.do and (one.value, one.slot) == (other.value, other.slot) and into


def notable(act: Act) -> Notable:
    """What a note is on."""
    return cast(Notable, act.subject)
