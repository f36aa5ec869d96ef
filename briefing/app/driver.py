"""The terminal's input, read so that nothing typed or pasted can end the program or act as keys by stealth."""

from __future__ import annotations

import codecs
import os
import selectors

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

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


class TerminalDriver(LinuxDriver):
    """Textual's driver with a forgiving decoder: a byte that is no UTF-8 is a strange key, not the end."""

    def run_input_thread(self) -> None:
        """Reads keys until the app leaves."""
        parser, guard = XTermParser(self._debug), PasteGuard()
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_POLL):
                    raw = os.read(self.fileno, 4096)
                    if not raw:
                        # The terminal has gone; SIGHUP tells the app, this thread must not spin meanwhile.
                        self.exit_event.wait(_POLL)
                    if text := guard(decoder.decode(raw)):
                        for event in parser.feed(text):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
