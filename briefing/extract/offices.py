"""Whom `the Tunisian leader`, `the FBI chief` mean: who was named beside an office of that state or body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.naming import Sentence
from briefing.extract.phrase_parts import tells_nothing
from briefing.extract.phrases import people
from briefing.extract.told import Named
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_HEADS = listed(
    "attorney-general director head president chairman chairwoman chair commissioner secretary-general secretary "
    "executive commander administrator boss leader chief director-general governor minister premier"
)
OFFICES = {
    "leader": _HEADS | listed("chancellor king queen emperor emir sultan monarch ruler dictator strongman founder"),
    "chief": _HEADS,
    "boss": _HEADS | {"manager"},
    "head": _HEADS,
}
"""What somebody holds who may be called so."""
_STOPS = listed("and with that who when to by , ; : . ( ) met meets against from as after while before")
_REACH = 8
"""Words beside a name that say of what its bearer holds the office."""
_MOST = 6
"""Namings of a person that are looked at."""
_MOST_HOLDERS = 24
"""People of all such offices that are looked at."""


class Offices:
    """The people of one article with what was said beside their names, each looked at when first asked for."""

    def __init__(
        self, sentences: Sequence[Sentence], named: Sequence[Named], called: Mapping[str, Mapping[int, set[str]]]
    ) -> None:
        self._sentences, self._called = sentences, called
        self._named: dict[int, list[Named]] = {}
        for one in named:
            if one.kind is ActorType.PERSON and len(own := self._named.setdefault(one.actor, [])) < _MOST:
                own.append(one)
        self._beside: dict[int, set[str]] = {}

    def holder(self, texts: Sequence[str], first: int, head: int) -> Named | None:
        """The only one who was named beside all that the words before the noun say."""
        nouns = OFFICES.get(texts[head])
        wanted = set(_told(texts, first, head)) if nouns else set()
        if not nouns or not wanted:
            return None
        if sum(len(self._called.get(noun, ())) for noun in nouns) > _MOST_HOLDERS:
            return None
        some = {actor: known_as for noun in nouns for actor, known_as in self._called.get(noun, {}).items()}
        fitting = [actor for actor, known_as in some.items() if wanted <= self._words_of(actor) | known_as]
        own = self._named.get(fitting[0], []) if len(fitting) == 1 else []
        return own[0] if own else None

    def _words_of(self, actor: int) -> set[str]:
        if actor not in self._beside:
            found: set[str] = set()
            for one in self._named.get(actor, ()):
                texts = self._sentences[one.naming.sentence].words.texts
                for at in (*_before(texts, one), *_after(texts, one)):
                    found.update(_told(texts, at, at + 1, keep=True))
                for at in range(one.naming.first, one.naming.last):
                    found.update(_told(texts, at, at + 1, keep=True))
            self._beside[actor] = found
        return self._beside[actor]


def _told(texts: Sequence[str], first: int, last: int, *, keep: bool = False) -> Iterator[str]:
    """The states named by words, and else the words that tell which office is meant; all of them if they are kept."""
    at = first
    while at < last:
        length, state = _state(texts, at)
        if state:
            yield state
        elif texts[at][0].isalnum() and (keep or not tells_nothing(texts[at].lower())):
            yield bare(texts[at]).lower()
        at += length


def _state(texts: Sequence[str], at: int) -> tuple[int, str]:
    """How many words name a state here, and which: `South Korean`."""
    if texts[at][0].isupper():
        for key, entry in lexicon.gazetteer().get(bare(texts[at]), ()):
            if entry.type is ActorType.STATE and tuple(map(bare, texts[at : at + len(key)])) == key:
                return len(key), entry.name
    return 1, ""


def _before(texts: Sequence[str], one: Named) -> Iterator[int]:
    """The words of what stands before a name: `the deputy director of the FBI, X`, `Italy's prime minister, X`."""
    at = one.naming.first - 1
    if at > 0 and texts[at] == "," and texts[at - 1] in people():
        at -= 1
    while at >= 0 and one.naming.first - at <= _REACH:
        low = texts[at].lower()
        if low in _STOPS or low in lexicon.verbs("past") or low in lexicon.verbs("say"):
            return
        yield at
        at -= 1


def _after(texts: Sequence[str], one: Named) -> Iterator[int]:
    """The words of what stands after a name: `X of Tunisia`, `X, head of the FBI,`."""
    at = one.naming.last
    if texts[at : at + 1] not in (["of"], [","]):
        return
    end = next((word for word in range(at + 1, min(len(texts), at + _REACH)) if texts[word] in _STOPS), -1)
    if texts[at] == "of":
        yield from (word for word in range(at + 1, min(len(texts), at + 4)) if texts[word][0].isupper())
    elif end > 0 and not people().isdisjoint(texts[at + 1 : end]):
        yield from range(at + 1, end)
