"""A home for the tests, so that what they start writes nothing of the user's; and which of them run side by side."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

XDG = ("CONFIG", "STATE", "CACHE", "DATA")


@pytest.fixture(scope="session", autouse=True)
def users_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder, for this process and all that it starts; set before any other fixture builds anything."""
    made = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        # The wheel's test installs what is installed already: pip may take it from where it keeps it.
        patch.setenv("PIP_CACHE_DIR", os.environ.get("PIP_CACHE_DIR") or str(Path.home() / ".cache" / "pip"))
        patch.setenv("HOME", str(made))
        for name in XDG:
            patch.delenv(f"XDG_{name}_HOME", raising=False)
        yield made


LONG = ("tests/search/test_tantivy_equals_brute.py", "tests/search/test_whoosh_equals_brute.py")
"""Files that take long where many examples are asked for."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files begin, then those with slow tests, so that none is left at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (not item.nodeid.startswith(LONG), item.path not in slow))
