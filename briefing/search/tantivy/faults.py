"""What tantivy raises, as errors with words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

from briefing.model.errors import BriefingError
from briefing.model.pattern import lazy
from briefing.model.scoped import contextmanager
from briefing.model.typed import TYPE_CHECKING
from briefing.search.commit_file import damaged

if TYPE_CHECKING:
    from pathlib import Path

_CODE = lazy(r"os error ([0-9]+)")
_PROBE = 1 << 20


@contextmanager
def reading() -> Iterator[None]:
    """What a broken file raises; a panic in compiled code comes as a BaseException of a type that has no name here."""
    try:
        yield
    except BriefingError:
        raise
    except (ValueError, OSError, IndexError, KeyError, TypeError, AttributeError, OverflowError, RuntimeError) as error:
        raise damaged(f"it cannot be read ({type(error).__name__})") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged("it cannot be read (panic)") from error


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What the system refused, as the OSError it was; tantivy tells it in words, or only that a thread has died."""
    try:
        yield
    except OSError:
        raise
    except (ValueError, RuntimeError) as error:
        found = _CODE.search(str(error))
        if found:
            code = int(found.group(1))
            raise OSError(code, os.strerror(code)) from error
        _probe(folder)
        raise damaged(f"it cannot be written ({error})") from error


def _probe(folder: Path) -> None:
    """Raises what the system says to a file of some size."""
    path = folder / "probe.new"
    try:
        with path.open("wb") as file:
            file.write(bytes(_PROBE))
            file.flush()
            os.fsync(file.fileno())
    finally:
        path.unlink(missing_ok=True)


def is_refused(error: OSError) -> bool:
    """Whether a folder can be read but not written."""
    return error.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
