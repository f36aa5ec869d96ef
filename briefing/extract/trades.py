"""Who is told by trade: a lawyer is not the economist; a chairman, whose office says no trade, may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.clause_words import listed
from briefing.extract.described import descriptions
from briefing.extract.naming import Sentence
from briefing.extract.phrases import people
from briefing.extract.told import Named
from briefing.model.actor import ActorType

_OFFICES = listed(
    "president vice-president minister premier chancellor secretary leader chief head chairman chairwoman chair "
    "director executive commander governor mayor founder co-founder owner manager member representative delegate boss "
    "professor dr mr mrs ms miss sir dame lord lady"
)
"""What a person of any trade may be."""
WOMEN = listed("woman girl mother wife widow daughter sister actress duchess queen aunt niece grandmother nun")
MEN = listed("man boy father husband son brother actor duke king widower uncle nephew grandfather monk fisherman")
"""Nouns for one of them only."""
_BACK = 12
"""Sentences back in which somebody without a name may have been called the same."""
_FAR = 200
"""Words of such a sentence that are looked at."""
_ARTICLES = frozenset(["a", "an", "A", "An"])
_HIS, _HERS = frozenset(["he", "his", "himself"]), frozenset(["she", "her", "herself"])
_BESIDE = 10
"""Words from a noun to a pronoun that mostly means the same."""


class Trades:
    """The people of one article, each looked at once, when first asked for."""

    def __init__(self, sentences: Sequence[Sentence], by_sentence: Mapping[int, Sequence[Named]]) -> None:
        self._sentences = sentences
        self._known: dict[int, bool] = {}
        self._named: dict[int, list[Named]] = {}
        for here in by_sentence.values():
            for one in here:
                if one.kind is ActorType.PERSON and not one.rule:
                    self._named.setdefault(one.actor, []).append(one)

    def tells(self, actor: int) -> bool:
        """Whether the text says by a noun for a trade what an actor is."""
        if actor not in self._known:
            own = self._named.get(actor, [])
            heads = [each.head for each in descriptions(self._sentences, own)]
            heads += [word for one in own for word in one.naming.role.split()[-1:]]
            self._known[actor] = any(head in people() and head not in _OFFICES for head in heads)
        return self._known[actor]


def was_introduced(noun: str, number: int, sentences: Sequence[Sentence]) -> bool:
    """`a driver`, some sentences before: somebody without a name is meant by `the driver`."""
    for sentence in sentences[max(0, number - _BACK) : number]:
        texts = sentence.words.texts[-_FAR:]
        for at, text in enumerate(texts):
            if text == noun and not _ARTICLES.isdisjoint(texts[max(0, at - 3) : at]):
                following = texts[at + 1 : at + 2]
                if not following or not (following[0][0].isupper() or following[0] in (",", "called", "named")):
                    return True
    return False


def gender_beside(texts: Sequence[str], at: int) -> str:
    """He or she, as a pronoun right after a noun says it; empty where none or both stand there."""
    near = texts[at : at + _BESIDE]
    his, hers = not _HIS.isdisjoint(near), not _HERS.isdisjoint(near)
    return "" if his == hers else "he" if his else "she"
