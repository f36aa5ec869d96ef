"""What holds of the reader's work: each question is one look-up; answers about many are made when first asked for."""

from __future__ import annotations

from _thread import RLock
from collections.abc import Mapping

from briefing.model.typed import TYPE_CHECKING
from briefing.notebook.act import Act
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.state import State, V

if TYPE_CHECKING:
    from briefing.notebook.actors import Corrections
    from briefing.notebook.conflicts import Conflict
    from briefing.notebook.dates import Dates
    from briefing.notebook.notes import Notes
    from briefing.notebook.searches import Answers, Searches
    from briefing.notebook.tags import Tags
    from briefing.notebook.ties import Ties

_CORRECTING = (Kind.DATE, Kind.WHEN, Kind.TIE, Kind.MERGE, Kind.SPLIT, Kind.RENAME, Kind.RETYPE, Kind.IGNORE)


class Holding:
    """The asking side of a notebook; any thread may ask."""

    def __init__(self) -> None:
        self._state = State()
        self._lock = RLock()

    def is_read(self, article: str) -> bool:
        """Whether an article is marked as read."""
        return self._holds(Kind.READ, article)

    def is_starred(self, article: str) -> bool:
        """Whether an article has a star."""
        return self._holds(Kind.STAR, article)

    def read_ids(self) -> set[str]:
        """All read articles."""
        with self._lock:
            return self._state.ids(Kind.READ)

    def starred_ids(self) -> set[str]:
        """All starred articles."""
        with self._lock:
            return self._state.ids(Kind.STAR)

    def labels_of(self, article: str) -> tuple[bool, tuple[str, ...]]:
        """Whether there is a note on an article, and its tags; cheap where there are none at all."""
        noted = bool(self._state.current(Kind.NOTE)) and article in self.notes.by_article
        return noted, self.tags.on(article) if self._state.current(Kind.TAG) else ()

    @property
    def notes_actors(self) -> bool:
        """Whether there is a note on any actor."""
        return bool(self._state.current(Kind.NOTE)) and bool(self.notes.by_actor)

    @property
    def tags(self) -> Tags:
        """Which tags each article has."""
        from briefing.notebook.tags import Tags

        return self._view(Tags)

    @property
    def notes(self) -> Notes:
        """The notes on articles, passages and actors."""
        from briefing.notebook.notes import Notes

        return self._view(Notes)

    @property
    def corrects(self) -> bool:
        """Whether any date, tie or actor was corrected."""
        with self._lock:
            return any(self._state.current(kind) for kind in _CORRECTING)

    @property
    def dates(self) -> Dates:
        """The dates set or cleared by hand."""
        from briefing.notebook.dates import Dates

        return self._view(Dates)

    @property
    def ties(self) -> Ties:
        """The ties that were dropped."""
        from briefing.notebook.ties import Ties

        return self._view(Ties)

    @property
    def actors(self) -> Corrections:
        """What was corrected of actors."""
        from briefing.notebook.actors import Corrections

        return self._view(Corrections)

    @property
    def searches(self) -> Searches:
        """The saved searches, and when each was looked at last."""
        from briefing.notebook.searches import Searches

        return self._view(Searches)

    @property
    def answers(self) -> Answers:
        """What was answered to the questions of the review."""
        from briefing.notebook.searches import Answers

        return self._view(Answers)

    def conflicts(self) -> list[Conflict]:
        """Where two machines decided differently, neither knowing of the other; the last decided first."""
        from briefing.notebook.conflicts import conflicts

        with self._lock:
            return conflicts(self._state)

    def members(self, act: Act) -> int:
        """How many were decided in one go with an act, itself among them."""
        with self._lock:
            return self._state.members(act)

    def bodies(self) -> Mapping[str, str]:
        """Under which id each text was known last."""
        with self._lock:
            return self._state.bodies()

    def follow(self, renamed: Mapping[str, str]) -> None:
        """Articles found again by their text: their id now and the one they were known by."""
        with self._lock:
            self._state.follow(renamed)

    def _holds(self, kind: Kind, article: str) -> bool:
        act = self._state.held(kind, article)
        return act is not None and DEEDS[act.do].says

    def _view(self, make: type[V]) -> V:
        with self._lock:
            return self._state.view(make)
