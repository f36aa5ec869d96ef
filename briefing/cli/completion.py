"""Print the completion for a shell.

examples:
  briefing completion bash > ~/.local/share/bash-completion/completions/briefing
  briefing completion zsh > ~/.zfunc/_briefing
  briefing completion fish > ~/.config/fish/completions/briefing.fish
"""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh", "fish", "tcsh")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("shell", choices=SHELLS)


def run(options: argparse.Namespace) -> int:
    """Prints the script, made from the parser of all verbs."""
    import shtab

    from briefing.cli.main import VERBS, make_parser
    from briefing.model.errors import WrongUse

    if options.shell not in shtab.SUPPORTED_SHELLS:
        raise WrongUse(f"The installed shtab cannot make a completion for {options.shell}.", "A newer one may.")
    parser = make_parser(tuple(VERBS))
    _complete_files(parser)
    print(shtab.complete(parser, options.shell))
    return 0


def _complete_files(parser: argparse.ArgumentParser) -> None:
    """Arguments that are paths complete as paths, in every verb."""
    import shtab

    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _complete_files(below)
        elif action.metavar in ("PATH", "FILE"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif action.metavar == "DIR":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
