"""Where a capital stands for its state: `Moscow denied`, `talks between Moscow and Ankara`, not `in Moscow`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.lexicon import Entry, How
from briefing.extract.naming import Naming
from briefing.extract.reading import known_at
from briefing.extract.votes import is_verb
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_WITH = frozenset(["with", "against", "by", "both"])
_TALKS = listed(
    "talks talk negotiations dialogue relations ties tensions agreement accord pact deal treaty truce ceasefire "
    "cease-fire war peace dispute quarrel row rivalry rift border mediate mediated mediating mediation"
)
"""Between two of whom each stands for its state."""
_EACH = frozenset(["each", "both"])
_MISSIONS = frozenset(["embassy", "ambassador", "embassies", "envoys", "envoy", "consulate"])
_ASKED = listed(
    "ask asked asks asking urge urged urges urging press pressed persuade persuaded want wants wanted allow"
)


_SEATED = {"Brussels": ("European Union", "Belgium")}
"""Cities that stand for the body that sits there, in a text that names it and not the state."""
_TOLD = listed(
    "warn warned warns warning accuse accused accuses accusing blame blamed blames blaming condemned criticised"
)
"""What is done to a state, and not to a town."""


def seated(namings: Sequence[Naming]) -> dict[str, Entry]:
    """Capitals that in this text stand for a body: `Brussels froze the talks`, where the European Union is named."""
    if not any(naming.surface in _SEATED for naming in namings):
        return {}
    named = {one.entry.name: one.entry for one in namings if one.entry and one.surface not in _SEATED}
    return {
        city: Entry(body, named[body].type, How.CAPITAL)
        for city, (body, state) in _SEATED.items()
        if body in named and state not in named
    }


_NAMESAKES = {
    "Georgia": (
        listed("Atlanta Savannah Augusta Macon Alabama Florida Tennessee Carolina"),
        listed("Tbilisi Georgian Georgians Abkhazia Ossetia Batumi Caucasus Moscow Russia Armenia Azerbaijan"),
    )
}
"""States that share their name with a state of the United States: what speaks for that one, and what against it."""


def tell_namesakes(namings: Sequence[Naming]) -> None:
    """Makes a place of the Georgia whose governor sits in Atlanta."""
    found = [naming for naming in namings if naming.surface in _NAMESAKES and naming.entry]
    words = {word for naming in namings for word in naming.words} if found else set()
    for naming in found:
        beside, against = _NAMESAKES[naming.surface]
        if not beside.isdisjoint(words) and against.isdisjoint(words):
            naming.entry, naming.kind = Entry(naming.surface, ActorType.PLACE), ActorType.PLACE


def stands_for_state(texts: Sequence[str], naming: Naming) -> bool:
    """Whether a capital is the state here, as it acts or is asked to."""
    first, last = naming.first, naming.last
    before = texts[first - 1].lower() if first else ""
    following = texts[last] if last < len(texts) else ""
    further = texts[last + 1] if last + 1 < len(texts) else ""
    own = texts[last - 1]
    if own != bare(own):
        return before not in lexicon.words("before_place") and following.lower() not in lexicon.words("place")
    if before == "from":
        way = texts[max(0, first - 3) : first]
        return not any(word.lower() in lexicon.verbs("move") for word in way)
    if before in _WITH or (before == "of" and texts[first - 2].lower() in _MISSIONS):
        return True
    if before == "between":
        return texts[first - 2].lower() in _TALKS
    if (before in _ASKED and following == "to") or before in _TOLD:
        return True
    if before == "and" and first > 3 and texts[first - 3].lower() == "between":
        return texts[first - 4].lower() in _TALKS
    if following == "and" and _is_capital(texts, last + 1):
        following = texts[last + 2] if last + 2 < len(texts) else ""
    acts = is_verb(following) or following in _EACH
    other = first - 2 if before in ("and", ",") and first > 1 and _may_be_named(texts[first - 2]) else -1
    joined = other >= 0 and not (before == "and" and acts and _is_capital(texts, other))
    acts = acts or (following == "," and further in ("which", "whose"))
    return not naming.scenery and before != "of" and not joined and acts


def _may_be_named(word: str) -> bool:
    """`Lyon, Paris`; not `On Monday, Paris`."""
    return word[0].isupper() and word not in lexicon.words("days")


def _is_capital(texts: Sequence[str], at: int) -> bool:
    if not 0 <= at < len(texts):
        return False
    end, entry = known_at(list(texts[at : at + 3]), 0)
    return end == 1 and entry is not None and entry.how is How.CAPITAL
