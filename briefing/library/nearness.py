"""Whether two texts are copies of one report: cut, lightly edited, with another headline or a paragraph more.

Four questions, each about the words alone. *Runs*: of the runs of three words in the shorter text, enough are in the
longer one. *Spread*: what they share lies all over the shorter text; a follow-up repeats the background and has news of
its own in front. *Facts*: an editor who changes words changes numbers and names no more often than others, while a
form that is filled in again (a weekly report, a table of prices, a bond issue) keeps its words and changes just these;
the likelihood ratio of both readings decides. *Order*: a word diff finds most words of the shorter text in the longer;
of a report written anew it does not. The figures were set on the Reuters-21578 newswire; see
`tests.eval.copies`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from math import log

from briefing.library.word_diff import same_blocks
from briefing.model.article import Article
from briefing.model.fold import fold

LONGEST = 20_000
"""Words of a text that are compared; of a longer one, the first."""
DAYS = 5
"""A copy comes out within so many days; what resembles an older report is printed again whole, or is another."""
REPRINT = 0.9
"""The share of runs from which a text of another week is the same report printed again."""
_NEEDED = ((20, 0.8), (60, 0.36), (120, 0.28))
"""Words of the shorter text and the share of its runs that must be in the longer: short texts resemble by chance."""
_LEAST_OVERLAP = 0.1
"""Of all runs of both: a brief in a digest of many is not a copy of the digest."""
_WINDOW = 16
_IN_WINDOW = 0.15
_SPREAD = 0.8
_SURELY = 0.8
"""The share of runs from which the words are in order without looking."""
_IN_ORDER = 0.7
"""The share of the shorter text's words that must stand in the longer one in the same order."""
_SHORT = 60
_FEW_CHANGES, _MANY_CHANGES = 0.05, 0.4
_NUMBERS_REFILLED, _NAMES_REFILLED = 0.7, 0.5
"""How often a number and a name differ between two fillings of one form."""
_LIKELY, _LIKELY_SHORT = 0.0, 2.0
_TABLE = 0.2
"""The share of numbers among its words from which a text is a table, and says in its title alone whose it is."""

_WORD = re.compile(r"\w+(?:[.,/-]\w+)*")
_STOPS = frozenset('.!?:;"“”«»\n')
NUMBER = re.compile(
    r"(?s).*\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The words of a text by what an editor and a form would do to them."""

    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    """Words with a capital that does not come from opening a sentence."""


class Wording:
    """A text as it is compared; its facts are told apart only when it comes to them."""

    def __init__(self, paragraphs: Iterable[str], title: str = "", day: int | None = None) -> None:
        self._text = "\n\n".join(paragraphs)
        folded = [found[0] for found in islice(_WORD.finditer(fold(self._text)), LONGEST)]
        self.count = len(folded)
        self.folded = folded
        self.sequence = [" ".join(run) for run in zip(folded, folded[1:], folded[2:], strict=False)]
        """Its runs of three words in order."""
        self.runs = frozenset(self.sequence)
        self.title = frozenset(_WORD.findall(fold(title)))
        self.day = day

    @cached_property
    def facts(self) -> Facts:
        """Its numbers and names, and what is neither."""
        plain: set[str] = set()
        numbers: set[str] = set()
        names: set[str] = set()
        openings: set[str] = set()
        before = ""
        for word, opens in islice(_words(self._text), LONGEST):
            folded = fold(word)
            if NUMBER.fullmatch(folded):
                numbers.add(folded)
                before = ""
            elif not word[0].isupper():
                plain.add(folded)
                before = ""
            elif opens:
                openings.add(folded)
                before = folded
            else:
                names.update((folded, before) if before else (folded,))  # "Ilse Brandt said" opens with a name
                before = ""
        return Facts(frozenset(plain | (openings - names)), frozenset(numbers), frozenset(names - plain))


def wording_of(article: Article) -> Wording:
    """The story of an article."""
    title = "" if article.title_derived else article.title
    return Wording(article.text.story(), title, article.published.day.toordinal() if article.published else None)


def nearness(one: Wording, other: Wording) -> float:
    """The share of the shorter text's runs that the longer has, if the two are copies of one report; else 0."""
    shorter, longer = sorted((one, other), key=lambda each: (each.count, each.sequence))
    shared = len(shorter.runs & longer.runs)
    share = shared / len(shorter.runs) if shorter.runs else 0.0
    far = one.day is not None and other.day is not None and abs(one.day - other.day) > DAYS
    if share < (REPRINT if far else _needed(shorter.count)):
        return 0.0
    if shared < _LEAST_OVERLAP * len(shorter.runs | longer.runs) or not _is_spread(shorter, longer.runs):
        return 0.0
    if far and shorter.facts.numbers != longer.facts.numbers:
        return 0.0
    return share if _is_same_news(shorter, longer, share) and _is_in_order(shorter, longer, share) else 0.0


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether it opens a sentence."""
    end = 0
    for found in _WORD.finditer(text):
        yield found[0], not end or not _STOPS.isdisjoint(text[end : found.start()])
        end = found.end()


def _needed(count: int) -> float:
    """Between two points of the table, in proportion."""
    if count <= _NEEDED[0][0]:
        return _NEEDED[0][1]
    for (below, high), (above, low) in pairwise(_NEEDED):
        if count <= above:
            return high + (low - high) * (count - below) / (above - below)
    return _NEEDED[-1][1]


def _is_spread(shorter: Wording, runs: Set[str]) -> bool:
    there = [run in runs for run in shorter.sequence]
    windows = [there[at : at + _WINDOW] for at in range(0, max(len(there) - _WINDOW // 2, 1), _WINDOW)]
    return sum(sum(window) >= _IN_WINDOW * len(window) for window in windows) >= _SPREAD * len(windows)


def _is_in_order(shorter: Wording, longer: Wording, share: float) -> bool:
    """Whether the words that stay stand as they stood; a report told anew has its phrases elsewhere."""
    if share >= _SURELY:
        return True
    return sum(size for _, _, size in same_blocks(shorter.folded, longer.folded)) >= _IN_ORDER * shorter.count


def _is_same_news(shorter: Wording, longer: Wording, share: float) -> bool:
    """Whether numbers and names changed as other words did, rather than as blanks of a form do."""
    one, other = shorter.facts, longer.facts
    fewest = min(len(one.words), len(other.words))
    changed = 1 - len(one.words & other.words) / fewest if fewest else 0.0
    rate = min(max(changed, _FEW_CHANGES), _MANY_CHANGES)
    names = (one.names, other.names)
    if len(one.numbers) >= _TABLE * shorter.count and shorter.title and longer.title:
        names = (one.names | shorter.title, other.names | longer.title)
    differing, likely = 0, 0.0
    for (few, many), refilled in (((one.numbers, other.numbers), _NUMBERS_REFILLED), (names, _NAMES_REFILLED)):
        total = min(len(few), len(many))
        differ = total - len(few & many)
        differing += differ
        likely += differ * log(rate / refilled) + (total - differ) * log((1 - rate) / (1 - refilled))
    if share >= REPRINT and not differing:
        return True
    return likely >= (_LIKELY_SHORT if shorter.count < _SHORT else _LIKELY)
