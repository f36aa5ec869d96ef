"""Find actors and dates in files, without an index; one JSON object an article.

Offsets count characters of the decoded source; in a file of many articles, of the article's own body.

examples:
  briefing extract ~/news --jsonl
  briefing extract story.txt --published 2021-01-23
  briefing extract --from-jsonl - < articles.jsonl
  briefing extract ~/news --extractor spacy
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

from briefing.cli.flags import day
from briefing.cli.output import Record, Shape, dump, safe_line
from briefing.model.errors import WrongUse
from briefing.model.frozen import replace

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.extract.registry import Extractor
    from briefing.model.article import Article, Problem

UNREADABLE = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders")
    parser.add_argument(
        "--from-jsonl", metavar="FILE", help='read lines {"doc": …, "text": …, "published": …} instead; - is stdin'
    )
    parser.add_argument("--published", metavar="DATE", type=day, help="take this as the publication date of all")
    parser.add_argument("--extractor", metavar="NAME", help="rules, spacy or another that is installed")


def run(options: argparse.Namespace) -> int:
    """Prints the records; 3 where something could not be read, 1 where there was nothing at all."""
    from briefing.cli.context import prepare

    context = prepare(options)
    if bool(options.paths) == bool(options.from_jsonl):
        raise WrongUse("Name files or folders, or --from-jsonl FILE.", "briefing extract --help has examples.")
    reader, extractor = _Reader(context), _extractor(options.extractor, context)
    found = (
        reader.lines(options.from_jsonl, options.published)
        if options.from_jsonl
        else reader.files(options.paths, options.published)
    )
    if context.output.shape is Shape.JSON:
        records = [_record(*each, extractor) for each in found]
        print(dump({"format": 1, "articles": records}, indent=2))
    else:
        for each in found:
            print(dump(_record(*each, extractor)))
    if reader.problems:
        return UNREADABLE
    return 0 if reader.articles else 1


class _Reader:
    """Articles one by one, so that memory does not grow with their number; counts what it met."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.articles = self.problems = 0

    def files(self, paths: list[str], published: date | None) -> Iterator[tuple[str, Article]]:
        """All articles in files and folders; each name is relative to the folder it was found in."""
        from briefing.formats.registry import knows, read_file
        from briefing.library.corpus import Corpus
        from briefing.library.scan import Blocked, scan

        for path in map(Path, paths):
            if not path.exists():
                raise WrongUse(f"There is no {safe_line(str(path))}.")
        for path in map(Path, paths):
            for stamp in scan(Corpus.of([path]), knows):
                if isinstance(stamp, Blocked):
                    self._note(stamp.problem.path, stamp.problem.why)
                    continue
                for each in read_file(Path(stamp.disk), stamp.path, self._context.settings.max_file_bytes):
                    if article := self._taken(each):
                        yield article.name, _dated(article, published)

    def lines(self, name: str, published: date | None) -> Iterator[tuple[str, Article]]:
        """The articles of JSON lines, each with its whole source as `text`."""
        from briefing.formats.registry import read_source

        try:
            opened: IO[bytes] = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115 - closed below
        except OSError as error:
            raise WrongUse(f"{safe_line(name)} cannot be read: {error.strerror}.") from None
        with nullcontext(opened) if name == "-" else opened as source:
            for number, raw in enumerate(source, 1):
                if not raw.strip():
                    continue
                try:
                    doc, text, given = _line(raw)
                except ValueError as fault:
                    self._note(f"{safe_line(name)}, line {number}", str(fault))
                    continue
                if article := self._taken(read_source(text, doc, published or given)):
                    yield doc, article

    def _taken(self, found: Article | Problem) -> Article | None:
        from briefing.model.article import Problem

        if isinstance(found, Problem):
            self._note(found.path, found.why)
            return None
        self.articles += 1
        return found

    def _note(self, where: str, why: str) -> None:
        self.problems += 1
        self._context.output.remark(f"not read: {where}: {why}")


def _extractor(name: str | None, context: Context) -> Extractor:
    """The one asked for, which has to be there; else that of the settings, or the rules in its place."""
    from briefing.extract.registry import open_extractor, open_or_rules

    return open_extractor(name) if name else open_or_rules(context.settings.extractor)


def _record(doc: str, article: Article, extractor: Extractor) -> Record:
    from briefing.extract.record import record

    return {**record(article, extractor.find(article), doc), "extractor": extractor.name}


def _dated(article: Article, published: date | None) -> Article:
    from briefing.model.article import DateSource, Published

    return replace(article, published=Published(published, DateSource.GIVEN), year_guess=None) if published else article


def _line(raw: bytes) -> tuple[str, str, date | None]:
    """The parts of one line; raises ValueError with words for people."""
    try:
        table = json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError("not a JSON object on one line") from None
    if not isinstance(table, dict) or not isinstance(table.get("text"), str):
        raise ValueError("no “text”")
    published = table.get("published")
    try:
        given = date.fromisoformat(published) if published is not None else None
    except (TypeError, ValueError):
        raise ValueError("“published” is neither a day such as 2021-01-23 nor null") from None
    doc = table.get("doc")
    return str(doc) if isinstance(doc, str | int) else "", table["text"], given
