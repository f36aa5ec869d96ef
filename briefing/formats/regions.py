"""What a paragraph is for. Precision first: a sentence of the story must never be taken for anything else."""

from __future__ import annotations

import re

from briefing.formats.outlets import is_outlet, is_rule
from briefing.model.pattern import lazy
from briefing.model.text import Region

LONGEST = 400
"""No paragraph longer than this is anything but the story."""

_NAME = r"(?:[A-Z\u00c0-\u00de][\w.'’-]{0,30}|[A-Z]\.)"
_PARTICLE = r"(?:de|da|del|van|von|der|den|al|el|bin|ibn|la|le|di)"
_PERSON = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{0,4}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & |, and ){_PERSON}){{0,5}}"
_AGENCIES = (
    r"(?:AFP|AP|Reuters|REUTERS|Reuter|REUTER|Associated Press|The Associated Press|Agence France-Presse|Xinhua"
    r"|UPI|Tass|TASS|Interfax|Anadolu(?: Agency)?|DPA|dpa|EFE|ANSA|PA|IRNA|agencies|Agencies|wires?|staff)"
)

_BY = lazy(
    rf"(?:By|BY|by)(?::)? (?P<names>{_PEOPLE})(?:(?:,? (?:in|for|of|with|at) |, | \| | - | — |/"
    rf"| \()[\w .,'’&|/()—-]{{1,80}})?(?<![.!?])"
)
_SIGNED = lazy(
    rf"(?:[—–-] ?|\()?(?:(?P<names>{_PEOPLE})(?:,? (?:with|and|for) |, |/| \(| \| | [—–-] ))?(?:with "
    rf"|from )?{_AGENCIES}(?:(?:/| and |, ){_AGENCIES}){{0,3}}\)?"
)
_REPORTED = lazy(
    r"[(\[]?(?:Additional |Further |With (?:additional )?)?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|Translated"
    r"|Written|Edited|Reported)"
    r"(?: and (?:editing|writing|reporting))? by:? [A-Z].{1,300}"
)
_HELPED = lazy(
    r"[A-Z].{2,140} contributed (?:reporting |research )?(?:to|for) (?:this|the) (?:report|article|story|piece)\.?"
)
_AUTHOR = lazy(
    rf"(?P<name>{_PERSON}) (?:(?:writes|reports) (?:about|on|from|for) |is (?:a|an|the) (?:[\w-]{{2,20}} ){{0,3}}"
    r"(?:reporter|correspondent|author|editor|writer|journalist|columnist)\b)(?:(?! (?:who|was|has|had|and)\b).){0,120}"
)
_SIGNED_FOR = lazy(rf"(?:{_PEOPLE},? (?:with|and|for) |(?:With|From) )(?P<outlet>[\w .'’&-]{{4,50}})")
_CREW = (
    r"(?:Reporting|Writing|Editing|Edited|Text|Photos?|Photographs?|Photography|Pictures|Video|Graphics|Research"
    r"|Translation)"
)
_CREWS = lazy(rf"{_CREW}(?: and {_CREW})?(?::| by:?) {_PERSON}(?:[.;,] (?:{_CREW}(?::| by:?) )?{_PERSON}){{0,5}}\.?")
_CREDIT_WORDS = (
    r"(?:(?:photo|image|picture|video|map|graphic|file photo|featured image|cover photo|cover image|photograph"
    r"|illustration)s?"
    r"(?: credits?| courtesy| source| by)?(?: of)?|credits?|caption|source photo)"
)
_CREDIT_LINE = lazy(rf"{_CREDIT_WORDS} ?[:|] ?\S.{{0,250}}|file photo:? ?\S.{{0,300}}", re.IGNORECASE)
_CREDIT_MARK = lazy(
    r"\b(?:credits?|photos?|pictures?|images?|courtesy|courtesy of) ?[:/]|\bphotos? by\b|\bpictures? by\b"
    r"|\bAP Photo\b|\bgetty images\b"
    r"|\bfile (?:photo|image|picture)\b|\bhandout\b|/(?:AFP|AP|Reuters|REUTERS|EPA|Getty)\b|\b(?:AFP|AP|Reuters)/",
    re.IGNORECASE,
)
_CREDIT_BARE = lazy(
    r"(?:(?:AP|AFP|Reuters|REUTERS|EPA) ?(?:Photo|PHOTO)?/ ?[\w .,'’/-]{1,80}|(?:[\w .'’-]{1,60}/)?Getty Images"
    rf"|(?:Photo|Image|Picture|Photograph)s? (?:by|courtesy(?: of)?) {_PERSON}(?:[/,|] ?[\w .'’-]{{1,60}})?)"
)
_CAPTION_END = lazy(
    r"\((?:AP|AFP|Reuters|REUTERS|EPA|Getty)(?: Photo| Images)?/[\w .,'’/-]{1,80}\)|REUTERS/[A-Z][\w .'’-]{1,40}"
)
_LINK = lazy(
    r"(?:also read|read also|read more|read next|must read|read|see also|see more|related(?: stories| articles?"
    r"| news| coverage| links?)?"
    r"|more on this(?: story)?|more from [\w .]{1,30}|watch(?: live| also)?|listen(?: live)?|explained|explainer"
    r"|opinion|recommended|most (?:read|viewed|popular)|trending|more stories|up next|also in the news"
    r"|(?:related )?topics|tags|tagged|filed under|keywords"
    r"|don['’]t miss|you may also like|in pictures|in depth|live(?: updates)?|click)"
    r"(?P<mark> ?[:|»>→] ?| (?:--|[–—]) )(?P<rest>\S.{0,250})",
    re.IGNORECASE,
)
_STRONG_LINK = lazy(r"(?:also|read|related|see also|must|recommended|don|you may|more)", re.IGNORECASE)
_URL = lazy(r"(?:https?://|www\.)\S{3,}", re.IGNORECASE)
_BOILERPLATE = lazy(
    r"(?:©|\(c\)|copyright\b)[ ,]*(?:©|\(c\))?[ ,]*(?:by\b|\d{4}\b|[A-Z][\w .]{1,40}\d{4}).{0,250}"
    r"|.{0,200}\ball rights reserved\b.{0,150}"
    r"|(?:sign up|subscribe|register)(?: now| here| today)?(?: (?:for|to|and|with)\b.{0,150}\b(?:newsletters?"
    r"|inbox|e-?mails?|alerts?|briefing|channel|podcast)\b.{0,100}|[ .!]*)"
    r"|(?:follow|like|join|find) (?:us|our|@\w+|[A-Z][\w ]{1,30}) on (?:twitter|x|facebook|instagram|telegram"
    r"|whatsapp|youtube|linkedin|google news|social media)\b.{0,150}"
    r"|(?:click|tap) here\b.{0,150}|(?:download|get) (?:the|our) (?:free )?app\b.{0,150}"
    r"|(?:this|the) (?:article|story|report|piece)(?: has| was)?(?: been)? (?:first |originally )?(?:published"
    r"|appeared|syndicated)\b.{0,200}"
    r"|(?:first |originally )?published:? on:? .{4,40}"
    r"|(?:get|receive|have) .{1,120} (?:in|to) your (?:inbox|e-?mail)\b.{0,150}"
    r"|.{0,250}[.!?:] (?:un)?subscribe(?: here| now| today| (?:at )?any ?time)?[.!]?"
    r"|(?:corrections?|clarification|editor['’]s note)\b.{0,40}?[:.—-] .{0,150}"
    r"\b(?:version of (?:this|the)|this (?:article|story|report|piece) (?:was|has been)) .{0,200}"
    r"|advertisement|sponsored content|story continues below(?: advertisement)?|continue reading(?: below)?"
    r"|share this(?: article| story)?"
    r"|our standards: .{1,100}|newsletters?(?: sign-?up)?|-30-|- ends? -|ends?|#{3,}|\*{3,}|(?:\* ?){3,}|(?:read"
    r"|view) comments?",
    re.IGNORECASE,
)
_BOILERPLATE_STARTS = (
    "©", "(c)", "copyright", "sign up", "subscribe", "register", "follow ", "like ", "join ", "find ", "click ", "tap ",
    "download ", "get ", "first ", "originally ", "published", "receive ", "have ", "correction", "clarification",
    "editor", "advertisement", "sponsored", "story ", "continue ", "share ", "our standards", "newsletter", "-30-",
    "- end", "end", "#", "*", "read ", "view ",
)  # fmt: skip
_BOILERPLATE_WORDS = ("all rights reserved", "subscribe")
_LINK_MARKS = (":", "|", "»", ">", "→", "--", "–", "—")
_CREDITED = ("credit", "photo", "image", "picture", "video", "map", "graphic", "illustration", "caption")
_CREW_STARTS = (
    "Reporting", "Writing", "Editing", "Edited", "Text", "Photo", "Picture", "Video", "Graphics", "Research", "Transl",
)  # fmt: skip
_AGENCY_SIGNS = (
    "AFP", "AP", "Reuter", "REUTER", "Press", "Agence", "Xinhua", "UPI", "Tass", "TASS", "Interfax", "Anadolu", "DPA",
    "dpa", "EFE", "ANSA", "PA", "IRNA", "gencies", "wire", "staff",
)  # fmt: skip
_SIGN_OFF = lazy(r"(?:Reuters?|REUTERS?)(?:\.\.\.|;|\.)?")
_SENTENCE_END = lazy(r"(?<!\.\.)[.!][\"”’')\]]*$")
_FIGURES = lazy(r"\d")


def is_byline(line: str) -> bool:
    """Whether a whole line is `By` and names; `By Monday the army had gone.` is not."""
    hit = _BY.fullmatch(line) if line[:2].lower() == "by" and len(line) <= 160 else None
    if not hit:
        return False
    return len(hit["names"].split()) > 1 or line.isupper()


def author_in(line: str) -> str:
    """Who is told of in a line about the writer: `Jane Doe writes from Lisbon.`, `Jane Doe is the author of ...`."""
    may_be = any(word in line for word in (" is ", " writes ", " reports "))
    hit = _AUTHOR.fullmatch(line) if may_be else None
    return hit["name"] if hit else ""


def region_of(paragraph: str, at_edge: bool) -> Region:
    """What a short paragraph says it is; BODY where nothing says otherwise. `at_edge`: among the first or last few."""
    line = paragraph.strip()
    if not line or len(line) > LONGEST:
        return Region.BODY
    if _is_link(line):
        return Region.LINK
    if _is_credit(line):
        return Region.CREDIT
    if is_rule(line) or (_may_be_boilerplate(line) and _BOILERPLATE.fullmatch(line)):
        return Region.BOILERPLATE
    if _is_signature(line, at_edge):
        return Region.BYLINE
    return Region.BODY


def may_be_heading(line: str) -> bool:
    """Whether a line on its own between longer paragraphs reads as a heading."""
    if not 3 <= len(line) <= 90 or not 1 <= len(line.split()) <= 13 or line[-1] in ".,;:!\"”’')]…":
        return False
    first = line[0]
    return (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())) and not line.isdigit()


def _may_be_boilerplate(line: str) -> bool:
    """Whether a line has a word without which the expression, which is slow to make, finds nothing."""
    low = line.lower()
    first, _, rest = low.partition(" ")
    if first in ("this", "the"):
        return rest.startswith(("article", "story", "report", "piece")) or "all rights reserved" in low
    return low.startswith(_BOILERPLATE_STARTS) or any(words in low for words in _BOILERPLATE_WORDS)


def _is_link(line: str) -> bool:
    if line[0] in "hHwW" and _URL.fullmatch(line):
        return True
    hit = _LINK.fullmatch(line) if any(mark in line for mark in _LINK_MARKS) else None
    if not hit or hit["rest"][0].islower():
        return bool(hit and _URL.match(hit["rest"]))
    # A label such as "Explained:" may open a sentence; "Read:" and the like hardly ever do.
    sentence = _SENTENCE_END.search(hit["rest"]) is not None
    if _STRONG_LINK.match(line):
        return not (sentence and " said" in line)
    return not sentence and "\n" not in line


def _is_credit(line: str) -> bool:
    bracketed = (
        line[0] in "[(" and line[-1] in "])." and line.count(line[0]) == line.count("]" if line[0] == "[" else ")")
    )
    if bracketed and _CREDIT_MARK.search(line):
        return True
    low = line.lower()
    if (
        any(word in low for word in _CREDITED)
        and _CREDIT_LINE.fullmatch(line)
        and not (_SENTENCE_END.search(line) and len(line) > 160)
    ):
        return True
    if ("/" in line or " by " in low or "getty" in low or "courtesy" in low) and _CREDIT_BARE.fullmatch(line):
        return True
    tail = _CAPTION_END.search(line) if "/" in line else None
    return bool(tail and tail.end() >= len(line) - 1)


def _is_signature(line: str, at_edge: bool) -> bool:
    if (" by" in line and _REPORTED.fullmatch(line)) or (len(line) < 12 and _SIGN_OFF.fullmatch(line)):
        return True
    if not at_edge or len(line) > 200:
        return False
    if " contributed " in line and _HELPED.fullmatch(line):
        return True
    if author_in(line):
        return True
    if is_byline(line) or (line.startswith(_CREW_STARTS) and _CREWS.fullmatch(line)):
        return True
    return len(line) <= 120 and _is_signed(line)


def _is_signed(line: str) -> bool:
    """Names with an agency or an outlet, and nothing else."""
    if any(agency in line for agency in _AGENCY_SIGNS) and _SIGNED.fullmatch(line):
        return True
    may_be_for = line.startswith(("With ", "From ")) or any(word in line for word in (" with ", " for ", " and "))
    hit = _SIGNED_FOR.fullmatch(line) if may_be_for else None
    return bool(hit and is_outlet(hit["outlet"]))


def looks_tabular(lines: list[str]) -> bool:
    """Whether lines stand in columns: most have two cells or more, set apart by bars or wide gaps."""
    if len(lines) < 2:
        return False
    parted = [line for line in lines if "|" in line or "  " in line]
    if len(parted) < max(2, 0.75 * len(lines)):
        return False
    return sum(len(_COLUMN.split(line.strip().strip("|"))) > 1 for line in parted) >= max(2, 0.75 * len(lines))


def looks_figured(line: str) -> bool:
    """Whether a line alone reads as a row of figures: `Net 3,563,000 vs 2,821,000`."""
    if len(line) > 80 or _SENTENCE_END.search(line) or not _FIGURES.search(line):
        return False
    return len(_NUMBERS.findall(line)) >= 2 and len(line.split()) <= 12


_COLUMN = lazy(r"\s{2,}|\s?\|\s?")
_NUMBERS = lazy(r"\d[\d,.]*")
LIST_ITEM = lazy(r"(?:[•*▪‣◦·]|[-–—](?= )|\(?\d{1,2}[.)](?= ))\s*\S")
"""How a line of a list begins."""
