"""Which extractor is used: the flag, the setting, and what is said where it is not installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extract import registry
from tests.cli.conftest import Briefing

TEXT = "Harbour talks\nPublished: 2021-03-04\n\nIlse Brandt left Port Ellery on Tuesday.\n"


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text(TEXT)
    return str(tmp_path / "story.txt")


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without the extra."""
    monkeypatch.setattr("briefing.extract.dependency.parser.find_spec", lambda name: None)


def _choose(home: Path, name: str) -> None:
    (home / "config").mkdir(parents=True, exist_ok=True)
    (home / "config" / "settings.toml").write_text(f'# mine\nextractor = "{name}"\n')


def test_the_record_names_it(briefing: Briefing, story: str) -> None:
    ran = briefing("extract", story, "--json", "--extractor", "rules")
    (found,) = ran.document["articles"]
    assert found["extractor"] == "rules"
    assert found == briefing("extract", story, "--json").document["articles"][0]


@pytest.mark.usefixtures("absent")
def test_one_asked_for_has_to_be_there(briefing: Briefing, story: str) -> None:
    ran = briefing("extract", story, "--extractor", "spacy")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'briefing-reader[spacy]'" in ran.err
    assert briefing("extract", story, "--extractor", "nowhere").code == 2


@pytest.mark.usefixtures("absent")
@pytest.mark.parametrize(("name", "why"), [("spacy", "[spacy]"), ("nowhere", "There is no extractor 'nowhere'")])
def test_one_in_the_settings_leaves_it_to_the_rules(
    briefing: Briefing, home: Path, story: str, name: str, why: str
) -> None:
    _choose(home, name)
    ran = briefing("extract", story, "--json")
    assert ran.code == 0
    assert ran.document["articles"][0]["extractor"] == "rules"
    assert "settings.toml:2: " in ran.err
    assert why in ran.err
    assert "The rules are used." in ran.err
    doctor = briefing("doctor", "--json")
    assert doctor.code == 2
    assert why in "\n".join(doctor.document["faults"])
    assert (doctor.document["extractor"]["wanted"], doctor.document["extractor"]["used"]) == (name, "rules")


@pytest.mark.usefixtures("absent")
def test_what_nobody_asked_for_is_no_fault(briefing: Briefing, story: str) -> None:
    ran = briefing("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert "extractor  rules  (here: rules)" in ran.out
    assert "pip install 'briefing-reader[spacy]'" in ran.out
    assert briefing("extract", story).err == ""


def test_an_installed_one_is_used(briefing: Briefing, home: Path, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(registry.BUILT_IN, "capitals", "tests.library.test_extractor_choice:Capitals")
    _choose(home, "capitals")
    (found,) = briefing("extract", story, "--json").document["articles"]
    assert found["extractor"] == "capitals"
    assert "Harbour" not in found["actors"][0]["name"]
    doctor = briefing("doctor", "--json")
    assert doctor.code == 0
    assert doctor.document["extractor"]["used"] == "capitals"
