from __future__ import annotations

import pytest

from briefing.extract.sentences import sentences, split_sentences
from briefing.model.text import Region, Span
from tests.extract.making import article


def split(text: str, region: Region = Region.BODY) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)), region)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. Then it stopped.", 2),
        ("Mr. Vane met Gen. Ortiz on Nov. 5 in St. Ives.", 1),
        ("J. K. Sorley of the U.S. Navy spoke. He left.", 2),
        ("He lives in the U.S. The visit is over.", 2),
        ("“We will stay.” The mayor left.", 2),
        ("Is it true? Nobody knows! They went home.", 3),
        ("Prices rose 3.5 percent. No. 7 was closed.", 2),
        ("It grew to 4.2 million e.g. in towns.", 1),
        ("The talks … stalled again.", 1),
        ("Spokesman P.J. Vane left. A.L. Orral stayed.", 2),
        ("They study the sun. Probes fly on Sun. Vane said.", 2),
        ("A U.S. - Orlane pact, kept since A.D. 301, and Vane Jr. - who left.", 1),
        ("They met in Washington, D.C. The talks failed.", 2),
        ("It ended World War I. The king fled with A. I. Vane.", 2),
        ("They won 6-3, 06-Mar. Orral lost.", 2),
        ("She met Arun Sen. The couple left with Sen. Ann Wray.", 2),
        ("They met Gen. A. Vane.", 1),
        ("Nothing here", 1),
        ("", 0),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_rows_of_a_table_are_sentences() -> None:
    assert split("Oil, 12. May\nGas, 3", Region.TABLE) == ["Oil, 12. May", "Gas, 3"]
    assert split("* Oil fell. It rose.\n* Gas", Region.LIST) == ["* Oil fell.", "It rose.", "* Gas"]


def test_wrapped_lines_of_a_paragraph_are_one() -> None:
    assert len(split("The mayor of the\ntown left.")) == 1


def test_only_the_story_is_split() -> None:
    found = article("By Ann Wray\n\nThe port closed. Ships waited.\n\nRead: Port Opens")
    assert [span.of(found.text.value) for span in sentences(found)] == ["The port closed.", "Ships waited."]
