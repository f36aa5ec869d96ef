"""The dossier of an actor, shown part by part: what it opens with never waits for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.app.command_line import shell_line
from briefing.app.draw.dossier import (
    More,
    Names,
    Seen,
    Told,
    Words,
    card_entries,
    company_entries,
    company_label,
    figure_groups,
    head_entries,
    more_entry,
    note_lines,
    source_entries,
)
from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.ledger import claim_entries, claim_entry
from briefing.app.pages.scope import Scope
from briefing.app.panes.page import Page
from briefing.model.claim import Claim, ClaimFilter, FigureClaim
from briefing.model.hit import Card
from briefing.model.pairs import Named
from briefing.model.text import Span
from briefing.model.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.app.desk import Desk
    from briefing.export.ask import Wanted
    from briefing.library.dossier import Dossier
    from briefing.library.library import Library
    from briefing.library.noted import ShownNote
    from briefing.model.actor import ActorId
    from briefing.model.dossier import Company, DossierHead, FigureGroup
    from briefing.search.engine import Stop

_CLAIMS, _UNPLACED, _COMPANY, _CARDS = 200, 20, 15, 50
"""Rows of a section; its last one opens all of it."""


class Loaded(NamedTuple):
    """The parts; None for one that has not come yet."""

    head: DossierHead
    notes: tuple[ShownNote, ...] = ()
    claims: tuple[list[Claim], int] | None = None
    unplaced: tuple[list[Claim], int] | None = None
    figures: tuple[FigureGroup, ...] | None = None
    company: list[Company] | None = None
    cards: tuple[list[Card], int] | None = None


class DossierPage(Page):
    """All about the actor of a scope, in all articles."""

    name = "DOSSIER"
    view = "dossier"
    narrow = True
    waiting = "Gathering what is known…"

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope._replace(query=None))
        self.data: Loaded | None = None

    @property
    def title(self) -> str:
        return self.scope.name

    @property
    def tail(self) -> str:
        if self.data is None:
            return ""
        row = self.data.head.row
        return f"{counted(row.articles, 'article')}, {counted(row.mentions, 'mention')}"

    @property
    def cli(self) -> str:
        return shell_line("actor", None, (self.scope.name,))

    def wanted(self, library: Library) -> Wanted:
        from briefing.export.ask import What

        return self.scope.wanted(What.DOSSIER, library)

    @property
    def whom(self) -> ActorId | None:
        """The other in a row of whom it is named with, else its own."""
        target = self.current.target if self.current else None
        return target.id if isinstance(target, Named) else self.scope.actor

    def load(self, library: Library, stop: Stop) -> Loaded:
        self.scope = self.scope.found(library)
        head = self._dossier(library).head()
        return (self.data or Loaded(head))._replace(head=head, notes=library.notes_about(head.row))

    def load_parts(self, library: Library, stop: Stop) -> Iterator[Loaded]:
        loaded = self.load(library, stop)
        yield loaded
        dossier = self._dossier(library)
        parts: tuple[Callable[[Loaded], Loaded], ...] = (
            lambda so_far: so_far._replace(claims=dossier.claims(0, _CLAIMS)),
            lambda so_far: so_far._replace(unplaced=dossier.unplaced(0, _UNPLACED)),
            lambda so_far: so_far._replace(figures=dossier.figures()),
            lambda so_far: so_far._replace(cards=dossier.articles(0, _CARDS)),
            lambda so_far: so_far._replace(company=dossier.company(_COMPANY)),
        )
        for add in parts:
            if stop():
                return
            loaded = add(loaded)
            yield loaded

    def _dossier(self, library: Library) -> Dossier:
        assert self.scope.actor is not None
        return library.dossier(self.scope.actor)

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        data = self.data
        assert data is not None
        entries = list(head_entries(data.head, room, ink))
        if data.notes:
            entries.append(label("NOTES", ink))
            entries += [Entry(note_lines(each.text, room, ink), target=each) for each in data.notes]
        entries += self._deeds(data, room, ink)
        if data.figures is None or data.figures:
            entries.append(label("FIGURES", ink))
            entries += [_wait(room, ink)] if data.figures is None else figure_groups(data.figures, room, ink)
        entries += source_entries(data.head, room, ink)
        if data.company is None or data.company:
            entries.append(company_label(room, ink))
            entries += [_wait(room, ink)] if data.company is None else company_entries(data.company, room, ink)
            if data.company and len(data.company) == _COMPANY:
                entries.append(more_entry_of_company(room, ink))
        entries.append(label("ARTICLES", ink))
        if data.cards is None:
            entries.append(_wait(room, ink))
        else:
            cards, total = data.cards
            entries += card_entries(cards, room, ink)
            if total > len(cards):
                entries.append(more_entry(total - len(cards), "articles", "lists all", room, ink))
        return entries

    def _deeds(self, data: Loaded, room: int, ink: Ink) -> Iterator[Entry]:
        if data.claims is None:
            yield label("DID", ink)
            yield _wait(room, ink)
            return
        claims, total = data.claims
        if claims:
            yield label("DID", ink)
            yield from claim_entries(claims, room, ink, with_name=False)
        if total > len(claims):
            yield more_entry(total - len(claims), "claims", "opens the ledger", room, ink)
        rest, unplaced = data.unplaced or ([], 0)
        if rest:
            yield label(f"DID, NOBODY KNOWS WHEN  {unplaced:,}", ink)
            yield from (claim_entry(claim, room, ink, with_name=False) for claim in rest)
        if unplaced > len(rest):
            yield more_entry(unplaced - len(rest), "unplaced", "opens the ledger", room, ink)
        if not claims and not rest:
            yield label("DID", ink)
            yield note("No sentence ties it to a time.", room, ink)

    # -- keys

    def enter(self, desk: Desk) -> None:
        target = self.current.target if self.current else None
        paging, scope = desk.paging, self.scope
        match target:
            case Claim():
                paging.read(target.article, target.paragraph, target.sentence)
            case FigureClaim():
                span = Span(target.at, target.at + len(target.surface))
                paging.read(target.article, target.paragraph, span)
            case Card():
                paging.read(target.number, 1)
            case Named():
                paging.open(DossierPage(Scope(None, target.name, target.id)))
            case Seen():
                from briefing.app.pages.timeline import TimelinePage

                paging.open(TimelinePage(scope, target.first))
            case Told() | More(of="claims" | "unplaced"):
                from briefing.app.pages.ledger import LedgerPage

                paging.open(LedgerPage(scope, _rest_of(target)))
            case More(of="others"):
                from briefing.app.pages.pairs import PairsPage

                paging.open(PairsPage(scope))
            case Words() | Names() | More():
                paging.list_articles(self.articles_query())
            case _:
                desk.say("This row leads nowhere.")

    def articles_query(self) -> str:
        """Of a row with somebody else: the articles that name both; of a name or role: in which it stands."""
        from briefing.search.edit import fact_text

        target = self.current.target if self.current else None
        mine = fact_text("who", self.scope.name)
        if isinstance(target, Named):
            return f"{mine} {fact_text('who', target.name)}"
        if isinstance(target, Words):
            words = " ".join(target.text.replace('"', " ").split())
            return f'{mine} "{words}"'
        return mine


def more_entry_of_company(room: int, ink: Ink) -> Entry:
    """The way to everybody else."""
    return Entry(
        (((ink.cut("  More: Enter lists with whom else.", room - 1), ink.look.muted),),), target=More("others")
    )


def _rest_of(target: Told | More) -> ClaimFilter:
    if isinstance(target, Told):
        return ClaimFilter(said_by=target.by, guesses=True)
    return ClaimFilter(unplaced=target.of == "unplaced", guesses=True)


def _wait(room: int, ink: Ink) -> Entry:
    return note(" Gathering…", room, ink)
