"""A program in a real pty: keys in, bytes counted out, the screen read back by a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence

import pyte

_PAINT_END = re.compile(rb"\x1b\[m\x1b\[\d+;\d+H")
"""Each paint resets the pen and then places the cursor, once."""


class PtySession:
    """Runs `command` at a size, on a terminal that answers no question."""

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        self._marked = 0
        parent, child = os.openpty()
        self._parent = parent
        self._set_size(columns, lines)
        env = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            **(environ or {}),
        }
        self.process = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=env, start_new_session=True, close_fds=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(child)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._parent, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def send(self, keys: str) -> None:
        os.write(self._parent, keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """As `send`, for bytes that may be no text; read as it goes, so that neither side waits for the other."""
        for at in range(0, len(data), 512):
            os.write(self._parent, data[at : at + 512])
            self._pump(0)

    def attributes(self) -> list[object]:
        """The terminal's line settings, as `stty` would tell them."""
        return list(termios.tcgetattr(self._parent))

    def ended(self, most: float = 60.0) -> int:
        """Reads until the program has ended by itself, and gives its exit code."""
        end = time.monotonic() + most
        while self.process.poll() is None:
            self._pump(0.05)
            if time.monotonic() > end:
                raise AssertionError(f"still running\n{self.text()}")
        self.quiet(0.1, 2)
        return self.process.wait()

    def _pump(self, wait: float) -> bool:
        """Reads what has come; False after `wait` seconds without anything."""
        ready, _, _ = select.select([self._parent], [], [], wait)
        if not ready:
            return False
        try:
            data = os.read(self._parent, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.output += data
        self._stream.feed(_for_pyte(data))
        return True

    def quiet(self, seconds: float = 0.5, most: float = 30.0) -> None:
        """Reads until nothing has come for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self._pump(seconds):
            pass

    def until(self, words: str, most: float = 60.0) -> None:
        """Reads until the screen shows `words`; fails with the screen when it does not."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            if words in self.text():
                return
            if not self._pump(0.1) and self.process.poll() is not None and not self._pump(0.1):
                break
        raise AssertionError(f"{words!r} never came; exit {self.process.poll()}\n{self.text()}")

    def settled(self, words: str, most: float = 60.0) -> None:
        """As `until`, and then reads the paint to its end."""
        self.until(words, most)
        self.quiet(0.05, 2)

    def mark(self) -> None:
        """Counts from here."""
        self._marked = len(self.output)

    @property
    def sent(self) -> bytes:
        """What came since the mark."""
        return bytes(self.output[self._marked :])

    @property
    def frames(self) -> int:
        """Paints since the mark."""
        return len(_PAINT_END.findall(self.sent))

    def text(self) -> str:
        """The screen, lines without trailing blanks."""
        return "\n".join(self.row(y).rstrip() for y in range(self.screen.lines))

    def row(self, y: int) -> str:
        """One row of the screen; pyte's own `display` stumbles over half a wide character."""
        return "".join(self.screen.buffer[y][x].data for x in range(self.screen.columns))

    def hang_up(self) -> None:
        """Closes the terminal under the program, as a lost line does; it ends by itself, however busy the machine."""
        os.close(self._parent)
        try:
            self.process.wait(60)
        finally:
            self.process.kill()
            self.process.wait()

    def close(self) -> int:
        """Ends the program, if it has not ended, and returns its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        self.quiet(0.2, 5)
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        os.close(self._parent)
        return code


_UNREAD = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\[[0-9;]*\$[a-z]")


def _for_pyte(data: bytes) -> bytes:
    """Without the private modes that pyte would print."""
    return _UNREAD.sub(b"", data)
