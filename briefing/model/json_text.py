"""JSON by the compiled half of `json`. The other half loads regular expressions, which takes as long as an answer."""

from __future__ import annotations

from briefing.model.typed import Any, cast


class _Usual:
    """What `json.loads` is asked with where nothing is asked for."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int
    parse_constant = {"-Infinity": -float("inf"), "Infinity": float("inf"), "NaN": float("nan")}.__getitem__


def _compiled() -> tuple[Any, Any]:
    """What reads, and what makes a writer; nothing where this Python has no such half, or another one."""
    try:
        from _json import encode_basestring_ascii, make_encoder, make_scanner

        def writer(sort_keys: bool) -> Any:
            return make_encoder({}, _refuse, encode_basestring_ascii, None, ": ", ", ", sort_keys, False, True)

        scan: Any = make_scanner(cast("Any", _Usual))
        if scan("[0]", 0) == ([0], 3) and "".join(writer(False)([0], 0)) == "[0]":
            return scan, writer
    except (ImportError, AttributeError, TypeError):
        pass
    return None, None


def read_json(written: str | bytes) -> Any:
    """As `json.loads`; a ValueError for what is none. Bytes are UTF-8."""
    if not isinstance(written, str):
        written = written.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    text = written.strip(" \t\n\r")
    if _scan is None:
        import json

        return json.loads(text)
    try:
        value, end = _scan(text, 0)
    except StopIteration as none:
        raise ValueError("no JSON") from none
    if end != len(text):
        raise ValueError("more than one value")
    return value


def write_json(value: Any, *, sort_keys: bool = False) -> str:
    """As `json.dumps`."""
    if _scan is None:
        import json

        return json.dumps(value, sort_keys=sort_keys)
    return "".join(_writer(sort_keys)(value, 0))


def _refuse(value: object) -> Any:
    raise TypeError(f"{type(value).__name__} is not JSON")


_scan, _writer = _compiled()
