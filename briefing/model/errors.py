"""Errors for people: what happened, to which file, what to do next."""

from __future__ import annotations


class BriefingError(Exception):
    """The one base. `exit_code` is what the command line returns."""

    exit_code = 5

    def __init__(self, title: str, what_to_do: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.what_to_do = what_to_do

    def __str__(self) -> str:
        return f"{self.title}\n{self.what_to_do}" if self.what_to_do else self.title


def sentence(error: BriefingError) -> str:
    """The error on one line, for a place that has no second."""
    title = error.title.rstrip()
    stop = "" if title.endswith((".", "?", "!")) or not error.what_to_do else "."
    return f"{title}{stop} {error.what_to_do}".strip().replace("\n", " ")


class WrongUse(BriefingError):
    """A bad flag, a bad name, a bad value."""

    exit_code = 2


class QueryError(WrongUse):
    """A query that cannot be read; `at` is the character's offset in `query`."""

    def __init__(self, title: str, query: str, at: int, what_to_do: str = "") -> None:
        super().__init__(title, what_to_do)
        self.query = query
        self.at = at

    def __str__(self) -> str:
        lines = [self.title, f"  {self.query}", "  " + " " * self.at + "^"]
        return "\n".join([*lines, self.what_to_do] if self.what_to_do else lines)


class SettingsError(WrongUse):
    """A settings, keymap or theme file that cannot be used; the title names file and line."""


class Locked(BriefingError):
    """Another program writes this library."""

    exit_code = 4


class NewerVersion(BriefingError):
    """Written by a newer version of briefing."""

    exit_code = 4


class Damaged(BriefingError):
    """An index or store that cannot be read; it is a cache, so it is rebuilt."""
