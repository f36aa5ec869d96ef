"""How well an article is read: publication day, actors, their names, times, ties and evidence, against marks by hand.

`python -m tests.eval.actors [FOLDER…] [--errors] [--extractor NAME]` scores each folder of marks by itself; without
one, both readers', the practice set, its part set aside and the set held out, then one reader against the other. The
scheme is in `tests/gold/README.md`. Articles come from `corpus/`, from `tests/gold/texts/`, or from `seeds/` below
BRIEFING_DATA. Nobody tunes on the set held out, so its errors are never shown. `--write-floor` records the figures
below which `test_floor.py` lets nothing fall.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from briefing.extract.record import record
from briefing.extract.registry import RULES, Extractor, names, open_extractor
from briefing.formats.registry import read_file
from briefing.model.article import Article
from tests.eval.comparison import Comparison, Json
from tests.eval.counting import Count, Score

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
READERS = (GOLD / "reader_a", GOLD / "reader_b")
PRACTICE, CHECK = GOLD / "practice", GOLD / "check"
HELD_OUT = GOLD / "unseen"
GUARDED = {"readers": READERS, "practice": (PRACTICE,), "check": (CHECK,)}
"""Sets of marks below whose recorded figures `test_floor.py` lets nothing fall."""
FLOOR = Path(__file__).with_name("floor.json")
FLOORED = ("actors", "aliases", "time_values", "links_mention", "links_value")
_LIMIT = 20_000_000


def marks(folder: Path) -> dict[str, Json]:
    """What one reader marked, by article."""
    read = (json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json")))
    return {marked["doc"]: marked for marked in read}


def held_out(folder: Path) -> bool:
    """Whether this is the set held out, or a copy of any part of it."""
    return folder.resolve() == HELD_OUT.resolve() or any(doc.startswith("unseen/") for doc in marks(folder))


@cache
def _opened(name: str) -> Extractor:
    return open_extractor(name)


@cache
def found(doc: str, extractor: str = RULES) -> Json:
    """What the program finds in an article; raises LookupError where there is none of this name."""
    for base in _bases():
        file = base / doc.partition("#")[0]
        if not file.is_file():
            continue
        for each in read_file(file, file.relative_to(base).as_posix(), _LIMIT):
            if isinstance(each, Article) and each.name == doc:
                return record(each, _opened(extractor).find(each), doc)
    raise LookupError(f"there is no article {doc} in corpus/ or BRIEFING_DATA")


def _bases() -> Iterator[Path]:
    yield ROOT / "corpus"
    yield GOLD / "texts"
    if data := os.environ.get("BRIEFING_DATA"):
        yield Path(data) / "seeds"


def score_folder(folder: Path, extractor: str = RULES) -> Score:
    """The program against one folder of marks."""
    total = Score()
    for doc, marked in marks(folder).items():
        total.add(Comparison(marked, found(doc, extractor)).run())
    return total


def score_all(folders: Sequence[Path]) -> Score:
    """The program against several folders of marks; an article that both readers marked counts once against each."""
    total = Score()
    for folder in folders:
        total.add(score_folder(folder))
    return total


def as_found(marked: Json) -> Json:
    """A reader's marks, optional ones too, in the shape of what the program finds."""
    times = {time["start"]: time for time in marked["times"]}
    actors = []
    for actor in marked["actors"]:
        ties = [
            {**times[link["time"]], "value": link["value"], "sentence": link["sentence"]}
            for link in marked["links"]
            if link["actor"] == actor["id"]
        ]
        actors.append({**actor, "name": actor["canonical"], "dates": ties})
    return {**marked, "actors": actors}


def agreement(one: Path, other: Path) -> tuple[Score, Score]:
    """On what both marked: the other scored as the program is; and, fairer to both, what each requires of the other.

    In the second, P is how much of what the other requires the first has as well, if only as optional, and R is the
    reverse: what just one of them took the trouble to mark as optional counts against nobody.
    """
    ours, theirs = marks(one), marks(other)
    plain, fair = Score(), Score()
    for doc in sorted(ours.keys() & theirs.keys()):
        there = Comparison(ours[doc], as_found(theirs[doc])).run()
        back = Comparison(theirs[doc], as_found(ours[doc])).run()
        plain.add(there)
        fair.add(Score(tally=there.tally))
        for measure, count in there.counts.items():
            reverse = back.counts[measure]
            fair.counts[measure].add(Count(count.recalled, count.wanted, reverse.recalled, reverse.wanted))
    return plain, fair


def write_floor() -> None:
    """Records how well the program reads what was marked, but for the set held out."""
    floor = {}
    for name, folders in GUARDED.items():
        score = score_all(folders)
        floor[name] = {
            "marked": sum(len(marks(folder)) for folder in folders),
            "f1": {measure: round(score.counts[measure].f1, 4) for measure in FLOORED},
        }
    FLOOR.write_text(json.dumps(floor, indent=1) + "\n")


def _print_folder(folder: Path, errors: bool, extractor: str) -> None:
    print(f"\n{folder.name}: {len(marks(folder))} articles")
    score = score_folder(folder, extractor)
    print(score)
    if errors and held_out(folder):
        print("This set is held out: its errors are not shown.")
    elif errors:
        print(*score.errors, sep="\n")


def _print_agreement(one: Path, other: Path) -> None:
    both = len(marks(one).keys() & marks(other).keys())
    plain, fair = agreement(one, other)
    print(f"\n{other.name} against {one.name}, scored as the program is: {both} articles\n{plain}")
    print(f"\n{other.name} and {one.name}, what each requires sought in all that the other marked\n{fair}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table a set, or writes the floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.actors", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a folder of marks")
    parser.add_argument("--errors", action="store_true", help="each error in a line; never of the set held out")
    parser.add_argument("--write-floor", action="store_true", help="record what the test of the floor compares with")
    parser.add_argument("--extractor", choices=names(), default=RULES, help="default: rules")
    asked = parser.parse_args(arguments)
    if asked.write_floor:
        write_floor()
        return
    for folder in asked.folders:
        if not marks(folder):
            parser.error(f"there are no marks in {folder}")
        if asked.errors and held_out(folder):
            parser.error(f"{folder} is held out: its errors are not shown")
    for folder in asked.folders or [each for each in (*READERS, PRACTICE, CHECK, HELD_OUT) if marks(each)]:
        _print_folder(folder, asked.errors, asked.extractor)
    if not asked.folders:
        _print_agreement(*READERS)


if __name__ == "__main__":
    main()
