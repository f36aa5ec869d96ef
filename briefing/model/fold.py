"""Folding: what makes two spellings the same for search and for names."""

from __future__ import annotations

_PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "þ": "th"})


def fold(text: str) -> str:
    """Case and accents folded: `Président` and `PRESIDENT` are the same. Not length-preserving."""
    if text.isascii():
        return text.lower()
    import unicodedata  # only for what is not ASCII

    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
