"""Names joined in one row: `X, Y and their ally Z left`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.clause import Clause
from briefing.extract.clause_words import DETERMINERS
from briefing.extract.told import Named, Told

_AND = frozenset(["and", "or", "nor", ","])
_BETWEEN = 7
"""Words from one name of a row to the next, at most."""
_MOST = 8
_MANY = frozenset(["were", "have", "are"])
_FAR = 60
"""Words that a row of names reaches, at most."""


def row_after(told: Told, head: Named) -> list[Named]:
    """Who else stands in the row that one begins, up to the verb: `X and a militia, the Y, took Z`."""
    number = told.clauses.of_word[head.naming.first]
    texts, verb = told.sentence.words.texts, told.clauses.found[number].verb
    row, joined = [head], False
    for one in told.named_between(number, head.naming.last, min(verb, head.naming.last + _FAR)):
        between = texts[row[-1].naming.last : one.naming.first]
        if not is_joint(between, _BETWEEN) or len(row) > _MOST:
            break
        joined = joined or "and" in between or "or" in between
        row.append(one)
    return row[1:] if joined else []


def is_joint(between: Sequence[str], longest: int) -> bool:
    """Whether the words between two names put both in one row: `and`, `, the`, `and their ally`."""
    if not between or len(between) > longest or between[0].lower() not in _AND:
        return False
    return all(text.islower() or text.lower() in _AND or text.lower() in DETERMINERS for text in between)


def row_before(told: Told, last: Named, clause: Clause) -> list[Named]:
    """`X and Y, both of whom left`, `X and Y, who were held`: the others of whom a clause of many tells."""
    texts = told.sentence.words.texts
    first = [text.lower() for text in texts[max(last.naming.last, clause.first - 3) : clause.first + 3]]
    if "both" not in first and "all" not in first and texts[clause.verb] not in _MANY:
        return []
    number, row = told.clauses.of_word[last.naming.first], [last]
    for one in reversed(told.named_between(number, clause.first - _FAR, last.naming.first)):
        between = texts[one.naming.last : row[-1].naming.first]
        if not between or len(between) > _BETWEEN or ("and" not in between and (between[0] != "," or len(between) > 2)):
            break
        row.append(one)
    return row[1:]
