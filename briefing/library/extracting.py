"""The last stage of a build: actors and times where there are none, or those of older rules or another extractor."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from briefing.extract.registry import outdated
from briefing.library import findings, identity, packed, repeats
from briefing.library.finder import Crew
from briefing.library.job import Job
from briefing.library.layout import STORE
from briefing.library.store import load_article
from briefing.model.actor import Findings
from briefing.model.progress import Stage

_log = logging.getLogger(__name__)

BATCH = 300
WORTH_A_CREW = 300
"""Fewer articles than this are done before other processes have started."""

_OUTDATED = "(rules < ? OR rules >= ?)"

Batch = tuple[list[int], Iterable[tuple[int, Findings]]]


def extract(job: Job) -> None:
    """Old rows stay until the new ones are there. Version 0 asks for nothing."""
    rules = job.parts.rules()
    if not rules:
        return
    waiting = f"SELECT count(*) FROM articles WHERE {_OUTDATED}"
    total = int(job.writer.db.execute(waiting, outdated(rules)).fetchone()[0])
    crew = job.parts.crew() if total >= WORTH_A_CREW else 1
    done = 0
    for numbers, found in _by_crew(job, rules, crew) if crew > 1 else _by_oneself(job, rules):
        job.writer.begin()
        for number, each in found:
            findings.put(job.writer.db, number, each, rules)
        job.commit()
        done += len(numbers)
        job.progress(Stage.EXTRACT, done, total)
    _settle(job)


def _settle(job: Job) -> None:
    """Who is the same in many articles, and what copies repeat; what a stop leaves undone waits for the next build."""
    for settle in (identity.settle, repeats.settle):
        job.writer.begin()
        for _ in settle(job.writer.db):
            job.commit()
            if job.stop():
                return
            job.writer.begin()
        job.writer.roll_back()


def _numbers(job: Job, rules: int) -> Iterator[list[int]]:
    """Batches of the articles that wait."""
    last = 0
    wanted = f"SELECT number FROM articles WHERE {_OUTDATED} AND number > ? ORDER BY number LIMIT ?"
    while not job.stop():
        numbers = [n for (n,) in job.writer.db.execute(wanted, (*outdated(rules), last, BATCH))]
        if not numbers:
            return
        last = numbers[-1]
        yield numbers


def _by_oneself(job: Job, rules: int) -> Iterator[Batch]:
    for numbers in _numbers(job, rules):
        yield numbers, [(number, _find(job, number)) for number in numbers]


def _by_crew(job: Job, rules: int, size: int) -> Iterator[Batch]:
    """Other processes find while this one writes: a batch is always given out before the last one is taken."""
    crew = Crew(job.writer.folder / STORE, size, job.parts.extractor)
    try:
        given: list[int] = []
        for numbers in _numbers(job, rules):
            crew.give(numbers)
            if given:
                yield given, _taken(job, crew, given)
            given = numbers
        if given and not job.stop():
            yield given, _taken(job, crew, given)
    finally:
        crew.close()


def _taken(job: Job, crew: Crew, numbers: list[int]) -> Iterator[tuple[int, Findings]]:
    """What another process failed at is tried here, where the reason can be noted."""
    for number, line in crew.take(numbers):
        yield number, packed.from_line(line) if line else _find(job, number)


def _find(job: Job, number: int) -> Findings:
    """Rules that fail on one article must not end the build; the article says so instead."""
    article = load_article(job.writer.db, number)
    if article is None:
        return Findings()
    try:
        return job.parts.find(article)
    except Exception as error:
        _log.exception("extraction failed")
        return Findings(skipped=f"by a fault of ours ({type(error).__name__}); please report it")
