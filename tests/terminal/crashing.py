"""Runs the program with a fault built in: `python -m tests.terminal.crashing WHERE ARGUMENT…`.

`paint` fails while a row of the list is drawn, `key` while a key is obeyed, `worker` in the thread that searches.
"""

from __future__ import annotations

import sys
from typing import Any, NoReturn

SECRET = "words of an article"


def _fail(*_: Any, **__: Any) -> NoReturn:
    raise ValueError(SECRET)


def main() -> None:
    """The fault is set just before the app starts."""
    where, *arguments = sys.argv[1:]
    sys.argv[1:] = arguments
    if where == "paint":
        from briefing.app.panes.articles import ArticlesPane

        ArticlesPane.line = _fail  # type: ignore[method-assign]
    elif where == "key":
        from briefing.app.reading import Reading

        Reading.move = _fail  # type: ignore[method-assign]
    elif where == "worker":
        from briefing.library.library import Library

        Library.search = _fail  # type: ignore[method-assign]
    from briefing.cli.main import run

    run()


if __name__ == "__main__":
    main()
