"""The last stage of a build: actors and times of the articles that have none, or have those of older rules."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from briefing.library import findings
from briefing.library.job import Job
from briefing.library.store import load_article
from briefing.model.actor import Findings
from briefing.model.progress import Stage

_log = logging.getLogger(__name__)

BATCH = 100


def extract(job: Job) -> None:
    """Old rows stay until the new ones are there."""
    rules = job.parts.rules()
    waiting = "SELECT count(*) FROM articles WHERE rules < ?"
    total = int(job.writer.db.execute(waiting, (rules,)).fetchone()[0])
    done = 0
    for numbers, found in _batches(job, rules, total):
        job.writer.begin()
        for number, each in found:
            findings.put(job.writer.db, number, each, rules)
        job.commit()
        done += len(numbers)
        job.progress(Stage.EXTRACT, done, total)


def _batches(job: Job, rules: int, total: int) -> Iterator[tuple[list[int], Iterable[tuple[int, Findings]]]]:
    """Nothing is written while an answer is read, so a batch is looked up only after the last one is in."""
    last = 0
    wanted = "SELECT number FROM articles WHERE rules < ? AND number > ? ORDER BY number LIMIT ?"
    while not job.stop():
        numbers = [n for (n,) in job.writer.db.execute(wanted, (rules, last, BATCH))]
        if not numbers:
            return
        last = numbers[-1]
        yield numbers, [(number, _find(job, number)) for number in numbers]


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
