"""Heads as bulletins, mails and magazines write them: boxes, outlets beside dates, mail lines, slugs."""

from __future__ import annotations

from datetime import date, time

import pytest

from briefing.formats.outlets import is_outlet, is_rule
from tests.formats.samples import article, assert_offsets, regions

STORY = "The ferry left the quay on Tuesday with nobody on board, the harbour master said in the morning."


def read(head: str, name: str = "a.txt", story: str = STORY) -> tuple[str, str, str, str]:
    """Title, day, source and byline of a head above a story; the story must be all that is left."""
    text = f"{head}\n\n{story}\n\nIt came back.\n"
    got = article(text, name)
    assert got.text.value == f"{story}\n\nIt came back.", got.text.value
    assert_offsets(got, text)
    return got.title, str(got.published.day if got.published else ""), got.source, got.byline


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "=====\nNORTH COAST BULLETIN      Vol. 9\n=====\nTitle : Ferry leaves\nDate  : 2013-05-07 (Tuesday)\n=====",
            ("Ferry leaves", "NORTH COAST BULLETIN", ""),
        ),
        ("-----\nDate: 2013-05-07\nFerry leaves\n-----", ("Ferry leaves", "", "")),
        ("Ferry leaves\nCape Journal | Tuesday, 7 May 2013", ("Ferry leaves", "Cape Journal", "")),
        ("Ferry leaves\n\nAnn Wray Arts editor\nTue 7 May 2013 17.42", ("Ferry leaves", "", "Ann Wray Arts editor")),
        ("Ferry leaves\n\nAnn Wray, shipping editor\n7 May 2013", ("Ferry leaves", "", "Ann Wray, shipping editor")),
        ("Ferry leaves\n\nEl Faro del Sur - Ana Rocha - 7 May 2013", ("Ferry leaves", "El Faro del Sur", "Ana Rocha")),
        ("Ferry leaves\n\nAnn Wray\nOrro, 7 May 2013\nPhotographs: Ida Lund", ("Ferry leaves", "Ann Wray", "")),
        ("FERRY DIGEST 19/13\nPrepared: 7 May 2013\nDistribution: all", ("FERRY DIGEST 19/13", "", "")),
        ("Ferry leaves\nTuesday 7 May 2013 - all times local", ("Ferry leaves", "", "")),
        ("Explainer: Why the ferry leaves\n7 May 2013", ("Explainer: Why the ferry leaves", "", "")),
        ("Ferry leaves\n7 May 2013\n\n_Ann Wray_", ("Ferry leaves", "", "Ann Wray")),
        ("Ferry leaves\n7 May 2013\n\nAnn van Wray", ("Ferry leaves", "", "Ann van Wray")),
        ("2013-05-07\n\n# Ferry leaves\n\n*Ann Wray*", ("Ferry leaves", "", "Ann Wray")),
        ("Ferry leaves\n\nTide wrap | Tuesday, May 7, 2013 | 17:45", ("Ferry leaves", "", "")),
        ("Ferry leaves\nCape Journal, 7 May 2013. By Ann Wray", ("Ferry leaves", "Cape Journal", "Ann Wray")),
        ("Ferry leaves\n\nBy Ann Wray\nCape Journal\n7 May 2013, 11:25", ("Ferry leaves", "Cape Journal", "Ann Wray")),
        ("Ferry leaves\nOrro Evening Sheet\nTuesday, May 7, 2013", ("Ferry leaves", "Orro Evening Sheet", "")),
        ("Published: 07/05/2013\nThe Cape Journal\n\nFerry leaves", ("Ferry leaves", "The Cape Journal", "")),
        ("HARBOUR-FERRY\nFerry leaves without a soul\n7-MAY-2013 21:06 GMT", ("Ferry leaves without a soul", "", "")),
        ("from: Cape Wire\nsent: 7 May 2013 14:48\nsubject: Ferry leaves", ("Ferry leaves", "Cape Wire", "")),
        ("From: Ann Wray <a@b.example>\nDate: 7 May 2013\nSubject: Ferry leaves", ("Ferry leaves", "", "Ann Wray")),
        ("Le bac part\n\nPublié le 7 mai 2013 à 18 h 40\nPar Anne Leroux", ("Le bac part", "", "Anne Leroux")),
    ],
)  # fmt: skip
def test_heads(head: str, expected: tuple[str, str, str]) -> None:
    assert read(head) == (expected[0], "2013-05-07", *expected[1:])


def test_markdown_heads() -> None:
    toml = '+++\ntitle = "Ferry leaves"\ndate = 2013-05-07T10:00:00Z\nsource = "Cape Wire"\n+++'
    assert read(toml, "a.md") == ("Ferry leaves", "2013-05-07", "Cape Wire", "")
    slanted = "# Ferry leaves\n\n*Cape Journal, Tuesday 7 May 2013. By Ann Wray*"
    assert read(slanted, "a.md") == ("Ferry leaves", "2013-05-07", "Cape Journal", "Ann Wray")


@pytest.mark.parametrize(
    ("words", "clock", "shift"),
    [
        ("7 May 2013 09:12 EEST", time(9, 12), 180),
        ("7 May 2013, 15:45 (UTC+6)", time(15, 45), 360),
        ("7 May 2013 15:45 GMT-03:30", time(15, 45), -210),
        ("7 May 2013 15:45 SAST", time(15, 45), 120),
        ("7 May 2013 15:45 IST", time(15, 45), None),
        ("7 May 2013 15:45 local time", time(15, 45), None),
        ("7 mai 2013 à 18 h 40", time(18, 40), None),
    ],
)
def test_clocks_and_zones(words: str, clock: time, shift: int | None) -> None:
    got = article(f"Ferry leaves\nPublished: {words}\n\n{STORY}").published
    assert got
    assert (got.day, got.clock, got.offset_minutes) == (date(2013, 5, 7), clock, shift)


def test_a_weekday_settles_figures() -> None:
    head = "title: Ferry leaves\ndate: 03/07/2013\n\n"  # 3 July was a Wednesday, 7 March a Thursday
    assert article(head + "The ferry left on Tuesday.").published is None
    far = "title: Ferry leaves\ndate: 01/05/2013\n\n"  # 1 May was a Wednesday, 5 January a Saturday
    got = article(far + "The ferry left on Wednesday.")
    assert got.published
    assert got.published.day == date(2013, 5, 1)
    assert got.notes == ("the date 01/05/2013 is read as 1 May 2013, which the text agrees with",)
    assert article(far + "The ferry left on Wednesday and came on Friday.").published is None
    assert article(far + "The ferry left last Wednesday.").published is None
    beside = article("title: Ferry leaves\ndate: 03/07/2013 (Thursday)\n\n" + STORY).published
    assert beside
    assert beside.day == date(2013, 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "News from the coast\nis rare in winter, when the ferries stop and the road is shut.",
        "From: here to there is a long way\nand nobody goes.\n\nThey stay.",
        "Par Avion\n\nThe letter came on Monday, and it was open.",
        "The Morning Post\n\nA ship called so was lost with all hands in the autumn of that year.",
        "-----\nThe ferry left. Nobody saw it go.\n-----\n\nIt came back.",
    ],
)
def test_prose_gives_no_source(text: str) -> None:
    got = article(text)
    assert (got.source, got.byline, got.published) == ("", "", None)


def test_outlets_and_rules() -> None:
    assert all(map(is_outlet, ("Cape Wire", "The Orro Times", "Radio Orro", "Agence Orro Presse")))
    assert not any(map(is_outlet, ("Times", "The ferry news", "Ann Wray", "Hard Times.", "In 2013 Times")))
    assert all(map(is_rule, ("-----", "* * *", "=== ===", "———")))
    assert not any(map(is_rule, ("--", "- item", "-----x", "")))


@pytest.mark.parametrize(
    ("line", "region", "byline"),
    [
        ("Ann Wray, with Cape Wire", "byline", "Ann Wray, with Cape Wire"),
        ("With reporting by Cape Wire", "byline", ""),
        ("(Reporting by Ann Wray; Editing by Sal Orr) Cape Wire", "byline", "Ann Wray"),
        ("Editing: P. Orr. Photographs: A. Wray", "byline", "Editing: P. Orr. Photographs: A. Wray"),
        ("Get Cape Daily: five stories a day. Subscribe", "boilerplate", ""),
        ("Get our bulletin in your inbox every morning. Unsubscribe at any time.", "boilerplate", ""),
        ("Correction, 5 May: an earlier version of this report gave a wrong name.", "boilerplate", ""),
        ("Ann Wray stayed, with two others.", "body", ""),
        ("Ann Wray writes from Orro for the Cape Journal.", "byline", "Ann Wray"),
        ("Ann Wray is a shipping correspondent of the Cape Journal", "byline", "Ann Wray"),
        ("Ann Wray is a writer who was held in Orro.", "body", ""),
        ("Filed under: Orro, Ann Wray", "link", ""),
        ("Most read: Ann Wray wins again", "link", ""),
        ("Our writer Ann Wray in Orro contributed to this report.", "byline", ""),
        ("The storm contributed to this state of affairs.", "body", ""),
        ("The correction: prices fell in May, and this was bad.", "body", ""),
        ("- - - - -", "boilerplate", ""),
    ],
)
def test_last_lines(line: str, region: str, byline: str) -> None:
    got = article(f"{STORY}\n\nIt came back on Friday, and nobody knew why it had.\n\n{line}")
    assert (regions(got)[-1], got.byline) == ((region, line), byline)


def test_an_author_note_is_no_story_but_a_note_alone_is() -> None:
    text = f"Ferry leaves\nBy Ann Wray\n\n{STORY}\n\nIt came back.\n\nAnn Wray is the author of “Grey Boats”."
    assert regions(article(text))[-1][0] == "byline"
    alone = article("Correction: an earlier version of this report named the wrong ferry.")
    assert [region for region, _ in regions(alone)] == ["body"]


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("LISBON - By nine votes to eight the board chose a ferry.", "LISBON -"),
        ("GENF - Im Streit um die Fähre zwischen den beiden Inseln gibt es erste Zeichen.", "GENF -"),
        ("Orro, Tuesday. The ferry left the quay.", "Orro, Tuesday."),
        ("EXCLUSIVE - The ferry left the quay in the night.", ""),
        ("FERRY LEAVES - BOARD SAYS NOTHING ABOUT IT", ""),
        ("Then came Orro, Tuesday. the ferry left.", ""),
    ],
)
def test_datelines_without_a_date(paragraph: str, dateline: str) -> None:
    got = article(paragraph + "\n\nIt came back.")
    assert (got.dateline.of(got.text.value) if got.dateline else "") == dateline


def test_an_event_names_a_year() -> None:
    got = article("They had met at the Low Tide 2016 exercise, officials said.\n\nThey did not speak.")
    assert got.year_guess
    assert (got.year_guess.year, got.year_guess.words) == (2016, "Low Tide 2016")
    assert article("In May 2016 exercise was rare.\n\nIt is so still.").year_guess is None
