"""What holds after all lines of a journal, whatever their order; kept so that each question is one look-up.

Of each thing the latest line about it decides (by time, then by id) among those that are not taken back. A line is
taken back while any undo of it holds; an undo is taken back in the same way, by a redo.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping

from briefing.model.typed import ClassVar, Protocol, TypeVar, cast
from briefing.notebook.act import Act, Do
from briefing.notebook.deeds import DEEDS, OF_ARTICLES, Kind, article_of, key_of, moved
from briefing.notebook.subject import ArticleSubject, article_named


class View(Protocol):
    """Answers made from what holds of some kinds; made anew when something of these changed."""

    KINDS: ClassVar[frozenset[Kind]]

    @classmethod
    def of(cls, state: State) -> View: ...


V = TypeVar("V", bound=View)


class State:
    """All lines, and what each of them comes to."""

    def __init__(self) -> None:
        self.latest = 0
        """The time of the latest line."""
        self._acts: dict[str, Act] = {}
        self._lines: dict[Kind, dict[Hashable, list[Act]]] = {kind: {} for kind in Kind}
        """All lines about one thing, unless one that holds is the only one."""
        self._held: dict[Kind, dict[Hashable, Act]] = {kind: {} for kind in Kind}
        self._undos: dict[str, list[str]] = {}
        self._undone: set[str] = set()
        self._groups: dict[str, list[Act]] = {}
        self._bodies: dict[str, Act] = {}
        self._known_as: dict[str, str] = {}
        self._now: dict[str, list[str]] = {}
        """The other way: the ids that an article has now."""
        self._changes: dict[Kind, int] = dict.fromkeys(Kind, 0)
        self._views: dict[type, tuple[int, object]] = {}

    def __len__(self) -> int:
        return len(self._acts)

    def __contains__(self, line: object) -> bool:
        return line in self._acts

    def take(self, acts: Iterable[Act]) -> list[Act]:
        """Takes in more lines; gives those that were not there yet."""
        new, undos = [], []
        for act in acts:
            if act.id in self._acts:
                continue
            self._acts[act.id] = act
            new.append(act)
            if act.at > self.latest:
                self.latest = act.at
            if act.do is Do.UNDO:
                self._undos.setdefault(act.of, []).append(act.id)
                undos.append(act.id)
            else:
                self._place(act)
        if undos:
            self._settle(undos)
        return new

    def act(self, line: str) -> Act | None:
        """The act of a line."""
        return self._acts.get(line)

    def is_undone(self, act: Act) -> bool:
        """Whether an act was taken back, by itself or with all that was decided in one go with it."""
        return act.id in self._undone or (bool(act.group) and act.group in self._undone)

    def held(self, kind: Kind, key: Hashable) -> Act | None:
        """The line that decides about a thing; for a renamed article the one under its old id."""
        act = self._held[kind].get(key)
        if act is None and self._known_as and kind in OF_ARTICLES:
            old = self._known_as.get(article_of(key))
            act = self._held[kind].get(moved(key, old)) if old is not None else None
        return act

    def decides(self, act: Act) -> bool:
        """Whether it is this act, or one decided in one go with it, that something hangs on now."""
        together = (act, *self._groups.get(act.id, ()))
        return any(self._held[DEEDS[each.do].kind].get(key_of(each)) is each for each in together)

    def members(self, act: Act) -> int:
        """How many were decided in one go."""
        return 1 + len(self._groups.get(act.id, ()))

    def current(self, kind: Kind) -> Mapping[Hashable, Act]:
        """Everything that is decided of a kind, articles under the ids that they have now."""
        held = self._held[kind]
        if kind not in OF_ARTICLES or not self._now:
            return held
        found = {key: act for key, act in held.items() if article_of(key) not in self._now}
        for key, act in held.items():
            for now in self._now.get(article_of(key), ()):
                found.setdefault(moved(key, now), act)
        return found

    def contested(self, kind: Kind) -> Iterator[list[Act]]:
        """The lines that hold about things of which there is more than one."""
        for lines in self._lines[kind].values():
            yield [act for act in lines if not self.is_undone(act)]

    def ids(self, kind: Kind) -> set[str]:
        """All articles of which it holds, under the ids they have now and those they had."""
        found = self._held[kind]
        held = {cast(str, key) for key, act in found.items() if DEEDS[act.do].says}
        return held | {now for now, old in self._known_as.items() if old in held and now not in found}

    def now(self, article: str) -> list[str]:
        """The ids that an article has now: its own, or those it was renamed to."""
        return self._now.get(article) or [article]

    def bodies(self) -> dict[str, str]:
        """Under which id each text was known last."""
        return {body: _article(act) for body, act in self._bodies.items()}

    def follow(self, renamed: Mapping[str, str]) -> None:
        """Articles that were renamed: their id now and the one they were known by."""
        if renamed == self._known_as:
            return
        self._known_as = dict(renamed)
        self._now = {}
        for now, old in renamed.items():
            self._now.setdefault(old, []).append(now)
        for kind in (*OF_ARTICLES, Kind.NOTE):
            self._changes[kind] += 1

    def view(self, make: type[V]) -> V:
        """Answers of one sort; the same object as before while nothing of its kinds has changed."""
        changes = sum(self._changes[kind] for kind in make.KINDS)
        kept = self._views.get(make)
        if kept is None or kept[0] != changes:
            kept = self._views[make] = (changes, make.of(self))
        return cast(V, kept[1])

    def _place(self, act: Act) -> None:
        kind, key = DEEDS[act.do].kind, key_of(act)
        holding, several = self._held[kind], self._lines[kind]
        held, undone = holding.get(key), bool(self._undone) and self.is_undone(act)
        if several and (lines := several.get(key)) is not None:
            lines.append(act)
        elif held is not None or undone:
            several[key] = [held, act] if held is not None else [act]
        if not undone and (held is None or _is_later(act, held)):
            holding[key] = act
            self._changes[kind] += 1
        if act.group:
            self._groups.setdefault(act.group, []).append(act)
        subject = act.subject
        article = subject if type(subject) is ArticleSubject else article_named(subject)
        if article is not None and article.body:
            known = self._bodies.setdefault(article.body, act)
            if known is not act and _is_later(act, known):
                self._bodies[article.body] = act

    def _settle(self, undos: list[str]) -> None:
        """Looks again at all that new undos lead to: linear in them, however they hang on each other."""
        above: set[str] = set()
        order: list[str] = []
        for line in undos:
            while line not in above:
                above.add(line)
                act = self._acts.get(line)
                if act is None or act.do is not Do.UNDO:
                    order.append(line)
                    break
                line = act.of
        for line in order:  # from the acts to their undos, to the undos of these; the list grows
            order.extend(undo for undo in self._undos.get(line, ()) if undo in above)
        turned = [line for line in reversed(order) if self._turn(line)]
        for kind, key in {each for line in turned for each in self._things(line)}:
            self._decide(kind, key)

    def _turn(self, line: str) -> bool:
        undone = any(undo not in self._undone for undo in self._undos.get(line, ()))
        if undone == (line in self._undone):
            return False
        self._undone ^= {line}
        return True

    def _things(self, line: str) -> Iterator[tuple[Kind, Hashable]]:
        """What an act and those of its group are about."""
        act = self._acts.get(line)
        own = [act] if act is not None and act.do is not Do.UNDO else []
        for each in (*own, *self._groups.get(line, ())):
            yield DEEDS[each.do].kind, key_of(each)

    def _decide(self, kind: Kind, key: Hashable) -> None:
        held = self._held[kind].pop(key, None)
        lines = self._lines[kind].setdefault(key, [held] if held is not None else [])
        holding = [act for act in lines if not self.is_undone(act)]
        if holding:
            self._held[kind][key] = max(holding, key=lambda act: (act.at, act.id))
        self._changes[kind] += 1


def _is_later(act: Act, other: Act) -> bool:
    return act.at > other.at or (act.at == other.at and act.id > other.id)


def _article(act: Act) -> str:
    article = article_named(act.subject)
    return article.article if article is not None else ""
