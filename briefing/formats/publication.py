"""The publication day of an article: which of the dates that its file gives is it, and what speaks against it.

The rank: given by the reader; said to be the publication; any other date of the head or of a record; said to be the
publication below the story; a dateline; a date below the story; the file's name; the link. Of two in one rank the
earlier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from briefing.formats.clean import clean_line
from briefing.formats.dateline import Dateline
from briefing.formats.days import FoundDay, day_in_name
from briefing.formats.facts import DateClaim, Facts
from briefing.formats.labels import DateKind
from briefing.formats.settling import settle
from briefing.formats.stated_days import StatedDay, days_with_weekday, opening_weekdays
from briefing.model.article import DATE_DOUBT, Confidence, DateSource, DayClaim, Published
from briefing.model.pattern import lazy

_A_NIGHT = 1
"""Days that two dates of one article may lie apart: a time zone, a night."""
_ON_THE_WAY = 3
"""Days that a dateline may lie before the publication."""
_NEAR = 31
_HEAD_RANKS = {DateKind.FIRST: 0, DateKind.DATE: 1}
_FOOT_RANKS = {DateKind.FIRST: 2, DateKind.DATE: 4}
_NAMES = {
    "header": "the head", "metadata": "the record", "dateline": "the dateline", "filename": "the file name",
    "text": "the text",
}  # fmt: skip
_YEAR_FOLDER = lazy(r"(?:^|/)(?P<y>(?:19|20)\d\d)(?:[-_/](?P<m>0[1-9]|1[0-2]))?(?=/|\.[a-z]{2,8}$)")


class Sources(NamedTuple):
    """Everything in a file that may date the article in it."""

    path: str
    facts: Facts
    text: str = ""
    dateline: Dateline | None = None
    below: Sequence[DateClaim] = ()
    """Dates on lines of their own at the end of the story."""
    given: date | None = None


class _Candidate(NamedTuple):
    rank: int
    day: date
    source: DateSource
    words: str
    found: FoundDay | None
    is_outright: bool
    """Whether it needs no other evidence to be trusted."""


class _Weighing:
    """One look at the sources; `notes` is what the reader should know of it."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.notes: list[str] = []

    def candidates(self) -> Iterator[_Candidate]:
        facts = self.sources.facts
        for claims, ranks in ((facts.dates, _HEAD_RANKS), (self.sources.below, _FOOT_RANKS)):
            for claim in claims:
                if (rank := ranks.get(claim.kind)) is not None:
                    yield from self._settled(rank, claim.found, claim.source)
        yield from self._from_dateline()
        if named := day_in_name(self.sources.path):
            yield from self._settled(5, named, DateSource.FILENAME)
        if linked := day_in_name(facts.url):
            yield from self._settled(6, linked, DateSource.METADATA)

    def _settled(self, rank: int, found: FoundDay, source: DateSource) -> Iterator[_Candidate]:
        reading = settle(found, self.sources.text, self._others(found))
        words = clean_line(found.words)
        if reading is None:
            if rank < 2:
                either = " or ".join(map(spelt, sorted(found.days)))
                self.notes.append(f"the date {words} can be {either}")
            return
        if reading.because and rank < 5:
            self.notes.append(f"the date {words} is read as {spelt(reading.day)}, {reading.because}")
        yield _Candidate(rank, reading.day, source, words, found, rank < 3 and not reading.because)

    def _others(self, found: FoundDay) -> Iterator[FoundDay]:
        yield from (
            claim.found for claim in [*self.sources.facts.dates, *self.sources.below] if claim.found is not found
        )
        for name in (self.sources.path, self.sources.facts.url):
            if (named := day_in_name(name)) and named != found:
                yield named

    def _from_dateline(self) -> Iterator[_Candidate]:
        dateline = self.sources.dateline
        if dateline is None or not dateline.month:
            return
        if day := dateline.on(self.sources.facts.year or self._year(dateline)):
            yield _Candidate(3, day, DateSource.DATELINE, clean_line(dateline.words), None, False)

    def _year(self, dateline: Dateline) -> int | None:
        """The year of a dateline without one: of the folder it lies in, or of a day that the story names in full."""
        folder = _YEAR_FOLDER.search(self.sources.path)
        if folder and int(folder["m"] or dateline.month) == dateline.month:
            return int(folder["y"])
        return None

    def conflicts(self, best: _Candidate, others: list[_Candidate]) -> Iterator[DayClaim]:
        """What speaks against the best candidate."""
        if best.found and best.found.has_wrong_weekday:
            yield DayClaim("weekday", best.words)
        told = {best.day}
        for other in others:
            apart = (other.day - best.day).days
            least = -_ON_THE_WAY if other.source is DateSource.DATELINE else -_A_NIGHT
            if not least <= apart <= _A_NIGHT and other.day not in told:
                told.add(other.day)
                yield DayClaim(other.source.value, other.words, other.day)
        dateline = self.sources.dateline
        if dateline and not any(other.source is DateSource.DATELINE for other in [best, *others]):
            near = _nearest(dateline, best.day)
            if near and not -_ON_THE_WAY <= (near - best.day).days <= _A_NIGHT:
                yield DayClaim(DateSource.DATELINE.value, clean_line(dateline.words), near)
        yield from self._weekdays_against(best.day)

    def _weekdays_against(self, day: date) -> Iterator[DayClaim]:
        stated = [each for each in days_with_weekday(self.sources.text) if _is_near(each, day)]
        wrong = [each for each in stated if each.near(day) and not each.agrees(day)]
        if wrong and len(wrong) == len(stated):
            yield DayClaim("text", wrong[0].words)

    def supports(self, best: _Candidate, others: list[_Candidate]) -> bool:
        """Whether another source or a weekday agrees with the best candidate."""
        if any(other.source != best.source and abs((other.day - best.day).days) <= _A_NIGHT for other in others):
            return True
        dateline = self.sources.dateline
        if dateline and best.source is not DateSource.DATELINE and _nearest(dateline, best.day) == best.day:
            return True
        if best.found and best.found.weekday == best.day.weekday():
            return True
        if dateline and best.source is DateSource.DATELINE and dateline.weekday == best.day.weekday():
            return True
        if any(_is_near(each, best.day) and each.agrees(best.day) for each in days_with_weekday(self.sources.text)):
            return True
        return opening_weekdays(self.sources.text) == {best.day.weekday()}


def publication(sources: Sources) -> tuple[Published | None, tuple[str, ...]]:
    """The publication day, or None, and notes for the reader: how figures were read, and every contradiction."""
    given, weighing = sources.given, _Weighing(sources)
    if given:
        return Published(given, DateSource.GIVEN, given.isoformat()), ()
    candidates = sorted(weighing.candidates(), key=lambda each: (each.rank, each.day))
    if not candidates:
        if any(claim.kind is DateKind.UPDATE for claim in [*sources.facts.dates, *sources.below]):
            weighing.notes.append("only the date of an update is given")
        return None, tuple(dict.fromkeys(weighing.notes))
    best, *others = candidates
    conflicts = tuple(weighing.conflicts(best, others))
    confidence = _confidence(best, weighing.supports(best, others), conflicts)
    clock, shift = (best.found.clock, best.found.offset_minutes) if best.found else (None, None)
    doubts = (_doubt(best, conflict) for conflict in conflicts)
    notes = tuple(dict.fromkeys((*weighing.notes, *doubts)))
    return Published(best.day, best.source, best.words, clock, shift, confidence, conflicts), notes


def _confidence(best: _Candidate, is_supported: bool, conflicts: tuple[DayClaim, ...]) -> Confidence:
    if any(conflict.source == "weekday" for conflict in conflicts):
        return Confidence.LOW
    is_good = best.is_outright or is_supported
    if conflicts:
        return Confidence.MEDIUM if is_good else Confidence.LOW
    return Confidence.HIGH if is_good else Confidence.MEDIUM


def _doubt(best: _Candidate, conflict: DayClaim) -> str:
    if conflict.source == "weekday":
        return f"{DATE_DOUBT}“{conflict.words}” was a {best.day:%A}"
    said = spelt(conflict.day) if conflict.day else f"“{conflict.words}”"
    return f"{DATE_DOUBT}{_NAMES[best.source]} says {spelt(best.day)}, {_NAMES[conflict.source]} {said}"


def _nearest(dateline: Dateline, day: date) -> date | None:
    """The day of a dateline in the year that brings it closest."""
    days = [near for year in (day.year - 1, day.year, day.year + 1) if (near := dateline.on(year))]
    return min(days, key=lambda near: abs((near - day).days), default=None)


def _is_near(stated: StatedDay, day: date) -> bool:
    near = stated.near(day)
    return near is not None and abs((near - day).days) <= _NEAR


def spelt(day: date) -> str:
    """`23 January 2021`."""
    return f"{day.day} {day:%B} {day.year}"
