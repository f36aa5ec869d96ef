"""Who is meant by the first words of a report: `A shipping agent told a jury on Monday`, then `Joost Holt, 51, left`.

News tells first what somebody is, and names this one in the next sentences. The one is taken whom the text calls so
later; else the first person named as somebody new who opens a sentence, if it is nobody who only says something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract import lexicon
from briefing.extract.callings import Called
from briefing.extract.clause_words import listed
from briefing.extract.given_names import genders_by_name
from briefing.extract.naming import Sentence
from briefing.extract.phrases import Phrase, one_of, people, phrase_at
from briefing.extract.told import Named
from briefing.extract.trades import MEN, WOMEN
from briefing.model.actor import ActorType

_LEADS = 2
"""Sentences in which somebody may be told of before the name."""
_BEFORE_NAME = 4
"""Sentences after these in which the name comes."""
_FIRST = 3
"""Words before the one with whom a sentence opens: a title, a rank."""
_LONGEST = 5
"""Words of `two young engineers`."""
_DATELINE = 20
"""Words of a sentence among which a dateline ends."""
_SOURCES = listed("spokesman spokeswoman spokesperson official lawyer judge prosecutor witness")
"""Who tells a story, and is mostly not the one it is about."""
_FOUND = frozenset(["guilty", "dead", "alive", "unconscious", "hostage", "prisoner", "responsible", "free", "innocent"])
_OPENERS = frozenset(["A", "An", "The", "Two"])
_DASHES = frozenset(["-", "–", "—", ":"])


def named_later(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Named]], known_as: Called
) -> list[tuple[int, Phrase, Named]]:
    """The sentence, the phrase and the person meant, for what the first sentences tell of somebody named later."""
    told = [number for number, sentence in enumerate(sentences[:10]) if not sentence.is_title][:_LEADS]
    found = []
    for number in told:
        texts = sentences[number].words.texts
        if any(one.kind is ActorType.PERSON for one in by_sentence.get(number, ())):
            break
        at = _opening(texts)
        if at < 0 or texts[at] == "The" or _is_told_by(texts, at):
            done_to = _done_to(sentences, by_sentence, number, known_as)
            if done_to:
                found.append((number, *done_to))
                break
        if at >= 0 and texts[at] == "Two":
            found = [(number, phrase, one) for phrase, one in _two_new(sentences, by_sentence, number, at)]
            break
        phrase = phrase_at(texts, at) if at >= 0 else None
        if phrase is None or texts[phrase.head] not in people() or _is_apposed(texts, phrase):
            continue
        some = known_as.get(texts[phrase.head], {})
        one = _first_new(sentences, by_sentence, number, texts[phrase.head], set(some) if len(some) == 1 else set())
        if one:
            found.append((number, phrase, one))
            break
    return found


def _is_told_by(texts: Sequence[str], at: int) -> bool:
    """`A court in X jailed a curator`: who opens the sentence is no person."""
    phrase = phrase_at(texts, at)
    return phrase is None or texts[phrase.head] not in people()


def _done_to(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Named]], number: int, known_as: Called
) -> tuple[Phrase, Named] | None:
    """The one person without a name of `Police arrested a Finnish translator`, and who is named right after."""
    texts = sentences[number].words.texts
    some = [
        phrase
        for at in range(1, len(texts))
        if texts[at] in ("a", "an") and (phrase := _person_at(texts, at)) and _is_somebody(texts, phrase)
    ]
    if len(some) != 1:
        return None
    noun = texts[some[0].head]
    called_so = set(known_as.get(noun, {}))
    one = _first_new(sentences, by_sentence, number, noun, called_so if len(called_so) == 1 else set())
    if one is None or (one.actor not in called_so and not is_told_of(sentences, one)):
        return None
    return some[0], one


def _person_at(texts: Sequence[str], at: int) -> Phrase | None:
    """The phrase that begins here; `found a priest guilty` tells what he was found."""
    phrase = phrase_at(texts, at)
    if phrase and phrase.head > phrase.first and texts[phrase.head] in _FOUND:
        return phrase._replace(head=phrase.head - 1, last=phrase.last - 1)
    return phrase


def _is_somebody(texts: Sequence[str], phrase: Phrase) -> bool:
    """Whether a phrase is for one person of whom the story may be."""
    noun = texts[phrase.head]
    is_person = noun in people() and noun not in _SOURCES and phrase.owner == phrase.first
    return is_person and not _is_apposed(texts, phrase)


def is_told_of(sentences: Sequence[Sentence], one: Named) -> bool:
    """`Aino Salo, 44, is accused`, `Mr Norrin was held`: with an age, or with what befell."""
    texts, last = sentences[one.naming.sentence].words.texts, one.naming.last
    age = texts[last : last + 1] in ([","], ["("]) and last + 1 < len(texts) and texts[last + 1].isdecimal()
    return age or texts[last : last + 1] in (["was"], ["is"], ["had"], ["has"])


def _two_new(
    sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Named]], number: int, at: int
) -> list[tuple[Phrase, Named]]:
    """`Two road engineers were freed`, and then `Abel Norrin and Karl Holt were flown home`."""
    texts = sentences[number].words.texts
    head = next((here for here in range(at + 1, min(len(texts), at + 1 + _LONGEST)) if one_of(texts[here])), -1)
    for after in range(number + 1, min(len(sentences), number + 1 + _BEFORE_NAME)):
        some = [one for one in by_sentence.get(after, ()) if one.kind is ActorType.PERSON]
        if not some or head < 0:
            continue
        joint = sentences[after].words.texts[some[0].naming.last : some[1].naming.first] if len(some) > 1 else []
        if joint != ["and"] or some[0].naming.first > _FIRST or " " not in some[1].naming.surface:
            return []
        phrase = Phrase(at + 1, head, head + 1, at + 1)
        return [(phrase, one) for one in some[:2]]
    return []


def _opening(texts: Sequence[str]) -> int:
    """Where `A` or `An` opens the sentence, or what comes after its dateline; -1 where nothing does."""
    for at, text in enumerate(texts[:_DATELINE]):
        if text in _OPENERS and (at == 0 or texts[at - 1] in _DASHES):
            return at
    return -1


def _is_apposed(texts: Sequence[str], phrase: Phrase) -> bool:
    """`A surveyor, X,`: the name comes at once."""
    following = texts[phrase.last : phrase.last + 2]
    return (any(text[0].isupper() for text in following) and following[0] == ",") or following[:1] == ["called"]


def _first_new(
    sentences: Sequence[Sentence],
    by_sentence: Mapping[int, Sequence[Named]],
    number: int,
    noun: str,
    called_so: set[int],
) -> Named | None:
    for after in range(number + 1, min(len(sentences), number + 1 + _BEFORE_NAME)):
        if sentences[after].is_title:
            continue
        some = [one for one in by_sentence.get(after, ()) if one.kind is ActorType.PERSON]
        if not some:
            continue
        one = next((each for each in some if each.actor in called_so), some[0])
        texts = sentences[after].words.texts
        following = texts[one.naming.last] if one.naming.last < len(texts) else "."
        if one.actor not in called_so:
            is_titled = bool(one.naming.role) and not is_told_of(sentences, one)
            if one.naming.first > _FIRST or " " not in one.naming.surface or is_titled:
                return None
            if following in lexicon.verbs("say") or following == "and":
                return None
        gender = "he" if noun in MEN else "she" if noun in WOMEN else ""
        own = genders_by_name([one], sentences).get(one.actor, gender)
        return one if not gender or own == gender else None
    return None
