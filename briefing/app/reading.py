"""What is open in the reader: follows the list's cursor, remembers what was read, walks hits and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.app.layout import PaneName
from briefing.model.actor import Actor, ActorId
from briefing.model.hit import ArticleView, Card
from briefing.model.text import Span

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing.app.desk import Desk
    from briefing.app.messages import Extracted
    from briefing.settings.session import Session

_FURTHEST = 200
"""Articles looked into for the next hit before the reader is told to search."""


class Reading:
    """The article in the reader and the way to the next one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._timer: Timer | None = None
        self._gone = 0
        """The article of which was said that it is gone."""

    # -- moving in the list

    def move(self, by: int) -> None:
        desk = self._desk
        if desk.articles.window.move(by):
            self._moved()

    def move_to(self, row: int) -> None:
        self._desk.articles.window.move_to(row)
        self._moved()

    def _moved(self) -> None:
        desk = self._desk
        desk.repaint(PaneName.LIST)
        desk.searching.look_ahead()
        if self._timer is not None:
            self._timer.stop()
        if not desk.app.settings.low_bandwidth:
            # Holding j must not open thirty articles a second.
            self._timer = desk.set_timer(
                desk.app.settings.open_delay_ms / 1000, lambda: desk.guarded(self.open_current, None)
            )

    # -- opening

    @property
    def number(self) -> int | None:
        """The article that keys are about: the one under the list's cursor, from the other panes the open one."""
        card, view = self._desk.articles.current, self._desk.reader.view
        if view is not None and self._desk.active is not PaneName.LIST:
            return view.number
        return card.number if card else None

    def open_current(self) -> None:
        """Opens the article under the cursor, unless it is open."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        card = self._desk.articles.current
        if card is None:
            self._show(None)
        elif self._desk.reader.view is None or self._desk.reader.view.number != card.number:
            self.open(card)

    def open(self, card: Card) -> None:
        """Shows an article from its top."""
        desk = self._desk
        view = desk.app.library.open(card.number)
        if view is None:
            desk.say(f"{card.name} is gone from the library.", error=True)
            return
        self._show(view)
        if view.findings is None:
            self._find(view)

    def go_to(self, number: int, paragraph: int | None = None) -> None:
        """Opens an article by number, at a paragraph; shows all articles where the list does not hold it."""
        desk = self._desk
        if desk.searching.active and desk.folding.stands_for(number) is None:
            desk.searching.ask("")
        row = desk.folding.reveal(number)
        desk.articles.window.move_to(row or 0)
        self.open_current()
        desk.reader.go_to_paragraph(paragraph or 1)
        desk.active = PaneName.READER
        desk.place_panes()

    def come_back(self, session: Session) -> None:
        """The article and the line of last time; its row where the article is gone."""
        desk, library = self._desk, self._desk.app.library
        row = session.position
        card = desk.articles.card(row)
        if card is None or card.id != session.article:
            number = library.number(session.article)
            place = desk.folding.reveal(number) if number is not None else None
            row = place if place is not None else row
        desk.articles.window.move_to(row)
        self.open_current()
        card = desk.articles.current
        if card and card.id == session.article:
            desk.reader.come_back(session.paragraph, session.line)

    def _show(self, view: ArticleView | None) -> None:
        desk = self._desk
        hits = self._hits(view) if view else []
        desk.reader.show(view, hits)
        desk.reader.folded = desk.app.settings.fold_extras or desk.reader.folded
        desk.who.show(view)
        if hits and desk.plan.boxes.get(PaneName.READER):
            desk.reader.go_to_offset(hits[0].start) if hits[0].start > 400 else None
        desk.repaint(PaneName.READER, PaneName.WHO)

    def _hits(self, view: ArticleView) -> list[Span]:
        query = self._desk.searching.query
        return self._desk.app.library.hits(view.article, query) if query and not query.is_everything else []

    def _find(self, view: ArticleView) -> None:
        """Looks for who and when in an article that the builder has not reached."""
        self._desk.run_worker(
            lambda: self._extract(view), thread=True, exclusive=True, group="extract", exit_on_error=False
        )

    def _extract(self, view: ArticleView) -> None:
        from briefing.app.messages import Extracted

        worker = get_current_worker()
        findings = self._desk.app.library.extract(view.number)
        if not worker.is_cancelled:
            self._desk.post_message(Extracted(view.number, findings))

    def learn(self, event: Extracted) -> None:
        """Who and when have come for the open article."""
        desk = self._desk
        view = desk.reader.view
        if view and view.number == event.number:
            view = ArticleView(view.number, view.article, event.findings)
            desk.reader.update(view)
            desk.who.show(view)
            desk.repaint(PaneName.READER, PaneName.WHO)

    def renew(self, view: ArticleView) -> None:
        """The library has changed: the open article as it is now, at the same place."""
        desk = self._desk
        fresh = desk.app.library.open(view.number)
        if fresh is None and self._gone != view.number:
            self._gone = view.number
            desk.say(f"{view.article.name} is gone from the library; its text stays until you go on.", error=True)
        if fresh is None or (fresh.article.fingerprint == view.article.fingerprint and view.findings is not None):
            return
        if fresh.article.fingerprint != view.article.fingerprint:
            desk.reader.renew(fresh, self._hits(fresh))
        elif fresh.findings:
            desk.reader.update(fresh)
        desk.who.show(fresh)
        desk.repaint(PaneName.READER, PaneName.WHO)

    def correct(self) -> None:
        """The reader corrected something: the open article as it is now, at the same place."""
        desk = self._desk
        view = desk.reader.view
        fresh = desk.app.library.open(view.number) if view else None
        if view is None or fresh is None:
            return
        if fresh.findings is None:
            self._find(fresh)
            fresh = fresh._replace(findings=view.findings)
        desk.reader.update(fresh)
        desk.who.renew(fresh)

    def renew_hits(self) -> None:
        """The query has changed: marks the open article's hits anew."""
        desk = self._desk
        if view := desk.reader.view:
            hits = self._hits(view)
            if list(desk.reader.hits) != hits:
                desk.reader.set_hits(hits)
                desk.repaint(PaneName.READER)

    def mark_read(self) -> None:
        """Opening in the reader, or paging it, is reading; passing over a row is not."""
        desk = self._desk
        card, view = desk.articles.current, desk.reader.view
        notebook = desk.app.library.notebook
        if card and view and view.number == card.number and not notebook.is_read(card.id) and desk.app.may_write:
            desk.steps.marked(notebook.set_read(card.id, True, card.fingerprint, card.name, auto=True))
            desk.repaint(PaneName.LIST)

    # -- walking

    def step_unread(self, by: int) -> None:
        """The next or previous unread article of the list."""
        desk = self._desk
        notebook = desk.app.library.notebook
        row = desk.articles.window.cursor + by
        while card := desk.articles.card(row):
            if not notebook.is_read(card.id):
                self.move_to(row)
                return
            row += by
        desk.say("No unread article " + ("below." if by > 0 else "above."))

    def step_hit(self, by: int) -> None:
        """The next hit, on into the next article found."""
        desk = self._desk
        if not desk.reader.hits and not desk.searching.active:
            desk.say("Nothing to go to: / finds words in this text, \\ searches all articles.")
            return
        if desk.reader.step_hit(by) or (desk.searching.active and self._hit_elsewhere(by)):
            desk.say(desk.searching.hits.words())
            desk.repaint(PaneName.READER)
        else:
            desk.say("No further hit." if by > 0 else "No hit before this one.")

    def _hit_elsewhere(self, by: int) -> bool:
        desk = self._desk
        row = desk.articles.window.cursor
        for _ in range(_FURTHEST):
            row += by
            card = desk.articles.card(row)
            if card is None:
                return False
            view = desk.app.library.open(card.number)
            if view and self._hits(view):
                desk.articles.window.move_to(row)
                self.open(card)
                desk.reader.go_to_hit(0 if by > 0 else -1)
                desk.repaint(PaneName.LIST)
                return True
        return False

    def step_mention(self, by: int) -> None:
        """The next or previous mention of the actor that Enter chose."""
        desk = self._desk
        actor = desk.reader.actor or (desk.who.current.actor if desk.who.current else None)
        if actor is None or not actor.mentions:
            desk.say("Enter on an actor first; then n and N walk its mentions.")
            return
        spans = sorted(mention.span for mention in actor.mentions)
        here = desk.reader.focus
        at = spans.index(here) + by if here in spans else 0
        if not 0 <= at < len(spans):
            desk.say("No further mention." if by > 0 else "No mention before this one.")
            return
        self.point_at(spans[at], actor)
        desk.say(f"{actor.name}: mention {at + 1} of {len(spans)}")

    def point_at(self, span: Span, actor: Actor | None = None) -> None:
        desk = self._desk
        desk.reader.point_at(span, actor)
        desk.repaint(PaneName.READER)

    def open_entry(self) -> None:
        """Enter in the who pane: an actor's first mention and then its dossier, or the sentence of a date."""
        desk = self._desk
        entry = desk.who.current
        if entry is None:
            return
        if entry.row:
            self._open_dossier(entry.row.name, entry.row.id)
        elif entry.tie:
            self.point_at(entry.tie.evidence, entry.actor)
        elif entry.figure:
            self._go_to_date(entry.figure.span)
        elif entry.actor and entry.actor.mentions:
            if desk.reader.focus in [mention.span for mention in entry.actor.mentions]:
                self._open_dossier(entry.actor.name, entry.actor.id)
                return
            self.point_at(min(mention.span for mention in entry.actor.mentions), entry.actor)
            count = len(entry.actor.mentions)
            desk.say(f"{entry.actor.name}: mention 1 of {count}   n next, N previous, Enter its dossier")
        elif entry.times:
            self._go_to_date(entry.times[0].span)

    def _open_dossier(self, name: str, actor: ActorId) -> None:
        from briefing.app.pages.dossier import DossierPage
        from briefing.app.pages.scope import Scope

        self._desk.paging.open(DossierPage(Scope(None, name, actor)))

    def _go_to_date(self, span: Span) -> None:
        view = self._desk.reader.view
        sentences = view.findings.sentences if view and view.findings else ()
        self.point_at(next((sentence for sentence in sentences if sentence.overlaps(span)), span))
