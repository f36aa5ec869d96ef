"""What the actors of an article are called beside their names: all descriptions put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter

from briefing.extract import lexicon
from briefing.extract.described import Description, descriptions
from briefing.extract.mentions import Describing
from briefing.extract.naming import Sentence
from briefing.extract.told import Named
from briefing.model.actor import ActorType

_MOST = 40
"""Descriptions of an actor that are kept."""


def with_descriptions(
    value: str, sentences: Sequence[Sentence], named: Sequence[Named]
) -> tuple[list[Named], dict[int, list[str]]]:
    """The namings with the descriptions that mean somebody, in order; and by actor the words of all descriptions."""
    told = list(descriptions(sentences, named))
    meant = Describing(sentences, named, told).find()
    both = sorted([*named, *meant], key=attrgetter("naming.span.start", "naming.span.end"))
    return both, _phrases(value, sentences, named, told, meant)


def _phrases(
    value: str,
    sentences: Sequence[Sentence],
    named: Sequence[Named],
    told: Iterable[Description],
    meant: Sequence[Named],
) -> dict[int, list[str]]:
    """By actor, each description once, as it is written."""
    found: dict[int, dict[str, str]] = {}
    names = {(one.actor, one.naming.surface.lower()) for one in named}

    def keep(actor: int, text: str) -> None:
        text = " ".join(text.split())
        own = found.setdefault(actor, {})
        if len(own) < _MOST and (actor, text.lower()) not in names:
            own.setdefault(text.lower(), text)

    for each in told:
        words = sentences[each.sentence].words
        if words.texts[each.at].lower() != each.head:
            continue  # the engineers X and Y: what two are together
        keep(each.actor, value[words.starts[each.first] : words.ends[each.last - 1]])
    for one in named:
        words = sentences[one.naming.sentence].words
        if one.kind is ActorType.STATE and words.texts[one.naming.last : one.naming.last + 1] == ["authorities"]:
            keep(one.actor, value[one.naming.span.start : words.ends[one.naming.last]])
        for text in (*one.naming.descriptions, one.naming.role):
            if text and not _is_rank(text) and not any(known.endswith(text) for known in found.get(one.actor, ())):
                keep(one.actor, text)
    shared = Counter(one.naming.span for one in meant)
    for one in meant:
        if shared[one.naming.span] == 1:
            keep(one.actor, one.naming.span.of(value))
    return {actor: list(texts.values()) for actor, texts in found.items()}


def _is_rank(role: str) -> bool:
    """`Mr`, `Sgt.`, `colonel`: how somebody is addressed, which describes nobody."""
    words = role.replace(".", "").split()
    return words[0] in lexicon.heads("ranks") and words[-1] in lexicon.heads("ranks")
