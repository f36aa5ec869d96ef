"""The lines above a story: title, dates, byline, source, link. Careful: a first line of prose is not a title."""

from __future__ import annotations

import re

from briefing.formats.clean import clean_line, cut
from briefing.formats.date_lines import take_date_line
from briefing.formats.dateline import find_dateline
from briefing.formats.facts import LONGEST_TITLE, Facts, is_known_key
from briefing.formats.glued import take_glued
from briefing.formats.head_lines import (
    HeadLine,
    first_lines,
    is_credit,
    is_signed,
    may_be_title,
    name_alone,
    without_credit,
    without_mark,
)
from briefing.formats.labels import date_kind
from briefing.formats.outlets import is_crumbs, is_outlet, is_rule, is_section, masthead, may_name_outlet
from briefing.formats.regions import is_byline, region_of
from briefing.model.fold import fold
from briefing.model.pattern import lazy
from briefing.model.text import Region

_PAIR = lazy(r"(?:[-*•] )?(?P<key>[A-Za-z][A-Za-z_ -]{1,24}?) ?: ?(?P<value>.*)")
_URL = lazy(r"(?:https?://|www\.)\S{3,500}", re.IGNORECASE)
_TITLE_END = lazy(r"(?:[^.,;:]|\.\.\.)[\"”’')\]>]*$")
_SHORT_END = lazy(r".{3,80}(?:\b(?:[A-Z]\.)+|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.)$", re.IGNORECASE)
_STORY_END = lazy(r"[.!?:…][\"”’')\]]*$")
_SLUG = lazy(r"[A-Z0-9]{2,20}(?:[-/][A-Z0-9]{1,20}){1,4}")
_FOREIGN_BY = lazy(r"(?:Par|Von|Por|Di) (?P<name>[^\W\d_][\w.'’-]{1,30}(?: [\w.'’-]{1,30}){1,4}(?:, [\w ]{3,40})?)")


def read_header(text: str, facts: Facts, may_find_title: bool = True) -> int:
    """Take what the head of a clean text says into `facts`; the offset where the story begins."""
    reader = _HeaderReader(text, facts, may_find_title)
    end = reader.read()
    return end if text[end : end + 100_000].strip() else 0


class _HeaderReader:
    """One pass over the first lines; it stops at the first that belongs to the story."""

    def __init__(self, text: str, facts: Facts, may_find_title: bool) -> None:
        self._text = text
        self._facts = facts
        self._may_find_title = may_find_title
        self._lines = first_lines(text)
        self._took = False
        self._deck = -1

    def read(self) -> int:
        boxed = self._read_box()
        for at, line in enumerate(self._lines):
            if not line.text or at < boxed:
                continue
            if glued := take_glued(self._text, line.start, line.end, self._facts):
                return glued
            if at > self._deck and not self._takes(at, line):
                last = self._deck_end(at)
                if last is None:
                    return line.start
                self._deck = last
                self._facts.deck = (line.start, self._lines[last].end)
            self._took = True
        return self._lines[-1].end if self._lines else 0

    def _read_box(self) -> int:
        """Take what stands between ruled lines at the very top; the number of the line behind the last rule, or 0.

        A box must label something; what it does not label is first the masthead, then the title."""
        filled = [at for at, line in enumerate(self._lines) if line.text]
        rules = [at for at in filled if is_rule(self._lines[at].text)]
        if not rules or rules[0] != filled[0]:
            return 0
        for last in reversed(rules[1:]):
            inside = [at for at in filled if at < last and at not in rules]
            if inside and self._is_box(inside):
                self._take_box(inside)
                return last + 1
        return 0

    def _is_box(self, inside: list[int]) -> bool:
        short = all(len(self._lines[at].text) <= 120 for at in inside)
        return short and any(self._is_pair(at) or take_date_line(self._lines[at].text, Facts()) for at in inside)

    def _take_box(self, inside: list[int]) -> None:
        rest = [at for at in inside if not self._takes_labelled(at, self._lines[at].text)]
        names = [masthead(self._lines[at].text) for at in rest if not self._is_pair(at)]
        if names and (self._facts.title or len(names) > 1 or is_outlet(names[0])):
            self._facts.source = self._facts.source or clean_line(names.pop(0))
        if names and not self._facts.title:
            self._take_title(names[0])
        self._took = True

    def _takes(self, at: int, line: HeadLine) -> bool:
        if len(line.text) > LONGEST_TITLE:
            return False
        if self._is_title_again(line.text) or (self._took and is_rule(line.text)):
            return True
        return (
            self._takes_labelled(at, line.text)
            or self._is_slug(at)
            or is_crumbs(line.text)
            or self._is_section(at)
            or self._takes_outlet(at)
            or (self._may_find_title and not self._facts.title and self._is_title(at) and self._take_title(line.text))
        )

    def _is_slug(self, at: int) -> bool:
        """`FLOODS-DELTA` above a headline: the wire's own name for the story."""
        after = self._after(at)
        return (
            not self._took
            and _SLUG.fullmatch(self._lines[at].text) is not None
            and after is not None
            and self._may_find_title
            and self._is_title(after)
        )

    def _is_section(self, at: int) -> bool:
        """`POLITICS`: where the outlet files the story, above its title or its date."""
        if not is_section(self._lines[at].text):
            return False
        after = self._after(at)
        if after is None or is_section(self._lines[after].text):
            return False
        return self._is_header_line(after) or (self._may_find_title and not self._facts.title and self._is_title(after))

    def _after(self, at: int) -> int | None:
        return next((n for n in range(at + 1, len(self._lines)) if self._lines[n].text), None)

    def _takes_outlet(self, at: int) -> bool:
        if not self._is_outlet_line(at, bool(self._facts.title)):
            return False
        self._facts.source = self._facts.source or clean_line(self._lines[at].text)
        return True

    def _is_outlet_line(self, at: int, titled: bool) -> bool:
        """A name alone among header lines: by its own words, or because a title stands above and a date below it."""
        line, after = self._lines[at].text, self._after(at)
        if after is None or not may_name_outlet(line):
            return False
        if titled and after == at + 1 and take_date_line(self._lines[after].text, Facts(title="-")):
            return True
        if not is_outlet(line):
            return False
        return self._took or self._is_header_line(after) or (after == at + 1 and self._is_title(after))

    def _take_title(self, line: str) -> bool:
        self._facts.title = cut(clean_line(without_mark(line)), LONGEST_TITLE)
        return True

    def _is_title_again(self, line: str) -> bool:
        return bool(self._facts.title) and fold(clean_line(line)) == fold(self._facts.title)

    def _deck_end(self, at: int) -> int | None:
        """The last line of a sentence between title and date, where a line at `at` begins one; else None."""
        return None if self._facts.deck or not self._facts.title else self._deck_after(at)

    def _deck_after(self, at: int) -> int | None:
        """A line or two of prose, and then at once a date line, with nothing but a byline between."""
        if len(self._lines[at].text) > LONGEST_TITLE or find_dateline(self._lines[at].text):
            return None
        last = at
        title = Facts(title="-")
        for n in [n for n in range(at + 1, len(self._lines)) if self._lines[n].text][:4]:
            words = self._lines[n].text
            if take_date_line(words, title) or (self._is_pair(n) and date_kind(words.partition(":")[0])):
                return None if self._tells_day_by_day(n) else last
            if not (is_byline(words) or self._is_pair(n) or is_credit(words)):
                if last > at or n != at + 1 or len(words) > 120 or find_dateline(words):
                    return None
                last = n
        return None

    def _tells_day_by_day(self, at: int) -> bool:
        """Whether the date at `at` is the first of several, each above what happened on it."""
        later = (line.text for line in self._lines[at + 1 :] if len(line.text) < 40)
        return any(take_date_line(line, Facts()) and not take_date_line(line, Facts(), False) for line in later)

    def _takes_labelled(self, at: int, line: str) -> bool:
        if take_date_line(line, self._facts) or self._takes_label(at, line):
            return True
        if name := self._byline_in(at, line):
            self._facts.byline = self._facts.byline or clean_line(name)
            return True
        return self._takes_pair(at, line) or self._takes_link(line) or self._takes_rights(at, line)

    def _byline_in(self, at: int, line: str) -> str:
        """Whose name the line gives, in any of the ways of a head; "" for a line that is no byline."""
        below = bool(self._facts.title) or self._took
        if is_byline(line):
            return line[3:].lstrip(": ")
        if below and is_credit(line):
            return without_credit(line)
        if self._facts.title and self._is_signed(at):
            return line
        foreign = _FOREIGN_BY.fullmatch(line) if below and line.startswith(("Par ", "Von ", "Por ", "Di ")) else None
        if foreign and foreign["name"][0].isupper():
            return foreign["name"]
        return self._name_above_story(at) if self._facts.title and self._facts.dates else ""

    def _is_signed(self, at: int) -> bool:
        after = self._after(at)
        below = self._lines[after].text if after is not None and is_signed(self._lines[at].text) else ""
        return bool(below) and take_date_line(below, Facts(title="-"))

    def _name_above_story(self, at: int) -> str:
        after = self._after(at)
        is_last = after is not None and after > at + 1 and len(self._lines[after].text) > 80
        return name_alone(self._lines[at].text) if is_last else ""

    def _takes_label(self, at: int, line: str) -> bool:
        """`Published` alone, above its date."""
        kind, after = date_kind(line) if len(line) < 40 else None, self._after(at)
        if kind is None or after is None or not take_date_line(self._lines[after].text, Facts(title="-")):
            return False
        self._facts.expected = kind
        return True

    def _takes_rights(self, at: int, line: str) -> bool:
        """A copyright line above the rest of the head; its year dates nothing."""
        after = self._after(at)
        is_right = len(line) < 120 and region_of(line, at_edge=True) is Region.BOILERPLATE and not is_rule(line)
        return is_right and after is not None and len(self._lines[after].text) <= 120

    def _takes_link(self, line: str) -> bool:
        if line[:1] not in "hHwW" or not _URL.fullmatch(line):
            return False
        self._facts.url = self._facts.url or line
        return True

    def _takes_pair(self, at: int, line: str) -> bool:
        pair = _PAIR.fullmatch(line) if ":" in line else None
        if not pair or not is_known_key(pair["key"]):
            return False
        if self._facts.take(pair["key"], pair["value"]):
            return True
        return self._took or self._is_pair(at + 1)

    def _is_pair(self, at: int) -> bool:
        line = self._lines[at].text if at < len(self._lines) else ""
        pair = _PAIR.fullmatch(line) if ":" in line else None
        return bool(pair and is_known_key(pair["key"]))

    def _is_title(self, at: int) -> bool:
        whole = self._lines[at].text
        line = without_mark(whole)
        others = range(at + 1, len(self._lines))
        follows = next((n for n in others if self._lines[n].text not in ("", whole)), None)
        if follows is None or not may_be_title(line):
            return False
        after = self._lines[follows].text
        if self._is_header_line(follows) or self._is_outlet_line(follows, True) or self._name_above_story(follows):
            return True
        if (
            not (_TITLE_END.search(line) or _SHORT_END.fullmatch(line))
            or line[0].islower()
            or after[0].islower()
            or len(line) > 120
        ):
            return False
        if follows > at + 1:
            return self._is_story(follows)
        return len(after) > 120 or self._deck_after(follows) is not None

    def _is_header_line(self, at: int) -> bool:
        line = self._lines[at].text
        if len(line) > LONGEST_TITLE:
            return find_dateline(line) is not None
        if (
            is_crumbs(line)
            or is_byline(line)
            or take_date_line(line, Facts(title="-"))
            or self._is_pair(at)
            or is_credit(line)
            or self._is_signed(at)
        ):
            return True
        return find_dateline(line) is not None

    def _is_story(self, at: int) -> bool:
        """Whether a stretch of prose begins at this line: it is long, or ends as a sentence does."""
        last = at
        while last + 1 < len(self._lines) and self._lines[last + 1].text:
            last += 1
        return self._lines[last].end - self._lines[at].start > 90 or bool(_STORY_END.search(self._lines[last].text))
