"""What may stand before a colon in a query."""

from __future__ import annotations

from briefing.model.query import FactField, Scope

FACTS = {field.value: field for field in FactField}
SCOPES = {"text": Scope.TEXT, "title": Scope.TITLE, "all": Scope.ALL}
STATES = ("unread", "read", "starred", "noted", "undated", "copy")
HELD = ("note", "tag")
"""What `has:` asks for."""
KNOWN = ("title", *FACTS, "in")
LATER = {
    "said": "who said what is not extracted yet",
}
"""Fields of the query language whose part does not exist yet."""
EXAMPLES = {
    "title": "title:ceasefire",
    "who": 'who:haftar or who:"khalifa haftar"',
    "place": "place:tripoli",
    "source": "source:reuters",
    "path": "path:2021",
    "lang": "lang:en",
    "pub": "pub:2021, pub:2021-01 or pub:2021-01-23..2021-03",
    "on": "on:2021-01-23, a date that the text names",
    "is": "is:" + ", is:".join(STATES),
    "added": "added:last since your last visit, added:2026-11 or added:2026-11-01..",
    "copies": "copies:>2 or copies:2..5, of a report that several articles print",
    "tag": 'tag:war or tag:"grain deal", of yours',
    "has": "has:note on the article or a passage of it, has:tag",
    "in": "in:all looks into bylines, credits and links as well",
}
