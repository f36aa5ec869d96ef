"""Nicknames that an article explains: `whom his followers call the Teacher`, `known as "the Crab"`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.extract.naming import Naming, Sentence, name_key
from briefing.extract.phrases import people
from briefing.extract.reading import Reading, capital
from briefing.extract.words import bare
from briefing.model.actor import ActorType
from briefing.model.text import Span

_CALLED = frozenset(["call", "calls", "called", "nicknamed", "dubbed", "known", "nickname", "christened", "alias"])
_ALSO = frozenset([",", "also", "is", "was", "better", "widely", "commonly", "then", "locally", "and"])
_QUOTES = frozenset(['"', "“", "”", "'", "‘", "’", "`"])
_OPENING_QUOTES = frozenset(['"', "“", "‘", "`"])
_REACH = 9
"""Words from `known` to the nickname."""
_LONGEST = 3
"""Words of a nickname behind its article."""


def nicknames(
    value: str, sentences: Sequence[Sentence], namings: Sequence[Naming]
) -> list[tuple[Naming, Naming | None]]:
    """Each place where a nickname stands, with a naming of the person who is called so, or None for one not named."""
    owners: dict[str, Naming | None] = dict(_inside_names(namings))
    said: dict[int, list[tuple[int, int]]] = {}
    for number, sentence in enumerate(sentences):
        if not _CALLED.isdisjoint(sentence.words.texts) or sentence.words.texts[0].lower() in _CALLED:
            for first, last, owner in _explained(number, sentence, namings):
                owners.setdefault(name_key(" ".join(sentence.words.texts[first:last])), owner)
                said.setdefault(number, []).append((first, last))
    if not owners:
        return []
    found = []
    for naming in namings:
        key = "" if naming.entry else name_key(naming.surface)
        whose = owners.get(key)
        if key in owners and sentences[naming.sentence].words.texts[max(0, naming.first - 1)].lower() != "the":
            here = sentences[naming.sentence]
            found.append((_made(value, here, naming.sentence, naming.first, naming.last), whose))
    known = {nick.span for nick, _ in found}
    for number, sentence in enumerate(sentences):
        texts = sentence.words.texts
        for first, last in said.get(number, ()):
            nick = _made(value, sentence, number, first, last)
            if texts[first - 1].lower() != "the" and nick.span not in known:
                found.append((nick, owners[name_key(" ".join(texts[first:last]))]))
        for at, text in enumerate(texts):
            if text.lower() == "the" and at + 1 < len(texts) and capital(texts[at + 1]):
                last = _end(texts, at + 1)
                key = name_key(bare(" ".join(texts[at + 1 : last])))
                if key in owners:
                    found.append((_made(value, sentence, number, at + 1, last), owners[key]))
    return found


def join_quoted(reading: Reading) -> None:
    """`Ivo "the Crab" Marin`: one name around a nickname in quotation marks."""
    texts = reading.texts
    by_first = {each.first: each for each in reading.found}
    joined: list[Naming] = []
    for one in reading.found:
        last = one.last
        if texts[last : last + 1] and texts[last] in _OPENING_QUOTES and len(one.words) < 3 and not one.entry:
            close = next(
                (at for at in range(last + 2, min(last + _LONGEST + 3, len(texts))) if texts[at] in _QUOTES), 0
            )
            other = by_first.get(close + 1) if close else None
            kinds = {one.kind, other.kind if other else None} - {None, ActorType.PERSON}
            if other and not other.entry and not kinds and capital(texts[close - 1]):
                joined.append(_joined(reading, one, other, " ".join(texts[last + 1 : close])))
    if joined:
        inside = {at for each in joined for at in range(each.first, each.last)}
        kept = [each for each in reading.found if inside.isdisjoint(range(each.first, each.last))]
        kept += [each for each, after in pairwise(joined) if each.last <= after.first]
        reading.found = sorted([*kept, joined[-1]], key=lambda each: each.first)


def _joined(reading: Reading, one: Naming, other: Naming, nick: str) -> Naming:
    whole = reading.naming(one.first, other.last, ActorType.PERSON, sure=True, scenery=False)
    whole.forms = (whole.surface, f"{one.surface} {other.surface}", nick.removeprefix("the "))
    whole.surface = f"{one.surface} {other.surface}"
    whole.role, whole.descriptions = one.role, one.descriptions
    return whole


def _inside_names(namings: Sequence[Naming]) -> Iterator[tuple[str, Naming]]:
    for naming in namings:
        if len(naming.forms) > 2 and naming.kind is ActorType.PERSON:
            yield name_key(naming.forms[2]), naming


def _explained(number: int, sentence: Sentence, namings: Sequence[Naming]) -> list[tuple[int, int, Naming | None]]:
    texts = sentence.words.texts
    found = []
    for at, text in enumerate(texts):
        if text not in _CALLED and not (at == 0 and text.lower() in _CALLED):
            continue
        here = at + 1
        while here < len(texts) and (
            texts[here] in ("as", "him", "her", "simply", "locally") or texts[here] in _QUOTES
        ):
            here += 1
        if here + 1 < len(texts) and texts[here].lower() == "the" and capital(texts[here + 1]):
            first, last = here + 1, _end(texts, here + 1)
        elif texts[here - 1] in ("as", "alias") and _is_somebody(texts, at) and _may_be_name(texts, here):
            first, last = here, _end(texts, here)
        else:
            first, last = _quoted_name(texts, at)
        owner = _person_before(number, at, namings) if first and at else None
        if first and not at:
            owner = _person_after(texts, number, last, namings)
        if owner or (first and any(text in people() for text in texts[max(0, at - _REACH) : at])):
            found.append((first, last, owner))
    return found


def _is_somebody(texts: Sequence[str], at: int) -> bool:
    """`a preacher known as`, `X, also known as`, `X alias`; not `a law known as`."""
    before = texts[at - 1] if at else "."
    return texts[at] == "alias" or (texts[at] == "known" and (before in people() or before in _ALSO))


def _may_be_name(texts: Sequence[str], at: int) -> bool:
    """`a preacher known as Abu Salim who`: what follows is a name, and its owner has gone before."""
    return at < len(texts) and capital(texts[at]) and not texts[at].isupper()


def _quoted_name(texts: Sequence[str], at: int) -> tuple[int, int]:
    """`known to generations as "Sam the Whistle"`: the words between the quotation marks, or nothing."""
    for opening in range(at + 1, min(len(texts) - 2, at + _REACH)):
        if texts[opening] in _OPENING_QUOTES:
            first = opening + (2 if texts[opening + 1] == "`" else 1)
            first += texts[first].lower() == "the"
            last = first
            while last < len(texts) and last - first < _LONGEST and (capital(texts[last]) or texts[last] == "the"):
                last += 1
            closed = last < len(texts) and (texts[last] in _QUOTES or texts[last] in (",", "."))
            return (first, last) if last > first and closed else (0, 0)
    return 0, 0


def _person_before(number: int, at: int, namings: Sequence[Naming]) -> Naming | None:
    """The only person named in the sentence before, or the nearest of them after whose name the clause follows."""
    place = bisect_left(namings, (number, at), key=lambda naming: (naming.sentence, naming.first))
    for naming in reversed(namings[max(0, place - 4) : place]):
        if naming.sentence == number and naming.kind is ActorType.PERSON:
            return naming
    return None


def _person_after(texts: Sequence[str], number: int, last: int, namings: Sequence[Naming]) -> Naming | None:
    """`Nicknamed the Crab by his men, Ivan Holt fled`: who is named right after the comma."""
    place = bisect_left(namings, (number, last), key=lambda naming: (naming.sentence, naming.first))
    for naming in namings[place : place + 3]:
        if naming.sentence == number and texts[naming.first - 1] == "," and naming.kind in (None, ActorType.PERSON):
            return naming
    return None


def _end(texts: Sequence[str], first: int) -> int:
    last = first + 1
    while last < len(texts) and last - first < _LONGEST and capital(texts[last]):
        last += 1
    return last


def _made(value: str, sentence: Sentence, number: int, first: int, last: int) -> Naming:
    words = sentence.words
    end = words.ends[last - 1] - (2 if words.texts[last - 1] != bare(words.texts[last - 1]) else 0)
    span = Span(words.starts[first], end)
    return Naming(
        number, first, last, span, " ".join(span.of(value).split()), ActorType.PERSON, sure=True, is_nickname=True
    )
