"""Ties of actors to times, clause by clause, each with the sentence that says so.

A time belongs to the clause it stands in; whoever is named in that clause, or takes part in it without being named
there, is tied to it. `tie_rules` lists the rules. Work is bounded: in a clause of many times
a naming is tied to the nearest only.
"""

from __future__ import annotations

from bisect import bisect_left

from briefing.extract.asides import beside_another, compares, is_aside, is_wished, only_of
from briefing.extract.clause import Clause, Kind
from briefing.extract.clause_words import AUXILIARIES, BE, PREPOSITIONS
from briefing.extract.dated_doers import befalls_doers, owners
from briefing.extract.dated_nouns import dated_noun
from briefing.extract.noun_words import AT_EVENT, MEDIA
from briefing.extract.parts import is_inside_gerund, is_occasion, takes_part
from briefing.extract.phrases import people
from briefing.extract.pronouns import as_pronoun
from briefing.extract.rows import row_after, row_before
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named, Told
from briefing.extract.verb_forms import is_ambiguous, is_past_form
from briefing.extract.verb_phrase import did
from briefing.model.actor import ActorDate, Certainty
from briefing.model.when import TimeExpression

MOST_TIMES = 3
"""Times of one clause that a naming is tied to; where there are more, the nearest only."""
FARTHEST = 60
"""Words between a naming and its time; beyond, nearness proves nothing."""
_TO_VERB = 6
"""Words from an `I` to its verb."""
_OWN = frozenset(["I", "I'm", "I've", "I'll", "I'd"])
_JOINED = 12
"""Clauses joined by `and` up to the one with the `I`, at most."""
_TO_WHEN = 6
"""Words from a time to the `when` that goes on with it."""
_TO_REPORT = 4
"""Words from the beginning of a clause to the `report` that says something."""
_SHARING = {Kind.RELATIVE: TieRule.OWNER, Kind.PARTICIPLE: TieRule.PARTICIPLE}
_NO_DEEDS = frozenset(["something", "nothing", "anything", "everything", "during", "morning", "evening", "willing"])
_STATED = frozenset([TieRule.SUBJECT, TieRule.PARTY, TieRule.ROW])


def tie(told: Told, times: tuple[TimeExpression, ...], *, is_row: bool = False) -> list[tuple[int, ActorDate]]:
    """Pairs of an actor's number and its tie to a time; an actor is tied once to each time."""
    found: dict[tuple[int, int], ActorDate] = {}
    for number in sorted(told.times):
        for one, rule, time, clause in _tied(told, number, times, is_row):
            if (one.actor, time) not in found:
                found[one.actor, time] = _made(told, one, rule, time, clause)
    return [(actor, made) for (actor, _), made in found.items()]


_Tie = tuple[Named, TieRule, int, int]
"""Who, why, the time, and the clause it is told in."""


def _tied(told: Told, number: int, times: tuple[TimeExpression, ...], is_row: bool) -> list[_Tie]:
    own = told.times[number]
    if told.clauses.found[number].is_contact and told.clauses.found[number].parent >= 0 and not told.subject(number):
        number = told.clauses.found[number].parent  # `they` is nobody known: as if it were one clause
    clause = told.clauses.found[number]
    own = [time for time in own if not compares(told, number, times[time])]
    if not own:
        return []
    if is_row:
        return [(one, TieRule.ROW, t, number) for inside in told.named.values() for one in inside
                for t in _near(told, one, own, times) if takes_part(told, one)]  # fmt: skip
    if not clause.happened:
        return _when(told, number, own, times)
    nouns = {time: dated_noun(told, number, times[time]) for time in own}
    alone = {time: some for time in own if nouns[time] < 0 and (some := only_of(told, number, times[time]))}
    loose = [time for time in own if nouns[time] < 0 and time not in alone and not is_wished(told, number, times[time])]
    found: list[_Tie] = [
        (one, one.rule or TieRule.SUBJECT, time, number)
        for time, some in alone.items()
        for one in some
        if takes_part(told, one)
    ]
    all_loose = [times[time] for time in loose]
    found += [
        (one, rule, time, number)
        for one, rule in _parties(told, number)
        for time in _near(told, one, loose, times)
        if len(loose) < 2 or not beside_another(told, clause, one, times[time], all_loose)
    ]
    for time, noun in nouns.items():
        if noun >= 0:
            some = owners(told, number, noun, times[time])
            if befalls_doers(told, number, noun, times[time]):
                some += [one for one, rule in _parties(told, number) if rule is not TieRule.PARTY]
            found += [(one, TieRule.DATED_NOUN, time, number) for one in some]
    found += _when(told, number, own, times)
    if loose and (above := _dated_by(told, number)) >= 0:
        found += _meanwhile(told, above, loose[0])
    if loose and (above := _shares_auxiliary(told, number)) >= 0:
        found += [(one, TieRule.OPENING, loose[0], above) for one, _ in _parties(told, above)]
    if loose:
        found += [(one, rule, loose[0], at) for one, rule, at in _others(told, number, times[loose[0]])]
    return found


def _shares_auxiliary(told: Told, number: int) -> int:
    """The clause before in `X was killed and four men wounded on Friday`, where the time is that of both; or -1."""
    clause = told.clauses.found[number]
    above, texts = clause.parent, told.sentence.words.texts
    if clause.kind is not Kind.COORDINATE or clause.opener != "and" or above < 0 or above in told.times:
        return -1
    verb = told.clauses.found[above].verb
    if not (0 <= verb < clause.first - 1 and told.clauses.found[above].happened and texts[clause.first - 1] != ","):
        return -1
    passive = texts[verb].lower() in BE and is_past_form(texts[verb + 1])
    without = clause.verb - clause.first > 1 and texts[clause.verb] not in AUXILIARIES
    return above if passive and without and is_ambiguous(texts[clause.verb]) else -1


def _parties(told: Told, number: int) -> list[tuple[Named, TieRule]]:
    """Who does, undergoes or is party to what a clause tells."""
    clause = told.clauses.found[number]
    found = []
    for one in told.named.get(number, ()):
        if not takes_part(told, one):
            continue
        before = one.naming.first < clause.verb
        if (not before and is_occasion(one)) or is_inside_gerund(told, clause, one) or is_aside(told, clause, one):
            continue
        found.append((one, one.rule or (TieRule.SUBJECT if before else TieRule.PARTY)))
    if clause.in_quotes and (speaker := _own_speaker(told, number)):
        found.append((speaker, TieRule.OWN_WORDS))
    gap = clause.kind is Kind.RELATIVE and clause.verb - clause.first <= 2
    if clause.verb >= 0 and (gap or not any(one.naming.first < clause.verb for one, _ in found)):
        shared = told.subject(number)
        is_meant = shared and (clause.kind is Kind.RELATIVE or takes_part(told, shared))
        if shared and is_meant and told.clauses.of_word[shared.naming.first] != number:
            rule = _SHARING.get(clause.kind, TieRule.SHARED)
            row = row_after(told, shared) if clause.kind in (Kind.COORDINATE, Kind.PARTICIPLE) else []
            row += told.meant_with(shared)
            if clause.kind is Kind.RELATIVE:
                row = row_before(told, shared, clause)
            found += [(one, rule) for one in (shared, *row) if one is shared or takes_part(told, one)]
    if (undergoes := told.relative_object(number)) and undergoes.actor not in {one.actor for one, _ in found}:
        found.append((undergoes, TieRule.OWNER))
    return found


def _own_speaker(told: Told, number: int) -> Named | None:
    """The speaker of a quotation in which `I` is the subject, or to whom something is done: `they called me`."""
    for _ in range(_JOINED):
        clause = told.clauses.found[number]
        own = _own_word(told.sentence.words.texts, clause)
        if own >= 0:
            speaker = told.speaker(number)
            if speaker and speaker is told.outside:
                return as_pronoun(told, speaker, own)
            return speaker if speaker and takes_part(told, speaker) else None
        number = clause.parent
        has_none = clause.kind is Kind.COORDINATE and clause.verb - clause.first == 1
        if not has_none or not told.clauses.found[number].in_quotes:
            return None
    return None


def _own_word(texts: list[str], clause: Clause) -> int:
    """Where the `I`, `me` or `my` of a clause stands, or -1."""
    end = min(clause.last, clause.verb if clause.verb >= clause.first else clause.first + _TO_VERB)
    own = next((at for at in range(max(clause.first, end - _TO_VERB), end) if texts[at] in _OWN), -1)
    if own < 0:
        own = next((at for at in range(clause.first, clause.last) if texts[at] == "me"), -1)
    is_mine = own < 0 and end > clause.first + 1 and texts[end - 2] in ("my", "My") and texts[end - 1] not in people()
    return end - 2 if is_mine else own


def _others(told: Told, number: int, time: TimeExpression) -> list[tuple[Named, TieRule, int]]:
    """Those of the next clause, where it goes on with this one at the same time."""
    following = number + 1
    if following >= len(told.clauses.found) or following in told.times:
        return []
    clause, after = told.clauses.found[number], told.clauses.found[following]
    if not after.happened or after.verb < 0 or after.parent != number:
        return []
    if after.kind is Kind.COMPLEMENT and _reports(told, clause) and _is_progressive(told, after):
        return [
            (one, TieRule.SIMULTANEOUS, following) for one in told.named.get(following, ()) if takes_part(told, one)
        ]
    opens = told.word_at(time.span.start) <= clause.first + 2 < clause.verb
    if opens and after.kind is Kind.COORDINATE and not clause.is_reporting:
        return [
            (one, TieRule.OPENING, following) for one, rule in _parties(told, following) if rule is not TieRule.PARTY
        ]
    return []


def _when(told: Told, number: int, own: list[int], times: tuple[TimeExpression, ...]) -> list[_Tie]:
    """`in 1979, when X invaded Y`: the clause right after a time happened then."""
    following = number + 1
    if following >= len(told.clauses.found):
        return []
    after = told.clauses.found[following]
    is_when = after.opener == "when" or (following not in told.times and _at_which(told, after))
    if not is_when or not after.happened or after.verb < 0:
        return []
    last = max(own, key=lambda time: times[time].span.start)
    if not 0 < after.first - told.word_at(times[last].span.end - 1) <= _TO_WHEN:
        return []
    return [(one, TieRule.WHEN, last, following) for one, _ in _parties(told, following)]


def _at_which(told: Told, clause: Clause) -> bool:
    """`a meeting in May at which X agreed`, `a fax of 3 May, in which X asks`: it happened at what is dated."""
    before = told.sentence.words.texts[clause.first - 1] if clause.first else ""
    return clause.opener == "which" and before in AT_EVENT


def _dated_by(told: Told, number: int) -> int:
    """The clause that a clause with `when` or `since` gives its time, or -1."""
    found = told.clauses.found
    clause, following = found[number], number + 1
    if clause.opener == "since" and clause.parent >= 0 and _lasts(told, clause.parent):
        return clause.parent
    if clause.opener != "when":
        return -1
    if clause.parent >= 0:
        return clause.parent if clause.parent not in told.times else -1
    after = found[following] if following < len(found) else None
    fronted = after and after.kind is Kind.MAIN and after.parent == number and following not in told.times
    return following if fronted else -1


def _meanwhile(told: Told, above: int, time: int) -> list[_Tie]:
    """`X pleaded not guilty when the trial opened on June 2`: what stands above happened then too."""
    clause = told.clauses.found[above]
    if not clause.happened or clause.verb < 0:
        return []
    return [(one, TieRule.MEANWHILE, time, above) for one, rule in _parties(told, above) if rule is not TieRule.PARTY]


def _lasts(told: Told, number: int) -> bool:
    """`has run the firm since its founder left in May`: what has lasted since then began then."""
    verb = told.clauses.found[number].verb
    return verb >= 0 and told.sentence.words.texts[verb].lower() in ("has", "have", "had")


def _reports(told: Told, clause: Clause) -> bool:
    """`A report in 2020 said`: a paper tells of its own time; who speaks tells of any."""
    texts = told.sentence.words.texts
    opening = [text.lower() for text in texts[clause.first : min(clause.verb, clause.first + _TO_REPORT)]]
    return clause.is_reporting and not MEDIA.isdisjoint(opening) and PREPOSITIONS.isdisjoint(opening[:1])


def _is_progressive(told: Told, clause: Clause) -> bool:
    """`said that fighters were backing X`: happens at the time of saying."""
    texts = told.sentence.words.texts
    return texts[clause.verb].lower() in ("was", "were", "is", "are") and any(
        text.endswith("ing") and text not in _NO_DEEDS for text in texts[clause.verb + 1 : clause.verb + 3]
    )


def _near(told: Told, one: Named, own: list[int], times: tuple[TimeExpression, ...]) -> list[int]:
    if not own:
        return []
    here = one.naming.span.start
    if len(own) > MOST_TIMES:
        at = bisect_left(own, here, key=lambda t: times[t].span.start)
        own = [min(own[max(0, at - 1) : at + 1], key=lambda t: abs(times[t].span.start - here))]
    return [t for t in own if abs(told.word_at(times[t].span.start) - one.naming.first) <= FARTHEST]


def _made(told: Told, one: Named, rule: TieRule, time: int, number: int) -> ActorDate:
    clause = told.clauses.found[number]
    certainty = (
        Certainty.STATED if rule in _STATED and (clause.verb >= 0 or rule is TieRule.ROW) else Certainty.INFERRED
    )
    if clause.planned and certainty is Certainty.STATED:
        certainty = Certainty.INFERRED
    speaker = told.speaker(number)
    said_by = speaker.name if speaker and speaker.actor != one.actor else None
    is_doer = rule is not TieRule.DATED_NOUN and not _stands_after_verb(told, one, number)
    return ActorDate(time, told.sentence.span, rule.value, certainty, did(told, number, is_doer=is_doer), said_by)


def _stands_after_verb(told: Told, one: Named, number: int) -> bool:
    first = one.naming.first
    return told.clauses.of_word[first] == number and first > told.clauses.found[number].verb
