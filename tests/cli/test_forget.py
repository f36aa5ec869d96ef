"""`briefing forget`: what goes, and what stays unless it is meant."""

from __future__ import annotations

from pathlib import Path

from briefing.library.corpus import Corpus
from briefing.settings.places import find_places
from briefing.settings.session import Session, load_session, save_session
from tests.cli.conftest import Briefing


def _prepare(briefing: Briefing, news: Path, home: Path) -> tuple[str, Path]:
    briefing("index", str(news))
    places, known = find_places(home), Corpus.of([news]).id
    save_session(places, known, Session(query="x"))
    notebook = places.notebook_of(known)
    notebook.parent.mkdir(parents=True, exist_ok=True)
    notebook.write_text("{}\n")
    return known, notebook


def test_cache_and_state_go_and_notes_stay(briefing: Briefing, news: Path, home: Path) -> None:
    known, notebook = _prepare(briefing, news, home)
    ran = briefing("forget", str(news))
    assert ran.code == 0
    assert ran.out.count("deleted ") == 2
    places = find_places(home)
    assert not places.cache_of(known).exists()
    assert load_session(places, known) == Session()
    assert notebook.exists()
    assert (news / "one.txt").exists()
    assert known in briefing("doctor", "--json").document["notes_only"]
    assert "sample" in briefing("search", "zebra").err


def test_notes_go_only_when_it_is_meant(briefing: Briefing, news: Path, home: Path) -> None:
    _, notebook = _prepare(briefing, news, home)
    ran = briefing("forget", str(news), "--notes")
    assert ran.code == 2
    assert "Nothing was deleted." in ran.err
    assert notebook.exists()
    assert briefing("forget", str(news), "--notes", "--yes").code == 0
    assert not notebook.exists()


def test_by_id_when_the_folder_is_gone(briefing: Briefing, news: Path, home: Path) -> None:
    known, _ = _prepare(briefing, news, home)
    news.rename(news.with_name("elsewhere"))
    assert briefing("forget", known).code == 0
    assert not find_places(home).cache_of(known).exists()


def test_nothing_kept_is_1(briefing: Briefing, news: Path) -> None:
    assert briefing("forget", str(news)).code == 1
