"""Notes: written in the reader's editor or on a line, on an article, a passage or an actor; emptied they are gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.app.draw.labels import first_line
from briefing.app.layout import PaneName
from briefing.app.panes.chooser import Chooser, Option
from briefing.library.subjects import card_subject, passage_subject
from briefing.notebook.decisions import delete_note, edit_note, note
from briefing.notebook.subject import ArticleSubject

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.noted import ShownNote
    from briefing.model.hit import ArticleView
    from briefing.model.text import Span
    from briefing.notebook.act import Decision
    from briefing.notebook.subject import Notable

Meant = tuple["Notable", Sequence["ShownNote"], str]
"""What a note would be on, those that are there, and how it is called."""
_SEEN = 300
"""Characters of a paragraph that the box of paragraphs shows and looks into."""
_BREAK = "\u00b6"
"""Stands for the end of a line where a note of several is typed on one."""


def begin(desk: Desk, text: str) -> None:
    """A note on what the active pane has under its cursor: `text`, or what is written then."""
    if desk.active is PaneName.READER and desk.reader.focus is None and not text:
        _choose_passage(desk)
    else:
        _take(desk, _meant(desk), text)


def _take(desk: Desk, meant: Meant | None, text: str = "") -> None:
    if meant is None or not desk.writable():
        return
    subject, there, about = meant
    if text:
        desk.correcting.decide(note(subject, text))
    elif len(there) > 1:
        _choose(desk, subject, there, about)
    else:
        _write(desk, subject, there[0] if there else None, about)


def _meant(desk: Desk) -> Meant | None:
    """Says where there is nothing to write on."""
    if desk.active is PaneName.LIST:
        return _article(desk)
    if desk.active is PaneName.READER:
        return _passage(desk)
    from briefing.app.actor_boxes import meant
    from briefing.library.noted import ShownNote

    target = desk.entries.current.target if desk.entries and desk.entries.current else None
    if isinstance(target, ShownNote):
        return target.note.subject, [target], str(target.note.subject)
    actor = meant(desk)
    if actor is None:
        return None
    library, subject = desk.app.library, actor.subject
    return subject, library.notes_on([(subject.name, subject.type), (actor.name, actor.type.value)]), actor.name


def _article(desk: Desk) -> Meant | None:
    card = desk.articles.current
    if card is None:
        desk.say("No article is under the cursor.")
        return None
    from briefing.library.noted import shown

    notes = desk.app.library.notebook.notes.by_article.get(card.id, ())
    own = [shown(each) for each in notes if isinstance(each.subject, ArticleSubject)]
    return card_subject(card), own, card.name


def _passage(desk: Desk) -> Meant | None:
    """What is pointed to, else the paragraph at the top."""
    view = desk.reader.view
    if view is None or not view.article.text.paragraphs:
        desk.say("No article is open.")
        return None
    from briefing.app.actions.quoting import in_focus

    return _on_span(desk, view, in_focus(desk))


def _on_span(desk: Desk, view: ArticleView, span: Span) -> Meant:
    at = view.article.text.paragraph_at(span.start) + 1
    there = [each for each in desk.app.library.notes_in(view.article) if each.paragraph == at]
    return passage_subject(view.article, span), there, f"p{at}"


def _choose_passage(desk: Desk) -> None:
    """The reader has no cursor: the paragraph at its top is offered first, Enter takes it, typing finds another."""
    view = desk.reader.view
    text = view.article.text if view else None
    if view is None or text is None or not text.paragraphs:
        desk.say("No article is open.")
    elif len(text.paragraphs) == 1:
        _take(desk, _passage(desk))
    elif desk.writable():
        noted = {each.paragraph for each in desk.reader.notes}
        options = [
            Option(str(at), " ".join(each.span.of(text.value)[:_SEEN].split()), before=f"p{at}",
                   after="noted" if at in noted else "")
            for at, each in enumerate(text.paragraphs, 1)
        ]  # fmt: skip

        def choose(value: str) -> None:
            _take(desk, _on_span(desk, view, text.paragraphs[int(value) - 1].span))

        chooser = Chooser("NOTE ON which paragraph?", options, choose)
        chooser.move_to(str(max(desk.reader.paragraph, 1)))
        desk.dictation.choose(chooser)


def _choose(desk: Desk, subject: Notable, there: Sequence[ShownNote], about: str) -> None:
    options = [Option(str(at), first_line(each.text), before=each.note.at.date().isoformat())
               for at, each in enumerate(there)]  # fmt: skip
    options.append(Option("new", "another note", before="write"))

    def choose(value: str) -> None:
        _write(desk, subject, None if value == "new" else there[int(value)], about)

    desk.dictation.choose(Chooser(f"NOTES ON {about}", options, choose))


def _write(desk: Desk, subject: Notable, old: ShownNote | None, about: str) -> None:
    """In the editor; on a line where there is none, or it fails."""
    from briefing.app.editor import NoEditor, edit

    before = old.text if old else ""
    try:
        _keep(desk, subject, old, edit(desk.app, before))
    except NoEditor as error:
        fault = f"{error}. " if str(error) else ""
        desk.dictation.ask(
            f"{fault}Note on {about[-24:]}: ",
            before.replace("\n", _BREAK),
            lambda typed: _keep(desk, subject, old, typed.replace(_BREAK, "\n")),
            takes_nothing=True,
        )


def _keep(desk: Desk, subject: Notable, old: ShownNote | None, text: str) -> None:
    made = _decision(subject, old, text.strip("\n"))
    if made is None:
        desk.say("Nothing is noted.")
    else:
        desk.correcting.decide(made)


def _decision(subject: Notable, old: ShownNote | None, text: str) -> Decision | None:
    if old is None:
        return note(subject, text) if text.strip() else None
    if not text.strip():
        return delete_note(old.note)
    return edit_note(old.note, text) if text != old.text else None
