"""A library opened in the app, from the first paint to the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.app.app import BriefingApp

if TYPE_CHECKING:
    from briefing.library.library import Library
    from briefing.settings.places import Places
    from briefing.settings.schema import OpenOptions, Settings


def open_library(library: Library, settings: Settings, places: Places, options: OpenOptions) -> int:
    """Opens the three panes on a library; returns the exit code."""
    from briefing.settings.log import log_faults

    log_faults(places)
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
