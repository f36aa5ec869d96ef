"""The sample corpus is as rich and as untidy as it says it is."""

from __future__ import annotations

import calendar
import codecs
import json
import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TAKEN = {".txt", ".md", ".json", ".jsonl"}
WINDOWS = "river/ambassador-recalled.txt"
UTF16 = "river/treaty-on-the-bridge.txt"
WITH_BOM = "hospital/systems-down.txt"
WITH_CRLF = "river/gates-to-close.txt"
UNDATED = (
    "bank/empty-desks.md",
    "dahane/visit_to_kirad.txt",
    "harbour/astrid-vinter/appeal-fund.txt",
    "harbour/mission-canteen.txt",
    "loose/clock-tower.txt",
    "loose/untitled.md",
    "river/lake-forms.txt",
    "unseen/altiplano-strings.txt",
    "unseen/slow-trains.txt",
)
UNSEEN_HEADERS = {
    "ancayo-mirror.txt": r"\n16\.11\.1999\n",
    "blue-helmets-leave.txt": r"\nBy .* \| Wednesday, 21 May 2025\n",
    "calypso-cable.md": r"\A---\n(.*\n)?date: 2025-02-18\n",
    "governor-goes.txt": r"\nFirst published: Thu 18 Feb 2021 06\.15 EST\n",
    "grain-convoy.txt": r"\Adate 2018-10-03 \w",
    "herring-night.txt": r"\nPublished: Monday 22 December 2003, 23:40 GMT\n",
    "kv7-trial.md": r"\A\+\+\+\n.*\ndate = 2023-08-04T07:00:00Z\n",
    "montescuro-rope.txt": r"\nPosted by News Desk on Aug 15, 2013 at 18:22\n",
    "red-gate-post.txt": r"\AEastern Line \| 28 Sep 2020 \| 14:10 UTC\n",
    "ridge-and-gold.txt": r"\nMBALISA, Ondaro, Dec\. 27, 2012 \(",
    "rovers-ban.txt": r"\n31/01/2017 23:48\n",
    "saint-amaury-votes.txt": r"\nOctober 19, 2009 7:05 AM ET\n",
    "tarnoc-trial.txt": r"\nMonday, May 12, 2014\nLast updated: Tuesday, May 13, 2014, 8:00 a\.m\.\n",
    "traunfels-goblet.txt": r"\nDate: 2008-02-05T09:12:00\+01:00\n",
}

DIRT = {
    "glued date": ("dahane/0417_heron_berm.txt", r"\A date 2021-02-06 \w"),
    "glued date, second": ("football/brandsdottir.txt", r"\A date 2019-05-31 \w"),
    "year clue only": ("dahane/visit_to_kirad.txt", r"Dune Lance 2023 exercise"),
    "byline at the bottom": ("dahane/visit_to_kirad.txt", r"\n[A-Z]\w+ [A-Z]\w+, with Halden Wire\n\Z"),
    "byline with agencies": ("river/lake-forms.txt", r"\nReporting by .*, with agencies\n\Z"),
    "byline at the top": ("dahane/teacher-denial.txt", r"\A.*\n\nBy Rosalind Teague\n"),
    "photo credit": ("football/ethics-chair.txt", r"\[Photo .* Credit: .*\]"),
    "image credit": ("harbour/astrid-vinter/beaches.txt", r"\(Image Credit: CH\)"),
    "read line": ("dahane/0417_heron_berm.txt", r"(?m)^Read: .*$"),
    "related line": ("summit/page-not-paragraph.md", r"\*\*Related:\*\*"),
    "newsletter": ("dahane/teacher-denial.txt", r"Sign up for our Sunday newsletter"),
    "copyright": ("dahane/wires/ceasefire-coastal-herald.txt", r"\nCopyright 2019 .*reserved\."),
    "copyright sign": ("dahane/long-road-to-tin-essaq.md", r"\n© 2024"),
    "name in Arabic": ("dahane/0417_heron_berm.txt", r"Warrad ag Ehya \([^)]*[\u0600-\u06ff]"),
    "bidi marks": ("dahane/0417_heron_berm.txt", "[\u200e\u200f]"),
    "name in Cyrillic": (UTF16, r"Yerlan Dzhaksybek \([\u0400-\u04ff ]+\)"),
    "table": ("river/geneva-table.md", r"\n\|:--\|--:\|"),
    "table in a backgrounder": ("dahane/long-road-to-tin-essaq.md", r"\n\| Clause \|"),
    "list with dashes": ("dahane/peace-conference.txt", r"(\n- .*){4}"),
    "list with stars": ("harbour/okell-proposal.md", r"(\n\* .*){4}"),
    "numbered list": ("football/suspended.md", r"\n1\. .*\n2\. "),
    "quotation in a quotation": ("harbour/astrid-vinter/verdict.txt", r"\"[^\"]*'[^\"]*\"[^\"]*\"[^']*'[^\"]*\""),
    "dateline": ("dahane/tin-essaq-falls.txt", r"\nOURIBA, November 14 - "),
    "published and updated": ("dahane/wires/ceasefire-halden.txt", r"\nPublished: .* GMT\nUpdated: .* GMT\n"),
    "updated before published": ("bank/taken-over.txt", r"\nUpdated: .*\nPublished: "),
    "header block": ("dahane/algiers-talks-open.txt", r"\A(\w+: .*\n){5}\n"),
    "hard wrapped": ("harbour/astrid-vinter/collision.txt", r"(\n    \S.{30,60}(\n\S.{20,64})+){3}"),
    "day first": ("harbour/astrid-vinter/beaches.txt", r"\APublished: 13/02/2014"),
    "day first, either way": ("bank/verdict.txt", r"\n08/11/2012 16:20\n"),
    "day first, dots": ("fever/bridge-closed.txt", r"\nDate: 08\.10\.2014\n"),
    "zone as offset": ("bank/charges.txt", r"\nsent: Thu, 17 Jun 2010 14:48:00 \+0200\n"),
    "zone by name": ("summit/bergen-opens-0830.txt", r"\n.*November 7, 2022, 08:30 CET\n"),
    "later the same day": ("summit/bergen-opens-1915.txt", r"\n.*November 7, 2022, 19:15 CET\n"),
    "yaml front matter": ("harbour/okell-proposal.md", r"\A---\ntitle: .*\ndate: 2011-10-06\n"),
    "toml front matter": ("harbour/astrid-vinter/inquiry.md", r"\A\+\+\+\ntitle = "),
    "emoji": ("space/2010-04-06-shoebox.md", "\U0001f6f0\ufe0f"),
    "combining characters": ("space/2010-04-06-shoebox.md", "A\u030asa"),
    "French": ("summit/depeche.txt", r"\nPublié le 11 novembre 2022"),
    "no-break space": ("summit/depeche.txt", "«\xa0"),
    "German": ("river/staudamm-streit.txt", r"\nVeröffentlicht: 12\. Juni 2013"),
    "soft hyphen": ("river/staudamm-streit.txt", "\xad"),
    "correction": ("river/geneva-table.md", r"\*Correction, 5 September"),
}


def files() -> list[Path]:
    return sorted(p for p in CORPUS.rglob("*") if p.is_file() and p.suffix in TAKEN)


def text_of(relative: str) -> str:
    data = (CORPUS / relative).read_bytes()
    if data.startswith(codecs.BOM_UTF16_LE):
        return data.decode("utf-16")
    return data.decode("cp1252" if relative == WINDOWS else "utf-8-sig").replace("\r\n", "\n")


def records(path: Path) -> list[dict[str, Any]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    loaded = json.loads(text)
    return loaded if isinstance(loaded, list) else [loaded]


def bodies() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in files():
        name = path.relative_to(CORPUS).as_posix()
        if path.suffix in {".txt", ".md"}:
            found[name] = text_of(name)
        else:
            found |= {f"{name}#{r['id']}": r.get("body") or r["text"] for r in records(path)}
    return found


def test_there_are_enough_articles_in_every_format_below_two_megabytes() -> None:
    assert len(bodies()) == 82
    assert len(files()) == 70
    assert {p.suffix for p in files()} == TAKEN
    assert sum(p.stat().st_size for p in CORPUS.rglob("*") if p.is_file()) < 2_000_000
    assert len({p.parent for p in files()}) >= 10
    assert any(len(p.relative_to(CORPUS).parts) == 3 for p in files())


def test_nothing_else_lies_there_but_the_note_on_it() -> None:
    others = {p.name for p in CORPUS.rglob("*") if p.is_file() and p.suffix not in TAKEN}
    assert others == {"README.rst", ".gitattributes"}
    note = (CORPUS / "README.rst").read_text(encoding="utf-8")
    assert "own words" in note
    assert "MIT" in note
    for folder in CORPUS.iterdir():
        assert not folder.is_dir() or f"``{folder.name}/``" in note


def test_encodings_are_as_claimed() -> None:
    windows = (CORPUS / WINDOWS).read_bytes()
    with pytest.raises(UnicodeDecodeError):
        windows.decode("utf-8")
    assert "“for consultations”" in windows.decode("cp1252")
    assert (CORPUS / UTF16).read_bytes().startswith(codecs.BOM_UTF16_LE)
    assert (CORPUS / WITH_BOM).read_bytes().startswith(codecs.BOM_UTF8)
    crlf = (CORPUS / WITH_CRLF).read_bytes()
    assert crlf.count(b"\r\n") == crlf.count(b"\n") > 10
    for path in files():
        name = path.relative_to(CORPUS).as_posix()
        if name not in {WINDOWS, UTF16}:
            path.read_bytes().decode("utf-8")
        if name not in {UTF16, WITH_CRLF}:
            assert b"\r" not in path.read_bytes(), name


def test_json_parses_and_its_keys_are_those_of_the_reader() -> None:
    seen: list[str] = []
    shapes = set()
    for path in files():
        if path.suffix in {".json", ".jsonl"}:
            found = records(path)
            shapes.add((path.suffix, len(found) > 1))
            for record in found:
                seen.append(record["id"])
                assert record.keys() <= {"id", "title", "published", "date", "source", "url", "body", "text"}
                assert ("published" in record) != ("date" in record)
    assert len(seen) == len(set(seen)) >= 15
    assert shapes == {(".json", False), (".json", True), (".jsonl", True)}


@pytest.mark.parametrize("kind", DIRT)
def test_each_kind_of_dirt_is_there(kind: str) -> None:
    name, pattern = DIRT[kind]
    assert re.search(pattern, text_of(name)), f"{kind}: not in {name}"


@pytest.mark.parametrize("name", UNDATED)
def test_undated_articles_give_no_full_date(name: str) -> None:
    assert not re.search(r"\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}", text_of(name))
    assert not re.search(r"\d{4}", name)


def test_most_undated_articles_give_no_year_either() -> None:
    with_year = {name for name in UNDATED if re.search(r"\b(19|20)\d\d\b", text_of(name))}
    assert with_year == {"dahane/visit_to_kirad.txt", "river/lake-forms.txt", "unseen/altiplano-strings.txt"}


def test_the_unseen_stand_alone_and_date_themselves_each_in_its_own_way() -> None:
    unseen = {p.name for p in (CORPUS / "unseen").iterdir()}
    undated = {name.removeprefix("unseen/") for name in UNDATED if name.startswith("unseen/")}
    assert len(unseen) == 16
    assert unseen == UNSEEN_HEADERS.keys() | undated
    for name, pattern in UNSEEN_HEADERS.items():
        assert re.search(pattern, text_of(f"unseen/{name}")), name
    for name in unseen:
        text = text_of(f"unseen/{name}")
        assert 180 <= len(text.split()) <= 420, name
        assert not [actor for actor in ACTORS if re.search(rf"\b{actor}\b", text)], name


def test_one_date_is_in_the_file_name_only() -> None:
    assert "2010" not in text_of("space/2010-04-06-shoebox.md").split("\n\n", 1)[1].split("[Photo")[0]


def test_wire_copies_are_near_but_not_the_same() -> None:
    wires = [text_of(p.relative_to(CORPUS).as_posix()) for p in sorted((CORPUS / "dahane/wires").iterdir())]
    assert len(wires) == 3
    for i, one in enumerate(wires):
        for other in wires[i + 1 :]:
            ratio = SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
            assert 0.75 < ratio < 1
    assert sum("In Ouriba, drivers sounded" in w for w in wires) == 1


def test_a_first_paragraph_is_told_twice_in_other_words() -> None:
    for name in ("dahane/visit_to_kirad.txt", "river/lake-forms.txt"):
        first, second = [p for p in text_of(name).split("\n\n") if len(p) > 80][:2]
        shared = set(re.findall(r"\w{4,}", first)) & set(re.findall(r"\w{4,}", second))
        assert first != second
        assert len(shared) >= 5


def test_lengths_run_from_two_sentences_to_a_long_read() -> None:
    lengths = {name: len(body.split()) for name, body in bodies().items()}
    assert min(lengths.values()) < 70
    assert lengths["dahane/long-road-to-tin-essaq.md"] >= 1500
    assert sum(150 <= n <= 600 for n in lengths.values()) >= 60


def test_years_run_from_1998_to_2025_and_weekdays_agree_with_the_calendar() -> None:
    months = {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
    years = set()
    for name, body in bodies().items():
        years |= {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", body)}
        for found in re.finditer(r"(\w+day), (?:(\w+) (\d{1,2}),|(\d{1,2}) (\w+)) (\d{4})", body):
            weekday, m1, d1, d2, m2, year = found.groups()
            day = date(int(year), months[(m1 or m2).lower()], int(d1 or d2))
            assert calendar.day_name[day.weekday()] == weekday, f"{name}: {found[0]}"
    assert {1998, 2007, 2013, 2019, 2025} <= years


ACTORS = {
    "ag Ehya": ("Warrad ag Ehya", "the Teacher", "PFA"),
    "Bensé": ("Kadiatou Bensé", "Health Minister Kadiatou Bensé", "Foreign Minister Kadiatou Bensé"),
    "Sollund": ("Ingeborg Sollund",),
    "Marrane": ("Consuelo Marrane", "Doña Chelo", "President Consuelo Marrane"),
    "Osmonaliev": ("Bakyt Osmonaliev", "Energy Minister Bakyt Osmonaliev"),
    "Dzhaksybek": ("Yerlan Dzhaksybek",),
    "Okell": ("Dame Ruth Okell", "Dame Ruth"),
    "Tackett": ("Maureen Tackett",),
    "Meridian Quays": ("Meridian Quays plc",),
    "Verhoeckx": ("Paulien Verhoeckx",),
    "Krogh-Lassen": ("Henrik Krogh-Lassen",),
    "Grey Lantern": ("the Lanterns", "GL"),
    "Reis": ("Anselm Dorival Reis", "the Admiral"),
}


@pytest.mark.parametrize("actor", ACTORS)
def test_actors_come_back_under_varying_names(actor: str) -> None:
    normal = {name: unicodedata.normalize("NFC", body) for name, body in bodies().items()}
    assert sum(actor in body for body in normal.values()) >= 3
    everything = "\n".join(normal.values())
    for alias in ACTORS[actor]:
        assert alias in everything


def test_addresses_belong_to_nobody() -> None:
    for name in [p.relative_to(CORPUS).as_posix() for p in files()]:
        for host in re.findall(r"https?://([^/\s\"]+)|[\w.]+@([\w.]+\.\w+)", text_of(name)):
            assert re.search(r"(^|\.)example\.(com|org)$", "".join(host)), f"{name}: {host}"
