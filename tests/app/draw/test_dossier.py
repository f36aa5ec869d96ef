"""A dossier drawn: every row fits, every row leads somewhere, in ASCII too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.dossier import (
    Names,
    Seen,
    Told,
    Words,
    card_entries,
    company_entries,
    company_label,
    figure_groups,
    head_entries,
    note_lines,
    source_entries,
)
from briefing.app.draw.entry import Entry
from briefing.app.draw.ink import Ink
from briefing.app.draw.pairs import pair_entries
from briefing.model.actor import ActorId, ActorType
from briefing.model.article import article_id
from briefing.model.claim import FigureClaim
from briefing.model.dossier import Company, DossierHead, NameUse, RoleSeen, SourceUse, TypeUse, group_figures
from briefing.model.hit import ActorRow, Card
from briefing.model.identity import Counted, SameAs
from briefing.model.pairs import Named, Pair, Pairs, Within
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, words

DAY, LATER = date(2021, 1, 23), date(2023, 6, 1)


def head_of(name: str = "Wagner", role: str = "mercenary group") -> DossierHead:
    counted = (Counted(name, ActorType.OTHER, 2, SameAs.TOLD),)
    row = ActorRow(ActorId("w"), name, ActorType.ARMED_GROUP, 12, 40, (), role, DAY, LATER, counted)
    types = (TypeUse(ActorType.ARMED_GROUP, 11), TypeUse(ActorType.OTHER, 1))
    names = (NameUse(name, 11), NameUse("PMC", 2))
    roles = (RoleSeen(role, 3, DAY, LATER), RoleSeen("guest", 1, None, None))
    return DossierHead(row, names, types, roles, (SourceUse(role, 1),), 7, 1, 2, DAY, DAY)


def figure(surface: str, low: float, said_by: str, value: str = "") -> FigureClaim:
    return FigureClaim(1, "libya/001.txt", surface, low, low, "fighters", said_by, value, DAY.toordinal(), 5, 10)


def text(*entries: Entry) -> str:
    return "\n".join(words(line).rstrip() for entry in entries for line in entry.lines)


def test_head() -> None:
    drawn = list(head_entries(head_of(), 80, INK))
    assert text(*drawn) == (
        "  armed group (articles take it for: armed group 11, other 1)  7 claims, 2 fig…\n"
        "  in articles 2021-01-23 to 2023-06-01 · told of 2021-01-23\n"
        " NAMES\n"
        "  Wagner 11 · PMC 2\n"
        " ROLES\n"
        "  mercenary group                         3 articles  2021-01-23 to 2023-06-01\n"
        "  guest                                                     1 article  undated\n"
        " COUNTED WITH IT\n"
        "  Wagner (other, 2 articles)\n"
        "    was merged into Wagner by you"
    )
    targets = [entry.target for entry in drawn if entry.can_be_chosen]
    assert targets == [Seen(DAY), Names(), Words("mercenary group"), Words("guest"), Words("Wagner")]
    assert [entry.target for entry in source_entries(head_of(), 80, INK)][1:] == [Told("mercenary group")]


def test_figures_stand_side_by_side_with_who_gave_them() -> None:
    groups = group_figures([figure("up to 1,200 fighters", 1200, "UN report", "2020"), figure("2,000", 2000, "CNN")])
    assert text(*figure_groups(groups, 80, INK)) == (
        "  fighters: differ, 2 sources\n"
        "    up to 1,200 fighters  2020          said UN report     libya/001.txt:p5\n"
        "    2,000                 (2021-01-23)  said CNN           libya/001.txt:p5"
    )


@pytest.mark.parametrize("ink", [INK, ASCII_INK])
def test_with_whom(ink: Ink) -> None:
    other = Named(ActorId("r"), "Russia", ActorType.STATE)
    drawn = [company_label(60, ink), *company_entries([Company(other, 1, 12, 1234)], 60, ink)]
    lines = text(*drawn).splitlines()
    assert lines[0].endswith("clause  sentence  article")
    assert lines[1].endswith("1        12    1,234")
    assert len(lines[0]) == len(lines[1])


@given(ANY_TEXT, ANY_TEXT, st.integers(40, 200), INKS)
def test_whatever_it_is_called_it_fits(name: str, role: str, room: int, ink: Ink) -> None:
    other = Named(ActorId("x"), name, ActorType.PERSON)
    card = Card(1, article_id("a", ""), name, role, False, None, 2021, name, "en", 10)
    pairs = Pairs(Within.SENTENCE, (Pair(other, other, 3),))
    groups = group_figures([figure(name, 1, role, role)])
    drawn = [
        *head_entries(head_of(name, role), room, ink),
        *source_entries(head_of(name, role), room, ink),
        *figure_groups(groups, room, ink),
        *company_entries([Company(other, 1, 2, 3)], room, ink),
        *card_entries([card], room, ink),
        *pair_entries(pairs, True, room, ink),
        *pair_entries(pairs, False, room, ink),
        Entry(note_lines(f"{name}\n{role}", room, ink)),
    ]
    for entry in drawn:
        for line in entry.lines:
            assert cells(words(line)) <= room
            if ink is ASCII_INK:
                assert words(line).isascii()
