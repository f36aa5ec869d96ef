"""Where names stand in a sentence: known ones from the tables, others as runs of capitalised words."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.classify import keep_run
from briefing.extract.naming import Naming, Sentence
from briefing.extract.reading import LONGEST_WORD, Reading, capital, keep_known, known_at, run_end


def find_names(value: str, sentence: Sentence, number: int) -> list[Naming]:
    """All namings of one sentence, in order."""
    reading = Reading(value, sentence, number)
    at = 0
    while at < len(reading.texts):
        at = _step(reading, at)
    return reading.found


def _step(reading: Reading, at: int) -> int:
    word = reading.texts[at]
    if not _may_start(word):
        return at + 1
    if word[:4].lower() in ("pro-", "anti") and "-" in word:
        return at + 1
    known_end, entry = known_at(reading.texts, at)
    if reading.sentence.is_title:
        if entry:
            keep_known(reading, at, known_end, entry)
        return max(known_end, at + 1)
    if not capital(word):
        if entry:
            keep_known(reading, at, known_end, entry)
        return max(known_end, at + 1)
    end = run_end(reading, at)
    if entry and known_end >= end:
        keep_known(reading, at, known_end, entry)
        return known_end
    return keep_run(reading, at, end, known_end, entry)


def _may_start(word: str) -> bool:
    first = word[0]
    return (first.isupper() or "-" in word or word in lexicon.gazetteer()) and len(word) <= LONGEST_WORD
