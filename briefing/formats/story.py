"""From clean text and its blocks to an article: regions, title, date, byline, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from briefing.formats.clean import Cleaned, clean_line, cut
from briefing.formats.date_lines import LONGEST as LONGEST_LINE
from briefing.formats.date_lines import take_date_line
from briefing.formats.dateline import Dateline, find_dateline
from briefing.formats.facts import LONGEST_TITLE, DateClaim, Facts
from briefing.formats.labels import DateKind
from briefing.formats.language import detect
from briefing.formats.offsets import Assembly, chain
from briefing.formats.outlets import is_outlet
from briefing.formats.paragraphs import Block
from briefing.formats.publication import Sources, publication
from briefing.formats.regions import author_in, looks_figured, may_be_heading, region_of
from briefing.formats.titles import derive_title
from briefing.formats.years import guess_year
from briefing.model.article import Article, article_id
from briefing.model.frozen import replace
from briefing.model.pattern import lazy
from briefing.model.text import OffsetMap, Paragraph, Region, Span, Text

_EDGE = 4
_FOOT = 4
_FOOT_EDGES = " ()[]—–-*_."
_EVIDENCE = 4000
_REPORTED = lazy(
    r"[(\[]?(?:With |Additional |Further )?(?i:reporting|writing|written|reported)"
    r"(?: and (?:editing|writing|reporting))? by:? (?P<names>[^;)\]]{3,200})"
    r"(?:[^)\]]{0,300}[)\]])?\s?(?P<rest>.*)"
)
_BODY_AFTER_HEADING = 60


class Draft:
    """What is known of an article before its text is put together."""

    __slots__ = ("facts", "given", "key", "notes", "path")

    def __init__(
        self,
        path: str,
        key: str = "",
        facts: Facts | None = None,
        given: date | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        self.path, self.key, self.notes = path, key, notes
        self.facts = facts or Facts()
        self.given = given
        """A publication day named by whoever asks; it wins over everything."""


def make_article(draft: Draft, source: Cleaned, blocks: Iterable[Block]) -> Article:
    """The article whose story is `blocks`, ranges of the clean `source`."""
    text, dateline = make_text(source, blocks)
    facts = draft.facts
    text = _without_author_note(text, facts.byline)
    story = text.story()
    opening = story[0] if story else ""
    below, text = _take_below(text)
    published, doubts = publication(Sources(draft.path, facts, text.value[:_EVIDENCE], dateline, below, draft.given))
    _take_from_text(facts, text, dateline)
    derived = not facts.title
    title = facts.title or derive_title(opening[dateline.end if dateline else 0 :]) or derive_title(text.value)
    title = title or clean_line(draft.path.rsplit("/", 1)[-1]) or "?"
    return Article(
        id=article_id(draft.path, draft.key),
        path=draft.path,
        key=draft.key,
        title=title,
        title_derived=derived,
        text=text,
        published=published,
        year_guess=None if published else guess_year(p.span.of(text.value) for p in text.paragraphs),
        source=facts.source,
        byline=facts.byline,
        url=facts.url,
        language=facts.language or detect(f"{'' if derived else title}\n{_head(story)}"),
        dateline=Span(text.paragraphs[0].span.start, dateline.end) if dateline else None,
        notes=(*draft.notes, *facts.notes, *doubts),
    )


def make_text(source: Cleaned, blocks: Iterable[Block]) -> tuple[Text, Dateline | None]:
    """The text of a story, its paragraphs told apart, and its dateline."""
    kept = [block for block in blocks if block.lines]
    value, made, spans = _weave(source.value, _rejoin(source.value, kept))
    dateline = find_dateline(value[spans[0].start : spans[0].end]) if spans else None
    regions = _regions(value, kept[len(kept) - len(spans) :], spans, dateline)
    paragraphs = tuple(Paragraph(span, region) for span, region in zip(spans, regions, strict=True))
    return Text(value, paragraphs, chain(made, source.origin, len(value))), dateline


def _without_author_note(text: Text, byline: str) -> Text:
    """`Jane Doe is the author of ...` at the foot of Jane Doe's own story belongs to the byline."""
    author = byline.split(",")[0].split(" in ")[0]
    if " " not in author or len(text.paragraphs) < 3:
        return text
    note = re.compile(rf"{re.escape(author)} (?:is (?:a|an|the)|writes|reports|covers|lives|teaches)\b")
    first = len(text.paragraphs) - 3
    return replace(
        text,
        paragraphs=tuple(
            replace(p, region=Region.BYLINE)
            if n >= first and p.region is Region.BODY and note.match(text.value, p.span.start, p.span.end)
            else p
            for n, p in enumerate(text.paragraphs)
        ),
    )


def _rejoin(value: str, blocks: list[Block]) -> list[Block]:
    """A dateline on a line of its own belongs to the paragraph below it."""
    if len(blocks) > 1 and len(blocks[0].lines) == 1 and blocks[0].region is None and blocks[1].region is None:
        line = value[slice(*blocks[0].lines[0])]
        dateline = find_dateline(line) if len(line) < 200 else None
        if dateline and dateline.end >= len(line.rstrip(".: ")):
            return [Block(blocks[0].lines + blocks[1].lines), *blocks[2:]]
    return blocks


def _weave(value: str, blocks: list[Block]) -> tuple[str, OffsetMap, list[Span]]:
    made = Assembly(value)
    spans: list[Span] = []
    before = 0
    for block in blocks:
        if spans:
            made.write("\n\n", before, block.lines[0][0])
        start = len(made)
        for number, (first, last) in enumerate(block.lines):
            if number:
                made.write("\n" if block.keeps_lines else _joint(value, before, first), before, first)
            made.copy(first, last)
            before = last
        spans.append(Span(start, len(made)))
    text, origin = made.finish()
    return text, origin, spans


def _joint(value: str, before: int, after: int) -> str:
    """What joins two lines of a paragraph: nothing after a hyphen within a word, or between ideographs."""
    last, first = value[before - 1], value[after]
    if last == "-" and before > 1 and value[before - 2].isalpha() and first.islower():
        return ""
    ideographs = "\u3041" <= last < "\ua000" and "\u3041" <= first < "\ua000" and first not in "\u3099\u309a"
    return "" if ideographs else " "


def _regions(value: str, blocks: Sequence[Block], spans: Sequence[Span], dateline: Dateline | None) -> list[Region]:
    regions: list[Region] = []
    for number, (block, span) in enumerate(zip(blocks, spans, strict=True)):
        at_edge = number < 2 or number >= len(spans) - _EDGE
        if block.region is not None:
            regions.append(block.region)
        elif number == 0 and dateline and dateline.end < len(span):
            regions.append(Region.BODY)
        else:
            regions.append(region_of(span.of(value), at_edge) if len(span) <= 400 else Region.BODY)
    for number, block in enumerate(blocks[:-1]):
        if regions[number] is Region.BODY and len(block.lines) == 1 and block.region is None:
            line = spans[number].of(value) if len(spans[number]) <= 90 else ""
            after = next((n for n in range(number + 1, min(number + 4, len(spans))) if regions[n].is_story), None)
            is_heading = (
                line and after and len(spans[after]) > max(_BODY_AFTER_HEADING, len(line)) and may_be_heading(line)
            )
            if is_heading and not looks_figured(line) and not (number == 0 and dateline):
                regions[number] = Region.HEADING
    if regions and not any(region.is_story for region in regions):
        regions[max(range(len(spans)), key=lambda n: len(spans[n]))] = Region.BODY  # a note alone is the story
    return regions


def _take_below(text: Text) -> tuple[list[DateClaim], Text]:
    """Dates on lines of their own below the story, `(Published 3 May 2021)`, and the text without those lines in it."""
    claims: list[DateClaim] = []
    paragraphs = list(text.paragraphs)
    for number in range(max(1, len(paragraphs) - _FOOT), len(paragraphs)):
        paragraph = paragraphs[number]
        words = paragraph.span.of(text.value) if len(paragraph.span) <= LONGEST_LINE else ""
        may_be_bare = number >= len(paragraphs) - 2 and paragraph.region is not Region.TABLE
        facts = Facts(title="-")
        if not words or not take_date_line(words.strip(_FOOT_EDGES), facts, may_be_bare):
            continue
        if all(claim.kind is DateKind.DATE for claim in facts.dates) and paragraph.region is Region.BOILERPLATE:
            continue
        claims += facts.dates
        if paragraph.region.is_story:
            paragraphs[number] = replace(paragraph, region=Region.BYLINE if facts.byline else Region.BOILERPLATE)
    return claims, replace(text, paragraphs=tuple(paragraphs)) if claims else text


def _take_from_text(facts: Facts, text: Text, dateline: Dateline | None) -> None:
    """A byline below the story and the agency of a dateline, where the header named none."""
    for paragraph in text.paragraphs:
        if paragraph.region is Region.BYLINE and not facts.byline:
            words = clean_line(paragraph.span.of(text.value))
            if words.strip(". ").lower() in ("reuter", "reuters"):
                facts.source = facts.source or "Reuters"
            elif names := _REPORTED.match(words):
                if not is_outlet(names["names"]):
                    facts.byline = cut(names["names"].strip(" ,."), LONGEST_TITLE)
                if is_outlet(names["rest"]):
                    facts.source = facts.source or names["rest"]
            elif " contributed " not in words:
                name = author_in(words) or (words[3:] if words[:3].lower() == "by " else words)
                facts.byline = cut(name, LONGEST_TITLE)
    if dateline and dateline.agency:
        facts.source = facts.source or dateline.agency


def _head(story: Sequence[str]) -> str:
    """Enough of a story to tell its language by."""
    head, length = [], 0
    for paragraph in story:
        head.append(paragraph[:2000])
        length += len(paragraph)
        if length > 2000:
            break
    return "\n".join(head)
