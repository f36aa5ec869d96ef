"""What the words before a date, or the key of a field, say that the date is."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum
from briefing.model.pattern import lazy


class DateKind(StrEnum):
    """What a date is the date of."""

    FIRST = "first"
    """Of the first publication."""
    DATE = "date"
    """Of the article, in some way not said."""
    UPDATE = "update"
    OTHER = "other"
    """Of nothing that concerns the article: when somebody fetched or printed it."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FIRST = _set(
    "published posted issued released uploaded submitted aired broadcast appeared syndicated transmitted added"
    " pubdate publishedat publishedon publisheddate datepublished publicationdate pubdatetime firstpublished"
    " publishedtime postedon releasedate pubtime firstcreated dateissued erschienen veröffentlicht publié publiée"
    " publicado publicada pubblicato pubblicata gepubliceerd"
)
_NEEDS_DATE = _set("publication publish publishing pub post release issue")
_DATE = _set(
    "date dated dates datetime timestamp created written prepared compiled drafted sent filed embargo embargoed day"
    " time createdat datecreated docdate senton datesent filedon online on dateline isodate edition use"
)
_UPDATE = _set(
    "updated update updates modified modification edited revised corrected amended mod lastmod lastmodified"
    " lastupdated lastupdate updatedate updatedat datemodified dateupdated changed aktualisiert actualizado"
    " aggiornato modifié"
)
_RELEASES = frozenset({"immediate", "press"})
_OTHER = _set("accessed retrieved downloaded archived crawled captured fetched printed saved scraped visited indexed")
_FILL = _set(
    "this the a an story article report news press item page piece entry text was is has been at of in print web"
    " website first originally original initially also local version last latest for immediate until since and le"
    " la el em il am op de to by utc gmt og dc dcterms meta content display from after monday tuesday wednesday"
    " thursday friday saturday sunday"
)
_PARTS = lazy(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
_WORDS = lazy(r"[^\W\d_]+")
_LONGEST = 90


def date_kind(label: str) -> DateKind | None:
    """What a label such as `Last updated on:` says a date is, or a key such as `article:published_time`; else None."""
    if len(label) > _LONGEST:
        return None
    words = [word.lower() for word in _WORDS.findall(label)]
    kind = _kind_of(words)
    if kind is None and len(words) < 4 and not label.isupper() and not label.islower():
        kind = _kind_of([word.lower() for word in _PARTS.findall(label)])
    return kind


def _kind_of(words: list[str]) -> DateKind | None:
    found = set(words)
    if not found or not found <= _KNOWN:
        return None
    if found & _OTHER:
        return DateKind.OTHER
    if found & _UPDATE and not found & _FIRST:
        return DateKind.UPDATE
    if found & _FIRST:
        return None if found & _UPDATE else DateKind.FIRST
    if found & _NEEDS_DATE and (found & _DATE or found & _RELEASES or words[:1] == ["for"]):
        return DateKind.FIRST
    if found & _NEEDS_DATE or not found & _DATE:
        return None
    return DateKind.DATE


_KNOWN = _FIRST | _NEEDS_DATE | _DATE | _UPDATE | _OTHER | _FILL
