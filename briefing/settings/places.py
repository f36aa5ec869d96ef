"""Where things are kept: the XDG folders, on Linux and macOS alike. Nothing is created by looking."""

from __future__ import annotations

from pathlib import Path

from briefing.model.frozen import frozen

_HOME = {"config": ".config", "state": ".local/state", "cache": ".cache", "data": ".local/share"}


@frozen
class Places:
    """The four folders. Whoever writes into one makes it first (see `make_private`)."""

    config: Path
    """Settings, keymap and the user's own themes: read only."""
    state: Path
    """Where the reader was, the query history, the log."""
    cache: Path
    """Stores and indexes, one folder a library: can be deleted at any time."""
    data: Path
    """The reader's own work, one folder a library: never deleted unasked."""

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def keymap_file(self) -> Path:
        return self.config / "keys.toml"

    @property
    def themes(self) -> Path:
        """The user's own themes."""
        return self.config / "themes"

    @property
    def log_file(self) -> Path:
        return self.state / "log"

    def cache_of(self, library: str) -> Path:
        """All derived state of one library."""
        return self.cache / library

    def state_of(self, library: str) -> Path:
        """The small file that says where the reader was."""
        return self.state / f"{library}.json"

    def history_of(self, library: str) -> Path:
        """The queries asked of one library."""
        return self.state / f"{library}.history.json"

    def notebook_of(self, library: str) -> Path:
        """The journal of the reader's own work on one library."""
        return self.data / library / "notebook.jsonl"


def find_places(data_dir: Path | None = None) -> Places:
    """The user's folders, or, with `data_dir`, all four below that one folder."""
    if data_dir is not None:
        base = data_dir.expanduser().absolute()
        return Places(**{name: base / name for name in _HOME})
    from platformdirs.unix import Unix  # on macOS too: a terminal program's user expects the XDG variables to hold

    found = Unix("briefing")
    return Places(
        config=_absolute(found.user_config_dir, "config"),
        state=_absolute(found.user_state_dir, "state"),
        cache=_absolute(found.user_cache_dir, "cache"),
        data=_absolute(found.user_data_dir, "data"),
    )


def make_private(folder: Path) -> Path:
    """Makes a folder and its missing parents so that only their user can read them; what is there stays as it is."""
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    return folder


def _absolute(found: str, name: str) -> Path:
    """The XDG specification has relative values ignored; not every version of platformdirs does so."""
    path = Path(found)
    return path if path.is_absolute() else Path.home() / _HOME[name] / "briefing"
