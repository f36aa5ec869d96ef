"""A claim that copies of one report repeat is one claim; a changed figure, name or negation is another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.library.library import Library
from briefing.library.parts import Parts
from briefing.library.repeats import _Words
from briefing.model.claim import Claim, ClaimFilter
from briefing.model.timeline import TimelineAsk
from briefing.notebook import decisions
from briefing.notebook.subject import ArticleSubject
from tests.library.conftest import Desk
from tests.library.prose import report
from tests.library.state import content

REST = report(1)
DEEDS = (
    "General Khalifa Haftar met the UN envoy in Tripoli on 1 March 2021.",
    "Haftar lost 40 soldiers in Sirte on 2 March 2021.",
    "Haftar was seen in Cairo on Wednesday.",
)


def text(day: int | None, *deeds: str) -> str:
    head = f"Published: 2021-03-0{day}\n\n" if day else ""
    return f"Envoys meet\n\n{head}{' '.join(deeds)}\n\n{REST}\n"


def write(folder: Path, **articles: str) -> None:
    for name, body in articles.items():
        (folder / f"{name}.txt").write_text(body, "utf-8")


@pytest.fixture
def printed(desk: Desk) -> Desk:
    desk.parts = Parts(workers=1)
    write(
        desk.folder,
        a=text(4, *DEEDS),
        b=text(5, DEEDS[0].replace("met the", "has met the"), DEEDS[1].replace("40", "70"), DEEDS[2]),
        c=text(None, *DEEDS),
        d=text(6, DEEDS[0].replace("Tripoli", "Benghazi")),
        other=f"Another\n\nPublished: 2021-03-04\n\n{DEEDS[0]} Nobody else was there, and nothing was signed.\n",
    )
    desk.build()
    return desk


@pytest.fixture
def library(printed: Desk) -> Iterator[Library]:
    with closing(printed.library()) as made:
        yield made


def of_haftar(library: Library, raw: str = "", **asked: Any) -> list[Claim]:
    query = library.parse(raw) if raw else None
    wanted = ClaimFilter(**asked)
    claims, total = library.claims(wanted, query, 0, 1000)
    assert total == len(claims)
    assert [claim for claim, _ in library.each_claim(wanted, query)] == library.with_places(claims, query)
    return [claim for claim in library.with_places(claims, query) if claim.name == "Khalifa Haftar"]


def told(claims: list[Claim]) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(claim.when.value, claim.cite, claim.also) for claim in claims]


def test_a_repeated_claim_is_one_row_with_the_citations_of_the_others(library: Library) -> None:
    assert told(of_haftar(library)) == [
        ("2021-03-01", "a.txt:p1", ("b.txt:p1", "c.txt:p1")),
        ("2021-03-01", "d.txt:p1", ()),
        ("2021-03-01", "other.txt:p1", ()),
        ("2021-03-02", "a.txt:p1", ("c.txt:p1",)),
        ("2021-03-02", "b.txt:p1", ()),
        ("2021-03-03", "a.txt:p1", ("b.txt:p1", "c.txt:p1")),
    ]
    assert [claim.repeats for claim in of_haftar(library)] == [2, 0, 0, 1, 0, 2]
    assert of_haftar(library, unplaced=True) == []  # "Wednesday" of the undated copy is the same Wednesday


def test_each_by_itself_on_request(library: Library) -> None:
    assert len(of_haftar(library, every=True)) == 10
    assert not any(claim.repeats or claim.also for claim in of_haftar(library, every=True))
    assert [claim.cite for claim in of_haftar(library, every=True, unplaced=True)] == ["c.txt:p1"]


def test_what_only_copies_tell_of_those_asked_for_is_told(library: Library) -> None:
    assert told(of_haftar(library, "path:b.txt OR path:c.txt"))[0] == ("2021-03-01", "b.txt:p1", ("c.txt:p1",))
    assert [each[1] for each in told(of_haftar(library, "path:c.txt", unplaced=True))] == ["c.txt:p1"]
    assert len(of_haftar(library, "path:b.txt")) == 3
    assert [claim.cite for claim in of_haftar(library, "path:b.txt", unheard=True)] == ["b.txt:p1"]


def test_the_timeline_and_the_dossier_count_once(library: Library) -> None:
    haftar = library.find_actor("haftar").id
    assert library.timeline(TimelineAsk(haftar)).claims == 6
    assert library.timeline(TimelineAsk(haftar, every=True)).claims == 10
    query = library.parse("path:b.txt OR path:c.txt")
    assert library.timeline(TimelineAsk(haftar), query).claims == 4
    head = library.dossier(haftar).head()
    assert (head.claims, head.unplaced) == (6, 0)
    assert library.dossier(haftar).claims(0, 10)[1] == 6


def test_the_same_in_whatever_order_things_came(printed: Desk) -> None:
    once = content(printed.store)["repeats"]
    assert len(once) == 8
    write(printed.folder, a=text(4, DEEDS[1]))
    printed.build()
    assert content(printed.store)["repeats"] != once
    (printed.folder / "b.txt").unlink()
    printed.build()
    write(printed.folder, a=text(4, *DEEDS))
    printed.build()
    write(printed.folder, b=text(5, DEEDS[0].replace("met the", "has met the"), DEEDS[1].replace("40", "70"), DEEDS[2]))
    printed.build()
    after = content(printed.store)
    assert (after["repeats"], after["unmatched"]) == (once, (0,))
    printed.build(rebuild=True)
    assert content(printed.store)["repeats"] == once


def test_a_date_set_makes_another_article_the_first_and_undo_takes_it_back(printed: Desk, library: Library) -> None:
    before = content(printed.store)
    number = library.locate("c.txt")[0]
    card = library.cards([number])[0]
    library.notebook.decide(decisions.set_date(ArticleSubject(card.id, card.fingerprint, card.name), date(2021, 3, 3)))
    library.notebook.flush()
    assert library.correct()
    assert told(of_haftar(library))[0] == ("2021-03-01", "c.txt:p1", ("a.txt:p1", "b.txt:p1"))
    library.notebook.undo()
    library.notebook.flush()
    assert library.correct()
    assert content(printed.store) == before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The union ended the strike on Monday.", "The union has ended the strike on Monday.", True),
        ("The union ended the strike on Monday.", "The union ended its long strike on Monday.", True),
        ("Some 40 ships left on Monday.", "Some 70 ships left on Monday.", False),
        ("Some forty ships left.", "Some twenty ships left.", False),
        ("The talks with Norway ended on Monday.", "The talks with Sweden ended on Monday.", False),
        ("The union will end the strike.", "The union will not end the strike.", False),
        ("The union ended the strike.", "The board bought new cranes for the harbour.", False),
    ],
)
def test_nearly_the_same_words(one: str, other: str, same: bool) -> None:
    assert _Words(one).are_nearly(_Words(other)) is same


def test_what_a_new_copy_repeats_is_no_news(printed: Desk) -> None:
    with closing(printed.library()) as library:
        before = library.newest()
    write(printed.folder, e=text(7, *DEEDS))
    printed.build()
    with closing(printed.library()) as library:
        news = library.news(before)
        assert (len(news.articles), news.claims) == (1, 0)
    write(printed.folder, f=text(7, DEEDS[0], DEEDS[1].replace("40", "400")))
    printed.build()
    with closing(printed.library()) as library:
        assert library.news(before).claims >= 1
