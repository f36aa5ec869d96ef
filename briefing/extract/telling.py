"""Ties and figures of a whole article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.extract.clauses import split_clauses
from briefing.extract.figures import find_figures, may_have_figures
from briefing.extract.given_names import genders_by_name
from briefing.extract.link import tie
from briefing.extract.naming import Sentence
from briefing.extract.open_subjects import name_open_subjects
from briefing.extract.pronouns import Topic, bind_subjects, topic_of
from briefing.extract.references import References
from briefing.extract.speech import go_on, speaker_of
from briefing.extract.told import UNTIED, Named, Told
from briefing.model.actor import ActorDate, ActorType, Figure
from briefing.model.article import Article
from briefing.model.frozen import frozen
from briefing.model.text import Region, Span
from briefing.model.when import TimeExpression

Ties = list[tuple[int, ActorDate]]


@frozen
class Telling:
    """A sentence as it is told, where it may tie somebody or give a figure."""

    told: Told
    times: list[int]
    """Those that may tie."""
    covered: list[Span]
    """The words of all its times."""
    is_row: bool
    has_number: bool


def tell_all(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> tuple[Ties, list[Figure]]:
    """Ties and figures, sentence by sentence; the dateline ties nobody."""
    return by_rules(tellings(article, sentences, named, times), times)


def by_rules(told: Iterable[Telling], times: tuple[TimeExpression, ...]) -> tuple[Ties, list[Figure]]:
    """The ties and figures of such sentences by our rules."""
    ties: Ties = []
    figures: list[Figure] = []
    for each in told:
        if each.times:
            ties.extend(tie(each.told, times, is_row=each.is_row))
        if each.has_number and not each.is_row:
            figures.extend(find_figures(each.told, times, each.covered))
    return ties, figures


def tellings(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> Iterator[Telling]:
    """The sentences that may tell something of somebody, with all who are meant in them."""
    references = References(sentences, named)
    references.genders = {**genders_by_name(named, sentences), **references.genders}
    rows = {n for n, p in enumerate(article.text.paragraphs) if p.region is Region.TABLE}
    topic: Topic | None = None
    speaker: Named | None = None
    paragraph = -1
    at = 0
    for number, sentence in enumerate(sentences):
        inside: list[int] = []
        while at < len(times) and times[at].span.start < sentence.span.end:
            inside.append(at)
            at += 1
        covered = [times[t].span for t in inside]
        inside = [t for t in inside if times[t].when.precision not in UNTIED]
        if article.dateline:
            inside = [t for t in inside if not times[t].span.overlaps(article.dateline)]
        here = references.read(number)
        goes_on = not here and not references.opens_with_many(number)
        before, topic = topic, topic_of(sentence, here) or (topic if goes_on else None)
        if sentence.paragraph != paragraph:
            speaker, paragraph = None, sentence.paragraph
        outside, speaker = speaker, speaker_of(sentence.words.texts, here) or speaker
        has_number = may_have_figures(sentence)
        if not has_number and not (inside and (here or before or outside)):
            continue
        told = tell(sentence, here, times, inside)
        go_on(told, outside, is_open=number in references.inner)
        bind_subjects(told, references.genders, before)
        name_open_subjects(told, number, before, references)
        topic = topic or topic_of(sentence, told.all_named())
        yield Telling(told, inside, covered, sentence.paragraph in rows, has_number)


def tell(sentence: Sentence, named: list[Named], times: tuple[TimeExpression, ...], inside: list[int]) -> Told:
    """The sentence with namings and times, both in order, put into its clauses."""
    told = Told(sentence, split_clauses(sentence.words))
    for one in named:
        if one.kind is ActorType.PLACE and told.place_acts(one):
            one = Named(one.naming, one.actor, ActorType.STATE, one.name, one.rule)
        told.named.setdefault(told.clauses.of_word[one.naming.first], []).append(one)
    for time in inside:
        told.times.setdefault(_clause_of(told, times[time]), []).append(time)
    return told


def _clause_of(told: Told, time: TimeExpression) -> int:
    """The clause in which a time begins; of `a day after X left` the one that its last word opens."""
    number, last = told.clause_at(time.span.start), told.word_at(time.span.end - 1)
    inside = told.clauses.of_word[last]
    after = told.clauses.found[inside]
    return inside if inside != number and after.first == last and after.opener in ("after", "before") else number
