"""Lines that only say who wrote, took or broadcast an article: nobody in them acts."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import lexicon

_LONGEST = 24


def is_credit(texts: Sequence[str]) -> bool:
    """`By Ann Wray in Arden`, `Reporting by Ann Wray; editing by ...`, `Ann Wray, VOA News.`."""
    if len(texts) > _LONGEST or len(texts) < 3:
        return False
    first = texts[1].lower() if texts[0] in ("(", "[") and len(texts) > 1 else texts[0].lower()
    opens = first in lexicon.words("credit_openers") and any(text.lower() in ("by", ":") for text in texts[:4])
    if not opens and not _signs_off(texts):
        return False
    small = lexicon.words("credit_words")
    return all(not text[0].islower() or text.lower() in small for text in texts[1:])


def _signs_off(texts: Sequence[str]) -> bool:
    """A name, a comma and an outlet."""
    if "," not in texts[1:5] or not texts[0][0].isupper():
        return False
    known = lexicon.gazetteer()
    return any(entry.is_media for text in texts[2:] for _, entry in known.get(text, ()))
