"""What a file says about an article, gathered from whatever part of it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from briefing.formats.clean import clean_line, cut
from briefing.formats.days import FoundDay, read_day, settle
from briefing.formats.outlets import may_name_outlet
from briefing.model.article import DateSource, Published

LONGEST_TITLE = 300

_TITLE = frozenset({"title", "headline", "head", "hed", "subject", "name"})
_FIRST = frozenset({
    "published", "publishedat", "publishedon", "publisheddate", "datepublished", "publicationdate", "pubdate",
    "pubdatetime", "firstpublished", "firstpublishedat", "originallypublished", "publishedtime", "posted",
    "postedon", "issued", "released", "releasedate", "dateofpublication", "erschienen", "veröffentlicht",
    "publié", "publicado", "pubblicato",
    "publiéle", "publicadoel", "publicadoem", "pubblicatoil", "veröffentlichtam", "gepubliceerdop",
})  # fmt: skip
_DATE = frozenset({
    "date", "dated", "day", "datetime", "timestamp", "time", "created", "createdat", "datecreated", "on",
    "docdate", "sent", "senton", "datesent", "filed", "filedon",
})  # fmt: skip
_UPDATE = frozenset({
    "updated", "updatedat", "updatedon", "lastupdated", "lastupdatedon", "lastupdatedat", "lastupdate",
    "update", "updatedate", "modified", "modifiedat", "datemodified", "lastmod", "lastmodified", "edited",
    "revised", "updateddate",
})  # fmt: skip
_BYLINE = frozenset({"author", "authors", "by", "byline", "writer", "reporter", "creator", "correspondent"})
_SOURCE = frozenset({
    "source", "publisher", "publication", "agency", "newspaper", "outlet", "site", "provider", "sourcename", "wire",
})  # fmt: skip
_URL = frozenset({"url", "link", "permalink", "canonical", "canonicalurl", "sourceurl", "uri", "weburl", "href"})
_LANGUAGE = frozenset({"language", "lang", "locale"})
_OTHER = frozenset({
    "section", "category", "categories", "tags", "keywords", "slug", "id", "docid", "location", "place",
    "edition", "topic", "topics", "wordcount", "words", "type", "layout", "draft", "description", "summary",
    "copyright", "page", "volume", "issue", "priority", "country", "region", "length", "credit", "image",
    "series", "guid", "desk", "rights", "status", "contact", "to", "cc", "replyto", "phone", "tel", "email",
})  # fmt: skip
_KEY = re.compile(r"[\W_]+")
_YEAR = re.compile(r"(?:[^\W\d_]{3,10}\.? )?((?:19|20)\d{2})(?:-\d{2})?")
_LANGUAGE_CODE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")
_LANGUAGE_NAMES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "russian": "ru", "ukrainian": "uk", "arabic": "ar", "turkish": "tr", "chinese": "zh",
    "japanese": "ja", "korean": "ko", "persian": "fa", "farsi": "fa", "hebrew": "he", "polish": "pl",
    "eng": "en", "fra": "fr", "deu": "de", "spa": "es",
}  # fmt: skip


@dataclass(slots=True)
class Facts:
    """Filled as a file is read; a fact once taken stays, but a first publication beats a plain date."""

    title: str = ""
    byline: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    year: int | None = None
    """A year given without a day; it completes a dateline."""
    days: list[tuple[int, FoundDay]] = field(default_factory=list)
    """Dates with their rank: 0 says it is the publication, 1 is only a date."""
    was_updated: bool = False
    notes: list[str] = field(default_factory=list)

    def take(self, key: str, value: object) -> bool:
        """Take one `key: value`; False for a key that means nothing to us."""
        name = _KEY.sub("", key).lower()
        if name in _FIRST or name in _DATE:
            return self._take_day(value, 0 if name in _FIRST else 1)
        if name in _UPDATE:
            self.was_updated = True
            return True
        if name == "from":
            return self._take_sender(_plain(value))
        for names, attribute in _FIELDS:
            if name in names:
                if not getattr(self, attribute):
                    setattr(self, attribute, cut(clean_line(_plain(value)), LONGEST_TITLE))
                return True
        if name in _LANGUAGE:
            self.language = self.language or language_code(_plain(value))
            return True
        return False

    def published(self, origin: DateSource, evidence: str) -> Published | None:
        """The earliest day of the best rank; a day that can be read two ways needs the text to agree with one."""
        if not self.days:
            if self.was_updated:
                self.notes.append("only the date of an update is given")
            return None
        best = min(rank for rank, _ in self.days)
        settled: list[tuple[date, FoundDay]] = []
        for rank, found in self.days:
            day = settle(found, evidence) if rank == best else None
            if day and found.is_ambiguous:
                read = f"is read as {_spelt(day)}, which the text agrees with"
                self.notes.append(f"the date {clean_line(found.words)} {read}")
            if day:
                settled.append((day, found))
        if not settled:
            first = self.days[0][1]
            either = " or ".join(_spelt(day) for day in first.days)
            self.notes.append(f"the date {clean_line(first.words)} can be {either}")
            return None
        day, found = min(settled, key=lambda pair: pair[0])
        return Published(day, origin, clean_line(found.words), found.clock, found.offset_minutes)

    def _take_sender(self, sender: str) -> bool:
        """The `from:` of a mail: a person with an address, or an outlet; `From: here to there` is neither."""
        if "@" in sender:
            return self.take("byline", sender.split("<")[0].strip('" ') or sender)
        return may_name_outlet(sender) and self.take("source", sender)

    def _take_day(self, value: object, rank: int) -> bool:
        found = read_day(value)
        if found:
            self.days.append((rank, found))
            return True
        if isinstance(value, str) and (only := _YEAR.fullmatch(value.strip())):
            self.year = int(only[1])
            return True
        return value in (None, "")


def _spelt(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


_FIELDS = ((_TITLE, "title"), (_BYLINE, "byline"), (_SOURCE, "source"), (_URL, "url"))


def is_known_key(key: str) -> bool:
    """Whether a key may stand in the block of `key: value` lines at the head of an article."""
    name = _KEY.sub("", key).lower()
    return (
        name in _OTHER
        or name == "from"
        or name in _FIRST
        or name in _DATE
        or name in _UPDATE
        or name in _LANGUAGE
        or any(name in names for names, _ in _FIELDS)
    )


def is_date_label(words: str) -> str:
    """`first`, `date` or `update` for a label such as `Last updated on:`; else an empty string."""
    name = _KEY.sub("", words).lower()
    if name in _FIRST:
        return "first"
    if name in _UPDATE:
        return "update"
    return "date" if name in _DATE else ""


def language_code(value: str) -> str:
    """ISO 639-1 of a code, a locale or an English name; empty where it is none."""
    value = value.strip()
    if code := _LANGUAGE_NAMES.get(value.lower()):
        return code
    hit = _LANGUAGE_CODE.fullmatch(value)
    return hit[1].lower() if hit else ""


def _plain(value: object) -> str:
    """The words of a field that may be a string, a list of them, or an object with a name."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("title") or value.get("url") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value[:10])))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
