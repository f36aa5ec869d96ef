"""One commit of the index, opened for reading."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from briefing.model.numbers import Numbers
from briefing.model.query import Leaf
from briefing.model.typed import NamedTuple
from briefing.search.commit_file import Stamp, damaged, read_whole
from briefing.search.whoosh.documents import Documents
from briefing.search.whoosh.files import open_segment
from briefing.search.whoosh.manifest import Manifest, SegmentMark, load, mark, toc_name
from briefing.search.whoosh.phrases import PhraseFinder
from briefing.search.whoosh.pick import RankPlanes, places_in, rank_planes
from briefing.search.whoosh.terms import Terms

By = str | Sequence[int]
"""An order: the name of the key that each document has, or all places."""


class Part:
    """A segment without its deletions; it never changes and is shared by snapshots."""

    def __init__(self, name: str, documents: Documents, terms: Terms) -> None:
        self.name, self.documents, self.terms = name, documents, terms
        self.found: dict[tuple[Leaf, str], int] = {}
        """Leaves already answered, by field."""
        self._phrases: dict[str, PhraseFinder] = {}
        self._places: tuple[By, RankPlanes] | None = None

    def __len__(self) -> int:
        return len(self.documents)

    def phrases(self, field: str) -> PhraseFinder:
        """What finds phrases in a field."""
        if field not in self._phrases:
            self._phrases[field] = PhraseFinder(self.documents, self.terms, field)
        return self._phrases[field]

    def rank_planes(self, by: By) -> RankPlanes:
        """The documents' places in an order, kept for the order asked for last."""
        if self._places is None or self._places[0] is not by:
            numbers = self.documents.numbers
            places = self.documents.keys(by) if isinstance(by, str) else places_in(by, numbers)
            self._places = by, rank_planes(numbers, places)
        return self._places[1]


class Live(NamedTuple):
    """A part with the documents that are not deleted."""

    part: Part
    alive: int


class Snapshot:
    """What was committed at one moment."""

    def __init__(self, stamp: Stamp | None, manifest: Manifest | None, live: tuple[Live, ...] = ()) -> None:
        self.stamp, self.manifest, self.live = stamp, manifest, live
        self._numbers: Numbers | None = None

    @property
    def numbers(self) -> Numbers:
        """All article numbers in the index."""
        if self._numbers is None:
            held = (live.part.documents.numbers_of(live.alive) for live in self.live)
            self._numbers = reduce(Numbers.__or__, held, Numbers())
        return self._numbers


def open_snapshot(folder: Path, before: Snapshot | None) -> Snapshot:
    """The last commit; what `before` has open and still counts is kept."""

    def read(stamp: Stamp | None) -> Snapshot:
        if before is not None and before.stamp == stamp:
            return before
        manifest = load(folder)
        return Snapshot(stamp, manifest, _open(folder, manifest, before) if manifest else ())

    return read_whole(folder, read)


def _open(folder: Path, manifest: Manifest, before: Snapshot | None) -> tuple[Live, ...]:
    table = toc_name(manifest.toc)
    if mark(folder / table) != manifest.files.get(table):
        raise damaged("its table of contents is not what was written")
    for name, of in manifest.files.items():
        if (folder / name).stat().st_size != of.size:
            raise damaged(f"{name} is cut short")
    known = {live.part.name: live.part for live in before.live} if before else {}
    live = (_live(folder, segment, known) for segment in manifest.segments)
    return tuple(sorted(live, key=lambda each: -len(each.part)))


def _live(folder: Path, segment: SegmentMark, known: dict[str, Part]) -> Live:
    name, count = segment.name, segment.documents
    part = known.get(name) or Part(name, *open_segment(str(folder), name, count))
    return Live(part, ((1 << count) - 1) & ~int(segment.deleted, 16))
