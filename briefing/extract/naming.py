"""One place where a text names somebody or something, before it is known who that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.extract.lexicon import Entry
from briefing.extract.words import Words
from briefing.model.actor import ActorType
from briefing.model.fold import fold
from briefing.model.text import Span


@dataclass(slots=True)
class Sentence:
    """A sentence with its words; `is_title` where nearly every word has a capital, so that capitals say nothing."""

    span: Span
    words: Words
    is_title: bool = False
    paragraph: int = 0


@dataclass(slots=True)
class Naming:
    """`first` to before `last` are word numbers in the sentence. `kind` None: only the rest of the text can tell."""

    sentence: int
    first: int
    last: int
    span: Span
    surface: str
    kind: ActorType | None = None
    sure: bool = False
    """The kind rests on a table, a title or a cue word, not on the mere shape of the name."""
    entry: Entry | None = None
    role: str = ""
    descriptions: list[str] = field(default_factory=list)
    ties: bool = True
    """False for `UN-brokered`: named, but not doing anything."""
    scenery: bool = False
    """Stands after in, at, near ...: where something happens, not who does it."""
    hint: ActorType | None = None
    """What the tagger takes the same words for, and with what lead over its next guess."""
    lead: int = 0
    is_nickname: bool = False
    opens: bool = False
    """First word of its sentence, where a capital says little."""

    forms: tuple[str, ...] = ()
    """How the text writes the name where that is more than its words: `Mr. Norrin`, `the Ardenian government`."""

    @property
    def words(self) -> list[str]:
        return self.surface.replace("’", "'").split()


def name_key(name: str) -> str:
    """The name folded, without stops, hyphens and article: what the same name has in common."""
    folded = fold(name.replace("’", "'").replace("-", " ")).replace(".", "")
    return " ".join(folded.removeprefix("the ").split())
