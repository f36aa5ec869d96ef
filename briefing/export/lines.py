"""JSON lines: a record a line, with the part that it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefing.export.records import record
from briefing.export.rows import Document


def write_lines(document: Document) -> Iterator[str]:
    """Record by record, values as they are."""
    for part in document.parts:
        for row in part.rows:
            made = json.dumps({"section": part.heading, **record(row)}, ensure_ascii=False)
            yield (made if made.isprintable() else _escaped(made)) + "\n"


def _escaped(made: str) -> str:
    """What a terminal might obey is spelled out: inside strings only, where JSON allows it."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in made)
