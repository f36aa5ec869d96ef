"""From an article to what is found in it: sentences, times, names, actors, ties."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from briefing.extract.actors import Merger
from briefing.extract.called import with_descriptions
from briefing.extract.credit_lines import signed
from briefing.extract.groups import Group
from briefing.extract.names import find_names
from briefing.extract.naming import Naming, Sentence
from briefing.extract.nobody import without_nobodies
from briefing.extract.resolve import mark_given, resolve
from briefing.extract.sentences import split_sentences
from briefing.extract.telling import tell_all
from briefing.extract.times import find_times
from briefing.extract.told import Named
from briefing.extract.unnamed import unnamed
from briefing.extract.words import split_words
from briefing.model.actor import Actor, ActorDate, ActorType, Figure, Findings, Mention, actor_id
from briefing.model.article import Article, DateSource
from briefing.model.fold import fold
from briefing.model.pattern import lazy
from briefing.model.text import Region
from briefing.model.when import TimeExpression

RULES = 10
"""Raised with every change that makes other findings; older ones are then made again."""

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese", "da": "Danish",
    "no": "Norwegian", "fi": "Finnish", "cs": "Czech", "ro": "Romanian", "hu": "Hungarian", "id": "Indonesian",
}  # fmt: skip


Tell = Callable[
    [Article, list[Sentence], list[Named], tuple[TimeExpression, ...]],
    tuple[list[tuple[int, ActorDate]], list[Figure]],
]
"""Ties and figures of an article whose names and times are found: the part in which extractors differ."""


class RuleExtractor:
    """Finds actors, times and ties by rules and tables of our own; English only."""

    name = "rules"
    version = RULES

    def find(self, article: Article) -> Findings:
        """All findings of one article; never raises for any text."""
        return find_by(tell_all, article, RULES)


def find_by(tell: Tell, article: Article, version: int) -> Findings:
    """Names and times by our rules, ties and figures as `tell` finds them."""
    if article.language not in ("", "en"):
        return Findings(rules=version, skipped=_not_english(article.language))
    sentences = _sentences(article)
    spans = [sentence.span for sentence in sentences]
    published = article.published.day if article.published else None
    times = resolve(
        find_times(article.text.value, spans), published, article.year_guess.year if article.year_guess else None
    )
    if article.published and article.published.source is DateSource.GIVEN:
        times = mark_given(times)
    groups = _groups(article, sentences)
    kinds = [(group, _kind(group), _name(group)) for group in groups]
    named = [Named(n, at, kind, name) for at, (group, kind, name) in enumerate(kinds) for n in group.namings]
    named.sort(key=attrgetter("naming.span.start", "naming.span.end"))
    named, phrases = with_descriptions(article.text.value, sentences, named)
    ties, figures = tell(article, sentences, named, times)
    dates: dict[int, list[ActorDate]] = {}
    for actor, made in ties:
        dates.setdefault(actor, []).append(made)
    actors = [
        _actor(article.text.value, group, kind, name, phrases.get(at, []), dates.get(at, []))
        for at, (group, kind, name) in enumerate(kinds)
    ]
    return Findings(tuple(actors), times, tuple(figures), tuple(spans), version)


def _not_english(language: str) -> str:
    name = _LANGUAGES.get(language, f"the language “{language}”")
    return f"the article is in {name}; actors and times are found in English only so far"


def _sentences(article: Article) -> list[Sentence]:
    found = []
    for number, paragraph in enumerate(article.text.paragraphs):
        if paragraph.region.is_story:
            for span in split_sentences(article.text.value, paragraph.span, paragraph.region):
                words = split_words(article.text.value, span.start, span.end)
                is_title = paragraph.region is Region.HEADING or _is_title_case(words.texts)
                found.append(Sentence(span, words, is_title, number))
    return found


_CLOSING = frozenset(".!?:;,\"”'’")
"""A headline has none of these at its end."""


def _is_title_case(texts: list[str]) -> bool:
    if texts[-1] in _CLOSING:
        return False
    words = [text for text in texts if text[0].isalpha() and len(text) > 3]
    return len(words) > 3 and sum(not word[0].islower() for word in words) >= 0.8 * len(words)


def _groups(article: Article, sentences: list[Sentence]) -> list[Group]:
    namings: list[Naming] = []
    common = frozenset(filter(str.islower, set().union(*[sentence.words.texts for sentence in sentences])))
    makers = signed(sentences, article.text.paragraphs)
    for number, sentence in enumerate(sentences):
        if number not in makers:
            namings.extend(find_names(article.text.value, sentence, number, common))
    if article.dateline:
        namings = [naming for naming in namings if not naming.span.overlaps(article.dateline)]
        _mark_place(namings, article.dateline.of(article.text.value))
    namings = without_nobodies(sentences, namings)
    namings += unnamed(article.text.value, sentences, namings)
    namings.sort(key=attrgetter("span.start", "span.end"))
    groups = Merger(article.text.value, sentences, namings).merge()
    return [group for group in groups if not _is_author(group, article.byline)] if article.byline else groups


def _is_author(group: Group, byline: str) -> bool:
    """`Ann Wray saw the boats leave`, in a story by Ann Wray."""
    return group.kind is ActorType.PERSON and any(
        " " in naming.surface and naming.surface in byline for naming in group.namings
    )


_AFTER_PLACE = lazy(r"[,(]|\s[-–—]|\s?--|$")


def _mark_place(namings: list[Naming], dateline: str) -> None:
    """What the dateline calls a place is one in the story."""
    place = fold(_AFTER_PLACE.split(dateline, maxsplit=1)[0].strip(" *._"))
    for naming in namings:
        if naming.entry is None and naming.kind is not ActorType.STATE and fold(naming.surface) == place:
            naming.kind, naming.sure = ActorType.PLACE, True


def _kind(group: Group) -> ActorType:
    """One type for all namings: the surest, then the most frequent."""
    if group.name and group.kind:
        return group.kind
    kinds = [naming.kind for naming in group.namings if naming.kind]
    kinds = [naming.kind for naming in group.namings if naming.kind and naming.sure] or kinds
    return max(dict.fromkeys(kinds), key=kinds.count) if kinds else group.kind or ActorType.OTHER


def _name(group: Group) -> str:
    if group.name:
        return group.name
    if group.kind is ActorType.STATE:
        own = [naming.surface for naming in group.namings if fold(naming.surface) == group.key]
        return own[0] if own else group.namings[0].surface
    full = [naming for naming in group.namings if not naming.is_nickname] or group.namings
    return max((naming.surface for naming in full), key=lambda surface: (len(surface.split()), len(surface)))


def _actor(value: str, group: Group, kind: ActorType, name: str, phrases: list[str], dates: list[ActorDate]) -> Actor:
    surfaces = dict.fromkeys(form for naming in group.namings for form in naming.forms or (naming.surface,))
    roles = [naming.role for naming in group.namings if naming.role]
    return Actor(
        actor_id(name, kind),
        name,
        kind,
        tuple(surface for surface in surfaces if surface != name),
        tuple(phrases),
        max(roles, key=len) if roles else "",
        tuple(Mention(naming.span, " ".join(naming.span.of(value).split())) for naming in group.namings),
        tuple(dates),
    )
