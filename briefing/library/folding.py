"""The stage of a build that folds copies into stories; what a stop leaves undone waits in the store."""

from __future__ import annotations

from briefing.library import stories
from briefing.library.job import Job
from briefing.model.progress import Stage


def fold(job: Job) -> None:
    """Looks at every article that came or changed, and at those whom that concerns, in committed chunks."""
    total = stories.waiting(job.writer.db)
    job.writer.begin()
    for done in stories.settle(job.writer.db):
        job.commit()
        job.progress(Stage.FOLD, min(done, total), total)
        if job.stop():
            return
        job.writer.begin()
    job.writer.roll_back()
