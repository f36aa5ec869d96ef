"""A sentence while its names are read: its words and the known names in it."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract import lexicon
from briefing.extract.clause_words import ADVERBS, SUBORDINATE, listed
from briefing.extract.institutions import after_name
from briefing.extract.lexicon import Entry
from briefing.extract.naming import Naming, Sentence
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.kept import Kept
from briefing.model.text import Span

LONGEST_WORD = 60
_HELD = listed("share shares trading dealings stake stakes shareholders investors investor holding bonds")


class _Numbered(dict[int, str]):
    """Words by number; nothing before the first and after the last. Asked for so often that a call would show."""

    def __missing__(self, at: int) -> str:
        return ""


class Reading:
    """One sentence while its names are read."""

    __slots__ = ("at", "backed", "common", "ends", "found", "nobody", "number", "sentence", "starts", "texts", "value")

    def __init__(self, value: str, sentence: Sentence, number: int, common: frozenset[str] = frozenset()) -> None:
        self.value, self.sentence, self.number, self.common = value, sentence, number, common
        self.texts, self.starts, self.ends, self.backed = _without_suffixes(value, sentence)
        self.at: Callable[[int], str] = _Numbered(enumerate(self.texts)).__getitem__
        """The word of a number, or nothing."""
        self.found: list[Naming] = []
        self.nobody: set[int] = set()
        """Words that name nobody, whatever they look like to the tagger."""

    def naming(self, first: int, last: int, kind: ActorType | None, **more: object) -> Naming:
        """A naming of these words, possessive left out, with what its neighbours say."""
        end = self.ends[last - 1]
        word = self.texts[last - 1]
        if word != bare(word):
            end -= 2
        span = Span(self.starts[first], end)
        made = Naming(self.number, first, last, span, " ".join(span.of(self.value).split()), kind)
        made.opens = first == 0 or (first == 1 and not self.texts[0][0].isalnum())
        made.scenery = self.before(first) in lexicon.words("before_place") and not self.is_held(first)
        for name, setting in more.items():
            setattr(made, name, setting)
        return made

    def before(self, at: int) -> str:
        """The word before, in lower case, with `the` looked through."""
        at -= 1
        if at >= 0 and self.texts[at].lower() == "the":
            at -= 1
        return self.texts[at].lower() if at >= 0 else ""

    def is_held(self, at: int) -> bool:
        """`shares in X`: a company, and no place."""
        return self.at(at - 1) == "in" and self.at(at - 2).lower() in _HELD


def _without_suffixes(value: str, sentence: Sentence) -> tuple[list[str], list[int], list[int], list[str]]:
    """Words, starts, ends; and of `UN-brokered` the suffix, cut off the word."""
    words = sentence.words
    backed = [""] * len(words.texts)
    if value.find("-", sentence.span.start, sentence.span.end) < 0:
        return words.texts, words.starts, words.ends, backed
    texts, ends = list(words.texts), list(words.ends)
    known = lexicon.words("backed") | lexicon.words("by_body")
    for at, word in enumerate(texts):
        if "-" in word and len(word) > 2:
            head, _, tail = word.rpartition("-")
            if tail in known and head:
                texts[at], ends[at], backed[at] = head, words.starts[at] + len(head), tail
        elif word == "-" and at and texts[at + 1 : at + 2] and words.starts[at] == words.ends[at - 1]:
            backed[at - 1] = texts[at + 1] if texts[at + 1] in known else ""
    return texts, words.starts, ends, backed


def _capital(word: str) -> bool:
    if word[0].isupper():
        return len(word) <= LONGEST_WORD
    head, dash, tail = word.partition("-")
    return bool(dash) and head in lexicon.words("particles") and tail[:1].isupper() and len(word) <= LONGEST_WORD


capital: Callable[[str], bool] = Kept(_capital).__getitem__
"""Whether the word is written like a name: Haftar, al-Jufra, LPDF, not 2021 and not the."""


def _may_be_known(word: str) -> list[tuple[tuple[str, ...], Entry]]:
    known = lexicon.gazetteer()
    return [*(known.get(word, ()) if word != bare(word) else ()), *known.get(bare(word), ())]


may_be_known: Callable[[str], list[tuple[tuple[str, ...], Entry]]] = Kept(_may_be_known).__getitem__
"""The known names that begin with a word: China's like China, and Lord's like Lord's Resistance Army."""


def known_at(texts: list[str], at: int) -> tuple[int, Entry | None]:
    """The end of the longest known name that starts here, and what it stands for."""
    for key, entry in may_be_known(texts[at]):
        end = at + len(key)
        if len(key) == 1 or (end <= len(texts) and _same(texts, at, end - 1, key)):
            return end, entry
    return at, None


def _same(texts: list[str], at: int, last: int, key: tuple[str, ...]) -> bool:
    return bare(texts[last]) == key[-1] and tuple(texts[at:last]) == key[:-1]


def keep_known(reading: Reading, at: int, end: int, entry: Entry) -> None:
    """Keeps the naming of a known name, unless it is the X of `X-backed`."""
    suffix = next((s for s in reading.backed[at:end] if s), "")
    if entry.type in (ActorType.STATE, ActorType.PLACE) and not suffix and (last := institution(reading, end)):
        reading.found.append(reading.naming(at, last, ActorType.ORGANISATION, sure=True, scenery=False))
    elif suffix not in lexicon.words("backed"):
        reading.found.append(reading.naming(at, end, entry.type, sure=True, entry=entry, ties=not suffix))


def institution(reading: Reading, end: int) -> int:
    """After `police` in `Tanzanian police said`, `Danish competition council`: a body of its own; 0 for none."""
    if reading.texts[end - 1] != bare(reading.texts[end - 1]):
        return 0
    last = after_name(reading.texts, end)
    following = reading.at(last)
    if last == end + 1 and reading.at(end) in _BEFORE_NOUNS and _may_be_noun(following):
        return 0
    return 0 if following in lexicon.words("roles") or following[:1].isupper() else last


_BEFORE_NOUNS = frozenset(["military"])
"""The Danish military has acted, but not in a Danish military base."""
_VERB_FORMS = ("say", "past", "present", "modal", "be_have", "denied", "participle", "sure_present")


def _may_be_noun(word: str) -> bool:
    if not word.isalpha() or not word.islower() or word.endswith(("ed", "ly")):
        return False
    if word in ADVERBS or word in SUBORDINATE:
        return False
    is_small = word in lexicon.words("no_description") or word in lexicon.words("before_place")
    return not is_small and not any(word in lexicon.verbs(form) for form in _VERB_FORMS)


def is_party(reading: Reading, at: int) -> bool:
    """`Sen. Ann Wray, D-Calif.,`: a party and a state."""
    word = reading.at(at)
    return word[1:2] == "-" and word[0] in "RDI" and word[2:3].isupper() and reading.at(at - 1) in (",", "(")


is_head: Callable[[str], bool] = Kept(
    lambda word: any(word in lexicon.words(section) for section in ("organisation", "armed", "place"))
).__getitem__
"""Whether `of` may follow inside the name: Ministry of, Army of, Gulf of."""
