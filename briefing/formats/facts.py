"""What a file says about an article, gathered from whatever part of it says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.formats.clean import clean_line, cut
from briefing.formats.days import FoundDay, read_day
from briefing.formats.labels import DateKind, date_kind
from briefing.formats.outlets import may_name_outlet
from briefing.model.article import DateSource
from briefing.model.pattern import lazy

LONGEST_TITLE = 300

_TITLE = frozenset({"title", "headline", "head", "hed", "subject", "name"})
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
    "series", "editor", "editors", "guid", "desk", "rights", "status", "contact", "to", "cc", "replyto", "phone", "tel",
    "email", "distribution", "classification", "reference", "ref", "serial", "translation", "translator",
    "photographs", "photos", "photo", "pictures",
})  # fmt: skip
_KEY = lazy(r"[\W_]+")
_YEAR = lazy(r"(?:[^\W\d_]{3,10}\.? )?((?:19|20)\d{2})(?:-\d{2})?")
_LANGUAGE_CODE = lazy(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")
_LANGUAGE_NAMES = {
    "english": "en", "french": "fr", "german": "de", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "russian": "ru", "ukrainian": "uk", "arabic": "ar", "turkish": "tr", "chinese": "zh",
    "japanese": "ja", "korean": "ko", "persian": "fa", "farsi": "fa", "hebrew": "he", "polish": "pl",
    "eng": "en", "fra": "fr", "deu": "de", "spa": "es",
}  # fmt: skip


class DateClaim(NamedTuple):
    """A date that a part of the file gives, and what it says that date is."""

    kind: DateKind
    found: FoundDay
    source: DateSource = DateSource.HEADER


class Facts:
    """Filled as a file is read; a fact once taken stays, but a first publication beats a plain date."""

    __slots__ = (
        "byline", "dates", "deck", "expected", "language", "notes", "origin", "source", "title", "url", "year",
    )  # fmt: skip

    def __init__(self, title: str = "", origin: DateSource = DateSource.HEADER) -> None:
        self.title = title
        self.byline = self.source = self.url = self.language = ""
        self.year: int | None = None
        """A year given without a day; it completes a dateline."""
        self.dates: list[DateClaim] = []
        """Every date with what it is said to be, updates too."""
        self.origin = origin
        """The part of the file that is being read."""
        self.expected: DateKind | None = None
        """What a line of its own said of the date that stands below it: `Published`."""
        self.deck: tuple[int, int] | None = None
        """Where a sentence of the story stands among the lines of the head, between the title and the date."""
        self.notes: list[str] = []

    def take(self, key: str, value: object) -> bool:
        """Take one `key: value`; False for a key that means nothing to us."""
        name = _KEY.sub("", key).lower()
        if kind := date_kind(key):
            return self._take_day(kind, value)
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

    def take_dates(self, claims: Iterable[tuple[DateKind, FoundDay]]) -> None:
        """Take dates that the part being read gives."""
        self.dates.extend(DateClaim(kind, found, self.origin) for kind, found in claims)

    def _take_sender(self, sender: str) -> bool:
        """The `from:` of a mail: a person with an address, or an outlet; `From: here to there` is neither."""
        if "@" in sender:
            return self.take("byline", sender.split("<")[0].strip('" ') or sender)
        return may_name_outlet(sender) and self.take("source", sender)

    def _take_day(self, kind: DateKind, value: object) -> bool:
        if found := read_day(value):
            self.take_dates([(kind, found)])
        elif isinstance(value, str) and not value.strip():
            self.expected = kind
        elif kind not in _SAYS_WHEN or value is None:
            return True
        elif only := _YEAR.fullmatch(str(value).strip()):
            self.year = int(only[1])
        else:
            return False
        return True


_SAYS_WHEN = (DateKind.FIRST, DateKind.DATE)
_FIELDS = ((_TITLE, "title"), (_BYLINE, "byline"), (_SOURCE, "source"), (_URL, "url"))


def is_known_key(key: str) -> bool:
    """Whether a key may stand in the block of `key: value` lines at the head of an article."""
    name = _KEY.sub("", key).lower()
    return (
        name in _OTHER
        or name == "from"
        or name in _LANGUAGE
        or date_kind(key) is not None
        or any(name in names for names, _ in _FIELDS)
    )


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
