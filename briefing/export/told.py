"""The words for a date, its certainty and its proof, the same in every form; each on one line, safe anywhere."""

from __future__ import annotations

from datetime import date

from briefing.formats.clean import clean_line
from briefing.model.article import Confidence, DateSource, Published
from briefing.model.claim import Claim
from briefing.model.spoken import spoken
from briefing.model.when import Anchor, When

_SHOWN = 5
_SOURCES = {
    DateSource.HEADER: "from its header",
    DateSource.DATELINE: "from its dateline",
    DateSource.METADATA: "from its metadata",
    DateSource.FILENAME: "from its file name",
    DateSource.GIVEN: "set by you",
}
_ANCHORS = {
    Anchor.EXPLICIT: "the words name it",
    Anchor.PUBLICATION: "counted from the publication date",
    Anchor.DISCOURSE: "counted from another date in the text",
    Anchor.GIVEN: "set by you",
    Anchor.NONE: "nothing places it",
}


def line(text: str) -> str:
    """A text on one line, without anything that a program might obey."""
    return clean_line(text)


def dated(published: Published | None, guess: int | None = None) -> str:
    """`2021-01-23 (from its header, in doubt)`, `2023~ (year guessed)`, `undated`."""
    if published is None:
        return f"{guess}~ (year guessed)" if guess else "undated"
    how = _SOURCES.get(published.source, "")
    sure = {Confidence.MEDIUM: "fairly sure", Confidence.LOW: "in doubt"}.get(published.confidence, "")
    told = ", ".join(filter(None, (how, sure)))
    return f"{published.day.isoformat()} ({told})" if told else published.day.isoformat()


def when_of(claim: Claim) -> str:
    """`2021-01-22`, `2023-06~` for a guess, `? Tuesday` for what nothing places."""
    if claim.when.earliest is not None and claim.when.value:
        return line(spoken(claim.when))
    return f"{claim.guess}~" if claim.guess else f"? {line(claim.words)}"


def certainty(claim: Claim) -> str:
    """`day, stated, the words name it: “on January 22”`: how exact, how sure, on what it hangs."""
    placed = claim.when.earliest is not None
    how = claim.when.precision.value if placed else "guessed from a year clue" if claim.guess else "not placed"
    return f"{how}, {claim.certainty.value}, {_ANCHORS[claim.anchor]}: “{line(claim.words)}”"


def also(claim: Claim) -> str:
    """`also b.txt:p2, c.txt:p1 and 3 more`: the copies that repeat it; "" for none."""
    if not claim.repeats:
        return ""
    shown = claim.also[:_SHOWN]
    more = f" and {claim.repeats - len(shown):,} more" if claim.repeats > len(shown) else ""
    return f"also {', '.join(line(each) for each in shown)}{more}"


def deed(claim: Claim) -> str:
    """What it did, and who said so."""
    told = line(claim.did) or "named with this date"
    return f"{told}, said {line(claim.said_by)}" if claim.said_by else told


def days(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a claim, those of a guess where nothing else places it."""
    when: When = claim.when
    if when.earliest is None and claim.guess:
        from briefing.extract.calendar import when_of as placed

        when = placed(claim.guess, when.precision)
    if when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest
