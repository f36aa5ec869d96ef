"""The ties of one parsed sentence: each actor at a word that takes part in what a time dates."""

from __future__ import annotations

from briefing.extract.dependency.arc_rules import ArcRule
from briefing.extract.dependency.deeds import Deed, dated, happened, is_planned
from briefing.extract.dependency.parties import parties
from briefing.extract.dependency.tree import Tree
from briefing.extract.parts import takes_part
from briefing.extract.told import Named, Told
from briefing.model.actor import ActorDate, ActorType, Certainty
from briefing.model.text import Span
from briefing.model.when import TimeExpression

_STATED = frozenset([ArcRule.SUBJECT, ArcRule.UNDERGOES, ArcRule.AGENT, ArcRule.OBJECT, ArcRule.PARTY])
_NOT_DOERS = frozenset([ArcRule.OBJECT, ArcRule.AGENT, ArcRule.PARTY, ArcRule.EVENT])
_LONGEST_DEED = 40
"""Words of a verb phrase that is shown."""
_LONGEST_DOER = 12
"""Words on who does it, before the deed of one who undergoes it."""


def tie_by_arcs(
    tree: Tree, told: Told, inside: list[int], times: tuple[TimeExpression, ...]
) -> tuple[list[tuple[int, ActorDate]], set[int]]:
    """Pairs of an actor's number and its tie, an actor once to each time; and the times that the arcs settle."""
    named = _by_word(tree, told)
    found: dict[tuple[int, int], ActorDate] = {}
    settled = set()
    for number in inside:
        at = tree.head_of(times[number].span)
        deed = dated(tree, at) if at >= 0 else None
        if deed is None or deed.head < 0:
            continue
        settled.add(number)
        if not happened(tree, deed):
            continue
        for party in parties(tree, deed):
            for one in named.get(party.at, ()):
                if (one.actor, number) not in found:
                    found[one.actor, number] = _made(tree, told, one, party.rule, number, deed)
    return [(actor, made) for (actor, _), made in found.items()], settled


def _by_word(tree: Tree, told: Told) -> dict[int, list[Named]]:
    """Who is named, or meant, at each word, of those who can take part in anything."""
    found: dict[int, list[Named]] = {}
    for inside in told.named.values():
        for one in inside:
            at = tree.head_of(one.naming.span)
            if at >= 0 and (takes_part(told, one) or _place_acts(tree, one, at)):
                found.setdefault(at, []).append(one)
    return found


def _place_acts(tree: Tree, one: Named, at: int) -> bool:
    """`Moscow, which had lent twice that sum`: what does something to something is no place, whatever its name."""
    if one.kind is not ActorType.PLACE or not one.naming.ties:
        return False
    verbs = [tree.heads[at]] if tree.arcs[at] == "nsubj" else []
    verbs += [verb for verb in tree.of(at, "relcl") if any(tree.tags[each] == "WDT" for each in tree.of(verb, "nsubj"))]
    return any(tree.of(verb, "dobj", "ccomp") for verb in verbs)


def _made(tree: Tree, told: Told, one: Named, rule: ArcRule, time: int, deed: Deed) -> ActorDate:
    is_plain = rule in _STATED and one.rule is None and not (deed.verb >= 0 and is_planned(tree, deed.verb))
    place = tree.starts[deed.verb if deed.verb >= 0 else deed.head]
    speaker = told.speaker(told.clause_at(place))
    return ActorDate(
        time,
        told.sentence.span,
        one.rule.value if one.rule else rule.value,
        Certainty.STATED if is_plain else Certainty.INFERRED,
        _did(tree, deed.verb, is_doer=rule not in _NOT_DOERS) if deed.verb >= 0 else None,
        speaker.name if speaker and speaker.actor != one.actor else None,
    )


def _did(tree: Tree, verb: int, *, is_doer: bool) -> Span:
    """The verb phrase: from the first auxiliary right before the verb to the last word that hangs below it.

    Of one who does not do it but undergoes it or is party to it, from the words on who does.
    """
    first = verb
    own = {verb, *tree.of(verb, "aux", "auxpass", "neg", "advmod")}
    while first - 1 in own:
        first -= 1
    if not is_doer:
        before = [at for at in range(max(first - _LONGEST_DOER, 0), first) if _is_subject(tree, at, verb)]
        first = min(before, default=first)
    last = verb + 1
    while last < len(tree) and last - first < _LONGEST_DEED and _is_below(tree, last, verb):
        last += 1
    while last > verb + 1 and not tree.texts[last - 1][0].isalnum():
        last -= 1
    return Span(tree.starts[first], tree.ends[last - 1])


def _is_subject(tree: Tree, at: int, verb: int) -> bool:
    """Whether a word belongs to the subject of the verb."""
    return any(tree.heads[above] == verb and tree.arcs[above] in ("nsubj", "nsubjpass") for above in tree.above(at))


def _is_below(tree: Tree, at: int, verb: int) -> bool:
    """Whether a word belongs to the phrase of the verb: not to a joined clause, nor to the one who says it."""
    for above in tree.above(at):
        if above == verb:
            return True
        if tree.heads[above] == verb and tree.arcs[above] in ("conj", "parataxis", "nsubj", "nsubjpass"):
            return False
    return False
