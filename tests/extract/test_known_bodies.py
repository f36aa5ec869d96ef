"""Bodies that the world knows, under the names an article gives them; and whom a name means that two share."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest

from briefing.extract import lexicon
from tests.extract.making import actors


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Chevron Corp. left. Chevron said little.", "Chevron", {"Chevron Corp"}),
        ("The Boeing Company met Airbus. Boeing won.", "Boeing", {"Boeing Company"}),
        ("Samsung Electronics Co Ltd fell.", "Samsung", {"Samsung Electronics Co Ltd"}),
        ("Fighters of the Allied Democratic Forces left. The ADF denied it.", "Allied Democratic Forces", {"ADF"}),
        ("The European Union met in May. Brussels froze the talks.", "European Union", {"Brussels"}),
        ("Belgium met the European Union. Brussels froze the talks.", "Belgium", {"Brussels"}),
        ("A court stopped the Varnell Group. Varnell, which Ola Varnell founded, left.", "Varnell Group", {"Varnell"}),
        ("The Varnell Group built it. Varnell paid. Ola Varnell wept.", "Varnell Group", {"Varnell"}),
        ("The Varnell Group built it. Ola Varnell wept. Varnell left.", "Ola Varnell", {"Varnell"}),
    ],
)
def test_under_which_names(text: str, name: str, aliases: set[str]) -> None:
    found = next((one for one in actors(text).values() if one.name == name or name in one.aliases), None)
    assert found is not None
    assert {found.name, *found.aliases} == {name, *aliases}


def test_who_speaks_of_itself_is_a_body() -> None:
    found = actors("Varnell said on Tuesday it had agreed to sell a mine. It is why they like Varnell.")
    assert found["Varnell"].type.value == "organisation"


def test_neither_nor_describes_nobody() -> None:
    assert actors("Neither the bank nor Abel Norrin spoke. Abel Norrin left.")["Abel Norrin"].descriptions == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They bought it from Roman Norrin in May.", {"Roman Norrin"}),
        ("Roman Catholic bishops met.", set()),
        ("The Anti-Corruption Bureau (ACB) met.", {"Anti-Corruption Bureau"}),
        ("Pro-Norrin crowds met.", set()),
        ("He took a Mercedes-Benz from them. Two Boeing 737s fell.", set()),
        ("A Boeing engineer left.", {"Boeing"}),
        (
            "Agents of the Bureau of Alcohol, Tobacco, Firearms and Explosives came.",
            {"Bureau of Alcohol, Tobacco, Firearms and Explosives"},
        ),
        (
            "He met the Halden North MP. She met Conservative MP Sir Abel Norrin. The Metropolitan Police left.",
            {"Metropolitan Police", "Abel Norrin"},
        ),
        ("A day earlier France left. It grounded the 737 Lux. They met at the Norrin plant.", {"France"}),
        ("The Arden High Court met. The same court ruled in May.", {"Arden High Court"}),
        ("The Vane Forward Party left. Vane Forward's head fell.", {"Vane Forward Party"}),
        ("District Attorney Abel Norrin spoke.", {"Abel Norrin"}),
        ("The agency's head Ivo Park met Minister Ronen Bar.", {"Ivo Park", "Ronen Bar"}),
        ("Pakistan Tehreek-e-Norrin (PTN) won.", {"Pakistan Tehreek-e-Norrin"}),
    ],
)
def test_who_is_named(text: str, names: set[str]) -> None:
    assert set(actors(text)) == names


def test_one_of_the_largest_companies_is_a_body() -> None:
    found = actors("In 1954 she joined Ciranda, then one of the island's largest companies, as a chemist.")
    assert found["Ciranda"].type.value == "organisation"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met in Atlanta. Georgia voted in May. Georgia won.", "place"),
        ("They met in Tbilisi. Georgia voted in May. Alabama wept.", "state"),
    ],
)
def test_which_georgia(text: str, kind: str) -> None:
    assert actors(text)["Georgia"].type.value == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korean carmaker Norrin Motor left.", ("South Korean carmaker",)),
        ("He was the one who joined chairman Abel Norrin.", ("chairman",)),
        ("They met the disgraced banker Abel Norrin.", ("disgraced banker",)),
    ],
)
def test_what_describes(text: str, expected: tuple[str, ...]) -> None:
    assert next(iter(actors(text).values())).descriptions == expected


def test_a_surname_stays_with_who_goes_by_it() -> None:
    found = actors("Abel Norrin left. Norrin fell. His aide Gor Norrin spoke. " + "It rained. " * 20 + "Norrin wept.")
    assert [len(found[name].mentions) for name in ("Abel Norrin", "Gor Norrin")] == [3, 1]


def test_a_day_earlier_describes_nobody() -> None:
    assert actors("A day earlier France and Italy had left.")["France"].descriptions == ()


def test_no_name_stands_in_two_lines_of_the_tables() -> None:
    lines = [
        line
        for table in ("bodies.txt", "armed.txt", "media.txt", "companies.txt")
        for line in lexicon.written(table).decode().splitlines()
        if line and not line.startswith("#")
    ]
    names = (
        {name.strip().replace("’", "'") for name in line.replace("|", ",").split(",") if name.strip()} for line in lines
    )
    assert {name: count for name, count in Counter(chain.from_iterable(names)).items() if count > 1} == {}
