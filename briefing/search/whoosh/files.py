"""The files of a segment, mapped into memory as they are."""

from __future__ import annotations

import mmap
import os

from briefing.search.commit_file import damaged
from briefing.search.whoosh.documents import Documents
from briefing.search.whoosh.terms import Terms

DOCUMENTS, TERMS, POSTINGS = ".doc", ".trm", ".pst"
SUFFIXES = (DOCUMENTS, TERMS, POSTINGS)


def open_segment(folder: str, name: str, count: int) -> tuple[Documents, Terms]:
    """The parts of a segment of `count` documents; they stay readable after its files are deleted."""
    documents, terms, posts = (_view(os.path.join(folder, name + suffix)) for suffix in SUFFIXES)
    found = Documents(documents)
    if len(found) != count:
        raise damaged("a segment has not as many articles as it says")
    return found, Terms(terms, posts, count)


def _view(path: str) -> memoryview:
    with open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size < 8:
            raise damaged("a segment is cut short")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
