"""Ties of actors to times, clause by clause, each with the sentence that says so.

A time belongs to the clause it stands in; whoever is named in that clause, or takes part in it without being named
there, is tied to it. `tie_rules` lists the rules. Work is bounded: in a clause of many times
a naming is tied to the nearest only.
"""

from __future__ import annotations

from bisect import bisect_left

from briefing.extract import lexicon
from briefing.extract.clause import Clause, Kind
from briefing.extract.clause_words import listed
from briefing.extract.lexicon import How
from briefing.extract.tie_rules import TieRule
from briefing.extract.told import Named, Told
from briefing.extract.words import bare
from briefing.model.actor import ActorDate, ActorType, Certainty
from briefing.model.text import Span
from briefing.model.when import Precision, TimeExpression

MOST_TIMES = 3
"""Times of one clause that a naming is tied to; where there are more, the nearest only."""
FARTHEST = 60
"""Words between a naming and its time; beyond, nearness proves nothing."""
_OFFICES = listed("official minister president premier ambassador envoy chancellor general admiral commander")
"""Who holds one of these acts for the state."""
_PARTS = listed(
    "night nights evening morning afternoon day days week weeks weekend month months end start beginning middle half "
    "quarter summer winter spring autumn fall hours hour early late eve rest part year years first second last dawn"
)
"""Before `of` these are a part of the time, not a thing that it dates."""
_HOMES = listed(
    "village town city capital port river border region coast desert island province newspaper newspapers daily "
    "television radio media broadcaster broadcasters tabloid magazine"
)
_LINES = frozenset(["border", "frontier", "road", "line", "bridge", "river", "fence", "distance"])
_SENT = listed(
    "negotiators envoys officials soldiers troops delegates diplomats ministers fighters forces representatives "
    "mediators experts teams delegations pilots officers police leaders lawmakers"
)
"""From a state these act for it."""
_ORIGIN_REACH = 4
_OWNER_REACH = 10
LONGEST_PHRASE = 40
"""Words of a verb phrase that is shown."""
_EVENTS = frozenset(["Conference", "Summit", "Forum", "Games", "Festival", "Expo", "Cup", "Congress", "Fair"])
"""In, at or near one of these is a place to be."""
_JOINING = frozenset(["of", "between", "with", "by", "involving", "and"])
_STATED = frozenset([TieRule.SUBJECT, TieRule.PARTY, TieRule.ROW])


_NO_NOUN = listed("and or at in on for with when that which who of to by as after before while but")


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
    clause, own = told.clauses.found[number], told.times[number]
    if is_row:
        return [(one, TieRule.ROW, t, number) for inside in told.named.values() for one in inside
                for t in _near(told, one, told.times[number], times) if _takes_part(told, one)]  # fmt: skip
    if not clause.happened:
        return []
    dated = [time for time in own if _dates_noun(told, times[time])]
    loose = sorted(set(own).difference(dated))
    found = [
        (one, rule, time, number) for one, rule in _parties(told, number) for time in _near(told, one, loose, times)
    ]
    for time in dated:
        found += [(one, TieRule.DATED_NOUN, time, number) for one in _owners(told, number, times[time])]
    if loose:
        found += [(one, rule, loose[0], at) for one, rule, at in _others(told, number, times[loose[0]])]
    return found


def _takes_part(told: Told, one: Named) -> bool:
    if not one.naming.ties or one.kind is ActorType.PLACE:
        return False
    if one.naming.entry and one.naming.entry.how is How.DEMONYM and _only_origin(told, one):
        return False
    is_scene = one.kind is ActorType.STATE or not _EVENTS.isdisjoint(one.naming.words)
    if not is_scene:
        return True
    head = told.head_of_row(one)
    return not (one.naming.scenery or head.naming.scenery) or _is_party_by_preposition(told, head)


def _is_party_by_preposition(told: Told, one: Named) -> bool:
    """`negotiators from Kazakhstan`, `talks between France and Italy`; not `the border between them`."""
    texts, first = told.sentence.words.texts, one.naming.first
    before, noun = (texts[first - 1], texts[first - 2].lower()) if first > 1 else ("", "")
    return (before == "from" and noun in _SENT) or (before == "between" and noun not in _LINES)


def _only_origin(told: Told, one: Named) -> bool:
    """`Danish bank X`, `a Yugoslav company`, `the Norwegian diplomat`: from there, not sent by it."""
    texts = told.sentence.words.texts
    for at in range(one.naming.last, min(len(texts), one.naming.last + _ORIGIN_REACH)):
        word = texts[at]
        if word in lexicon.words("company_nouns") or word in _HOMES:
            return True
        if word in lexicon.words("roles") and word not in _OFFICES:
            return True
        if not word[0].isalpha() or word in _NO_NOUN:
            return False
        if word[0].isupper():
            return at > one.naming.last and texts[at - 1] in lexicon.words("roles") and texts[at - 1] not in _OFFICES
    return False


def _parties(told: Told, number: int) -> list[tuple[Named, TieRule]]:
    """Who does, undergoes or is party to what a clause tells."""
    clause = told.clauses.found[number]
    found = []
    for one in told.named.get(number, ()):
        if not _takes_part(told, one):
            continue
        before = one.naming.first < clause.verb
        if not before and _EVENTS.intersection(one.naming.words):
            continue
        found.append((one, one.rule or (TieRule.SUBJECT if before else TieRule.PARTY)))
    if clause.in_quotes and (speaker := _own_speaker(told, number)):
        found.append((speaker, TieRule.OWN_WORDS))
    gap = clause.kind is Kind.RELATIVE and clause.verb - clause.first <= 2
    if clause.verb >= 0 and (gap or not any(one.naming.first < clause.verb for one, _ in found)):
        shared = told.subject(number)
        if shared and told.clauses.of_word[shared.naming.first] != number and _takes_part(told, shared):
            found.append((shared, TieRule.OWNER if clause.kind is Kind.RELATIVE else TieRule.SHARED))
    return found


def _own_speaker(told: Told, number: int) -> Named | None:
    """The speaker of a quotation in which `I` or `we` is the subject."""
    clause = told.clauses.found[number]
    own = told.sentence.words.texts[clause.first : max(clause.verb, clause.first)]
    speaks = any(text in ("I", "We", "we") for text in own[-6:])
    speaker = told.speaker(number) if speaks else None
    return speaker if speaker and _takes_part(told, speaker) else None


def _others(told: Told, number: int, time: TimeExpression) -> list[tuple[Named, TieRule, int]]:
    """Those of the next clause, where it goes on with this one at the same time."""
    following = number + 1
    if following >= len(told.clauses.found) or following in told.times:
        return []
    clause, after = told.clauses.found[number], told.clauses.found[following]
    if not after.happened or after.verb < 0 or after.parent != number:
        return []
    if clause.is_reporting and after.kind is Kind.COMPLEMENT and _is_progressive(told, after):
        return [
            (one, TieRule.SIMULTANEOUS, following) for one in told.named.get(following, ()) if _takes_part(told, one)
        ]
    opens = told.word_at(time.span.start) <= clause.first + 2 < clause.verb
    if opens and after.kind is Kind.COORDINATE and not clause.is_reporting:
        return [(one, TieRule.OPENING, following) for one, _ in _parties(told, following)]
    return []


def _is_progressive(told: Told, clause: Clause) -> bool:
    """`said that fighters were backing X`: happens at the time of saying."""
    texts = told.sentence.words.texts
    return texts[clause.verb].lower() in ("was", "were", "is", "are") and any(
        text.endswith("ing") for text in texts[clause.verb + 1 : clause.verb + 3]
    )


def _near(told: Told, one: Named, own: list[int], times: tuple[TimeExpression, ...]) -> list[int]:
    if not own:
        return []
    here = one.naming.span.start
    if len(own) > MOST_TIMES:
        at = bisect_left(own, here, key=lambda t: times[t].span.start)
        own = [min(own[max(0, at - 1) : at + 1], key=lambda t: abs(times[t].span.start - here))]
    return [t for t in own if abs(told.word_at(times[t].span.start) - one.naming.first) <= FARTHEST]


def _dates_noun(told: Told, time: TimeExpression) -> bool:
    """`the 2014 collision`, `Tuesday's visit`: the time dates the noun, not the verb of the clause."""
    texts = told.sentence.words.texts
    first, last = told.word_at(time.span.start), told.word_at(time.span.end - 1)
    following = texts[last + 1] if last + 1 < len(texts) else ""
    if texts[last] != bare(texts[last]) or (following.lower() in ("'s", "’s")):
        return True
    before = texts[first - 1].lower() if first else ""
    if before == "of" and first > 1 and texts[first - 2].lower() not in _PARTS and texts[first - 2][0].isalpha():
        return True
    whole_day = time.when.precision in (Precision.DECADE, Precision.YEAR, Precision.MONTH, Precision.DAY)
    has_owner = before in ("the", "a", "its", "his", "her", "their", "that") or (first > 0 and before != bare(before))
    return whole_day and has_owner and following.islower() and _is_noun(following) and time.surface[:1].isalnum() and (
        " " not in time.surface and not time.surface[0].islower())  # fmt: skip


def _is_noun(word: str) -> bool:
    if word in _NO_NOUN:
        return False
    return not any(word in lexicon.verbs(section) for section in ("say", "past", "modal", "be_have"))


def _owners(told: Told, number: int, time: TimeExpression) -> list[Named]:
    """Who owns the dated noun, or is joined to it: `Norrin's 2014 trial`, `the 2014 talks between X and Y`."""
    texts = told.sentence.words.texts
    first, last = told.word_at(time.span.start), told.word_at(time.span.end - 1)
    found = []
    for one in told.named_between(number, first - _OWNER_REACH, last + _OWNER_REACH):
        naming = one.naming
        owns = naming.last == first and texts[first - 1] != bare(texts[first - 1])
        joined = last < naming.first and _joined(texts, last + 1, naming.first)
        if _takes_part(told, one) and (owns or joined):
            found.append(one)
    return found


def _joined(texts: list[str], noun: int, first: int) -> bool:
    between = [text.lower() for text in texts[noun:first]]
    stops = (",", ";", "to", "on", "at", "in", "that", "who", "which", "for", "from", "over", "under")
    if any(word in stops or word in lexicon.verbs("past") or word in lexicon.verbs("say") for word in between):
        return False
    return any(word in _JOINING for word in between)


def _made(told: Told, one: Named, rule: TieRule, time: int, number: int) -> ActorDate:
    clause = told.clauses.found[number]
    certainty = (
        Certainty.STATED if rule in _STATED and (clause.verb >= 0 or rule is TieRule.ROW) else Certainty.INFERRED
    )
    if clause.planned and certainty is Certainty.STATED:
        certainty = Certainty.INFERRED
    speaker = told.speaker(number)
    said_by = speaker.name if speaker and speaker.actor != one.actor else None
    return ActorDate(time, told.sentence.span, rule.value, certainty, did(told, number), said_by)


def did(told: Told, number: int) -> Span | None:
    """The verb phrase: from the finite verb to the end of its clause, no closing sign."""
    clause, of_word, words = told.clauses.found[number], told.clauses.of_word, told.sentence.words
    if clause.verb < 0:
        return None
    last = clause.verb + 1
    while last < len(words) and of_word[last] == number and last - clause.verb < LONGEST_PHRASE:
        last += 1
    while last > clause.verb + 1 and not words.texts[last - 1][0].isalnum():
        last -= 1
    return Span(words.starts[clause.verb], words.ends[last - 1])
