"""Whether a library needs a walk over its files before it answers.

A walk looks at every file: half a second of work for twenty thousand. A folder's own time changes when a file comes,
goes, is renamed or is replaced, so that a look at the folders alone tells as much, but for a file that was written over
in place. Those are seen when the last walk is older than LONGEST, by `briefing index`, and by `briefing open`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping

from briefing import __version__
from briefing.library import tables
from briefing.library.corpus import Corpus
from briefing.model.json_text import read_json, write_json
from briefing.model.scoped import suppress
from briefing.model.typed import TYPE_CHECKING, Any
from briefing.settings.schema import Settings

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 600.0
"""Seconds for which a walk is believed."""
_UNSURE = 2 * 10**9
"""Nanoseconds: a folder that changed so shortly before it was walked may change again without showing it."""
_NOTE = "walked.json"


def note_walk(store: Path, walked: Mapping[str, int], began: float, settings: Settings, rules: int) -> None:
    """Keeps the times of the folders as the walk that `began` found them; without the note the next one walks again."""
    sure = int(began * 1e9) - _UNSURE
    folders = {disk: time_ns if time_ns < sure else -1 for disk, time_ns in walked.items()}
    told = {"at": began, "folders": folders, "rules": rules} | _made_by(settings)
    with suppress(OSError, UnicodeEncodeError):
        (store.parent / _NOTE).write_text(write_json(told), "utf-8")


def forget_walk(store: Path) -> None:
    """What is stored is about to change: until a walk ends well, none is believed."""
    with suppress(OSError):
        (store.parent / _NOTE).unlink(missing_ok=True)


def is_fresh(folder: str, corpus: Corpus, settings: Settings, rules: int) -> bool:
    """Whether the last walk of these folders ended well, is young, and no folder has changed since.

    `folder` is that of the store; findings have to be stored under the number `rules`, with 0 none are asked for.
    """
    try:
        with open(os.path.join(folder, _NOTE), encoding="utf-8") as file:
            told: dict[str, Any] = read_json(file.read())
        folders: dict[str, int] = told["folders"]
        young = 0 <= time.time() - told["at"] < LONGEST
        same = all(told[key] == value for key, value in _made_by(settings).items())
        known = all(root in folders for root in corpus.paths)
        if not (young and same and known and (not rules or told["rules"] == rules)):
            return False
        return all(os.stat(disk).st_mtime_ns == then for disk, then in folders.items())
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False


def _made_by(settings: Settings) -> dict[str, object]:
    return {
        "version": __version__,
        "schema": tables.SCHEMA,
        "engine": settings.engine,
        "extractor": settings.extractor,
        "max_file_bytes": settings.max_file_bytes,
    }
