"""Themes: found in both folders, checked whole, a broken one is a message."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.errors import SettingsError
from briefing.settings.assets import folder
from briefing.settings.places import Places, find_places
from briefing.settings.terminal import Colours
from briefing.settings.themes import ROLES, Kind, Style, find_themes, fit_theme, load_theme, load_themes, read_theme


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = find_places(tmp_path)
    made.themes.mkdir(parents=True)
    return made


def test_ours_are_all_usable(places: Places) -> None:
    palettes, notices = load_themes(places)
    assert notices == []
    wanted = {"dark", "light", "contrast-dark", "contrast-light", "sixteen", "mono", "newsprint", "wire"}
    assert wanted <= {each.name for each in palettes}
    assert all(each.label and each.description for each in palettes)
    assert {each.kind for each in palettes} == set(Kind)


def test_a_short_theme_of_the_users(places: Places) -> None:
    (places.themes / "mine.toml").write_text('[roles]\ntext = { fg = "#FFFFFF", bg = 4 }\n', encoding="utf-8")
    palette = load_theme("mine", places)
    assert (palette.label, palette.kind, palette.dark) == ("mine", Kind.TRUECOLOR, True)
    assert palette.text == Style("#ffffff", "ansi_blue")
    assert palette.selected == Style("#ffffff", "ansi_blue", reverse=True)
    assert list(find_themes(places))[-1] == "mine"


def test_the_users_file_goes_before_ours(places: Places) -> None:
    (places.themes / "dark.toml").write_text('title = "My dark"\n', encoding="utf-8")
    assert load_theme("dark", places).label == "My dark"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[roles]\n\nhit = { fg = "#12345" }', 3, "role “hit”: #12345 is no colour"),
        ("[roles]\nhit = { fg = 16 }", 2, "between 0 and 15"),
        ("[roles]\nhit = { fg = true }", 2, "a text or a number"),
        ('[roles]\nhit = "red"', 2, "is a table"),
        ("[roles]\nhit = { bold = 1 }", 2, "true or false"),
        ("[roles]\nhit = { blod = true }", 2, "did you mean “bold”?"),
        ("[roles]\nhti = {}", 2, "did you mean “hit”?"),
        ("[role]", 1, "did you mean “roles”?"),
        ("roles = 3", 1, "is a table"),
        ('kind = "rgb"', 1, "truecolor, ansi, mono"),
        ("dark = 1", 1, "true or false"),
        ('title = "a\\u001b"', 1, "printable"),
        ('kind = "ansi"\n[roles]\nhit = { fg = "#123456" }', 3, "kind ansi cannot have"),
        ('kind = "mono"\n[roles]\nhit = { fg = "ansi_red" }', 3, "kind mono cannot have"),
        ("[roles", 1, "not TOML"),
    ],
)
def test_a_broken_theme_is_a_message(places: Places, text: str, line: int, words: str) -> None:
    file = places.themes / "broken.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_theme("broken", places)
    assert words in caught.value.title
    assert caught.value.title.startswith(f"{file}:{line}:")
    palettes, notices = load_themes(places)
    assert len(notices) == 1
    assert "broken" not in {each.name for each in palettes}


def test_an_unknown_name_says_what_there_is(places: Places) -> None:
    with pytest.raises(SettingsError, match="did you mean “dark”") as caught:
        load_theme("drak", places)
    assert "newsprint" in caught.value.what_to_do


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        read_theme(tmp_path / "gone.toml")


def test_no_folder_of_the_users(tmp_path: Path) -> None:
    assert "dark" in find_themes(find_places(tmp_path / "nothing"))


def test_fitting_to_the_terminal(places: Places) -> None:
    dark, mono = load_theme("dark", places), load_theme("mono", places)
    assert fit_theme(dark, Colours.MANY) is dark
    assert fit_theme(dark, Colours.FEW).name == "sixteen"
    assert fit_theme(dark, Colours.NONE).name == "mono"
    assert fit_theme(mono, Colours.FEW) is mono


def test_a_role_on_a_row_takes_its_colours() -> None:
    assert Style("#ffffff", bold=True).on(Style("#000000", "#00ff00", reverse=True)) == Style(
        "#000000", "#00ff00", bold=True, reverse=True
    )


def test_roles_by_name(places: Places) -> None:
    palette = load_theme("mono", places)
    assert {name: palette.role(name) for name in ROLES}["text"] == Style()
    with pytest.raises(KeyError):
        palette.role("dark")


@given(st.text(max_size=120))
def test_any_text_is_a_theme_or_a_message(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text(text, encoding="utf-8", newline="")
    with contextlib.suppress(SettingsError):
        assert read_theme(file).text


def test_the_packed_folders_are_found() -> None:
    assert (folder("themes") / "dark.toml").is_file()
    assert folder("corpus").name == "corpus"
