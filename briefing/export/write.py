"""A document in one of the forms, piece by piece, and a file of it that is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from briefing.export.ask import Form, Wanted, check
from briefing.export.rows import Document
from briefing.model.errors import BriefingError, WrongUse


class NotWritten(BriefingError):
    """The system refused the file."""


def written(document: Document, wanted: Wanted, form: Form, now: datetime, bom: bool = False) -> Iterator[str]:
    """The text of a form. `now`, in UTC, goes into the stamps that a calendar must have, and nowhere else."""
    check(wanted.what, form)
    match form:
        case Form.MD:
            from briefing.export.markdown import write_markdown

            return write_markdown(document)
        case Form.HTML:
            from briefing.export.webpage import write_webpage

            return write_webpage(document)
        case Form.CSV:
            from briefing.export.records import COLUMNS
            from briefing.export.table import write_table

            return write_table(document, COLUMNS[wanted.what], bom)
        case Form.JSONL:
            from briefing.export.lines import write_lines

            return write_lines(document)
        case Form.CSL:
            from briefing.export.citing import write_csl

            return write_csl(document)
        case Form.RIS:
            from briefing.export.citing import write_ris

            return write_ris(document)
        case Form.ICS:
            from briefing.export.calendar import write_calendar

            return write_calendar(document, now)


def write_file(
    path: Path,
    pieces: Iterable[str],
    force: bool,
    stop: Callable[[], bool] = lambda: False,
    mode: int = 0o666,
) -> int | None:
    """Writes beside the file and puts it in place at the end; gives its bytes, None where it was stopped.

    A file that is there already is written over only with `force`, even where it appeared meanwhile. A link stays one:
    the file that it leads to is written. What is no file, such as a pipe or a device, is written into.
    """
    try:
        if path.is_dir():
            raise WrongUse(f"{path} is a folder.", "Name a file in it.")
        if _is_stream(path):
            with path.open("w", encoding="utf-8", errors="replace", newline="") as out:
                return _pour(pieces, out, stop)
        if path.exists() and not force:
            raise _there(path)
        return _write_whole(path.resolve() if path.is_symlink() else path, pieces, force, stop, mode)
    except FileExistsError:
        raise _there(path) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {error.strerror}.") from None


def _is_stream(path: Path) -> bool:
    """Whether there is something that is neither a file nor a folder: to be written into, never to be replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _write_whole(path: Path, pieces: Iterable[str], force: bool, stop: Callable[[], bool], mode: int) -> int | None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(made, "w", encoding="utf-8", errors="replace", newline="") as out:
            size = _pour(pieces, out, stop)
            if size is None:
                return None
            out.flush()
            os.fsync(out.fileno())
        _put_in_place(beside, path, force)
    finally:
        with suppress(OSError):
            beside.unlink()
    return size


def _pour(pieces: Iterable[str], out: TextIO, stop: Callable[[], bool]) -> int | None:
    """How many bytes went out; None where it was stopped."""
    size = 0
    for piece in pieces:
        if stop():
            return None
        out.write(piece)
        size += len(piece.encode("utf-8", "replace"))
    return size


def _put_in_place(beside: Path, path: Path, force: bool) -> None:
    if not force:
        try:
            os.link(beside, path)  # unlike a rename it does not replace what is there
            return
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            if path.exists():
                raise FileExistsError from None
    os.replace(beside, path)


def _there(path: Path) -> WrongUse:
    return WrongUse(f"{path} is there already.", "It is written over only if you say so: --force, or ! on the : line.")
