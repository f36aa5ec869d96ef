"""A library of thousands of small made-up articles, with findings that are known without any rules."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

from briefing.extract.calendar import when_of
from briefing.model.actor import Actor, ActorDate, ActorType, Certainty, Figure, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression

NAMES = ("Alder", "Birch", "Cedar", "Damson", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kapok", "Larch")
KINDS = dict.fromkeys(NAMES, ActorType.PERSON)
WAVERING = "Elm"
"""Some articles take it for an organisation, others for an armed group, some for both: one entry."""
_FIRST = date(2018, 1, 1)


def write_generated(folder: Path, count: int) -> None:
    """Articles of a few sentences in a few paragraphs, most with a day; names, years and amounts by chance."""
    chance = random.Random(11)
    lines = []
    for number in range(count):
        paragraphs = []
        for _ in range(chance.randint(1, 4)):
            sentences = [_sentence(chance) for _ in range(chance.randint(1, 3))]
            paragraphs.append(" ".join(sentences))
        record = {"id": str(number), "title": f"number {number}", "text": "\n\n".join(paragraphs)}
        if number % 10:
            # none comes out in a summer
            day = _FIRST + timedelta(days=chance.choice((0, 365, 730)) + chance.randint(0, 150))
            record["date"] = day.isoformat()
        lines.append(json.dumps(record))
    (folder / "all.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


def find_generated(article: Article) -> Findings:
    """Actors, sentences, times, ties and amounts; what is drawn by chance hangs on the text alone."""
    value = article.text.value
    chance = random.Random(value)
    sentences = [span for paragraph in article.text.paragraphs for span in _sentences(value, paragraph.span)]
    mentions: dict[tuple[str, ActorType], list[Mention]] = {}
    for at, word in _words(value):
        if word in KINDS:
            kind = chance.choice((ActorType.ORGANISATION, ActorType.ARMED_GROUP)) if word == WAVERING else KINDS[word]
            mentions.setdefault((word, kind), []).append(Mention(Span(at, at + len(word)), word))
    times = tuple(_time(chance, sentence) for sentence in sentences)
    actors = [_actor(name, kind, found, sentences, chance) for (name, kind), found in mentions.items()]
    figures = [
        Figure(span := Span(at, at + len(word)), span.of(value), float(word), float(word), "boats", actors[0].name)
        for at, word in _words(value)
        if word.isdigit() and actors
    ]
    return Findings(tuple(actors), times, tuple(figures), tuple(sentences), rules=1)


def _sentence(chance: random.Random) -> str:
    names = chance.sample(NAMES, chance.randint(0, 3))
    return f"it was told of {' and '.join(names) or 'nobody'} with {chance.randint(1, 9)} boats there."


def _sentences(value: str, paragraph: Span) -> list[Span]:
    found, at = [], paragraph.start
    while at < paragraph.end:
        stop = value.find(".", at, paragraph.end)
        end = stop + 1 if stop >= 0 else paragraph.end
        found.append(Span(at, end))
        at = end + 1
    return found


def _words(value: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in value.split():
        at = value.index(word, at)
        found.append((at, word.strip(".")))
        at += len(word)
    return found


def _time(chance: random.Random, sentence: Span) -> TimeExpression:
    """Days, months, years, decades and ranges, some open, some with a guess."""
    day = _FIRST + timedelta(days=chance.randint(-2000, 2000))
    forms = (
        (day.isoformat(), Precision.DAY), (f"{day:%Y-%m}", Precision.MONTH), (f"{day:%Y}", Precision.YEAR),
        (f"{day:%Y}"[:3], Precision.DECADE), (f"{day}/{day + timedelta(days=40)}", Precision.RANGE),
        (f"{day:%Y}-W{day.isocalendar().week:02}", Precision.WEEK), (None, Precision.DAY), (None, Precision.MONTH),
    )  # fmt: skip
    value, precision = chance.choice(forms)
    guess = f"{day:%Y-%m}" if value is None and precision is Precision.MONTH else None
    when = when_of(value, precision)
    return TimeExpression(Span(sentence.start, sentence.start + 2), "it", "", when, Anchor.NONE, guess)


def _actor(name: str, kind: ActorType, mentions: list[Mention], sentences: list[Span], chance: random.Random) -> Actor:
    """What each mention's sentence tells is what the actor did, at that sentence's time."""
    ties = []
    for mention in mentions:
        at = next(number for number, sentence in enumerate(sentences) if mention.span.start in sentence)
        certainty = chance.choice((Certainty.STATED, Certainty.INFERRED, Certainty.GUESSED))
        did = Span(sentences[at].start, sentences[at].end) if chance.random() < 0.5 else None
        ties.append(ActorDate(at, sentences[at], "made-up", certainty, did))
    role = "mayor" if name == "Alder" else ""
    return Actor(actor_id(name, kind), name, kind, role=role, mentions=tuple(mentions), dates=tuple(ties))
