"""What `with` is used with, without loading `contextlib` and `functools`, which take as long as opening a store.

Type checkers see the real ones. A generator gives one value, and goes on, or meets the error, when the block ends.
"""

from __future__ import annotations

from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import contextmanager as contextmanager
    from contextlib import suppress as suppress
else:

    def contextmanager(generate):
        """What `with` takes, from a function that yields once."""

        def scope(*values, **given):
            return _Scope(generate(*values, **given))

        scope.__name__, scope.__doc__ = generate.__name__, generate.__doc__
        return scope

    class _Scope:
        def __init__(self, generator):
            self._generator = generator

        def __enter__(self):
            return next(self._generator)

        def __exit__(self, kind, error, trace):
            if error is None:
                next(self._generator, None)
                return False
            try:
                self._generator.throw(error)
            except StopIteration:
                return True  # the generator has dealt with it
            raise RuntimeError("a scope that goes on after an error")

    class suppress:
        """Ends a block at an error of these kinds, in silence."""

        def __init__(self, *kinds):
            self._kinds = kinds

        def __enter__(self):
            return None

        def __exit__(self, kind, error, trace):
            return kind is not None and issubclass(kind, self._kinds)
