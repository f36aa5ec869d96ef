"""Deeds, belongings and scores that make a firm, a club or a ship of a name that no table knows."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.reading import Reading
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_DEEDS = listed(
    "bought acquired hired sacked fired appointed poached recruited signed sued launched unveiled released published "
    "reissued printed pledged agreed filed declined pleaded confirmed announced apologised apologized cancelled "
    "suspended withdrew recalled blamed warned denied rejected laid shut opened closed sold cut raised posted "
    "reported hosted headlined toured invested operates employs owns sells makes plans expects"
)
"""What a single word without an article does at the head of a sentence, where it is a name."""
_ABSTRACT = (
    "ment",
    "tion",
    "sion",
    "ness",
    "ity",
    "ance",
    "ence",
    "ism",
    "ship",
    "age",
    "fall",
    "ing",
    "one",
    "body",
    "ly",
)
"""Endings of nouns that need no article, and of everyone and nobody."""
_ALONE = listed(
    "Staff Parliament Counsel Mum Mom Dad Mama Papa Grandma Grandpa Granny Nan Mother Father Everyone Nobody Labour "
    "Labor Opposition Demand Supply Turnout Smoke Fog Rain Snow Steel Patience Research Traffic Business Industry Rent "
    "Trade Tourism Growth Work Life Death Time Love Crime Art History Nature Science Faith Hope Heat Ice Wind Fire "
    "Crude Copper Wheat Coffee Sugar Cocoa Corn Rice Timber Cash Debt Credit Output Spending Lending Hiring Freight"
)
_BEATS = listed(
    "beat thrashed defeated hammered edged trounced crushed outplayed overcame demolished eliminated downed"
)
_PLAYS = _BEATS | listed("lost drew won")
_FACING = listed("at to with against by over")
_SCORE_REACH = 7
_NO_TOWN = listed("shares profits customers shareholders auditor turnover executive subsidiary insurer")
_BEFORE_HEADS = listed("head chief managing team club first")
_HEADS = listed(
    "coach manager captain striker midfielder goalkeeper defender winger boss founder co-founder chairman chairwoman "
    "executive director spokesman spokeswoman spokesperson"
)
_AFLOAT = listed("capsized foundered docked berthed")
_MADE_FAST = listed("refloated torpedoed scuttled scrapped moored berthed shipwrecked drydocked")
_SHORTEST = 3


def kind_by_deeds(reading: Reading, at: int, end: int, words: list[str]) -> tuple[ActorType | None, bool]:
    """What it does, has or scores: `X capsized`, `X's shareholders`, `beat X 2-1`; nothing for a full name."""
    if reading.at(at - 1).lower() == "the" and _sails(reading, end):
        return ActorType.OTHER, True
    if is_given(words[0]):
        return None, False
    if _scores(reading, at, end):
        return ActorType.ORGANISATION, True
    if len(words) > 1:
        return None, False
    own = reading.texts[end - 1]
    if own != bare(own):
        is_firms = any(reading.at(n) in _NO_TOWN for n in range(end, end + 2))
        return (ActorType.ORGANISATION, True) if is_firms else (None, False)
    if at and _has_head(reading, end):
        return ActorType.ORGANISATION, True
    if at == 0 and reading.at(end) in _DEEDS and _is_own(own, reading.common):
        return ActorType.ORGANISATION, False
    return None, False


def _has_head(reading: Reading, end: int) -> bool:
    """`an X coach, Ann Wray`, `X chief executive Ann Wray`: who heads it, or plays for it."""
    if reading.at(end) in _BEFORE_HEADS:
        end += 1
    return reading.at(end) in _HEADS and reading.at(end + 1)[:1].isupper()


def _is_own(word: str, common: frozenset[str]) -> bool:
    """Whether a word that opens a sentence without an article must be a name: not `Pupils`, `Management`, `Fog`."""
    if len(word) < _SHORTEST or word.endswith(_ABSTRACT) or word in _ALONE or word.lower() in common:
        return False
    return not word.endswith("s") and not any(word in lexicon.words(each) for each in ("starts", "plain", "things"))


def _sails(reading: Reading, end: int) -> bool:
    """`the X ran aground`, `the X was refloated`, `the X sank`."""
    word, further = reading.at(end), reading.at(end + 1)
    if word in _AFLOAT or word == "sank":
        return True
    if word in ("ran", "runs") and further == "aground":
        return True
    while further in ("been", "being", "finally", "later", "then"):
        end += 1
        further = reading.at(end + 1)
    return word in ("was", "had", "has", "is") and further in _MADE_FAST


def _scores(reading: Reading, at: int, end: int) -> bool:
    """`X beat Y 2-1`, `Y 2-1`, `X lost 3-0 at Y`: both sides of a game."""
    if _is_score(reading, end):
        return reading.at(at - 1) in _BEATS or (reading.at(at - 1) == "the" and reading.at(at - 2) in _BEATS)
    if _is_score(reading, at - 4) and reading.at(at - 1) in _FACING:
        return reading.at(at - 5) in _PLAYS
    if reading.at(end) not in _PLAYS:
        return False
    return any(_is_score(reading, n) for n in range(end + 1, end + _SCORE_REACH))


def _is_score(reading: Reading, at: int) -> bool:
    """2-1, 112-104: of a game, and no years."""
    if reading.at(at + 1) not in ("-", "–"):
        return False
    first, second = reading.at(at), reading.at(at + 2)
    return first.isdecimal() and second.isdecimal() and len(first) < 4 and len(second) < 4
