"""The parts of people's names by which a text goes on speaking of them."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.clause_words import listed
from briefing.model.fold import fold

_FAMILIAR = dict(
    pair.split("/")
    for pair in listed(
        "bill/william will/william bob/robert rob/robert jim/james joe/joseph mike/michael tony/anthony dick/richard "
        "rick/richard ted/edward ed/edward tom/thomas dan/daniel ben/benjamin sam/samuel steve/stephen dave/david "
        "chris/christopher matt/matthew nick/nicholas andy/andrew al/albert ron/ronald don/donald ken/kenneth "
        "larry/lawrence jerry/gerald greg/gregory jeff/jeffrey liz/elizabeth kate/katherine sue/susan beth/elizabeth "
        "maggie/margaret peggy/margaret hank/henry jack/john alex/alexander vince/vincent walt/walter fred/frederick "
        "phil/philip chuck/charles charlie/charles bernie/bernard gerry/gerard tim/timothy jon/jonathan josh/joshua "
        "zach/zachary abe/abraham gene/eugene len/leonard ray/raymond stan/stanley ernie/ernest mickey/michael "
        "patty/patricia debbie/deborah cathy/catherine vicky/victoria becky/rebecca sandy/sandra sasha/alexander "
        "volodya/vladimir misha/mikhail"
    )
)
"""Short given names, each with its full one."""


def name_words(name: str) -> list[str]:
    """The folded words of a person's name; a double surname is one word."""
    return fold(name.replace("’", "'")).replace(".", "").split()


def same_person(words: list[str], known: list[str]) -> bool:
    """Whether two full names, as words, may name one person: the same, one with an initial, a double surname."""
    first, other = words[0], known[0]
    if words[-1] != known[-1]:
        return False
    if first == other or (first[0] == other[0] and 1 in (len(first), len(other))):
        return True
    if _FAMILIAR.get(first) == other or _FAMILIAR.get(other) == first:
        return True
    short, long = sorted((words, known), key=len)
    return 1 < len(short) < len(long) and long[-len(short) :] == short


def halves(surname: str) -> list[str]:
    """The halves of a double surname."""
    return [half for half in surname.split("-")[:3] if len(half) > 2 and half not in lexicon.words("particles")]


def without_article(word: str) -> str:
    """`Mesrati` for al-Mesrati."""
    head, _, tail = word.partition("-")
    return tail if head in lexicon.words("particles") and tail else word


def first_surname(words: list[str]) -> list[str]:
    """The first of two surnames, by which Spanish and Portuguese names go on: Ana Quispe Mamani is Quispe."""
    word = words[-2] if len(words) > 2 else ""
    return [word] if len(word) > 2 and word not in lexicon.words("particles") else []
