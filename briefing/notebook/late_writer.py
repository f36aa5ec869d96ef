"""The writer of a notebook, made with its first line: who only reads needs no thread, nor the modules that make one."""

from __future__ import annotations

from pathlib import Path

from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.notebook.writer import NotSaved, Writer


class LateWriter:
    """Passes on to the writer what there is to write; without one nothing waits."""

    def __init__(self, path: Path, not_saved: NotSaved | None) -> None:
        self._path = path
        self._not_saved = not_saved
        self._made: Writer | None = None

    @property
    def not_saved(self) -> NotSaved | None:
        """Who is told when something could not be written."""
        return self._not_saved

    @not_saved.setter
    def not_saved(self, told: NotSaved | None) -> None:
        self._not_saved = told
        if self._made is not None:
            self._made.not_saved = told

    @property
    def waiting(self) -> int:
        """Lines that are not on the disk yet."""
        return self._made.waiting if self._made is not None else 0

    def add(self, lines: list[bytes]) -> None:
        """Takes lines and returns at once."""
        if self._made is None:
            from briefing.notebook.writer import Writer

            self._made = Writer(self._path)
            self._made.not_saved = self._not_saved
        self._made.add(lines)

    def flush(self) -> bool:
        """Waits until all lines are on the disk, or could not be written; True if nothing waits."""
        return self._made is None or self._made.flush()

    def close(self) -> None:
        """Writes what waits and ends the thread."""
        if self._made is not None:
            self._made.close()
