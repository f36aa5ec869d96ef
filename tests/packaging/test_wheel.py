"""The wheel holds what it needs and nothing else, and works where nothing else is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from briefing import __version__
from tests.terminal.pty_session import PtySession

ROOT = Path(__file__).resolve().parents[2]
LEXICON = sorted(path.name for path in (ROOT / "briefing" / "extract" / "lexicon").glob("*.txt"))

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """A command that has to work; its words are shown where it does not."""
    env = {**{name: value for name, value in os.environ.items() if name not in _LEFT_OUT}, **environ}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


_LEFT_OUT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "BRIEFING_DATA")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=True)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return folder / "bin"


def test_wheel_is_called_by_its_name_and_version(wheel: Path) -> None:
    assert wheel.name == f"briefing_reader-{__version__}-py3-none-any.whl"


def test_themes_and_corpus_are_packed(names: set[str]) -> None:
    data = "briefing/_data/"
    for folder in ("themes", "corpus"):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        packed = {name.removeprefix(data) for name in names if name.startswith(f"{data}{folder}/")}
        assert packed == here


def test_every_module_and_table_is_packed(names: set[str]) -> None:
    here = {path.relative_to(ROOT).as_posix() for path in (ROOT / "briefing").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == here
    assert LEXICON
    assert {f"briefing/extract/lexicon/{name}" for name in LEXICON} <= names


def test_nothing_else_is_packed(names: set[str]) -> None:
    info = f"briefing_reader-{__version__}.dist-info/"
    assert {name.split("/")[0] for name in names} == {"briefing", info.rstrip("/")}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".db", ".toc"))]
    assert f"{info}licenses/LICENSE" in names


def test_wheel_is_small(wheel: Path) -> None:
    """A fifth of it is the name tagger's weights, a tenth the tables of names and words; half are the rules."""
    assert wheel.stat().st_size < 1_600_000


def test_source_archive_can_be_tested_and_built(tmp_path: Path) -> None:
    import tarfile

    run(sys.executable, "-m", "build", "--sdist", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile"}
    needed |= {
        "briefing/__init__.py",
        "themes/dark.toml",
        "corpus/README.rst",
        "tests/docs/test_readme.py",
        "docs/screen.svg",
    }
    needed |= {f"briefing/extract/lexicon/{name}" for name in LEXICON}
    assert needed - names == set()
    assert not [name for name in names if "__pycache__" in name or name.startswith((".venv", ".git/"))]


def test_version_is_said(clean: Path, tmp_path: Path) -> None:
    assert run(clean / "briefing", "--version", cwd=tmp_path).stdout.strip() == f"briefing {__version__}"


def test_nothing_of_the_tests_is_installed(clean: Path, tmp_path: Path) -> None:
    installed = run(clean / "python", "-m", "pip", "list", "--format=freeze", cwd=tmp_path).stdout
    assert "briefing-reader==" in installed
    assert "pytest" not in installed


def test_first_run_opens_the_packed_sample_in_three_panes(clean: Path, tmp_path: Path) -> None:
    session = PtySession([str(clean / "briefing"), "--data-dir", str(tmp_path), "open"], (120, 40))
    try:
        for words in ("1 LIST", "2 READ", "3 WHO", "corpus", "PEOPLE"):
            session.until(words)
        session.send("Q")
        session.quiet()
        assert session.process.wait(60) == 0
    finally:
        session.close()


def test_search_finds_something_in_the_packed_sample(clean: Path, tmp_path: Path) -> None:
    done = run(clean / "briefing", "--data-dir", tmp_path, "search", "ceasefire", "--plain", cwd=tmp_path)
    assert len(done.stdout.splitlines()) >= 3


def test_dumb_terminal_gets_a_plain_list(clean: Path, tmp_path: Path) -> None:
    done = run(clean / "briefing", "--data-dir", tmp_path, "open", cwd=tmp_path, TERM="dumb")
    assert len(done.stdout.splitlines()) >= 20
    assert "plain list" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_doctor_is_content(clean: Path, tmp_path: Path) -> None:
    run(clean / "briefing", "--data-dir", tmp_path, "doctor", cwd=tmp_path)


def test_themes_are_found_where_they_are_packed(clean: Path, tmp_path: Path) -> None:
    asked = "from briefing.settings.assets import folder; print(*sorted(p.stem for p in folder('themes').iterdir()))"
    found = run(clean / "python", "-c", asked, cwd=tmp_path).stdout.split()
    assert found == sorted(path.stem for path in (ROOT / "themes").glob("*.toml"))
