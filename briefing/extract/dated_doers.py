"""Who hangs on a time that dates a noun: the owners of `Norrin's 2014 trial`, and whom the event befell."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.clause import Kind
from briefing.extract.clause_words import COORDINATE, DETERMINERS, OWNERS, PREPOSITIONS, RELATIVE, listed
from briefing.extract.dated_nouns import BOUNDS, DEPTH, REACH
from briefing.extract.noun_words import EVENTS
from briefing.extract.parts import is_adjunct
from briefing.extract.told import Named, Told, is_able
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.when import TimeExpression

_JOINING = frozenset(["of", "between", "with", "by", "involving"])
_STOPS = frozenset([",", ";", "to", "on", "at", "in", "that", "who", "which", "for", "from", "over", "under"])
_MINDING = listed(
    "remember remembers remembered recall recalls recalled describe describes described discuss discusses discussed "
    "study studies studied cover covers covered commemorate commemorates commemorated mark marks marked mourn mourns "
    "mourned condemn condemns condemned praise praises praised cite cites cited investigate investigates investigated "
    "know knows call calls called term terms termed consider considers considered welcome welcomes welcomed hail "
    "hails hailed criticise criticises criticised criticize criticizes criticized denounce denounces denounced blame "
    "blames blamed link links linked deplore deplores deplored see sees saw follow follows followed report reports "
    "reported show shows showed review reviews reviewed examine examines examined probe probes probed"
)
"""Who does this to an event took no part in it then."""
_NEAR_VERB = 2
"""Words from the verb to what goes with it: `withdrew from`, `led them through`."""
_THROUGH = frozenset(["from", "through", "to"])
"""Before an event in which the doer of the clause took part, or from which he stayed away."""
_CONTESTS = listed("lost loses losing lose won wins winning conceded concedes conceding defeated")
_GUILTY = listed("convicted jailed imprisoned sentenced hanged executed fined banned suspended punished")
"""To whom this is done, that one took part in what it is done for: `jailed for the 2009 murder`."""
_OVER = frozenset(["to", "against", "over"])
"""Before the one with whom a contest was lost or won."""


def befalls_doers(told: Told, number: int, noun: int, time: TimeExpression) -> bool:
    """`lost the by-election of 2007`, `led them through the strike of 1971`: the event in which somebody acted."""
    clause = told.clauses.found[number]
    if not 0 <= clause.verb < noun or clause.is_reporting:
        return False
    texts = told.sentence.words.texts
    verb = texts[clause.verb : clause.verb + 3]
    if (texts[noun] not in EVENTS and _CONTESTS.isdisjoint(verb)) or verb[0].lower() in _MINDING:
        return False
    begin = min(noun, told.word_at(time.span.start))
    if not _GUILTY.isdisjoint(verb) and (clause.kind is Kind.PARTICIPLE or verb[0] not in _GUILTY):
        return True
    for at in range(begin - 1, max(clause.verb, begin - 1 - DEPTH), -1):
        low = texts[at].lower()
        if low in PREPOSITIONS or low in BOUNDS:
            return low in _THROUGH and at - clause.verb <= _NEAR_VERB
        if not texts[at][0].isalnum() or low in COORDINATE or low in RELATIVE:
            break
    return True


def owners(told: Told, number: int, noun: int, time: TimeExpression) -> list[Named]:
    """Who owns the dated noun, or is joined to it: `Norrin's 2014 trial`, `the 2014 talks between X and Y`."""
    texts = told.sentence.words.texts
    first = min(noun, told.word_at(time.span.start))
    found = []
    for one in told.named_between(number, first - REACH, noun + REACH):
        naming = one.naming
        owns = naming.last <= first and (_reaches(texts, naming.last, first) or _modifies(texts, one, noun))
        joined = noun < naming.first and (_joined(texts, noun, naming.first) or _contested(told, number, noun, one))
        if is_able(one) and (owns or (joined and not is_adjunct(told, one))):
            found.append(one)
    if told.clauses.found[number].opener == "whose" and (owner := told.subject(number)):
        found.append(owner)
    return found


def _modifies(texts: list[str], one: Named, noun: int) -> bool:
    """`the Israeli military offensive in May`: the adjective says whose it is."""
    between = texts[one.naming.last : noun]
    is_body = (
        one.kind not in (ActorType.PERSON, ActorType.PLACE, ActorType.OTHER)
        and not one.rule
        and texts[one.naming.last - 1] == bare(texts[one.naming.last - 1])
    )
    return is_body and texts[noun] in EVENTS and len(between) < 3 and all(word.islower() for word in between)


def _contested(told: Told, number: int, noun: int, one: Named) -> bool:
    """`lost the by-election of 2007 to X`"""
    texts, verb, first = told.sentence.words.texts, told.clauses.found[number].verb, one.naming.first
    if not 0 <= verb < noun or _CONTESTS.isdisjoint(texts[verb : verb + 3]) or first - noun > DEPTH + 1:
        return False
    return any(texts[at] in _OVER for at in range(noun + 1, first)) and "," not in texts[noun:first]


def _reaches(texts: list[str], last: int, noun: int) -> bool:
    """A possessive with nothing but adjectives up to the noun."""
    word = texts[last - 1]
    if word == bare(word) and word.lower() not in OWNERS:
        return False
    return noun - last <= 3 and all(text.isalpha() and text.lower() not in PREPOSITIONS for text in texts[last:noun])


def _joined(texts: list[str], noun: int, first: int) -> bool:
    between = [text.lower() for text in texts[noun:first]]
    if any(word in _STOPS or word in lexicon.verbs("past") or word in lexicon.verbs("say") for word in between):
        return False
    return any(word in _JOINING for word in between) and DETERMINERS.isdisjoint(between[2:-1])
