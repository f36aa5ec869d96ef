"""Settings: every fault is named with its line and costs one setting only."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import SettingsError
from briefing.settings.load import _plain_table, check, load_settings, read_settings
from briefing.settings.notice import line_of
from briefing.settings.places import Places, find_places
from briefing.settings.schema import Settings, setting_fields


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(tmp_path)


def _write(places: Places, text: str | bytes) -> None:
    places.config.mkdir(parents=True, exist_ok=True)
    places.settings_file.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_no_file_gives_the_defaults(places: Places) -> None:
    assert load_settings(places) == (Settings(), [])
    assert not places.config.exists()


def test_values_are_taken_with_their_origin(places: Places) -> None:
    _write(places, '# mine\ntheme = "light"\nreader_width = 70\nmouse = true\nascii = "auto"\n')
    loaded = read_settings(places)
    assert (loaded.settings.theme, loaded.settings.reader_width, loaded.settings.mouse) == ("light", 70, True)
    assert loaded.settings.ascii is None
    assert not loaded.notices
    assert loaded.origins["reader_width"] == f"{places.settings_file}:3"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('a = 1\nthme = "x"', 2, "did you mean “theme”?"),
        ("\n\nmouse = 1", 3, "true or false"),
        ('reader_width = "80"', 1, "a whole number"),
        ("reader_width = true", 1, "a whole number"),
        ("reader_width = 59", 1, "between 60 and 80"),
        ("theme = 3", 1, "a text in quotes"),
        ('theme = "a\\u001bb"', 1, "printable"),
        ('colour = "ture"', 1, "did you mean “true”?"),
        ("ascii = 1", 1, '"auto"'),
        ("mouse = true\nmouse = false", 2, "not TOML"),
        ("x = [1,\n", 1, "not TOML"),
        (b"mouse = true\n# \xff\n", 2, "not UTF-8"),
    ],
)
def test_faults_are_named_with_their_line(places: Places, text: str | bytes, line: int, words: str) -> None:
    _write(places, text)
    settings, notices = load_settings(places)
    assert settings == Settings()
    assert words in notices[-1].reason
    assert notices[-1].line == line
    assert str(notices[-1]).startswith(f"{places.settings_file}:")


def test_a_fault_costs_one_setting(places: Places) -> None:
    _write(places, 'theme = "wire"\nmouse = 2\nreader_width = 66\n')
    settings, notices = load_settings(places)
    assert (settings.theme, settings.reader_width, settings.mouse, len(notices)) == ("wire", 66, False, 1)


def test_a_folder_in_place_of_the_file(places: Places) -> None:
    places.settings_file.mkdir(parents=True)
    settings, notices = load_settings(places)
    assert settings == Settings()
    assert "cannot be read" in notices[0].reason


def test_a_huge_file_is_not_read(places: Places) -> None:
    _write(places, "#" * 1_000_001)
    assert "larger" in load_settings(places)[1][0].reason


def test_nesting_deep_enough_to_break_a_parser(places: Places) -> None:
    _write(places, "x = " + "[" * 50_000)
    assert "not TOML" in load_settings(places)[1][0].reason


def test_a_file_asked_for_must_be_there(places: Places, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no settings file"):
        load_settings(places, tmp_path / "gone.toml")


@given(st.binary(max_size=200))
def test_any_bytes_give_settings(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(raw)
    settings, notices = load_settings(find_places(file.parent), file)
    assert isinstance(settings, Settings)
    assert all(str(notice).isprintable() for notice in notices)


def test_every_setting_is_described_and_its_default_fits() -> None:
    for name, each in setting_fields().items():
        assert each.metadata["about"], name
        assert check(name, "auto" if each.default is None else each.default)[1] == "", name


def test_lines_of_nested_keys() -> None:
    text = 'a = 1\n[list]\ndown = "j"\n"x.y" = 2\n[other]\nlist.down = 3\n'
    assert line_of(text, ("list", "down")) == 3
    assert line_of(text, ("list", "x.y")) == 4
    assert line_of(text, ("other", "list", "down")) == 6
    assert line_of(text, ("nothing",)) == 0


_LINES = (
    'engine = "whoosh"',
    "mouse = true",
    "reader_width = 72",
    "# why",
    "",
    "a = 'b'",
    'a = "\\\\u0041"',
    "b = 007",
)
_MORE = (
    "c = 1_000",
    "[d]",
    "e.f = 1",
    "a = 5 # five",
    "\tmouse = false",
    'g = "x" "y"',
    "h = -3",
    "i = 1\f",
    "j",
    "= 2",
    'k = ""',
)


@given(st.lists(st.sampled_from(_LINES + _MORE), max_size=5), st.sampled_from(["\n", "\r\n", "\f", "\n\n"]))
def test_a_plain_file_is_read_as_toml_reads_it(lines: list[str], end: str) -> None:
    text = end.join(lines)
    plain = _plain_table(text)
    if plain is not None:
        assert plain == tomllib.loads(text)


def test_the_usual_file_is_plain() -> None:
    text = "".join(
        f"{name} = {str(value).lower() if not isinstance(value, str) else chr(34) + value + chr(34)}\n"
        for name, value in (("engine", "tantivy"), ("mouse", True), ("reader_width", 72))
    )
    assert _plain_table(f"# mine\n\n{text}") == {"engine": "tantivy", "mouse": True, "reader_width": 72}
