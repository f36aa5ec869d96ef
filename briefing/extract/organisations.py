"""Acronyms: defined in brackets, or matched by the initials of a longer name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing.extract.naming import Naming
from briefing.model.actor import ActorType

_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "de", "la", "del", "to", "against"])


def is_acronym(word: str) -> bool:
    """LPDF, U.N., GNA: capitals only, at least two."""
    letters = word.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()


def plain_acronym(word: str) -> str:
    """The acronym without stops."""
    return word.replace(".", "")


def initials(name: str) -> set[str]:
    """The acronyms a name may have, with its small words and without them."""
    words = [part for word in name.split() for part in word.split("-") if part]
    if len([word for word in words if word not in _SMALL]) < 2:
        return set()
    short = "".join(_letters(word) for word in words if word not in _SMALL).upper()
    return {short, "".join(_letters(word) for word in words).upper()}


def _letters(word: str) -> str:
    """What a word gives to an acronym: all of `U.S.`, so that the U.S. Navy is not the U.N."""
    return plain_acronym(word) if "." in word[1:-1] and is_acronym(word) else word[0]


def bracketed(value: str, namings: list[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """Pairs of a name and the acronym in the bracket right after it, in whichever order they stand."""
    for left, right in pairwise(namings):
        if left.sentence != right.sentence or right.first - left.last != 1:
            continue
        between = value[left.span.end : right.span.start]
        after = value[right.span.end : right.span.end + 1]
        if between.strip() != "(" or after != ")":
            continue
        if is_acronym(right.surface) and not is_acronym(left.surface):
            yield left, right
        elif is_acronym(left.surface):
            yield right, left


def may_be_foreign(acronym: str, long: Naming) -> bool:
    """`Popular Front (FPLR)`: an acronym of the name in its own language, whose letters are others."""
    is_body = long.kind in (ActorType.ORGANISATION, ActorType.ARMED_GROUP) and long.sure and not long.entry
    return is_body and 2 < len(plain_acronym(acronym)) < 7


def fits(acronym: str, name: str) -> bool:
    """Whether the acronym's letters occur in order at the name's words: LPDF in Libyan Political Dialogue Forum."""
    wanted = plain_acronym(acronym).upper()
    if wanted in initials(name):
        return True
    at = 0
    for letter in name.upper():
        if at < len(wanted) and letter == wanted[at]:
            at += 1
    return at == len(wanted) and name[:1].upper() == wanted[:1]


def is_spelled_out(texts: list[str], at: int, end: int) -> bool:
    """`Pakistan Tehreek-e-Insaf (PTI)`: all of it is the name that the letters stand for."""
    short = texts[end + 1] if texts[end : end + 1] == ["("] and texts[end + 2 : end + 3] == [")"] else ""
    if not (short.isupper() and 2 < len(short) < 7):
        return False
    return fits(short, " ".join(texts[at:end])) and not fits(short, " ".join(texts[at + 1 : end]))


def blends(acronym: str, name: str) -> bool:
    """Whether the acronym is made of the beginnings of all the name's words, in order: AFCO, UNSMID."""
    letters = plain_acronym(acronym).lower()
    words = [part.lower() for word in name.split() for part in word.split("-") if part]
    ends = {0}
    for word in words:
        longer = {end + size for end in ends for size in range(1, 4) if letters[end : end + size] == word[:size]}
        ends = {end for end in longer if end <= len(letters)} | (ends if word in _SMALL else set())
    return len(letters) > 2 and len(letters) in ends


def holds(acronym: str, body: str) -> bool:
    """Whether an acronym has the first letters of all words of a body without a name: dock workers' union, DHWU."""
    letters = iter(plain_acronym(acronym))
    words = [word for word in body.upper().split() if word[0].isalpha()]
    return (
        body.islower() and len(words) > 1 and words[-1][0] == acronym[-1] and all(word[0] in letters for word in words)
    )


def in_another_script(value: str, namings: list[Naming]) -> Iterator[tuple[Naming, Naming]]:
    """`Name (Имя)`: pairs of a naming and the one in the bracket after it."""
    for left, right in pairwise(namings):
        if left.sentence == right.sentence and right.first - left.last == 1 and _is_latin(left) != _is_latin(right):
            between, after = value[left.span.end : right.span.start], value[right.span.end : right.span.end + 1]
            if between.strip() == "(" and after == ")":
                yield left, right


def _is_latin(naming: Naming) -> bool:
    return naming.surface[0] < "\u0370"
