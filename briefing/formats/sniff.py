"""Which characters the bytes of a file stand for, or why they are no text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a sound, picture or film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"OggS", "a sound"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b")
# What a Western European text holds beyond ASCII: its quotes and dashes, its signs, its accented letters.
_WESTERN = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbf") | frozenset(
    "ÀÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÜßàáâãäåæçèéêëíîïñòóôöøùúûü".encode("cp1252")
)


class Unreadable(ValueError):
    """Bytes that are no article; the message is the reason shown to the reader."""


class Decoded(NamedTuple):
    """The text of a file, without its byte order mark, and what could not be made good."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes) -> Decoded:
    """Decode a file's bytes: never loses the readable part; raises Unreadable for what is no text."""
    if not raw:
        raise Unreadable("the file is empty")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding)
    for magic, kind in _MAGIC:
        if raw.startswith(magic):
            raise Unreadable(f"not a text: it looks like {kind}")
    wide = _wide(raw[:_SAMPLE])
    if wide:
        return _decoded(raw, wide)
    _refuse_binary(raw)
    try:
        return _decoded(raw, "utf-8", "strict")
    except UnicodeDecodeError:
        return _guess(raw)


def _decoded(raw: bytes, encoding: str, errors: str = "replace", *notes: str) -> Decoded:
    text = raw.decode(encoding, errors)
    if not text.strip():
        raise Unreadable("there is no text in the file")
    if errors == "replace" and (lost := text.count("\ufffd")):
        lost -= 0 if encoding != "utf-8" else raw.count(b"\xef\xbf\xbd")
        notes = (*notes, f"{lost} undecodable byte{'s' if lost > 1 else ''}") if lost > 0 else notes
    if nulls := text.count("\x00"):
        notes = (*notes, f"{nulls} NUL character{'s' if nulls > 1 else ''} left out")
    return Decoded(text, encoding, notes)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: one byte of most pairs is zero, and always the same one."""
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * pairs and even <= 0.02 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd <= 0.02 * pairs:
        return "utf-16-be"
    return ""


def _refuse_binary(raw: bytes) -> None:
    head = raw[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 0.1 * len(head) or (controls > 3 and controls > 0.01 * len(head) and b"\x00" in head):
        raise Unreadable("not a text: it looks like a binary file")


def _guess(raw: bytes) -> Decoded:
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if len(text) - lost - sum(map(len, text.encode("ascii", "ignore").splitlines(keepends=True))) >= lost:
        return _decoded(raw, "utf-8")  # damaged, but most of what is beyond ASCII is sound UTF-8
    high = [byte for byte in raw[:_SAMPLE] if byte > 127]
    if len(high) < 0.08 * min(len(raw), _SAMPLE) and _WESTERN.issuperset(high):
        encoding = "cp1252"
    else:
        encoding = _detect(raw[:_SAMPLE])
    return _decoded(raw, encoding, "replace", f"not Unicode: read as {_NAMES.get(encoding, encoding)}")


_NAMES = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "cp1250": "Windows-1250", "latin_1": "ISO 8859-1"}


def _detect(head: bytes) -> str:
    from charset_normalizer import from_bytes  # a hundred tables; only a file that is not Unicode needs them

    best = from_bytes(head).best()
    return best.encoding if best and not best.encoding.startswith("utf") else "cp1252"
