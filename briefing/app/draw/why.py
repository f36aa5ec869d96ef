"""Why a date stands where it stands, in words a reader understands."""

from __future__ import annotations

from briefing.model.actor import Actor, ActorDate, ActorType, Certainty
from briefing.model.article import Article
from briefing.model.hit import ActorRow
from briefing.model.spoken import spoken
from briefing.model.when import Anchor, TimeExpression

_ANCHORS = {
    Anchor.EXPLICIT: "the words name it in full",
    Anchor.PUBLICATION: "counted from the publication date",
    Anchor.DISCOURSE: "counted from a date named before it in the text",
    Anchor.GIVEN: "counted from the date that was given for the article",
    Anchor.NONE: "nothing to count from: it stays open",
}
_CERTAINTIES = {
    Certainty.STATED: "stated: the clause itself says so",
    Certainty.INFERRED: "inferred: from the clause's grammar or from what it refers to",
    Certainty.GUESSED: "guessed: the nearest that fits",
}


def reasons(
    article: Article, time: TimeExpression, tie: ActorDate | None, actor: Actor | None
) -> list[tuple[str, str]]:
    """(what, words) rows: the words of the text, the value, its anchor; of a tie also the deed and the rule."""
    from briefing.extract.dependency import arc_rules  # who asks why pays for it
    from briefing.extract.tie_rules import reason

    rows = [("words", f"“{' '.join(time.surface.split())}”")]
    rows.append(("means", f"{spoken(time.when)} ({time.when.precision.value})" if time.when.value else "no date"))
    anchor = _ANCHORS[time.anchor]
    if time.anchor is Anchor.PUBLICATION and article.published:
        anchor += f", {article.published.day.isoformat()} {article.published.day:%a} ({article.published.source.value})"
    rows.append(("because", anchor))
    if time.anchor is Anchor.PUBLICATION:
        rows.extend(("but", f"the publication date is in doubt: {doubt}") for doubt in article.date_doubts)
    if time.guess:
        clue = f" in “{article.year_guess.words}”" if article.year_guess else ""
        rows.append(("guess", f"{time.guess}~, from a year{clue}; never used to place anything"))
    if tie and actor:
        did = f": “{' '.join(tie.did.of(article.text.value).split())}”" if tie.did else ""
        rows.append(("actor", f"{actor.name}{did}"))
        if tie.said_by:
            rows.append(("said by", tie.said_by))
        because = reason(tie.rule) or arc_rules.reason(tie.rule)
        rows.append(("rule", f"{tie.rule.replace('-', ' ')}: {actor.name} {because}"))
        rows.append(("sure", _CERTAINTIES[tie.certainty]))
        rows.append(("proof", " ".join(tie.evidence.of(article.text.value).split())))
    return rows


def entry_reasons(row: ActorRow) -> list[tuple[str, str]]:
    """(who, why) rows: under which name and kind an actor is listed, and who of other articles is counted with it."""
    rows = [("entry", f"{row.name} ({spelled(row.type)}), {row.articles:,} articles, {row.mentions:,} mentions")]
    for each in row.counted:
        told = f"“{each.name}” ({spelled(each.type)}, {each.articles:,} articles)"
        rows.append(("counted", f"{told} {each.told(row.name)}"))
    if not row.counted:
        rows.append(("counted", "nobody of another name or kind is counted here"))
    return rows


def spelled(kind: ActorType) -> str:
    """A type in words."""
    return kind.value.replace("_", " ")
