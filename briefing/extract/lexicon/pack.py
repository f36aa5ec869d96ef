"""Packs the readable tables into one file that is quickly read: `python -m briefing.extract.lexicon.pack`."""

from __future__ import annotations

import marshal
from pathlib import Path

from briefing.extract import lexicon
from briefing.extract.lexicon.source import read_tables

_FORMAT = 2
"""Of `marshal`: read by every Python since, and the same bytes for the same tables."""


def packed() -> bytes:
    """The file for the texts as they are now."""
    return lexicon.stamp() + marshal.dumps(tuple(read_tables()), _FORMAT)


def main() -> None:
    """Writes the file anew."""
    made = packed()
    Path(lexicon.__file__).with_name(lexicon.PACKED).write_bytes(made)
    print(f"{lexicon.PACKED}: {len(made):,} bytes")


if __name__ == "__main__":
    main()
