"""What an article says of a name that only looks like a person's or a town's: `X, which`, `shares in X`, `X and its`.

A name of two unknown words is taken for a person's, and one that the tagger has seen beside `in` for a town's. Here
the whole article is asked: what owns shares, is spoken of as `it`, or goes by the first word of its name, is a body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.groups import Group
from briefing.extract.it_acts import it_acts
from briefing.extract.naming import Naming, Sentence
from briefing.extract.phrases import groups, is_noun, people
from briefing.extract.tagger.advice import CLEAR
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_ENOUGH = 3
"""Points that make a body of a name that nothing makes a person's."""
_MAY_FIGHT = (ActorType.PERSON, ActorType.PLACE, ActorType.ORGANISATION)
_TELLING, _LEANING, _WEAK = 3, 2, 1
_REACH = 6
"""Words of an apposition that are looked at."""
_HELD = listed("shares stake trading stock investors investment holding bid bids takeover")
"""In or for a body, which has them."""
_ROLES = listed("executive chairman chairwoman auditor subsidiary headquarters profits turnover shareholders")
_OF = _ROLES | listed("founder co-founder owner shareholders employees directors board customers branches members")
_MAKES = listed("founded co-founded founds acquired acquires")
_FIGHTERS = listed(
    "militia militiamen rebels fighters guerrillas gunmen militants insurgents jihadists separatists partisans"
)
_HUMAN = frozenset(["who", "whom", "he", "she", "himself", "herself", "aged"])
_PRONOUNS = frozenset(["he", "she", "his", "her", "it", "its", "they", "their", "who"])
_WHEN_SAID = listed("on in at late early a an the statement filing report letter yesterday today again earlier")
"""Words between `said` and what was said: on Tuesday, in a statement."""
_MOVES = listed(
    "gained lost rose fell dropped climbed jumped slid sank added shed advanced slipped tumbled soared surged"
)
_FAR = 12
"""Words after a name in which a pronoun mostly means it."""
_SHORTEST = 5
"""Letters of a first word that stands for the whole; the family name of a Chen or a Park comes first, too."""


def make_bodies(found: Sequence[Group], sentences: Sequence[Sentence]) -> None:
    """Makes organisations of the people and places that the article shows to be bodies, and armed groups of some."""
    surnames = Counter(group.key.rpartition(" ")[2] for group in found if group.kind is ActorType.PERSON)
    for group in found:
        kind = None
        if group.kind in (ActorType.PERSON, ActorType.PLACE) and points(group, sentences, surnames) >= _ENOUGH:
            kind = ActorType.ORGANISATION
        if group.kind in _MAY_FIGHT and _fights(group, sentences):
            kind = ActorType.ARMED_GROUP
        if kind:
            group.kind = kind
            for naming in group.namings:
                naming.kind = kind


def _fights(group: Group, sentences: Sequence[Sentence]) -> bool:
    """`gunmen of the Varda Front`, `the Varda militia`, `a rebel force, the Lions`."""
    if group.name or any(one.entry or one.scenery or one.role for one in group.namings):
        return False
    return any(_armed(sentences[one.sentence].words.texts, one) for one in group.namings)


def _armed(texts: Sequence[str], one: Naming) -> bool:
    own = texts[one.last - 1]
    if own == bare(own) and one.last < len(texts) and texts[one.last] in _FIGHTERS:
        return True
    at = one.first - 1
    if at > 0 and texts[at].lower() == "the":
        at -= 1
    return at > 0 and texts[at] in ("of", "from") and texts[at - 1].lower() in _FIGHTERS


def points(group: Group, sentences: Sequence[Sentence], surnames: Counter[str]) -> int:
    """How much speaks for a body; 0 where anything says that it is somebody, or somewhere known."""
    is_person = group.kind is ActorType.PERSON
    if group.name or any(one.entry or (one.role and one.sure) for one in group.namings):
        return 0
    words = max((one.words for one in group.namings), key=len)
    if is_person and is_given(words[0]):
        return 0
    found = _short_form(group, words) if is_person and not _looks_human(group, surnames, sentences) else 0
    for one in group.namings:
        texts = sentences[one.sentence].words.texts
        if _is_human(texts, one) if is_person else one.scenery:
            return 0
        found += _said(texts, one, is_person=is_person)
    return found


def _short_form(group: Group, words: Sequence[str]) -> int:
    """`Varnell Ceramics` that is later `Varnell`: of people, the last word stays."""
    if len(words) < 2 or len(words[0]) < _SHORTEST:
        return 0
    alone = {bare(one.words[0]) for one in group.namings if len(one.words) == 1}
    return _TELLING if alone == {words[0]} else 0


def _goes_on_human(sentences: Sequence[Sentence], one: Naming) -> bool:
    """`Velin Rusk reached the top before she`; not `Orvar says its head sold his car`."""
    after = sentences[one.sentence].words.texts[one.last : one.last + _FAR]
    pronoun = next((text for text in after if text in _PRONOUNS), "it")
    return pronoun in ("he", "she", "his", "her")


def _looks_human(group: Group, surnames: Counter[str], sentences: Sequence[Sentence]) -> bool:
    """Some people go by their given names: the tagger knows the full one, or somebody else has the same surname."""
    if surnames[group.key.rpartition(" ")[2]] > 1 or any(_goes_on_human(sentences, one) for one in group.namings):
        return True
    return any(one.hint is ActorType.PERSON and one.lead >= CLEAR for one in group.namings if len(one.words) > 1)


def _is_human(texts: Sequence[str], one: Naming) -> bool:
    following, further = [*texts[one.last : one.last + 2], "", ""][:2]
    if following in _HUMAN or (following == "," and (further in _HUMAN or further.isdecimal())):
        return True
    if following == "," and _apposed(texts, one.last + 1, people()):
        return True
    before = texts[one.first - 1] if one.first else ""
    if before in lexicon.words("titles"):
        return True
    return before in people() or (before.removesuffix("s") in people() and before not in groups())


def _said(texts: Sequence[str], one: Naming, *, is_person: bool) -> int:
    last = one.last
    following, further = [*texts[last : last + 2], "", ""][:2]
    own = texts[last - 1]
    if own != bare(own):
        return _TELLING if not _ROLES.isdisjoint(texts[last : last + 3]) else 0
    before = [text.lower() for text in texts[max(0, one.first - 2) : one.first]]
    if len(before) == 2 and (
        (before[1] in ("in", "for") and before[0] in _HELD) or (before[1] == "of" and before[0] in _OF)
    ):
        return _TELLING
    if before[-1:] and before[-1] in _MAKES and is_person:
        return _TELLING
    if following == ",":
        if further == "which" and is_person:
            return _TELLING
        if _apposed(texts, last + 1, groups()):
            return _TELLING
        return _WEAK if further == "whose" and not is_person else 0
    if following == "and" and further == "its":
        return _TELLING
    if is_person and len(one.words) == 1 and _is_quoted(texts, last):
        return _TELLING
    says = following in lexicon.verbs("say")
    if says and _speaks_of_itself(texts, last + 1):
        return _TELLING
    if says and not is_person:
        return _LEANING
    return 0


def _is_quoted(texts: Sequence[str], at: int) -> bool:
    """`X gained 3%`, `X filed for bankruptcy`, `X went bankrupt`: what shares and firms do."""
    if texts[at : at + 3] == ["filed", "for", "bankruptcy"] or texts[at : at + 2] == ["went", "bankrupt"]:
        return True
    return (
        texts[at : at + 1] != [] and texts[at] in _MOVES and bool({"%", "percent", "pct"} & {*texts[at + 2 : at + 5]})
    )


def _speaks_of_itself(texts: Sequence[str], at: int) -> bool:
    """`X says it will pay`, `X said on Tuesday its pilots`; not `X said it was late`."""
    end = min(len(texts), at + _REACH)
    while at < end and (texts[at] in _WHEN_SAID or texts[at] in lexicon.words("days") or texts[at].isdecimal()):
        at += 1
    if texts[at : at + 1] == ["that"]:
        at += 1
    word = texts[at] if at < len(texts) else ""
    return word == "its" or (word == "it" and it_acts(texts, at + 1))


def is_called_body(texts: Sequence[str], at: int) -> bool:
    """`X, a Lisbon firm founded`, not `after X, the court said`; `at` is the comma's number."""
    return texts[at : at + 1] == [","] and texts[at + 1 : at + 2] != ["the"] and _apposed(texts, at + 1, groups())


def _apposed(texts: Sequence[str], at: int, nouns: frozenset[str]) -> bool:
    """`, a Lisbon firm founded`, `, Italy's watchdog,`: the first noun that ends its phrase is one of these."""
    if texts[at : at + 1] and texts[at] in ("then", "now", "once", "formerly", "today"):
        at += 1
    if texts[at : at + 2] == ["one", "of"]:
        at += 2  # then one of the island's largest companies
    if at >= len(texts) or (texts[at].lower() not in ("a", "an", "the", "one") and texts[at] == bare(texts[at])):
        return False
    for here in range(at + 1, min(len(texts), at + _REACH)):
        word = texts[here]
        if not word[0].isalpha() or word in lexicon.words("no_description"):
            return False
        following = texts[here + 1] if here + 1 < len(texts) else "."
        ends = not following[0].isalpha() or following in lexicon.words("no_description") or following.endswith("ed")
        is_body = word in nouns or word.removesuffix("s") in nouns or (word[-3:] == "ies" and f"{word[:-3]}y" in nouns)
        if is_body and (ends or not is_noun(following)):
            return True
        if ends:
            return False
    return False
