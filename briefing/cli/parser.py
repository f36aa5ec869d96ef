"""A parser that answers a slip with a hint: loaded where arguments are not plain, or wrong."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from briefing.cli.flags import safe
from briefing.model.pattern import lazy

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_WRONG_CHOICE = lazy(r"invalid choice: '(.*?)' \(choose from (.*)\)", re.DOTALL)
_LOOSE_WORD = lazy(r"unrecognized arguments: -[^-]")


class Parser(argparse.ArgumentParser):
    """argparse, less its guessing at shortened flags and with a word on what was probably meant."""

    def __init__(self, **options: object) -> None:
        options.setdefault("allow_abbrev", False)
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options)  # type: ignore[arg-type]
        self.verbs: dict[str, Parser] = {}
        """The parsers of the verbs, where this is that of the program."""

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The options. What a verb does not know is told by its own parser, which says where to look."""
        options, unknown = self.parse_known_args(words)
        if unknown:
            self.verbs.get(options.verb, self).refuse(unknown)
        return options

    def refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Ends with what was not understood, and with what may have been meant."""
        import difflib

        message = f"unrecognized arguments: {' '.join(unknown)}"
        near = difflib.get_close_matches(unknown[0].partition("=")[0], self._option_string_actions, n=1)
        if near and unknown[0].startswith("--"):
            self._leave(message, f"Did you mean “{near[0]}”?\n")
        self.error(message)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """As argparse does, but a closed pipe is not swallowed."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """One line on what is wrong and one on where to look; exit 2."""
        hint = ""
        if wrong := _WRONG_CHOICE.search(message):
            is_verb = message.startswith("argument VERB:")
            message, hint = _choice_hint(*wrong.groups())
            message = f"there is no command {message.partition(' is not')[0]}" if is_verb else message
        elif _LOOSE_WORD.search(message):
            hint = 'Words of a query that begin with "-" stand after "--": briefing search port -- -word\n'
        self._leave(message, hint)

    def _leave(self, message: str, hint: str) -> NoReturn:
        self.exit(2, f"briefing: {safe(message)}\n{hint}Try “{self.prog} --help”.\n")


def _choice_hint(wrong: str, choices: str) -> tuple[str, str]:
    import difflib

    known = [each.strip(" '") for each in choices.split(",")]
    near = difflib.get_close_matches(wrong, known, n=1)
    hint = f"Did you mean “{near[0]}”?\n" if near else f"There are: {', '.join(known)}.\n"
    return f"“{wrong}” is not one of the choices", hint
