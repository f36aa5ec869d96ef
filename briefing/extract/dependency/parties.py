"""Who takes part in what a time dates, by the arcs that lead from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract import lexicon
from briefing.extract.dependency.arc_rules import ArcRule
from briefing.extract.dependency.arc_words import (
    BEFORE_NOUN,
    CALLED,
    COMPLETING,
    OBJECTS,
    OF_EVENT,
    RELATIVE_TAGS,
    SETTING,
    SHARING,
    SUBJECTS,
    TAKING_PART,
)
from briefing.extract.dependency.deeds import Deed
from briefing.extract.dependency.tree import Tree

_DEEP = 3
"""Verbs that complete each other, one below the other."""
_HIGH = 6
"""Verbs up which a subject is looked for."""


class Party(NamedTuple):
    """A word that takes part, and why."""

    at: int
    rule: ArcRule


def parties(tree: Tree, deed: Deed) -> Iterator[Party]:
    """Everybody who does, undergoes or is party to a deed; a word may come more than once."""
    if deed.verb >= 0:
        yield from _of_verb(tree, deed.verb)
        yield from _shared_subject(tree, deed.verb)
    elif deed.head >= 0:
        yield from _of_event(tree, deed.head)


def _of_verb(tree: Tree, verb: int, deep: int = 0) -> Iterator[Party]:
    """Those that hang on a verb, and on the verbs that complete it."""
    for child in tree.children[verb]:
        arc = tree.arcs[child]
        if arc in SUBJECTS:
            yield from _subject(tree, child, ArcRule.SUBJECT if arc == "nsubj" else ArcRule.UNDERGOES)
        elif arc == "agent":
            yield from _after(tree, child, ArcRule.AGENT)
        elif arc == "prep":
            yield from _after(tree, child, ArcRule.PARTY)
        elif arc in OBJECTS:
            yield from _phrase(tree, child, ArcRule.OBJECT)
            yield from _after(tree, child, ArcRule.OBJECT)
        elif arc in COMPLETING and deep < _DEEP and not tree.of(child, *SUBJECTS, "expl"):
            yield from _of_verb(tree, child, deep + 1)


def _subject(tree: Tree, subject: int, rule: ArcRule) -> Iterator[Party]:
    """The subject itself; in a relative clause also the noun that the clause is about."""
    verb = tree.heads[subject]
    if tree.arcs[verb] == "relcl" and (tree.tags[subject] in RELATIVE_TAGS or rule is not ArcRule.SHARED):
        yield from _antecedent(tree, tree.heads[verb], ArcRule.RELATIVE)
    yield from _phrase(tree, subject, rule)


def _shared_subject(tree: Tree, verb: int) -> Iterator[Party]:
    """The subject of a verb that has none of its own: of the verb above, or the noun that a participle is about."""
    for step in range(_HIGH):
        own = tree.of(verb, *SUBJECTS)
        if own:
            for subject in own if step else ():
                yield from _subject(tree, subject, ArcRule.SHARED)
            return
        arc, above = tree.arcs[verb], tree.heads[verb]
        if arc == "relcl":
            yield from _antecedent(tree, above, ArcRule.RELATIVE)
        elif arc == "acl":
            yield from _antecedent(tree, above, ArcRule.PARTICIPLE)
            yield from _setting(tree, above)
        if above == verb or arc not in SHARING:
            return
        verb = above


def _setting(tree: Tree, noun: int) -> Iterator[Party]:
    """`In a message sent on Monday he said`, `spoke at the 2014 inquiry`: the verb has the time of its setting."""
    prep = tree.heads[noun]
    verb = tree.heads[prep]
    if tree.arcs[noun] == "pobj" and tree.low[prep] in SETTING and tree.is_verb(verb):
        for subject in tree.of(verb, *SUBJECTS):
            yield from _subject(tree, subject, ArcRule.SETTING)


def _antecedent(tree: Tree, noun: int, rule: ArcRule) -> Iterator[Party]:
    """The noun itself and what it is in apposition with."""
    for at in tree.above(noun):
        yield Party(at, rule)
        for apposed in tree.of(at, "appos"):
            yield Party(apposed, rule)
        if tree.arcs[at] != "appos":
            return


def _after(tree: Tree, prep: int, rule: ArcRule, deep: int = 0) -> Iterator[Party]:
    """What follows a preposition: nouns, further prepositions, a verb in -ing."""
    for child in tree.children[prep]:
        if tree.arcs[child] == "pobj":
            yield from _phrase(tree, child, rule)
        elif deep < _DEEP and tree.arcs[child] == "prep":
            yield from _after(tree, child, rule, deep + 1)
        elif tree.arcs[child] == "pcomp":
            yield from _of_verb(tree, child, _DEEP)


def _phrase(tree: Tree, noun: int, rule: ArcRule) -> Iterator[Party]:
    """A noun with all that names it or takes part with it: joined nouns, owners, appositions, parties `of` and `by`."""
    waiting = [(noun, False)]
    while waiting:
        at, is_apposed = waiting.pop()
        yield Party(at, rule)
        for child in tree.children[at]:
            if tree.arcs[child] == "conj":
                waiting.append((child, is_apposed))
            elif tree.arcs[child] == "appos":
                waiting.append((child, True))
            elif tree.arcs[child] == "acl" and tree.low[child] in CALLED:
                waiting += [(name, True) for name in _names(tree, child)]
            elif not is_apposed:
                waiting += [(inside, False) for inside in _inside(tree, at, child)]


def _names(tree: Tree, called: int) -> list[int]:
    """`a man called X`, `known as X`."""
    inside = tree.of(called, *OBJECTS)
    return inside + [noun for prep in tree.of(called, "prep") for noun in tree.of(prep, "pobj")]


def _inside(tree: Tree, noun: int, child: int) -> list[int]:
    """Owners and parties within a noun phrase; of `the head of X` it is the head who acts."""
    if tree.arcs[child] in BEFORE_NOUN:
        return [child]
    if tree.arcs[child] not in ("prep", "agent", "acl") or tree.low[child] not in TAKING_PART:
        return []
    if tree.tags[noun] == "NN" and tree.low[noun] in lexicon.words("roles") and not tree.low[noun].startswith("spokes"):
        return []
    preps = [child, *tree.of(child, "conj", "prep")]
    return [inside for prep in preps for inside in tree.of(prep, "pobj", "dobj")]


def _of_event(tree: Tree, noun: int) -> Iterator[Party]:
    """Who owns a dated noun or is joined to it: `Norrin's 2014 trial`, `the 2014 talks between X and Y`."""
    for child in tree.children[noun]:
        if tree.arcs[child] in BEFORE_NOUN:
            yield from _phrase(tree, child, ArcRule.EVENT)
        elif tree.arcs[child] in ("prep", "agent", "acl") and tree.low[child] in OF_EVENT:
            for inside in tree.of(child, "pobj", "dobj"):
                yield from _phrase(tree, inside, ArcRule.EVENT)
    yield from _setting(tree, noun)
    above = tree.heads[tree.heads[noun]]
    if tree.arcs[noun] == "pobj" and tree.arcs[above] == "appos":
        yield from _antecedent(tree, above, ArcRule.EVENT)
    if tree.arcs[noun] == "dobj" and any(tree.low[each] in ("a", "an") for each in tree.of(noun, "det")):
        for subject in tree.of(tree.heads[noun], *SUBJECTS):
            yield from _subject(tree, subject, ArcRule.EVENT)
