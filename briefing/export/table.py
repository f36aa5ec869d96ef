"""CSV as RFC 4180 has it: a header, CRLF, quotes where needed; no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from briefing.export.records import record
from briefing.export.rows import ClaimRow, Document, StepRow
from briefing.export.told import line

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write_table(document: Document, columns: Sequence[str], bom: bool = False) -> Iterator[str]:
    """Line by line; of a timeline the steps alone, whose claims are the ledger's."""
    yield (BOM if bom else "") + _line(columns)
    for part in document.parts:
        steps = "from" in columns
        for row in part.rows:
            if steps and isinstance(row, ClaimRow):
                continue
            found = {"section": part.heading, **record(row)} if not isinstance(row, StepRow) else record(row)
            yield _line([cell(found.get(name)) for name in columns])


def cell(value: object) -> str:
    """A value as one line; text that a spreadsheet would compute gets an apostrophe before it, a number does not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e6 else str(value)
    text = line("; ".join(value) if isinstance(value, list) else str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
