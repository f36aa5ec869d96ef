"""What the user can choose. One frozen dataclass; each field carries its own description."""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from typing import Any


def _choice(default: Any, about: str, *, among: tuple[str, ...] = (), low: int = 0, high: int = 0) -> Any:
    """A field with its description and its limits, for the loader, `briefing config` and the documentation."""
    return field(default=default, metadata={"about": about, "among": among, "low": low, "high": high})


COLOURS = ("auto", "true", "256", "16", "none")
CLIPBOARDS = ("osc52", "tmux", "none")
LAYOUTS = ("auto", "stack", "columns", "single")
AUTO = "auto"
VIEWS = ("list", "who")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Defaults are here, `settings.toml` overrides them, flags override both."""

    theme: str = _choice("dark", "the theme's name: one of ours or of yours in themes/")
    colour: str = _choice("auto", "how many colours to send; auto asks the terminal", among=COLOURS)
    ascii: bool | None = _choice(None, 'draw with ASCII only; "auto" does so where the locale is not UTF-8')
    mouse: bool = _choice(False, "let the mouse choose panes and rows (selecting text then needs Shift)")
    layout: str = _choice("auto", "how the panes stand; auto follows the terminal's size", among=LAYOUTS)
    reader_width: int = _choice(80, "widest line of the reader, in cells", low=60, high=80)
    open_delay_ms: int = _choice(80, "rest before the article under the cursor opens, in ms", low=0, high=5000)
    fold_extras: bool = _choice(False, "fold bylines, credits, links and boilerplate in the reader")
    low_bandwidth: bool = _choice(False, "send as few bytes as possible: 16 colours, articles open on Enter")
    keymap: str = _choice("default", "the keymap that keys.toml builds on", among=("default",))
    engine: str = _choice(AUTO, "the search engine; auto keeps the one a library has, Whoosh for a new one")
    extractor: str = _choice("rules", "what finds names and dates: rules, or spacy where that is installed")
    max_file_bytes: int = _choice(20_000_000, "larger files are listed as problems", low=1_000, high=2_000_000_000)
    clipboard: str = _choice(
        "osc52", "how y copies: osc52, tmux (wrapped for tmux), none (a file only)", among=CLIPBOARDS
    )
    private: bool = _choice(False, "keep no query history and no last query")
    history_length: int = _choice(200, "queries remembered for each library", low=0, high=10_000)


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """What the command line asks of one run of the app; None leaves it to the settings or to the last time."""

    query: str | None = None
    actor: str | None = None
    """Show only articles that name this actor."""
    at: str | None = None
    """A reference to start at: `FILE`, `FILE#KEY`, either with `:pN`."""
    view: str | None = None
    """The pane to start in, one of `VIEWS`."""
    layout: str | None = None
    theme: str | None = None
    ascii: bool | None = None
    mouse: bool | None = None
    low_bandwidth: bool | None = None
    colour: str | None = None
    """One of `COLOURS`."""
    read_only: bool = False
    """Build nothing and write nothing."""
    private: bool = False
    shared: tuple[str, ...] = ()
    """Flags that the builder's process has to be given as well (`--data-dir`, `--config`)."""


def setting_fields() -> dict[str, Field[Any]]:
    """All settings by name, in the order in which they are shown."""
    return {each.name: each for each in fields(Settings)}
