"""Texts as the index takes them: our tokens, spelled out so that a split at spaces gives each its position.

A word stands at an even position, and behind it how it begins: `left al-Jufra` is `left ~le al ~al jufra ~ju`, so that
words that begin with two letters are one list, in phrases too. Joined forms, which few articles have, stand at the end
of the text, each as a paragraph of its own; `Spelling.beside` tells what they stand beside. Between paragraphs stand
more marks than any phrase asked of the index spans.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from briefing.model.typed import NamedTuple
from briefing.search.tantivy.pairs import HEAD_MARK, HEADS, told_and_noted
from briefing.search.tantivy.schema import BEGINS, BETWEEN, LETTER, REST, SHORT, TEXT, TITLE, neighbours
from briefing.search.tokens import LONGEST, Token, tokens, typewritten

MARK = "."
"""Keeps a position free. No token is just that."""
_GAP, _ODD, _END, _FIELD = b"\x01", b"\x02", b"\x03", b"\x05"
"""Stand between paragraphs until they are spelled out; before what is odd, and behind its place among the odd; and
between the rest, the title and the story."""
_GAP_APART, _FIELD_APART = f" {_GAP.decode()} ", f" {_FIELD.decode()} "
_BEGINS = b" " + BEGINS.encode()
_GAPS = b" ".join([MARK.encode()] * BETWEEN)
_NO_LETTER = bytes(code for code in range(256) if not bytes((code,)).isalnum())
_first = itemgetter(0)
_MOST_CHUNKS = 200_000
_OUTSIDE = b".,'-"
_PLAIN = "".join(
    chr(code).lower() if chr(code).isalnum() or chr(code) in "'.,-\x01\x05" else "'" if code == 0x60 else " "
    for code in range(128)
).encode() + bytes(range(128, 256))
"""Of ASCII, what no token can hold is a space; what is beyond stays."""


class _Joined(NamedTuple):
    """A joined form: its text; how that stands at the end; the word before it, where one is held together with it; how
    two tokens are told."""

    text: str
    at_end: bytes
    last: str
    with_second: str
    """It stands beside the second of its own parts."""
    behind: str
    """How the token ends that tells of it and of a word before it, in any text."""


class Spelling(NamedTuple):
    """An article as the fields of the index take it, each in words that spaces part."""

    title: str
    text: str
    rest: str
    lists: str


class _Chunks(dict[bytes, bytes]):
    """What stands between two spaces, spelled out once; what is odd names its place among such."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[tuple[str, list[_Joined]]] = []
        """With which letters its words begin, and its joined forms."""
        self.forget()

    def forget(self) -> None:
        """Begins anew."""
        self.clear()
        self.odd.clear()
        self[_GAP] = self[_FIELD] = _GAPS
        self.update((word.encode(), _said(word).encode()) for word in HEADS)

    def __missing__(self, chunk: bytes) -> bytes:
        if chunk.isalnum() and len(chunk) <= LONGEST:
            self[chunk] = made = chunk + _BEGINS + chunk[:SHORT]
            return made
        core = chunk.strip(_OUTSIDE)
        plain = _plain(core)
        if plain and plain[0] == chunk[0] and len(plain) <= LONGEST:
            self[chunk] = made = self[plain] if plain.isalnum() else plain + _BEGINS + plain[:SHORT]
            return made
        found = _held(core) or tokens(chunk.decode("utf-8", "surrogatepass"))
        words = [token.text for token in found if not token.joined]
        made = " ".join(map(_said, words)).encode("utf-8", "surrogatepass")
        forms, letters = list(_joined(found)), "".join(word[:1] for word in words)
        if forms or (words and letters.encode("utf-8", "surrogatepass") != chunk[:1]):
            made = b"%b%d%b%b" % (_ODD, len(self.odd), _END, made)
            self.odd.append((letters, forms))
        self[chunk] = made
        return made


def _said(word: str) -> str:
    return f"{word}{HEAD_MARK.decode() if word in HEADS else ''} {BEGINS}{word[:SHORT]}"


def _joined(found: Sequence[Token]) -> Iterator[_Joined]:
    last = ""
    for at, token in enumerate(found):
        if token.joined:
            text, first, second = token.text, found[at + 1].text, found[at + 2].text
            at_end = f" {_GAPS.decode()} {text} {BEGINS}{text[:SHORT]}".encode("utf-8", "surrogatepass")
            yield _Joined(text, at_end, last, f"{neighbours('', text, second)}/0", f"{text}/{len(first)}")
        else:
            last = token.text


def _plain(core: bytes) -> bytes:
    """The token of a word of ASCII, of one that owns something, of a number with commas or a point; else nothing."""
    if core.isalnum():
        return core
    if core.endswith(b"'s") and core[:-2].isalnum():
        return core[:-2]
    whole, point, part = core.partition(b".")
    first, *others = whole.split(b",")
    if not (first.isdigit() and all(map(bytes.isdigit, others)) and part.isdigit() == bool(point)):
        return b""
    thousands = len(first) <= 3 and all(len(other) == 3 for other in others)
    return (b"" if thousands else b".").join((first, *others)) + point + part


def _held(core: bytes) -> list[Token]:
    """The tokens of two words of ASCII that a hyphen or an apostrophe holds together; else none."""
    hyphen = b"-" if b"-" in core else b"'"
    left, _, right = core.partition(hyphen)
    if not (left.isalnum() and right.isalnum() and len(core) <= LONGEST) or (hyphen == b"'" and right == b"s"):
        return []
    first, second = left.decode(), right.decode()
    return [Token(first + second, 0, 0, 0, joined=True), Token(first, 0, 0, 0), Token(second, 0, 0, 1)]


_chunks = _Chunks()


def spell(title: str, story: Sequence[str], rest: Sequence[str] = ()) -> Spelling:
    """The text is the title with the story."""
    if len(_chunks) > _MOST_CHUNKS:
        _chunks.forget()
    words = _apart(title, story, rest)
    said = list(map(_chunks.__getitem__, words))
    first = words.index(_FIELD) + 1
    last = words.index(_FIELD, first)
    if not story:
        del said[last:]
    lists: list[str] = []
    letters = set(_letters(words[first:]))
    told, noted = told_and_noted(_field(TEXT, said[first:], lists, letters))
    fields = _field(TITLE, said[first:last], lists), told, _field(REST, said[: first - 1], lists)
    of_title, of_text, of_rest = (each.replace(HEAD_MARK, b"").decode("utf-8", "surrogatepass") for each in fields)
    return Spelling(of_title, of_text, of_rest, " ".join((*lists, noted, *map(LETTER.__add__, letters))))


def _apart(title: str, story: Sequence[str], rest: Sequence[str]) -> list[bytes]:
    """Rest, title and story, parted where no token of `search.tokens` goes on."""
    whole = _FIELD_APART.join((_GAP_APART.join(rest), title, _GAP_APART.join(story)))
    if whole.count(_GAP_APART[1]) > len(story) + len(rest) or whole.count(_FIELD_APART[1]) > 2:
        return _apart(_unmarked(title), [*map(_unmarked, story)], [*map(_unmarked, rest)])
    if not whole.isascii():
        whole = typewritten(whole)
    return whole.encode("utf-8", "surrogatepass").translate(_PLAIN).split()


def _unmarked(text: str) -> str:
    return text.replace(_GAP_APART[1], " ").replace(_FIELD_APART[1], " ")


def _letters(words: Sequence[bytes]) -> str:
    """With which of ASCII they begin, less those that are odd."""
    return bytes({*map(_first, words)}).translate(None, _NO_LETTER).decode()


def _field(field: str, said: Sequence[bytes], lists: list[str], letters: set[str] | None = None) -> bytes:
    """What a field says, with marks, joined forms at its end; adds to the lists what is odd in it, and its letters."""
    text = b" ".join(said)
    if _ODD not in text:
        return text
    parts = text.split(_ODD)
    ends: dict[str, bytes] = {}
    for place in range(1, len(parts)):
        at, _, parts[place] = parts[place].partition(_END)
        begins, forms = _chunks.odd[int(at)]
        if letters is not None:
            letters.update(begins)
        for form in forms:
            ends[form.text] = form.at_end
            lists.append(field + form.with_second)
            if last := form.last or _last_of(parts[place - 1]):
                lists.append(neighbours(field, last, form.behind))
    lists += ends
    return b"".join((*parts, *ends.values()))


def _last_of(part: bytes) -> str:
    """The last word, if its paragraph has one."""
    word, *begins = part.rsplit(None, 2)[-2:] or (b"",)
    return "" if begins == [MARK.encode()] else word.rstrip(HEAD_MARK).decode("utf-8", "surrogatepass")
