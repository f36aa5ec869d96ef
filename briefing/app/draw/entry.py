"""An entry of the who pane: lines that belong together, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.app.draw.cells import Piece
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.model.actor import Actor, ActorDate, Figure
from briefing.model.hit import ActorRow
from briefing.model.spoken import spoken
from briefing.model.when import Anchor, Precision, TimeExpression, When

if TYPE_CHECKING:
    from briefing.search.edit import Said

_EXACT = frozenset({Precision.DAY, Precision.TIME})


class Entry(NamedTuple):
    """Lines that belong together. With an actor, a row or times it can be chosen."""

    lines: tuple[tuple[Piece, ...], ...]
    actor: Actor | None = None
    row: ActorRow | None = None
    times: tuple[TimeExpression, ...] = ()
    tie: ActorDate | None = None
    """What `actor` did at `times[0]`."""
    figure: Figure | None = None
    part: Said | None = None
    """What a row of counts stands for in a query."""
    target: object = None
    """What a page's entry stands for: a claim, a span of days, an actor."""
    heading: bool = False
    """A label over the entries below it, across the pane."""

    @property
    def can_be_chosen(self) -> bool:
        return bool(self.actor or self.row or self.times or self.figure or self.part or self.target)

    @property
    def name(self) -> str:
        """The actor's name, for `f`, `x` and the filter."""
        return self.actor.name if self.actor else self.row.name if self.row else ""


def label(text: str, ink: Ink) -> Entry:
    return Entry(((("" if not text else f" {text}", ink.look.title),),), heading=bool(text))


def note(text: str, room: int, ink: Ink) -> Entry:
    """A sentence for the reader, wrapped."""
    spans = break_lines(text, 0, len(text), max(room - 2, 8))
    return Entry(tuple(((f" {ink.glyphs.plain(text[a:b])}", ink.look.muted),) for a, b in spans))


def when_mark(when: When, guess: str, words: str, ink: Ink) -> tuple[str, str]:
    """Mark and value of a time: `●` and `2021-01-22`, `○` and `2023~`, `?` and its words."""
    glyphs = ink.glyphs
    if when.earliest is not None and when.value:
        return (glyphs.exact if when.precision in _EXACT else glyphs.coarse), spoken(when)
    if guess:
        return glyphs.guessed, f"{guess}~"
    return glyphs.open, words


def time_mark(time: TimeExpression, ink: Ink) -> tuple[str, str, str]:
    """Mark, value and certainty of a time, in words: `●`, `2021-01-22`, `day`."""
    glyphs, when = ink.glyphs, time.when
    if when.earliest is not None and when.value:
        return *when_mark(when, "", time.surface, ink), when.precision.value
    if time.guess:
        return glyphs.guessed, f"{time.guess}~", "guessed"
    if when.value and when.value.startswith("XXXX"):
        return glyphs.open, " ".join(time.surface.split()), "no year"
    if when.value and not when.value.startswith("P"):
        return glyphs.open, when.value, when.precision.value
    return glyphs.open, time.surface, "no anchor" if time.anchor is Anchor.NONE else "unplaced"
