"""Ties and figures of a whole article, sentence by sentence."""

from __future__ import annotations

from briefing.extract.figures import find_figures, may_have_figures
from briefing.extract.given_names import genders_by_name
from briefing.extract.link import tie
from briefing.extract.naming import Sentence
from briefing.extract.pronouns import Topic, bind_subjects, topic_of
from briefing.extract.references import References
from briefing.extract.told import UNTIED, Named, tell
from briefing.model.actor import ActorDate, Figure
from briefing.model.article import Article
from briefing.model.text import Region
from briefing.model.when import TimeExpression


def tell_all(
    article: Article, sentences: list[Sentence], named: list[Named], times: tuple[TimeExpression, ...]
) -> tuple[list[tuple[int, ActorDate]], list[Figure]]:
    """Ties and figures, sentence by sentence; the dateline ties nobody."""
    references = References(sentences, named)
    references.genders = {**genders_by_name(named, sentences), **references.genders}
    rows = {n for n, p in enumerate(article.text.paragraphs) if p.region is Region.TABLE}
    ties: list[tuple[int, ActorDate]] = []
    figures: list[Figure] = []
    topic: Topic | None = None
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
        before, topic = topic, topic_of(sentence, here) or (topic if not here else None)
        has_number = may_have_figures(sentence)
        if not has_number and not (inside and (here or before)):
            continue
        told = tell(sentence, here, times, inside)
        bind_subjects(told, references.genders, before)
        topic = topic or topic_of(sentence, told.all_named())
        is_row = sentence.paragraph in rows
        if inside:
            ties.extend(tie(told, times, is_row=is_row))
        if has_number and not is_row:
            figures.extend(find_figures(told, times, covered))
    return ties, figures
