"""A title for an article that has none: its first sentence, cut at a clause."""

from __future__ import annotations

from briefing.model.pattern import lazy

LONGEST = 100
_SENTENCE = lazy(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No|Lt|Jr))(?<!\b(?:Mrs|Gen|Col|Sgt|Rev|Sen|Rep|Gov|Maj|Inc|Ltd))[.!?][\"”’')\]]{0,2}(?=\s+[\"“‘'(\[]?[^\W_a-z\xdf-\xff]|\s*$)|[。！？]"
)
_CLAUSE = lazy(
    r"[,;:](?= )| (?=[—–-] )|(?<=[)\"”])(?= )| (?=(?:who|which|that|after|as|when|while|where|because|before|but"
    r"|and|in|on|to|for|from|of|at|by|with) )"
)
_STRONG = lazy(r"[,;:](?= )| (?=[—–-] )| (?=(?:who|which|that|after|as|when|while|where|because|before|but) )")


def derive_title(story: str) -> str:
    """At most a hundred characters of the first sentence, with an ellipsis where it goes on."""
    head = " ".join(story[:2000].split())
    end = _SENTENCE.search(head)
    sentence = head[: end.end()] if end else head
    if len(sentence) <= LONGEST:
        return sentence.removesuffix(".") if not sentence.endswith("..") else sentence
    window = sentence[: LONGEST - 1]
    for pattern, least in ((_STRONG, 40), (_CLAUSE, 30)):
        cuts = [hit.start() for hit in pattern.finditer(window) if hit.start() >= least]
        if cuts:
            return window[: cuts[-1]].rstrip(" ,;:—–-") + "…"
    space = window.rfind(" ")
    return (window[:space] if space > 20 else window).rstrip(" ,;:—–-") + "…"
