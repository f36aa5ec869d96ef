"""An article as read from a file, or the reason why it could not be read."""

from __future__ import annotations

from datetime import date, time

from briefing.model.digest import blake2b
from briefing.model.enumeration import StrEnum
from briefing.model.frozen import frozen
from briefing.model.text import Span, Text
from briefing.model.typed import NamedTuple, NewType

ArticleId = NewType("ArticleId", str)
"""Sixteen hex digits: a hash of the path below the library's root and the record's key."""


def article_id(path: str, key: str) -> ArticleId:
    return ArticleId(blake2b(f"{path}\0{key}".encode(), digest_size=8).hexdigest())


def fingerprint(body: str) -> str:
    """Thirty-two hex digits of the clean body, by which the notebook finds an article after a rename."""
    return blake2b(body.encode(), digest_size=16).hexdigest()


class DateSource(StrEnum):
    """Which part of the file gave the publication date."""

    HEADER = "header"
    DATELINE = "dateline"
    METADATA = "metadata"
    FILENAME = "filename"
    GIVEN = "given"
    NONE = "none"


class Confidence(StrEnum):
    """How far a publication day is to be trusted."""

    HIGH = "high"
    """The file says it outright, or two parts of it agree."""
    MEDIUM = "medium"
    """One part of the file implies it, or another part says a different day."""
    LOW = "low"
    """What says it contradicts itself, or only hints at it and is contradicted."""


class DayClaim(NamedTuple):
    """What another part of the file says against the publication day."""

    source: str
    """A `DateSource`, or `weekday` for a weekday beside the date, `text` for one in the story."""
    words: str
    day: date | None = None


@frozen
class Published:
    """A publication day, with the time of day and zone where the file gives them. Never the file's mtime."""

    day: date
    source: DateSource
    words: str = ""
    """The words that gave it, for the reader to check."""
    clock: time | None = None
    offset_minutes: int | None = None
    """Minutes east of UTC; None where the file names no zone."""
    confidence: Confidence = Confidence.HIGH
    conflicts: tuple[DayClaim, ...] = ()
    """What speaks against the day; also said in the article's notes, which is where a reader sees it."""

    @property
    def sort_key(self) -> int:
        """Minutes since 0001-01-01; a day without a clock sorts at its start."""
        clock = self.clock or time()
        return self.day.toordinal() * 1440 + clock.hour * 60 + clock.minute - (self.offset_minutes or 0)


DATE_DOUBT = "the publication date is in doubt: "
"""How a note begins that says what speaks against the publication day."""


class YearGuess(NamedTuple):
    """A year that words in an undated article suggest; shown as `2023~`, never used to place anything unmarked."""

    year: int
    words: str


@frozen
class Article:
    """One article. `path` is relative to the library's root, `key` names the record in a file of many ("" if one)."""

    id: ArticleId
    path: str
    key: str
    title: str
    title_derived: bool
    text: Text
    published: Published | None = None
    year_guess: YearGuess | None = None
    source: str = ""
    byline: str = ""
    url: str = ""
    language: str = ""
    """ISO 639-1, or "" where it could not be told."""
    dateline: Span | None = None
    """`SALVADOR, Feb 26 -` at the head of the first paragraph: shown, but no actor comes from it."""
    notes: tuple[str, ...] = ()
    """What reading it could not make good, in words for the reader ("3 undecodable bytes")."""

    @property
    def name(self) -> str:
        """How the article is cited: `FILE` or `FILE#KEY`."""
        return f"{self.path}#{self.key}" if self.key else self.path

    @property
    def date_doubts(self) -> tuple[str, ...]:
        """What speaks against the publication day, in words for the reader; empty where nothing does."""
        return tuple(note.removeprefix(DATE_DOUBT) for note in self.notes if note.startswith(DATE_DOUBT))

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.text.value)


@frozen
class Problem:
    """A file or folder that could not be read: data, not an exception."""

    path: str
    why: str

    def __lt__(self, other: Problem) -> bool:
        return (self.path, self.why) < (other.path, other.why)
