"""iCalendar (RFC 5545): each dated claim an event of whole days, the last day exclusive; what is coarse says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from briefing import __version__
from briefing.export.rows import ClaimRow, Document
from briefing.export.told import also, certainty, days, deed, line, when_of
from briefing.model.actor import Certainty
from briefing.model.claim import Claim
from briefing.model.digest import blake2b
from briefing.model.when import Precision

_WIDEST = 75
"""Octets of a line."""
_EXACT = (Precision.DAY, Precision.TIME)


def write_calendar(document: Document, now: datetime) -> Iterator[str]:
    """`now`, in UTC, stamps the events: the format asks for it. Claims that nothing places are left out."""
    yield "".join(
        folded(each)
        for each in (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:-//briefing//briefing {__version__}//EN",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{escaped(document.title)}",
        )
    )
    seen: set[bytes] = set()
    for part in document.parts:
        for row in part.rows:
            if isinstance(row, ClaimRow) and (placed := days(row.claim)) and (known := _key(row.claim)) not in seen:
                seen.add(known)
                yield "".join(map(folded, _event(row, placed, known, now)))
    yield folded("END:VCALENDAR")


def _event(row: ClaimRow, placed: tuple[date, date], known: bytes, now: datetime) -> Iterator[str]:
    claim = row.claim
    first, last = placed
    yield "BEGIN:VEVENT"
    yield f"UID:{known.hex()}@briefing"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(_summary(claim))}"
    proof = (f"“{line(row.sentence)}”", line(claim.cite), certainty(claim), also(claim))
    told = "\n".join(each for each in proof if each)
    yield f"DESCRIPTION:{escaped(told)}"
    yield f"CATEGORIES:{_kind(claim)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _kind(claim: Claim) -> str:
    """`exact`, `coarse` or `guessed`."""
    if claim.when.earliest is None or claim.certainty is Certainty.GUESSED:
        return "guessed"
    return "exact" if claim.when.precision in _EXACT else "coarse"


def _summary(claim: Claim) -> str:
    """Who and what; before it what a day of a calendar cannot tell: `(month: 2021-01)`, `(guessed: 2023~)`."""
    kind = _kind(claim)
    name = claim.when.precision.value if kind == "coarse" else kind
    mark = "" if kind == "exact" else f"({name}: {when_of(claim)}) "
    return f"{mark}{line(claim.name)}: {deed(claim)}"


def _key(claim: Claim) -> bytes:
    """The same for the same words of an article, whatever day they are placed on, so that an import replaces."""
    parts = (claim.doc, claim.actor, claim.words, claim.paragraph, claim.time_at, claim.did, claim.said_by)
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """A TEXT value."""
    text = "\n".join(line(each) for each in text.split("\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(text: str) -> str:
    """A content line: cut between characters so that no line is longer than 75 octets, each further one begun by a
    blank, CRLF at every end."""
    data = text.encode("utf-8", "replace")
    pieces, room = [], _WIDEST
    while len(data) > room:
        at = room
        while data[at] & 0xC0 == 0x80:  # not inside a character
            at -= 1
        pieces.append(data[:at])
        data, room = data[at:], _WIDEST - 1
    return b"\r\n ".join([*pieces, data]).decode() + "\r\n"
