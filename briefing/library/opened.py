"""A library that is looked at: its store and notebook, opened when first asked for, and newer commits of it."""

from __future__ import annotations

import os
from _thread import RLock  # `threading` takes as long to load as ten of our modules
from collections.abc import Iterable, Iterator, Sequence

from briefing.library import layout
from briefing.library.corpus import Corpus
from briefing.library.status import Status
from briefing.model.errors import BriefingError
from briefing.model.scoped import contextmanager
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from briefing.library.asking import Asking
    from briefing.library.store import Store
    from briefing.model.article import Problem
    from briefing.notebook.journal import Notebook
    from briefing.settings.places import Places
    from briefing.settings.schema import Settings


class OpenedLibrary:
    """Reads what the builder has committed. Usable from several threads; making one touches nothing but paths.

    Any method may raise Damaged, which is the sign to start a builder: it makes anew what is damaged.
    """

    def __init__(self, roots: Sequence[StrPath], places: Places, settings: Settings) -> None:
        self.corpus = Corpus.of(roots)
        self._cache = places.cache_path_of(self.corpus.id)
        self._places = places
        self._settings = settings
        self._lock = RLock()
        self._store: Store | None = None
        self._asking: Asking | None = None
        self._notebook: Notebook | None = None
        self._looked = False
        self._seen: tuple[str, int] | None = None
        self._contents = 0

    @property
    def id(self) -> str:
        return self.corpus.id

    @property
    def name(self) -> str:
        """The folder's name, or those of several."""
        return self.corpus.name

    @property
    def cache(self) -> Path:
        """The folder of all that is derived from the articles."""
        return self._places.cache_of(self.id)

    @property
    def roots(self) -> tuple[Path, ...]:
        return self.corpus.roots

    def exists(self) -> bool:
        """Whether there is a store that this version can read."""
        try:
            return self._open_store() is not None
        except BriefingError:
            return False

    def is_fresh(self, findings: bool) -> bool:
        """Whether the last walk over the files can be believed, so that what is stored answers without another one.

        `findings` asks for actors and dates as well as texts.
        """
        from briefing.library.freshness import is_fresh

        folder = self._current()
        if not folder or layout.is_suspect(folder):
            return False
        rules = 0
        if findings:
            from briefing.library.parts import Parts

            rules = Parts().chosen(self._settings.extractor).rules()
        return is_fresh(folder, self.corpus, self._settings, rules)

    def status(self) -> Status:
        """The counts kept in the store: the same work at any size."""
        store = self._open_store()
        return Status(**store.counts()) if store else Status()

    def engine(self) -> str:
        """The engine whose index is asked; "" where nothing is built."""
        store = self._open_store()
        return layout.engine_of(store.folder, store.meta().get("index_engine", "")) if store else ""

    def advice(self) -> str:
        """What a library of this size would gain by; "" for most."""
        from briefing.library.advice import better_engine

        return better_engine(self.status().articles, self.engine())

    def problems(self) -> list[Problem]:
        """Files and folders that could not be read."""
        store = self._open_store()
        return store.problems() if store else []

    def refresh(self) -> bool:
        """Looks for a newer commit; True if there is one, and what is asked from now on sees it."""
        with self._lock:
            folder = self._current()
            if self._store is not None and folder != self._store.folder:
                self._let_go()
            self._looked = True
            store = self._open_store()
            if store is None:
                return False
            meta = store.meta()
            before, self._seen = self._seen, (os.path.basename(store.folder), int(meta["generation"]))
            if int(meta["contents"]) != self._contents and self._notebook is not None:
                self._notebook.follow(store.renamed(self._notebook.bodies()))
            self._contents = int(meta["contents"])
            return self._seen != before

    def correct(self) -> bool:
        """Takes the reader's corrections over into the store, so that lists and counts follow; True if it did.

        While a builder writes this is left to it: it takes them over at its end.
        """
        from briefing.library.build import correct

        done = correct(self.corpus, self.cache, self._places, self._settings)
        return done and self.refresh()

    @property
    def notebook(self) -> Notebook:
        """The reader's own marks, loaded when first asked for."""
        with self._lock:
            if self._notebook is None:
                from briefing.notebook.journal import Notebook

                self._notebook = Notebook(self._places.notebook_of(self.id))
                store = self._open_store()
                if store is not None:
                    self._notebook.follow(store.renamed(self._notebook.bodies()))
            return self._notebook

    def tags(self, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The reader's tags on these articles; of a reader who never took anything down no notebook is loaded."""
        with self._lock:
            if self._notebook is None and not os.path.exists(self._places.notebook_path_of(self.id)):
                return {}
            tags = self.notebook.tags
        return {article: found for article in articles if (found := tags.on(article))}

    def close(self) -> None:
        """Writes out what the notebook still holds and lets go of all files."""
        with self._lock:
            self._let_go()
            if self._notebook is not None:
                self._notebook.close()
                self._notebook = None

    def _open_store(self) -> Store | None:
        """What is there at the first look counts as seen; what appears later is news for `refresh`."""
        with self._lock:
            first, self._looked = not self._looked, True
            if self._store is not None and not self._store.is_there():
                self._let_go()  # a rebuild has put another in its place
            if self._store is None:
                folder = self._current()
                if not folder:
                    return None
                from briefing.library.store import Store

                store = Store(os.path.join(folder, layout.STORE))
                meta = store.meta()
                self._store = store
                if first:
                    self._seen = os.path.basename(folder), int(meta["generation"])
                    self._contents = int(meta["contents"])
            return self._store

    def _current(self) -> str:
        """The folder of the store in force, or nothing."""
        name = layout.current_name(self._cache)
        return os.path.join(self._cache, name) if name else ""

    def _require_store(self) -> Store:
        store = self._open_store()
        if store is None:
            raise layout.NotBuilt
        return store

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """One commit of the store, which must be there."""
        with self._require_store().snapshot() as db:
            yield db

    def _ask(self) -> Asking | None:
        with self._lock:
            store = self._open_store()
            if store is not None and self._asking is None:
                from briefing.library.asking import Asking

                self._asking = Asking(store, lambda: self.notebook)
            return self._asking

    def _let_go(self) -> None:
        if self._asking is not None:
            self._asking.close()
        if self._store is not None:
            self._store.close()
        self._asking = self._store = None
