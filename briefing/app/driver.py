"""The terminal: input read so that nothing typed or pasted can act by stealth, and a line that may be lost."""

from __future__ import annotations

import codecs
import io
import os
import select
import selectors
import signal
import sys
import termios
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_START, _END = "\x1b[200~", "\x1b[201~"
_POLL = 0.1
"""Seconds between two looks at whether the app is leaving, and the patience for the rest of an escape sequence."""


class PasteGuard:
    """Takes escape characters out of what is pasted: Textual would read them as keys, whoever wrote them."""

    def __init__(self) -> None:
        self._inside = False
        self._tail = ""
        self._held = ""

    def __call__(self, text: str) -> str:
        """`text` as it may be parsed; the beginning of an end mark waits for its rest."""
        out: list[str] = []
        while text:
            text = self._pasted(text, out) if self._inside else self._typed(text, out)
        return "".join(out)

    def _typed(self, text: str, out: list[str]) -> str:
        seen = self._tail + text
        at = seen.find(_START)
        if at < 0:
            self._tail = seen[-(len(_START) - 1) :]
            out.append(text)
            return ""
        end = at + len(_START) - len(self._tail)
        out.append(text[:end])
        self._inside, self._tail = True, ""
        return text[end:]

    def _pasted(self, text: str, out: list[str]) -> str:
        text, self._held = self._held + text, ""
        at = text.find(_END)
        if at >= 0:
            out.append(text[:at].replace("\x1b", "") + _END)
            self._inside = False
            return text[at + len(_END) :]
        last = text.rfind("\x1b")
        if last >= 0 and _END.startswith(text[last:]):
            text, self._held = text[:last], text[last:]
        out.append(text.replace("\x1b", ""))
        return ""


class Line(io.FileIO):
    """The way out to a terminal that may go: then what is written is dropped, and nobody waits for it to be taken."""

    def write(self, data: ReadableBuffer, /) -> int:
        """Bytes taken; waits where another program has set the terminal to take only what it can at once."""
        try:
            while (taken := super().write(data)) is None:
                select.select([], [self], [])
        except OSError:
            return memoryview(data).nbytes
        return taken


class TerminalDriver(LinuxDriver):
    """Textual's driver with a forgiving decoder, one reader of keys at a time, and an end when the line is lost."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        shown = sys.__stderr__
        assert shown is not None, "without a terminal nothing is drawn"
        line = io.BufferedWriter(Line(shown.fileno(), "wb", closefd=False))
        self._file = io.TextIOWrapper(line, shown.encoding, shown.errors)

    def _sigcont_application(self, *_: object) -> None:
        """Goes on after a stop, also one that could not be caught; a lost line sends the same signal, with no stop."""
        if not self._auto_restart:
            return
        if self._key_thread is not None and self._key_thread.is_alive():
            try:
                termios.tcgetattr(self.fileno)
            except termios.error:
                return
            # Textual would start a second reader beside the first, which would then never end.
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self.resume_application_mode()

    def run_input_thread(self) -> None:
        """Reads keys until the app leaves; a byte that is no UTF-8 is a strange key, not the end."""
        parser, guard = XTermParser(self._debug), PasteGuard()
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_POLL):
                    raw = self._read()
                    if not raw:
                        self._app.call_later(self._app.exit, 128 + signal.SIGHUP)
                        self.exit_event.wait()
                    if text := guard(decoder.decode(raw)):
                        for event in parser.feed(text):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What was typed; nothing once the terminal has gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""
