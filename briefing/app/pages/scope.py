"""What a page tells of: everything, the articles found, or one actor in either."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.export.ask import Wanted, What
    from briefing.library.library import Library
    from briefing.model.actor import ActorId
    from briefing.model.query import SearchQuery


class Scope(NamedTuple):
    """The query is that of the list. Of an actor the name is enough; `found` looks it up."""

    query: SearchQuery | None = None
    name: str = ""
    actor: ActorId | None = None

    def found(self, library: Library) -> Scope:
        """With the actor's id and the name it bears across articles; raises WrongUse where nobody is called so."""
        if self.actor is not None:
            return self._replace(name=library.dossier(self.actor).who().name)
        if not self.name:
            return self
        row = library.find_actor(self.name)
        return self._replace(name=row.name, actor=row.id)

    @property
    def words(self) -> str:
        """For the title of a page."""
        where = "the articles found" if self.query else ""
        if self.name:
            return f"{self.name}, in {where}" if where else self.name
        return where or "all articles"

    def wanted(self, what: What, library: Library) -> Wanted:
        """What `:export` writes of it."""
        from briefing.export.ask import Wanted

        actor = library.dossier(self.actor).who() if self.actor is not None else None
        return Wanted(what, self.query, actor)

    def flags(self) -> Iterator[str]:
        """For the command line."""
        if self.name:
            yield from ("--actor", self.name)
