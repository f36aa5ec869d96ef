"""The table of weights as one small file: nine bytes a feature row, 128 for nothing, packed; and what steps add.

The file has the bytes label by label, for each label has its own spread of weights; and as hardly any bytes ever come
again in the same order, they are only given shorter codes, which packs a tenth tighter than looking for repeats.
"""

from __future__ import annotations

import os
import struct
import zlib

from briefing.extract.tagger.features import ROWS
from briefing.extract.tagger.labels import COUNT
from briefing.model.typed import NamedTuple

FILE = os.path.join(os.path.dirname(__file__), "weights.bin")  # no Path, which loads a module for web addresses
NOTHING = 128
WIDE = 2 * COUNT
"""Bytes of one row with two bytes a label: rows are then added up as whole numbers, all labels at once."""
_MAGIC = b"names3\n"
_STEPS = struct.Struct(f"<{(COUNT + 1) * COUNT}h")
_ROW = struct.Struct(f"<{COUNT}H")
unpack = _ROW.unpack


class Weights(NamedTuple):
    """`rows` has `WIDE` bytes a row, each label's weight plus `NOTHING`; `steps[before][label]` is signed."""

    rows: bytes
    steps: tuple[tuple[int, ...], ...]


def pack(rows: bytes, steps: list[list[int]]) -> bytes:
    """The file for these rows of `COUNT` bytes."""
    packer = zlib.compressobj(memLevel=9, strategy=zlib.Z_HUFFMAN_ONLY)
    by_label = b"".join(rows[label::COUNT] for label in range(COUNT))
    return _MAGIC + _STEPS.pack(*(step for line in steps for step in line)) + packer.compress(by_label) + packer.flush()


def unpacked(packed: bytes) -> Weights:
    """The weights in a file's bytes."""
    if not packed.startswith(_MAGIC):
        raise ValueError("this is no file of weights, or one of another version")
    start = len(_MAGIC)
    steps = _STEPS.unpack_from(packed, start)
    by_label = memoryview(zlib.decompress(packed[start + _STEPS.size :], bufsize=ROWS * COUNT))
    wide = bytearray(ROWS * WIDE)
    for label in range(COUNT):
        wide[2 * label :: WIDE] = by_label[label * ROWS : (label + 1) * ROWS]
    return Weights(bytes(wide), tuple(steps[at : at + COUNT] for at in range(0, len(steps), COUNT)))


def shipped() -> Weights:
    """The weights that come with the program."""
    with open(FILE, "rb") as file:
        return unpacked(file.read())
