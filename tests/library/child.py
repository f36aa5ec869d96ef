"""Builds a library in a process of its own, for tests that kill it or take its disk away.

    python -m tests.library.child FOLDER HOME [BYTES]

BYTES limits the size of any file it writes. Prints "ready", then each event.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from briefing.library.build import build
from briefing.library.events import Event, encode
from briefing.library.parts import Parts
from briefing.model.errors import BriefingError
from briefing.settings.places import find_places
from briefing.settings.schema import Settings


def _tell(event: Event) -> None:
    print(encode(event), flush=True)


def _main() -> int:
    folder, home = Path(sys.argv[1]), Path(sys.argv[2])
    if len(sys.argv) > 3:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
    print("ready", flush=True)
    try:
        build([folder], find_places(home), Settings(), _tell, lambda: False, parts=Parts(workers=1))
    except BriefingError as error:
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(_main())
