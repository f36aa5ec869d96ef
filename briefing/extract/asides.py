"""Times and names that stand aside from what a clause tells.

`X, chairman since 2012, met Y`: the year is X's alone. `the worst loss since 1999`: only compared with. `X urged Y to
leave by May`: asked for, and not done.
"""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract.clause import Clause
from briefing.extract.clause_words import ADVERBS, PREPOSITIONS, TIME_PREPOSITIONS, listed
from briefing.extract.noun_words import EVENTS, MEDIA
from briefing.extract.told import Named, Told, is_able
from briefing.model.when import TimeExpression

_LONGEST = 16
"""Words of an aside, at most."""
_SUPERLATIVE = 10
"""Words from `first` or `worst` to its `since`."""
_UNIQUE = listed(
    "first only second third fourth fifth worst best most least sharpest no-one more less higher lower any"
)
_RECKONED = listed(
    "budget budgets figures figure forecast forecasts target targets results data estimate estimates accounts outlook "
    "guidance quota quotas"
)
"""`the budget for 2007`: the year is what it is reckoned for."""
_NO_SUPERLATIVE = listed(
    "west east midwest northwest southwest northeast southeast forest arrest interest protest request guest test rest "
    "conquest harvest contest priest chest crest quest invest unrest honest modest manifest latest inquest"
)
_DEADLINES = frozenset(["by", "before", "until", "till"])
_WISHES = listed(
    "urge urges urged demand demands demanded want wants wanted ask asks asked call calls called give gives gave press "
    "presses pressed appeal appeals appealed plead pleads pleaded invite invites invited beg begged"
)
_FRONTS = listed("in on at under with despite amid beside besides like unlike for after before since during")
_PARTY = frozenset(["by", "to", "with", "against", "from", "over", "behind"])
_TOGETHER = frozenset(["with", "along", "together", "alongside", "accompanied", "and", "or", "like", "flanked"])
_IN_MIND = listed(
    "protest protesting discuss discussing mark marking commemorate commemorating celebrate celebrating honour honor "
    "honouring honoring remember remembering mourn mourning debate debating consider considering condemn condemning "
    "denounce denouncing demand demanding oppose opposing criticise criticising criticize criticizing praise praising "
    "describing explain explaining calling replace replacing mention mentioning"
)
"""What somebody comes to speak of took no part."""
_VERB_GROUP = 3
"""Words of `are expected to discuss`, which is no purpose."""
_SPEAKING = frozenset(["speaking", "talking", "writing", "addressing", "appearing", "testifying", "arriving"])


def compares(told: Told, number: int, time: TimeExpression) -> bool:
    """`the first loss since November`, `the heaviest toll since 2021`: what was then is only measured against."""
    texts, first = told.sentence.words.texts, told.word_at(time.span.start)
    while first > 0 and texts[first - 1].lower() in ("the", "early", "late", "at", "least"):
        first -= 1
    if first > 1 and texts[first - 1].lower() == "for" and texts[first - 2].lower() in _RECKONED:
        return True
    if first < 2 or texts[first - 1].lower() != "since":
        return False
    lowest = max(told.clauses.found[number].first, first - _SUPERLATIVE)
    for at in range(first - 2, lowest - 1, -1):
        low = texts[at].lower()
        if at == told.clauses.found[number].verb or not (low[0].isalnum()):
            return False
        if low in _UNIQUE or (low.endswith("est") and len(low) > 4 and low not in _NO_SUPERLATIVE):
            return texts[at + 1].lower() not in ("of", "time")
    return False


def is_wished(told: Told, number: int, time: TimeExpression) -> bool:
    """`X urged Y to leave by May`, `gave them until May`: nobody has done it, and X is not the one to do it."""
    texts, clause = told.sentence.words.texts, told.clauses.found[number]
    first = told.word_at(time.span.start)
    while first > 0 and texts[first - 1].lower() in ("the", "early", "late", "end", "of", "this", "next"):
        first -= 1
    if clause.verb < 0 or first - 1 <= clause.verb or texts[first - 1].lower() not in _DEADLINES:
        return False
    group = [text.lower() for text in texts[clause.verb : clause.verb + 3]]
    if group[:2] in (["ruled", "out"], ["rules", "out"]) or group[1:3] == ["ruled", "out"]:
        return True
    if group[0] in ("hopes", "hoped", "hope") and group[1:2] == ["for"]:
        return True
    wish = next((at for at, word in enumerate(group) if word in _WISHES), -1)
    return (
        wish >= 0 and group[wish + 1 : wish + 2] != ["to"] and not (wish and group[0] in ("was", "were", "is", "are"))
    )


def opening(told: Told, number: int, at: int) -> int:
    """The comma at which the aside begins that a word before the verb stands in; -1 where it stands in none."""
    texts, of_word, clause = told.sentence.words.texts, told.clauses.of_word, told.clauses.found[number]
    if not clause.first < at < clause.verb:
        return -1
    comma = at - 1
    while comma > max(clause.first, at - _LONGEST) and texts[comma] != ",":
        comma -= 1
    if texts[comma] != "," or of_word[comma] != number:
        return -1
    end = next((n for n in range(at, min(clause.verb, at + _LONGEST)) if texts[n] == ","), -1)
    return comma if end > 0 and of_word[end] == number else -1


def only_of(told: Told, number: int, time: TimeExpression) -> list[Named]:
    """`X, in charge since 2015, met Y`: to whom alone a time between commas belongs, with a party named inside."""
    first = told.word_at(time.span.start)
    comma = opening(told, number, first)
    if comma < 0 or first == comma + 1:
        return []
    texts = told.sentence.words.texts
    head = texts[comma + 1].lower()
    plain = head in PREPOSITIONS or head in TIME_PREPOSITIONS or head in ADVERBS or head in _SPEAKING
    head_one = _last_before(told, number, comma)
    if head_one is None or (plain and texts[first - 1].lower() != "since"):
        return []
    inside = told.named_between(number, comma, first)
    return [head_one, *(one for one in inside if is_able(one) and texts[one.naming.first - 1] in _PARTY)]


def _last_before(told: Told, number: int, comma: int) -> Named | None:
    before = told.named_between(number, comma - _LONGEST, comma)
    return next((one for one in reversed(before) if is_able(one) and one.naming.last == comma), None)


def is_aside(told: Told, clause: Clause, one: Named) -> bool:
    """`X, the coach of Y, was banned`, `X, second to Y at the games, won`: Y only tells who X is."""
    texts, number = told.sentence.words.texts, told.clauses.of_word[one.naming.first]
    if 0 <= clause.verb < one.naming.first and _is_spoken_of(texts, clause.verb, one.naming.first):
        return True
    if _is_fronted(told, clause, number, one):
        return True
    comma = opening(told, number, one.naming.first)
    if comma < 0 or told.clauses.found[number] is not clause:
        return False
    between = [text.lower() for text in texts[comma + 1 : one.naming.first]]
    if not between or between[0] in _TOGETHER or PREPOSITIONS.isdisjoint(between):
        return False
    return _last_before(told, number, comma) is not None


def _is_fronted(told: Told, clause: Clause, number: int, one: Named) -> bool:
    """`In alliance with X, Y joined in May`: no event of the clause itself."""
    texts = told.sentence.words.texts
    if one.rule or texts[clause.first].lower() not in _FRONTS or not clause.first < one.naming.first < clause.verb:
        return False
    comma = next((n for n in range(clause.first, min(clause.verb, clause.first + _LONGEST)) if texts[n] == ","), 0)
    if comma < one.naming.last or not any(map(is_able, told.named_between(number, comma, clause.verb))):
        return False
    before = [text.lower() for text in texts[clause.first : one.naming.first]]
    return not any(word in EVENTS or word.removesuffix("s") in MEDIA for word in before)


def _is_spoken_of(texts: list[str], verb: int, first: int) -> bool:
    """`marched to protest the killing of X`, `met to discuss Y`, `rallies calling for Z`: in mind only."""
    for at in range(first - 1, max(verb + _VERB_GROUP, first - _LONGEST), -1):
        if texts[at] in _IN_MIND:
            return texts[at - 1] == "to" or texts[at].endswith("ing")
        if texts[at] in (",", ";", "with", "and") or texts[at] in _DEADLINES:
            return False
    return False


def beside_another(told: Told, clause: Clause, one: Named, time: TimeExpression, others: list[TimeExpression]) -> bool:
    """`joined X in 1999 and Y in 2004`: of two objects with a time each, each has its own."""
    texts, first = told.sentence.words.texts, told.word_at(time.span.start)
    here = one.naming.first
    if here < clause.verb or first < clause.verb:
        return False
    following = bisect_right(others, here, key=lambda each: told.word_at(each.span.start))
    if following == len(others):
        return False
    other = others[following]
    if here < told.word_at(other.span.start) < first:  # X in 1999 and Y in 2004: X and 2004
        return _parts(texts, told.word_at(other.span.end - 1) + 1, first)
    if first < here:  # Y and 1999
        return _parts(texts, told.word_at(time.span.end - 1) + 1, here + 1)
    return False


def _parts(texts: list[str], first: int, last: int) -> bool:
    """An `and` right after the first of two times, and more than a preposition up to the second."""
    first += texts[first : first + 1] == [")"]
    return texts[first : first + 1] == ["and"] and last - first > 2
