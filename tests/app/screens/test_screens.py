"""A few whole screens as text. `BRIEFING_WRITE_SCREENS=1` writes them anew; read the difference before you keep it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.app.app import BriefingApp
from briefing.library.build import build
from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.model.actor import Actor, ActorType, Findings, Mention, actor_id
from briefing.model.article import Article
from briefing.model.text import Span
from briefing.model.when import Anchor, Precision, TimeExpression, When
from briefing.settings.places import find_places
from briefing.settings.schema import OpenOptions, Settings
from tests.app.flows.conftest import ARTICLES, press, screen, settle

HERE = Path(__file__).parent


def fixed_findings(article: Article) -> Findings:
    """Names and days found by looking for the words: screens must not change when the rules get better."""
    value = article.text.value

    def spans(words: str) -> list[Span]:
        found, at = [], value.find(words)
        while at >= 0:
            found.append(Span(at, at + len(words)))
            at = value.find(words, at + 1)
        return found

    def actor(name: str, kind: ActorType, *aliases: str, role: str = "") -> Actor:
        mentions = [Mention(span, words) for words in (name, *aliases) for span in spans(words)]
        return Actor(actor_id(name, kind), name, kind, aliases, role=role, mentions=tuple(mentions))

    actors = [
        actor("Ilse Brandt", ActorType.PERSON, role="port commissioner"),
        actor("Tomas Reyl", ActorType.PERSON),
        actor("Dockers' Union", ActorType.ORGANISATION, "DU"),
        actor("Norway", ActorType.STATE),
        actor("Finland", ActorType.STATE),
    ]
    times = []
    for words, day in (("Tuesday", date(2024, 5, 14)), ("Monday", date(2024, 5, 13)), ("March 1", date(2024, 3, 1))):
        for span in spans(words):
            placed = When(day.isoformat(), Precision.DAY, day, day) if article.published else When(None, Precision.DAY)
            anchor = Anchor.PUBLICATION if article.published else Anchor.NONE
            times.append(TimeExpression(span, words, words, placed, anchor))
    for span in spans("in April"):
        guess = None if article.published else "2024-04"
        times.append(TimeExpression(span, "April", "april", When("XXXX-04", Precision.MONTH), Anchor.NONE, guess))
    times.sort(key=lambda time: time.span)
    return Findings(tuple(a for a in actors if a.mentions), tuple(times), rules=1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Library]:
    base = tmp_path_factory.mktemp("screens")
    folder = base / "news"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    places = find_places(base / "places")
    parts = replace(Parts(), find=fixed_findings, rules=lambda: 1, workers=1)
    build([folder], places, Settings(), lambda _: None, lambda: False, parts=parts)
    return lambda: Library([folder], places, Settings())


SCREENS: dict[str, tuple[tuple[int, int], tuple[str, ...], dict[str, object]]] = {
    "reading-80x24": ((80, 24), (), {}),
    "who-80x24": ((80, 24), ("a",), {}),
    "search-80x24": ((80, 24), ("/", *"brandt"), {}),
    "found-80x24": ((80, 24), ("/", *"brandt", "enter", "2", "n"), {}),
    "undated-80x24": ((80, 24), ("G",), {}),
    "help-80x24": ((80, 24), (":", *"help query", "enter"), {}),
    "ascii-80x24": ((80, 24), ("3",), {"ascii": True}),
    "reading-120x40": ((120, 40), (), {}),
    "found-120x40": ((120, 40), ("/", *"brandt", "enter"), {}),
    "all-actors-120x40": ((120, 40), ("A",), {}),
    "facets-80x24": ((80, 24), ("4", "j", "f"), {}),
    "reading-200x60": ((200, 60), (), {}),
    "one-50x20": ((50, 20), ("2",), {}),
    "small-40x10": ((40, 10), (), {}),
    "tiny-30x8": ((30, 8), (), {}),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_screen(
    name: str, library: Callable[[], Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size, keys, options = SCREENS[name]
    monkeypatch.setenv("TERM", "xterm-256color")
    chosen = OpenOptions(**{"ascii": False, "read_only": True, **options})  # type: ignore[arg-type]
    monkeypatch.setattr("briefing.app.narrowing.REST", 0.001)
    monkeypatch.setattr("briefing.app.overview.REST", 0.001)
    app = BriefingApp(library(), Settings(), find_places(tmp_path), chosen)
    monkeypatch.setattr("briefing.app.searching.milliseconds", lambda seconds: "0 ms")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in keys:
            await press(pilot, key)
        seen = screen(pilot) + "\n"
    app.close_down()
    file = HERE / f"{name}.txt"
    if os.environ.get("BRIEFING_WRITE_SCREENS"):
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8")
