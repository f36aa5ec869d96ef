"""Arguments as they nearly always are, read without argparse, which takes as long to load as a search does to answer.

A verb declares its arguments once, to this or to argparse. What is read here is what argparse would have made of it;
wherever there is any doubt (help, a slip, a flag that is shortened or before the verb) nothing is, and argparse is
asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

from briefing.model.typed import Any, NoReturn

ABSENT = "==absent=="
"""The default of a flag that has no value unless it is given."""
_UNDERSTOOD = {"action", "choices", "const", "default", "dest", "help", "metavar", "nargs", "type"}


class Doubt(Exception):
    """argparse has to look at it."""


class Quick:
    """Takes the declarations that argparse's parser takes, as far as our verbs make any."""

    def __init__(self) -> None:
        self._flags: dict[str, dict[str, Any]] = {}
        self._open: dict[str, Any] | None = None
        self._values: dict[str, Any] = {}

    def add_argument(self, *names: str, **about: Any) -> None:
        """A flag, or the one open list of words."""
        typed_default = "type" in about and isinstance(about.get("default"), str)
        if typed_default or not about.keys() <= _UNDERSTOOD:
            raise Doubt
        is_flag = names[0].startswith("-")
        longest = next((name for name in names if name.startswith("--")), names[0])
        about["dest"] = dest = about.get("dest") or longest.lstrip("-").replace("-", "_")
        default = about.get("default", False if about.get("action") == "store_true" else None)
        if is_flag and "nargs" not in about:
            self._flags |= dict.fromkeys(names, about)
        elif not is_flag and self._open is None and about.get("nargs") == "*":
            self._open, default = about, [] if default is None else default
        else:
            raise Doubt
        if default != ABSENT:
            self._values[dest] = list(default) if isinstance(default, list) else default

    def add_argument_group(self, title: str = "") -> Quick:
        """Groups are for the help."""
        return self

    def add_mutually_exclusive_group(self) -> Quick:
        """Two flags for one value are a doubt anyway."""
        return self

    def __getattr__(self, name: str) -> NoReturn:
        raise Doubt  # something else that a parser can do

    def read(self, words: Sequence[str]) -> dict[str, Any]:
        """The values by name; raises Doubt."""
        loose: list[str] = []
        given: set[str] = set()
        places: list[int] = []
        at = 0
        while at < len(words):
            word, at = words[at], at + 1
            if not word.startswith("-"):
                loose.append(word)
                places.append(at)
                continue
            name, joined, value = word.partition("=")
            about = self._flags.get(name)
            if about is None or (about.get("action") != "append" and about["dest"] in given):
                raise Doubt
            given.add(about["dest"])
            if about.get("action") not in (None, "append"):
                if joined:
                    raise Doubt
                self._values[about["dest"]] = about.get("const", True)
                continue
            if not joined:
                if at == len(words) or words[at].startswith("-"):
                    raise Doubt
                value, at = words[at], at + 1
            self._put(about, value)
        if loose and (self._open is None or places[-1] - places[0] >= len(places)):
            raise Doubt  # words on both sides of a flag
        if loose and self._open is not None:
            self._values[self._open["dest"]] = [_value(self._open, word) for word in loose]
        return self._values

    def _put(self, about: dict[str, Any], value: str) -> None:
        read = _value(about, value)
        if about.get("action") == "append":
            self._values[about["dest"]] = [*(self._values.get(about["dest"]) or ()), read]
        else:
            self._values[about["dest"]] = read


def _value(about: dict[str, Any], word: str) -> Any:
    try:
        value = about["type"](word) if "type" in about else word
    except Exception as error:
        raise Doubt from error
    if "choices" in about and value not in about["choices"]:
        raise Doubt
    return value


def namespace(verb: str, values: dict[str, Any]) -> Any:
    """What a verb is run with, as argparse gives it."""
    return SimpleNamespace(verb=verb, **values)
