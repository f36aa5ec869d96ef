"""What was acknowledged outlives a kill, a full disk and other writers; a long journal is loaded in a few breaths."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from briefing.notebook import decisions as to
from briefing.notebook.act import Do
from briefing.notebook.deeds import DEEDS, Kind
from briefing.notebook.journal import Notebook
from tests.notebook.sample import ARTICLES, answers, lines_of, write_long

ROOT = Path(__file__).resolve().parents[2]

RANDOM_ACTIONS = """
import random, sys
from pathlib import Path
from briefing.notebook import decisions as to
from briefing.notebook.journal import Notebook
from tests.notebook.sample import every_decision
path, seed = Path(sys.argv[1]), int(sys.argv[2])
chosen, notebook, made = random.Random(seed), Notebook(path), every_decision()
done = 0
def edit():
    notes = notebook.notes.all
    return notes and notebook.decide(to.edit_note(chosen.choice(notes), f"text {done}")) or None
def delete():
    notes = notebook.notes.all
    return notes and notebook.decide(to.delete_note(chosen.choice(notes))) or None
def decide():
    return notebook.decide(*chosen.sample(made, 2))
while done < 200:
    act = chosen.choice([notebook.undo, notebook.redo, edit, delete, *[decide] * 6])()
    if act is not None:
        done += 1
        assert notebook.flush()
        print(act.id, flush=True)
print("end", flush=True)
"""

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from briefing.notebook import decisions as to
from briefing.notebook.journal import Notebook
from tests.notebook.sample import ARTICLES
path, told = Path(sys.argv[1]), []
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, resource.RLIM_INFINITY))
notebook = Notebook(path, lambda why, waiting: told.append((why, waiting)))
for number in range(40):
    notebook.decide(to.tag(ARTICLES[0], f"word {number}"))
    notebook.flush()
print(notebook.unsaved, len(notebook.tags.counts), path.stat().st_size, told[-1][0], sep="|")
print(path.read_bytes()[-1:] == b"\\n", all(waiting > 0 for _, waiting in told), sep="|")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
notebook.close()
print(notebook.unsaved)
"""


def _start(script: str, *words: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_nothing_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    """Killed on the way through 200 random actions, wherever that finds it; what was said to be saved is there."""
    path = tmp_path / "notebook.jsonl"
    acknowledged: set[str] = set()
    chosen = random.Random(5)
    for seed in range(4):
        process = _start(RANDOM_ACTIONS, path, seed)
        assert process.stdout
        for _ in range(chosen.randrange(5, 190)):
            acknowledged.add(process.stdout.readline().strip())
        time.sleep(chosen.random() / 200)
        process.kill()
        acknowledged |= set(process.stdout.read().split()) - {"end"}
        process.stdout.close()
        assert process.wait() == -signal.SIGKILL
        raw = path.read_bytes().splitlines(keepends=True)
        there = {json.loads(line)["id"] for line in raw if line.endswith(b"\n") and line.strip().endswith(b"}")}
        assert acknowledged <= there
        before = answers(Notebook(path))
        notebook = Notebook(path)
        notebook.decide(to.star(ARTICLES[0]), to.tag(ARTICLES[0], f"seed {seed}"))
        notebook.undo()
        notebook.close()
        assert answers(Notebook(path)) == before
    assert len(acknowledged) > 100


def test_a_full_disk_loses_nothing_and_tears_nothing(tmp_path: Path) -> None:
    """The limit on a file's size is the one disk that any user can fill: the write that reaches it is a short one."""
    path = tmp_path / "notebook.jsonl"
    out, _ = _start(FULL_DISK, path).communicate()
    first, second, last = out.splitlines()
    unsaved, held, size, why = first.split("|")
    assert 0 < int(unsaved) < 40
    assert int(held) == 40  # all of it holds on the screen
    assert int(size) < 3000
    assert "large" in why
    assert second == "True|True"
    assert last == "0"
    assert [line["tag"] for line in lines_of(path)] == [f"word {number}" for number in range(40)]


def test_a_tear_anywhere_in_the_last_line_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "notebook.jsonl"
    notebook = Notebook(path)
    notebook.decide(to.tag(ARTICLES[0], "kept"))
    notebook.flush()
    whole = path.read_bytes()
    notebook.decide(to.tag(ARTICLES[0], "torn"))
    notebook.close()
    last = path.read_bytes()[len(whole) :]
    for cut in range(len(last) - 1):
        path.write_bytes(whole + last[:cut])
        again = Notebook(path)
        assert again.tags.on("a0") == ("kept",)
        if cut % 40 == 0:
            again.decide(to.tag(ARTICLES[1], "after"))
            again.close()
            assert path.read_bytes().startswith(whole + last[:cut])
            healed = Notebook(path)
            assert (healed.tags.on("a0"), healed.tags.on("a1")) == (("kept",), ("after",))


def test_two_programs_write_200_actions_each(tmp_path: Path) -> None:
    path = tmp_path / "notebook.jsonl"
    writers = [_start(RANDOM_ACTIONS, path, seed) for seed in (11, 12)]
    acknowledged = {word for each in writers for word in each.communicate()[0].split()} - {"end"}
    lines = lines_of(path)
    assert acknowledged <= {line["id"] for line in lines}
    assert len({line["id"] for line in lines}) == len(lines) >= 400
    assert {DEEDS[Do(line["do"])].kind for line in lines if line["do"] != Do.UNDO} == set(Kind) - {Kind.VISIT}
    said = answers(Notebook(path))
    path.write_bytes(b"".join(reversed(path.read_bytes().splitlines(keepends=True))))
    assert answers(Notebook(path)) == said


def test_a_hundred_thousand_lines_cost_a_few_times_their_parsing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.jsonl"
    write_long(path, 100_000)
    parsing, loading = [], []
    for _ in range(2):
        began = time.process_time()
        with path.open("rb") as file:
            assert all(json.loads(line) for line in file)
        parsing.append(time.process_time() - began)
        began = time.process_time()
        notebook = Notebook(path)
        loading.append(time.process_time() - began)
    print(f"100,000 lines: parsed in {min(parsing):.2f} s of CPU, loaded in {min(loading):.2f} s")
    assert min(loading) < 4 * min(parsing)
    sorts = Counter(act.do for act in notebook._state._acts.values())
    assert sorts.total() == 100_000
    assert sorts.keys() == set(Do) - {Do.UNNOTE, Do.VISIT}
    assert sum(map(notebook._state.is_undone, notebook._state._acts.values())) == sorts[Do.UNDO]


def test_a_journal_of_the_first_format_says_what_it_said(tmp_path: Path) -> None:
    """It knew only seconds: what stands later in the file came later."""
    path = tmp_path / "notebook.jsonl"
    at = '"at":"2025-03-28T19:30:00+01:00"'
    lines = [
        f'{{"v":1,"id":"c","do":"star",{at},"article":"a0","body":"body0","name":"x.txt"}}',
        f'{{"v":1,"id":"b","do":"unstar",{at},"article":"a0"}}',
        f'{{"v":1,"id":"d","do":"read",{at},"article":"a1"}}',
        f'{{"v":1,"id":"a","do":"star",{at},"article":"a0"}}',
        f'{{"v":1,"id":"e","do":"undo",{at},"article":"a1","of":"d"}}',
        f'{{"v":1,"id":"f","do":"undo",{at},"article":"a1","of":"e"}}',
    ]
    path.write_text("\n".join(lines) + "\n")
    notebook = Notebook(path)
    assert (notebook.starred_ids(), notebook.read_ids()) == ({"a0"}, {"a1"})
    undone = [notebook.undo() for _ in range(3)]
    assert [act.told for act in undone if act] == ["marked a1 as read", "starred a0", "took the star off a0"]
    assert notebook.is_starred("a0")
    assert notebook.bodies() == {"body0": "a0"}
    notebook.close()
    assert [line["v"] for line in lines_of(path)] == [1] * 6 + [2] * 3
