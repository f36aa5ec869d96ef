"""Decisions to draw from, and all that a notebook answers, as one value to compare."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from briefing.model.frozen import replace
from briefing.notebook import decisions as to
from briefing.notebook.act import Act, Decision, Do, microseconds
from briefing.notebook.journal import Notebook
from briefing.notebook.line import encode
from briefing.notebook.subject import ActorSubject, ArticleSubject, PassageSubject

ARTICLES = [ArticleSubject(f"a{n}", f"body{n}", f"news/{n}.txt") for n in range(3)]
ACTORS = [ActorSubject(name, "state", "news/0.txt", name) for name in ("Russia", "Moscow", "Kremlin", "Libya")]
PHRASES = [PassageSubject(ARTICLES[n], "Tuesday", n + 1, n + 1) for n in range(2)]


def every_decision() -> list[Decision]:
    """One or more of each sort that needs no note."""
    found: list[Decision] = []
    for article in ARTICLES:
        found += [to.read(article), to.unread(article), to.star(article), to.unstar(article)]
        found += [to.tag(article, "War"), to.tag(article, "oil"), to.untag(article, "war")]
        found += [to.set_date(article, date(2023, 8, 22)), to.set_date(article, date(2023, 8, 23))]
        found += [to.clear_date(article), to.found_date(article), to.note(article, "Ask\nagain")]
    for phrase in PHRASES:
        found += [to.set_when(phrase, "2023-08-22"), to.set_when(phrase, "2023-06"), to.clear_when(phrase)]
        found += [to.found_when(phrase), to.note(phrase, "Which Tuesday?")]
        for actor in ACTORS[:2]:
            found += [to.untie(phrase, actor, "left"), to.untie(phrase, actor, ""), to.tie(phrase, actor, "left")]
    for actor in ACTORS:
        found += [to.merge(actor, other) for other in ACTORS if other is not actor]
        found += [to.split(actor, other.name) for other in ACTORS[:2]]
        found += [to.unmerge(actor), to.unsplit(actor, "Moscow"), to.rename(actor, "Rus"), to.rename(actor, "RF")]
        found += [to.unrename(actor), to.retype(actor, "place"), to.retype(actor, "armed_group"), to.unretype(actor)]
        found += [to.ignore(actor), to.unignore(actor), to.pin(actor), to.unpin(actor), to.note(actor, "Who?")]
    for name, slot in (("coup", 1), ("ports", 1), ("grain", 0)):
        found += [to.save(name, f"{name} is:unread", slot), to.save(name, name, 2), to.unsave(name)]
    found += [to.answer("merge", "moscow = russia", said) for said in ("yes", "no", "skip")]
    return found


def write_long(path: Path, count: int) -> None:
    """A journal of so many lines: half of them opened articles, the rest decisions of every sort, some taken back."""
    made = [each for each in every_decision() if isinstance(each.subject, ArticleSubject | PassageSubject)]
    others = [each for each in every_decision() if each not in made]
    start = microseconds(datetime(2024, 1, 1, tzinfo=UTC))
    with path.open("wb") as out:
        for n in range(count):
            article = ArticleSubject(f"{n % 20_000:016x}", f"{n % 20_000:032x}", f"wires/{n % 20_000:05d}.txt")
            decision = to.read(article, auto=True) if n % 2 else made[n // 2 % len(made)]
            if not n % 2:
                subject = decision.subject
                phrase = isinstance(subject, PassageSubject)
                decision = decision._replace(subject=replace(subject, article=article) if phrase else article)
            if n % 8 == 4:
                decision = others[n // 8 % len(others)]
            act = Act(f"{n:016x}", start + n, *decision, by="0badcafe")
            if n % 50 == 49:
                act = Act(f"{n:016x}", start + n, Do.UNDO, of=f"{n - 1:016x}", by="0badcafe")
            out.write(encode(act))


def answers(notebook: Notebook) -> tuple[Any, ...]:
    """All that a notebook says, but for what is noted on the way."""
    views = (notebook.tags, notebook.notes, notebook.dates, notebook.ties, notebook.actors, notebook.answers)
    return notebook.read_ids(), notebook.starred_ids(), notebook.searches.saved, views


def lines_of(path: Path) -> list[dict[str, Any]]:
    """The lines of a journal, parsed."""
    return [json.loads(line) for line in path.read_text("ascii").splitlines()] if path.exists() else []
