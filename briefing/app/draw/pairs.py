"""Who is named with whom, as entries: how often, a bar, who."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.app.draw.cells import Piece
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.model.pairs import Pair, Pairs

_BAR = 12


def pair_entries(pairs: Pairs, alone: bool, room: int, ink: Ink) -> Iterator[Entry]:
    """One entry a pair; of one actor's (`alone`) only the other is named."""
    most = max((pair.together for pair in pairs.pairs), default=1)
    digits = len(f"{most:,}")
    for pair in pairs.pairs:
        bar = ink.glyphs.bar * max(round(_BAR * pair.together / most), 1)
        head: list[Piece] = [(f"  {pair.together:>{digits},} ", ink.look.text), (f"{bar:<{_BAR}}  ", ink.look.muted)]
        words = ink.cut(_words(pair, alone), room - digits - _BAR - 6)
        yield Entry(((*head, (words, ink.look.mention)),), target=pair)


def _words(pair: Pair, alone: bool) -> str:
    other = f"{pair.other.name}, {pair.other.type.value.replace('_', ' ')}"
    return other if alone else f"{pair.one.name} and {pair.other.name}"
