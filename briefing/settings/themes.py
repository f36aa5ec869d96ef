"""Themes: TOML files that say how each role on the screen looks.

Everything is checked here, because a bad colour that reaches Textual kills the app a tick later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, NoReturn

from briefing.model.enumeration import StrEnum
from briefing.model.errors import SettingsError
from briefing.settings.assets import folder
from briefing.settings.colour import ANSI, DEFAULT, read_colour
from briefing.settings.load import parse, read_text
from briefing.settings.notice import Notice, line_of, printable, shown, suggest
from briefing.settings.places import Places
from briefing.settings.terminal import Colours

ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse")


class Kind(StrEnum):
    """What a theme asks of the terminal: any colour, its own sixteen, or none."""

    TRUECOLOR = "truecolor"
    ANSI = "ansi"
    MONO = "mono"


@dataclass(frozen=True, slots=True)
class Style:
    """How one role looks. Colours as `settings.colour` writes them."""

    fg: str = DEFAULT
    bg: str = DEFAULT
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def on(self, row: Style) -> Style:
        """This role on a selected or marked row: the row's colours, the attributes of both, so contrast holds."""
        joined = {name: getattr(self, name) or getattr(row, name) for name in ATTRIBUTES}
        return Style(row.fg, row.bg, **joined)


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme: every role of the screen by name. A role the file leaves out looks like `text`, with its own mark."""

    name: str
    """The file's name without its suffix: what `theme = ` takes."""
    label: str
    """`title` at the top of the file: the theme's name for people."""
    description: str
    kind: Kind
    dark: bool
    text: Style
    muted: Style
    """Bylines, credits, links, boilerplate."""
    title: Style
    """A pane's title."""
    active: Style
    """The active pane's title."""
    rule: Style
    """Lines between panes."""
    selected: Style
    """The selected row of the active pane."""
    marked: Style
    """The selected row of another pane."""
    unread: Style
    date: Style
    source: Style
    hit: Style
    mention: Style
    time: Style
    guess: Style
    """A date that is only guessed."""
    paragraph: Style
    """Paragraph numbers."""
    status: Style
    key: Style
    """Keys named in the footer."""
    error: Style
    input: Style
    """What is typed."""
    prompt: Style
    """What stands before it."""

    def role(self, name: str) -> Style:
        """The style of a role by its name in the file."""
        if name not in ROLES:
            raise KeyError(name)
        style: Style = getattr(self, name)
        return style


_ABOUT = ("name", "label", "description", "kind", "dark")
ROLES = tuple(each.name for each in fields(Palette) if each.name not in _ABOUT)
"""The roles, as a theme file names them under `[roles]`."""
_MARKS = {
    "active": Style(bold=True, reverse=True),
    "selected": Style(reverse=True),
    "marked": Style(bold=True, underline=True),
    "unread": Style(bold=True),
    "hit": Style(bold=True, underline=True),
    "mention": Style(bold=True),
    "time": Style(underline=True),
    "guess": Style(italic=True),
    "key": Style(bold=True),
    "error": Style(bold=True),
    "prompt": Style(bold=True),
}
"""How a role that the file leaves out differs from `text`."""
_TOP = ("title", "description", "kind", "dark", "roles")


def find_themes(places: Places) -> dict[str, Path]:
    """Theme files by name, ours first, each group in order; a file of the user's goes before ours of the same name."""
    found: dict[str, Path] = {}
    for where in (folder("themes"), places.themes):
        try:
            files = sorted(where.glob("*.toml"))
        except OSError:
            continue  # a folder that cannot be listed has no themes to offer; loading one by name says why
        found.update({file.stem: file for file in files if file.stem.isprintable()})
    return found


def load_theme(name: str, places: Places) -> Palette:
    """The theme of that name; raises SettingsError for one that is not there or cannot be used."""
    found = find_themes(places)
    if name not in found:
        known = ", ".join(found)
        raise SettingsError(f"There is no theme “{shown(name)}”{suggest(name, found)}", f"There are: {known}.")
    return read_theme(found[name])


def load_themes(places: Places) -> tuple[list[Palette], list[Notice]]:
    """All themes that can be used, and why the others cannot."""
    palettes: list[Palette] = []
    notices: list[Notice] = []
    for path in find_themes(places).values():
        try:
            palettes.append(read_theme(path))
        except SettingsError as error:
            notices.append(Notice(printable(path), 0, error.title))
    return palettes, notices


def read_theme(path: Path) -> Palette:
    """One theme file, checked whole; raises SettingsError that names file, line and role."""
    text, notices = read_text(path)
    table: dict[str, Any] = {}
    if text is not None:
        table, notices = parse(text, path)
    if text is None or notices:
        raise SettingsError(str(notices[0]) if notices else f"{printable(path)}: there is no such file", _REPAIR)
    return _Reading(path, text).palette(table)


def fit_theme(palette: Palette, colours: Colours) -> Palette:
    """The theme itself where the terminal can show it, else our sixteen-colour or monochrome one."""
    if colours is Colours.NONE and palette.kind is not Kind.MONO:
        return read_theme(folder("themes") / "mono.toml")
    if colours is Colours.FEW and palette.kind is Kind.TRUECOLOR:
        return read_theme(folder("themes") / "sixteen.toml")
    return palette


_REPAIR = "Repair the file, or choose another theme."


class _Reading:
    """One theme file being read; knows how to say where it is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def palette(self, table: Mapping[str, Any]) -> Palette:
        """Everything the file says, or the first thing that is wrong with it."""
        for name in table:
            if name not in _TOP:
                self._fail((name,), f"no part “{shown(name)}” in a theme{suggest(name, _TOP)}")
        kind = self._kind(table.get("kind", "truecolor"))
        roles = self._roles(table.get("roles", {}), kind)
        return Palette(
            name=self._path.stem,
            label=self._words(table, "title") or self._path.stem,
            description=self._words(table, "description"),
            kind=kind,
            dark=self._dark(table.get("dark", True)),
            **roles,
        )

    def _kind(self, value: object) -> Kind:
        if not isinstance(value, str) or value not in tuple(Kind):
            self._fail(("kind",), f"“kind” is one of {', '.join(Kind)}, not {shown(value)}")
        return Kind(value)

    def _dark(self, value: object) -> bool:
        if not isinstance(value, bool):
            self._fail(("dark",), f"“dark” takes true or false, not {shown(value)}")
        return value

    def _words(self, table: Mapping[str, Any], name: str) -> str:
        value = table.get(name, "")
        if not isinstance(value, str) or not value.isprintable():
            self._fail((name,), f"“{name}” takes one printable line in quotes, not {shown(value)}")
        return value

    def _roles(self, table: object, kind: Kind) -> dict[str, Style]:
        if not isinstance(table, dict):
            self._fail(("roles",), "“roles” is a table")
        for name in table:
            if name not in ROLES:
                self._fail(("roles", name), f"no role “{shown(name)}”{suggest(name, ROLES)}")
        text = self._style("text", table.get("text", {}), Style(), kind)
        styles = {"text": text}
        for name in ROLES[1:]:
            if name in table:
                styles[name] = self._style(name, table[name], text, kind)
            else:
                styles[name] = replace(_MARKS.get(name, Style()), fg=text.fg, bg=text.bg)
        return styles

    def _style(self, role: str, table: object, under: Style, kind: Kind) -> Style:
        """A role as given: colours left out are those of `text`, attributes left out are off."""
        if not isinstance(table, dict):
            self._fail(("roles", role), f'role “{role}” is a table such as {{ fg = "#rrggbb", bold = true }}')
        given: dict[str, Any] = {"fg": under.fg, "bg": under.bg}
        for part, value in table.items():
            if part in ("fg", "bg"):
                given[part] = self._colour(role, value, kind)
            elif part not in ATTRIBUTES:
                near = suggest(part, ("fg", "bg", *ATTRIBUTES))
                self._fail(("roles", role), f"role “{role}” has no part “{shown(part)}”{near}")
            elif not isinstance(value, bool):
                self._fail(("roles", role), f"role “{role}”: “{part}” takes true or false, not {shown(value)}")
            else:
                given[part] = value
        return Style(**given)

    def _colour(self, role: str, value: object, kind: Kind) -> str:
        try:
            colour = read_colour(value)
        except ValueError as fault:
            self._fail(("roles", role), f"role “{role}”: {shown(value)} is no colour: {fault}")
        if colour != DEFAULT and (kind is Kind.MONO or (kind is Kind.ANSI and colour not in ANSI)):
            self._fail(("roles", role), f"role “{role}”: a theme of kind {kind} cannot have the colour {colour}")
        return colour

    def _fail(self, path: tuple[str, ...], reason: str) -> NoReturn:
        raise SettingsError(str(Notice(printable(self._path), line_of(self._text, path), reason)), _REPAIR)
