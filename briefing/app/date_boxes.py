"""The boxes behind `D`: which words gave a date and what speaks against it, another date by typing, none, or theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.app.draw.why import reasons
from briefing.app.layout import PaneName
from briefing.app.panes.chooser import Chooser, Option
from briefing.library.phrases import phrase_subject, read_value
from briefing.model.article import Article, Confidence, DateSource, Published
from briefing.model.day import read_day
from briefing.model.errors import WrongUse, sentence
from briefing.model.spoken import spoken
from briefing.model.when import TimeExpression

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.draw.entry import Entry
    from briefing.model.hit import ArticleView
    from briefing.notebook.subject import PassageSubject

_SET = "="
"""Before a date in the value of a row."""
_FROM = {
    DateSource.HEADER: "the head of the file",
    DateSource.DATELINE: "the dateline of the first paragraph",
    DateSource.METADATA: "the file's own data",
    DateSource.FILENAME: "the file's name",
    DateSource.GIVEN: "you",
    DateSource.NONE: "nothing",
}
_TRUST = {
    Confidence.HIGH: "high: the file says it outright, or two parts of it agree",
    Confidence.MEDIUM: "medium: one part of the file implies it, or another says a different day",
    Confidence.LOW: "low: what says it contradicts itself, or only hints at it",
}


def publication(desk: Desk) -> None:
    """The date of the article that is open, or that the cursor of the list is on."""
    if desk.active is PaneName.LIST:
        desk.reading.open_current()
    view = desk.reader.view
    if view is None:
        desk.say("Open an article first.")
        return
    own = desk.app.library.own_date(view.number)
    told = [Option("", text, before=name) for name, text in day_reasons(view.article, own)]
    ways = _ways(desk, view.article.published is not None, _is_set(desk, view.article), "the date of its file")

    def rows(text: str) -> list[Option]:
        wish = [_wish(desk, view, text)] if desk.app.may_write else []
        return [*wish, *told, *ways]

    box = Chooser("PUBLICATION DATE", [], made=rows)
    box.chosen = lambda value: _decide_day(desk, view.article, box, value)
    desk.dictation.choose(box)


def _wish(desk: Desk, view: ArticleView, text: str) -> Option:
    """What Enter does with what is typed so far, and what would be placed by it."""
    if not text.strip():
        return Option("", "type a day: YYYY-MM-DD", before="set")
    try:
        day = read_day(text)
    except WrongUse as error:
        return Option("", sentence(error), before="set")
    from briefing.library.corrected import placed_by

    after = ""
    if view.findings is not None:
        placed = placed_by(view.article, view.findings, day, desk.app.library.notebook.dates)
        after = _changes(view.findings.times, placed)
    return Option(f"{_SET}{day.isoformat()}", f"{day.isoformat()} {day:%A}", before="set", after=after)


def _changes(before: Sequence[TimeExpression], after: Sequence[TimeExpression]) -> str:
    """`places “Tuesday” 2023-08-22, “in June” 2023-06`."""
    moved = [
        f"“{' '.join(now.surface.split())}” {spoken(now.when)}"
        for was, now in zip(before, after, strict=True)
        if now.when != was.when and now.when.earliest is not None
    ]
    return f"places {', '.join(dict.fromkeys(moved))}" if moved else "moves nothing else"


def day_reasons(article: Article, own: Published | None) -> list[tuple[str, str]]:
    """(what, words) rows: the day, the words that gave it, how far to trust it, what speaks against it."""
    published = article.published
    if published is None:
        rows = [("is", "no publication date")]
        if article.year_guess:
            year, words = article.year_guess
            rows.append(("guess", f"{year}~, from “{words}”; never used to place anything"))
    else:
        rows = [("is", f"{published.day.isoformat()} {published.day:%A}"), ("from", _FROM[published.source])]
    if published is not None and published.source is not DateSource.GIVEN:
        if words := " ".join(published.words.split()):
            rows.append(("words", f"“{words}”"))
        rows.append(("sure", _TRUST[published.confidence]))
    elif own is not None:
        rows.append(("file", f"{own.day.isoformat()} {own.day:%A}, from {_FROM[own.source]}"))
    rows.extend(("but", doubt) for doubt in article.date_doubts)
    return rows


def _is_set(desk: Desk, article: Article) -> bool:
    return desk.app.library.notebook.dates.published(article.id) is not None


def _ways(desk: Desk, is_known: bool, is_set: bool, own: str) -> list[Option]:
    if not desk.app.may_write:
        return []
    ways = [Option("clear", "the date is not known", before="clear")] if is_known else []
    return ways + ([Option("own", f"back to {own}", before="undo")] if is_set else [])


def _decide_day(desk: Desk, article: Article, box: Chooser, value: str) -> None:
    from briefing.library.subjects import article_subject
    from briefing.notebook import decisions

    subject = article_subject(article)
    if value.startswith(_SET):
        desk.correcting.decide(decisions.set_date(subject, read_day(value.removeprefix(_SET))))
    elif value == "clear":
        desk.correcting.decide(decisions.clear_date(subject))
    elif value == "own":
        desk.correcting.decide(decisions.found_date(subject))
    elif box.prompt.text:
        desk.dictation.choose(box)  # what was typed is no day: it stays, with the reason beside it


# -- one phrase


def phrase(desk: Desk) -> None:
    """The date under the cursor of the who pane; of several phrases that mean the same, one is chosen first."""
    entry, view = desk.who.current, desk.reader.view
    if entry is None or view is None or entry.row is not None or not entry.times:
        desk.say("Put the cursor of the who pane on a date, or on what an actor did.")
        return
    if len(entry.times) == 1:
        _one_phrase(desk, view, entry, entry.times)
        return
    text = view.article.text
    options = [
        Option(str(at), f"“{' '.join(time.surface.split())}”", f"p{text.paragraph_at(time.span.start) + 1}",
               _around(view, time))
        for at, time in enumerate(entry.times)
    ]  # fmt: skip
    every = Option("all", f"all {len(entry.times)} of them")

    def choose(value: str) -> None:
        times = entry.times if value == "all" else (entry.times[int(value)],)
        _one_phrase(desk, view, entry, times)

    desk.dictation.choose(Chooser("WHICH PHRASE", [*options, every], choose))


def _around(view: ArticleView, time: TimeExpression) -> str:
    sentences = view.findings.sentences if view.findings else ()
    span = next((each for each in sentences if each.overlaps(time.span)), time.span)
    return " ".join(span.of(view.article.text.value).split())


def _one_phrase(desk: Desk, view: ArticleView, entry: Entry, times: Sequence[TimeExpression]) -> None:
    told = reasons(view.article, times[0], entry.tie, entry.actor)
    subjects = [phrase_subject(view, time) for time in times]
    said = desk.app.library.notebook.dates.phrases(view.article.id)
    keys = {(each.phrase.words, each.phrase.occurrence) for each in said}
    is_set = any((each.words, each.occurrence) in keys for each in subjects)
    placed = times[0].when.earliest is not None or times[0].guess is not None
    ways = _ways(desk, placed, is_set, "what the rules find")

    def rows(text: str) -> list[Option]:
        wish = [_wished_value(text)] if desk.app.may_write else []
        return [*wish, *(Option("", text, before=name) for name, text in told), *ways]

    box = Chooser("DATE OF THIS PHRASE", [], made=rows)
    box.chosen = lambda value: _decide_phrase(desk, subjects, box, value)
    desk.dictation.choose(box)


def _wished_value(text: str) -> Option:
    typed = text.strip()
    if not typed:
        return Option("", "type a date: YYYY-MM-DD, YYYY-MM or YYYY; FROM/TO for a span", before="set")
    value = read_value(typed)
    if value is None:
        return Option("", f"“{typed}” is no date: YYYY-MM-DD, YYYY-MM, YYYY, or two of them as FROM/TO", before="set")
    return Option(f"{_SET}{value}", value, before="set")


def _decide_phrase(desk: Desk, subjects: Sequence[PassageSubject], box: Chooser, value: str) -> None:
    from briefing.notebook import decisions

    if value.startswith(_SET):
        desk.correcting.decide(*(decisions.set_when(each, value.removeprefix(_SET)) for each in subjects))
    elif value == "clear":
        desk.correcting.decide(*(decisions.clear_when(each) for each in subjects))
    elif value == "own":
        desk.correcting.decide(*(decisions.found_when(each) for each in subjects))
    elif box.prompt.text:
        desk.dictation.choose(box)
