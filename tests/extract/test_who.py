"""Who is found: names that only the words beside them explain, and who is left out."""

from __future__ import annotations

import pytest

from tests.extract.making import actors


def kinds(text: str) -> dict[str, str]:
    return {name: actor.type.value for name, actor in actors(text).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Danish nurse and the Swiss charity Solhav left.", {"Solhav": "organisation"}),
        ("Danish troops left. The Swiss have paid.", {"Denmark": "state", "Switzerland": "state"}),
        ("World Larder, the agency that fed them, closed.", {"World Larder": "organisation"}),
        ("Social Meadow, a rebel group, left.", {"Social Meadow": "armed_group"}),
        ("Orvar, the state tin company, closed.", {"Orvar": "organisation"}),
        ("The Golden Heron, a missing trawler, sank.", {"Golden Heron": "other"}),
        ("On Monday the Bella Marun swung round and hit a ferry.", {"Bella Marun": "other"}),
        ("The charity that runs the home, Lantern North, was fined.", {"Lantern North": "organisation"}),
        ("The owner of the Bella Marun was jailed.", {"Bella Marun": "other"}),
        ("Organisers from Open Orchard spoke.", {"Open Orchard": "organisation"}),
        ("Gunmen of the Frente Marino came.", {"Frente Marino": "armed_group"}),
        ("Fighters of the Orvar Ridge fled.", {"Orvar Ridge": "armed_group"}),
        ("The Orvar People's Army fled.", {"Orvar People's Army": "armed_group"}),
    ],
)
def test_what_the_words_beside_a_name_say(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected
