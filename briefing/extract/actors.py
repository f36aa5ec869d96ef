"""Namings of one article put together: each actor once, under all names the text gives it."""

from __future__ import annotations

from operator import attrgetter

from briefing.extract import lexicon
from briefing.extract.adjectives import join_adjectives
from briefing.extract.body_evidence import make_bodies
from briefing.extract.body_names import ALONE, BodyNames, by_one_word
from briefing.extract.capitals import seated, stands_for_state, tell_namesakes
from briefing.extract.firms import joined, short_names
from briefing.extract.groups import (
    BODY_TYPES,
    Group,
    agree,
    is_only_origin,
    join_capitals,
    join_nicknames,
    join_papers,
    join_tails,
    join_turned,
    latest_before,
    legal_forms,
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
)
from briefing.extract.people_groups import CROWNED, People
from briefing.extract.reading import is_head
from briefing.extract.singles import kind_of_single
from briefing.extract.surnames import name_words, without_article
from briefing.extract.words import bare
from briefing.model.actor import ActorType

_DIRECTIONS = frozenset(["Eastern", "Western", "Northern", "Southern", "Upper", "Lower"])
"""Before the name of a region."""
_GIVING = ("to", "from", "between")
"""Before places, and before whom something is given to."""


class Merger(People):
    """Builds groups from the surest namings to the least sure."""

    def __init__(self, value: str, sentences: list[Sentence], namings: list[Naming]) -> None:
        self.value, self.sentences, self.namings = value, sentences, namings
        super().__init__()
        self._defined: dict[int, str] = {}
        self._acronyms: dict[str, str] = {}
        self._companies: dict[str, str] = {}
        self._seated: dict[str, Entry] = {}
        self._shortened: set[str] = set()
        """Names of bodies without their last word."""
        self._bodies = BodyNames(sentences)
        self._scenes: set[str] = set()
        """Single names that stand after in, at, near: places, whatever body is named after them."""

    def merge(self) -> list[Group]:
        """The groups, each with at least one naming, in the order of first mention."""
        for long, short in bracketed(self.value, self.namings):
            if fits(short.surface, long.surface) or (not short.entry and may_be_foreign(short.surface, long)):
                self._defined[id(short)] = long.surface
                self._acronyms.setdefault(plain_acronym(short.surface), long.surface)
        again = {id(left): right for left, right in in_another_script(self.value, self.namings)}
        second = {id(right) for right in again.values()}
        first_sight = [naming for naming in self.namings if id(naming) not in second]
        tell_namesakes(self.namings)
        bodies = (one.words for one in self.namings if one.kind in BODY_TYPES and len(one.words) > 2)
        self._shortened = {name_key(" ".join(words[:-1])) for words in bodies}
        self._companies = short_names(self.namings)
        self._seated = seated(self.namings)
        first_sight = joined(self.value, first_sight, self._companies)
        self._scenes = {name_key(one.surface) for one in self.namings if not one.entry and self._is_scene(one)}
        waiting = [naming for naming in first_sight if not self._place_sure(naming)]
        self._bodies.note(self.groups)
        waiting = [naming for naming in waiting if not self._place_body(naming)]
        self._bodies.note(self.groups)
        join_turned(self.groups)
        join_tails(self.groups)
        join_papers(self.groups)
        join_capitals(self.groups)
        self._bodies.note(self.groups)
        waiting = [naming for naming in waiting if not self._place_acronym(naming)]
        self._note_unsure()
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
        before = texts[first - 1] if first else ""
        return (naming.scenery and before not in _GIVING) or before in _DIRECTIONS

    def _place_sure(self, naming: Naming) -> bool:
        company = None if naming.entry else self._company(naming)
        if company:
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
        if naming.kind is ActorType.PERSON and not naming.role and name_key(naming.surface) in self._shortened:
            return False  # Move Forward, which is a party further up
        if naming.kind is ActorType.PERSON:
            self._place_person(naming)
        else:
            self._add(name_key(naming.surface), naming.kind, naming)
        return True

    def _company(self, naming: Naming) -> str:
        """The key of the firm whose short name this is; a town is not the bank that is named after it."""
        key = name_key(naming.surface)
        company = self._companies.get(key) or ""
        if naming.role and not company:
            company = self._companies.get(f"{naming.role} {key}") or ""  # General Mills
        is_town = key in self._scenes and company.rpartition(" ")[2] not in legal_forms()
        return "" if is_town else company

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
            elif not bodies and naming.surface in ALONE and (words[0] in self.groups or self._bodies.meets(naming)):
                self._add(words[0], ActorType.ORGANISATION, naming)
            return True
        if naming.role in CROWNED and len(words) == 1 and naming.sure:
            self._place_crowned(naming, words[0])
            return True
        people = self._people.get(words[-1]) or self._people.get(without_article(words[-1])) or []
        is_firm = naming.kind is ActorType.ORGANISATION and (naming.entry or self._bodies.by_first_word.get(words[0]))
        if people and len(words) == 1 and (firm := self._firm_of(naming, people)):
            firm.namings.append(naming)
            return True
        if people and len(words) == 1 and self._place_spouse(naming, people):
            return True
        if people and len(words) == 1 and naming.kind is not ActorType.ARMED_GROUP and not is_firm:
            nearest = latest_before(people, naming)
            naming.hint, naming.kind = None, ActorType.PERSON
            nearest.namings.append(naming)
            return True
        if self._place_short(naming):
            return True
        may_be = naming.kind is None or (naming.kind is ActorType.ORGANISATION and naming.surface[0].isupper())
        if len(words) == 1 and may_be and words[0] not in self._scenes:
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
            if len(words) == 1 and (somebody := self._unsure.get(words[0])):
                self._make_person(somebody)  # Mr. Rusk is Velin Rusk, whatever the tagger takes him for
                latest_before(self._people[words[0]], naming).namings.append(naming)
            else:
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

    def _place_rest(self, waiting: list[Naming]) -> None:
        """Single unknown names: kept where the text says what they are or names them again."""
        by_key: dict[str, list[Naming]] = {}
        for naming in waiting:
            by_key.setdefault(name_key(naming.surface), []).append(naming)
        fresh = set()
        parts = by_one_word(self.groups)
        for key, namings in by_key.items():
            kind = kind_of_single(self.sentences, namings)
            people = self._people.get(key.rpartition(" ")[2], ()) if " " in key and kind else ()
            if len(people) == 1 and " " not in people[0].key and not any(naming.sure for naming in namings):
                for naming in namings:  # Velin Rusk, who is Mr. Rusk elsewhere
                    naming.kind, naming.hint = ActorType.PERSON, None
                people[0].namings.extend(namings)
            elif key in parts and key not in self.groups and kind in (None, ActorType.ORGANISATION):
                parts[key].namings.extend(namings)  # Marun of the Institut Marun, wherever it stands
            elif key in self.groups:
                self.groups[key].namings.extend(namings)
            elif kind:
                fresh.add(key)
                for naming in namings:
                    self._add(key, kind, naming)
        join_adjectives(self.groups, by_key, fresh, self.sentences)
