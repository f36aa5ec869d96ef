"""How far a build is, on stderr: a bar at a terminal, nothing elsewhere, and nothing for a build that is quick."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from briefing.cli.output import Output, safe_line, shorten
from briefing.model.progress import Progress, Stage

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

_WORDS = {
    Stage.SCAN: "looking for files",
    Stage.READ: "reading",
    Stage.INDEX: "making searchable",
    Stage.FOLD: "folding copies",
    Stage.EXTRACT: "finding names and dates",
    Stage.DONE: "done",
}
_PATIENCE = 0.4
_PAUSE = 0.1


class Bar:
    """A progress bar that appears only once the work has taken long enough to wonder about."""

    def __init__(self, output: Output, *, colour: bool) -> None:
        self._wanted = sys.stderr.isatty() and not output.quiet
        self._colour = colour
        self._began = self._drawn = time.monotonic()
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None

    def show(self, progress: Progress) -> None:
        """Redraws at most ten times a second, since a slow line has to carry each."""
        now = time.monotonic()
        if not self._wanted or now - self._began < _PATIENCE or (self._bar and now - self._drawn < _PAUSE):
            return
        self._drawn = now
        bar, task = self._started()
        bar.update(
            task,
            description=_WORDS[progress.stage],
            completed=progress.done,
            total=progress.total or None,
            current=shorten(safe_line(progress.current), 40),
        )
        bar.refresh()

    def close(self) -> None:
        """Takes the bar off the screen and gives the cursor back."""
        if self._bar:
            self._bar.stop()
            self._bar, self._wanted = None, False

    def _started(self) -> tuple[RichProgress, TaskID]:
        if self._bar is None or self._task is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Made

            self._bar = Made(
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=30),
                MofNCompleteColumn(),
                TextColumn("{task.fields[current]}", markup=False),
                console=Console(stderr=True, no_color=not self._colour, highlight=False),
                transient=True,
                auto_refresh=False,
            )
            self._bar.start()
            self._task = self._bar.add_task("", current="")
        return self._bar, self._task
