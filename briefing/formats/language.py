"""Which language a text is in. English is told by its commonest words, so most libraries never load a detector."""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

from briefing.model.pattern import lazy

_REACH = 2000
_WORD = lazy(r"[^\W\d_]+")
_ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "at", "by",
    "from", "be", "has", "have", "an", "said", "will", "not", "are", "its", "were", "which", "this", "after",
    "would", "but", "they", "he", "his", "had", "or",
})  # fmt: skip
_ENGLISH_SHARE = 0.2
_LEAST_WORDS = 4
_SURE = 0.7
_PLAIN_SURE = 0.99
# Written without accents often enough that plain ASCII letters do not speak against them.
_PLAIN = frozenset(
    {"de", "es", "fr", "it", "nl", "pt", "id", "ms", "so", "sw", "tl", "no", "da", "sv", "fi", "pl", "ro", "hu"}
)
_CODES = {"iw": "he", "fil": "tl", "jw": "jv"}


class _Answer(Protocol):
    language: str
    probability: float
    is_reliable: bool


class _Detector(Protocol):
    def FindLanguage(self, text: str) -> _Answer: ...


def detect(text: str) -> str:
    """ISO 639-1 of the language, or "" where the text is too short or mixed to say."""
    words = _WORD.findall(text[:_REACH].lower())
    if not words:
        return ""
    english = sum(word in _ENGLISH for word in words) / len(words)
    if english >= _ENGLISH_SHARE and len(words) >= _LEAST_WORDS:
        return "en"
    joined = " ".join(words)
    if len(words) < _LEAST_WORDS and joined.isascii():
        return ""
    return _ask(joined, english)


def _ask(joined: str, english: float) -> str:
    answer = _detector().FindLanguage(joined.encode("utf-8", "replace").decode())
    code = _CODES.get(answer.language, answer.language)
    if code == "en":
        return code
    if len(code) != 2 or not answer.is_reliable or answer.probability < _SURE:
        return ""
    if joined.isascii() and (code not in _PLAIN or answer.probability < _PLAIN_SURE or english > 0.1):
        return ""
    return code


@cache
def _detector() -> _Detector:
    from gcld3 import NNetLanguageIdentifier  # type: ignore[import-untyped] # 3 MB, 8 ms: only for a text that is not plainly English

    return cast(_Detector, NNetLanguageIdentifier(0, _REACH))
