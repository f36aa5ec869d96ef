"""The closed list of arcs that tie an actor to a time, each told in the words of a reader."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum


class ArcRule(StrEnum):
    """Why an actor hangs on a time in a parsed sentence."""

    SUBJECT = "subject-of-dated-verb"
    UNDERGOES = "undergoes-dated-verb"
    AGENT = "agent-of-dated-verb"
    OBJECT = "object-of-dated-verb"
    PARTY = "party-by-preposition"
    SHARED = "subject-of-verb-above"
    RELATIVE = "told-in-relative-clause"
    PARTICIPLE = "told-by-participle"
    SETTING = "subject-in-dated-setting"
    EVENT = "party-to-dated-event"


REASONS: dict[ArcRule, str] = {
    ArcRule.SUBJECT: "is the subject of the verb that the time hangs on",
    ArcRule.UNDERGOES: "is the one to whom the verb that the time hangs on happens",
    ArcRule.AGENT: "stands after the “by” of the verb that the time hangs on",
    ArcRule.OBJECT: "is the object of the verb that the time hangs on",
    ArcRule.PARTY: "takes part, after a preposition, in what the verb tells that the time hangs on",
    ArcRule.SHARED: "is the subject of the verb above, and the dated verb has none of its own",
    ArcRule.RELATIVE: "is the one whom the dated relative clause is about",
    ArcRule.PARTICIPLE: "is the one whom the dated participle is about",
    ArcRule.SETTING: "does this in or at what carries the date",
    ArcRule.EVENT: "is the owner of, or a party to, the event that carries the date",
}


def reason(rule: str) -> str:
    """Why the arc ties, as the end of a sentence that begins with the actor's name; empty for an unknown rule."""
    return next((text for known, text in REASONS.items() if known.value == rule), "")
