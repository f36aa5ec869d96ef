"""Names that are longer than their words: `the Ardenian government`, `the Hearth party`."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming
from briefing.extract.reading import Reading
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_OF_STATES = ("government", "party")
_OWNERS = (ActorType.STATE, ActorType.PLACE, None)


def note_forms(reading: Reading) -> None:
    """Notes on the namings of a sentence how the text writes them, where that is more than their words."""
    before: Naming | None = None
    for naming in reading.found:
        last, first = naming.last - 1, naming.first
        following = reading.at(naming.last)
        is_people = following == "party" and naming.entry is not None and naming.entry.how is How.DEMONYM
        if is_people:
            continue
        owner, before = before, naming
        if owner and _is_house_of(naming, owner):
            naming.forms = (naming.surface, _between(reading, owner.first, last))
        is_house = following in lexicon.words("named_houses") and naming.kind is ActorType.ORGANISATION
        is_long = is_house or following in (lexicon.words("bodies_after") if not naming.entry else _OF_STATES)
        if is_long and reading.texts[last] == bare(reading.texts[last]):
            naming.forms = (naming.surface, _between(reading, first, naming.last))
        elif reading.at(first - 1) == "of" and reading.at(first - 2).lower() == "government":
            naming.forms = (naming.surface, _between(reading, first - 2, last))


def _is_house_of(naming: Naming, owner: Naming) -> bool:
    """`Orvar's Supreme Court`, where Orvar is no person; not `Orvar's Holt Ltd`."""
    if owner.last != naming.first or owner.kind not in _OWNERS or naming.kind is not ActorType.ORGANISATION:
        return False
    words = naming.words
    return naming.sure and (words[-1] in lexicon.words("organisation") or words[1:2] == ("of",))


def _between(reading: Reading, first: int, last: int) -> str:
    return " ".join(reading.value[reading.starts[first] : reading.ends[last]].split())
