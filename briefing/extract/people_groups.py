"""People of one article put together: full names, surnames, crowned heads, and who was taken for something else."""

from __future__ import annotations

from briefing.extract import lexicon
from briefing.extract.groups import Group, courtesy, gender_said
from briefing.extract.naming import Naming, name_key
from briefing.extract.surnames import first_surname, halves, name_words, same_person, without_article
from briefing.model.actor import ActorType

MOST_NAMESAKES = 30
"""People of one name that are told apart in one article."""
CROWNED = frozenset(["king", "queen", "emperor", "emir", "sultan", "pope"])
"""By given name: King Hussein is not everybody called Hussein."""
_MAY_BE_SOMEBODY = (ActorType.ORGANISATION, ActorType.PLACE, ActorType.OTHER)


class People:
    """The groups of an article, and among them its people by the words of their names."""

    def __init__(self) -> None:
        self.groups: dict[str, Group] = {}
        self._people: dict[str, list[Group]] = {}
        self._unsure: dict[str, Group] = {}
        """Names of several words, by the last, of which nothing sure says that they are no people."""

    def _note_unsure(self) -> None:
        self._unsure = {
            group.key.rpartition(" ")[2]: group
            for group in self.groups.values()
            if group.kind in _MAY_BE_SOMEBODY and " " in group.key and not any(n.sure or n.entry for n in group.namings)
        }

    def _add(self, key: str, kind: ActorType | None, naming: Naming, name: str = "") -> Group:
        group = self.groups.setdefault(key, Group(key, kind, name))
        group.namings.append(naming)
        if group.kind is None or (naming.sure and kind is not None and not group.name):
            group.kind = kind
        return group

    def _place_person(self, naming: Naming) -> None:
        words = name_words(naming.surface)
        namesakes = self._people.get(words[-1], [])[:MOST_NAMESAKES]
        only_surname = words[0] in lexicon.words("particles")
        same = [group for group in namesakes if only_surname or same_person(words, group.key.split())]
        if not same and len(words) > 1:  # Juan Miguel, of Juan Miguel Holt
            same = [group for group in self._people.get(words[0], ()) if group.key.startswith(f"{' '.join(words)} ")]
        if same:
            group = self._add(same[0].key, ActorType.PERSON, naming)
        else:
            group = self._add(" ".join(words), ActorType.PERSON, naming)
        group.starts.append(naming.span.start)
        for word in {words[-1], words[0], without_article(words[-1]), *halves(words[-1]), *first_surname(words)}:
            known = self._people.setdefault(word, [])
            if group not in known and len(known) < MOST_NAMESAKES:
                known.append(group)

    def _make_person(self, group: Group) -> None:
        self.groups.pop(group.key, None)
        self._unsure.pop(group.key.rpartition(" ")[2], None)
        for naming in group.namings:
            naming.kind, naming.hint = ActorType.PERSON, None
            self._place_person(naming)

    def _place_spouse(self, naming: Naming, people: list[Group]) -> bool:
        """Mrs Wray, where only David Wray is known: somebody else."""
        gender = courtesy(naming)
        if not gender or any(gender_said(group) in ("", gender) for group in people):
            return False
        naming.surface = naming.forms[0]
        self._add(name_key(naming.surface), ActorType.PERSON, naming)
        return True

    def _place_crowned(self, naming: Naming, name: str) -> None:
        known = self._people.setdefault(name, [])
        same = [group for group in known if any(one.role in CROWNED for one in group.namings)]
        key = same[0].key if same else f"{naming.role} {name}"
        group = self._add(key, ActorType.PERSON, naming)
        group.starts.append(naming.span.start)
        if not known:
            known.append(group)
