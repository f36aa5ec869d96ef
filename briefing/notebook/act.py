"""What can be decided, and one decision as it was written down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from briefing.model.enumeration import StrEnum
from briefing.model.typed import NamedTuple
from briefing.notebook.subject import ActorSubject, Subject

_START = datetime(1970, 1, 1, tzinfo=UTC)
_NONE, _MICROSECOND = timedelta(), timedelta(microseconds=1)
_MOST = datetime(9000, 1, 1, tzinfo=UTC) - _START


class Do(StrEnum):
    """What a line does, by the word that stands in the file."""

    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    TAG = "tag"
    UNTAG = "untag"
    NOTE = "note"
    UNNOTE = "unnote"
    DATE = "date"
    NO_DATE = "no-date"
    FOUND_DATE = "found-date"
    WHEN = "when"
    NO_WHEN = "no-when"
    FOUND_WHEN = "found-when"
    UNTIE = "untie"
    TIE = "tie"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SPLIT = "split"
    UNSPLIT = "unsplit"
    RENAME = "rename"
    UNRENAME = "unrename"
    RETYPE = "retype"
    UNRETYPE = "unretype"
    IGNORE = "ignore"
    UNIGNORE = "unignore"
    PIN = "pin"
    UNPIN = "unpin"
    SAVE = "save"
    UNSAVE = "unsave"
    VISIT = "visit"
    ANSWER = "answer"
    UNDO = "undo"


class Decision(NamedTuple):
    """A decision before it is written; made by `decisions`."""

    do: Do
    subject: Subject
    value: str = ""
    """The tag, the text of a note, a day, a name: see `deeds`."""
    into: ActorSubject | None = None
    slot: int = 0
    of: str = ""
    """With a note: the line that first wrote it."""
    auto: bool = False
    """Made by the program on the way, as reading is by opening: undo passes over it."""


class Act(NamedTuple):
    """A decision, or the undo of one, as a line of the journal."""

    id: str
    at: int
    """Microseconds since 1970 in UTC; every line is later than all that its writer knew."""
    do: Do
    subject: Subject | None = None
    value: str = ""
    into: ActorSubject | None = None
    slot: int = 0
    of: str = ""
    """With an undo: the line that it takes back."""
    auto: bool = False
    by: str = ""
    """The machine that wrote it."""
    over: str = ""
    """The line that held of the same thing when this one was written."""
    group: str = ""
    """The first line of those that were decided in one go, and are undone in one."""

    @property
    def when(self) -> datetime:
        """When it was decided, in UTC."""
        return _START + timedelta(microseconds=self.at)

    @property
    def told(self) -> str:
        """What was done in a reader's words: `merged Moscow into Russia`. To be cleaned by whoever draws it."""
        from briefing.notebook.telling import tell

        return tell(self)


def microseconds(when: datetime) -> int:
    """A moment as `Act.at` holds it; one that cannot be meant is the first of all."""
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    gap = when - _START
    return gap // _MICROSECOND if _NONE <= gap < _MOST else 0
