"""`:export`: writes what is on the screen to a file, in a worker; the reader goes on meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from briefing.export.ask import Form, Wanted, What, check, file_name
from briefing.model.errors import BriefingError, WrongUse, sentence

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.search.engine import Stop


def export(desk: Desk, argument: str) -> None:
    """`FORM [FILE]`; with `!` after the form a file that is there is written over."""
    form, _, name = argument.strip().partition(" ")
    force = form.endswith("!")
    form = form.removesuffix("!")
    if form not in tuple(Form):
        desk.say(f"Export to one of {', '.join(Form)}: export csv FILE.", error=True)
        return
    page = desk.paging.page
    query = desk.searching.query if desk.searching.active else None
    found = (
        page.wanted(desk.app.library)
        if page
        else Wanted(What.LIST, query, order=desk.searching.order, once=desk.folding.on)
    )
    if found is None:
        desk.say("This page cannot be exported.", error=True)
        return
    check(found.what, Form(form))
    file = Path(name.strip()).expanduser() if name.strip() else Path(file_name(found, Form(form)))
    desk.say(f"Writing {file} …")
    desk.run_worker(
        lambda: _write(desk, found, Form(form), file, force),
        thread=True, exclusive=True, group="export", exit_on_error=False,
    )  # fmt: skip


def _write(desk: Desk, wanted: Wanted, form: Form, file: Path, force: bool) -> None:
    """In the worker."""
    worker = get_current_worker()
    said, failed = _written(desk, wanted, form, file, force, lambda: worker.is_cancelled)
    if said:
        desk.call_later(desk.say, said, failed)


def _written(desk: Desk, wanted: Wanted, form: Form, file: Path, force: bool, stop: Stop) -> tuple[str, bool]:
    """What to say of it, and whether it failed."""
    from datetime import UTC, datetime

    from briefing.export.gather import gather
    from briefing.export.write import write_file, written

    try:
        pieces = written(gather(desk.app.library, wanted), wanted, form, datetime.now(UTC))
        size = write_file(file, pieces, force, stop)
    except WrongUse as error:
        again = f" :export {form}! {file} writes over it." if file.exists() and not force else ""
        return f"{error.title}{again}", True
    except BriefingError as error:
        return sentence(error), True
    return (f"{wanted.what} written to {file}: {size:,} bytes.", False) if size is not None else ("", False)
