"""Typing a search in a pty, 120x40 in 256 colours: each key is echoed at once and small, an answer is painted once.

5,000 articles by default; BRIEFING_TYPING=100000 types at as many, BRIEFING_NEWSROOM=FOLDER keeps them for later runs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.terminal.newsroom import Newsroom
from tests.terminal.pty_session import _PAINT_END, PtySession, _for_pyte

pytestmark = pytest.mark.slow

COUNT = int(os.environ.get("BRIEFING_TYPING", "5000"))
ECHO, ANSWER, COUNTS = 400, 6_000, 1_500
"""Bytes: of the frame that shows a key, of an answer in list, reader and who pane, of the facets after it."""
ERASE, TAB = "\x7f", "\t"
RECORDED = (
    *"ceasfire",
    *[ERASE] * 4,
    *"efire har",
    *[ERASE] * 3,
    *'"envoy strike"',
    *[ERASE] * 14,
    *" -who:har",
    TAB,
    " ",
    *"is:unread bacor",
    *[ERASE] * 12,
    *"source:co",
)
"""Half words, a slip and its correction, a phrase, a name completed, a field, a source."""

Start = Callable[..., PtySession]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    kept = os.environ.get("BRIEFING_NEWSROOM")
    return Newsroom(Path(kept) / str(COUNT) if kept else tmp_path_factory.mktemp("newsroom"), COUNT)


class Watch:
    """Reads what the program sends frame by frame, on a screen of its own that shows each frame as it was."""

    def __init__(self, session: PtySession) -> None:
        self.session = session
        self.screen = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self.screen)
        self._read = 0

    def frames(self) -> Iterator[int]:
        """Bytes of each frame that has come since the last look; the screen shows it."""
        for found in _PAINT_END.finditer(bytes(self.session.output), self._read):
            data = bytes(self.session.output[self._read : found.end()])
            self._read = found.end()
            self._stream.feed(_for_pyte(data))
            yield len(data)

    def row(self, y: int) -> str:
        return "".join(self.screen.buffer[y][x].data for x in range(120))

    @property
    def typed(self) -> str:
        """The line at the foot, up to what is said beside it."""
        found = re.match(r" search: (.*?)(?:\s{3,}.*)?$", self.row(39).rstrip())
        return found[1] if found else ""

    @property
    def asked(self) -> str:
        """The query whose answer the bar tells."""
        found = re.search(r"query: (.*?)(?:\s{3,}|$)", self.row(0).rstrip())
        return found[1] if found else ""

    @property
    def articles(self) -> list[str]:
        """The rows of the list."""
        return [self.row(y)[:34] for y in range(3, 25)]


@pytest.fixture
def watch(terminal: Start, newsroom: Newsroom) -> Watch:
    """The library open, the search line too."""
    session = terminal(newsroom.command, (120, 40))
    session.until(f"of {COUNT:,}", 60)
    session.until(f"of {COUNT:,} articles", 60)
    session.quiet(0.5)
    session.send("/")
    session.until(" search:")
    session.quiet(0.3)
    made = Watch(session)
    assert list(made.frames())
    return made


def settle(session: PtySession) -> None:
    """Until nothing is being searched or counted, however slow the machine is."""
    session.quiet(0.3, 5)
    for _ in range(200):
        if "counting" not in session.row(25):
            break
        session.quiet(0.1, 0.2)
    session.quiet(0.3, 5)


def typed_after(keys: tuple[str, ...]) -> list[str]:
    """What the line holds after each key; a Tab is left to the program."""
    texts, text = [], ""
    for key in keys:
        text = text[:-1] if key == ERASE else text + key
        texts.append(text.rstrip())
    return texts


def test_each_key_is_echoed_small_and_each_answer_painted_once(watch: Watch) -> None:
    """Key by key, with time for the answer."""
    before = watch.articles
    for key in RECORDED:
        watch.session.send(key)
        settle(watch.session)
        owed: list[int] = []  # frames of the answer before, which was still on its way
        frames: list[int] = []
        painted = 0
        cursor = watch.screen.cursor.x
        for size in watch.frames():
            echoed = frames or watch.screen.cursor.x != cursor
            (frames if echoed else owed).append(size)
            painted += bool(frames) and watch.articles != before
            before = watch.articles
        assert len(owed) <= 1, (key, owed)
        assert 0 < frames[0] <= ECHO, (key, frames)
        assert painted <= 2, (key, frames)  # first rows, and the exact ones where those were not all
        assert max(frames) <= ANSWER, (key, frames)
        assert sum(frames) <= ECHO + ANSWER + COUNTS, (key, frames)


def test_keys_in_a_row_are_echoed_in_order_and_no_older_answer_comes_back(watch: Watch) -> None:
    """Faster than any answer: the line shows every key, the bar tells ever newer queries."""
    keys = tuple(key for key in RECORDED if key != TAB)
    expected = typed_after(keys)
    at = asked = 0
    for key in keys:
        watch.session.send(key)
        watch.session.quiet(0.03, 0.03)
    watch.session.quiet(1.0, 20)
    for _ in watch.frames():
        now = watch.typed
        assert now in expected[max(at - 1, 0) :] or not now, (now, expected[at])
        at = expected.index(now, max(at - 1, 0)) if now else at
        query = watch.asked
        assert not query or query in expected[asked:], (query, expected[asked])
        asked = expected.index(query, asked) if query else asked
    assert watch.typed == expected[-1]
    assert f"query: {expected[-1]}" in watch.row(0)


def test_no_key_waits_for_a_search(watch: Watch) -> None:
    """All keys at once: the line is whole in a frame or two, before the answer to the last one is there."""
    text = "ceasefire harbour -who:vogel"
    watch.session.send(text)
    watch.session.quiet(1.0, 20)
    shown = next((at for at, _ in enumerate(watch.frames()) if watch.typed == text), None)
    assert shown is not None
    assert shown <= 3


def test_the_facet_pane_costs_little(watch: Watch) -> None:
    """A step is two rows; keeping a row is one answer and one count; rest is nothing."""
    session = watch.session
    session.send("ceasefire\r")
    settle(session)
    session.send("4")
    session.until("▌4 FACETS  of ")
    settle(session)
    for key in "jjk":
        session.mark()
        session.send(key)
        session.quiet(0.4)
        assert 0 < len(session.sent) <= 400
    session.mark()
    session.send("f")
    session.until("query: ceasefire who:")
    settle(session)
    assert 0 < len(session.sent) <= ECHO + ANSWER + COUNTS
    assert "who:" in session.row(0)
    session.mark()
    session.quiet(3, 3)
    assert session.sent == b""
