"""Who is named in one paragraph, what each did there and when; and what else the paragraph dates."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.paragraph import actor_entries, time_entries
from briefing.app.panes.page import Page
from briefing.model.wording import counted

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.library import Library
    from briefing.model.actor import ActorId
    from briefing.model.hit import ArticleView
    from briefing.model.text import Span
    from briefing.search.engine import Stop


class ParagraphPage(Page):
    """`at` is the index of the paragraph in the article that is open."""

    name = "PARAGRAPH"
    view = "paragraph"
    waiting = "Looking for actors and dates…"

    def __init__(self, view: ArticleView, at: int) -> None:
        super().__init__()
        self._view, self._at = view, at
        self.data: ArticleView | None = None

    @property
    def title(self) -> str:
        here = self._span
        findings = self.data.findings if self.data else None
        named = sum(any(m.span.overlaps(here) for m in a.mentions) for a in findings.actors) if findings else 0
        return f"{self._cite}: {named or 'nobody'} named"

    @property
    def tail(self) -> str:
        text = self._view.article.text
        return f"of {counted(len(text.paragraphs), 'paragraph')}"

    @property
    def cli(self) -> str:
        return shlex.join(["briefing", "show", self._cite, "--who", "--dates"])

    @property
    def _cite(self) -> str:
        return f"{self._view.article.name}:p{self._at + 1}"

    @property
    def _span(self) -> Span:
        return self._view.article.text.paragraphs[self._at].span

    @property
    def whom(self) -> ActorId | None:
        entry = self.current
        return entry.actor.id if entry and entry.actor else None

    def load(self, library: Library, stop: Stop) -> ArticleView:
        """As it is now: what the reader corrects meanwhile shows here too."""
        fresh = library.open(self._view.number)
        if fresh is None or fresh.article.fingerprint != self._view.article.fingerprint:
            return self._view
        if fresh.findings is None:
            return fresh._replace(findings=self._view.findings or library.extract(fresh.number))
        return fresh

    def draw(self, height: int, room: int, ink: Ink) -> list[Entry]:
        assert self.data is not None
        article, findings, here = self.data.article, self.data.findings, self._span
        words = " ".join(here.of(article.text.value).split())
        entries = [note(words, min(room, 90), ink), label("", ink)]
        if findings is None or findings.skipped:
            return [*entries, note(findings.skipped if findings else self.waiting, room, ink)]
        named = actor_entries(article, findings, here, room, ink)
        entries += named or [note("Nobody is named in this paragraph.", room, ink)]
        times = time_entries(findings, here, room, ink)
        return [*entries, label("", ink), label("WHEN", ink), *times] if times else entries

    # -- keys

    def enter(self, desk: Desk) -> None:
        from briefing.app.pages.dossier import DossierPage
        from briefing.app.pages.scope import Scope

        entry = self.current
        if entry is None:
            return
        if entry.tie is not None:
            desk.paging.read(self._view.number, self._at + 1, entry.tie.evidence)
        elif entry.times:
            desk.paging.read(self._view.number, self._at + 1, entry.times[0].span)
        elif entry.actor is not None:
            desk.paging.open(DossierPage(Scope(None, entry.actor.name, entry.actor.id)))

    def articles_query(self) -> str:
        from briefing.search.edit import fact_text

        return fact_text("who", self.current.name) if self.current and self.current.name else ""
