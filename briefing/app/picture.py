"""The picture of the desk: every row of the screen, from the panes and the rows around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.strip import Strip

from briefing.app.draw import frame
from briefing.app.draw.cells import fit, width
from briefing.app.draw.entry import note
from briefing.app.draw.who import strip_lines
from briefing.app.keys import shown_key
from briefing.app.layout import Box, PaneName, Shape

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.panes.chooser import Chooser

NUMBERS = {PaneName.LIST: 1, PaneName.READER: 2, PaneName.WHO: 3, PaneName.FACETS: 4}
NAMES = {PaneName.LIST: "LIST", PaneName.READER: "READ", PaneName.WHO: "WHO", PaneName.FACETS: "FACETS"}
_LAST_KEYS = ("?", ":")


class Picture:
    """Draws a desk; holds nothing but the desk, and what the foot last showed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._keys_here: Mapping[str, str] = {}

    @property
    def foot_is_old(self) -> bool:
        """Whether the row under the cursor has other keys than the foot of the screen shows."""
        return self._desk.folding.keys_here() != self._keys_here

    def rows(self) -> list[Strip]:
        """All rows of the screen."""
        plan, ink = self._desk.plan, self._desk.ink
        width, height = plan.width, plan.height
        if plan.shape is Shape.TOO_SMALL:
            words = f"{width}x{height}: 40x10 needed"
            return [fit([(words, ink.look.text)], width, ink.look.text)] + [fit([], width, ink.look.text)] * (
                height - 1
            )
        top = min((box.y for box in plan.boxes.values()), default=1)
        rows = [frame.bar(self._facts(), width, ink)]
        if plan.ruled:
            rows.append(frame.rule(plan.walls, width, ink))
        rows += self._body(top)
        if plan.strip:
            rows += self._strip(plan.strip)
        if plan.ruled:
            rows.append(frame.floor(plan.walls, width, ink))
        if plan.span:
            style = ink.look.text
            rows += [fit(pieces, width, style) for pieces in self._desk.overview.rows(width, ink)]
            rows.append(frame.rule((), width, ink))
        if self._desk.tour:
            rows += self._desk.tour.rows(width, plan.below, ink)
        foot = self._foot()
        # A long message grows upward, over the panes, rather than lose its end.
        rows = rows[: height - len(foot)] + foot
        if self._desk.chooser:
            self._lay_box(rows, self._desk.chooser)
        return rows

    def cursor(self) -> Offset:
        """Where the terminal's own cursor stands."""
        desk, plan = self._desk, self._desk.plan
        if desk.chooser:
            box = desk.chooser.box(plan.width, plan.room)
            _, at = desk.chooser.prompt.window(box.width - 8)
            return Offset(box.x + 5 + at, box.y + 1)
        if desk.prompt:
            _, at = desk.prompt.window(plan.width - len(desk.dictation.label) - 2)
            return Offset(len(desk.dictation.label) + at, plan.height - 1)
        box = plan.boxes.get(desk.active) or Box(0, 0, 1, 1)
        row = 0
        if desk.active is PaneName.LIST:
            row = (desk.articles.window.cursor - desk.articles.window.top) * desk.articles.card_height
        elif desk.entries:
            row = max(desk.entries.row_of_cursor(), 0)
        return Offset(box.x, min(box.y + 1 + row, box.y + box.height - 1))

    def _facts(self) -> frame.BarFacts:
        status = self._desk.building.status
        return frame.BarFacts(
            self._desk.app.library.name, status.articles, status.undated, status.problems, self._desk.building.state,
            self._desk.searching.text, self._desk.searching.answer,
        )  # fmt: skip

    def _body(self, top: int) -> list[Strip]:
        plan, ink = self._desk.plan, self._desk.ink
        drawn = {pane: (box, self._pane(pane, box)) for pane, box in plan.boxes.items()}
        bottom = max(box.y + box.height for box in plan.boxes.values())
        wall = fit([(ink.glyphs.wall, ink.look.rule)], 1, ink.look.rule)
        rows: list[Strip] = []
        for y in range(top, bottom):
            parts: list[tuple[int, Strip]] = [(x, wall) for x in plan.walls]
            for box, strips in drawn.values():
                if box.y <= y < box.y + box.height:
                    parts.append((box.x, strips[y - box.y]))
            parts.sort(key=lambda part: part[0])
            rows.append(Strip.join([strip for _, strip in parts]))
        return rows

    def _pane(self, pane: PaneName, box: Box) -> list[Strip]:
        active, ink = pane is self._desk.active, self._desk.ink
        if pane is PaneName.PAGE and (page := self._desk.paging.shown):
            number = NUMBERS[PaneName.WHO] if self._desk.plan.beside else 0
            tail = page.tail or "q back"
            if width(f"  {number} {page.name}   {page.title} {tail} ") > box.width:
                tail = ""  # of whom or what it is comes first
            head = frame.pane_title(number, page.name, page.title, tail, active, box.width, ink)
            return [head, *page.lines(box.height - 1, box.width, ink, active)]
        title, tail = self._titles(pane, box)
        head = frame.pane_title(NUMBERS[pane], NAMES[pane], title, tail, active, box.width, ink)
        height = box.height - 1
        if pane is PaneName.LIST:
            if not len(self._desk.articles):
                words = note(self._desk.searching.empty, box.width, ink).lines
                blank = [fit([], box.width, ink.look.text)] * height
                return [head, *([fit(line, box.width, ink.look.text) for line in words] + blank)[:height]]
            return [head, *(self._desk.articles.line(y, box.width, ink, active) for y in range(height))]
        if pane is PaneName.READER:
            return [head, *self._desk.reader.lines(height, box.width)]
        entries = self._desk.who if pane is PaneName.WHO else self._desk.facets
        return [head, *entries.lines(height, box.width, ink, active)]

    def _titles(self, pane: PaneName, box: Box) -> tuple[str, str]:
        alone = f"[{NUMBERS[pane]}/{len(NUMBERS)}]" if self._desk.plan.shape is Shape.ONE else ""
        if pane is PaneName.LIST:
            picked = len(self._desk.articles.picked)
            count = self._desk.folding.place(box.width) if len(self._desk.articles) else ""
            count = f"{picked:,} selected" if picked else count
            return self._desk.searching.order.value, f"{count} {alone}".strip()
        if pane is PaneName.READER:
            return self._desk.reader.title(box.width - 12), alone
        if pane is PaneName.FACETS:
            key = shown_key((self._desk.keys.of("filter") or (":filter",))[0])
            return self._desk.facets.title, alone or (f"{key} all" if pane is self._desk.active else "")
        other = "" if self._desk.who.everywhere else "A all articles" if box.width >= 44 else "A all"
        return self._desk.who.title, alone or other

    def _strip(self, box: Box) -> list[Strip]:
        view, ink = self._desk.reader.view, self._desk.ink
        if view is None:
            return [fit([], box.width, ink.look.status)] * box.height
        key = shown_key((self._desk.keys.of("pane-who") or ("3",))[0])
        lines = strip_lines(view.article, view.findings, key, box.width, ink)
        return [fit(line, box.width, ink.look.status) for line in lines][: box.height]

    def _foot(self) -> list[Strip]:
        width, ink = self._desk.plan.width, self._desk.ink
        self._keys_here = self._desk.folding.keys_here()
        keys = self._desk.keys.footer(self._desk.view, self._keys_here)
        last = [each for each in keys if each[0] in _LAST_KEYS]
        line = frame.footer([each for each in keys if each not in last], last[::-1], width, ink)
        if self._desk.prompt:
            label, hint = self._desk.dictation.label, self._desk.dictation.hint
            text, at = self._desk.prompt.window(width - len(label) - 2)
            line = frame.prompt_line(label, text, at, hint, width, ink)
        if self._desk.chooser:
            line = frame.footer(self._desk.chooser.footer(), [], width, ink)
        said = frame.message(self._desk.message, self._desk.message_is_error, width, ink)
        if self._desk.plan.footer == 1:
            return said if self._desk.message and not self._desk.prompt else [line]
        return [*said, line]

    def _lay_box(self, rows: list[Strip], chooser: Chooser) -> None:
        box = chooser.box(self._desk.plan.width, self._desk.plan.room)
        for y, strip in enumerate(chooser.lines(box, self._desk.ink), box.y):
            under = rows[y]
            rows[y] = Strip.join([under.crop(0, box.x), strip, under.crop(box.x + box.width, self._desk.plan.width)])
