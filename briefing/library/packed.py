"""Findings as the store keeps them whole: packed, and as they were."""

from __future__ import annotations

import zlib

from briefing.model.actor import Findings
from briefing.model.errors import Damaged


def unpack(packed: bytes) -> Findings:
    """The findings as extraction gave them."""
    try:
        line = zlib.decompress(packed).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise Damaged("What was found in an article is damaged.", "The store is a cache: it is rebuilt.") from error
    return from_line(line)


def from_line(line: str) -> Findings:
    """Findings from the form in which extraction writes them."""
    from briefing.extract.contract_json import findings_from_json

    return findings_from_json(line)
