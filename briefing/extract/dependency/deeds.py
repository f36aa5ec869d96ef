"""What a time dates in a parsed sentence, and whether that is told as something that happened or will."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.dependency.arc_words import (
    BEFORE_NOUN,
    IFS,
    INVERTED,
    LASTING,
    PARTS_OF_TIME,
    SUBJECTS,
)
from briefing.extract.dependency.tree import Tree

_STEPS = 6
"""Arcs up which a verb hands on that it did not happen."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What is dated: the noun or verb `head`, -1 for nothing, as in a heading; `verb`, if any, has who does it."""

    time: int
    head: int
    verb: int = -1


def dated(tree: Tree, time: int) -> Deed:
    """What the time at a word dates: the noun it stands before, or else the first verb above it."""
    below = time
    for at in tree.above(time):
        if at == time:
            continue
        if _dates_noun(tree, below, at):
            return Deed(time, at)
        if tree.is_verb(at) and tree.arcs[at] not in BEFORE_NOUN:
            return Deed(time, at, _doing(tree, at))
        below = at
    return Deed(time, -1)


def _dates_noun(tree: Tree, below: int, noun: int) -> bool:
    """`Tuesday's visit`, `the 2014 talks`, `the coup of 1969`; not `the end of May`."""
    if not tree.is_noun(noun) or tree.low[noun] in PARTS_OF_TIME:
        return False
    return tree.arcs[below] in BEFORE_NOUN or (tree.arcs[below] == "prep" and tree.low[below] == "of")


def _doing(tree: Tree, verb: int) -> int:
    """Up from an auxiliary or an infinitive to the verb whose subject is meant: `agreed to leave by May`."""
    for at in tree.above(verb):
        if tree.arcs[at] not in ("aux", "auxpass", "xcomp") or tree.of(at, *SUBJECTS):
            return at
    return verb


def happened(tree: Tree, deed: Deed) -> bool:
    """Neither denied nor only imagined."""
    if deed.verb < 0:
        return True
    lasts = tree.arcs[deed.time] == "pobj" and tree.low[tree.heads[deed.time]] in LASTING
    for step, at in enumerate(tree.above(deed.head)):
        if step == _STEPS or not tree.is_verb(at):
            break
        if (_is_denied(tree, at) and not lasts) or _is_imagined(tree, at) or _is_disputed(tree, at):
            return False
        if not _goes_on(tree, at):
            break
    return True


def _is_disputed(tree: Tree, verb: int) -> bool:
    """`denied that X left`, `denied having left`, `no evidence that X left`."""
    arc, above = tree.arcs[verb], tree.heads[verb]
    told = arc in ("ccomp", "xcomp", "pcomp") and above < verb
    return (told and tree.low[above] in cw.DENY) or (arc == "acl" and tree.low[above] in cw.NO_PROOF)


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb shares its truth with the one above: an infinitive, or a joined verb with nothing of its own."""
    arc = tree.arcs[verb]
    return arc in ("xcomp", "pcomp", "aux", "auxpass") or (arc == "conj" and not tree.of(verb, "aux", "neg", *SUBJECTS))


def _is_denied(tree: Tree, verb: int) -> bool:
    if tree.of(verb, "neg"):
        return "only" not in (tree.low[child] for child in tree.children[verb])
    for subject in tree.of(verb, *SUBJECTS):
        if tree.low[subject] in cw.NOBODY or any(tree.low[each] in cw.NOBODY for each in tree.of(subject, "det")):
            return True
    return False


def _is_imagined(tree: Tree, verb: int) -> bool:
    """`might have`, `would have`, `if he had`, `had he wanted`; not `said it would`, which is a plan."""
    auxiliaries = tree.of(verb, "aux", "auxpass")
    words = {tree.low[each] for each in auxiliaries}
    if any(tree.low[mark] in cw.CONDITIONAL for mark in tree.of(verb, "mark")):
        return True
    subjects = tree.of(verb, *SUBJECTS)
    if tree.arcs[verb] == "advcl" and subjects and any(
        each < subjects[0] and tree.low[each] in INVERTED for each in auxiliaries
    ):  # fmt: skip
        return True
    return bool(words & cw.UNREAL) and not is_planned(tree, verb)


def is_planned(tree: Tree, verb: int) -> bool:
    """`will leave`, `is to leave`, `said it would`; not `would have`, nor with an if."""
    words = {tree.low[each] for each in tree.of(verb, "aux")}
    if words & {"will", "shall"} or (tree.low[verb] in cw.BE and tree.of(verb, "xcomp")):
        return True
    if "would" not in words or "have" in words or tree.low[tree.heads[verb]] not in lexicon.verbs("say"):
        return False
    conditions = (tree.low[mark] for child in tree.of(verb, "advcl") for mark in tree.of(child, "mark"))
    return IFS.isdisjoint(conditions)
