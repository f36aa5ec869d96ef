"""Whoosh itself. Nothing of it is patched: its codec interface and its writer take classes of ours."""

from __future__ import annotations

import warnings

# Whoosh 2.7.4 is from 2016: compiling its source on a newer Python warns of literals and escapes on stderr, which is
# the reader's screen. Nothing of it concerns the reader.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import __version__, columns, fields, formats
    from whoosh.codec import base
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex
    from whoosh.matching import ListMatcher
    from whoosh.reading import TermInfo, TermNotFound
    from whoosh.writing import SegmentWriter

__all__ = [
    "TOC", "FileIndex", "FileStorage", "ListMatcher", "SegmentWriter", "TermInfo", "TermNotFound", "__version__",
    "base", "columns", "fields", "formats",
]  # fmt: skip
