"""Whether what a clause tells happened: not denied, not only imagined; plans are marked."""

from __future__ import annotations

from briefing.extract import clause_words as cw
from briefing.extract import lexicon
from briefing.extract.clause import Clause, Kind
from briefing.extract.verb_forms import is_adverb, is_past_form
from briefing.model.kept import Kept

_GROUP_REACH = 5
"""Words of a verb group that are looked at."""
_CONDITION_REACH = 40
_IFS = cw.CONDITIONAL - {"whether"}


def judge(clauses: list[Clause], low: list[str]) -> None:
    """Marks each clause; `low` are the words of the sentence in lower case."""
    for clause in clauses:
        _judge(clause, low)
    for number, clause in enumerate(clauses):
        if clause.verb >= 0 and low[clause.verb] == "would" and _said_beside(clauses, number):
            _judge_would(clause, low)
        if clause.parent < 0:
            continue
        if clause.kind is Kind.COMPLEMENT:
            _judge_complement(clause, clauses[clause.parent], low)
        elif clause.kind is Kind.COORDINATE:
            _judge_joined(clause, clauses[clause.parent])


def _judge(clause: Clause, low: list[str]) -> None:
    verb = clause.verb
    clause.is_reporting = clause.kind is Kind.SOURCE
    if verb < 0:
        return
    end = clause.last if clause.last < verb + _GROUP_REACH else verb + _GROUP_REACH
    group = low[verb : end if end > verb else verb + 1]
    main = main_verb(group)
    clause.is_reporting = (
        main in lexicon.verbs("say") or main in cw.DENY or (main == "heard" and cw.is_heard(low, verb))
    )
    intended = "to" in group and not cw.PLANNED.isdisjoint(group[:3])
    clause.planned = intended or group[0] in ("will", "shall")
    clause.happened = not _is_unreal(clause, group, main, low)


def _is_unreal(clause: Clause, group: list[str], main: str, low: list[str]) -> bool:
    if clause.kind is Kind.GERUND and clause.opener == "from":
        return True  # barred him from leaving
    if group[0] in ("was", "were") and group[1:3] == ["to", "have"]:
        return True  # was to have opened in May
    if clause.opener in cw.CONDITIONAL or group[0] in cw.UNREAL or _is_inverted(clause, low):
        return True
    end = group.index(main) + 1 if main in group else 1
    if group[1:3] != ["not", "only"] and _denies(group[:end]):
        return not _lasts_since(clause, low)
    if low[clause.first] in cw.NOBODY and low[clause.first + 1 : clause.first + 2] != ["longer"]:
        return True
    if main in cw.DENY and any(word.endswith("ing") for word in group[end : end + 2]):
        return True
    own = low[max(clause.first, clause.verb - 3) : clause.verb]
    if own and own[-1] in cw.NOT:
        return True
    return not cw.NOBODY.isdisjoint(own) and "longer" not in own


def _is_inverted(clause: Clause, low: list[str]) -> bool:
    """`Had he wanted money, he could`: a condition without `if`; not a question, not `, had been sold`."""
    at = clause.verb
    if at != clause.first or low[at] not in ("had", "were", "should") or low[-1] == "?":
        return False
    following = low[at + 1] if at + 1 < len(low) else "."
    if clause.kind is Kind.COORDINATE and following not in cw.SUBJECT_PRONOUNS:
        return False  # the systems sold, he said, were old
    return following != "been" and not is_past_form(following)


def _lasts_since(clause: Clause, low: list[str]) -> bool:
    """`has not been seen since June`, `did not return until May`: what ended or came then did so."""
    end = min(clause.last, clause.verb + _CONDITION_REACH)
    rest = low[clause.first : end]
    return ("since" in rest and low[clause.verb][:3] in ("has", "hav", "had")) or (
        "until" in rest and not low[clause.verb].startswith(("will", "would", "could", "can")))  # fmt: skip


_negates = Kept(lambda word: word in cw.NOT or word.endswith(cw.SHORT_DENIALS)).__getitem__
"""Whether a word in lower case denies the verb of its group."""


def _denies(words: list[str]) -> bool:
    return True in map(_negates, words)


def _judge_complement(clause: Clause, above: Clause, low: list[str]) -> None:
    """What is denied did not happen; `said it would` is a plan, not a wish."""
    before = low[max(0, clause.first - 2) : clause.first]
    no_proof = bool(before) and before[-1] in cw.NO_PROOF and before[0] != "the"
    if no_proof or (above.verb >= 0 and main_verb(low[above.verb : above.verb + 4]) in cw.DENY):
        clause.happened = False
    elif above.is_reporting and above.happened and clause.verb >= 0 and low[clause.verb] == "would":
        _judge_would(clause, low)


def _judge_would(clause: Clause, low: list[str]) -> None:
    group = low[clause.verb : clause.verb + 3]
    end = min(clause.last, clause.verb + _CONDITION_REACH)
    is_open = not _IFS.isdisjoint(low[clause.first : end + 2]) or "have" in group or _denies(group)
    clause.happened = clause.planned = not is_open


def _said_beside(clauses: list[Clause], number: int) -> bool:
    """`X would leave in May, he added`, `according to X`: told as a plan by whoever says it beside."""
    if clauses[number].kind is Kind.COORDINATE:
        number = clauses[number].parent
    beside = clauses[number + 1 : number + 3]
    return clauses[number].kind is not Kind.COMPLEMENT and any(
        one.is_reporting and one.parent == number and one.kind in (Kind.MAIN, Kind.SOURCE) for one in beside
    )


def _judge_joined(clause: Clause, above: Clause) -> None:
    """`X said that it was so and added`: the one who speaks goes on. `If X came and Y left`: both imagined."""
    if above.opener in cw.CONDITIONAL and not above.happened:
        clause.happened = False
    elif clause.is_reporting and above.kind is Kind.COMPLEMENT and clause.verb - clause.first <= 2:
        clause.parent = above.parent


def main_verb(group: list[str]) -> str:
    """The first word of the group that is no auxiliary, adverb or negation."""
    for word in group:
        if not _helps(word):
            return word
    return group[0]


_helps = Kept(lambda word: word in cw.AUXILIARIES or is_adverb(word) or _negates(word)).__getitem__
