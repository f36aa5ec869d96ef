"""One line of the journal: ASCII JSON, versioned, readable without this program."""

from __future__ import annotations

from datetime import date, datetime
from sys import intern

from briefing.model.typed import Any, cast
from briefing.notebook.act import Act, Do, microseconds
from briefing.notebook.deeds import DEEDS
from briefing.notebook.subject import (
    ActorSubject,
    ArticleSubject,
    PassageSubject,
    QuestionSubject,
    SearchSubject,
    Subject,
    TieSubject,
)

FORMAT = 2
"""The version written on each line. Earlier ones are read; a file with a later one is read and left as it is."""
_DOS = {do.value: (do, DEEDS.get(do)) for do in Do}
_ANSWERS = ("yes", "no", "skip")
_LARGEST_SLOT = 9
_ARTICLES: dict[str, ArticleSubject] = {}
_MOST_ARTICLES = 50_000
"""Many lines are about the same article: it is kept once."""


def encode(act: Act, what: str = "") -> bytes:
    """One line with its end, ASCII only, so that no editor or merge can tear a character. `what` is for people."""
    at = act.when.isoformat(timespec="microseconds")
    fields: dict[str, object] = {"v": FORMAT, "id": act.id, "at": at, "by": act.by, "do": act.do.value}
    if act.subject is not None:
        fields |= _subject_fields(act.subject)
    if act.do in DEEDS and DEEDS[act.do].value:
        fields[DEEDS[act.do].value] = act.value
    if act.into is not None:
        fields["into"] = _actor_fields(act.into)
    more: dict[str, object] = {"slot": act.slot, "of": act.of, "what": what, "auto": act.auto}
    more |= {"over": act.over, "with": act.group}
    fields |= {key: value for key, value in more.items() if value}
    import json

    return json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"


def decode(fields: dict[str, Any]) -> Act | None:
    """The act of a parsed line; None where it is none we know, or lacks what it needs."""
    get = fields.get
    try:
        do, deed = _DOS[fields["do"]]
        known, of, over, group = fields["id"], get("of", ""), get("over", ""), get("with", "")
        by = intern(get("by", ""))
        "".join((known, of, over, group))  # a TypeError where one of them is no text
        at = microseconds(datetime.fromisoformat(fields["at"])) if "at" in fields else 0
        if deed is None:  # an undo
            return Act(known, at, do, of=of, by=by) if of not in ("", known) else None
        _, _, about, key, checked = deed
        subject = _article(fields) if about is ArticleSubject else _subject(fields, about)
        value = _text(fields, key) if key else ""
        into = _actor(fields["into"]) if do is Do.MERGE else None
        slot = _slot(fields) if do is Do.SAVE else 0
    except (KeyError, ValueError, TypeError):
        return None
    act = Act(known, at, do, subject, value, into, slot, of, get("auto") is True, by, over, group)
    return act if not checked or _is_sound(act) else None


def _is_sound(act: Act) -> bool:
    """Whether the value is one that can be used."""
    if act.do is Do.UNNOTE:
        return bool(act.of)
    if act.do is Do.DATE:
        return _is_day(act.value)
    if act.do is Do.MERGE and act.into is not None:
        return isinstance(act.subject, ActorSubject) and act.subject.key != act.into.key
    return act.value in _ANSWERS


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _subject_fields(subject: Subject) -> dict[str, object]:
    match subject:
        case ArticleSubject():
            return _article_fields(subject)
        case PassageSubject(article, words, paragraph, occurrence):
            place = {"words": words, "paragraph": paragraph, "occurrence": occurrence}
            return {**_article_fields(article), **place}
        case TieSubject(phrase, actor, did):
            return {**_subject_fields(phrase), "actor": _actor_fields(actor), **({"did": did} if did else {})}
        case ActorSubject():
            return {"actor": _actor_fields(subject)}
        case SearchSubject(name):
            return {"search": name}
        case QuestionSubject(kind, key):
            return {"question": kind, "key": key}


def _article_fields(article: ArticleSubject) -> dict[str, object]:
    parts = (("article", article.article), ("body", article.body), ("name", article.name))
    return {key: value for key, value in parts if value or key == "article"}


def _actor_fields(actor: ActorSubject) -> dict[str, str]:
    parts = (("name", actor.name), ("type", str(actor.type)), ("in", actor.article), ("as", actor.words))
    return {key: value for key, value in parts if value or key in ("name", "type")}


def _subject(fields: dict[str, Any], about: type | None) -> Subject:
    """What a line is about; a note says by its keys what it is on."""
    if about is ActorSubject or (about is None and "actor" in fields):
        return _actor(fields["actor"])
    if about is PassageSubject or (about is None and "words" in fields):
        paragraph, occurrence = fields.get("paragraph", 0), fields.get("occurrence", 1)
        if not isinstance(paragraph, int) or not isinstance(occurrence, int):
            raise TypeError
        return PassageSubject(_article(fields), _text(fields, "words"), paragraph, occurrence)
    if about is TieSubject:
        phrase = cast(PassageSubject, _subject(fields, PassageSubject))
        return TieSubject(phrase, _actor(fields["actor"]), _maybe(fields, "did"))
    if about is SearchSubject:
        return SearchSubject(_text(fields, "search"))
    if about is QuestionSubject:
        return QuestionSubject(_text(fields, "question"), _text(fields, "key"))
    return _article(fields)


def _article(fields: dict[str, Any]) -> ArticleSubject:
    get = fields.get
    article, body, name = fields["article"], get("body", ""), get("name", "")
    known = _ARTICLES.get(article)
    if known is not None and known.body == body and known.name == name:
        return known
    "".join((article, body, name))  # a TypeError where one of them is no text
    if len(_ARTICLES) >= _MOST_ARTICLES:
        _ARTICLES.clear()
    known = _ARTICLES[article] = ArticleSubject(article, body, name)
    return known


def _actor(fields: Any) -> ActorSubject:
    return ActorSubject(_text(fields, "name"), _text(fields, "type"), _maybe(fields, "in"), _maybe(fields, "as"))


def _slot(fields: dict[str, Any]) -> int:
    slot = fields.get("slot", 0)
    if not isinstance(slot, int) or not 0 <= slot <= _LARGEST_SLOT:
        raise ValueError
    return slot


def _maybe(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key, "")
    if not isinstance(value, str):
        raise TypeError
    return value


def _text(fields: dict[str, Any], key: str) -> str:
    value = fields[key]
    if not isinstance(value, str):
        raise TypeError
    return value
