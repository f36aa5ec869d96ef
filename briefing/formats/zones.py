"""Time zones as headers name them, in minutes east of UTC."""

from __future__ import annotations

import re

_HOURS: dict[float, str] = {
    0: "z ut utc gmt wet",
    1: "bst cet mez wat west",
    2: "cest mesz eet cat sast",
    3: "eest msk trt eat idt",
    3.5: "irst",
    4: "gst samt",
    4.5: "aft",
    5: "pkt uzt yekt",
    5.75: "npt",
    6: "almt bdt",
    7: "ict wib",
    8: "sgt hkt awst pht wita",
    9: "jst kst wit",
    9.5: "acst",
    10: "aest",
    10.5: "acdt",
    11: "aedt",
    12: "nzst",
    13: "nzdt",
    -2.5: "ndt",
    -3: "adt brt art clst uyt",
    -3.5: "nst",
    -4: "edt clt vet bot",
    -5: "est cdt pet cot",
    -6: "cst mdt",
    -7: "mst pdt",
    -8: "pst akdt",
    -9: "akst",
    -10: "hst",
}
ZONES: dict[str, int] = {name: int(hours * 60) for hours, names in _HOURS.items() for name in names.split()}
"""Lower-case abbreviations that mean one zone."""

_UNSURE = "ist et ct mt pt local uhr"
_NAMES = "|".join(sorted([*ZONES, *_UNSURE.split()], key=len, reverse=True))
ZONE = (
    r"(?:(?:(?:GMT|UTC) ?)?(?P<shift>[+\u2212-]\d{2}:?\d{2})(?!\d)"
    rf"|(?:GMT|UTC) ?(?P<hours>[+\u2212-]\d{{1,2}}(?::\d{{2}})?)(?!\d)|(?P<zone>{_NAMES})\b(?: time\b)?)"
)
"""A zone after a clock time; for use with IGNORECASE."""


def read_shift(hit: re.Match[str]) -> int | None:
    """Minutes east of UTC, or None for no zone or one that has several meanings (IST, ET)."""
    words = hit["shift"] or hit["hours"]
    if not words:
        return ZONES.get((hit["zone"] or "").lower())
    digits = words[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    minutes += hours * 60
    if minutes > 15 * 60:
        return None
    return minutes if words[0] == "+" else -minutes
