"""What a module says with the words of `typing`, without loading that: it takes longer than a search.

Type checkers see the real ones. While the program runs no annotation is read, a protocol is a class like any other, and
a named tuple gets its constructor with its first value: a program that loads all of these classes makes values of few.
"""

from __future__ import annotations

TYPE_CHECKING = False
FEW = 3
"""Values of a class for which no constructor is compiled, which takes as long as a hundred of them."""


def in_order(
    names: tuple[str, ...], usual: dict[str, object], values: tuple[object, ...], given: dict[str, object]
) -> tuple[object, ...] | None:
    """The values of all fields; None where what is given does not fit, which a compiled constructor tells best."""
    rest = names[len(values) :]
    if len(values) > len(names) or not given.keys() <= set(rest):
        return None
    told = {**usual, **given}
    return (*values, *(told[name] for name in rest)) if all(name in told for name in rest) else None


if TYPE_CHECKING:
    import os
    from typing import IO as IO
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import NamedTuple as NamedTuple
    from typing import NewType as NewType
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import dataclass_transform as dataclass_transform

    StrPath = str | os.PathLike[str]
    """Where a file is: what starts often keeps it as text, since `pathlib` takes as long to load as a search."""
else:
    from collections import _tuplegetter

    IO = Any = ClassVar = Final = NoReturn = StrPath = object

    class Protocol:
        """What has these methods."""

    def NewType(name, kind):
        """The kind itself."""
        return kind

    def TypeVar(name, bound=object):
        """What every value is."""
        return bound

    def cast(kind, value):
        """The value itself."""
        return value

    def dataclass_transform(**about):
        """The decorator itself."""
        return lambda decorator: decorator

    class _Named(type):
        """Makes the classes whose base is `NamedTuple`."""

        def __new__(cls, name, bases, own):
            made = super().__new__(cls, name, bases, {"__slots__": (), **own})
            if fields := tuple(made.__annotations__):
                made._fields = made.__match_args__ = fields
                made._field_defaults = {each: own[each] for each in fields if each in own}
                for at, each in enumerate(fields):
                    setattr(made, each, _tuplegetter(at, None))
                made.__new__ = _first
            return made

    def _first(cls, *values, **given):
        usual = cls._field_defaults
        cls._made = cls.__dict__.get("_made", 0) + 1
        if cls._made <= FEW and (told := in_order(cls._fields, usual, values, given)) is not None:
            return tuple.__new__(cls, told)
        told = "".join(f"{each}=_usual[{each!r}], " if each in usual else f"{each}, " for each in cls._fields)
        source = f"def __new__(_cls, {told}): return _make(_cls, ({', '.join(cls._fields)},))"
        scope = {"_usual": usual, "_make": tuple.__new__}
        exec(source, scope)  # noqa: S102 - names of our own fields only
        cls.__new__ = scope["__new__"]
        return cls.__new__(cls, *values, **given)

    class NamedTuple(tuple, metaclass=_Named):
        """A tuple whose places have names."""

        _make = classmethod(tuple.__new__)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
            return made

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            told = ", ".join(f"{each}={value!r}" for each, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({told})"
