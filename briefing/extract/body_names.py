"""Bodies by the parts of their names: acronyms, first and last words, names without their last word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.clause_words import listed
from briefing.extract.evidence import is_given
from briefing.extract.groups import BODY_TYPES, Group
from briefing.extract.naming import Naming, Sentence, name_key
from briefing.extract.organisations import blends, holds, initials
from briefing.extract.singles import word_after
from briefing.extract.votes import is_verb
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_ON = (["which"], ["whose"])
ALONE = listed(
    "Treasury Senate Parliament Army Navy Admiralty Legislature Judiciary Constabulary Gendarmerie Coastguard"
)
"""Bodies of a state whose noun is their name: the Senate."""
_MEMBERS = frozenset(["democrats", "republicans", "unionists", "conservatives", "liberals", "socialists"])
"""The Senate is not the Senate Democrats."""
_PARTIES = frozenset(["by", "told", "asked", "urged", "warned", "with", "and"])
_SHORTEST = 4
"""Letters of a word that may stand for a whole name."""
_MOST = 30
"""Bodies whose names are tried on an acronym that no initials explain."""


class BodyNames:
    """The bodies of one article, each found by what a text may call it later."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.by_first_word: dict[str, list[Group]] = {}
        self.by_last_word: dict[str, list[Group]] = {}
        self.by_word: dict[str, list[Group]] = {}
        self.by_short_name: dict[str, list[Group]] = {}
        self.initials: dict[str, list[Group]] = {}
        self._own: list[Group] = []
        self._known: dict[str, list[Group]] = {}
        self._blends: dict[str, list[Group]] = {}

    def note(self, groups: Mapping[str, Group]) -> None:
        """Looks at all bodies anew; known ones only by their acronyms."""
        for table in (self.by_first_word, self.by_last_word, self.by_word, self.by_short_name, self.initials):
            table.clear()
        self._blends.clear()
        self._known.clear()
        bodies = [group for group in groups.values() if group.kind in BODY_TYPES]
        self._own = [group for group in bodies if not group.name]
        for group in groups.values():
            if group.kind is ActorType.OTHER and " " in group.key:
                self.by_first_word.setdefault(group.key.split()[0], []).append(group)
        for group in self._own:
            words = group.key.split()
            if words[-1] not in _MEMBERS:
                self.by_first_word.setdefault(words[0], []).append(group)
            for word in set(words):
                self.by_word.setdefault(word, []).append(group)
            if len(words) > 1:
                self.by_last_word.setdefault(words[-1], []).append(group)
                self.by_short_name.setdefault(group.key.removesuffix(f" {words[-1]}"), []).append(group)
        for group in bodies:
            for last in {
                name_key(n.surface).rpartition(" ")[2] for n in group.namings if group.name and " " in n.surface
            }:
                self._known.setdefault(last, []).append(group)
            for acronym in {short for surface in {n.surface for n in group.namings} for short in initials(surface)}:
                self.initials.setdefault(acronym, []).append(group)

    def blended(self, acronym: str) -> list[Group]:
        """Those whose names the acronym blends."""
        if acronym not in self._blends:
            some = self._own if len(self._own) <= _MOST else []
            self._blends[acronym] = [group for group in some if blends(acronym, group.namings[0].surface)] or [
                group for group in some if len(acronym) > 2 and holds(acronym, group.namings[0].surface)
            ]
        return self._blends[acronym]

    def is_inner(self, naming: Naming, word: str) -> bool:
        """Whether only one body has this word in its name, and it stands for it: it acts, or is `the Looms`."""
        bodies = self.by_word.get(word, ())
        if len(bodies) != 1 or " " not in bodies[0].key or len(word) < _SHORTEST or is_given(naming.surface):
            return False
        if bodies[0].key.split()[-2] in ("of", "for", "in"):
            return False
        before = self.sentences[naming.sentence].words.texts[max(0, naming.first - 1)].lower()
        return (before == "the" and word.endswith("s")) or (naming.kind is None and self.is_doer(naming))

    def is_doer(self, naming: Naming) -> bool:
        """`Tavast had planned`, `Halberd, which`: the word that opens a sentence is a name, as what follows shows."""
        following = word_after(self.sentences, naming)
        texts = self.sentences[naming.sentence].words.texts
        owns = texts[naming.last - 1] != bare(texts[naming.last - 1])
        return owns or is_verb(following) or (following == "," and texts[naming.last + 1 : naming.last + 2] in _ON)

    def meets(self, naming: Naming) -> bool:
        """Does something, or something is done by it or said to it."""
        texts = self.sentences[naming.sentence].words.texts
        first = naming.first - (naming.first > 0 and texts[naming.first - 1].lower() == "the")
        return self.is_doer(naming) or (first > 0 and texts[first - 1] in _PARTIES)

    def known_by_last_word(self, word: str) -> list[Group]:
        """Of bodies that the world knows, `the Council` of the Security Council."""
        return self._known.get(word, [])


def by_one_word(groups: Mapping[str, Group]) -> dict[str, Group]:
    """Bodies by the one word by which the text has already gone on speaking of them."""
    bodies = [group for group in groups.values() if group.kind in BODY_TYPES and " " in group.key]
    return {
        name_key(n.surface): group for group in bodies if not group.name for n in group.namings if len(n.words) == 1
    }
