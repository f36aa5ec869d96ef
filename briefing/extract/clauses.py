"""Clauses of a sentence: where they begin and end, their verb, and whether what they tell happened."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract import lexicon
from briefing.extract.words import Words

_QUOTES = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to before `last`; `verb` is the word number of its finite verb, -1 for none."""

    first: int
    last: int
    verb: int
    is_reporting: bool
    happened: bool
    """Neither denied nor only imagined."""
    opener: str = ""
    in_quotes: bool = False

    def holds(self, word: int) -> bool:
        return self.first <= word < self.last


def is_finite(texts: list[str], at: int) -> bool:
    """Whether the word looks like a finite verb where it stands."""
    low = texts[at].lower()
    if low in lexicon.verbs("modal") or low in lexicon.verbs("be_have"):
        return True
    before = texts[at - 1].lower() if at else ""
    if before in lexicon.verbs("no_verb_after") or before in lexicon.words("before_place"):
        return False
    if low in lexicon.verbs("nouns_too") and not before.islower():
        return False
    if low in lexicon.verbs("say") or low in lexicon.verbs("past") or low in lexicon.verbs("denied"):
        return not _is_participle(texts, at)
    if low in lexicon.verbs("present"):
        return bool(before) and (texts[at - 1][0].isupper() or before[-1] == "s" or before in ("who", "which", "that"))
    return low.endswith("ed") and len(low) > 4 and low not in lexicon.verbs("no_verb") and not _is_participle(texts, at)


def _is_participle(texts: list[str], at: int) -> bool:
    """`was held`, `the talks led by`: the form is no verb of its own."""
    before = texts[at - 1].lower() if at else ""
    following = texts[at + 1].lower() if at + 1 < len(texts) else ""
    if before in lexicon.verbs("be_have") or before in ("been", "being", "be", "not"):
        return True
    return following == "by" and before not in ("who", "which")


def split_clauses(words: Words) -> list[Clause]:
    """The clauses of a sentence, in order; together they cover it."""
    texts = words.texts
    finite = [is_finite(texts, at) for at in range(len(texts))]
    cuts = [0]
    quoted = _quoted(texts)
    for at in range(1, len(texts)):
        if _cuts(texts, at, finite, cuts[-1]) or (quoted[at] != quoted[at - 1]):
            cuts.append(at)
    spans = [(first, last) for first, last in zip(cuts, [*cuts[1:], len(texts)], strict=True) if last > first]
    return [_clause(texts, first, last, finite, quoted[first]) for first, last in _rejoined(spans, finite, texts)]


def _quoted(texts: list[str]) -> list[bool]:
    """Whether each word stands within quotation marks; a quotation without a finite verb is words, not a clause."""
    marks, inside = [False] * len(texts), False
    start = 0
    for at, text in enumerate(texts):
        if text in _QUOTES:
            if inside:
                long_enough = at - start > 5
                marks[start:at] = [long_enough] * (at - start)
            inside, start = not inside, at
    return marks


def _cuts(texts: list[str], at: int, finite: list[bool], since: int) -> bool:
    word = texts[at].lower()
    if texts[at - 1] in (";", "—", "–", ":"):
        return True
    if _begins_speech(texts, at, finite):
        return True
    if word in lexicon.verbs("subordinate"):
        return _verb_ahead(texts, at + 1, finite)
    if word in lexicon.verbs("coordinate"):
        return _has_verb(finite, since, at) and _verb_ahead(texts, at + 1, finite)
    return texts[at - 1] == "," and _has_verb(finite, since, at) and _subject_ahead(texts, at, finite)


def _begins_speech(texts: list[str], at: int, finite: list[bool]) -> bool:
    """`X said Y left`, `X said Monday Y left`: what is said begins without `that`."""
    verb = at - 2 if texts[at - 1] in lexicon.words("days") else at - 1
    if verb < 0 or not finite[verb] or texts[verb].lower() not in lexicon.verbs("say"):
        return False
    word = texts[at]
    if not word[0].isalnum() or word in lexicon.words("days") or finite[at]:
        return False
    low = word.lower()
    return (
        low not in lexicon.words("before_place") and low not in ("on", "of", "that") and _verb_ahead(texts, at, finite)
    )


def _subject_ahead(texts: list[str], at: int, finite: list[bool]) -> bool:
    return texts[at].lower() in ("he", "she", "they", "it", "we") and any(finite[at : at + 4])


def _has_verb(finite: list[bool], first: int, last: int) -> bool:
    return any(finite[first:last])


def _verb_ahead(texts: list[str], at: int, finite: list[bool]) -> bool:
    """A finite verb before the next cut or sign, within reach."""
    for ahead in range(at, min(len(texts), at + 14)):
        if finite[ahead]:
            return True
        if texts[ahead] in (";", ":") or (texts[ahead] == "," and ahead > at + 8):
            return False
    return False


def _rejoined(spans: list[tuple[int, int]], finite: list[bool], texts: list[str]) -> list[tuple[int, int]]:
    """A piece without a verb belongs to the clause before it (or, at the head, to the one after)."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        head_without_verb = len(found) == 1 and not _has_verb(finite, *found[0])
        if found and (head_without_verb or not _has_verb(finite, first, last)):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _clause(texts: list[str], first: int, last: int, finite: list[bool], quoted: bool) -> Clause:
    verb = next((at for at in range(first, last) if finite[at]), -1)
    low = [text.lower() for text in texts[first:last]]
    reporting = verb >= 0 and texts[verb].lower() in lexicon.verbs("say")
    return Clause(first, last, verb, reporting, _happened(low, verb - first), low[0], quoted)


def _happened(low: list[str], verb: int) -> bool:
    if verb < 0:
        return True
    if low[0] in ("if", "unless", "whether") or any(w in lexicon.verbs("denied") for w in low[verb : verb + 1]):
        return False
    near = low[max(0, verb - 3) : verb + 4]
    if low[verb] in lexicon.verbs("hypothetical"):
        return False
    return not any(word in ("not", "never", "n't", "cannot") or word.endswith(("n't",)) for word in near)
