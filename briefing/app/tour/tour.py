"""The tour as it goes: which step it is at, when that is done, the keys that lead on or out, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from briefing.app.draw.cells import fit
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.app.keys import Keys, shown_key
from briefing.app.layout import SMALLEST
from briefing.app.tour.steps import STEPS, Step

if TYPE_CHECKING:
    from briefing.app.desk import Desk

_WAITS = "Reading the sample…"
_ON = ("space", "n")
_ROOMY = 70


class Tour:
    """Watches what the reader does on a desk; it presses no key itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.at = -1
        """The step; before the first one the sample is still being read."""
        self.done = False
        self._opened: int | None = None
        """The article that was open when the step began."""

    @property
    def step(self) -> Step | None:
        """What is asked now."""
        return STEPS[self.at] if 0 <= self.at < len(STEPS) else None

    def begin(self) -> None:
        """The first step, as soon as there is something to see."""
        if self.at < 0 and self._desk.building.status.articles:
            self._go_on()

    def press(self, key: str) -> bool:
        """A key that leads on or out; False for one that is the reader's."""
        desk = self._desk
        if desk.keys.pending:
            return False
        if key == "escape" or (key in desk.keys.of("back") and not desk.paging.page):
            self.leave()
        elif key in _ON and self.step is not None and not self._takes(key):
            self._go_on()
        else:
            return False
        return True

    def _takes(self, key: str) -> bool:
        step = self.step
        return step is not None and bool(step.takes) and key in self._desk.keys.of(step.takes)

    def leave(self) -> None:
        """Out of the sample; who came from a library goes back to it."""
        from briefing.app.launch import Left

        self._desk.app.exit(Left.TOUR)

    def look(self, command: str = "") -> None:
        """After a key: whether it was what the step asks for."""
        step = self.step
        if step is None or self.done:
            return
        view = self._desk.reader.view
        walked = step.takes == "next-hit" and view is not None and self._opened not in (None, view.number)
        self.done = walked or (step.takes == command == "copy") or step.done(self._desk)
        if self.done:
            self._desk.repaint_foot()

    def _go_on(self) -> None:
        desk = self._desk
        self.at, self.done = self.at + 1, False
        while self.step is not None and not self.step.needs(desk):
            self.at += 1
        step = self.step
        if step is None:
            self.leave()
            return
        step.scene(desk)
        self._opened = desk.reader.view.number if desk.reader.view else None
        desk.place_panes()

    # -- drawing

    def height(self, width: int, height: int) -> int:
        """Rows that it takes from the panes: as many as its longest step needs, so that they stand still."""
        most = max(len(self._wrapped(text, width)) for step in STEPS for text in (step.asks, step.told))
        return max(min(most + 1, height - SMALLEST[1]), 0)

    def rows(self, width: int, height: int, ink: Ink) -> list[Strip]:
        """A line that says what it is, and what to do."""
        look, step = ink.look, self.step
        text = _WAITS if step is None else step.told if self.done else step.asks
        where = f"TOUR {max(self.at + 1, 1)} of {len(STEPS)}"
        how = "done: Space goes on" if self.done else "Space skips"
        kept = ", nothing here is kept" if width >= _ROOMY else ""
        head = ink.cut(f"{ink.glyphs.rule * 2} {where}{kept}   {how}, Esc leaves ", width - 1)
        line = head + ink.glyphs.rule * (width - len(head))
        strips = [fit([(line, look.active if self.done else look.title)], width, look.title)]
        style = look.text
        lines = self._wrapped(text, width)[: height - 1]
        strips += [fit([(f"  {ink.glyphs.plain(each)}", style)], width, style) for each in lines]
        return strips + [fit([], width, style)] * (height - len(strips))

    def _wrapped(self, text: str, width: int) -> list[str]:
        told = text.format_map(_Names(self._desk.keys))
        return [told[a:b] for a, b in break_lines(told, 0, len(told), max(width - 4, 10))]


class _Names(dict[str, str]):
    """Keys by the commands they are bound to."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def __missing__(self, command: str) -> str:
        bound = self._keys.of(command)
        return shown_key(bound[0]) if bound else f":{command}"
