"""Where things are kept: the XDG folders, on Linux and macOS alike. Nothing is created by looking."""

from __future__ import annotations

import os
from os.path import join

from briefing.model.frozen import frozen
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    from pathlib import Path

_HOME = {"config": ".config", "state": ".local/state", "cache": ".cache", "data": ".local/share"}


@frozen
class Places:
    """The four folders. Whoever writes into one makes it first (see `make_private`).

    They are kept as text: what only looks into a file of them has no use for `pathlib`, which loads longer than that.
    """

    config_path: str
    state_path: str
    cache_path: str
    data_path: str

    @property
    def config(self) -> Path:
        """Settings, keymap and the user's own themes: read only."""
        return _path(self.config_path)

    @property
    def state(self) -> Path:
        """Where the reader was, the query history, the log."""
        return _path(self.state_path)

    @property
    def cache(self) -> Path:
        """Stores and indexes, one folder a library: can be deleted at any time."""
        return _path(self.cache_path)

    @property
    def data(self) -> Path:
        """The reader's own work, one folder a library: never deleted unasked."""
        return _path(self.data_path)

    @property
    def settings_path(self) -> str:
        """The file of settings, as text."""
        return join(self.config_path, "settings.toml")

    @property
    def settings_file(self) -> Path:
        return _path(self.settings_path)

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
        return _path(self.cache_path_of(library))

    def cache_path_of(self, library: str) -> str:
        """The same, as text."""
        return join(self.cache_path, library)

    def state_of(self, library: str) -> Path:
        """The small file that says where the reader was."""
        return self.state / f"{library}.json"

    def history_of(self, library: str) -> Path:
        """The queries asked of one library."""
        return self.state / f"{library}.history.json"

    def notebook_of(self, library: str) -> Path:
        """The journal of the reader's own work on one library."""
        return _path(self.notebook_path_of(library))

    def notebook_path_of(self, library: str) -> str:
        """The same, as text."""
        return join(self.data_path, library, "notebook.jsonl")


def find_places(data_dir: StrPath | None = None) -> Places:
    """The user's folders, or, with `data_dir`, all four below that one folder."""
    if data_dir is not None:
        base = join(os.getcwd(), os.path.expanduser(data_dir))
        return Places(**{f"{name}_path": join(base, name) for name in _HOME})
    from platformdirs.unix import Unix  # on macOS too: a terminal program's user expects the XDG variables to hold

    found = Unix("briefing")
    return Places(
        config_path=_absolute(found.user_config_dir, "config"),
        state_path=_absolute(found.user_state_dir, "state"),
        cache_path=_absolute(found.user_cache_dir, "cache"),
        data_path=_absolute(found.user_data_dir, "data"),
    )


def make_private(folder: Path) -> Path:
    """Makes a folder and its missing parents so that only their user can read them; what is there stays as it is."""
    missing = [folder]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    return folder


def _absolute(found: str, name: str) -> str:
    """The XDG specification has relative values ignored; not every version of platformdirs does so."""
    return found if os.path.isabs(found) else join(os.path.expanduser("~"), _HOME[name], "briefing")


def _path(path: str) -> Path:
    from pathlib import Path

    return Path(path)
