"""Regular expressions that are compiled when they are first used: one article needs few of the many there are."""

from __future__ import annotations

from briefing.model.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import re

    def lazy(source: str, flags: int = 0) -> re.Pattern[str]: ...

else:

    class lazy:
        """Stands for `re.compile(source, flags)`; what is asked of it is kept, so only the first question costs."""

        def __init__(self, source: str, flags: int = 0) -> None:
            self._source, self._flags = source, flags

        def __getattr__(self, name: str) -> Any:
            import re  # which a search for plain words has no use for

            value = getattr(re.compile(self._source, self._flags), name)
            setattr(self, name, value)
            return value
