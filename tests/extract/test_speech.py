"""Who is meant inside quotation marks: the speaker by I and me, somebody else by he; speech over several sentences."""

from __future__ import annotations

import pytest

from tests.extract.making import ties


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ('"I left the bank on Monday," said Ann Wray.', {"Ann Wray"}),
        ('"They telephoned me on Monday," said Ann Wray.', {"Ann Wray"}),
        ('"We left the bank on Monday," said Ann Wray.', set()),
        ('"It is late," said Ann Wray in the kitchen. "They telephoned me again on Monday. It was wet."', {"Ann Wray"}),
        ('"It is late," said Ann Wray in the kitchen.\n\n"They telephoned me again on Monday. It was wet."', set()),
        ('Abel Norrin was a surveyor. "He died of it on Monday last," said Ann Wray.', {"Abel Norrin"}),
        ('Abel Norrin slept. "He died of it on Monday last," he said.', set()),
        (
            'Abel Norrin said on Friday: "We asked Karl Holt to help. He sent a card on Monday. It was late."',
            {"Karl Holt"},
        ),
    ],
)
def test_who_is_meant_in_a_speech(text: str, tied: set[str]) -> None:
    assert {name for name, words in ties(text) if words == "Monday"} == tied
