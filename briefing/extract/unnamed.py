"""Bodies that act without a name of their own: `the medical council said`, `prosecutors charged`, `the coastguard`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.extract import lexicon
from briefing.extract.callings import same_meaning
from briefing.extract.clause_words import ADVERBS, DETERMINERS, PREPOSITIONS, listed
from briefing.extract.institutions import is_such, modifies
from briefing.extract.naming import Naming, Sentence
from briefing.extract.phrases import is_part, is_verb_after
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.text import Span

_MOST_MODIFIERS = 2
_OF_APPEAL = (["of", "appeal"], ["of", "appeals"])
_SPOKEN_TO = listed(
    "told asked urged warned informed sued ordered blamed blaming accused criticised criticized rebuked"
)
_ALONE = listed("court tribunal jury council commission committee inquiry assembly")
"""Where the article names none, `the court` acts, though nothing is said of which it is."""
_RENEWED = listed("new old outgoing incoming current present newly-elected then")
"""`the new assembly` is the one that was elected."""
_OF_STATES = frozenset(["Army", "Navy", "Military", "Police"])
"""Beside the Army of the Faithful there is an army."""
_HEARING = frozenset(["court", "jury", "tribunal"])
"""`told the court`: where something is said."""
_IN_OFFICE = frozenset(
    ["prosecutor", "prosecutors", "attorney", "president", "governor", "mayor", "ombudsman", "premier", "coroner"]
)
"""Whose office is a body: the prosecutor's office."""
_STRUGGLE = frozenset(["Resistance", "Liberation", "Revolutionary", "Insurgent", "Guerrilla", "Rebel"])
_OWNED = frozenset(["its", "their"])
_ANY = frozenset(["a", "an", "another"])
_OPENING = frozenset(["federal", "state", "military", "local", "city", "county", "provincial", "regional", "riot"])
"""With a capital before `prosecutors` or `police`, where they open a sentence."""
_JOINING = listed("and but that when by after as if once because since until while whether with against")
_GENERALS = frozenset(["attorney", "solicitor", "auditor", "surgeon"])
_MANY = ("men", "women", "people", "children")
_TO = listed("according wrote written appealed complained applied testified submitted presented reported")
"""`wrote to the ministry`: before `to`, words that make it a party to what is done."""
_APPEARING = listed(
    "due appear appears appeared appearing testify testified testifies brought summoned stood went came"
)
"""`is due before the committee`, likewise."""
_DEEDS = listed(
    "rules votes hears reports reviews debates elects launches cuts raises lifts bans bars blocks appeals signs"
)
"""What such bodies do, mostly nouns too."""
_LED = frozenset(["led", "chaired", "headed", "run", "formed", "set"])
_LED_BY = frozenset(["by", "under"])
"""`the union, led by X,`"""
_JOINED = 4
"""Words of a sentence among which the first of two subjects ends."""
_ON = frozenset(["which", "whose", "who"])
_LONGEST_OWNER = 3
_MOST_ADVERBS = 2


def unnamed(value: str, sentences: Sequence[Sentence], namings: Sequence[Naming]) -> list[Naming]:
    """Namings of bodies by their noun, where no named body of the article has that noun in its name."""
    named = {
        bare(word).lower()
        for naming in namings
        for word in naming.surface.split()
        if word[0].isupper() and (naming.entry or " " in naming.surface)
        if naming.kind is not ActorType.ARMED_GROUP or word not in _OF_STATES
    }
    named |= {naming.surface.split()[-1] for naming in namings if naming.kind is ActorType.ORGANISATION and naming.sure}
    if any(naming.kind is ActorType.ARMED_GROUP or is_movement(naming.surface) for naming in namings):
        named |= lexicon.heads("irregular")
    ends = {(naming.sentence, naming.first): naming.last for naming in namings}
    found: list[Naming] = []
    acting: set[str] = set()
    new: set[str] = set()
    for number, sentence in enumerate(sentences):
        texts = sentence.words.texts
        if sentence.is_title or (
            _nouns().isdisjoint(texts) and texts[0].lower() not in lexicon.heads("bare_institution")
        ):
            continue
        for made, acts in _in_sentence(value, sentence, number, named):
            if _is_apposed(texts, made.last, ends.get((number, made.last + 1), 0)):
                continue
            found.append(made)
            if acts:
                acting.add(made.surface.lower())
            if acts and made.first and texts[made.first - 1].lower() in _ANY:
                new.add(made.surface.lower())
    times = Counter(made.surface.lower() for made in found)
    alone = {each for each in acting - new if each in _ALONE and times[each] == 1}
    acting -= {each for each in alone if not _introduced(times, {each})}
    acting |= _introduced(times, acting)
    longer = {surface.rpartition(" ")[2] for surface in acting if " " in surface}
    longer |= {other for noun in longer for other in same_meaning(noun)}  # the panel, of a joint commission
    return [made for made in found if (surface := made.surface.lower()) in acting and surface not in longer]


def _is_apposed(texts: Sequence[str], last: int, end: int) -> bool:
    """`the drivers' union, X, which`: a body that has a name."""
    return bool(end) and texts[last] == "," and texts[end : end + 1] in ([","], ["."], [";"])


def _introduced(surfaces: Iterable[str], acting: set[str]) -> set[str]:
    """`a judicial commission`, of which the text goes on as `the commission`: the only one that is called so."""
    found: dict[str, list[str]] = {}
    for surface in surfaces:
        found.setdefault(surface.rpartition(" ")[2], []).append(surface)
    some = ([each for each in found[noun] if each != noun] for noun in acting & found.keys())
    return {each[0] for each in some if len(each) == 1}


def is_movement(name: str) -> bool:
    """`Movement for X`, `X Liberation Front`: whom a text may call the rebels."""
    words = name.split()
    ends = len(words) > 1 and (words[0] in ("Movement", "Front") or words[-1] in ("Movement", "Front"))
    return ends or not _STRUGGLE.isdisjoint(words)


def _nouns() -> frozenset[str]:
    return lexicon.heads("institution")


def _in_sentence(value: str, sentence: Sentence, number: int, named: set[str]) -> Iterator[tuple[Naming, bool]]:
    words = sentence.words
    texts = words.texts
    for at, text in enumerate(texts):
        noun = bare(text)
        low = noun.lower() if at == 0 else noun
        if low not in _nouns():
            continue
        first = _first(texts, at, low)
        if not is_such(low, texts[at - 1] if first < at else ""):
            continue
        last = at + 3 if low == "court" and texts[at + 1 : at + 3] in _OF_APPEAL else at + 1
        is_meant = low in named and (first == at or (low == "union" and "'" not in texts[first:at]))
        before = texts[first - 1].lower() if first else ""
        is_any = before in _ANY and low in lexicon.heads("any_institution")
        if is_meant or not (is_any or _opens(texts, first, at, low, is_long=first < at or last > at + 1)):
            continue
        if is_any and texts[last : last + 1] == ["of"]:
            continue
        town = _town(texts, last) if noun == text else last
        made = _made(value, sentence, number, (first, town if is_any else last), low)
        if town > last and is_any and first < at:
            made.forms = (value[made.span.start : words.ends[last - 1]], made.surface)
        elif town > last and not is_any:
            made.forms = (made.surface, " ".join(value[made.span.start : words.ends[town - 1]].split()))
        elif (owner := _owner(texts, first)) < first:
            made.forms = (made.surface, " ".join(value[words.starts[owner] : made.span.end].split()))
        doing = _preposition(texts, first) if is_any or before == "the" or before != bare(before) else before
        made.scenery = doing in lexicon.words("before_place")
        meets = _closes(texts, last) and (
            doing == "by"
            or (doing in _SPOKEN_TO and (is_any or low not in _HEARING))
            or (doing == "to" and texts[max(0, first - 3)].lower() in _TO)
            or (doing == "before" and not _APPEARING.isdisjoint(texts[max(0, first - 6) : first - 2]))
        )
        yield made, noun == text and (meets or _acts(texts, last - 1, low))


def _preposition(texts: Sequence[str], first: int) -> str:
    """What stands before the article or the owner of a noun, which begins here."""
    at = first - 2
    if at > 0 and texts[at] == "the" and texts[first - 1] != bare(texts[first - 1]):
        at -= 1
    return texts[at].lower() if at >= 0 else ""


def _made(value: str, sentence: Sentence, number: int, words: tuple[int, int], noun: str) -> Naming:
    first, last = words
    text = sentence.words.texts[last - 1]
    span = Span(sentence.words.starts[first], sentence.words.ends[last - 1] - (len(text) - len(bare(text))))
    kind = ActorType.ARMED_GROUP if noun in lexicon.heads("irregular") else ActorType.ORGANISATION
    return Naming(number, first, last, span, " ".join(span.of(value).split()), kind, sure=True)


def _owner(texts: Sequence[str], first: int) -> int:
    """Where the name of the owner begins in `Arden's mines ministry`; `first` where there is none."""
    if not first or texts[first - 1] == bare(texts[first - 1]):
        return first
    owner = first
    while owner > 0 and first - owner < _LONGEST_OWNER and texts[owner - 1][0].isupper():
        owner -= 1
    return owner


def _closes(texts: Sequence[str], last: int) -> bool:
    """Whether a phrase ends before this word: not `by a court order`."""
    word = texts[last] if last < len(texts) else "."
    return not word[0].isalpha() or not is_part(word) or word in lexicon.words("before_place") or word in ADVERBS


def _town(texts: Sequence[str], last: int) -> int:
    """Where `in Ribe` after a noun ends, or `last`."""
    if texts[last : last + 1] != ["in"] or last + 1 >= len(texts):
        return last
    end = last + 1
    while end < len(texts) and end - last <= _LONGEST_OWNER and _is_town(texts[end]):
        end += 1
    return end if end > last + 1 else last


def _is_town(word: str) -> bool:
    return word[0].isupper() and word == bare(word) and word not in lexicon.words("days")


def _first(texts: Sequence[str], at: int, noun: str) -> int:
    """The first of the words that belong to a noun: `the bank employees' union`, `the prosecutor's office`."""
    if noun == "office":
        if at > 1 and texts[at - 1] == "general's" and texts[at - 2] in _GENERALS:
            return at - 2
        return at - 1 if at and texts[at - 1] != bare(texts[at - 1]) and bare(texts[at - 1]) in _IN_OFFICE else at
    first = at
    while first > 0 and at - first < _MOST_MODIFIERS:
        if texts[first - 1] == "'" and first > 1 and texts[first - 2].endswith("s") and modifies(texts[first - 2]):
            first -= 2
            if first > 0 and at - first == 2 and modifies(texts[first - 1]):
                first -= 1
            break
        is_many = bare(texts[first - 1]).endswith(_MANY) and modifies(bare(texts[first - 1]))
        if not modifies(texts[first - 1]) and not is_many and not _is_opening(texts, first - 1):
            break
        first -= 1
    return first


def _is_opening(texts: Sequence[str], at: int) -> bool:
    """`Federal` agents, where a sentence begins, or behind a dateline."""
    return texts[at].lower() in _OPENING and (not at or not texts[at - 1][0].isalnum())


def _opens(texts: Sequence[str], first: int, at: int, noun: str, *, is_long: bool) -> bool:
    before = texts[first - 1].lower() if first else ""
    if before in _RENEWED and first > 1:
        before = texts[first - 2].lower()
    if before in _OWNED:
        return is_long
    is_led = texts[at + 1 : at + 2] == [","] and texts[at + 2 : at + 3] != [] and texts[at + 2] in _LED
    if before == "the" and (noun in _ALONE or (is_led and texts[at + 3 : at + 4] == ["by"])):
        return True
    if before == "the" or (before != bare(before) and first > 0):
        return is_long or noun in lexicon.heads("lone_institution")
    if noun not in lexicon.heads("bare_institution"):
        return False
    is_first = first == at or texts[first].lower() in _OPENING
    return is_first and (not before or not before[0].isalnum() or before in _JOINING)


def _acts(texts: Sequence[str], at: int, noun: str) -> bool:
    here = _town(texts, at + 1)
    if (
        here == at + 1
        and texts[here : here + 1] == ["of"]
        and texts[here + 1 : here + 2]
        and texts[here + 1][0].isupper()
    ):
        here += 2
    here = _after_adverbs(texts, here)
    following = texts[here] if here < len(texts) else ""
    if following == "," and here + 2 < len(texts) and (texts[here + 1] in _ON or texts[here + 2] in _LED_BY):
        return True
    if following == "under" or (following in _LED and texts[here + 1 : here + 2] == ["by"]):
        return True
    if following == "and" and at <= _JOINED:  # The drivers' union and X agreed
        return here + 1 < len(texts) and (texts[here + 1][0].isupper() or texts[here + 1] == "the")
    if following in _DEEDS:
        after = texts[here + 1] if here + 1 < len(texts) else "."
        return after in DETERMINERS or after in PREPOSITIONS or after in ADVERBS or not after[0].islower()
    return following.islower() and (following in lexicon.verbs("be_have") or is_verb_after(noun, following))


def _after_adverbs(texts: Sequence[str], at: int) -> int:
    """Past what may stand between a noun and its verb: `prosecutors on Monday also charged`."""
    for _ in range(_MOST_ADVERBS):
        if texts[at : at + 1] == ["on"] and at + 1 < len(texts) and texts[at + 1] in lexicon.words("days"):
            at += 2
        elif at < len(texts) and (texts[at] in ADVERBS or texts[at] in lexicon.words("days")):
            at += 1
        else:
            break
    return at
