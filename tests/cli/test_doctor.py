"""`briefing doctor`: libraries, damage, faults in settings."""

from __future__ import annotations

from pathlib import Path

from briefing.library import layout
from briefing.library.corpus import Corpus
from briefing.settings.places import find_places
from tests.cli.conftest import Briefing


def test_nothing_yet(briefing: Briefing, home: Path) -> None:
    ran = briefing("doctor")
    assert ran.code == 0
    assert "none yet" in ran.out
    assert str(home / "config" / "settings.toml") in ran.out
    assert not home.exists()


def test_libraries(briefing: Briefing, news: Path) -> None:
    (news / "bad.txt").write_bytes(b"")
    briefing("index", str(news))
    ran = briefing("doctor")
    assert ran.code == 0
    assert "4 articles, 1 undated, 4 searchable" in ran.out
    assert "not read: bad.txt: the file is empty" in ran.out
    assert "(whole)" in ran.out
    news.rename(news.with_name("elsewhere"))
    (library,) = briefing("doctor", "--json").document["libraries"]
    assert (library["gone"], library["state"], library["articles"]) == (True, "whole", 4)
    assert library["cache_bytes"] > 10_000


def test_damage_is_found(briefing: Briefing, news: Path, home: Path) -> None:
    briefing("index", str(news))
    folder = layout.current(find_places(home).cache_of(Corpus.of([news]).id))
    assert folder
    largest = max((each for each in folder.rglob("*") if each.is_file() and "index" in str(each.parent)), key=_size)
    raw = bytearray(largest.read_bytes())
    raw[len(raw) // 2] ^= 0x10
    largest.write_bytes(raw)
    ran = briefing("doctor", "--json")
    assert ran.code == 5
    assert ran.document["libraries"][0]["state"] == "damaged"
    assert briefing("doctor", "--quick").code == 0


def _size(path: Path) -> int:
    return path.stat().st_size


def test_a_store_cut_short(briefing: Briefing, news: Path, home: Path) -> None:
    briefing("index", str(news))
    folder = layout.current(find_places(home).cache_of(Corpus.of([news]).id))
    assert folder
    store = folder / layout.STORE
    store.write_bytes(store.read_bytes()[:5000])
    assert briefing("doctor").code == 5


def test_faults_of_the_users_files(briefing: Briefing, home: Path) -> None:
    (home / "config" / "themes").mkdir(parents=True)
    (home / "config" / "settings.toml").write_text('thme = "x"\ntheme = "gone"\n')
    (home / "config" / "themes" / "odd.toml").write_text("[roles]\nhit = 3\n")
    ran = briefing("doctor", "--json")
    assert ran.code == 2
    faults = "\n".join(ran.document["faults"])
    assert "settings.toml:1: no setting “thme”; did you mean “theme”?" in faults
    assert "odd.toml:2: role “hit”" in faults
    assert "no theme “gone”" in faults
