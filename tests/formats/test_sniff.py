"""Bytes to characters."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.formats.sniff import Unreadable, decode

_WORDS = "The café’s owner said “no” – twice."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    decoded = decode(_WORDS.encode(encoding))
    assert decoded.text == _WORDS
    assert decoded.notes == ()


def test_windows_1252_is_read_and_said() -> None:
    decoded = decode((_WORDS + " It was open to all who came that day.").encode("cp1252"))
    assert decoded.text.startswith(_WORDS)
    assert decoded.notes == ("not Unicode: read as Windows-1252",)


def test_others_by_detection() -> None:
    words = "Министр сказал во вторник, что переговоры на границе будут продолжены в столице."
    decoded = decode(words.encode("cp1251"))
    assert decoded.text == words
    assert decoded.notes == ("not Unicode: read as Windows-1251",)


def test_damaged_utf8_keeps_what_can_be_read() -> None:
    decoded = decode("приве".encode() + b"\xff" + "т мир".encode())
    assert decoded.text == "приве\ufffdт мир"
    assert decoded.notes == ("1 undecodable byte",)


def test_a_replacement_character_in_the_file_is_not_counted() -> None:
    assert decode("already \ufffd here".encode()).notes == ()


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    decoded = decode(b"A long enough line of prose with one \x00 in it.\n" * 3)
    assert decoded.notes == ("3 NUL characters left out",)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n\n", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 4, "binary"),
        (b"A\x00\x01\x02\x03", "binary"),
    ],
)
def test_what_is_no_text(raw: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        decode(raw)


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    with suppress(Unreadable):
        assert decode(raw).text.strip()


def test_detectors_are_not_loaded_for_unicode_in_english() -> None:
    code = (
        "import sys; from briefing.formats.plain import PlainText; from briefing.formats.seam import FileHint;"
        "text = 'The minister said that the talks in the capital will go on.'.encode();"
        "assert list(PlainText().read(text, FileHint('a.txt')))[0].language == 'en';"
        "print([m for m in ('charset_normalizer', 'gcld3', 'dateutil', 'importlib.metadata') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
