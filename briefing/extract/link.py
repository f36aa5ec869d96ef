"""Ties of actors to times, clause by clause, each with the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.clauses import Clause, split_clauses
from briefing.extract.naming import Naming, Sentence
from briefing.model.actor import ActorDate, ActorType, Certainty
from briefing.model.text import Span
from briefing.model.when import Precision, TimeExpression

_UNTIED = frozenset([Precision.DURATION, Precision.SET, Precision.VAGUE])

LONGEST_SENTENCE = 300
"""Words; what is longer is a list or a table in one line, where nearness proves nothing."""
_EVENTS = frozenset(["Conference", "Summit", "Forum", "Games", "Festival", "Expo"])
"""In, at or near one of these is a place to be."""


@dataclass(frozen=True, slots=True)
class Named:
    """A naming with the number of the actor it names and that actor's type."""

    naming: Naming
    actor: int
    kind: ActorType
    name: str


def tie(
    sentences: list[Sentence],
    named: list[Named],
    times: tuple[TimeExpression, ...],
    dateline: Span | None = None,
) -> list[tuple[int, ActorDate]]:
    """Pairs of an actor's number and its tie to a time; an actor is tied once to each time, and to no dateline."""
    by_sentence: dict[int, list[Named]] = {}
    for one in named:
        by_sentence.setdefault(one.naming.sentence, []).append(one)
    found: list[tuple[int, ActorDate]] = []
    at = 0
    for number, sentence in enumerate(sentences):
        inside: list[int] = []
        while at < len(times) and times[at].span.start < sentence.span.end:
            inside.append(at)
            at += 1
        inside = [t for t in inside if times[t].when.precision not in _UNTIED]
        if dateline:
            inside = [t for t in inside if not times[t].span.overlaps(dateline)]
        if inside and number in by_sentence and len(sentence.words) <= LONGEST_SENTENCE:
            found.extend(_tie_sentence(sentence, by_sentence[number], times, inside))
    return found


def _tie_sentence(
    sentence: Sentence, named: list[Named], times: tuple[TimeExpression, ...], inside: list[int]
) -> list[tuple[int, ActorDate]]:
    clauses = split_clauses(sentence.words)
    dated = {t: _clause_of(clauses, _word_at(sentence, times[t].span.start)) for t in inside}
    found: dict[tuple[int, int], ActorDate] = {}
    for time, home in dated.items():
        for one in named:
            rule = _rule(one, clauses, home, dated, time, sentence, times)
            if rule and (one.actor, time) not in found:
                found[one.actor, time] = _made(sentence, clauses, home, one, rule, time, named)
    return [(actor, made) for (actor, _), made in found.items()]


def _word_at(sentence: Sentence, offset: int) -> int:
    starts = sentence.words.starts
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] <= offset:
            low = middle + 1
        else:
            high = middle
    return max(low - 1, 0)


def _clause_of(clauses: list[Clause], word: int) -> int:
    return next((at for at, clause in enumerate(clauses) if clause.holds(word)), 0)


def _rule(
    one: Named, clauses: list[Clause], home: int, dated: dict[int, int], time: int, sentence: Sentence,
    times: tuple[TimeExpression, ...],
) -> str:  # fmt: skip
    """The rule that ties this naming to a time of the clause `home`, or nothing."""
    naming, clause = one.naming, clauses[home]
    if not naming.ties or one.kind is ActorType.PLACE or not clause.happened:
        return ""
    if clause.holds(naming.first):
        if naming.scenery and (one.kind is ActorType.STATE or _EVENTS.intersection(naming.words)):
            return ""
        if not _nearest_time(naming, [t for t, c in dated.items() if c == home], times, time):
            return ""
        return "subject-of-clause" if naming.first < clause.verb else "party-to-clause"
    own = _clause_of(clauses, naming.first)
    if own == home + 1 and own not in dated.values() and _continues(clauses, home, own, sentence):
        return "simultaneous-clause" if not naming.scenery else ""
    if own == home - 1 and own not in dated.values() and clause.opener in ("who", "which", "whose"):
        return "owner-of-relative" if naming.last >= clause.first - 2 else ""
    if own < home and _shares_subject(clauses, own, home, sentence) and naming.first < clauses[own].verb:
        return "shared-subject"
    return ""


def _nearest_time(naming: Naming, rivals: list[int], times: tuple[TimeExpression, ...], time: int) -> bool:
    return len(rivals) < 4 or time == min(rivals, key=lambda t: abs(times[t].span.start - naming.span.start))


def _continues(clauses: list[Clause], home: int, own: int, sentence: Sentence) -> bool:
    """`A report in 2020 said that fighters were backing X`: a progressive complement happens at the time of saying."""
    clause = clauses[own]
    texts = sentence.words.texts
    if not clause.happened or clause.verb < 0:
        return False
    progressive = texts[clause.verb].lower() in ("was", "were", "is", "are") and any(
        text.endswith("ing") for text in texts[clause.verb + 1 : clause.verb + 3]
    )
    return (clauses[home].is_reporting and progressive) or clause.opener in ("whose",)


def _shares_subject(clauses: list[Clause], own: int, home: int, sentence: Sentence) -> bool:
    """`X met Y and left on Tuesday`: the second verb has no subject of its own."""
    clause = clauses[home]
    return clause.opener in ("and", "but", "then") and own == home - 1 and 0 <= clause.verb - clause.first <= 2


def _made(
    sentence: Sentence, clauses: list[Clause], home: int, one: Named, rule: str, time: int, named: list[Named]
) -> ActorDate:
    clause = clauses[home if rule != "simultaneous-clause" else _clause_of(clauses, one.naming.first)]
    sure = rule in ("subject-of-clause", "party-to-clause") and clause.verb >= 0
    return ActorDate(
        time,
        sentence.span,
        rule,
        Certainty.STATED if sure else Certainty.INFERRED,
        _did(sentence, clause),
        _speaker(clauses, home, named),
    )


def _did(sentence: Sentence, clause: Clause) -> Span | None:
    """The verb phrase: from the finite verb to the end of its clause, no closing sign."""
    if clause.verb < 0:
        return None
    last = clause.last
    while last > clause.verb + 1 and not sentence.words.texts[last - 1][0].isalnum():
        last -= 1
    return Span(sentence.words.starts[clause.verb], sentence.words.ends[last - 1])


def _speaker(clauses: list[Clause], home: int, named: list[Named]) -> str | None:
    """Who says what the clause tells: the subject of a reporting clause beside it."""
    for at in (home - 1, home + 1):
        if not 0 <= at < len(clauses) or not clauses[at].is_reporting or clauses[home].is_reporting:
            continue
        clause = clauses[at]
        for one in named:
            if clause.holds(one.naming.first) and one.naming.first < clause.verb and one.naming.ties:
                return one.name
    return None
