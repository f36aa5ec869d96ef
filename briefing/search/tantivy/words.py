"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position, and behind it how it begins: `left al-Jufra` is `left ~le al ~al jufra ~ju`, so that
words that begin with two letters are one list, in phrases too. Joined forms, which few articles have, stand at the end
of the text, each as a paragraph of its own; `Spelling.beside` tells what they stand beside. Between paragraphs stand
more marks than any phrase asked of the index spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

from briefing.model.typed import NamedTuple
from briefing.search.tantivy.pairs import HEAD_MARKS, pairs, unmarked
from briefing.search.tantivy.schema import BEGINS, BETWEEN, SHORT, neighbours
from briefing.search.tokens import LONGEST, Token, tokens

MARK = "."
"""Keeps a position free. No token is just that."""
_GAP, _ODD, _END = b"\x01", b"\x02", b"\x03"
"""Stand between paragraphs until they are spelled out; before what is odd, and behind its place among the odd."""
_APART = f" {_GAP.decode()} "
_BEGINS = BEGINS.encode()
_HEAD_MARKS = {word.decode(): mark.decode() for word, mark in HEAD_MARKS.items()}
_GAPS = b" ".join([MARK.encode()] * BETWEEN)
_NO_LETTER = bytes(code for code in range(256) if not bytes((code,)).isalnum())
_first = itemgetter(0)
_BETWEEN = f" {_GAPS.decode()} "
_MOST_CHUNKS = 200_000
_OUTSIDE = b".,'-\""
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01" else "'" if code == 0x60 else " "
    for code in range(128)
).encode() + bytes(128)


class _Joined(NamedTuple):
    """A joined form: its text; the word before it, where one is held together with it; how two tokens are told."""

    text: str
    last: str
    with_second: str
    """It stands beside the second of its own parts."""
    behind: str
    """How the token ends that tells of it and of a word before it, in any text."""


class Spelling(NamedTuple):
    """Paragraphs spelled out less their joined forms; first letters; joined forms; what tells what is beside these;
    notes on pairs of words."""

    text: str
    letters: str
    joined: AbstractSet[str] = frozenset()
    beside: Sequence[str] = ()
    pairs: str = ""

    @property
    def whole(self) -> str:
        """The text with the joined forms."""
        if not self.joined:
            return self.text
        return _BETWEEN.join((self.text, *(f"{word} {BEGINS}{word[:SHORT]}" for word in sorted(self.joined))))


class _Chunks(dict[bytes, bytes]):
    """What stands between two spaces, spelled out once; what is odd names its place among such."""

    def __init__(self) -> None:
        super().__init__({_GAP: _GAPS})
        self.odd: list[tuple[str, list[_Joined]]] = []
        """With which letters its words begin, and its joined forms."""

    def forget(self) -> None:
        """Begins anew."""
        self.clear()
        self.odd.clear()
        self[_GAP] = _GAPS

    def __missing__(self, chunk: bytes) -> bytes:
        core = _plain(chunk.strip(_OUTSIDE))
        if core and core[0] == chunk[0] and len(core) <= LONGEST:
            self[chunk] = made = b"%b %b%b" % (core, _BEGINS, core[:SHORT]) + HEAD_MARKS.get(core, b"")
            return made
        found = _held(chunk.strip(_OUTSIDE)) or tokens(chunk.decode("utf-8", "surrogatepass"))
        words = [token.text for token in found if not token.joined]
        made = " ".join(map(_said, words)).encode("utf-8", "surrogatepass")
        forms, letters = list(_joined(found)), "".join(word[:1] for word in words)
        if forms or letters.encode("utf-8", "surrogatepass") != chunk[:1]:
            made = b"%b%d%b%b" % (_ODD, len(self.odd), _END, made)
            self.odd.append((letters, forms))
        self[chunk] = made
        return made


def _said(word: str) -> str:
    return f"{word} {BEGINS}{word[:SHORT]}{_HEAD_MARKS.get(word, '')}"


def _joined(found: Sequence[Token]) -> Iterator[_Joined]:
    last = ""
    for at, token in enumerate(found):
        if token.joined:
            first, second = found[at + 1].text, found[at + 2].text
            yield _Joined(token.text, last, f"{neighbours('', token.text, second)}/0", f"{token.text}/{len(first)}")
        else:
            last = token.text


def _plain(core: bytes) -> bytes:
    """The token of a word of ASCII, of one that owns something, of a number with a comma or point; else nothing."""
    if core.isalnum():
        return core
    if core.endswith(b"'s") and core[:-2].isalnum():
        return core[:-2]
    left, point, right = core.partition(b",")
    if not point:
        left, point, right = core.partition(b".")
    if not (left.isdigit() and right.isdigit()):
        return b""
    return left + right if point == b"," and len(left) <= 3 == len(right) else b"%b.%b" % (left, right)


def _held(core: bytes) -> list[Token]:
    """The tokens of two words of ASCII that a hyphen or an apostrophe holds together; else none."""
    hyphen = b"-" if b"-" in core else b"'"
    left, _, right = core.partition(hyphen)
    if not (left.isalnum() and right.isalnum() and len(core) <= LONGEST) or (hyphen == b"'" and right == b"s"):
        return []
    first, second = left.decode(), right.decode()
    return [Token(first + second, 0, 0, 0, joined=True), Token(first, 0, 0, 0), Token(second, 0, 0, 1)]


_chunks = _Chunks()


def spell(paragraphs: Sequence[str]) -> Spelling:
    """All paragraphs of a field."""
    words, said = _spelled(paragraphs)
    return _spelling(said, _letters(words))


def spell_article(title: str, story: Sequence[str]) -> tuple[Spelling, Spelling]:
    """The title, of which no letters are told, and the title with the story."""
    words, said = _spelled((title, *story))
    end = words.index(_GAP) if story else len(words)
    return _spelling(said[:end], "", is_title=True), _spelling(said, _letters(words))


def _spelled(paragraphs: Sequence[str]) -> tuple[list[bytes], list[bytes]]:
    """What stands between spaces, as it is and spelled out; in C from end to end."""
    if len(_chunks) > _MOST_CHUNKS:
        _chunks.forget()
    words = _apart(paragraphs)
    return words, list(map(_chunks.__getitem__, words))


def _letters(words: Sequence[bytes]) -> str:
    """With which of ASCII they begin, less those that are odd."""
    return bytes(set(map(_first, words))).translate(None, _NO_LETTER).decode()


def _apart(paragraphs: Sequence[str]) -> list[bytes]:
    """No token of `search.tokens` goes beyond what this parts: in ASCII all that no token can hold, else spaces."""
    whole = _APART.join(paragraphs)
    if whole.count(_APART[1]) >= max(len(paragraphs), 1):
        whole = _APART.join(text.replace(_APART[1], " ") for text in paragraphs)
    if not whole.isascii():
        return whole.encode("utf-8", "surrogatepass").lower().split()
    return whole.encode().translate(_PLAIN).split()


def _spelling(said: Sequence[bytes], letters: str, is_title: bool = False) -> Spelling:
    """Of a title, which is part of the text, neither letters nor pairs are told."""
    first, *others = b" ".join(said).split(_ODD)
    parts = [first]
    joined: set[str] = set()
    beside: list[str] = []
    for other in others:
        at, _, rest = other.partition(_END)
        begins, forms = _chunks.odd[int(at)]
        letters += begins
        for form in forms:
            joined.add(form.text)
            beside.append(form.with_second)
            if last := form.last or _last_of(parts):
                beside.append(neighbours("", last, form.behind))
        parts.append(rest)
    text = b"".join(parts)
    told = unmarked(text).decode("utf-8", "surrogatepass")
    if is_title:
        return Spelling(told, "", joined, beside)
    return Spelling(told, "".join(set(letters)), joined, beside, pairs(text))


def _last_of(parts: Sequence[bytes]) -> str:
    """The last word so far, if the paragraph has one."""
    for part in reversed(parts):
        if found := part.rsplit(None, 2)[-2:]:
            return "" if found[-1] == MARK.encode() else found[0].decode("utf-8", "surrogatepass")
    return ""
