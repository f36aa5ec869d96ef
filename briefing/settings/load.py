"""Reads `settings.toml`. A fault costs one setting and a notice, never the start."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.model.errors import SettingsError
from briefing.model.frozen import frozen, replace
from briefing.model.typed import Any, StrPath
from briefing.settings.notice import Notice, line_of, printable, shown, suggest, syntax_notice
from briefing.settings.places import Places
from briefing.settings.schema import Settings, setting_fields

_LARGEST = 1_000_000


@frozen
class Loaded:
    """The settings, what was wrong with the file, and for each setting it gave the `FILE:LINE` that did so."""

    settings: Settings = Settings()
    notices: tuple[Notice, ...] = ()
    origins: Mapping[str, str] = MappingProxyType({})


def load_settings(places: Places, file: StrPath | None = None) -> tuple[Settings, list[Notice]]:
    """The settings in force and what was wrong with the file; `file` is read in place of the user's own."""
    loaded = read_settings(places, file)
    return loaded.settings, list(loaded.notices)


def read_settings(places: Places, file: StrPath | None = None) -> Loaded:
    """As `load_settings`, with the origin of each value. A `file` asked for must be there."""
    path = file or places.settings_path
    text, notices = read_text(path)
    if text is None:
        if file and not notices:
            raise SettingsError(f"There is no settings file {printable(path)}.", "See `briefing config path`.")
        return Loaded(notices=tuple(notices))
    table, notices = parse(text, path)
    return _choose(table, text, path, notices)


def read_text(path: StrPath) -> tuple[str | None, list[Notice]]:
    """The file's text; None, without a notice, for a file that is not there."""
    try:
        with open(path, "rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [Notice(printable(path), 0, f"cannot be read: {error.strerror}")]
    if len(raw) > _LARGEST:
        return None, [Notice(printable(path), 0, f"larger than {_LARGEST} bytes: not read")]
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Notice(printable(path), line, "not UTF-8: the file is not read")]


def parse(text: str, path: StrPath) -> tuple[dict[str, Any], list[Notice]]:
    """The TOML table of `text`, empty beside a notice where it is none."""
    plain = _plain_table(text)
    if plain is not None:
        return plain, []
    import tomllib

    try:
        return tomllib.loads(text), []
    except (ValueError, RecursionError) as error:
        return {}, [syntax_notice(printable(path), text, error)]


def _plain_table(text: str) -> dict[str, Any] | None:
    """A file of plain lines, as nearly all are, in a hundredth of the time; None where `tomllib` has to read it."""
    table: dict[str, Any] = {}
    for line in text.split("\n"):
        name, equals, written = (part.strip(" ") for part in line.partition("="))
        if not line.isprintable() or not line.isascii():
            return None
        if (not name and not equals) or name.startswith("#"):
            continue
        inner = written[1:-1]
        if not equals or not name.replace("_", "a").isalpha() or name in table:
            return None
        if written in ("true", "false"):
            table[name] = written == "true"
        elif written.isdigit() and len(written) < 10 and (written == "0" or written[0] != "0"):
            table[name] = int(written)
        elif len(written) > 1 and written[0] == written[-1] == '"' and not {'"', "\\"} & set(inner):
            table[name] = inner
        else:
            return None
    return table


def _choose(table: dict[str, Any], text: str, path: StrPath, notices: list[Notice]) -> Loaded:
    known = setting_fields()
    chosen: dict[str, Any] = {}
    origins: dict[str, str] = {}
    notices = list(notices)
    for name, value in table.items():
        line = line_of(text, (name,))
        if name not in known:
            reason = f"no setting “{shown(name)}”{suggest(name, known)}"
            notices.append(Notice(printable(path), line, reason))
            continue
        value, reason = check(name, value)
        if reason:
            notices.append(Notice(printable(path), line, reason))
        else:
            chosen[name], origins[name] = value, f"{path}:{line}"
    return Loaded(replace(Settings(), **chosen), tuple(notices), origins)


def check(name: str, value: Any) -> tuple[Any, str]:
    """The value as the setting keeps it, and the reason why it cannot be taken ("" if it can)."""
    each = setting_fields()[name]
    among, low, high = each.metadata["among"], each.metadata["low"], each.metadata["high"]
    default: Any = each.default
    if default is None:
        value, wanted = (None if value == "auto" else value), 'true, false or "auto"'
        return value, "" if value is None or isinstance(value, bool) else f"“{name}” takes {wanted}, not {shown(value)}"
    if type(value) is not type(default):
        return value, f"“{name}” takes {_KINDS[type(default)]}, not {shown(value)}"
    if among and value not in among:
        return value, f"“{name}” is one of {', '.join(among)}, not {shown(value)}{suggest(str(value), among)}"
    if high and not low <= value <= high:
        return value, f"“{name}” is between {low} and {high}, not {value}"
    return value, "" if not isinstance(value, str) or value.isprintable() else f"“{name}” is not one printable line"


_KINDS: dict[type, str] = {bool: "true or false", int: "a whole number", str: "a text in quotes"}
