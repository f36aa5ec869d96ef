"""Noun phrases that may describe somebody: where they begin and end, and which noun is their head."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefing.extract import lexicon
from briefing.extract.clause_words import ADVERBS, PREPOSITIONS, RELATIVE, SUBORDINATE, listed
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.kept import Kept
from briefing.model.typed import NamedTuple

OPENERS = frozenset(["a", "an", "the", "its", "his", "her", "their", "one", "former"])
"""With these a description begins."""
AFTER = frozenset([",", ".", ";", ")", "-", "–", "—", "who", "which", "whose", "that", "where", ":", '"', "”"])
"""With these it ends."""

_LONGEST = 9
"""Words of a phrase up to its head."""
_LONGEST_OF = 10
"""Words of what follows `of`."""
_ARTICLES = frozenset(["a", "an", "the", "its", "his", "her", "their", "this", "one"])
_LINKS = frozenset(["of", "for", "the", "and", "its", "a"])
_ADJECTIVES = (
    *("ed", "ing", "ous", "ive", "ful", "less", "ish", "ble", "ic", "al", "ern", "est", "ent", "ant", "ary", "ly"),
)
"""Endings of words that are no head, unless the lexicon knows them as one."""
_SELVES = frozenset(["himself", "herself", "itself", "themselves"])
_MORE_BORDERS = _SELVES | listed(
    "would will could there both all whom around following against outside inside behind beyond beside throughout"
)
_TIMELY = listed("last next earlier later yesterday today tomorrow tonight")
"""Behind a noun a time begins with these: the bank last week."""
_IN_LY = frozenset(["only", "early", "elderly", "weekly", "daily", "monthly", "yearly", "friendly", "family"])
"""Adjectives and nouns that look like adverbs."""
_EITHER = listed(
    "buyer seller investor shareholder partner competitor employer landlord creditor bidder sponsor broker "
    "stockbroker wholesaler retailer publisher runner-up importer exporter forecaster supplier"
)
"""Nouns for a person that are said of bodies as often."""
_AFTER_VERB = listed("the a an its his her their this that him them it over up out down off back")
"""Behind a word in -s these show that it is a verb."""
_STOPS = frozenset(["year", "years", "month", "months", "week", "weeks", "day", "days", "time", "hours", "hour", "way"])


class Phrase(NamedTuple):
    """Word numbers: `first` is the first word after an article, `head` the head noun, `last` is after the last word."""

    first: int
    head: int
    last: int
    owner: int
    """After the owner in `the company's founder`; else `first`."""


@cache
def people() -> frozenset[str]:
    """Nouns for a person."""
    return lexicon.words("roles") | lexicon.heads("person") | lexicon.heads("generic_person")


@cache
def groups() -> frozenset[str]:
    """Nouns for a body of any kind."""
    return lexicon.heads("company") | lexicon.heads("body") | lexicon.heads("armed")


@cache
def known() -> frozenset[str]:
    """All nouns that the lexicon knows as what an actor may be called."""
    return people() | groups() | lexicon.heads("state") | lexicon.heads("place") | lexicon.heads("vessel")


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*(lexicon.verbs(each) for each in ("say", "past", "modal", "denied", "be_have")))


@cache
def _borders() -> frozenset[str]:
    return lexicon.words("no_description") | ADVERBS | PREPOSITIONS | SUBORDINATE | RELATIVE | _MORE_BORDERS


def is_verb_after(noun: str, word: str) -> bool:
    """Whether the word right after a noun is what it does: `the company plans`, `the rebels control`."""
    if word in _verbs() or (word.endswith("ed") and len(word) > 4) or word in lexicon.verbs("sure_present"):
        return True
    return word in lexicon.verbs("present") and (word.endswith("s") or noun in lexicon.heads("plural"))


def is_age(texts: Sequence[str], at: int) -> bool:
    """`54-year-old`, which is three words."""
    return at + 2 < len(texts) and texts[at].isdecimal() and texts[at + 1] == "-" and texts[at + 2] == "year-old"


def phrase_at(texts: Sequence[str], at: int) -> Phrase | None:
    """The phrase that begins here, with an article or without; None where no noun is found."""
    first = owner = at + 1 if texts[at].lower() in _ARTICLES else at
    head, here, end = -1, first, min(len(texts), first + _LONGEST)
    while here < end:
        word = texts[here]
        if is_age(texts, here):
            head = here + 2
            here += 3
            continue
        if word == "'" and head >= 0 and texts[here - 1].endswith("s"):
            head, owner = -1, here + 1
        elif not word[0].isalnum() or word[0].isdecimal():
            if word != "&":
                break
        elif word != bare(word):
            head, owner = -1, here + 1
        elif word[0].isupper():
            if head >= 0 or word in lexicon.words("days"):
                break
        elif word == "and" and head >= 0 and _joins(texts, head, here):
            head = here + 1
            here += 1
        elif _ends_at(texts[head] if head >= 0 else "", word) or (head >= 0 and _does(texts, head, here)):
            break
        else:
            head = here
        here += 1
    return Phrase(first, head, head + 1, owner) if head >= 0 else None


def _does(texts: Sequence[str], head: int, here: int) -> bool:
    """`the museum hands over`, `the club hosts the`: what follows shows that a word in -s is no noun."""
    following = texts[here + 1] if here + 1 < len(texts) else ""
    return texts[here].endswith("s") and following in _AFTER_VERB and texts[head] in known()


def _joins(texts: Sequence[str], head: int, here: int) -> bool:
    """`a vaccine and bioresearch firm`: what `and` joins are no nouns for an actor, but the next word is."""
    after = texts[here + 1 : here + 3]
    return len(after) == 2 and texts[head] not in known() and after[0] not in known() and after[1] in known()


def _ends_at(head: str, word: str) -> bool:
    """Whether a word without a capital ends the phrase whose head so far is this one."""
    if word in _borders() or (head and word in _TIMELY):
        return True
    if head and word.endswith("ly") and word not in known() and word not in _IN_LY:
        return True
    return (head in known() or head == "year-old") and is_verb_after(head, word)


def with_complement(texts: Sequence[str], phrase: Phrase) -> Phrase:
    """The phrase with what follows `of`, up to a sign or a clause: `head of the ethics chamber of the X`."""
    here = phrase.last
    if here >= len(texts) or texts[here] not in ("of", "for"):
        return phrase
    end = min(len(texts), here + _LONGEST_OF)
    while here < end:
        word = texts[here]
        if not (word[0].isalnum() or word in ("&", "'")) or word[0].isdecimal():
            break
        if word in _TIMELY or (word == "and" and texts[min(here + 1, len(texts) - 1)] in _ARTICLES):
            break
        if word.islower() and word not in _LINKS and (word in _borders() or word in _verbs()):
            break
        here += 1
    while texts[here - 1] in _LINKS:
        here -= 1
    return phrase._replace(last=max(here, phrase.last))


_DOERS = listed("who which that had has have and he she it they then also later")
_SUCH_AS_ARE = listed(
    "disgraced jailed imprisoned exiled ousted deposed convicted accused alleged suspected retired appointed elected "
    "renowned celebrated noted respected wanted detained murdered slain estranged acclaimed embattled beloved sacked "
    "dismissed armed masked hooded wounded injured displaced abducted kidnapped captured defeated disputed designated "
    "blacklisted sanctioned banned outlawed unnamed famed skilled aged experienced educated trained decorated reputed "
    "assassinated fired suspended disbarred defrocked troubled indebted listed unlisted privatised nationalised merged"
)
"""Participles that describe an actor as adjectives do."""


def phrase_before(texts: Sequence[str], name: int) -> Phrase | None:
    """The phrase right before a name, or before the comma before it."""
    head = name - 1
    if head > 0 and texts[head] == ",":
        head -= 1
    if head < 0 or not texts[head].islower() or not texts[head][0].isalpha() or texts[head] in _TIMELY:
        return None
    first = head
    while first > 0 and head - first < _LONGEST and texts[first] != "former" and _belongs(texts, first - 1):
        first -= 1
    if texts[first] == "-":
        return None
    owner = first
    if first > 1 and texts[first - 1] == "s" and texts[first - 2] == "'":
        return Phrase(first, head, head + 1, first)  # Vane Inc.'s chairman
    if first and (texts[first - 1] != bare(texts[first - 1]) or _ends_owner(texts, first - 1)):
        owner = first
        first = _owner_start(texts, first - 1)
    return Phrase(first, head, head + 1, owner)


def _ends_owner(texts: Sequence[str], at: int) -> bool:
    return at > 0 and texts[at] == "'" and texts[at - 1].endswith("s")


def _owner_start(texts: Sequence[str], at: int) -> int:
    first = at
    while first > 0 and at - first < 5:
        word = texts[first - 1]
        if not word[0].isalpha() or word in _borders() or word in _verbs():
            break
        if (first == 1 and word in lexicon.words("starts")) or word in lexicon.words("days"):
            break
        first -= 1
    return first


def _belongs(texts: Sequence[str], at: int) -> bool:
    """Whether a word is part of the phrase whose next word it is."""
    word = texts[at]
    if word == "-":
        return at > 0 and is_age(texts, at - 1)
    if word == "s" and at and texts[at - 1] == "'":
        return False
    if word[0].isdecimal():
        return is_age(texts, at)
    if not word[0].isalpha() or word in _borders() or word != bare(word):
        return False
    if word[0].isupper():
        return (word not in lexicon.words("starts") or _opens_land(word, texts[at + 1])) and word not in lexicon.words(
            "days"
        )
    if is_done(texts, at):
        return False
    if word in _verbs() or word in lexicon.verbs("present"):
        return word in known() or word == "own"
    return word in _IN_LY or not word.endswith("ly")


def _opens_land(word: str, following: str) -> bool:
    """`South Korean`, though South alone may just open the sentence."""
    return any(key == (word, following) for key, _ in lexicon.gazetteer().get(word, ()))


def is_done(texts: Sequence[str], at: int) -> bool:
    """`who replaced co-founder X`, `Vane joined chairman Y`: what somebody did, and no adjective."""
    word, before = texts[at], texts[at - 1] if at else "the"
    if not word.endswith("ed") or len(word) < 5 or word in _SUCH_AS_ARE:
        return False
    return before in _DOERS or before[0].isupper() or before == ","


def fits_kind(head: str, kind: ActorType) -> bool:
    """Whether an actor of this type may be called so; a noun that no list knows may be anything."""
    if head not in known():
        return True
    if kind is ActorType.PERSON:
        return head in people()
    if kind in (ActorType.ORGANISATION, ActorType.ARMED_GROUP):
        return head in groups() or head in _EITHER
    if kind is ActorType.STATE:
        return head in lexicon.heads("state") or head in lexicon.heads("place")
    return head in lexicon.heads("place") if kind is ActorType.PLACE else head not in people()


def _one_of(noun: str) -> str:
    one = {"men": "man", "women": "woman"}.get(noun) or noun.removesuffix("s")
    return one if one != noun and one in people() else ""


one_of = Kept(_one_of).__getitem__
"""`engineer` for `engineers`; empty where the word is not one for several people."""


def is_part(word: str) -> bool:
    """Whether a word may stand inside a description, before its noun."""
    return word not in _borders() and word not in _verbs() and not word.endswith("ly")


def is_noun(word: str) -> bool:
    """Whether a word that no list knows may be a head noun."""
    if word in known():
        return True
    if len(word) < 3 or not word.isalpha() or word.endswith(_ADJECTIVES) or word.endswith("s") or word in _STOPS:
        return False
    return word not in lexicon.heads("no_person") and word not in _borders() and word not in _verbs()
