"""How the reader corrected the actors: merged, split, renamed, retyped, ignored, pinned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.model.fold import fold
from briefing.model.frozen import frozen
from briefing.model.typed import ClassVar, cast
from briefing.notebook.act import Act
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.state import State
from briefing.notebook.subject import ActorName, ActorSubject

_KINDS = frozenset({Kind.MERGE, Kind.SPLIT, Kind.RENAME, Kind.RETYPE, Kind.IGNORE, Kind.PIN})


@frozen
class Corrections:
    """A snapshot: the same object as long as no actor is corrected."""

    KINDS: ClassVar = _KINDS
    merges: Mapping[ActorName, ActorName]
    """Who was merged, and into whom in the end: chains are followed, and there are no rings."""
    merged_into: Mapping[ActorName, ActorSubject]
    """Who was merged, and into whom just then, as that one was named."""
    splits: Mapping[ActorName, frozenset[str]]
    """Whose names were taken off: these, folded."""
    renames: Mapping[ActorName, str]
    retypes: Mapping[ActorName, str]
    ignored: frozenset[ActorName]
    pinned: frozenset[ActorName]
    subjects: Mapping[ActorName, ActorSubject]
    """Everybody named here, with the name as it was read and the example."""
    names: Mapping[str, tuple[ActorName, ...]]
    """All of these that bear a folded name."""
    overruled: tuple[tuple[Act, Act], ...]
    """Merges left out and the later one each, with which they would have made a ring."""

    @classmethod
    def of(cls, state: State) -> Corrections:
        said = {kind: _said(state, kind) for kind in _KINDS}
        splits = _splits(said[Kind.SPLIT])
        roots, steps, overruled = _roots([*said[Kind.MERGE].values()])
        cut = {act for act in steps.values() if _is_split(act, roots, splits)}
        if cut:
            roots, steps, overruled = _roots([act for act in said[Kind.MERGE].values() if act not in cut])
        again = {(roots[key], key.name): act.at for key, act in steps.items()}
        left: dict[ActorName, set[str]] = {}
        for (actor, name), act in splits.items():
            if act.at > again.get((roots.get(actor, actor), name), -1):
                left.setdefault(actor, set()).add(name)
        subjects = _subjects([act for kind in sorted(_KINDS) for act in said[kind].values()])
        return cls(
            roots,
            {key: cast(ActorSubject, act.into) for key, act in steps.items()},
            {actor: frozenset(names) for actor, names in left.items()},
            {_key(act): act.value for act in said[Kind.RENAME].values()},
            {_key(act): act.value for act in said[Kind.RETYPE].values()},
            frozenset(map(_key, said[Kind.IGNORE].values())),
            frozenset(map(_key, said[Kind.PIN].values())),
            subjects,
            _by_name(subjects),
            tuple(overruled),
        )

    def root(self, actor: ActorName) -> ActorName:
        """Whom an actor is counted with; itself where it was not merged."""
        return self.merges.get(actor, actor)

    def known(self, name: str, kind: str) -> ActorName | None:
        """Under which name and type an actor was corrected; under another type only if there is just one of the name,
        so that a correction outlives better rules for the type."""
        actor = ActorName.of(name, kind)
        if actor in self.subjects:
            return actor
        others = self.names.get(actor.name, ())
        return others[0] if len(others) == 1 else None


def _said(state: State, kind: Kind) -> dict[object, Act]:
    return {key: act for key, act in state.current(kind).items() if DEEDS[act.do].says}


def _key(act: Act) -> ActorName:
    return cast(ActorSubject, act.subject).key


def _splits(said: Mapping[object, Act]) -> dict[tuple[ActorName, str], Act]:
    return {(_key(act), fold(act.value)): act for act in said.values()}


def _roots(acts: list[Act]) -> tuple[dict[ActorName, ActorName], dict[ActorName, Act], list[tuple[Act, Act]]]:
    """The later merge goes first; one that would close a ring with those is left out, beside the last of them."""
    leader: dict[ActorName, ActorName] = {}
    steps: dict[ActorName, Act] = {}
    overruled = []
    for act in sorted(acts, key=lambda act: (act.at, act.id), reverse=True):
        source, target = _key(act), cast(ActorSubject, act.into).key
        end = _find(leader, target)
        if end == source:
            overruled.append((act, steps[target]))
        else:
            leader[source] = end
            steps[source] = act
    return {source: _find(leader, source) for source in steps}, steps, overruled


def _find(leader: dict[ActorName, ActorName], actor: ActorName) -> ActorName:
    """The end of a chain; all on the way are tied to it, so that the next walk is short."""
    way = []
    while actor in leader:
        way.append(actor)
        actor = leader[actor]
    for each in way[:-1]:
        leader[each] = actor
    return actor


def _is_split(act: Act, roots: Mapping[ActorName, ActorName], splits: Mapping[tuple[ActorName, str], Act]) -> bool:
    """Whether the name was taken off again later, off the actor it was merged into or off the end of the chain."""
    source, target = _key(act), cast(ActorSubject, act.into).key
    found = [splits.get((each, source.name)) for each in (target, roots[source])]
    return any(split is not None and (split.at, split.id) > (act.at, act.id) for split in found)


def _subjects(acts: list[Act]) -> dict[ActorName, ActorSubject]:
    found: dict[ActorName, ActorSubject] = {}
    for act in sorted(acts, key=lambda act: (act.at, act.id)):
        found[_key(act)] = cast(ActorSubject, act.subject)
        if act.into is not None:
            found.setdefault(act.into.key, act.into)
    return found


def _by_name(actors: Iterable[ActorName]) -> dict[str, tuple[ActorName, ...]]:
    found: dict[str, list[ActorName]] = {}
    for actor in actors:
        found.setdefault(actor.name, []).append(actor)
    return {name: tuple(bearers) for name, bearers in found.items()}
