"""The first two letters of the word at each position, as bitmaps: one for each bit of a letter's number.

While a phrase is typed its last word is a beginning, and reading the positions of all words in t to see which follow
`"of` takes long. These maps say it at once.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable
from itertools import repeat

LETTERS = 2
BITS = 5
PLANES = LETTERS * BITS
_DIGIT, _OTHER = 30, 31


def _code(letter: str) -> int:
    """1 to 26 for a to z; the others share numbers."""
    if "a" <= letter <= "z":
        return ord(letter) - 96
    return _DIGIT if letter.isdigit() else _OTHER


class LetterMap:
    """Takes the words of a field in order; of two at one position the later is the longer one, and counts."""

    def __init__(self, positions: int) -> None:
        self._codes = [bytearray(positions) for _ in range(LETTERS)]

    def add(self, word: str, positions: array[int]) -> None:
        """A word and where it stands."""
        for codes, letter in zip(self._codes, word, strict=False):
            deque(map(codes.__setitem__, positions, repeat(_code(letter))), maxlen=0)

    def planes(self) -> list[bytes]:
        """The bitmaps of the first letter, lowest bit first, then those of the second."""
        size = (len(self._codes[0]) + 7) >> 3
        turned = [bytes(reversed(codes)) for codes in self._codes]
        return [
            int(codes.translate(_DIGITS[bit]) or b"0", 2).to_bytes(size, "little")
            for codes in turned
            for bit in range(BITS)
        ]


_DIGITS = [bytes(ord("1") if code >> bit & 1 else ord("0") for code in range(256)) for bit in range(BITS)]


class LetterFinder:
    """Reads the bitmaps back; `plane` gets one."""

    def __init__(self, plane: Callable[[int], memoryview]) -> None:
        self._plane = plane

    def among(self, prefix: str, positions: int) -> int:
        """Of a bitmap of positions, those of a word that may begin so."""
        for number, wanted in _wanted(prefix):
            plane = int.from_bytes(self._plane(number), "little")
            positions &= plane if wanted else ~plane
        return positions

    def among_few(self, prefix: str, positions: list[int]) -> list[int]:
        """The same of a list."""
        for number, wanted in _wanted(prefix):
            plane = self._plane(number)
            end = 8 * len(plane)
            positions = [at for at in positions if at < end and (plane[at >> 3] >> (at & 7) & 1) == wanted]
        return positions


def is_told(prefix: str) -> bool:
    """Whether the bitmaps alone say that a word begins so."""
    return len(prefix) <= LETTERS and all("a" <= letter <= "z" for letter in prefix)


def _wanted(prefix: str) -> list[tuple[int, int]]:
    """Bitmaps, and the bit that each must have."""
    return [
        (BITS * place + bit, _code(letter) >> bit & 1)
        for place, letter in enumerate(prefix[:LETTERS])
        for bit in range(BITS)
    ]
