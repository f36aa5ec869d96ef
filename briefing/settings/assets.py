"""The folders packed with the program: themes and the sample corpus."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def folder(name: str) -> Path:
    """`themes` or `corpus`: inside the package once installed, at the top of a checkout before.

    A plain path, since a library is named by one and `importlib.resources` would load fifty modules to give the same.
    """
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
