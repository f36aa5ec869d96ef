"""What holds after all acts of a journal, kept so that each question is one look-up."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.notebook.act import Act, Do

READ, STAR = "read", "star"
_SETS = {
    Do.READ.value: (READ, True),
    Do.UNREAD.value: (READ, False),
    Do.STAR.value: (STAR, True),
    Do.UNSTAR.value: (STAR, False),
}


class State:
    """Acts in the order of the file; the last one that was not taken back decides."""

    def __init__(self) -> None:
        self._acts: dict[str, tuple[str, str]] = {}
        """By line: what was done, and to which article (for an undo: the line it takes back)."""
        self._undone: set[str] = set()
        self._lines: dict[str, dict[str, tuple[str, ...]]] = {READ: {}, STAR: {}}
        self._holds: dict[str, dict[str, bool]] = {READ: {}, STAR: {}}
        self._bodies: dict[str, str] = {}
        self._known_as: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._acts)

    def apply(self, act: Act) -> None:
        """Takes in one more line; one that is there already, as after a merge of two files, changes nothing."""
        if act.id in self._acts:
            return
        if act.do == Do.UNDO:
            self._acts[act.id] = (act.do, act.of)
            if act.id not in self._undone:
                self._turn(act.of)
            return
        kind = _SETS.get(act.do)
        if kind is None:
            return
        self._acts[act.id] = (act.do, act.article)
        self._lines[kind[0]][act.article] = (*self._lines[kind[0]].get(act.article, ()), act.id)
        if act.id not in self._undone:
            self._holds[kind[0]][act.article] = kind[1]
        if act.body:
            self._bodies[act.body] = act.article

    def is_undone(self, line: str) -> bool:
        """Whether an act was taken back."""
        return line in self._undone

    def holds(self, kind: str, article: str) -> bool:
        """Whether an article is read, or starred; for a renamed one what held under its old id."""
        found = self._holds[kind].get(article)
        if found is None and article in self._known_as:
            found = self._holds[kind].get(self._known_as[article])
        return bool(found)

    def ids(self, kind: str) -> set[str]:
        """All articles for which it holds, under the ids they have now."""
        held = self._holds[kind]
        found = {article for article, holds in held.items() if holds}
        return found | {now for now, old in self._known_as.items() if now not in held and held.get(old)}

    def bodies(self) -> Mapping[str, str]:
        """Under which id each text was known last."""
        return self._bodies

    def follow(self, renamed: Mapping[str, str]) -> None:
        """Articles that were renamed: their id now and the one they were known by."""
        self._known_as = dict(renamed)

    def _turn(self, line: str) -> None:
        """Takes an act back, or lets it hold again; through undos of undos down to the act itself."""
        while True:
            self._undone ^= {line}
            act = self._acts.get(line)
            if act is None:
                return
            if act[0] != Do.UNDO:
                self._decide(_SETS[act[0]][0], act[1])
                return
            line = act[1]

    def _decide(self, kind: str, article: str) -> None:
        for line in reversed(self._lines[kind].get(article, ())):
            if line not in self._undone:
                self._holds[kind][article] = _SETS[self._acts[line][0]][1]
                return
        self._holds[kind].pop(article, None)
