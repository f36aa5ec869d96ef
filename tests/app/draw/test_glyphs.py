"""What a terminal without Unicode is shown: names without their accents, marks of its own, nothing but ASCII."""

from __future__ import annotations

from hypothesis import given

from briefing.app.draw.glyphs import ASCII, UNICODE
from tests.app.draw.samples import ANY_TEXT


def test_names_keep_their_letters() -> None:
    assert ASCII.plain("Kadiatou Bensé, Łódź, Øresund – Haftar’s “quay” … 北京") == (
        'Kadiatou Bense, Lodz, Oresund - Haftar\'s "quay" ... ??'
    )
    assert UNICODE.plain("Bensé 北京") == "Bensé 北京"


@given(ANY_TEXT)
def test_nothing_but_ascii_and_narrow_never_longer(text: str) -> None:
    assert ASCII.plain(text).isascii()
    assert len(ASCII.narrow(text)) <= len(text)
