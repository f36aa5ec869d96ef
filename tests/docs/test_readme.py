"""The README says what the code does: its tables, its examples, its links."""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing import __version__
from briefing.app.commands import COMMANDS
from briefing.app.keys import shown_key
from briefing.cli.main import EXITS, INTERRUPTED, PIPE_CLOSED, VERBS, parse
from briefing.formats.registry import suffixes
from briefing.notebook.act import Act, Do
from briefing.notebook.decisions import visit
from briefing.notebook.line import FORMAT, decode, encode
from briefing.search.fields import EXAMPLES, KNOWN, LATER
from briefing.search.syntax import parse as parse_query
from briefing.settings.keymap import Bindable, load_keymap
from briefing.settings.places import find_places
from briefing.settings.schema import setting_fields
from briefing.settings.themes import ATTRIBUTES, ROLES, Kind, find_themes, read_theme
from tests.docs.tables import README, TABLES, block, renewed
from tests.notebook.sample import every_decision

ROOT = README.parent
TEXT = README.read_text("utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table that starts with this head, without head and rule."""
    lines = TEXT.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    found = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return found


def codes(cell: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def samples(language: str, holding: str = "") -> list[str]:
    """Code blocks of a language that hold these words."""
    return [each for each in re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL) if holding in each]


def test_generated_tables_are_those_of_the_code() -> None:
    assert renewed(TEXT) == TEXT, "run: python -m tests.docs.tables"


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_place_once(name: str) -> None:
    assert len(block(name).findall(TEXT)) == 1


def test_every_command_with_its_keys_and_nothing_else() -> None:
    written = [(row[3].strip("`").split()[0], codes(row[0])) for row in rows("Key")]
    assert written == [(each.id, [shown_key(key) for key in each.keys]) for each in COMMANDS]


def test_a_command_of_some_pages_names_them() -> None:
    told = {row[3].strip("`").split()[0]: row[1] for row in rows("Key")}
    for each in COMMANDS:
        assert not told[each.id] or set(each.pages) <= set(told[each.id].split(", ")), each.id


def test_every_field_and_every_reason() -> None:
    assert [codes(row[0])[0] for row in rows("Field")] == [f"{name}:" for name in KNOWN]
    later = rows("Field | Why not yet")
    assert {codes(row[0])[0].rstrip(":"): row[1] for row in later} == LATER
    assert set(EXAMPLES) == set(KNOWN)


def test_every_verb_and_nothing_else() -> None:
    verbs = [row for row in rows("Command") if codes(row[0])]
    assert {codes(row[0])[0].removeprefix("briefing "): row[1] for row in verbs} == VERBS


def test_every_exit_code() -> None:
    said = {int(code) for code in re.findall(r"\b([0-9]+) ", EXITS)}
    assert {int(codes(row[0])[0]) for row in rows("Code")} == said | {INTERRUPTED, PIPE_CLOSED}


def test_every_setting_and_nothing_else() -> None:
    assert [codes(row[0])[0] for row in rows("Setting")] == list(setting_fields())


def test_setting_defaults_are_what_the_file_would_say() -> None:
    lines = [f"{codes(row[0])[0]} = {codes(row[1])[0]}" for row in rows("Setting")]
    table = tomllib.loads("\n".join(lines))
    defaults: dict[str, Any] = {name: each.default for name, each in setting_fields().items()}
    assert {name: None if value == "auto" and defaults[name] is None else value for name, value in table.items()} == (
        defaults
    )


def test_every_theme_of_ours(tmp_path: Path) -> None:
    assert [codes(row[0])[0] for row in rows("Theme")] == list(find_themes(find_places(tmp_path)))


def test_every_role_and_nothing_else() -> None:
    assert [codes(row[0])[0] for row in rows("Role")] == list(ROLES)


def test_every_kind_and_attribute_of_a_theme_is_named() -> None:
    assert all(f'"{kind}"' in TEXT for kind in Kind)
    assert all(f"`{name}`" in TEXT for name in ATTRIBUTES)


def test_sample_theme_can_be_used(tmp_path: Path) -> None:
    (sample,) = samples("toml", "[roles]")
    file = tmp_path / "evening.toml"
    file.write_text(sample, "utf-8")
    assert read_theme(file).label == "Evening"


def test_sample_keymap_takes_effect(tmp_path: Path) -> None:
    (sample,) = samples("toml", "down =")
    file = tmp_path / "keys.toml"
    file.write_text(sample, "utf-8")
    table = [Bindable(each.id, each.keys, frozenset(pane.value for pane in each.panes)) for each in COMMANDS]
    keymap = load_keymap(file, table)
    assert keymap.keys["down"] == ("j", "ctrl+n")
    assert keymap.keys["rescan"] == ("f5",)
    assert keymap.keys["star"] == ()
    assert keymap.notices == ()


def test_sample_queries_can_be_read() -> None:
    written = [query for row in rows("Written") for query in codes(row[0]) if query != "( )"]
    written += [query for name in KNOWN for query in re.findall(r'[a-z]+:(?:"[^"]*"|[^\s,]+)', EXAMPLES[name])]
    assert len(written) > 15
    for query in written:
        assert query == "in:all" or not parse_query(query).is_everything, query


def test_sample_commands_are_taken() -> None:
    import shlex

    lines = [line for sample in samples("sh") for line in sample.splitlines() if line.startswith("briefing ")]
    assert len(lines) >= 7
    for line in lines:
        words = shlex.split(line.split(" | ")[0], comments=True)
        assert parse(words[1:]).verb == words[1], line


def test_sample_notebook_line_is_one() -> None:
    import json

    (sample,) = samples("json", '"do"')
    act = decode(json.loads(sample))
    assert act is not None
    assert encode(act).decode() == sample
    assert json.loads(sample)["v"] == FORMAT


def test_every_key_of_the_notebook_and_nothing_else() -> None:
    import json

    acts = [Act("i", 0, *made, by="b", over="o", group="g") for made in every_decision()]
    acts += [Act("i", 0, *visit("", "m"), by="b"), Act("i", 0, Do.UNDO, of="x", by="b")]
    written = {key for act in acts for key in json.loads(encode(act, "what"))}
    assert written == {key for row in rows("Key | What it holds") for key in codes(row[0])}


def test_every_deed_of_the_notebook_is_named() -> None:
    assert all(f"`{do}`" in TEXT for do in Do)


def test_every_suffix_that_is_read() -> None:
    named = {suffix for row in rows("Suffix") for suffix in codes(row[0])}
    assert named <= suffixes()
    assert named == {".txt", ".text", ".md", ".markdown", ".json", ".jsonl", ".ndjson"}


def test_places_are_those_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    places = find_places()
    for name, folder in zip(
        ("CONFIG", "STATE", "CACHE", "DATA"), (places.config, places.state, places.cache, places.data), strict=True
    ):
        assert folder == tmp_path / name / "briefing"
        assert f"`$XDG_{name}_HOME/briefing/" in TEXT
    for file in (places.settings_file, places.keymap_file, places.log_file, places.notebook_of("ID")):
        assert file.name in TEXT
    for file in (places.state_of("ID"), places.history_of("ID")):
        assert f"`{file.name}`" in TEXT


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_every_verb(verb: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", verb, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: briefing {verb}")
    assert done.stderr == ""


def test_flags_named_here_exist() -> None:
    spoken = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", TEXT)) - {"--force", "--upgrade"}
    helps = "".join(
        subprocess.run([sys.executable, "-m", "briefing", verb, "--help"], capture_output=True, text=True).stdout
        for verb in VERBS
    )
    assert {flag for flag in spoken if not re.search(rf"{flag}\b", helps)} == set()


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-") for line in re.findall(r"(?m)^#+ .*$", TEXT)
    }
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif not target.startswith("https://"):
            assert (ROOT / target).exists(), target


def test_make_targets_named_here_exist() -> None:
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", TEXT, re.MULTILINE)) <= targets


def test_changelog_has_this_version_and_a_place_for_the_next() -> None:
    assert CHANGES.index("## [Unreleased]") < CHANGES.index(f"## [{__version__}]")


def test_picture_is_whole_and_fetches_nothing() -> None:
    picture = (ROOT / "docs" / "screen.svg").read_text("utf-8")
    assert picture.startswith("<svg ")
    assert picture.endswith("</svg>\n")
    assert "url(" not in picture
    assert set(re.findall(r"https?://[^\"' )]+", picture)) == {"http://www.w3.org/2000/svg"}
    for title in ("1 LIST", "2 READ", "3 WHO"):
        assert title in picture


def test_nothing_of_one_machine_is_written_here() -> None:
    home = pwd.getpwuid(os.getuid()).pw_dir
    for text in (TEXT, CHANGES):
        assert home == "/" or f"{home}/" not in text
        assert not re.search(r"(?<![\w~])/(?:home|work|tmp|root|Users)/", text)
