"""The short names by which a text goes on speaking of firms: `Morgan Orral Group Plc` is `Morgan Orral` further on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.naming import Naming, name_key
from briefing.model.actor import ActorType
from briefing.model.text import Span

_PARENTS = listed(
    "Holdings Industries Ventures Enterprises Capital Logistics Shipping Bank Bancorp Resources Airlines Airways "
    "Motors Foods Steel Securities Insurance Pharmaceuticals Electronics Communications Petroleum Minerals Partnership"
)
"""Left out where a text goes on speaking of a firm."""
_SHORTEST_HALF = 5


def short_names(namings: Sequence[Naming]) -> dict[str, str]:
    """Keys of short names, each with that of the full one; none that two firms may have."""
    legal = lexicon.words("company")
    surnames = {own[-1] for naming in namings if len(own := naming.words) > 1 and own[-1] not in legal}
    found: dict[str, set[str]] = {}
    exact: dict[str, set[str]] = {}
    for naming in namings:
        words = [word for word in naming.words if word not in (".", ",")]
        is_legal = words[-1] in legal or (words[0] in legal and len(words) > 1)
        is_parent = words[-1] in _PARENTS and len(words) > 2 and words[0] not in lexicon.words("given")
        if naming.entry or not (is_legal or is_parent or (words[-1] == "Group" and len(words) > 2)):
            continue
        full = name_key(naming.surface)
        for length in range(2 if is_parent else 1, len(words)):
            short = words[:length]
            if length > 1 or (_is_own(short[0]) and short[0] not in surnames):
                found.setdefault(name_key(" ".join(short)), set()).add(full)
        for core in _cores(words) if is_legal else ():
            if " " in core or (_is_own(core) and core not in surnames):
                exact.setdefault(name_key(core), set()).add(full)
    return {short: next(iter(full)) for short, full in (found | exact).items() if len(full) == 1}


def _cores(words: list[str]) -> Iterable[str]:
    """What is left of a firm's name without its legal form, without initials, without its second half."""
    legal = lexicon.words("company")
    while len(words) > 1 and words[0] in legal:
        words = words[1:]
    while len(words) > 1 and (words[-1] in legal or words[-1] in ("and", "&")):
        words = words[:-1]
    yield " ".join(words)
    bare_words = words
    while len(bare_words) > 1 and (bare_words[0].endswith(".") or (bare_words[0].isupper() and len(bare_words[0]) < 3)):
        bare_words = bare_words[1:]
    if bare_words is not words and len(bare_words) == 1:
        yield bare_words[0]
    half = words[0].partition("-")[0]
    if half != words[0] and len(half) >= _SHORTEST_HALF and len(words) == 1:
        yield half


def _is_own(word: str) -> bool:
    """Whether the first word of a company's name may stand for the whole: Chiron, but not First, Air or Jim."""
    if word in lexicon.gazetteer() or word in lexicon.words("given") or word in lexicon.words("organisation"):
        return False
    return len(word) > 2 and not any(word in lexicon.words(section) for section in ("plain", "starts", "things"))


def joined(value: str, namings: list[Naming], companies: dict[str, str]) -> list[Naming]:
    """`Texas Air` and `General Mills`, taken apart where a place or a title ends: one name, if a firm has it."""
    if not companies:
        return namings
    kept: list[Naming] = []
    for left, right in pairwise([*namings, None]):
        assert left is not None
        if kept and kept[-1].span.end >= left.span.end:
            continue
        if right and right.first == left.last and right.sentence == left.sentence:
            span = Span(left.span.start, right.span.end)
            surface = " ".join(span.of(value).split())
            if name_key(surface) in companies:
                whole = Naming(left.sentence, left.first, right.last, span, surface, ActorType.ORGANISATION, sure=True)
                whole.scenery = left.scenery
                kept.append(whole)
                continue
        kept.append(left)
    return kept
