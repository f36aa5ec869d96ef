"""Namings of one article put together: each actor once, under all names the text gives it."""

from __future__ import annotations

from operator import attrgetter

from briefing.extract import lexicon
from briefing.extract.body_evidence import make_bodies
from briefing.extract.body_names import BodyNames
from briefing.extract.capitals import seated, stands_for_state, tell_namesakes
from briefing.extract.groups import (
    BODY_TYPES,
    Group,
    agree,
    is_only_origin,
    join_capitals,
    join_nicknames,
    join_tails,
    join_turned,
    latest_before,
)
from briefing.extract.lexicon import Entry, How
from briefing.extract.naming import Naming, Sentence, name_key
from briefing.extract.nicknames import nicknames
from briefing.extract.organisations import (
    bracketed,
    fits,
    in_another_script,
    is_acronym,
    may_be_foreign,
    plain_acronym,
    short_names,
)
from briefing.extract.reading import is_head
from briefing.extract.singles import kind_of_single, word_after
from briefing.extract.surnames import first_surname, halves, name_words, same_person, without_article
from briefing.extract.words import bare
from briefing.model.actor import ActorType

MOST_NAMESAKES = 30
"""People of one name that are told apart in one article."""
_CROWNED = frozenset(["king", "queen", "emperor", "emir", "sultan", "pope"])
"""By given name: King Hussein is not everybody called Hussein."""
_DIRECTIONS = frozenset(["Eastern", "Western", "Northern", "Southern", "Upper", "Lower"])
"""Before the name of a region."""
_DEMONYM_ENDINGS = frozenset(["ese", "ian", "ean", "an", "ans", "ians", "i", "is", "ish", "ite", "ites", "er", "ers"])


class Merger:
    """Builds groups from the surest namings to the least sure."""

    def __init__(self, value: str, sentences: list[Sentence], namings: list[Naming]) -> None:
        self.value, self.sentences, self.namings = value, sentences, namings
        self.groups: dict[str, Group] = {}
        self._people: dict[str, list[Group]] = {}
        self._defined: dict[int, str] = {}
        self._acronyms: dict[str, str] = {}
        self._companies: dict[str, str] = {}
        self._seated: dict[str, Entry] = {}
        self._bodies = BodyNames(sentences)
        self._scenes: set[str] = set()
        """Single names that stand after in, at, near: places, whatever body is named after them."""

    def merge(self) -> list[Group]:
        """The groups, each with at least one naming, in the order of first mention."""
        for long, short in bracketed(self.value, self.sentences, self.namings):
            if fits(short.surface, long.surface) or (not short.entry and may_be_foreign(short.surface, long)):
                self._defined[id(short)] = long.surface
                self._acronyms.setdefault(plain_acronym(short.surface), long.surface)
        again = {id(left): right for left, right in in_another_script(self.value, self.namings)}
        second = {id(right) for right in again.values()}
        first_sight = [naming for naming in self.namings if id(naming) not in second]
        tell_namesakes(self.namings)
        self._companies = short_names(self.namings)
        self._seated = seated(self.namings)
        self._scenes = {name_key(one.surface) for one in self.namings if not one.entry and self._is_scene(one)}
        waiting = [naming for naming in first_sight if not self._place_sure(naming)]
        self._bodies.note(self.groups)
        waiting = [naming for naming in waiting if not self._place_body(naming)]
        self._bodies.note(self.groups)
        join_turned(self.groups)
        join_tails(self.groups)
        join_capitals(self.groups)
        self._bodies.note(self.groups)
        waiting = [naming for naming in waiting if not self._place_acronym(naming)]
        waiting = [naming for naming in waiting if not self._place_part(naming)]
        self._place_rest(waiting)
        join_nicknames(self.groups, nicknames(self.value, self.sentences, self.namings))
        for group in self.groups.values():
            group.namings.extend([again[id(one)] for one in group.namings if id(one) in again])
        for group in self.groups.values():
            group.namings.sort(key=attrgetter("span.start", "span.end"))
            agree(group)
        kept = [g for g in self.groups.values() if g.namings and not is_only_origin(g, self.sentences)]
        make_bodies(kept, self.sentences)
        return sorted(kept, key=lambda group: group.namings[0].span)

    def _is_scene(self, naming: Naming) -> bool:
        texts, first = self.sentences[naming.sentence].words.texts, naming.first
        return naming.scenery or (first > 0 and texts[first - 1] in _DIRECTIONS)

    def _add(self, key: str, kind: ActorType | None, naming: Naming, name: str = "") -> Group:
        group = self.groups.setdefault(key, Group(key, kind, name))
        group.namings.append(naming)
        if group.kind is None or (naming.sure and kind is not None and not group.name):
            group.kind = kind
        return group

    def _place_sure(self, naming: Naming) -> bool:
        company = None if naming.entry else self._companies.get(name_key(naming.surface))
        if company and not (company.endswith(" group") and name_key(naming.surface) in self._scenes):
            naming.role, naming.descriptions, naming.kind, naming.hint = "", [], ActorType.ORGANISATION, None
            self._add(company, ActorType.ORGANISATION, naming)
            return True
        if naming.entry:
            people = self._people.get(name_key(naming.surface)) if naming.entry.type in BODY_TYPES else None
            if people and len(naming.words) == 1:
                naming.entry, naming.kind = None, ActorType.PERSON
                latest_before(people, naming).namings.append(naming)
                return True
            if is_acronym(naming.surface) and naming.entry.type is not ActorType.STATE:
                return False
            self._place_known(naming)
            return True
        if id(naming) in self._defined or len(naming.words) < 2 or naming.kind is None:
            return False
        if naming.words[-1] == "family" and name_key(naming.words[-2]) in self._people:
            return True  # the Norrin family of Abel Norrin
        if naming.kind is ActorType.ORGANISATION and not naming.sure:
            return False
        if naming.kind is ActorType.PERSON:
            self._place_person(naming)
        else:
            self._add(name_key(naming.surface), naming.kind, naming)
        return True

    def _place_known(self, naming: Naming) -> None:
        entry = naming.entry
        assert entry is not None
        entry = self._seated.get(naming.surface, entry)
        texts = self.sentences[naming.sentence].words.texts
        if entry.how is How.CAPITAL and not stands_for_state(texts, naming):
            naming.kind = ActorType.PLACE
            self._add(name_key(naming.surface), ActorType.PLACE, naming)
        else:
            self._add(name_key(entry.name), entry.type, naming, entry.name)

    def _place_person(self, naming: Naming) -> None:
        words = name_words(naming.surface)
        namesakes = self._people.get(words[-1], [])[:MOST_NAMESAKES]
        only_surname = words[0] in lexicon.words("particles")
        same = [group for group in namesakes if only_surname or same_person(words, group.key.split())]
        if same:
            group = self._add(same[0].key, ActorType.PERSON, naming)
        else:
            group = self._add(" ".join(words), ActorType.PERSON, naming)
        group.starts.append(naming.span.start)
        for word in {words[-1], words[0], without_article(words[-1]), *halves(words[-1]), *first_surname(words)}:
            known = self._people.setdefault(word, [])
            if group not in known and len(known) < MOST_NAMESAKES:
                known.append(group)

    def _place_acronym(self, naming: Naming) -> bool:
        long_name = self._defined.get(id(naming)) or self._acronyms.get(plain_acronym(naming.surface))
        if long_name:
            key = name_key(long_name)
            if key in self.groups:
                self._join(self.groups[key], naming)
                return True
        if not is_acronym(naming.surface):
            return False
        long = self._bodies.initials.get(plain_acronym(naming.surface), [])
        if not long and not naming.entry:
            long = self._bodies.blended(naming.surface)
        own = [group for group in long if not group.name] or long
        if len(own) == 1 and not (own[0].name and naming.entry):
            self._join(own[0], naming)
        elif naming.entry:
            self._place_known(naming)
        return len(own) == 1 or naming.entry is not None

    def _place_body(self, naming: Naming) -> bool:
        """What acts as a body but has no body's name: the short form of one that has, or one of its own."""
        if naming.kind is not ActorType.ORGANISATION or naming.sure or len(naming.words) < 2 or naming.entry:
            return False
        if id(naming) in self._defined:
            return False
        if not self._place_short(naming):
            self._add(name_key(naming.surface), naming.kind, naming)
        return True

    def _place_short(self, naming: Naming) -> bool:
        whole = self._bodies.by_short_name.get(name_key(naming.surface), []) if len(naming.words) > 1 else []
        if len(whole) == 1:
            whole[0].namings.append(naming)
        return len(whole) == 1

    def _join(self, group: Group, naming: Naming) -> None:
        """An acronym the text itself explains takes the kind of its long form, whatever the tables say."""
        naming.entry, naming.kind = None, group.kind
        group.namings.append(naming)

    def _place_part(self, naming: Naming) -> bool:
        """A surname after the full name, the head of a body's name after the whole."""
        words = name_words(naming.surface)
        if naming.sure and naming.surface in lexicon.words("parties"):
            whole = self._bodies.by_word.get(words[-1][:-1], [])
            if len(whole) == 1:
                whole[0].namings.append(naming)  # the Liberals of the Liberal Party
            else:
                self._add(name_key(naming.surface), naming.kind, naming)
            return True
        if len(words) == 1 and not naming.entry and is_head(bare(naming.surface)):
            bodies = self._bodies.by_last_word.get(words[0]) or self._bodies.by_first_word.get(words[0]) or []
            bodies = bodies or self._bodies.known_by_last_word(words[0])
            if len(bodies) > 1:
                bodies = [body for body in bodies if body.key.startswith(f"{words[0]} of ")]  # the Rovers of Aldersea
            if len(bodies) == 1:
                bodies[0].namings.append(naming)  # the Philharmonic, the Council
            return True
        if naming.role in _CROWNED and len(words) == 1 and naming.sure:
            self._place_crowned(naming, words[0])
            return True
        people = self._people.get(words[-1]) or self._people.get(without_article(words[-1])) or []
        is_firm = naming.kind is ActorType.ORGANISATION and (naming.entry or self._bodies.by_first_word.get(words[0]))
        if people and len(words) == 1 and (firm := self._firm_of(naming, people)):
            firm.namings.append(naming)
            return True
        if people and len(words) == 1 and naming.kind is not ActorType.ARMED_GROUP and not is_firm:
            nearest = latest_before(people, naming)
            naming.hint, naming.kind = None, ActorType.PERSON
            nearest.namings.append(naming)
            return True
        if self._place_short(naming):
            return True
        if len(words) == 1 and naming.kind is None and words[0] not in self._scenes:
            bodies = self._bodies.by_first_word.get(words[0], [])
            if len(bodies) == 1 and (not naming.opens or self._bodies.is_doer(naming)):
                bodies[0].namings.append(naming)
                return True
        is_body = naming.kind in BODY_TYPES
        is_plain = len(words) == 1 and not naming.entry and (not naming.sure or is_body)
        if is_plain and words[0] not in self._scenes and self._bodies.is_inner(naming, words[0]):
            self._bodies.by_word[words[0]][0].namings.append(naming)  # Thermaikos of Salonika Thermaikos
            return True
        if len(words) == 1 and words[0].endswith("s") and not naming.entry and not naming.sure:
            bodies = self._bodies.by_word.get(words[0][:-1], [])
            if len(bodies) == 1 and " " in bodies[0].key:
                bodies[0].namings.append(naming)  # the Lanterns of Grey Lantern
                return True
        if naming.kind is ActorType.PERSON and naming.sure:
            self._place_person(naming)
            return True
        return False

    def _firm_of(self, naming: Naming, people: list[Group]) -> Group | None:
        """The Varnell Group, not Ola Varnell: in `Varnell, which`, and before the text has named her."""
        bodies = self._bodies.by_first_word.get(name_key(naming.surface), ()) if not naming.role else ()
        firms = [body for body in bodies if body.namings[0].span.start < naming.span.start]
        if len(firms) != 1:
            return None
        last, texts = naming.last, self.sentences[naming.sentence].words.texts
        is_new = all(start > naming.span.start for group in people for start in group.starts)
        return firms[0] if is_new or texts[last : last + 2] == [",", "which"] else None

    def _place_crowned(self, naming: Naming, name: str) -> None:
        known = self._people.setdefault(name, [])
        same = [group for group in known if any(one.role in _CROWNED for one in group.namings)]
        key = same[0].key if same else f"{naming.role} {name}"
        group = self._add(key, ActorType.PERSON, naming)
        group.starts.append(naming.span.start)
        if not known:
            known.append(group)

    def _place_rest(self, waiting: list[Naming]) -> None:
        """Single unknown names: kept where the text says what they are or names them again."""
        by_key: dict[str, list[Naming]] = {}
        for naming in waiting:
            by_key.setdefault(name_key(naming.surface), []).append(naming)
        fresh = set()
        for key, namings in by_key.items():
            kind = kind_of_single(self.sentences, namings)
            if key in self.groups:
                self.groups[key].namings.extend(namings)
            elif kind:
                fresh.add(key)
                for naming in namings:
                    self._add(key, kind, naming)
        states = {
            group.key.rstrip("aeiouy"): group
            for group in sorted(self.groups.values(), key=lambda group: -len(group.key))
            if group.kind in (ActorType.STATE, ActorType.PLACE) and not group.name and len(group.key) > 4
        }
        for key, namings in by_key.items():
            stem = next((stem for stem in _stems(key) if stem in states), "")
            if not stem or states[stem].key == key or (key in self.groups and key not in fresh):
                continue
            self.groups.pop(key, None)
            acts = any(word_after(self.sentences, naming) in lexicon.words("state_kin") for naming in namings)
            if acts:
                for naming in namings:
                    naming.kind, naming.sure = ActorType.STATE, True
            if acts or states[stem].kind is ActorType.STATE:
                states[stem].namings.extend(namings)
                states[stem].kind = ActorType.STATE


def _stems(word: str) -> list[str]:
    """What a demonym such as Dahanese may be made of; for states that no table knows."""
    return [word.removesuffix(ending) for ending in _DEMONYM_ENDINGS if word.endswith(ending)]
