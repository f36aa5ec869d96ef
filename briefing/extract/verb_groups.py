"""Which words of a sentence are finite verbs: by form and by the words beside them."""

from __future__ import annotations

from itertools import compress
from operator import or_

from briefing.extract import lexicon
from briefing.extract.clause_times import points_to_time
from briefing.extract.clause_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATE,
    DENY,
    DETERMINERS,
    OWN_SUBJECTS,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    RELATIVE,
    SUBJECT_PRONOUNS,
    SUBORDINATE,
    TIME_PREPOSITIONS,
    TRANSITIVE,
)
from briefing.extract.participles import drop_asides, has_adverbial
from briefing.extract.verb_forms import LONGEST_WORD, Form, does_to, form_of, inside_group, is_adverb, is_ambiguous
from briefing.extract.words import bare
from briefing.model.kept import Kept

_BREAKS = frozenset([",", ";", ":", "—", "–", "(", ")", '"', "“", "”", "that"]) | COORDINATE | RELATIVE | SUBORDINATE
_ORIGINS = ("ian", "ean", "ese", "ish", "can", "ench", "utch")
"""`Canadian cents` is a thing."""
_SUBJECTS = frozenset(["he", "she", "they", "we", "i"])
"""Never objects: the word after them is a verb of their own (`remarks he made`)."""
_MONEY = frozenset("$£€")
_NAMED = frozenset(["named", "called", "nicknamed", "dubbed"])
_NAMED_REACH = 3
"""Words from `a` to the `named` that goes with its noun, at most."""
_INSIDE = TIME_PREPOSITIONS | {"for"}
"""`had for weeks denied`: with these a time begins inside a verb group."""
_ALSO = frozenset(["also", "then", "never", "still", "finally", "soon", "again", "eventually", "what"])
"""Right before a past form: it is no participle."""
_LONGEST_REACH = 20
_LONGEST_ASIDE = 14
_VERBS = (Form.AUXILIARY, Form.PRESENT, Form.SURE_PRESENT)
_ASIDE = 5
"""Words of an adverbial inside a verb group, at most."""


def finite_verbs(texts: list[str], low: list[str]) -> list[bool]:
    """For each word, also given in lower case, whether it is the first word of a finite verb group."""
    found = [False] * len(low)
    for at in compress(range(len(low)), map(_form, low)):
        found[at] = _is_finite(texts, low, at, form_of(low[at]))
    if True in found:
        _drop_participles(texts, low, found)
    return found


def _form_of_verb(word: str) -> Form | None:
    form = form_of(word) if len(word) <= LONGEST_WORD else Form.NONE
    return None if form is Form.NONE else form


_form = Kept(_form_of_verb).__getitem__
"""The form of a word in lower case, None for what is no verb."""


def _is_finite(texts: list[str], low: list[str], at: int, form: Form) -> bool:
    if form is Form.AUXILIARY:
        if low[at] in ("be", "been", "being"):
            return False
        if low[at] == "am" and at > 0 and low[at - 1][:1].isdecimal():
            return False
        is_month = at > 0 and texts[at][0].isupper() and texts[at] in lexicon.words("days")
        return not is_month and not inside_group(low, at)
    before = low[at - 1] if at else ""
    if before in DETERMINERS or before in PREPOSITIONS or before in lexicon.words("before_place"):
        return False
    if texts[at][0].isupper():
        return at == 0 and low[0] == "said" and (texts[1:2] != [] and (texts[1][0].isupper() or low[1] in DETERMINERS))
    if form is Form.SURE_PRESENT:
        return not inside_group(low, at)
    if form is Form.SURE_BARE:
        return _after_many(texts, low, at)
    if form is Form.BARE:
        return _after_plural(texts, low, at)
    if form is Form.PRESENT:
        return _after_singular(texts, low, at)
    if form is Form.IN_S:
        return _is_unlisted_present(texts, low, at)
    return not inside_group(low, at) and not _is_adjective(low, at)


def _is_adjective(low: list[str], at: int) -> bool:
    """`an internationally recognized government`."""
    before = low[at - 1] if at else ""
    if is_adverb(before) and before not in ADVERBS and at > 1:
        return low[at - 2] in DETERMINERS or low[at - 2] in PREPOSITIONS
    return not before and at + 1 < len(low) and low[at + 1] not in PREPOSITIONS


def _after_plural(texts: list[str], low: list[str], at: int) -> bool:
    before = low[at - 1] if at else ""
    if not (before in PLURAL_SUBJECTS or (before.endswith("s") and texts[at - 1].islower() and len(before) > 3)):
        return False
    following = low[at + 1] if at + 1 < len(low) else ""
    return following not in ("of", "said", "by", "was", "were", "is") and not _ends_sentence(following)


def _after_many(texts: list[str], low: list[str], at: int) -> bool:
    """`Officials say`, `the two soon agree`, `France and Italy agree`: right after what may be a plural subject."""
    if low[at] == "say":
        return not inside_group(low, at)
    back = at - 1
    while back > 0 and is_adverb(low[back]):
        back -= 1
    if back < 0:
        return False
    word = low[back]
    if word in PLURAL_SUBJECTS:
        return True
    if texts[back][0].isupper() and "and" in low[max(0, back - 4) : back]:
        return word.isalpha()
    in_s = word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "'s"))
    return (
        in_s
        and (texts[back].islower() or back <= 1)
        and form_of(word) not in _VERBS
        and not _infinitive_before(low, back)
    )


def _infinitive_before(low: list[str], at: int) -> bool:
    """`let the workers leave`, `did officials say`: an auxiliary already opens the group."""
    return not {"do", "does", "did", "let", "lets", "helped", "make", "made", "to", "will", "would"}.isdisjoint(
        low[max(0, at - 3) : at]
    )


def _after_singular(texts: list[str], low: list[str], at: int) -> bool:
    before = low[at - 1] if at else ""
    following = low[at + 1] if at + 1 < len(low) else ""
    if before in SUBJECT_PRONOUNS or before in RELATIVE or before in ("that", "what", "still", "also"):
        return True
    is_year = before.isdecimal() and len(before) == 4
    if not (before.isalpha() or "-" in before or is_year) or texts[at - 1] != bare(texts[at - 1]) or following == "of":
        return False
    if following[:1].isdecimal() or following in _MONEY:
        return True
    return following in DETERMINERS or following in PREPOSITIONS or following.endswith("ing") or following == "that"


def _is_unlisted_present(texts: list[str], low: list[str], at: int) -> bool:
    """`Vane heads the bank`, `who chairs`, `, replaces Norrin`: a form in -s between a subject and an object."""
    before, following = texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else ""
    if low[at - 1 : at] and low[at - 1] in ("who", "which", "he", "she", "it"):
        return True
    if before.endswith(_ORIGINS):
        return False
    named = following[:1].isupper() and (before == "," or low[at] in TRANSITIVE)
    has_object = following.lower() in DETERMINERS or (named and following not in lexicon.words("days"))
    return has_object and (before == "," or (before[:1].isupper() and before == bare(before) and at > 1))


def _ends_sentence(word: str) -> bool:
    return not word or word in (".", "!", "?", ",")


def _drop_participles(texts: list[str], low: list[str], found: list[bool]) -> None:
    """Of two finite forms without a joint between one is a participle: `men held in May left`, `they left men held`."""
    drop_asides(texts, low, found)
    last, seen, waits = -1, False, False
    for at in compress(range(len(found)), map(or_, found, map(_BREAKS.__contains__, low))):
        if (
            low[at] in _BREAKS
            and not (low[at] == "," and last < 0)
            and not (low[at] == "that" and points_to_time(low, at))
        ):
            last = -1
        if low[at] in RELATIVE and not seen:
            waits = True
        if not found[at]:
            continue
        if _alone_participle(texts, low, at) or (last < 0 and _stands_aside(texts, low, found, at)):
            found[at] = False
            continue
        if last >= 0 and at - last <= _LONGEST_REACH:
            if _goes_on_with(low, last, at):
                found[at] = False
            elif low[at - 1] not in OWN_SUBJECTS and _is_reduced_first(texts, low, last):
                found[last] = False
                last = at
            elif waits and low[at - 1] not in SUBJECT_PRONOUNS:
                waits, last = False, at
            elif is_ambiguous(low[at]) and low[at] not in AUXILIARIES and _is_reduced_second(low, last, at):
                found[at] = False
            else:
                last = at
        else:
            last = at
        seen = seen or not waits


def _alone_participle(texts: list[str], low: list[str], at: int) -> bool:
    """`talks led by`, `, led by`: no subject can do it."""
    following = low[at + 1] if at + 1 < len(low) else ""
    before = low[at - 1] if at else ""
    if low[at] in _NAMED and before not in RELATIVE:
        return texts[at + 1 : at + 2] != [] and texts[at + 1][0].isupper() and _after_article(low, at)
    if low[at] == "dated":
        return before not in RELATIVE
    if not is_ambiguous(low[at]) or before in RELATIVE or low[at] in BE:
        return False
    agent = following == "by" and not (at + 2 < len(low) and low[at + 2].endswith("ing") and texts[at + 2].islower())
    return agent or (before == "," and _has_agent(texts, low, at))


def _has_agent(texts: list[str], low: list[str], at: int) -> bool:
    """`a claim, made on Sunday by the families,`"""
    if low[at] in lexicon.verbs("say") or not has_adverbial(texts, low, at):
        return False
    for ahead in range(at + 2, min(len(low) - 1, at + _LONGEST_ASIDE)):
        if low[ahead] == "by":
            return low[ahead + 1] in ("the", "a", "an") or texts[ahead + 1][0].isupper()
        if low[ahead] in _BREAKS or low[ahead] in DETERMINERS:
            return False
    return False


def _after_article(low: list[str], at: int) -> bool:
    """`a man named Norrin`; not `the board named Norrin`."""
    return any(low[back] in ("a", "an") for back in range(max(0, at - _NAMED_REACH), at))


def _stands_aside(texts: list[str], low: list[str], found: list[bool], at: int) -> bool:
    """`whether X, held since May, may preach`: an aside between commas; the verb stands right after it."""
    if at < 3 or low[at - 1] != "," or not is_ambiguous(low[at]):
        return False
    if not (texts[at - 2][0].isupper() or low[at - 3] in DETERMINERS):
        return False
    if low[at] in AUXILIARIES or low[at] in lexicon.verbs("say") or not has_adverbial(texts, low, at):
        return False
    for ahead in range(at + 1, min(len(low) - 1, at + _LONGEST_ASIDE)):
        if low[ahead] == ",":
            return found[ahead + 1] and low[ahead + 1] not in COORDINATE
        if found[ahead] or low[ahead] in _BREAKS:
            return False
    return False


def _goes_on_with(low: list[str], last: int, at: int) -> bool:
    """`had for weeks denied it`: an adverbial stands inside the verb group."""
    inside = low[last] in ("has", "have", "had") and low[last + 1] in _INSIDE
    return inside and at - last <= _ASIDE and is_ambiguous(low[at]) and low[at - 1] not in SUBJECT_PRONOUNS


def _is_reduced_first(texts: list[str], low: list[str], at: int) -> bool:
    if not is_ambiguous(low[at]) or low[at] in AUXILIARIES or low[at] in lexicon.verbs("say"):
        return False
    if _form(low[at]) is not Form.PAST or does_to(low, at):
        return False
    following = low[at + 1] if at + 1 < len(low) else ""
    before = texts[at - 1] if at else ""
    if before.lower() in SUBJECT_PRONOUNS or before.lower() in RELATIVE or before in _ALSO:
        return False
    following_time = at + 1 < len(texts) and texts[at + 1] in lexicon.words("days")
    return following_time or following in TIME_PREPOSITIONS or following in PREPOSITIONS


def _is_reduced_second(low: list[str], last: int, at: int) -> bool:
    if low[at - 1] in _SUBJECTS or low[at - 1] in _ALSO or (low[last] in DENY and low[at - 1] in SUBJECT_PRONOUNS):
        return False
    says = lexicon.verbs("say")
    perfect = low[last] in ("has", "have", "had") and low[last + 1] in says
    return (low[last] not in says and not perfect) or _after_prepositional(low, last, at)


def _after_prepositional(low: list[str], last: int, at: int) -> bool:
    """`announced in a video published Monday`: the words between are an adverbial, no new subject."""
    return low[last + 1] in ("in", "at", "on", "during") and at - last <= 6 and low[at - 1] not in SUBJECT_PRONOUNS
