"""Actors corrected: whom the reader means, and the boxes to merge, rename, retype and split by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.app.draw.why import spelled
from briefing.app.layout import PaneName
from briefing.app.panes.chooser import Chooser, Option
from briefing.model.actor import Actor, ActorId, ActorType
from briefing.model.fold import fold
from briefing.model.wording import counted
from briefing.notebook import decisions

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.library.offers import Offer
    from briefing.notebook.subject import ActorSubject

_NEAR = 20
"""Actors that are looked up by what is typed."""


class Meant(NamedTuple):
    """An actor that the reader means: for the notebook, and as it is shown."""

    subject: ActorSubject
    name: str
    type: ActorType
    names: tuple[str, ...]
    """Its other names, as far as they are known here."""
    entry: ActorId | None
    """In the store; None for one of the open article."""


def meant(desk: Desk) -> Meant | None:
    """The actor under the cursor, or the one whose mentions the reader walks; says where there is none."""
    found = _meant(desk)
    if found is None:
        desk.say("Put the cursor on an actor first.")
    return found


def _meant(desk: Desk) -> Meant | None:
    if desk.active is PaneName.PAGE:
        return _of_entry(desk, desk.paging.page.whom) if desk.paging.page else None
    entry = desk.who.current if desk.active is PaneName.WHO else None
    if entry is not None and entry.row is not None:
        return _of_entry(desk, entry.row.id)
    actor = entry.actor if entry is not None else desk.reader.actor
    return _of_article(desk, actor) if actor is not None else None


def _of_entry(desk: Desk, known: ActorId | None) -> Meant | None:
    library = desk.app.library
    subject = library.actor_subject(known) if known is not None else None
    if subject is None or known is None:
        return None
    row = next((row for row in desk.who.rows or () if row.id == known), None)
    corrections = library.notebook.actors
    name = corrections.renames.get(subject.key, row.name if row else subject.name)
    kind = corrections.retypes.get(subject.key, row.type.value if row else subject.type)
    return Meant(subject, name, ActorType(kind), row.aliases if row else (), known)


def _of_article(desk: Desk, actor: Actor) -> Meant | None:
    from briefing.library.subjects import shown_subject

    view = desk.reader.view
    if view is None:
        return None
    subject = shown_subject(actor, view.article, desk.app.library.notebook.actors)
    spellings = (mention.surface for mention in actor.mentions)
    names = dict.fromkeys(each for each in (*actor.aliases, *spellings) if fold(each) != fold(actor.name))
    return Meant(subject, actor.name, actor.type, tuple(names), None)


# -- merging


def merge(desk: Desk, name: str) -> None:
    """Lets choose into whom the actor is merged, those with a like name first; typing finds everybody."""
    if (actor := meant(desk)) is None or not desk.writable():
        return
    from briefing.model.actor import actor_id

    library = desk.app.library
    apart = actor.entry or actor_id(actor.subject.name, actor.subject.type)
    names = (actor.name, *actor.names)
    desk.say("Looking for names like it…")
    desk.errands.run(
        lambda: library.offers(names, actor.type, apart), lambda offers: _Merging(desk, actor, offers).choose(name)
    )


class _Merging:
    """The box while it is open; names that it does not hold yet are looked up as they are typed."""

    def __init__(self, desk: Desk, actor: Meant, offers: Sequence[Offer]) -> None:
        self._desk, self._actor = desk, actor
        self._targets: dict[str, ActorSubject | ActorId] = {}
        here = self._of_article()
        near = self._of_library([offer for offer in offers if offer.alike])
        others = self._of_library([offer for offer in offers if not offer.alike])
        self._box = Chooser(f"MERGE {actor.name} INTO", [*near, *here, *others], self._take)
        self._box.typed = self._look

    def choose(self, name: str) -> None:
        desk = self._desk
        desk.message = ""
        if desk.chooser or desk.prompt:
            return  # the reader has gone on to something else
        desk.dictation.choose(self._box)
        if name:
            self._box.prompt.replace(name)
            self._box.narrow()

    def _of_article(self) -> list[Option]:
        """Actors of the open article that the store may not know yet."""
        view = self._desk.reader.view
        if self._actor.entry is not None or view is None or view.findings is None or not view.findings.actors:
            return []
        from briefing.library.subjects import shown_subject

        corrections = self._desk.app.library.notebook.actors
        subjects = {shown_subject(each, view.article, corrections): each for each in view.findings.actors}
        options = []
        for subject, each in subjects.items():
            if subject.key != self._actor.subject.key:
                shared = {fold(name) for name in each.aliases} & {fold(name) for name in self._actor.names}
                options.append((not shared, each.type is not self._actor.type, subject, each))
        options.sort(key=lambda one: (one[0], one[1], -len(one[3].mentions)))
        return [self._option(subject, each.name, each.type, "in this article") for _, _, subject, each in options]

    def _of_library(self, offers: Sequence[Offer]) -> list[Option]:
        from briefing.library.shown_rows import ids

        known = {ids(each.key) for each in self._targets.values() if not isinstance(each, str)}
        return [
            self._option(offer.id, offer.name, offer.type, f"{_articles(offer.articles)}  {offer.alike}".rstrip())
            for offer in offers
            if offer.id not in known
        ]

    def _option(self, target: ActorSubject | ActorId, name: str, kind: ActorType, after: str) -> Option:
        value = str(len(self._targets))
        self._targets[value] = target
        return Option(value, name, before=spelled(kind), after=after)

    def _look(self, text: str) -> None:
        """Where nothing that is offered holds what is typed."""
        desk, library = self._desk, self._desk.app.library
        if self._box.current is None and text.strip():
            desk.errands.run(lambda: library.find_actors(text, _NEAR), lambda rows: self._add(rows, text))

    def _add(self, rows: Sequence[object], text: str) -> None:
        from briefing.model.hit import ActorRow

        known = set(map(str, self._targets.values()))
        found = [row for row in rows if isinstance(row, ActorRow) and row.id not in known]
        if self._desk.chooser is self._box and self._box.prompt.text == text and found:
            self._box.add([self._option(row.id, row.name, row.type, _articles(row.articles)) for row in found])
            self._desk.refresh()

    def _take(self, value: str) -> None:
        desk, target = self._desk, self._targets[value]
        subject = desk.app.library.actor_subject(target) if isinstance(target, str) else target
        if subject is None:
            desk.say("This actor is not named any more.", error=True)
        elif subject.key == self._actor.subject.key:
            desk.say("That is the same actor.")
        else:
            desk.correcting.decide(decisions.merge(self._actor.subject, subject))


def _articles(count: int) -> str:
    return counted(count, "article")


# -- name and type


def rename(desk: Desk, name: str) -> None:
    """Another name, typed or one of those it bears."""
    if (actor := meant(desk)) is None or not desk.writable():
        return
    if name:
        desk.correcting.decide(decisions.rename(actor.subject, name))
        return
    is_renamed = actor.subject.key in desk.app.library.notebook.actors.renames
    own = [Option("own", actor.subject.name, before="back to")] if is_renamed else []

    def rows(text: str) -> list[Option]:
        typed = text.strip()
        wish = Option(f"={typed}" if typed else "", typed or "type the name", before="call it")
        return [wish, *(Option(f"={each}", each, before="or") for each in actor.names), *own]

    def choose(value: str) -> None:
        if value == "own":
            desk.correcting.decide(decisions.unrename(actor.subject))
        elif value:
            desk.correcting.decide(decisions.rename(actor.subject, value[1:]))

    desk.dictation.choose(Chooser(f"RENAME {actor.name}", [], choose, made=rows))


def retype(desk: Desk, kind: str) -> None:
    """Another type, named or chosen."""
    if (actor := meant(desk)) is None or not desk.writable():
        return
    wanted = kind.strip().lower().replace(" ", "_")
    if wanted and wanted not in set(ActorType):
        desk.say(f"A type is one of {', '.join(map(spelled, ActorType))}, not “{kind}”.", error=True)
    elif wanted:
        desk.correcting.decide(decisions.retype(actor.subject, wanted))
    else:
        options = [Option(each.value, spelled(each)) for each in ActorType]
        if actor.subject.key in desk.app.library.notebook.actors.retypes:
            options.append(Option("own", "what the rules take it for", before="back to"))
        chooser = Chooser(f"TYPE OF {actor.name}", options, lambda value: _retype(desk, actor.subject, value))
        chooser.move_to(actor.type.value)
        desk.dictation.choose(chooser)


def _retype(desk: Desk, subject: ActorSubject, value: str) -> None:
    desk.correcting.decide(decisions.unretype(subject) if value == "own" else decisions.retype(subject, value))


# -- splitting


def split(desk: Desk, name: str) -> None:
    """A name taken off: named, or one of those the actor bears."""
    if (actor := meant(desk)) is None or not desk.writable():
        return
    if name:
        _split(desk, actor, name)
        return
    counts = dict(desk.app.library.names_of(actor.entry)) if actor.entry else dict.fromkeys(actor.names, 0)
    if not counts:
        desk.say(f"{actor.name} has no other name to split off.")
        return
    options = [Option(each, each, after=_articles(uses) if uses else "") for each, uses in counts.items()]
    desk.dictation.choose(
        Chooser(f"SPLIT OFF {actor.name}: which name?", options, lambda value: _split(desk, actor, value))
    )


def _split(desk: Desk, actor: Meant, name: str) -> None:
    names = desk.app.library.names_of(actor.entry) if actor.entry else [(each, 0) for each in actor.names]
    spelling = next((each for each, _ in names if fold(each) == fold(name)), "")
    if not spelling:
        desk.say(f"{actor.name} has no other name “{name}”.", error=True)
        return
    bearers = desk.app.library.bearers_of(actor.entry, spelling) if actor.entry else [actor.subject]
    desk.correcting.decide(*(decisions.split(each, spelling) for each in bearers))


# -- ignoring and pinning


def ignore(desk: Desk) -> None:
    """Not shown any more, or shown again."""
    if (actor := meant(desk)) is not None and desk.writable():
        ignored = actor.subject.key in desk.app.library.notebook.actors.ignored
        desk.correcting.decide(decisions.unignore(actor.subject) if ignored else decisions.ignore(actor.subject))


def list_ignored(desk: Desk) -> None:
    """The actors that are not shown, to show one again."""
    corrections = desk.app.library.notebook.actors
    subjects = [corrections.subjects[key] for key in sorted(corrections.ignored)]
    if not subjects:
        desk.say("No actor is ignored: i on an actor does that.")
        return
    options = [
        Option(str(at), each.name, before=each.type.replace("_", " "), after="show it again")
        for at, each in enumerate(subjects)
    ]

    def choose(value: str) -> None:
        desk.correcting.decide(decisions.unignore(subjects[int(value)]))

    desk.dictation.choose(Chooser("IGNORED ACTORS", options, choose))


def pin(desk: Desk) -> None:
    """Before the others of its section, or in its place again."""
    if (actor := meant(desk)) is not None and desk.writable():
        pinned = actor.subject.key in desk.app.library.notebook.actors.pinned
        desk.correcting.decide(decisions.unpin(actor.subject) if pinned else decisions.pin(actor.subject))
