"""The closed list of rules that tie an actor to a time, each told in the words of a reader."""

from __future__ import annotations

from briefing.model.enumeration import StrEnum


class TieRule(StrEnum):
    """Why an actor hangs on a time."""

    SUBJECT = "subject-of-clause"
    PARTY = "party-to-clause"
    SHARED = "shared-subject"
    OWNER = "owner-of-relative"
    PARTICIPLE = "described-by-participle"
    SIMULTANEOUS = "simultaneous-clause"
    WHEN = "when-clause-of-time"
    MEANWHILE = "clause-above-when"
    OPENING = "time-opens-sentence"
    DATED_NOUN = "party-to-dated-noun"
    ROW = "same-row"
    PRONOUN = "pronoun-in-clause"
    DESCRIPTION = "description-in-clause"
    OWN_WORDS = "own-words"


REASONS: dict[TieRule, str] = {
    TieRule.SUBJECT: "is named before the verb of the clause that the time belongs to",
    TieRule.PARTY: "is named after the verb of the clause that the time belongs to",
    TieRule.SHARED: "is the subject of the verb before, and this verb has none of its own",
    TieRule.OWNER: "stands right before the who, which or whose that begins the dated clause",
    TieRule.PARTICIPLE: "is the one whom the participle with the time describes",
    TieRule.SIMULTANEOUS: "was doing this at the time of the report that tells it",
    TieRule.WHEN: "acts in the clause that begins with “when” right after the time",
    TieRule.MEANWHILE: "acts in the clause whose “when” or “since” clause has the time",
    TieRule.OPENING: "acts in a clause joined by “and” to the one that has the time",
    TieRule.DATED_NOUN: "is named as owner of, or party to, the event that carries the date in its name",
    TieRule.ROW: "stands in the same row of the table or list",
    TieRule.PRONOUN: "is the only one near whom the pronoun in the dated clause can mean",
    TieRule.DESCRIPTION: "is the only one whom the description in the dated clause fits",
    TieRule.OWN_WORDS: "speaks of itself in these quoted words",
}


def reason(rule: str) -> str:
    """Why the rule ties, as the end of a sentence that begins with the actor's name; empty for an unknown rule."""
    return next((text for known, text in REASONS.items() if known.value == rule), "")
