"""Which folders make one library, and how its files are called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from os.path import basename, expanduser, join, realpath

from briefing.model.digest import blake2b
from briefing.model.frozen import frozen
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    from pathlib import Path


@frozen
class Corpus:
    """One or more folders (or single files) read as one library. `prefixes` stand before the relative paths."""

    id: str
    name: str
    paths: tuple[str, ...]
    """The roots as text, which is all that a search wants of them."""
    prefixes: tuple[str, ...]

    @classmethod
    def of(cls, paths: Iterable[StrPath]) -> Corpus:
        """The same library whatever the order of the paths; a folder inside another one of them adds nothing."""
        roots = _outermost(sorted({realpath(expanduser(path)) for path in paths}, key=_parts))
        joined = "\0".join(roots).encode("utf-8", "surrogatepass")
        name = " + ".join(safe_name(basename(each) or each) for each in roots)
        return cls(blake2b(joined, digest_size=8).hexdigest(), name, roots, _prefixes(roots))

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders and files."""
        from pathlib import Path

        return tuple(map(Path, self.paths))

    def relative(self, path: Path) -> str | None:
        """The name that a path on disk has in the library; None where it lies outside."""
        where = path.expanduser().resolve()
        for root, prefix in zip(self.roots, self.prefixes, strict=True):
            if where == root:
                return prefix + (safe_name(root.name) if not root.is_dir() else "")
            if root in where.parents:
                return prefix + safe_name(where.relative_to(root).as_posix())
        return None

    def absolute(self, relative: str) -> Path | None:
        """Where a file of the library lies on disk, if its root is known."""
        for root, prefix in zip(self.roots, self.prefixes, strict=True):
            if relative.startswith(prefix):
                return root / relative[len(prefix) :] if root.is_dir() else root
        return None


def safe_name(path: str) -> str:
    """A path as text that can be stored and shown: what cannot be printed is spelled out as `\\x1b`."""
    if path.isprintable():
        return path
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in _decoded(path))


def _decoded(path: str) -> str:
    """Bytes of a name that are no UTF-8 come as lone surrogates; they are spelled out as the bytes they were."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _parts(path: str) -> list[str]:
    """By which folders are in order: what is below one comes right behind it."""
    return path.split(os.sep)


def _outermost(roots: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for root in roots:
        if not any(root.startswith(join(other, "")) for other in kept):
            kept.append(root)
    return tuple(kept)


def _prefixes(roots: Sequence[str]) -> tuple[str, ...]:
    """Nothing for a single root; else its name, told apart by a number where two folders have the same."""
    if len(roots) == 1:
        return ("",)
    taken: set[str] = set()
    made = []
    for root in roots:
        name = base = safe_name(basename(root)) or "root"
        number = 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        made.append(f"{name}/")
    return tuple(made)
