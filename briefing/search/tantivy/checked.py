"""tantivy trusts its files, and what is damaged can end a process. So none is opened that nobody has read through."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefing.search.tantivy.manifest import FileMark, Manifest, check_files

READ_THROUGH = 16_000_000
"""An index of so many bytes is read through whenever it is opened; a larger one once after a start of the machine."""
_NOTE = "checked"


def check_once(folder: Path, manifest: Manifest, known: Mapping[str, FileMark]) -> None:
    """Compares with the checksums, unless that was done; raises Damaged. What was `known` before is right."""
    small = sum(file.size for file in manifest.files.values()) <= READ_THROUGH
    if small or not is_checked(folder, manifest):
        check_files(folder, manifest, known)
        note(folder, manifest)


def note(folder: Path, manifest: Manifest) -> None:
    """Says that this commit was read through, or just written; where it cannot be said, it is read again."""
    with suppress(OSError):
        (folder / _NOTE).write_text(_said(manifest), "utf-8")


def is_checked(folder: Path, manifest: Manifest) -> bool:
    """Whether this commit was read through since the machine was started."""
    try:
        return bool(_started()) and (folder / _NOTE).read_text("utf-8") == _said(manifest)
    except (OSError, UnicodeDecodeError):
        return False


def _said(manifest: Manifest) -> str:
    return f"{_started()} {manifest.state} {manifest.generation}"


def _started() -> str:
    """Tells one start of the machine from another, where the system says so."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""
