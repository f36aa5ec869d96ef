"""What is said of a person beside the name: the role before it, the apposition around it."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.phrases import is_done
from briefing.extract.words import bare
from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.extract.reading import Reading

_LONGEST = 6
"""Words of a description before the noun that says what a person is."""


def _is_role_word(word: str) -> bool:
    low = bare(word).lower()
    return low in lexicon.words("roles") or low in _lower_titles()


def _lower_titles() -> frozenset[str]:
    return frozenset(["minister", "secretary", "premier", "lieutenant", "sergeant", "senator", "candidate"])


def leading_role(reading: Reading, at: int) -> str:
    """The role noun right before a name, with its own adjectives: `warlord`, `Wagner chief`."""
    noun = at - 1
    if noun >= 0 and reading.texts[noun] == ",":
        noun -= 1
    if noun < 0 or not reading.texts[noun].islower() or not _is_role_word(reading.texts[noun]):
        return ""
    if noun == at - 2 and not _appositive(reading, noun):
        return ""
    return _phrase(reading, _phrase_start(reading, noun), noun)


def _appositive(reading: Reading, noun: int) -> bool:
    """`the military leader, Khalifa Haftar`: such a phrase begins with an article or an owner."""
    start = _phrase_start(reading, noun)
    before = reading.at(start - 1)
    return before.lower() in ("the", "a", "an", "his", "her", "their", "its") or before != bare(before)


def _phrase_start(reading: Reading, noun: int) -> int:
    start = noun
    while start > 0 and noun - start < _LONGEST - 1 and _describes(reading, start - 1):
        start -= 1
    return start


def _describes(reading: Reading, at: int) -> bool:
    word = reading.texts[at]
    if not word[0].isalpha() or word.lower() in lexicon.words("no_description") or word != bare(word):
        return False
    if is_done(reading.texts, at):
        return False
    if word in lexicon.verbs("past") or word in lexicon.verbs("say") or word in lexicon.verbs("present"):
        return _is_role_word(word)
    return not word.endswith("ly")


def _phrase(reading: Reading, start: int, last: int) -> str:
    words = reading.sentence.words
    return " ".join(reading.value[words.starts[start] : words.ends[last]].split())


def description_before(reading: Reading, at: int) -> list[str]:
    """The describing phrase before a name, or nothing."""
    role = leading_role(reading, at)
    return [role] if role else []


def is_role(reading: Reading, at: int) -> bool:
    """Whether an apposition starts here that says what a person is: `, a former Kremlin ally`, `, who`."""
    if reading.at(at) == "who":
        return True
    return bool(description_after(reading, at))


def description_after(reading: Reading, at: int) -> str:
    """`a former Kremlin ally` from the words after a name's comma, or nothing."""
    if reading.at(at).lower() not in ("a", "an", "the", "his", "her", "their", "its", "former") and not _is_role_word(
        reading.at(at) or "."
    ):
        return ""
    for last in range(at, min(at + _LONGEST, len(reading.texts))):
        word = reading.texts[last]
        if not word[0].isalnum() or (last > at and word.lower() in lexicon.words("no_description")):
            return ""
        if _is_role_word(word) and not _is_role_word(reading.at(last + 1) or "."):
            return _phrase(reading, at, last)
    return ""
