"""Asks the library for what is exported. Rows come while they are written, so that memory does not grow with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefing.export.ask import Wanted, What
from briefing.export.rows import ArticleRow, ClaimRow, CountRow, Document, FigureRow, NoteRow, Part, Row, StepRow
from briefing.export.told import dated, line
from briefing.library.streams import chunks
from briefing.model.claim import ClaimFilter
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.timeline import Bucket, TimelineAsk
from briefing.model.wording import counted
from briefing.notebook.subject import ActorSubject, PassageSubject

if TYPE_CHECKING:
    from briefing.library.dossier import Dossier
    from briefing.library.library import Library
    from briefing.notebook.notes import Note

_MANY = 1_000_000_000


def gather(library: Library, wanted: Wanted) -> Document:
    """The document of what is wanted; nothing much is asked before its rows are gone through."""
    make = {
        What.LEDGER: _ledger,
        What.DOSSIER: _dossier,
        What.TIMELINE: _timeline,
        What.NOTES: _notes,
        What.LIST: _list,
    }[wanted.what]
    title, parts = make(library, wanted)
    return Document(title, tuple(_about(library, wanted)), parts, lambda numbers: _articles(library, numbers))


def _about(library: Library, wanted: Wanted) -> Iterator[str]:
    yield f"Library: {line(library.name)}, {counted(library.status().articles, 'article')}"
    if wanted.query is not None and not wanted.query.is_everything:
        yield f"Query: {line(wanted.query.raw)}"
    if wanted.since or wanted.until:
        yield f"Period: {wanted.since or '…'} to {wanted.until or '…'}"


def _title(word: str, wanted: Wanted) -> str:
    return f"{word}: {line(wanted.actor.name)}" if wanted.actor else word


def _claim_filter(wanted: Wanted) -> ClaimFilter:
    return ClaimFilter(
        actor=wanted.actor.id if wanted.actor else None,
        since=wanted.since.toordinal() if wanted.since else None,
        until=wanted.until.toordinal() if wanted.until else None,
        guesses=True,
        every=wanted.every,
    )


def _claims(library: Library, wanted: Wanted, asked: ClaimFilter) -> Iterator[Row]:
    for claim, sentence in library.each_claim(asked, wanted.query):
        yield ClaimRow(claim, sentence)


def _ledger(library: Library, wanted: Wanted) -> tuple[str, Iterator[Part]]:
    return _title("Ledger of dated claims", wanted), _claim_parts(library, wanted)


def _claim_parts(library: Library, wanted: Wanted) -> Iterator[Part]:
    asked = _claim_filter(wanted)
    yield Part("Claims in order of time", _claims(library, wanted, asked))
    if not wanted.since and not wanted.until:
        yield Part("Claims that nothing places", _claims(library, wanted, asked._replace(unplaced=True)))


def _dossier(library: Library, wanted: Wanted) -> tuple[str, Iterator[Part]]:
    from briefing.model.errors import WrongUse

    if wanted.actor is None:
        raise WrongUse("A dossier is of one actor.", "Name it with: --actor NAME")
    return _title("Dossier", wanted), _dossier_parts(library, library.dossier(wanted.actor.id, wanted.every), wanted)


def _dossier_parts(library: Library, dossier: Dossier, wanted: Wanted) -> Iterator[Part]:
    head = dossier.head()
    days = _between(head.row.first, head.row.last)
    kind = head.row.type.value.replace("_", " ")
    yield Part(
        "In short", [CountRow(head.row.name, head.row.articles, "article", ", ".join(filter(None, (kind, days))))]
    )
    yield Part("Names", [CountRow(use.name, use.articles, "article") for use in head.names])
    roles = [CountRow(r.role, r.articles, "article", _between(r.first, r.last)) for r in head.roles]
    yield Part("Roles", roles)
    yield from _claim_parts(library, wanted)
    yield Part("Figures", (FigureRow(f, group.agreement.value) for group in dossier.figures() for f in group.figures))
    company = (
        CountRow(who.name, articles, "article", f"{counted(sentences, 'sentence')}, {counted(clauses, 'clause')}")
        for who, clauses, sentences, articles in dossier.company(50)
    )
    yield Part("Named with", company)
    yield Part("Told by", [CountRow(use.name, use.claims, "claim") for use in head.sources])
    yield Part("Articles", _articles(library, _naming(library, wanted)))
    yield Part("Notes", _actor_notes(library, wanted))


def _naming(library: Library, wanted: Wanted) -> Iterator[int]:
    """The articles that name the actor, the newest first."""
    assert wanted.actor is not None
    dossier, start = library.dossier(wanted.actor.id, wanted.every), 0
    while cards := dossier.articles(start, 500)[0]:
        yield from (card.number for card in cards)
        start += len(cards)


def _timeline(library: Library, wanted: Wanted) -> tuple[str, Iterator[Part]]:
    ask = TimelineAsk(
        actor=wanted.actor.id if wanted.actor else None,
        since=wanted.since,
        until=wanted.until,
        width=200,
        every=wanted.every,
    )
    found = library.timeline(ask, wanted.query)

    def steps() -> Iterator[Row]:
        for step in found.rows():
            yield StepRow(step, found.grain)
            if isinstance(step, Bucket) and step.claims:
                first, last = step.first.toordinal(), step.last.toordinal()
                within = _claim_filter(wanted)._replace(since=first, until=last, begins=True)
                yield from _claims(library, wanted, within)

    return _title("Timeline", wanted), iter([Part(f"By {found.grain.value}", steps())])


def _list(library: Library, wanted: Wanted) -> tuple[str, Iterator[Part]]:
    return _title("Articles", wanted), iter([Part("Articles", _articles(library, _listed(library, wanted)))])


def _listed(library: Library, wanted: Wanted) -> Iterator[int]:
    if wanted.actor:
        named = library.appearances(wanted.actor.id)
        yield from (number for number in _found(library, wanted) if number in named)
    else:
        yield from _found(library, wanted)


def _found(library: Library, wanted: Wanted) -> Iterator[int]:
    query = wanted.query
    if query is None or query.is_everything:
        order, start = wanted.order or Order.NEWEST, 0
        while cards := library.page(order, start, 500, wanted.once):
            yield from (card.number for card in cards)
            start += len(cards)
        return
    from briefing.model.hit import SearchPage
    from briefing.search.engine import never

    total = max(library.status().articles, 1)
    *_, last = (SearchPage((), 0), *library.search(query, wanted.order or Order.NEWEST, total, never))
    yield from library.fold(query, last).rows if wanted.once else (hit.number for hit in last.hits)


def _articles(library: Library, numbers: Iterable[int]) -> Iterator[ArticleRow]:
    tags = library.notebook.tags
    for chunk in chunks(numbers):
        imprints = library.imprints(chunk)
        for card in library.cards(chunk):
            byline, url = imprints.get(card.number, ("", ""))
            yield ArticleRow(card, byline, url, tags.on(card.id))


def _notes(library: Library, wanted: Wanted) -> tuple[str, Iterator[Part]]:
    if wanted.actor:
        return _title("Notes", wanted), iter([Part("Notes", _actor_notes(library, wanted))])
    among = None if wanted.query is None or wanted.query.is_everything else library.matching(wanted.query)

    def rows() -> Iterator[Row]:
        for note in library.notebook.notes.all:
            row = _note(library, note)
            if among is None or (row.article is not None and row.article in among):
                yield row

    return "Notes and tags", iter([Part("Notes", rows()), Part("Tags", _tagged(library, among))])


def _tagged(library: Library, among: Numbers | None) -> Iterator[NoteRow]:
    """Every article with a tag that is in the library, in the order of the list."""
    tags = library.notebook.tags
    numbers = library.matching(library.parse("has:tag")) if tags.by_article else Numbers()
    for row in _articles(library, numbers if among is None else numbers & among):
        card = row.card
        title = f"{card.title}, {dated(card.published, card.year_guess)}"
        yield NoteRow("", None, "tags", title, card.name, "", card.number, row.tags)


def _actor_notes(library: Library, wanted: Wanted) -> Iterator[NoteRow]:
    """Those on any of the namings that are counted as the actor."""
    assert wanted.actor is not None
    yield from (_note(library, each.note) for each in library.notes_about(wanted.actor))


def _note(library: Library, note: Note) -> NoteRow:
    subject = note.subject
    if isinstance(subject, ActorSubject):
        return NoteRow(note.text, note.at, "actor", subject.name, subject.article, subject.words)
    passage = subject if isinstance(subject, PassageSubject) else None
    article = subject.article if isinstance(subject, PassageSubject) else subject
    number = library.number(article.article)
    cards = library.cards([number]) if number is not None else []
    if number is None or not cards:
        name = article.name or article.article
        place = f":p{passage.paragraph}" if passage and passage.paragraph else ""
        kind, words = ("passage", passage.words) if passage else ("article", "")
        return NoteRow(note.text, note.at, kind, name, name + place, words)
    (card,) = cards
    title = f"{card.title}, {dated(card.published, card.year_guess)}"
    tags = library.notebook.tags.on(card.id)
    if passage is None:
        return NoteRow(note.text, note.at, "article", title, card.name, "", number, tags)
    at = library.place_of(number, note)
    cite = f"{card.name}:p{at}" if at else card.name
    return NoteRow(note.text, note.at, "passage", title, cite, passage.words, number, tags)


def _between(first: date | None, last: date | None) -> str:
    if first is None:
        return ""
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else "?"
