"""One line of the journal: what the reader did, to which article, when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FORMAT = 1
"""The version written on each line. A reader of this version leaves a file with a later one as it is."""


class Do(StrEnum):
    READ = "read"
    UNREAD = "unread"
    STAR = "star"
    UNSTAR = "unstar"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Act:
    """`of` names the line that an undo takes back; an undo of an undo is a redo."""

    id: str
    at: str
    do: str
    article: str
    body: str = ""
    """Fingerprint of the text, by which the article is found again after a rename."""
    name: str = ""
    of: str = ""


def encode(act: Act) -> bytes:
    """One line with its end, ASCII only, so that no editor or merge can tear a character."""
    fields = {"v": FORMAT, "id": act.id, "at": act.at, "do": act.do, "article": act.article}
    for key, value in (("body", act.body), ("name", act.name), ("of", act.of)):
        if value:
            fields[key] = value
    return json.dumps(fields, separators=(",", ":")).encode("ascii") + b"\n"


def decode(fields: dict[str, Any]) -> Act | None:
    """The act of a parsed line; None where it is none we know."""
    get = fields.get
    known, do, article = get("id"), get("do"), get("article", "")
    if not isinstance(known, str) or not isinstance(do, str) or not isinstance(article, str):
        return None
    return Act(known, str(get("at", "")), do, article, str(get("body", "")), str(get("name", "")), str(get("of", "")))
