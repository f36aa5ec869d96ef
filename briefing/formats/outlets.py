"""Who publishes: lines that name an outlet, and the ruled boxes that bulletins open with."""

from __future__ import annotations

from briefing.model.pattern import lazy

_LISTED = """
agency agence wire wires news newswire newspaper times post courier gazette herald press dispatch journal tribune
chronicle observer guardian telegraph bulletin review magazine daily weekly monitor examiner inquirer register
broadcasting radio television tv media today presse zeitung rundschau nachrichten correspondent standard argus
sentinel advertiser mercury echo globe ledger messenger reporter letter newsletter letters report online
"""
_OUTLET = frozenset(_LISTED.split())
_NAMED_SECTIONS = """
news world politics sport sports business opinion local national international economy culture science health technology
courts crime europe africa asia americas analysis features comment home region regional council society environment
"""
_SECTIONS = frozenset(_NAMED_SECTIONS.split())
_CRUMBS = lazy(r"[A-Z][\w &'’-]{1,30}(?: ?[>›»] ?[A-Z][\w &'’-]{1,30}){1,4}")
_SMALL_WORDS = "the of and de del la le les du der die das di da do dos el al y e et for in"
_SMALL = frozenset(_SMALL_WORDS.split())
_CAPITAL = lazy(r"[A-Z\u00c0-\u00de&]")
_RULE = lazy(r"(?:[-=_*~#+–—\u2500-\u257f](?: ?)){3,}")
_WIDE_GAP = lazy(r"\s{3,}|\t|\s\|\s")
_LONGEST = 60
_MOST_WORDS = 6


def is_rule(line: str) -> bool:
    """A line drawn with dashes, equal signs or their like."""
    return (
        line[:1] in "-=_*~#+–—" + "\u2500\u2501\u2550" and len(line) < 300 and _RULE.fullmatch(line.strip()) is not None
    )


def may_name_outlet(words: str) -> bool:
    """Whether words are few and all capitalised, as a name is; where they stand must say the rest."""
    parts = words.split()
    if not parts or len(words) > _LONGEST or len(parts) > _MOST_WORDS or any(c.isdigit() for c in words):
        return False
    if words[-1] in '.,;:!?"”' or any(c in words for c in '"“”?!:;()[]'):
        return False
    return all(part.lower() in _SMALL or _CAPITAL.match(part) for part in parts)


def is_outlet(words: str) -> bool:
    """Whether words by themselves name an outlet: The Coastal Herald, Halden Wire."""
    parts = words.lower().split()
    return len(parts) > 1 and may_name_outlet(words) and (parts[-1] in _OUTLET or parts[0] in ("radio", "agence"))


def is_section(line: str) -> bool:
    """Whether a line is one of the names that every outlet gives to a section."""
    return len(line) < 30 and line.lower() in _SECTIONS


def is_crumbs(line: str) -> bool:
    """Whether a line is a path through an outlet's pages: `News > Council`."""
    return len(line) < 100 and any(mark in line for mark in ">›»") and _CRUMBS.fullmatch(line) is not None


def masthead(line: str) -> str:
    """The name in the first line of a box, without the number of the issue that stands across a wide gap."""
    return _WIDE_GAP.split(line.strip(), maxsplit=1)[0].strip(" :|")
