"""`python -m tests.eval NAME ...` runs `tests/eval/NAME.py`."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> None:
    """Hands over to the module named first."""
    known = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in known:
        sys.exit(f"python -m tests.eval NAME, where NAME is one of: {', '.join(known)}")
    del sys.argv[1]
    runpy.run_module(f"tests.eval.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
