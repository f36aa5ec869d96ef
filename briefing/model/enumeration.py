"""Enumerations without loading `enum`, which with all that it brings takes a tenth of a search and its start.

Type checkers see the real one. A member is the text it stands for, the only one of its class, and is found by that
text; a class is gone through in the order in which its members are written.
"""

from __future__ import annotations

from briefing.model.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum as StrEnum
else:

    class _Enumeration(type):
        """Makes members of the texts that a class names."""

        def __new__(cls, name, bases, own):
            texts = {each: text for each, text in own.items() if type(text) is str and not each.startswith("_")}
            made = super().__new__(cls, name, bases, {each: own[each] for each in own if each not in texts})
            made._members = {}
            for each, text in texts.items():
                made._members[text] = member = str.__new__(made, text)
                member.name, member.value = each, text
                type.__setattr__(made, each, member)
            return made

        def __call__(cls, text):
            try:
                return cls._members[text]
            except (KeyError, TypeError):
                raise ValueError(f"{text!r} is not a valid {cls.__qualname__}") from None

        def __iter__(cls):
            return iter(cls._members.values())

        def __len__(cls):
            return len(cls._members)

        def __contains__(cls, text):
            return isinstance(text, str) and text in cls._members

        def __setattr__(cls, name, value):
            if name in {member.name for member in getattr(cls, "_members", {}).values()}:
                raise AttributeError(f"{cls.__name__}.{name} never changes")
            type.__setattr__(cls, name, value)

    class StrEnum(str, metaclass=_Enumeration):
        """Texts that are all there are of their kind."""

        __str__, __format__, __hash__ = str.__str__, str.__format__, str.__hash__

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce_ex__(self, protocol):
            return type(self), (self.value,)

        def __copy__(self):
            return self

        def __deepcopy__(self, known):
            return self
