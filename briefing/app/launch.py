"""A library opened in the app, from the first paint to the exit code; and the tour, before it or in its midst."""

from __future__ import annotations

import sys
import tempfile
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.app.app import BriefingApp
from briefing.model.frozen import replace

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.settings.places import Places
    from briefing.settings.schema import OpenOptions, Settings


class Left(IntEnum):
    """Why the app ended, where it was not to quit; no exit code is below zero."""

    FOR_TOUR = -1
    TOUR = -2


def open_library(library: Library, settings: Settings, places: Places, options: OpenOptions) -> int:
    """Opens the three panes on a library, after the tour if that is asked for; returns the exit code."""
    from briefing.library.library import Library
    from briefing.settings.log import log_faults

    log_faults(places)
    code: int = Left.FOR_TOUR
    if not options.tour:
        code = _run(library, settings, places, options)
    while code == Left.FOR_TOUR:
        code = show_tour(settings, places, options)
        if code == Left.TOUR:
            library.close()
            library = Library(library.roots, places, settings)
            # What was asked of the first opening is where the reader has been by now.
            options = options if options.tour else replace(options, query=None, actor=None, at=None, view=None)
            options = replace(options, tour=False, newcomer=False)
            code = _run(library, settings, places, options)
    library.close()
    return max(code, 0)


def show_tour(settings: Settings, places: Places, options: OpenOptions) -> int:
    """The tour over the packed sample, with an index and a notebook of its own that are gone after it."""
    from briefing.library.library import Library
    from briefing.settings.assets import folder
    from briefing.settings.places import find_places

    with tempfile.TemporaryDirectory(prefix="briefing-tour-", ignore_cleanup_errors=True) as base:
        own = replace(find_places(Path(base)), config_path=places.config_path)
        shared = ("--data-dir", base, *_config(places, options))
        asked = replace(
            options, query=None, actor=None, at=None, view=None, layout=None, read_only=False, shared=shared, tour=True,
            newcomer=False,
        )  # fmt: skip
        return _run(Library([folder("corpus")], own, settings), settings, own, asked)


def _config(places: Places, options: OpenOptions) -> tuple[str, ...]:
    """The flag by which the builder finds the settings in force, as they are not where its data are."""
    if "--config" in options.shared:
        at = options.shared.index("--config")
        return options.shared[at : at + 2]
    return ("--config", str(places.settings_file)) if places.settings_file.is_file() else ()


def _run(library: Library, settings: Settings, places: Places, options: OpenOptions) -> int:
    """One run of the app; a crash is one line, and its story in the log."""
    try:
        app = BriefingApp(library, settings, places, options)
    except BaseException:
        library.close()
        raise
    mouse = options.mouse if options.mouse is not None else settings.mouse
    try:
        code = app.run(mouse=mouse)
    finally:
        app.close_down()
    for notice in app.notices[1:]:
        print(notice, file=sys.stderr)
    if app.crash:
        from briefing.settings.log import log_crash

        where = log_crash(places, app.crash)
        more = f"What happened is in {where}." if where else "The log could not be written."
        print(f"briefing failed and has closed; nothing of yours is lost. {more}", file=sys.stderr)
        return 5
    return code or 0
