"""Lines being typed: search as you type, find in a text, filter names, the `:` line, and the box of choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.app.commands import BY_ID
from briefing.app.keys import complete
from briefing.app.layout import PaneName
from briefing.app.prompt import Prompt, PromptKind
from briefing.app.views import VIEWS
from briefing.model.actor import ActorType
from briefing.model.order import Order

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.app.panes.chooser import Chooser
    from briefing.model.suggestion import Completion

_LABELS = {
    PromptKind.SEARCH: " search: ",
    PromptKind.FIND: " find here: ",
    PromptKind.NAMES: " names: ",
    PromptKind.COMMAND: ":",
    PromptKind.CHOOSE: " / ",
}


class Dictation:
    """Takes the keys while a line is open, and tells the rest of the desk what was typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._commands: list[str] = []
        self._question = ""
        self._answered: Callable[[str], None] = lambda _: None
        self._fits: Callable[[str], Sequence[Completion]] = lambda _: ()
        self._takes_nothing = False
        self._before = ""
        """The query when its line was opened."""

    @property
    def label(self) -> str:
        prompt = self._desk.prompt
        if prompt is None:
            return ""
        return f" {self._question}" if prompt.kind is PromptKind.ASK else _LABELS[prompt.kind]

    @property
    def hint(self) -> str:
        """What the line makes of it so far."""
        desk = self._desk
        if desk.prompt is None:
            return ""
        if desk.prompt.kind is PromptKind.SEARCH:
            query = desk.searching.query
            return desk.searching.error or desk.suggesting.hint or (query.unfinished if query else "")
        if desk.prompt.kind is PromptKind.COMMAND:
            word, _, rest = desk.prompt.text.partition(" ")
            if word in BY_ID:
                command = BY_ID[word]
                return f"{command.title} {command.argument}".strip() if not rest else ""
            return "  ".join(complete(word)[:8])
        if desk.prompt.kind is PromptKind.ASK:
            return "  ".join(each.label for each in self._fits(desk.prompt.text)[:8])
        if desk.prompt.kind is PromptKind.FIND and desk.prompt.text:
            return f"{len(desk.reader.hits)} here"
        return ""

    # -- opening a line

    def search(self, text: str = "") -> None:
        """The search bar."""
        self._open(PromptKind.SEARCH, text)

    def find(self, text: str = "") -> None:
        """Words to find in the open article."""
        self._open(PromptKind.FIND, text)

    def names(self, text: str = "") -> None:
        """Letters that the names in the who pane must hold."""
        self._open(PromptKind.NAMES, text)

    def command(self, text: str = "") -> None:
        """The `:` line."""
        self._open(PromptKind.COMMAND, text)

    def ask(
        self,
        question: str,
        text: str,
        answered: Callable[[str], None],
        fits: Callable[[str], Sequence[Completion]] = lambda _: (),
        takes_nothing: bool = False,
    ) -> None:
        """A line for one answer; Tab goes on with what `fits`. An empty one is no answer unless it `takes_nothing`."""
        self._open(PromptKind.ASK, text)
        self._question, self._answered, self._fits, self._takes_nothing = question, answered, fits, takes_nothing

    def _open(self, kind: PromptKind, text: str) -> None:
        desk = self._desk
        history = (
            desk.app.history if kind is PromptKind.SEARCH else self._commands if kind is PromptKind.COMMAND else ()
        )
        self._before = desk.searching.text
        desk.suggesting.begin()
        desk.prompt = Prompt(kind, text, len(text), history)
        desk.message = ""
        desk.repaint_foot()

    def choose(self, chooser: Chooser) -> None:
        """Lays a box over the panes."""
        self._desk.chooser = chooser
        self._desk.refresh()

    # -- keys

    def press(self, key: str, character: str | None) -> None:
        """A key while a line is open."""
        desk, prompt = self._desk, self._desk.prompt
        assert prompt is not None
        if key in ("escape", "ctrl+c", "ctrl+g"):
            self._cancel(prompt)
        elif key == "enter":
            self._accept(prompt)
        elif key == "tab" and prompt.kind is PromptKind.COMMAND:
            self._complete(prompt)
        elif key == "tab" and prompt.kind is PromptKind.ASK:
            fits = [each.text for each in self._fits(prompt.text)]
            prompt.replace(_common(fits) if fits else prompt.text)
        elif key == "tab" and prompt.kind is PromptKind.SEARCH:
            desk.suggesting.take(prompt)
        elif key in ("pagedown", "pageup") and prompt.kind is PromptKind.SEARCH:
            desk.articles.window.page(1 if key == "pagedown" else -1)
            desk.repaint(PaneName.LIST)
        else:
            before = prompt.text
            prompt.press(key, character)
            if prompt.text != before:
                self.changed(prompt)
        desk.repaint_foot()

    def paste(self, text: str) -> None:
        desk = self._desk
        if desk.chooser:
            desk.chooser.prompt.put(text)
            desk.chooser.narrow()
            desk.refresh()
        elif desk.prompt:
            desk.prompt.put(text)
            self.changed(desk.prompt)
            desk.repaint_foot()

    def press_in_chooser(self, key: str, character: str | None) -> None:
        """A key while a box is open."""
        desk, chooser = self._desk, self._desk.chooser
        assert chooser is not None
        moves = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": 10, "pageup": -10,
                 "home": -len(chooser.options), "end": len(chooser.options)}  # fmt: skip
        if chooser.press(key):
            pass
        elif key in ("escape", "ctrl+c", "ctrl+g") or (key == "q" and not chooser.takes_text):
            desk.chooser = None
            chooser.cancelled()
        elif key == "enter" or (chooser.other and key == chooser.other[0]):
            option = chooser.current
            desk.chooser = None
            if option is None:
                chooser.cancelled()
            elif chooser.other and key == chooser.other[0]:
                chooser.other[2](option.value)
            else:
                chooser.chosen(option.value)
        elif key in moves:
            chooser.move(moves[key])
        elif chooser.prompt.press(key, character):
            chooser.narrow()
        desk.refresh()

    def changed(self, prompt: Prompt) -> None:
        """The line has another text."""
        desk = self._desk
        if prompt.kind is PromptKind.SEARCH:
            desk.searching.ask(prompt.text, typing=True)
            desk.suggesting.typed(prompt)
        elif prompt.kind is PromptKind.FIND:
            self._find(prompt.text, typing=True)
        elif prompt.kind is PromptKind.NAMES:
            desk.who.filter(prompt.text)
            desk.repaint(PaneName.WHO)

    def _cancel(self, prompt: Prompt) -> None:
        desk = self._desk
        desk.prompt = None
        if prompt.kind is PromptKind.SEARCH:
            desk.searching.ask("")
            desk.steps.searched(self._before, "")
        elif prompt.kind is PromptKind.NAMES:
            desk.who.filter("")
            desk.repaint(PaneName.WHO)
        elif prompt.kind is PromptKind.FIND:
            desk.reading.renew_hits()

    def _accept(self, prompt: Prompt) -> None:
        desk = self._desk
        desk.prompt = None
        if prompt.kind is PromptKind.SEARCH:
            # What was shown while typing took the last word for a beginning: Enter must not lose it.
            goes_on = prompt.text[-1:].isalnum() and not desk.searching.found_nothing
            desk.searching.ask(prompt.text, otherwise=f"{prompt.text}*" if goes_on else "")
            desk.app.remember(prompt.text)
            desk.steps.searched(self._before, prompt.text)
            if not desk.searching.error:
                desk.paging.leave(PaneName.LIST)
                desk.activate(PaneName.LIST)
        elif prompt.kind is PromptKind.FIND:
            self._find(prompt.text)
            desk.reading.step_hit(1)
        elif prompt.kind is PromptKind.COMMAND:
            self._run(prompt.text)
        elif prompt.kind is PromptKind.ASK and (prompt.text.strip() or self._takes_nothing):
            self._answered(prompt.text.strip())

    def _find(self, text: str, typing: bool = False) -> None:
        """Hits of `text` in the open article alone; plain words are looked for as they stand, side by side."""
        desk = self._desk
        if len(text.split()) > 1 and all(word.isalnum() and word != "OR" for word in text.split()):
            text = f'"{text}' if typing else f'"{text}"'
        if view := desk.reader.view:
            query = desk.app.library.parse(text, typing=typing)
            desk.reader.set_hits([] if query.is_everything else desk.app.library.hits(view.article, query))
            desk.repaint(PaneName.READER)

    def _complete(self, prompt: Prompt) -> None:
        word, blank, rest = prompt.text.partition(" ")
        if blank:
            choices = self._arguments(word)
            fits = [choice for choice in choices if choice.startswith(rest)]
            if fits:
                prompt.replace(f"{word} {_common(fits)}")
            return
        fits = complete(word)
        if fits:
            prompt.replace(_common(fits) + (" " if len(fits) == 1 else ""))

    def _arguments(self, command: str) -> list[str]:
        if command == "theme":
            return sorted(self._desk.app.palettes)
        if command == "sort":
            return [order.value for order in Order]
        if command == "retype":
            return [kind.value for kind in ActorType]
        if command == "help":
            return [*VIEWS, "query"]
        if command == "review":
            return ["date", "merge", "skipped", "tie", "type"]
        if command in ("tag", "untag"):
            from briefing.notebook.tagging import typed_tag

            return [typed_tag(word) for word in self._desk.app.library.notebook.tags.counts]
        if command in ("unsave", "run-saved"):
            return [saved.name for saved in self._desk.app.library.notebook.searches.saved]
        return []

    def _run(self, line: str) -> None:
        desk = self._desk
        name, _, argument = line.strip().partition(" ")
        if not name:
            return
        fits = complete(name)
        if name not in BY_ID and len(fits) != 1:
            from difflib import get_close_matches

            near = fits[:6] or get_close_matches(name, BY_ID, n=1, cutoff=0.7)
            which = f": {', '.join(near)}" if fits else f"; did you mean :{near[0]}?" if near else ""
            desk.say(f"no command “{name}”{which or '; Tab completes, ? shows them'}", error=True)
            return
        if line not in self._commands:
            self._commands.append(line)
        desk.run(name if name in BY_ID else fits[0], argument.strip())


def _common(words: list[str]) -> str:
    first, last = min(words), max(words)
    at = next((i for i, c in enumerate(first) if i >= len(last) or last[i] != c), len(first))
    return first[:at]
