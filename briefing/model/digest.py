"""The one digest that everything is known by. `hashlib` loads OpenSSL for those that nobody here asks for."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b"]
