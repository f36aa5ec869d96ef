"""What was found in one article, as the reader corrected it: dates set; ties dropped; actors merged, split, renamed.

Pure: the findings of the rules, the article and what the notebook says give the findings that are shown and counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.model.actor import Actor, ActorDate, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article, DateSource, Published
from briefing.model.claim import kept_words
from briefing.model.fold import fold
from briefing.model.frozen import replace
from briefing.notebook.subject import ActorName, PassageSubject, TieSubject, printable

if TYPE_CHECKING:
    from datetime import date

    from briefing.model.hit import Card
    from briefing.model.when import TimeExpression
    from briefing.notebook.actors import Corrections
    from briefing.notebook.dates import Dates, DaySet, PhraseSet
    from briefing.notebook.ties import Ties

SET_BY_READER = "set by you"
"""The words that stand for the source of a publication date that the reader set."""


def with_date(article: Article, said: DaySet | None) -> Article:
    """The article with the publication date that the reader set, or without one where it was cleared."""
    if said is None:
        return article
    day = Published(said.day, DateSource.GIVEN, SET_BY_READER) if said.day else None
    return replace(article, published=day)


def card_with_date(card: Card, said: DaySet | None) -> Card:
    """The same for a row of the list."""
    if said is None or said.day == (card.published.day if card.published else None):
        return card
    return card._replace(published=Published(said.day, DateSource.GIVEN, SET_BY_READER) if said.day else None)


def corrected(
    article: Article, findings: Findings, dates: Dates, actors: Corrections, ties: Ties, again: bool = False
) -> Findings:
    """The findings of an article (with the date of `with_date` already) as the reader corrected them.

    `again` places all times anew, whatever the notebook says: the article's date may be another than it was.
    """
    said, phrases = dates.published(article.id), dates.phrases(article.id)
    if again or said is not None or phrases:
        findings = replace(findings, times=_placed(article, findings.times, phrases))
    dropped = ties.dropped(article.id)
    if actors.subjects:
        found = [each for actor in findings.actors for each in _split(actor, findings, actors)]
        findings = replace(findings, actors=_together(_untied(article, findings, found, dropped), actors))
    elif dropped:
        findings = replace(findings, actors=tuple(_untied(article, findings, findings.actors, dropped)))
    return findings


def placed_by(article: Article, findings: Findings, day: date, dates: Dates) -> tuple[TimeExpression, ...]:
    """The times of an article as they would be placed by another publication date."""
    dated = replace(article, published=Published(day, DateSource.GIVEN, SET_BY_READER))
    return _placed(dated, findings.times, dates.phrases(article.id))


def _placed(
    article: Article, times: Sequence[TimeExpression], phrases: Sequence[PhraseSet]
) -> tuple[TimeExpression, ...]:
    """The same times placed anew: a phrase by what the reader said it means, the others by the publication date."""
    from briefing.extract.resolve import mark_given, resolve
    from briefing.model.when import Anchor, Precision, When

    told = {at: each.value for each in phrases if (at := _position(times, each.phrase)) is not None}
    asked = [replace(time, pattern=f"= {told[at]}") if told.get(at) else time for at, time in enumerate(times)]
    published = article.published
    placed = resolve(
        asked, published.day if published else None, article.year_guess.year if article.year_guess else None
    )
    if published and published.source is DateSource.GIVEN:
        placed = mark_given(placed)
    made = []
    for at, time in enumerate(placed):
        if at in told:
            when = time.when if told[at] else When(None, Precision.VAGUE)
            anchor = Anchor.GIVEN if told[at] else Anchor.NONE
            time = replace(time, pattern=times[at].pattern, when=when, anchor=anchor, guess=None)
        made.append(time)
    return tuple(made)


def _position(times: Sequence[TimeExpression], phrase: PassageSubject) -> int | None:
    """Which of the times a phrase is: that occurrence of its words."""
    same = [at for at, time in enumerate(times) if " ".join(time.surface.split()) == phrase.words]
    return same[phrase.occurrence - 1] if phrase.occurrence <= len(same) else None


def _untied(
    article: Article, findings: Findings, actors: Sequence[Actor], dropped: Sequence[TieSubject]
) -> list[Actor]:
    """The actors without the ties that the reader dropped: by the time, the deed's words and any name of the actor."""
    wrong: dict[tuple[int, str], set[str]] = defaultdict(set)
    for tie in dropped:
        if (at := _position(findings.times, tie.phrase)) is not None:
            wrong[at, fold(tie.did)].add(fold(tie.actor.name))
    made = []
    for actor in actors:
        names = {fold(name) for name in (actor.name, *actor.aliases)}
        left = tuple(tie for tie in actor.dates if not names & wrong.get((tie.time, _deed(tie, article)), set()))
        made.append(actor if len(left) == len(actor.dates) else replace(actor, dates=left))
    return made


def _deed(tie: ActorDate, article: Article) -> str:
    return fold(printable(kept_words(tie.did.of(article.text.value)))) if tie.did else ""


def _together(found: Sequence[Actor], corrections: Corrections) -> tuple[Actor, ...]:
    """Names taken off are actors of their own; those that are one are put together, named as the reader says."""
    groups: dict[ActorName, list[Actor]] = defaultdict(list)
    for each in found:
        known = corrections.known(each.name, each.type.value) or ActorName.of(each.name, each.type.value)
        if known not in corrections.ignored:
            groups[corrections.root(known)].append(each)
    return tuple(_one(root, actors, corrections) for root, actors in groups.items() if root not in corrections.ignored)


def _split(actor: Actor, findings: Findings, corrections: Corrections) -> Iterable[Actor]:
    known = corrections.known(actor.name, actor.type.value) or ActorName.of(actor.name, actor.type.value)
    off = corrections.splits.get(known, frozenset())
    apart: dict[str, list[Mention]] = defaultdict(list)
    for mention in actor.mentions:
        if fold(mention.surface) in off:
            apart[mention.surface].append(mention)
    if not apart:
        return [actor]
    kept = tuple(mention for mention in actor.mentions if fold(mention.surface) not in off)
    ties: dict[str, list[ActorDate]] = defaultdict(list)
    for tie in actor.dates:
        here = [mention for mention in actor.mentions if mention.span.overlaps(tie.evidence)]
        surfaces = {mention.surface for mention in here}
        ties[surfaces.pop() if len(surfaces) == 1 and surfaces <= apart.keys() else ""].append(tie)
    aliases = tuple(alias for alias in actor.aliases if fold(alias) not in off)
    rest = replace(actor, aliases=aliases, mentions=kept, dates=tuple(ties[""]))
    own = [
        Actor(actor_id(name, actor.type), name, actor.type, mentions=tuple(found), dates=tuple(ties[name]))
        for name, found in apart.items()
    ]
    return [rest, *own] if kept else own


def _one(root: ActorName, actors: Sequence[Actor], corrections: Corrections) -> Actor:
    """Several actors as one, under the name and type that the reader knows it by."""
    named = next((each for each in actors if ActorName.of(each.name, each.type.value) == root), None)
    subject = corrections.subjects.get(root)
    name = corrections.renames.get(root) or (named.name if named else subject.name if subject else actors[0].name)
    told = corrections.retypes.get(root) or (
        root.type if named is None and subject else (named or actors[0]).type.value
    )
    kind = ActorType(told) if told in set(ActorType) else actors[0].type
    if len(actors) == 1 and (name, kind) == (actors[0].name, actors[0].type):
        return actors[0]
    aliases = dict.fromkeys(each for actor in actors for each in (actor.name, *actor.aliases))
    mentions = sorted((mention for actor in actors for mention in actor.mentions), key=lambda one: one.span)
    dates = {(tie.time, tie.evidence, tie.did): tie for actor in actors for tie in actor.dates}
    role = next((actor.role for actor in ([named] if named else []) + list(actors) if actor.role), "")
    return Actor(
        actor_id(name, kind),
        name,
        kind,
        tuple(alias for alias in aliases if alias != name),
        tuple(dict.fromkeys(text for actor in actors for text in actor.descriptions)),
        role,
        tuple(mentions),
        tuple(dates.values()),
    )
