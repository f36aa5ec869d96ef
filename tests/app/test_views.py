"""Views: every page has one, its help tells each key that is bound there once, and its footer only what works there."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from briefing.app import pages
from briefing.app.commands import BY_ID, COMMANDS
from briefing.app.help import QUERY, rows
from briefing.app.keys import Keys
from briefing.app.layout import PANES, PaneName
from briefing.app.panes.page import Page
from briefing.app.views import VIEWS, is_of, own


def every_page() -> list[type[Page]]:
    for each in pkgutil.iter_modules(pages.__path__):
        importlib.import_module(f"{pages.__name__}.{each.name}")
    return Page.__subclasses__()


def test_every_pane_and_every_page_is_a_view() -> None:
    assert {page.view for page in every_page()} | set(PANES) == set(VIEWS)
    for page in every_page():
        assert VIEWS[page.view].pane is page.keys


def test_what_views_say_of_commands_is_of_commands() -> None:
    for name, view in VIEWS.items():
        for id in (*view.notes, *view.words):
            assert is_of(BY_ID[id], name), (name, id)
        assert view.about.endswith(".")
        assert all(note.endswith(".") for note in view.notes.values())
        assert all(len(word) <= 10 for word in view.words.values())


def test_a_command_is_kept_to_pages_that_there_are() -> None:
    for command in COMMANDS:
        assert set(command.pages) <= set(VIEWS), command.id
        assert not command.pages or PaneName.PAGE in command.panes, command.id


@pytest.mark.parametrize("name", VIEWS)
def test_help_tells_every_key_of_the_view_once_and_no_other(name: str) -> None:
    told = [row.value for row in rows(Keys(), name) if row.value in BY_ID]
    assert len(told) == len(set(told))
    assert set(told) == {command.id for command in COMMANDS if is_of(command, name)}
    assert set(told[: len(own(name))]) == {command.id for command in own(name)}
    text = " ".join(f"{row.before} {row.label}" for row in rows(Keys(), name))
    assert "is:unread" in text
    assert "g g Home" in text


def test_help_is_of_the_keys_that_are_bound_now() -> None:
    keys = Keys({"closer": ("c",), "farther": ()})
    told = {row.value: row.before for row in rows(keys, "timeline")}
    assert told["closer"] == "c"
    assert told["farther"] == ":farther"


def test_help_on_the_query_language_alone() -> None:
    assert not {row.value for row in rows(Keys(), QUERY)} & set(BY_ID)


@pytest.mark.parametrize("name", VIEWS)
def test_the_footer_names_only_what_works_there(name: str) -> None:
    view = VIEWS[name]
    words = {view.word(command) for command in COMMANDS if is_of(command, name)}
    shown = Keys().footer(name)
    assert {word for _, word in shown} == words - {""}
    assert len({key for key, _ in shown}) == len(shown)
