"""Opens a library and stops at its first paint, telling what that took: run as a program in a pty by `test_start`.

    python -m tests.terminal.first_paint REPORT FOLDER PLACES
    python -m tests.terminal.first_paint REPORT --bare

REPORT gets JSON: CPU seconds, modules loaded, files opened, SQL statements and rows they gave. `--bare` is a Textual
app with three Statics, for comparison.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

OPENED: list[str] = []
STATEMENTS: list[str] = []
ROWS = [0]


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: files opened by anybody."""
    if event == "open" and isinstance(arguments[0], str):
        OPENED.append(arguments[0])


class CountingCursor(sqlite3.Cursor):
    """Counts the rows that are fetched."""

    def fetchone(self) -> Any:
        row = super().fetchone()
        ROWS[0] += row is not None
        return row

    def fetchall(self) -> list[Any]:
        rows = super().fetchall()
        ROWS[0] += len(rows)
        return rows

    def __next__(self) -> Any:
        row = super().__next__()
        ROWS[0] += 1
        return row


class CountingConnection(sqlite3.Connection):
    """Traces statements and hands out counting cursors."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.set_trace_callback(STATEMENTS.append)

    def cursor(self, *arguments: Any) -> CountingCursor:  # type: ignore[override]
        return super().cursor(CountingCursor)

    def execute(self, *arguments: Any) -> CountingCursor:
        return self.cursor().execute(*arguments)


def report(where: str) -> None:
    """Written at the first paint; nothing after it counts."""
    found = {
        "cpu": time.process_time(),
        "modules": sorted(sys.modules),
        "opened": OPENED,
        "statements": STATEMENTS,
        "rows": ROWS[0],
    }
    Path(where).write_text(json.dumps(found))
    os._exit(0)


def open_bare(where: str) -> None:
    """The floor: three Statics, nothing behind them."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            for text in ("one", "two", "three"):
                yield Static(text)

        def on_mount(self) -> None:
            self.call_after_refresh(report, where)

    Bare().run(mouse=False)


def open_briefing(where: str, folder: str, places: str) -> None:
    """The program, up to the first cells it sends."""
    if os.environ.get("COUNT_SQL"):
        plain = sqlite3.connect

        def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
            made: sqlite3.Connection = plain(*arguments, **{**options, "factory": CountingConnection})
            return made

        sqlite3.connect = connect  # type: ignore[assignment]
        sys.addaudithook(watch)
    from briefing.app.screen_buffer import ScreenBuffer
    from briefing.cli import main

    inner = ScreenBuffer.changes

    def changes(self: ScreenBuffer, *arguments: Any) -> str:
        sent = inner(self, *arguments)
        if sent:
            report(where)
        return sent

    ScreenBuffer.changes = changes  # type: ignore[assignment, method-assign]
    main.main(["open", "--read-only", "--data-dir", places, folder])


if __name__ == "__main__":
    if sys.argv[2] == "--bare":
        open_bare(sys.argv[1])
    else:
        open_briefing(*sys.argv[1:4])
