"""Articles whose actors are tied to times by looking for the words: pages must not change when the rules get better."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.library.build import build
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.actor import Actor, ActorDate, ActorType, Certainty, Figure, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When
from briefing.settings.places import find_places
from briefing.settings.schema import Settings

ACTORS = (
    ("Ilse Brandt", ActorType.PERSON, "port commissioner"),
    ("Tomas Reyl", ActorType.PERSON, ""),
    ("Dockers' Union", ActorType.ORGANISATION, ""),
    ("Norway", ActorType.STATE, ""),
)
_TIME = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d\d|\bin \d{4}|last spring|on Tuesday")
_AMOUNT = re.compile(r"(up to )?(\d,\d{3}|\d+) (dockers|berths)")


def _articles() -> Iterator[tuple[str, str]]:
    for month in range(1, 8):
        yield (
            f"strike-{month}.txt",
            (
                f"Norrhavn strike, month {month}\n2023-{month:02}-09\n\n"
                f"Ilse Brandt met the Dockers' Union of up to {month},200 dockers 2023-{month:02}-0{month}.\n\n"
                f"Tomas Reyl left the quay 2023-{month:02}. Norway closed 4 berths in 2021.\n\n"
                "Ilse Brandt wrote to Norway last spring, said Coast Gazette.\n"
            ),
        )
    yield "letter.txt", "A letter from the quay.\n\nIlse Brandt met Tomas Reyl on Tuesday. Norway paid in 1998.\n"


def tied(article: Article) -> Findings:
    """Every actor of a sentence did what follows its name at the time that the sentence names."""
    value = article.text.value
    times = tuple(_time(found) for found in _TIME.finditer(value))
    actors = tuple(_actor(*each, value, times) for each in ACTORS if each[0] in value)
    figures = tuple(
        Figure(Span(*found.span()), found[0], None if found[1] else float(found[2].replace(",", "")),
               float(found[2].replace(",", "")), found[3], "Dockers' Union" if found[3] == "dockers" else "Norway")
        for found in _AMOUNT.finditer(value)
    )  # fmt: skip
    sentences = tuple(Span(*found.span()) for found in re.finditer(r"[^\n.]+\.", value))
    return Findings(actors, times, figures, sentences, rules=1)


def _time(found: re.Match[str]) -> TimeExpression:
    words, span = found[0], Span(*found.span())
    digits = words.removeprefix("in ")
    if words == "on Tuesday":
        return TimeExpression(span, words, words, When(None, Precision.DAY), Anchor.NONE)
    if words == "last spring":
        return TimeExpression(span, words, words, When("XXXX-SP", Precision.SEASON), Anchor.NONE, "2022")
    parts = [int(part) for part in digits.split("-")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    first = date(parts[0], *(parts[1:2] or [1]), *(parts[2:] or [1]))
    last = {Precision.DAY: first, Precision.MONTH: first.replace(day=28), Precision.YEAR: date(first.year, 12, 31)}
    return TimeExpression(span, words, words, When(digits, precision, first, last[precision]), Anchor.NONE)


def _actor(name: str, kind: ActorType, role: str, value: str, times: tuple[TimeExpression, ...]) -> Actor:
    mentions = [Span(*found.span()) for found in re.finditer(re.escape(name), value)]
    ties = []
    for span in mentions:
        end = value.index(".", span.end) + 1
        start = max(value.rfind("\n", 0, span.start), value.rfind(". ", 0, span.start) + 1) + 1
        for at, time in enumerate(times):
            if span.end <= time.span.start < end:
                said = "Coast Gazette" if "said" in value[start:end] else None
                did = Span(span.end + 1, time.span.start - 1) if time.span.start > span.end + 2 else None
                ties.append(ActorDate(at, Span(start, end), "fixed", Certainty.STATED, did, said))
    told = tuple(Mention(span, name) for span in mentions)
    return Actor(actor_id(name, kind), name, kind, role=role, mentions=told, dates=tuple(ties))


def build_tied(base: Path) -> Callable[[], Library]:
    """A library of them, opened as often as it is asked for."""
    folder = base / "quay"
    folder.mkdir()
    for name, text in _articles():
        (folder / name).write_text(text, encoding="utf-8")
    places = find_places(base / "places")
    parts = replace(Parts(), find=tied, rules=lambda: 1, workers=1)
    build([folder], places, Settings(), lambda _: None, lambda: False, parts=parts)
    return lambda: Library([folder], places, Settings())
