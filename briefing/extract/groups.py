"""Namings of one actor, and how groups of them are put together at the end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import islice

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.given_names import gender_of
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming, Sentence, name_key
from briefing.extract.titles import COURTESY
from briefing.extract.votes import agreed
from briefing.model.actor import ActorType

BODY_TYPES = (ActorType.ORGANISATION, ActorType.ARMED_GROUP)
_AGENTS = listed(
    "officers personnel police guards negotiators envoys peacekeepers commandos pilots agents spies warplanes jets "
    "aircraft helicopters drones bombers warships ships vessels tanks artillery missiles patrols leaders lawmakers"
)
"""After an adjective of a state these act for it."""
_LONGEST_HEAD = 4
"""Words that a body's name may lose at its head."""


_SMALL = frozenset(["of", "the", "for", "and"])


class Group:
    """Namings that name one actor."""

    __slots__ = ("key", "kind", "name", "namings", "starts")

    def __init__(self, key: str, kind: ActorType | None, name: str = "") -> None:
        self.key, self.kind = key, kind
        self.name = name
        """Given by the tables; else the fullest naming is the name."""
        self.namings: list[Naming] = []
        self.starts: list[int] = []
        """Where the full name stands, in order."""


def join_nicknames(groups: dict[str, Group], pairs: Sequence[tuple[Naming, Naming | None]]) -> None:
    """Takes the places of explained nicknames to the people called so, whatever else they were taken for."""
    if not pairs:
        return
    spans = {nick.span for nick, _ in pairs}
    owners = {id(naming): group for group in groups.values() for naming in group.namings}
    for group in groups.values():
        group.namings = [naming for naming in group.namings if naming.span not in spans]
    for nick, owner in pairs:
        if owner and (whole := owners.get(id(owner))):
            whole.namings.append(nick)


def join_capitals(groups: dict[str, Group]) -> None:
    """`Moscow`, which acts for its state in one place, is no actor of its own in the next, `in Moscow`."""
    acting = {
        name_key(naming.surface): group
        for group in groups.values()
        if group.kind is ActorType.STATE
        for naming in group.namings
        if naming.entry and naming.entry.how is How.CAPITAL
    }
    for key, state in acting.items():
        place = groups.get(key)
        if place and place is not state and place.kind is ActorType.PLACE:
            for naming in groups.pop(key).namings:
                naming.kind, naming.scenery = ActorType.STATE, True
                state.namings.append(naming)


def join_tails(groups: dict[str, Group]) -> None:
    """`People's Union` is the German People's Union, where no other body ends so."""
    tails: dict[str, list[Group]] = {}
    for group in groups.values():
        if group.kind is ActorType.ORGANISATION and group.name:
            for surface in {name_key(naming.surface) for naming in group.namings}:
                if surface.count(" ") > 1:
                    tails.setdefault(surface.partition(" ")[2], []).append(group)  # UN General Assembly
        if group.kind in BODY_TYPES and not group.name:
            words = group.key.split()
            while len(words) > 1 and words[-1] in legal_forms():
                words.pop()
            for start in range(1, min(len(words), _LONGEST_HEAD)):
                tails.setdefault(" ".join(words[start:]), []).append(group)
    for key, whole in tails.items():
        tail = groups.get(key)
        if tail and len(whole) == 1 and whole[0] is not tail and _is_tail(tail, whole[0]):
            whole[0].namings.extend(tail.namings)
            del groups[key]


def join_papers(groups: dict[str, Group]) -> None:
    """`The Times` is the Evening Times, where no other paper is called so."""
    papers = [key for key in groups if key.endswith(" times")] if "times" in groups else []
    if len(papers) == 1:
        groups[papers[0]].namings.extend(groups.pop("times").namings)


def join_turned(groups: dict[str, Group]) -> None:
    """`Ministry of Defence` is the `Defence Ministry`, the Serb police are the Serbian police."""
    seen: dict[tuple[str, frozenset[str]], str] = {}
    for key in [key for key, group in groups.items() if group.kind in BODY_TYPES and not group.name]:
        words = key.split()
        of = words.index("of") if "of" in words else 0
        head = words[of - 1] if of else words[-1]
        if len(words) < 2:
            continue
        own = frozenset(_nation(word) for word in words) if head in _STATE_BODIES else frozenset(words)
        same = seen.setdefault((head, own - _SMALL), key)
        if same != key:
            groups[same].namings.extend(groups.pop(key).namings)


_STATE_BODIES = listed(
    "police army navy parliament embassy consulate senate congress cabinet ministry court council government military "
    "troops prosecutors judiciary coastguard radio television"
)
"""Of a state, whether its name or its adjective stands before them."""


@cache
def _nations() -> dict[str, str]:
    """The state of each name or adjective of one word."""
    return {
        name_key(word): entry.name
        for word, known in lexicon.gazetteer().items()
        for key, entry in known
        if len(key) == 1 and entry.type is ActorType.STATE and entry.how in (How.NAME, How.DEMONYM)
    }


def _nation(word: str) -> str:
    return _nations().get(word, word)


@cache
def legal_forms() -> frozenset[str]:
    """The legal forms of firms, as keys of names have them."""
    return frozenset(name_key(word) for word in lexicon.words("company"))


def _is_tail(tail: Group, whole: Group) -> bool:
    """A body; or what looks like a person's surname but is the last word of a company's name."""
    if tail.name:
        return False
    if tail.kind in BODY_TYPES:
        return True
    is_company = whole.key.split()[-1] in legal_forms()
    return is_company and " " not in tail.key and not any(naming.role or naming.forms for naming in tail.namings)


def agree(group: Group) -> None:
    """Gives all namings the one kind that they say, by vote; a known name keeps its own."""
    kind = None if group.name else agreed(group.namings)
    if kind is ActorType.PLACE and _is_country(group):
        kind = ActorType.STATE
    if kind:
        group.kind = kind
        for naming in group.namings:
            naming.kind = kind


def _is_country(group: Group) -> bool:
    """`whoever leads Rovenia`: named twice, ends as countries do, and is not only where something happens."""
    key = group.key
    if len(group.namings) < 2 or " " in key or len(key) < 6 or not key.endswith(("ia", "stan")):
        return False
    return not all(naming.scenery or naming.entry for naming in group.namings)


def is_only_origin(group: Group, sentences: Sequence[Sentence]) -> bool:
    """`a Danish nurse`, `the Swiss charity`: a state that the text never names, and that does nothing in it."""
    return group.kind is ActorType.STATE and all(
        naming.entry is not None and naming.entry.how is How.DEMONYM and not _acts(sentences, naming)
        for naming in group.namings
    )


def _acts(sentences: Sequence[Sentence], naming: Naming) -> bool:
    """`Danish troops`, `French and Danish officials`, `the Danes`."""
    texts = sentences[naming.sentence].words.texts
    if texts[naming.last - 1].endswith("s") and not texts[naming.last - 1].endswith("ss"):
        return True
    after = texts[naming.last : naming.last + _LONGEST_HEAD]
    noun = next((text for text in after if text not in ("and", ",") and not text[0].isupper()), ".")
    return (
        noun in lexicon.words("state_kin")
        or noun in _AGENTS
        or (after[:1] == [noun] and noun in lexicon.verbs("be_have"))
    )


_JUST = 200
"""Characters, some two sentences, in which a surname means who has been named in full."""
_MOST_NAMINGS = 30
"""Namings of one person that are looked at."""


def courtesy(naming: Naming) -> str:
    """He or she, as the Mr or Mrs before a surname says."""
    return COURTESY.get(naming.forms[0].partition(" ")[0].rstrip("."), "") if naming.forms else ""


def gender_said(group: Group) -> str:
    """What the given name of somebody says, or the title before it; or nothing."""
    said = gender_of(group.key.split()[:-1])
    return said or next(filter(None, map(courtesy, group.namings[:_MOST_NAMINGS])), "")


def _goes_by(earlier: Naming, naming: Naming) -> bool:
    return earlier.span.start < naming.span.start and earlier.surface == naming.surface


def latest_before(people: list[Group], naming: Naming) -> Group:
    """Of two people with one surname: the one just named in full, else who alone has gone by it so far."""
    if len(people) == 1:
        return people[0]
    if gender := courtesy(naming):
        people = [group for group in people if gender_said(group) in ("", gender)] or people  # Mr and Mrs Wray
        people = [group for group in people if gender_said(group)] or people

    def latest(group: Group) -> int:
        at = bisect_right(group.starts, naming.span.start)
        return group.starts[at - 1] if at else -1

    last = max(people, key=latest)
    if 0 <= naming.span.start - latest(last) < _JUST:
        return last
    alone = [group for group in people if any(_goes_by(one, naming) for one in islice(group.namings, _MOST_NAMINGS))]
    return alone[0] if len(alone) == 1 else last
