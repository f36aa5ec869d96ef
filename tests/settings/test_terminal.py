"""Colours and drawing, as the environment tells."""

from __future__ import annotations

import pytest

from briefing.settings.terminal import Colours, decide_colours, draws_ascii


@pytest.mark.parametrize(
    ("choice", "environ", "colours"),
    [
        ("auto", {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.TRUE),
        ("auto", {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SSH_CONNECTION": "x"}, Colours.MANY),
        ("auto", {"TERM": "xterm-256color"}, Colours.MANY),
        ("auto", {"TERM": "linux"}, Colours.FEW),
        ("auto", {}, Colours.FEW),
        ("auto", {"TERM": "dumb"}, Colours.NONE),
        ("auto", {"TERM": "xterm-256color", "NO_COLOR": "1"}, Colours.NONE),
        ("auto", {"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
        ("auto", {"TERM": "xterm-256color", "BRIEFING_NO_COLOR": "1"}, Colours.NONE),
        ("true", {"NO_COLOR": "1"}, Colours.TRUE),
        ("none", {"COLORTERM": "truecolor"}, Colours.NONE),
    ],
)
def test_colours(choice: str, environ: dict[str, str], colours: Colours) -> None:
    assert decide_colours(choice, environ) is colours


@pytest.mark.parametrize(
    ("choice", "encoding", "ascii_only"),
    [(None, "utf-8", False), (None, "UTF8", False), (None, "ascii", True), (None, None, True), (False, "ascii", False)],
)
def test_drawing(choice: bool | None, encoding: str | None, ascii_only: bool) -> None:
    assert draws_ascii(choice, encoding) is ascii_only
