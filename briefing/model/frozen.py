"""Values: small classes of fields that never change, made without the cost of `dataclasses`.

`dataclasses` imports `inspect` and all that it reads sources with, and spends most of a millisecond on each class: a
third of the time in which an article is read for the first time. What `frozen` makes is used like a frozen dataclass
with slots, and type checkers take it for one; it knows plain defaults only.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from operator import attrgetter

from briefing.model.typed import FEW, Any, NoReturn, TypeVar, cast, dataclass_transform, in_order

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """The class with its annotated names as fields, in this order: set once, compared and hashed together."""
    names = tuple(name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    own = {name: value for name, value in cls.__dict__.items() if name not in (*defaults, "__dict__", "__weakref__")}
    own |= {"__slots__": names, "__match_args__": names, "__setattr__": _refuse, "__delattr__": _refuse}
    own |= {"__qualname__": cls.__qualname__, **_together(names)} | {"__repr__": own.get("__repr__", _shown)}
    made: Any = type(cls.__name__, cls.__bases__, own)
    made.__init__ = _init(made, names, defaults)
    return cast(type[T], made)


def replace(one: T, **changes: Any) -> T:
    """The same value with some fields changed."""
    return type(one)(**{name: getattr(one, name) for name in one.__match_args__} | changes)  # type: ignore[attr-defined]


def _init(made: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """Compiled where more than a few values are made: a program makes one of most classes, if any at all."""
    few = count(1)

    def first(self: object, *values: object, **given: object) -> None:
        told = in_order(names, defaults, values, given) if next(few) <= FEW else None
        if told is None:
            made.__init__ = _written(made, names, defaults)
            made.__init__(self, *values, **given)
        else:
            for name, value in zip(names, told, strict=True):
                object.__setattr__(self, name, value)

    return first


def _written(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """Written out and compiled, as the library's own are: a loop over the fields takes five times as long."""
    given = ", ".join(f"{name}=_default_{name}" if name in defaults else name for name in names)
    source = f"def __init__(self, {given}):\n    pass\n" + "".join(f"    _set_{name}(self, {name})\n" for name in names)
    scope = {f"_set_{name}": getattr(made, name).__set__ for name in names}
    scope |= {f"_default_{name}": value for name, value in defaults.items()}
    exec(source, scope)  # noqa: S102 - names of our own fields only
    init: Callable[..., None] = scope["__init__"]
    return init


def _together(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Equality, hash and pickling by the values of all fields."""
    get: Callable[[Any], tuple[Any, ...]] = lambda one: tuple(getattr(one, name) for name in names)  # noqa: E731
    if len(names) > 1:
        get = attrgetter(*names)

    def equal(self: object, other: object) -> bool:
        return bool(get(self) == get(other)) if other.__class__ is self.__class__ else NotImplemented

    return {
        "__eq__": equal,
        "__hash__": lambda self: hash(get(self)),
        "__reduce__": lambda self: (type(self), get(self)),
    }


def _shown(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: object, name: str, value: object = None) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}.{name} never changes")
