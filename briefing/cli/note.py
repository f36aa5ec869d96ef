"""Write a note on an article, a paragraph of it or an actor; without a text, print the notes there are.

examples:
  briefing note story.txt:p3 "Who says so?"
  briefing note story.txt - < note.txt               from the standard input
  briefing note story.txt:p3 "Better" --replace
  briefing note story.txt:p3 --undo                  delete what is noted there
  briefing note --actor wagner "See the UN report"
  briefing note                                      all notes
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO
from briefing.cli.flags import add_library
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.cli.libraries import Need
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.library.noted import ShownNote
    from briefing.notebook.act import Decision
    from briefing.notebook.subject import Notable

PLAIN = ("cite", "about", "note", "at")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument(
        "doc", nargs="?", metavar="DOC[:pN]", help="FILE or FILE#KEY, as cited, with or without a paragraph"
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help="the note; “-” reads the standard input")
    add_library(parser)
    parser.add_argument("--actor", metavar="NAME", help="on an actor, and not on an article")
    parser.add_argument("--replace", action="store_true", help="in place of the last note that is there")
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}delete the notes that are there")


def run(options: argparse.Namespace) -> int:
    """Takes a note down, or prints those there are; 1 if there is none, or nothing changed."""
    from briefing.cli.deciding import decided
    from briefing.cli.libraries import Need

    if options.actor is not None and options.doc is not None:
        options.text, options.doc = [options.doc, *options.text], None
    need = Need.TEXTS if options.actor is None else Need.FINDINGS
    if not options.text and not options.undo:
        return _list(options, need)
    if options.text and options.undo:
        raise WrongUse("With --undo there is no text to write.", "Leave one of them out.")
    text = sys.stdin.read() if options.text == ["-"] else " ".join(options.text)
    return decided(options, lambda _: need, lambda library: _change(library, options, text.rstrip()))


def _change(library: Library, options: argparse.Namespace, text: str) -> Change:
    from briefing.cli.deciding import Change

    subject, there = _there(library, options)
    made = _decisions(subject, there, text, options)
    nothing = "there is no note to delete" if options.undo else "it is so already"
    return Change(
        made, lambda: _records(_there(library, options)[1], _name(library, options)), _text, PLAIN, "notes", nothing
    )


def _decisions(
    subject: Notable, there: Sequence[ShownNote], text: str, options: argparse.Namespace
) -> Sequence[Decision]:
    from briefing.notebook.decisions import delete_note, edit_note, note

    if options.undo:
        return [delete_note(each.note) for each in there]
    if options.replace and there:
        return [edit_note(there[-1].note, text)]
    return [note(subject, text)]


def _there(library: Library, options: argparse.Namespace) -> tuple[Notable, Sequence[ShownNote]]:
    """What is meant, and the notes on just that."""
    from briefing.cli.targets import spot
    from briefing.library.subjects import article_subject, passage_subject
    from briefing.notebook.subject import ArticleSubject

    if options.actor is not None:
        row = library.find_actor(options.actor)
        subject = library.actor_subject(row.id)
        if subject is None:
            raise WrongUse(f"{options.actor} is not named any more.")
        return subject, library.notes_about(row)
    if options.doc is None:
        raise WrongUse("On what?", "Name DOC, DOC:pN, or --actor NAME.")
    place = spot(library, options.doc)
    notes = library.notes_in(place.article)
    if not place.paragraph:
        own = [each for each in notes if isinstance(each.note.subject, ArticleSubject)]
        return article_subject(place.article), own
    here = [each for each in notes if each.paragraph == place.paragraph]
    return passage_subject(place.article, place.span), here


def _list(options: argparse.Namespace, need: Need) -> int:
    from briefing.cli.libraries import answered, opened

    with opened(options) as (context, library):

        def ask() -> list[Record]:
            if options.doc is None and options.actor is None:
                return list(_records_of_all(library))
            if options.doc is not None and (place := _whole(library, options.doc)) is not None:
                return list(_records(*place))
            return list(_records(_there(library, options)[1], _name(library, options)))

        records = answered(library, context, need, ask)
        context.output.rows({"total": len(records)}, "notes", records, _text, PLAIN)
        if not records:
            context.output.remark("no note")
    return 0 if records else 1


def _whole(library: Library, reference: str) -> tuple[Sequence[ShownNote], str] | None:
    """All notes in an article and its name, where no paragraph of it is named."""
    from briefing.cli.targets import spot

    place = spot(library, reference)
    return None if place.paragraph else (library.notes_in(place.article), place.article.name)


def _name(library: Library, options: argparse.Namespace) -> str:
    from briefing.cli.targets import spot

    return spot(library, options.doc).article.name if options.doc is not None else ""


def _records(notes: Iterable[ShownNote], name: str) -> Iterable[Record]:
    return (record_of(each, name) for each in notes)


def record_of(shown: ShownNote, name: str = "") -> Record:
    """A note as an object, its text as it was written; `name` is what the article is called now."""
    from briefing.notebook.subject import ActorSubject, PassageSubject

    note, subject = shown.note, shown.note.subject
    if isinstance(subject, ActorSubject):
        about, cite, words = "actor", subject.name, ""
    elif isinstance(subject, PassageSubject):
        place = shown.paragraph or subject.paragraph
        about, cite, words = "passage", f"{name or subject.article}:p{place}", subject.words
    else:
        about, cite, words = "article", name or str(subject), ""
    return {
        "id": note.id,
        "about": about,
        "cite": cite,
        "words": words,
        "note": note.text,
        "remark": shown.remark,
        "at": note.at.isoformat(timespec="seconds"),
    }


def _records_of_all(library: Library) -> Iterable[Record]:
    from briefing.library.noted import shown

    notes = library.notebook.notes
    for article in notes.by_article:
        number = library.number(article)
        view = library.open(number) if number is not None else None
        found = library.notes_in(view.article) if view else [shown(each) for each in notes.by_article[article]]
        yield from _records(found, view.article.name if view else "")
    for each in notes.by_actor.values():
        yield from _records(map(shown, each), "")


def _text(record: Record) -> Iterable[str]:
    from briefing.cli.output import safe_lines

    remark = f"  ({record['remark']})" if record["remark"] else ""
    yield f"{record['cite']}{remark}"
    yield from (f"    {line}" for line in safe_lines(record["note"]).split("\n"))
