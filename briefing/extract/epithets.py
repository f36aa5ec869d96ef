"""What an article calls its actors beside their names: roles, kinds of body, who leads what, he or she."""

from __future__ import annotations

from itertools import pairwise

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.foreign_nouns import noun_in
from briefing.extract.naming import Sentence
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.fold import fold

BODIES = frozenset([ActorType.ORGANISATION, ActorType.ARMED_GROUP])
ARMED_NOUNS = listed(
    "group militia movement rebels fighters insurgents militants mercenaries gunmen separatists guerrillas"
)
BODY_NOUNS = listed(
    "company firm bank union ministry agency party court club organisation organization charity airline operator "
    "federation confederation commission committee council group consortium newspaper broadcaster authority regulator "
    "board association government parliament army insurer owner university hospital institute foundation trust front"
)
OPEN_NOUNS = frozenset(["group", "company", "firm", "organisation", "organization", "militia", "movement"])
"""What any body may be called; the others need a word of the text that says so."""
_MALE = listed(
    "mr sir lord king prince duke emperor sheikh sultan emir baron count earl brother father husband son uncle nephew "
    "grandfather grandson stepfather godfather widower fiancé boyfriend spokesman chairman businessman salesman "
    "fisherman policeman fireman postman nobleman alderman monk friar priest imam ayatollah cardinal pope actor waiter "
    "steward hero señor monsieur herr signor man boy"
)
_FEMALE = listed(
    "mrs ms miss dame lady queen princess duchess empress baroness countess sister mother wife daughter widow aunt "
    "niece grandmother granddaughter stepmother godmother fiancée girlfriend actress heiress waitress stewardess "
    "hostess heroine nun abbess spokeswoman chairwoman businesswoman policewoman congresswoman madame mademoiselle "
    "señora frau signora woman girl"
)
_LEADING = listed(
    "leads led heads headed chairs chaired runs ran founded owns leader head chairman chairwoman owner founder "
    "president director boss"
)
_LONGEST_LEADING = 6
"""Words from a person to the body that the person leads, at most."""
_LONGEST_ROLE = 5
_SPELLINGS = {"defense": "defence", "harbor": "harbour", "organization": "organisation", "labor": "labour"}

ByNoun = dict[str, dict[int, Named]]


def spelled(word: str) -> str:
    """One spelling for words that have two."""
    return _SPELLINGS.get(word, word)


def roles(named: list[Named]) -> ByNoun:
    """People by what the text calls them: the whole phrase, and its last words."""
    found: ByNoun = {}
    for one in named:
        if one.kind is ActorType.PERSON:
            for phrase in (one.naming.role, *one.naming.descriptions):
                words = [spelled(word) for word in fold(phrase).split()][-_LONGEST_ROLE:]
                for start in range(len(words)):
                    found.setdefault(" ".join(words[start:]), {}).setdefault(one.actor, one)
    return found


def bodies(named: list[Named], sentences: list[Sentence]) -> ByNoun:
    """Bodies by the nouns in their names and beside them: `the charity X`, `X, an airline`."""
    found: ByNoun = {}
    for one in named:
        if one.kind not in BODIES:
            continue
        texts = sentences[one.naming.sentence].words.texts
        words = one.naming.words[-1:] if one.naming.surface[:1].islower() else one.naming.words
        nouns = [noun_in(bare(word)) or bare(word).lower() for word in words]
        nouns += texts[max(0, one.naming.first - 1) : one.naming.first]
        if texts[one.naming.last : one.naming.last + 1] == [","]:
            after = texts[one.naming.last + 1 : one.naming.last + 6]
            if after and after[0].lower() in ("a", "an", "the"):
                nouns += after[1:]
        for noun in nouns:
            if noun in BODY_NOUNS or noun in ARMED_NOUNS:
                found.setdefault(noun, {}).setdefault(one.actor, one)
    return found


def led(named: list[Named], sentences: list[Sentence]) -> dict[int, list[Named]]:
    """By person, the bodies named in the role before the person: `Wagner chief Yevgeny Prigozhin`."""
    found: dict[int, list[Named]] = {}
    for before, one in pairwise(named):
        same = before.naming.sentence == one.naming.sentence
        if same and before.kind is ActorType.PERSON and one.kind in BODIES:
            texts = sentences[one.naming.sentence].words.texts[before.naming.last : one.naming.first]
            if _leads(texts):
                found.setdefault(before.actor, []).append(one)
        if not same or one.kind is not ActorType.PERSON or before.kind not in BODIES:
            continue
        gap = one.naming.first - before.naming.last
        told_as = one.naming.role or " ".join(one.naming.descriptions)
        if (0 < gap <= 2 and told_as) or before.naming.surface in told_as:
            found.setdefault(one.actor, []).append(before)
    return found


def _leads(between: list[str]) -> bool:
    """`leads the`, `, leader of the`, `, who founded`, between a person and a body."""
    words = [word for word in between if word not in (",", "the", "who", "a", "of", "has", "had", "is", "was")]
    return len(between) <= _LONGEST_LEADING and len(words) == 1 and words[0] in _LEADING


def genders(named: list[Named], sentences: list[Sentence]) -> dict[int, str]:
    """Of people whom a title or role shows to be a man or a woman."""
    found: dict[int, str] = {}
    for one in named:
        if one.kind is ActorType.PERSON and one.actor not in found:
            texts = sentences[one.naming.sentence].words.texts
            words = {text.lower() for text in texts[max(0, one.naming.first - 2) : one.naming.first + 1]}
            words.update(" ".join((one.naming.role, *one.naming.descriptions)).lower().split())
            if words & _FEMALE:
                found[one.actor] = "she"
            elif words & _MALE:
                found[one.actor] = "he"
    return found


def vessels(named: list[Named], sentences: list[Sentence]) -> frozenset[int]:
    """The ships, by the noun before their names: `the tanker X`."""
    nouns = lexicon.words("vessels")
    return frozenset(
        one.actor
        for one in named
        if one.kind is ActorType.OTHER
        and one.naming.first
        and sentences[one.naming.sentence].words.texts[one.naming.first - 1] in nouns
    )
