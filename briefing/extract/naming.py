"""One place where a text names somebody or something, before it is known who that is."""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.lexicon import Entry
from briefing.extract.words import Words
from briefing.model.actor import ActorType
from briefing.model.fold import fold
from briefing.model.kept import Kept
from briefing.model.text import Span


class Sentence:
    """A sentence with its words; `is_title` where nearly every word has a capital, so that capitals say nothing."""

    __slots__ = ("is_title", "paragraph", "span", "words")

    def __init__(self, span: Span, words: Words, is_title: bool = False, paragraph: int = 0) -> None:
        self.span, self.words, self.is_title, self.paragraph = span, words, is_title, paragraph


class Naming:
    """`first` to before `last` are word numbers in the sentence. `kind` None: only the rest of the text can tell."""

    __slots__ = (
        "descriptions", "entry", "first", "forms", "hint", "is_nickname", "kind", "last", "lead", "opens", "role",
        "scenery", "sentence", "span", "sure", "surface", "ties",
    )  # fmt: skip

    def __init__(
        self,
        sentence: int,
        first: int,
        last: int,
        span: Span,
        surface: str,
        kind: ActorType | None,
        sure: bool = False,
        is_nickname: bool = False,
    ) -> None:
        self.sentence, self.first, self.last = sentence, first, last
        self.span, self.surface, self.kind = span, surface, kind
        self.sure = sure
        """The kind rests on a table, a title or a cue word, not on the mere shape of the name."""
        self.entry: Entry | None = None
        self.role = ""
        self.descriptions: list[str] = []
        self.ties = True
        """False for `UN-brokered`: named, but not doing anything."""
        self.scenery = False
        """Stands after in, at, near ...: where something happens, not who does it."""
        self.hint: ActorType | None = None
        """What the tagger takes the same words for, and with what lead over its next guess."""
        self.lead = 0
        self.is_nickname = is_nickname
        self.opens = False
        """First word of its sentence, where a capital says little."""
        self.forms: tuple[str, ...] = ()
        """How the text writes the name where that is more than its words: `Mr. Norrin`, `the Ardenian government`."""

    @property
    def words(self) -> tuple[str, ...]:
        return _words(self.surface)


_words = Kept(lambda surface: tuple(surface.replace("’", "'").split())).__getitem__


def _name_key(name: str) -> str:
    folded = fold(name.replace("’", "'").replace("-", " ")).replace(".", "")
    return " ".join(folded.removeprefix("the ").split())


name_key: Callable[[str], str] = Kept(_name_key).__getitem__
"""The name folded, without stops, hyphens and article: what the same name has in common."""
