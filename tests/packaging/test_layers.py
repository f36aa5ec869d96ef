"""The layers of the house, held twice: by what files import, and by what a fresh interpreter has loaded."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "briefing"
FILES = sorted(PACKAGE.rglob("*.py"))
CORE = ("model", "formats", "extract", "search", "notebook", "library", "settings")
SCREEN = {"textual", "rich"}


def modules_of(package: str) -> list[str]:
    """Every module of a package, by its dotted name."""
    paths = sorted((PACKAGE / package).rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def loaded_by(*modules: str) -> set[str]:
    """The names of all modules that a fresh interpreter has after importing these."""
    code = f"import importlib, json, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
    code += "print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    return set(json.loads(ran.stdout))


def within(names: set[str], *packages: str) -> list[str]:
    return sorted(name for name in names if name.startswith(tuple(f"{p}." for p in packages)) or name in packages)


def test_the_contracts_are_kept() -> None:
    code = "from importlinter.cli import lint_imports_command as run; run()"
    words = ["--no-cache", "--no-logo"]
    ran = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert ran.returncode == 0, ran.stdout
    assert re.search(r"Contracts: [4-9] kept, 0 broken", ran.stdout), ran.stdout


@pytest.mark.parametrize("package", CORE)
def test_the_core_knows_no_screen(package: str) -> None:
    """All modules of the package together: none of them, however deep, loads what draws or what calls."""
    assert within(loaded_by(*modules_of(package)), *SCREEN, "briefing.app", "briefing.cli") == []


def test_the_command_line_loads_no_screen() -> None:
    loaded = loaded_by("briefing.cli.main")
    assert within(loaded, *SCREEN, "briefing.app", "whoosh", "dateutil", "sqlite3") == []


@pytest.mark.parametrize("module", [name for name in modules_of("cli") if name != "briefing.cli.open"])
def test_no_verb_but_open_names_the_app(module: str) -> None:
    path = ROOT / Path(*module.split(".")).with_suffix(".py")
    source = (path if path.exists() else path.with_suffix("") / "__init__.py").read_text("utf-8")
    assert within(imported(source), "briefing.app", "textual") == []


def test_the_model_needs_the_standard_library_only() -> None:
    loaded = {name.split(".")[0] for name in loaded_by(*modules_of("model")) - loaded_by()}
    assert loaded <= sys.stdlib_module_names | {"briefing"}


def test_the_first_paint_waits_for_nothing_it_does_not_show() -> None:
    loaded = loaded_by("briefing.app.app")
    assert within(loaded, "textual.app")
    late = (
        "whoosh",
        "dateutil",
        "charset_normalizer",
        "briefing.extract.pipeline",
        "briefing.formats",
        "briefing.search.whoosh",
    )
    assert within(loaded, *late) == []


@pytest.mark.parametrize(
    ("module", "late"),
    [
        ("briefing.library.library", ("whoosh", "dateutil", "briefing.extract", "briefing.formats")),
        ("briefing.search.engine", ("whoosh",)),
        ("briefing.search.syntax", ("whoosh", "dateutil")),
        ("briefing.formats.registry", ("charset_normalizer", "importlib.metadata")),
        ("briefing.settings.schema", ("platformdirs",)),
    ],
)
def test_what_is_heavy_is_loaded_when_needed(module: str, late: tuple[str, ...]) -> None:
    assert within(loaded_by(module), *late) == []


def imported(source: str) -> set[str]:
    """The modules that a source names in its imports, those inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_how_a_file_is_written(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not [name for name in imported(source) if name.startswith(".")], "a relative import"
    assert not re.search(r"utils?$|helpers?$|manager$|handlers?$|common$|misc$", path.stem), "a name that says nothing"
    if source.strip():
        assert ast.get_docstring(ast.parse(source)), "a module says in a sentence what it is for"


def test_the_package_is_its_version() -> None:
    assert within(loaded_by("briefing") - loaded_by(), "briefing") == ["briefing"]


def test_textual_is_asked_for_in_one_package() -> None:
    for path in FILES:
        if "app" not in path.relative_to(PACKAGE).parts[:1]:
            assert within(imported(path.read_text("utf-8")), "textual") == [], path
