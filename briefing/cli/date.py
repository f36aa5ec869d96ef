"""Set the day an article was published, or what one phrase of it means; without a day, say which words gave it.

examples:
  briefing date story.txt                               the date and what it is from
  briefing date story.txt 2023-08-22
  briefing date story.txt none                          it is not known, whatever the file says
  briefing date story.txt --undo                        again what the file says
  briefing date story.txt:p7 2023-08-21 --phrase Monday
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.cli.deciding import UNDO
from briefing.cli.flags import add_library
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.deciding import Change
    from briefing.cli.output import Record
    from briefing.library.library import Library
    from briefing.model.hit import ArticleView
    from briefing.model.when import TimeExpression
    from briefing.notebook.act import Decision

NONE = "none"
PLAIN = ("cite", "date", "from", "words")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("doc", metavar="DOC[:pN]", help="FILE or FILE#KEY, as cited")
    parser.add_argument(
        "day", nargs="?", metavar="DAY", help="YYYY-MM-DD, or none; of a phrase also YYYY-MM, YYYY, FROM/TO"
    )
    add_library(parser)
    parser.add_argument("--phrase", metavar="WORDS", help="of these words in the article, or in the paragraph named")
    parser.add_argument("--undo", action="store_true", help=f"{UNDO}the date of the file, or what the rules find")


def run(options: argparse.Namespace) -> int:
    """Sets a date, or prints the one there is; 1 if nothing changed."""
    from briefing.cli.deciding import decided
    from briefing.cli.libraries import Need

    if options.day is None and not options.undo:
        return _show(options)
    if options.day is not None and options.undo:
        raise WrongUse("With --undo there is no day to set.", "Leave one of them out.")
    return decided(options, lambda _: Need.FINDINGS, lambda library: _change(library, options))


def _show(options: argparse.Namespace) -> int:
    from briefing.cli.libraries import Need, answered, opened

    with opened(options) as (context, library):
        need = Need.FINDINGS if options.phrase else Need.TEXTS
        records = answered(library, context, need, lambda: _records(library, options))
        context.output.rows({}, "dates", records, _text, PLAIN)
    return 0 if any(record["date"] for record in records) else 1


def _change(library: Library, options: argparse.Namespace) -> Change:
    from briefing.cli.deciding import Change

    made = _of_phrase(library, options) if options.phrase else _of_article(library, options)
    return Change(made, lambda: _records(library, options), _text, PLAIN, "dates")


def _of_article(library: Library, options: argparse.Namespace) -> Sequence[Decision]:
    from briefing.cli.targets import spot
    from briefing.library.subjects import article_subject
    from briefing.model.day import read_day
    from briefing.notebook.decisions import clear_date, found_date, set_date

    subject = article_subject(spot(library, options.doc).article)
    if options.undo:
        return [found_date(subject)]
    return [clear_date(subject) if options.day == NONE else set_date(subject, read_day(options.day))]


def _of_phrase(library: Library, options: argparse.Namespace) -> Sequence[Decision]:
    from briefing.library.phrases import phrase_subject, read_value
    from briefing.notebook.decisions import clear_when, found_when, set_when

    view, times = _times(library, options)
    subjects = [phrase_subject(view, time) for time in times]
    if options.undo:
        return [found_when(each) for each in subjects]
    if options.day == NONE:
        return [clear_when(each) for each in subjects]
    value = read_value(options.day)
    if value is None:
        raise WrongUse(f"{options.day} is no date.", "A phrase means YYYY-MM-DD, YYYY-MM, YYYY, or two as FROM/TO.")
    return [set_when(each, value) for each in subjects]


def _times(library: Library, options: argparse.Namespace) -> tuple[ArticleView, list[TimeExpression]]:
    """The phrases of these words, as the reader corrected them."""
    from briefing.cli.targets import spot
    from briefing.library.phrases import spoken_words
    from briefing.model.fold import fold

    place = spot(library, options.doc)
    view = library.open(place.number)
    if view is None:
        raise WrongUse(f"{options.doc} is gone.")
    if view.findings is None:
        view = view._replace(findings=library.extract(place.number))
    times = view.findings.times if view.findings else ()
    text, wanted = view.article.text, fold(" ".join(options.phrase.split()))
    here = [time for time in times if place.paragraph in (0, text.paragraph_at(time.span.start) + 1)]
    found = [time for time in here if fold(spoken_words(time)) == wanted]
    if not found:
        there = ", ".join(dict.fromkeys(f"“{spoken_words(time)}”" for time in here[:8]))
        raise WrongUse(
            f"{place.cite} has no phrase “{options.phrase}” that names a time.", f"There are: {there or 'none'}."
        )
    return view, found


def _records(library: Library, options: argparse.Namespace) -> list[Record]:
    if options.phrase:
        view, times = _times(library, options)
        return [_phrase_record(view, time) for time in times]
    from briefing.cli.targets import spot

    article = spot(library, options.doc).article
    published = article.published
    return [
        {
            "cite": article.name,
            "date": published.day.isoformat() if published else None,
            "from": published.source.value if published else None,
            "words": " ".join(published.words.split()) if published else "",
            "year_guess": article.year_guess.year if article.year_guess and not published else None,
            "doubts": list(article.date_doubts),
        }
    ]


def _phrase_record(view: ArticleView, time: TimeExpression) -> Record:
    from briefing.library.phrases import spoken_words

    paragraph = view.article.text.paragraph_at(time.span.start) + 1
    return {
        "cite": f"{view.article.name}:p{paragraph}",
        "date": time.when.value,
        "from": time.anchor.value,
        "words": spoken_words(time),
        "year_guess": time.guess,
        "doubts": [],
    }


def _text(record: Record) -> Iterable[str]:
    guess = f"{record['year_guess']}~" if record["year_guess"] else "????"
    source = f"  ({record['from']})" if record["from"] else ""
    words = f"  “{record['words']}”" if record["words"] else ""
    yield f"{record['date'] or guess:<10}  {record['cite']}{source}{words}"
    yield from (f"            ! {doubt}" for doubt in record["doubts"])
