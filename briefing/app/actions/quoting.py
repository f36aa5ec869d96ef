"""`y` and `Y`: what is under the cursor, as a quote with its proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.app.actions.registry import action
from briefing.app.clipboard import copy
from briefing.app.layout import PaneName
from briefing.model.claim import Claim
from briefing.model.hit import ActorRow

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.draw.entry import Entry
    from briefing.export.quote import Exact
    from briefing.model.actor import Actor
    from briefing.model.hit import ArticleView, Card
    from briefing.model.text import Span


@action("copy")
def _copy(desk: Desk, _: str) -> None:
    _quote(desk, exact=False)


@action("copy-exact")
def _copy_exact(desk: Desk, _: str) -> None:
    _quote(desk, exact=True)


def _quote(desk: Desk, exact: bool) -> None:
    if desk.active is PaneName.LIST:
        _list(desk, exact)
    elif desk.active is PaneName.READER:
        if desk.reader.view:
            _passage(desk, desk.reader.view, in_focus(desk), exact)
        else:
            desk.say("No article is open.")
    elif not _entry(desk, desk.entries.current if desk.entries else None, exact):
        desk.say("Put the cursor on an actor, a date or a claim first.")


def in_focus(desk: Desk) -> Span:
    """The sentence that is pointed to or that holds the hit, else the paragraph at the top of the reader."""
    reader, view = desk.reader, desk.reader.view
    assert view is not None
    text = view.article.text
    if reader.focus is None:
        return text.paragraphs[max(reader.paragraph - 1, 0)].span if text.paragraphs else _nothing()
    focus = reader.focus
    sentences = view.findings.sentences if view.findings else ()
    found = next((each for each in sentences if each.start <= focus.start < each.end), None)
    if found is not None and found.end >= focus.end:
        return found
    paragraph = text.paragraphs[text.paragraph_at(focus.start)].span
    return paragraph if focus.end <= paragraph.end else focus


def _nothing() -> Span:
    from briefing.model.text import Span

    return Span(0, 0)


def _list(desk: Desk, exact: bool) -> None:
    from briefing.export.quote import Exact, article_quote

    card = desk.articles.current
    if card is None:
        desk.say("No article is under the cursor.")
        return
    made = Exact(_file(desk, card.name), card.fingerprint) if exact else None
    copy(desk, article_quote(card, made), "Citation")


def _passage(desk: Desk, view: ArticleView, span: Span, exact: bool) -> None:
    from briefing.export.quote import passage_quote

    for card in desk.app.library.cards([view.number]):
        file = _file(desk, view.article.path) if exact else None
        copy(desk, passage_quote(view.article, card, span, file), "Quote")


def _entry(desk: Desk, entry: Entry | None, exact: bool) -> bool:
    """What an entry of the who pane or of a page stands for; False where it is nothing to quote."""
    view = desk.reader.view
    target = entry.target if entry else None
    if isinstance(target, Claim):
        _claim(desk, target, exact)
    elif isinstance(target, ActorRow):
        _actor(desk, target)
    elif entry is None:
        return False
    elif entry.row is not None:
        _actor(desk, entry.row)
    elif view is not None and entry.tie is not None:
        _passage(desk, view, entry.tie.evidence, exact)
    elif view is not None and (entry.figure or entry.times):
        place = entry.figure.span if entry.figure else entry.times[0].span
        sentences = view.findings.sentences if view.findings else ()
        _passage(desk, view, next((each for each in sentences if place.start in each), place), exact)
    elif view is not None and entry.actor is not None:
        _actor(desk, _row_of(entry.actor), view.article.name)
    else:
        return False
    return True


def _claim(desk: Desk, claim: Claim, exact: bool) -> None:
    from briefing.export.quote import claim_quote

    library = desk.app.library
    (sentence,) = library.sentences([claim]) or [""]
    for card in library.cards([claim.article]):
        copy(desk, claim_quote(claim, sentence, card, _exact(desk, card, claim) if exact else None), "Claim")


def _exact(desk: Desk, card: Card, claim: Claim) -> Exact | None:
    from briefing.export.quote import Exact

    view = desk.app.library.open(claim.article)
    if view is None:
        return None
    text = view.article.text
    words = text.paragraphs[text.paragraph_at(claim.sentence.start)].span.of(text.value)
    return Exact(_file(desk, view.article.path), card.fingerprint, words)


def _actor(desk: Desk, row: ActorRow, where: str = "") -> None:
    from briefing.export.quote import actor_quote

    copy(desk, actor_quote(row, where), "Actor")


def _row_of(actor: Actor) -> ActorRow:
    """An actor of one article as a row of one article."""
    return ActorRow(actor.id, actor.name, actor.type, 1, len(actor.mentions), actor.aliases, actor.role)


def _file(desk: Desk, path: str) -> str:
    """Where the file is on disk; a name with a key, or one that is in no folder, stays as it is."""
    found = desk.app.library.corpus.absolute(path) or desk.app.library.corpus.absolute(path.rpartition("#")[0] or path)
    return str(found or path)
