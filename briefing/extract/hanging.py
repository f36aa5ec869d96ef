"""Names that hang on another noun, which takes the part instead: `the chairman of X`, `a report on X`."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.clause_times import TIME_NOUNS
from briefing.extract.clause_words import (
    ADVERBS,
    COORDINATE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATE,
    TIME_PREPOSITIONS,
    listed,
)
from briefing.extract.noun_words import ACTING, APPOSED, ASIDE, EVENTS, MEMBERS
from briefing.extract.told import Named, Told
from briefing.model.actor import ActorType

NO_NOUN = COORDINATE | PREPOSITIONS | RELATIVE | TIME_PREPOSITIONS | {"that", "when", "while", "as"}
"""What no noun phrase goes on with."""
_HOLD = frozenset(["control", "charge", "command", "possession", "custody", "ownership", "hold"])
_AIDES = listed(
    "adviser advisor aide ambassador envoy counsel assistant secretary heir deputy consultant advisers aides"
)
_TREATS = listed(
    "commission committee panel report reports book film documentary study article paper inquiry briefing law bill "
    "information data expert series file dossier talks discussions negotiations conference summit meeting "
    "meetings debate hearing speech remarks resolution policy"
)
"""`a report on X` is not by X, nor does X take part in it."""
_SHARES = frozenset(["cent", "percent", "%", "percentage"])
"""`bought 4 per cent of X`"""
_TAKE = frozenset(["took", "take", "takes", "taken", "taking", "lost", "gained", "seized", "assumed", "won"])
"""`took control of X` does something to X."""
_OFFICES = frozenset(["state", "government", "staff", "police", "security", "intelligence", "mission", "delegation"])
"""`chief of staff X` is X."""
_BODIES = frozenset(["body", "remains", "corpse", "coffin", "ashes"])
"""What happens to one of these happens to its owner."""
_LANDS = frozenset(["state", "city", "town", "village", "island", "region", "province", "country", "republic"])
_OF_LAND = frozenset(["of", "from"])
"""`a senator of the northern state of X` is not X."""
_ADDRESS = 8
"""Words of an address, at most."""
_BACK = 4
"""Words from a name back to the `of` it hangs on."""


def hangs_on_noun(told: Told, one: Named) -> bool:
    """`the chairman of X`, `a cellar of X`, `an official from X`, `about X`: another noun takes the part."""
    texts, at = told.sentence.words.texts, one.naming.first - 1
    person = one.kind is ActorType.PERSON
    if one.rule is None:
        lowest = max(0, at - _BACK)
        while at > lowest and (_is_modifier(texts[at]) or (person and _is_title(texts[at]))):
            at -= 1
    if at >= 0 and texts[at].lower() in ("the", "a", "an"):
        at -= 1
    if at < 1:
        return False
    word, noun = texts[at].lower(), texts[at - 1].lower()
    if word in _OF_LAND and noun == ",":
        return at > 1 and texts[at - 2].isdecimal()  # Y, 52, of X Close
    if word == "," and noun[0].isalnum() and _in_address(texts, at):
        return True
    titled = texts[at - 1][0].isupper() and (at > 1 or noun in lexicon.words("roles"))
    if word == "of" and person and at < one.naming.first - 1 and titled:
        return False  # Secretary of State X
    if word == "of":
        if noun in APPOSED:
            reach, more = (5, _OF_LAND) if noun in _LANDS else (3, frozenset[str]())
            before = [text.lower() for text in texts[max(0, at - reach) : at - 1]]
            return any(text in lexicon.words("before_place") or text in more for text in before)
        if noun in TIME_NOUNS or noun.isdecimal():  # the collapse last winter of X
            return EVENTS.isdisjoint(texts[max(0, at - 2 * _BACK) : at - 1])
        office = texts[at + 1 : one.naming.first]
        if person and office and noun in lexicon.words("roles") and _OFFICES.issuperset(office):
            return False  # head of state X
        is_deed = (person and noun in _BODIES) or noun in MEMBERS or noun in EVENTS or noun.endswith("ing")
        is_deed = is_deed or noun in _SHARES or (noun in _HOLD and texts[max(0, at - 2)] in _TAKE)
        return not is_deed and noun not in COORDINATE and noun.isalpha()
    if at < one.naming.first - 2:
        return False
    if word == "for" and one.kind is ActorType.PERSON:
        return noun in ACTING or noun in lexicon.words("roles")
    if word == "on" and noun in _TREATS:
        return True
    if word == "to" and one.kind is not ActorType.STATE and noun in _AIDES:
        return True
    if word == "from":
        return noun in lexicon.words("roles") and noun not in ACTING
    if word == "over" and noun in _TAKE:
        return False  # took over X
    opens = told.clauses.found[told.clauses.of_word[one.naming.first]].first == at
    return word in ASIDE and not opens


def _in_address(texts: list[str], at: int) -> bool:
    """`Y, 52, of Poplar Close, X,`: the names go on to this comma from where somebody lives."""
    for back in range(at - 1, max(2, at - _ADDRESS), -1):
        if texts[back] in _OF_LAND:
            return texts[back - 1] == "," and texts[back - 2].isdecimal()
        if not texts[back][0].isupper() and texts[back] != ",":
            return False
    return False


def _is_title(word: str) -> bool:
    """What may stand between `of` and a person: `of Foreign Minister X`; not `of January Mr X`."""
    return word[0].isupper() and word.lower() not in TIME_NOUNS


def _is_modifier(word: str) -> bool:
    """What may stand between `of the` and a name: `failed bank`, `rebel`."""
    if not (word.isalpha() and word.islower()) or word in NO_NOUN or word in DETERMINERS or word in TIME_NOUNS:
        return False
    return word not in SUBORDINATE and word not in ADVERBS and word not in lexicon.verbs("past")
