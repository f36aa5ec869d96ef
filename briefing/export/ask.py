"""What can be exported, into which forms, and which forms fit what."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing.model.enumeration import StrEnum
from briefing.model.errors import WrongUse
from briefing.model.hit import ActorRow
from briefing.model.order import Order
from briefing.model.query import SearchQuery


class What(StrEnum):
    LEDGER = "ledger"
    DOSSIER = "dossier"
    TIMELINE = "timeline"
    NOTES = "notes"
    LIST = "list"


class Form(StrEnum):
    MD = "md"
    HTML = "html"
    CSV = "csv"
    JSONL = "jsonl"
    CSL = "csl"
    RIS = "ris"
    ICS = "ics"


ENDINGS = {Form.CSL: "json"}
"""How a file of a form is called where that is not its name."""
_DATED = (What.LEDGER, What.DOSSIER, What.TIMELINE)


class Wanted(NamedTuple):
    """What is exported of a library; None asks for all."""

    what: What = What.LEDGER
    query: SearchQuery | None = None
    actor: ActorRow | None = None
    since: date | None = None
    until: date | None = None
    order: Order | None = None
    """Of a list; None is the usual one."""
    once: bool = False
    """Of a list, one article a report."""
    every: bool = False
    """Claims that copies repeat stand in rows of their own, and count each time."""


def check(what: What, form: Form) -> None:
    """Raises WrongUse where a form has no place for what is wanted."""
    if form is Form.ICS and what not in _DATED:
        raise WrongUse(
            f"A calendar holds dated claims, and there are none in {what}.",
            f"It can be made of {', '.join(_DATED)}.",
        )


def file_name(wanted: Wanted, form: Form) -> str:
    """How the file is called where nobody says: `briefing-ledger.csv`, `briefing-dossier-wagner.html`."""
    name = wanted.actor.name.lower() if wanted.actor else ""
    word = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in name).split())[:40]
    parts = filter(None, ("briefing", wanted.what.value, word))
    return f"{'-'.join(parts)}.{ENDINGS.get(form, form.value)}"
