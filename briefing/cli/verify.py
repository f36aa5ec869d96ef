"""Reads a library's store and index through, byte by byte."""

from __future__ import annotations

from pathlib import Path

from briefing.library import layout
from briefing.model.errors import BriefingError


def find_faults(cache: Path) -> list[str]:
    """What is not as it was written; a library that is not built yet has no fault."""
    folder = layout.current(cache)
    if folder is None:
        return []
    try:
        return _faults_of(folder)
    except BriefingError as error:
        return [error.title]


def _faults_of(folder: Path) -> list[str]:
    from briefing.library.parts import open_engine
    from briefing.library.store import Store, looks_whole

    store = Store(folder / layout.STORE)
    try:
        with store.pool.snapshot() as db:
            faults = [] if looks_whole(db) else ["the store is damaged"]
        meta = store.meta()
        index = folder / str(meta["index_folder"])
        if not faults and index.is_dir():
            engine = open_engine(layout.engine_of(folder, meta.get("index_engine", "")), index, store.indexed_text)
            verify = getattr(engine, "verify", None)  # an engine that keeps checksums compares them
            if verify is not None:
                verify()
    finally:
        store.close()
    return faults
