"""One article as it was marked by hand beside the same article as the program reads it.

What is marked optional counts neither way. The ties of an actor count once for each time (`links_mention`) and once for
each value (`links_value`; in `links_coarse` 2021-05 will do for 2021-05-12). Durations are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from tests.eval.counting import LINKS, Count, Score

Json = dict[str, Any]
_EDGES = " .,;:\"“”'()[]"
_TITLES = tuple(
    f"{title} "
    for title in (
        *("the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "colonel", "col", "general", "gen", "judge", "governor"),
        *("president", "premier", "minister", "prime minister", "foreign minister", "defence minister"),
        *("deputy defense minister", "elder", "warlord"),
    )
)


def plain(name: str) -> str:
    """A name as it is compared: folded, without an article, a title, a possessive or marks at its edges."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "'")
    bare = re.sub(r"'s?$", "", " ".join(folded.split()).strip(_EDGES))
    while shorter := next((bare.removeprefix(title) for title in _TITLES if bare.startswith(title)), ""):
        bare = shorter
    return bare


def _plain_all(names: Iterable[str]) -> set[str]:
    return {plain(name) for name in names} - {""}


def _meet(one: Json, other: Json) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _agrees(value: str | None, gold: Json, coarse: bool = False) -> bool:
    """Whether this value is the marked one, or one that was accepted beside it."""
    if not coarse:
        return value == gold["value"] or (value is not None and value in gold["accept"])
    if value is None or gold["value"] is None:
        return value is None and gold["value"] is None
    return any(value.startswith(each) or each.startswith(value) for each in (gold["value"], *gold["accept"]) if each)


def _shows(sentence: Sequence[int], gold: Sequence[int]) -> bool:
    """Whether the evidence reaches into the marked sentence without taking in much more than it."""
    return (
        sentence[0] < gold[1] and gold[0] < sentence[1] and sentence[1] - sentence[0] <= 1.5 * (gold[1] - gold[0]) + 40
    )


class Comparison:
    """One article: what was marked beside what was found."""

    def __init__(self, gold: Json, found: Json) -> None:
        self.gold, self.found, self.score = gold, found, Score()
        self.names = [_plain_all((actor["name"], *actor["aliases"])) for actor in found["actors"]]
        self.gold_names = [_plain_all((actor["canonical"], *actor["aliases"])) for actor in gold["actors"]]
        self.gold_told = [_plain_all(actor["descriptions"]) for actor in gold["actors"]]
        self.told = [_plain_all(actor["descriptions"]) for actor in found["actors"]]
        self.pairs: dict[int, int] = {}
        """The marked actor of each found one."""

    def run(self) -> Score:
        """Counts everything."""
        day = self.found["publication_date"]
        self.score.check("publication date", day == self.gold["publication_date"])
        if day != self.gold["publication_date"]:
            self._wrong("publication date", day, "not", self.gold["publication_date"])
        self._pair()
        self._actors()
        for at, gold_at in self.pairs.items():
            self._names(at, gold_at)
        self._times()
        for measure in LINKS:
            self._missed_links(measure)
            self._found_links(measure)
        return self.score

    def _wrong(self, *words: object) -> None:
        self.score.errors.append(f"{self.gold['doc']}: {' '.join(map(str, words))}")

    def _pair(self) -> None:
        """One to one, those first that share most names; a shared description weighs a tenth of a name."""
        close = []
        for at, names in enumerate(self.names):
            for gold_at, (wanted, told) in enumerate(zip(self.gold_names, self.gold_told, strict=True)):
                if names & (wanted | told):
                    close.append((len(names & wanted) + 0.1 * len(names & self.told[at]), at, gold_at))
        close.sort(reverse=True)
        for _, at, gold_at in close:
            if at not in self.pairs and gold_at not in self.pairs.values():
                self.pairs[at] = gold_at
        taken = set(self.pairs.values())
        self.score.tally["split actors"] += sum(at not in self.pairs for _, at, _ in close)
        self.score.tally["merged actors"] += sum(gold_at not in taken for _, _, gold_at in close)

    def _actors(self) -> None:
        count, taken, noise = self.score.counts["actors"], set(self.pairs.values()), _plain_all(self.gold["noise"])
        for gold_at, actor in enumerate(self.gold["actors"]):
            if actor["optional"]:
                continue
            count.wanted += 1
            count.recalled += gold_at in taken
            if gold_at not in taken:
                self._wrong("missed actor", actor["canonical"])
                self.score.counts["aliases"].wanted += len(self.gold_names[gold_at])
                self.score.counts["descriptions"].wanted += len(self.gold_told[gold_at])
        for at, names in enumerate(self.names):
            if at not in self.pairs:
                self.score.tally["noise actors"] += bool(names & noise)
                self._wrong("noise" if names & noise else "extra", "actor", sorted(names))
            elif self.gold["actors"][self.pairs[at]]["optional"]:
                continue
            count.found += 1
            count.right += at in self.pairs

    def _names(self, at: int, gold_at: int) -> None:
        actor, names, told = self.gold["actors"][gold_at], self.gold_names[gold_at], self.gold_told[gold_at]
        self.score.check("type", self.found["actors"][at]["type"] == actor["type"])
        shared, extra = len(self.names[at] & names), self.names[at] - names - told
        self.score.counts["aliases"].add(Count(shared, len(names), shared, shared + len(extra)))
        for what, some in (("extra", extra), ("missed", names - self.names[at])):
            if some:
                self._wrong(what, "alias of", actor["canonical"], sorted(some))
        ours = (self.names[at] & told) | (self.told[at] - names)
        recalled = sum(any(each in our or our in each for our in ours) for each in told)
        right = sum(any(each in our or our in each for each in told) for our in ours)
        if recalled < len(told) or right < len(ours):
            self._wrong("descriptions of", actor["canonical"], sorted(ours), "for", sorted(told))
        self.score.counts["descriptions"].add(Count(recalled, len(told), right, len(ours)))

    def _times(self) -> None:
        spans, values = self.score.counts["time_spans"], self.score.counts["time_values"]
        ignored = [{"start": start, "end": end} for start, end in self.gold["ignore_times"]]
        times = [time for time in self.found["times"] if not (time["value"] or "").startswith("P")]
        times = [time for time in times if not any(_meet(time, each) for each in ignored)]
        for time in times:
            met = [gold for gold in self.gold["times"] if _meet(time, gold)]
            if met and all(gold["optional"] for gold in met):
                continue
            right = any(_agrees(time["value"], gold) for gold in met)
            spans.add(Count(right=bool(met), found=1))
            values.add(Count(right=right, found=1))
            if not right:
                self._wrong("wrong value" if met else "extra time", time["text"], time["value"])
        for gold in self.gold["times"]:
            if gold["optional"]:
                continue
            met = [time for time in times if _meet(time, gold)]
            spans.add(Count(recalled=bool(met), wanted=1))
            values.add(Count(recalled=any(_agrees(time["value"], gold) for time in met), wanted=1))
            if met:
                self.score.check("precision", any(time["precision"] == gold["precision"] for time in met))
            else:
                self._wrong("missed time", gold["text"])

    @cached_property
    def _gold_links(self) -> list[tuple[int, Json]]:
        """The marked ties, each with its actor's place and its time's span."""
        places = {actor["id"]: at for at, actor in enumerate(self.gold["actors"])}
        times = {time["start"]: time for time in self.gold["times"]}
        return [(places[link["actor"]], {**times[link["time"]], **link}) for link in self.gold["links"]]

    @cached_property
    def _links(self) -> list[tuple[int, Json]]:
        return [(at, tie) for at, actor in enumerate(self.found["actors"]) for tie in actor["dates"]]

    def _same(self, measure: str, at: int, tie: Json, gold_at: int, link: Json) -> bool:
        if self.pairs.get(at) != gold_at:
            return False
        if measure == "links_mention":
            return _meet(tie, link)
        agreed = _agrees(tie["value"], link, coarse=measure == "links_coarse")
        # Without a value two ties are the same only where they hang on the same words.
        return agreed and (link["value"] is not None or _meet(tie, link))

    def _missed_links(self, measure: str) -> None:
        groups: dict[tuple[int, object], list[tuple[int, Json]]] = {}
        for gold_at, link in self._gold_links:
            when = link["start"] if measure == "links_mention" else link["value"] or link["start"]
            groups.setdefault((gold_at, when), []).append((gold_at, link))
        for (gold_at, _), group in groups.items():
            if all(link["optional"] for _, link in group):
                continue
            hit = any(self._same(measure, *tie, *each) for tie in self._links for each in group)
            self.score.counts[measure].add(Count(recalled=hit, wanted=1))
            if not hit and measure == "links_mention":
                actor, link = self.gold["actors"][gold_at], group[0][1]
                self._wrong("missed tie of", actor["canonical"], "to", link["text"], link["value"])

    def _found_links(self, measure: str) -> None:
        seen = set()
        for place, (at, tie) in enumerate(self._links):
            owner = ("paired", self.pairs[at]) if at in self.pairs else ("extra", place)
            when = tie["start"] if measure == "links_mention" else tie["value"] or tie["start"]
            if (owner, when) in seen:
                continue
            seen.add((owner, when))
            hits = [link for gold_at, link in self._gold_links if self._same(measure, at, tie, gold_at, link)]
            if hits and all(link["optional"] for link in hits):
                continue
            if not hits and any(time["optional"] and _meet(tie, time) for time in self.gold["times"]):
                continue
            self.score.counts[measure].add(Count(right=bool(hits), found=1))
            if measure != "links_mention":
                continue
            if hits and tie.get("sentence"):
                self.score.check("evidence", any(_shows(tie["sentence"], link["sentence"]) for link in hits))
            if not hits:
                self._wrong("extra tie of", self.found["actors"][at]["name"], "to", tie["text"], tie["value"])
