"""What the tagger adds to the names that rules and tables found in a sentence.

Tables and cue words go first: where they are sure, they keep borders and kind. Where they only guess, the tagger's
borders and kind stand, and it adds names that no rule sees, if it is far from any other reading. What kind an actor is
in the end, all its namings vote (`actors`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from briefing.extract import lexicon
from briefing.extract.lexicon import How
from briefing.extract.naming import Naming
from briefing.extract.reading import Reading, is_head, is_party, known_at
from briefing.extract.tagger.tagger import Tagged
from briefing.extract.titles import title_heads
from briefing.extract.words import bare
from briefing.model.actor import ActorType

CLEAR = 240
"""A lead, a word, from which three kinds in four are right."""
STRONG = 600
"""A lead from which nine in ten are right."""
_ADJECTIVES = ("an", "ese", "ish", "ic", "ist", "im")
_BODIES = (ActorType.ORGANISATION, ActorType.ARMED_GROUP)


def advise(reading: Reading, tagged: list[Tagged]) -> None:
    """Notes on each naming what the tagger takes the same words for, mends borders, and adds what only it sees."""
    if not tagged:
        return
    beside = _Beside(reading, tagged)
    by_words = {(name.first, name.last): name for name in tagged}
    kept: list[Naming] = []
    taken = 0
    for naming in reading.found:
        same = by_words.get((naming.first, naming.last)) or _better(reading, naming, beside)
        if same and (same.first, same.last) != (naming.first, naming.last):
            if same.first >= taken:
                naming = _again(reading, naming, same)
            elif naming.first >= taken:
                same = None
            else:
                continue
        elif naming.first < taken:
            continue
        if same and not _says_little(reading, naming):
            naming.hint, naming.lead = _mended(reading, same), same.lead
            _settle(naming)
        taken = naming.last
        kept.append(naming)
    reading.found = sorted([*kept, *_added(reading, kept, tagged)], key=lambda naming: naming.first)


def _settle(naming: Naming) -> None:
    """A name of several words that rules only guess at is what the tagger says, where it is clear."""
    if naming.kind is ActorType.OTHER and naming.hint is ActorType.PERSON:
        naming.hint, naming.lead = None, 0  # `the Ann Wray, which`: a ship, whatever it is called
        return
    if naming.entry or naming.sure or naming.last - naming.first < 2 or naming.lead < CLEAR:
        return
    if naming.kind is None or naming.hint is not ActorType.OTHER:
        naming.kind = naming.hint


def _mended(reading: Reading, name: Tagged) -> ActorType:
    """The tagger's kind, but for what it was taught badly: `the Orral administration`, `the Lanterns`."""
    if name.last > name.first + 1:
        return name.kind
    if reading.at(name.last) in ("administration", "presidency"):
        return ActorType.PERSON
    is_many = reading.at(name.first - 1).lower() == "the" and reading.texts[name.first].endswith("s")
    return ActorType.ORGANISATION if is_many and name.kind is ActorType.PLACE else name.kind


def _says_little(reading: Reading, naming: Naming) -> bool:
    """`Berth 9`, `the Republic`, `(VENTAR) radar`: one ordinary word, whatever it looks like to the tagger."""
    if naming.entry or naming.sure or naming.last - naming.first > 1:
        return False
    before, word, after = reading.at(naming.first - 1), reading.texts[naming.first], reading.at(naming.last)
    if len(bare(word)) == 1 or word in ("II", "III", "IV", "VI", "VII", "VIII", "IX"):
        return True
    return _is_ordinary(bare(word)) or after.isdecimal() or (before == "(" and after == ")" and word.isupper())


class _Beside:
    """What stands at the same words, found without going through all of a long sentence: both lists are in its order,
    and the tagger's names never overlap."""

    def __init__(self, reading: Reading, tagged: list[Tagged]) -> None:
        self._tagged = tagged
        self._firsts, self._lasts = [name.first for name in tagged], [name.last for name in tagged]
        self._found = sorted(reading.found, key=lambda naming: naming.first)
        self._found_firsts = [naming.first for naming in self._found]

    def tagged(self, first: int, last: int) -> list[Tagged]:
        """The tagger's names that share a word with these."""
        return self._tagged[bisect_right(self._lasts, first) : bisect_left(self._firsts, last)]

    def found(self, first: int, last: int) -> list[Naming]:
        """The namings that begin among these words."""
        return self._found[bisect_left(self._found_firsts, first) : bisect_left(self._found_firsts, last)]


def _better(reading: Reading, naming: Naming, beside: _Beside) -> Tagged | None:
    """The tagger's name for nearly the same words, where its borders are worth more."""
    if naming.entry:
        return None
    over = beside.tagged(naming.first, naming.last)
    if len(over) != 1 or over[0].lead < CLEAR:
        return None
    name = over[0]
    if name.last == name.first + 1 and len(bare(reading.texts[name.first])) == 1:
        return None
    is_wider = name.first <= naming.first and naming.last <= name.last
    joined = "and" in reading.texts[name.first : name.last]
    if joined and not (is_wider and name.kind is ActorType.ORGANISATION and _is_joined_body(reading, name)):
        return None
    owner = reading.texts[naming.last - 1]
    if is_wider and naming.last < name.last and owner != bare(owner) and _is_apart([owner]):
        return None
    if _is_for_somebody(reading.texts[name.first : name.last]):
        return None
    if is_wider and name.first < naming.first and _is_apart(reading.texts[name.first : naming.first]):
        return None
    others = [other for other in beside.found(name.first, name.last) if other.sure and other is not naming]
    is_whole = naming.sure or bare(reading.texts[name.last - 1]) in lexicon.words("company")
    if any(is_whole or not (joined and other.last == name.last and other.kind in _BODIES) for other in others):
        return None
    if naming.sure:
        return name if joined and naming.kind in _BODIES else None
    is_narrower = naming.first <= name.first and name.last == naming.last
    cut = reading.texts[naming.first : name.first]
    is_number = reading.texts[name.first].isupper() and name.last == name.first + 1
    is_initial = cut[-1:] == ["."] and all(len(word) == 1 for word in cut)
    is_part = is_number or is_initial or any(word.lower() in lexicon.words("particles") for word in cut)
    if name.kind is ActorType.PERSON and len(cut) == 1 and naming.kind is ActorType.PERSON:
        is_name = cut[0].isalpha() and not cut[0].endswith(("ing", "ed"))
        is_part = is_part or (
            is_name and not (_is_ordinary(cut[0]) or cut[0].lower() in reading.common or _is_role(cut[0]))
        )
    return name if is_wider or (is_narrower and not is_part) else None


def _is_role(word: str) -> bool:
    """`Brothers`, `Trainer`: what somebody is, with a capital."""
    low = word.lower()
    return low in lexicon.words("roles") or low.removesuffix("s") in lexicon.words("roles") or word.isupper()


def _is_joined_body(reading: Reading, name: Tagged) -> bool:
    """`Ministry of Trade and Industry`, `Energy and Commerce Subcommittee`; not `Vane Inc and Orral`."""
    words = [bare(word) for word in reading.texts[name.first : name.last]]
    first, last = words.index("and"), words[-1]
    if any(words[at - 1] in lexicon.words("company") for at, word in enumerate(words) if word == "and"):
        return False
    if is_head(last) or last in lexicon.words("company"):
        return words.count("and") == 1
    return any(is_head(word) and words[at + 1] in ("of", "for", "on") for at, word in enumerate(words[:first]))


def _is_for_somebody(words: list[str]) -> bool:
    """`Lunch for Ann Wray`; not `Nurses for Peace`, `Campaign for X`."""
    at = words.index("for") if "for" in words else 0
    return at > 0 and not words[at - 1].endswith("s") and not is_head(words[at - 1])


def _is_apart(words: list[str]) -> bool:
    """`Orlane's` Court of Appeal, `Prayers for` Ann Wray, `Emir of` Orlane: what stands before is not of the name."""
    if words[-1] in ("of", "for") and len(words) > 1:
        return words[-2] in title_heads() or not is_head(words[-2])
    return words[-1] != bare(words[-1]) and bare(words[-1]) not in ("Lord", "People", "Women", "Workers")


def _again(reading: Reading, naming: Naming, name: Tagged) -> Naming:
    """The naming with the tagger's borders; a word cut off before a person is what the person is."""
    made = reading.naming(name.first, name.last, naming.kind or name.kind, sure=naming.sure)
    made.role, made.descriptions = naming.role, naming.descriptions
    made.ties = naming.ties
    if not naming.sure:
        made.kind = name.kind if name.last - name.first > 1 else None
    cut = reading.texts[naming.first : name.first]
    if name.kind is ActorType.PERSON and len(cut) == 1 and not made.role and cut[0].lower() in lexicon.words("roles"):
        made.role = cut[0].lower()
    return made


def _added(reading: Reading, kept: list[Naming], tagged: list[Tagged]) -> list[Naming]:
    taken = {at for naming in kept for at in range(naming.first, naming.last)} | reading.nobody
    found = []
    for name in tagged:
        if not taken.isdisjoint(range(name.first, name.last)) or not _is_worth(reading, name):
            continue
        made = reading.naming(name.first, name.last, name.kind if name.last - name.first > 1 else None)
        made.hint, made.lead = _mended(reading, name), name.lead
        found.append(made)
    return found


def _is_worth(reading: Reading, name: Tagged) -> bool:
    """Whether a name that no rule sees is one: far ahead, not made of ordinary words, no adjective, no `X-backed`."""
    if name.lead < STRONG or name.name_lead < STRONG or any(reading.backed[name.first : name.last]):
        return False
    if is_party(reading, name.first) or (
        reading.at(name.first - 1) == "for" and reading.at(name.first - 2) in title_heads()
    ):
        return False
    words = [bare(word) for word in reading.texts[name.first : name.last]]
    if len(words) == 1 and (len(words[0]) == 1 or words[0].endswith(_ADJECTIVES) or words[0].lower() in reading.common):
        return False
    if "and" in words and not (name.kind is ActorType.ORGANISATION and _is_joined_body(reading, name)):
        return False
    if len(words) == 2 and all(_is_of_state(word) for word in words):
        return False  # the Bosnian Serb leader
    return not all(_is_ordinary(word) for word in words) and not _is_event(words)


def _is_of_state(word: str) -> bool:
    entry = known_at([word], 0)[1]
    return entry is not None and entry.how is How.DEMONYM


def _is_event(words: list[str]) -> bool:
    return words[0] in lexicon.words("event_heads") or words[-1] in lexicon.words("events")


def _is_ordinary(word: str) -> bool:
    low = word.lower()
    return (
        is_head(word)
        or low in lexicon.words("state_heads")
        or any(word in lexicon.words(section) for section in _ORDINARY)
    )


_ORDINARY = ("things", "starts", "titles", "plain", "days", "place", "place_heads", "company")
