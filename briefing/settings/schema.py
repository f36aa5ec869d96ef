"""What the user can choose. One class of frozen values; each choice has its description beside it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.frozen import frozen
from briefing.model.typed import Any, NamedTuple


class Choice(NamedTuple):
    """A setting: its default; its description and its limits, for the loader, `briefing config` and the docs."""

    default: Any
    metadata: Mapping[str, Any]


def _about(about: str, *, among: tuple[str, ...] = (), low: int = 0, high: int = 0) -> Mapping[str, Any]:
    return {"about": about, "among": among, "low": low, "high": high}


COLOURS = ("auto", "true", "256", "16", "none")
CLIPBOARDS = ("osc52", "tmux", "none")
LAYOUTS = ("auto", "stack", "columns", "single")
AUTO = "auto"
PAGES = ("ledger", "timeline", "dossier", "pairs", "review", "saved")
VIEWS = ("list", "reader", "who", "facets", *PAGES)


@frozen
class Settings:
    """The settings in force. Defaults are here, `settings.toml` overrides them, flags override both."""

    theme: str = "dark"
    colour: str = "auto"
    ascii: bool | None = None
    mouse: bool = False
    layout: str = "auto"
    reader_width: int = 80
    open_delay_ms: int = 80
    fold_extras: bool = False
    fold_copies: bool = True
    low_bandwidth: bool = False
    keymap: str = "default"
    engine: str = AUTO
    extractor: str = "rules"
    max_file_bytes: int = 20_000_000
    clipboard: str = "osc52"
    private: bool = False
    history_length: int = 200


_ABOUT = {
    "theme": _about("the theme's name: one of ours or of yours in themes/"),
    "colour": _about("how many colours to send; auto asks the terminal", among=COLOURS),
    "ascii": _about('draw with ASCII only; "auto" does so where the locale is not UTF-8'),
    "mouse": _about("let the mouse choose panes and rows (selecting text then needs Shift)"),
    "layout": _about("how the panes stand; auto follows the terminal's size", among=LAYOUTS),
    "reader_width": _about("widest line of the reader, in cells", low=60, high=80),
    "open_delay_ms": _about("rest before the article under the cursor opens, in ms", low=0, high=5000),
    "fold_extras": _about("fold bylines, credits, links and boilerplate in the reader"),
    "fold_copies": _about("list the copies of one report in one row, with how many there are"),
    "low_bandwidth": _about("send as few bytes as possible: 16 colours, articles open on Enter"),
    "keymap": _about("the keymap that keys.toml builds on", among=("default",)),
    "engine": _about("the search engine; auto keeps the one a library has, Whoosh for a new one"),
    "extractor": _about("what finds names and dates: rules, or spacy where that is installed"),
    "max_file_bytes": _about("larger files are listed as problems", low=1_000, high=2_000_000_000),
    "clipboard": _about("how y copies: osc52, tmux (wrapped for tmux), none (a file only)", among=CLIPBOARDS),
    "private": _about("keep no query history and no last query"),
    "history_length": _about("queries remembered for each library", low=0, high=10_000),
}


@frozen
class OpenOptions:
    """What the command line asks of one run of the app; None leaves it to the settings or to the last time."""

    query: str | None = None
    actor: str | None = None
    """Show only articles that name this actor."""
    at: str | None = None
    """A reference to start at: `FILE`, `FILE#KEY`, either with `:pN`."""
    view: str | None = None
    """The pane or page to start in, one of `VIEWS`."""
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
    tour: bool = False
    """The tour first."""
    newcomer: bool = False
    """Nothing was ever opened before: the tour is worth a word."""
    shared: tuple[str, ...] = ()
    """Flags that the builder's process has to be given as well (`--data-dir`, `--config`)."""


def setting_fields() -> dict[str, Choice]:
    """All settings by name, in the order in which they are shown."""
    usual = Settings()
    return {name: Choice(getattr(usual, name), about) for name, about in _ABOUT.items()}
