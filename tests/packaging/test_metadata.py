"""What the project says of itself is true and said once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing import __version__

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = (ROOT / "pyproject.toml").read_text("utf-8")
TABLE: dict[str, Any] = tomllib.loads(WRITTEN)
PROJECT: dict[str, Any] = TABLE["project"]


@pytest.mark.parametrize("needed", PROJECT["dependencies"])
def test_every_dependency_has_a_reason_beside_it(needed: str) -> None:
    (line,) = [line for line in WRITTEN.splitlines() if line.strip().startswith(f'"{needed}"')]
    assert len(line.partition("#")[2].split()) >= 4, line


@pytest.mark.parametrize("needed", PROJECT["dependencies"])
def test_every_dependency_has_a_lowest_version(needed: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9-]+>=[0-9.]+(,<[0-9]+)?", needed)


MODULES = {"python-dateutil": "dateutil", "charset-normalizer": "charset_normalizer", "cld3-py": "gcld3"}
"""What a distribution is imported as, where that is another name."""


def test_every_dependency_is_used() -> None:
    declared = {re.split(r"[<>=]", needed)[0] for needed in PROJECT["dependencies"]}
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "briefing").rglob("*.py"))
    used = {name for name in declared if re.search(rf"(?m)^\s*(import|from) {MODULES.get(name, name)}\b", sources)}
    assert {MODULES.get(name, name) for name in declared - used} == set()


def test_version_is_kept_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert "version" not in PROJECT
    assert TABLE["tool"]["hatch"]["version"]["path"] == "briefing/__init__.py"
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", __version__)
    assert __version__ not in WRITTEN


def test_command_and_import_are_called_briefing() -> None:
    assert PROJECT["name"] == "briefing-reader"
    assert PROJECT["scripts"] == {"briefing": "briefing.cli.main:run"}


def test_licence_is_there_and_named() -> None:
    assert PROJECT["license"] == "MIT"
    assert PROJECT["license-files"] == ["LICENSE"]
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")


def test_classifiers_agree_with_what_is_promised() -> None:
    classifiers = PROJECT["classifiers"]
    assert {"Environment :: Console", "Operating System :: MacOS", "Operating System :: POSIX :: Linux"} <= {
        *classifiers
    }
    assert not any(each.startswith("License ::") for each in classifiers), "the licence is said by `license`"
    versions = re.findall(r"Python :: (3\.[0-9]+)", " ".join(classifiers))
    assert f">={versions[0]}" == PROJECT["requires-python"]
    assert TABLE["tool"]["mypy"]["python_version"] == versions[0]
    assert TABLE["tool"]["ruff"]["target-version"] == "py" + versions[0].replace(".", "")


def test_every_entry_point_leads_to_something() -> None:
    from importlib import import_module

    for group in PROJECT["entry-points"].values():
        for target in group.values():
            module, _, name = target.partition(":")
            assert callable(getattr(import_module(module), name))


def test_ci_runs_what_the_readme_names() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in script
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
