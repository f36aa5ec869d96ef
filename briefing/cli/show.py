"""Print an article, one paragraph of it, or who and when it names.

examples:
  briefing show 001.txt              the whole article, paragraphs numbered
  briefing show 001.txt:p7           the paragraph that was cited
  briefing show wires.jsonl#17 --who --dates
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from briefing.cli.flags import add_library
from briefing.cli.output import Output, Record, Shape, dump, safe_line, safe_lines
from briefing.model.errors import WrongUse

if TYPE_CHECKING:
    from briefing.cli.context import Context
    from briefing.library.library import Library
    from briefing.model.actor import Findings
    from briefing.model.article import Article

WIDTH = 80


def arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's own arguments."""
    parser.add_argument(
        "doc", metavar="DOC[:pN]", help="FILE or FILE#KEY, as cited; the end of a path is enough if no other has it"
    )
    add_library(parser)
    parser.add_argument("--who", action="store_true", help="print its actors")
    parser.add_argument("--dates", action="store_true", help="print the times it names")
    parser.add_argument("--source", action="store_true", help="print the file as it is, made safe for a terminal")


def run(options: argparse.Namespace) -> int:
    """Prints what was asked of the article; 1 if it has none of that."""
    from briefing.cli.libraries import Need, answered, opened

    with opened(options) as (context, library):
        wants_findings = options.who or options.dates
        article, findings, paragraph, remark = answered(
            library, context, Need.TEXTS, lambda: _find(library, options.doc, wants_findings)
        )
        if remark:
            context.output.remark(remark)
        if options.source:
            return _source(library, article, context)
        tags = library.notebook.tags.on(article.id)
    return _show(context.output, article, tags, findings, paragraph, options)


def _find(library: Library, reference: str, wants_findings: bool) -> tuple[Article, Findings | None, int | None, str]:
    number, paragraph, remark = library.locate(reference)
    view = library.open(number)
    if view is None:
        raise WrongUse(f"{reference} is gone.", "briefing index brings the library up to date.")
    count = len(view.article.text.paragraphs)
    if paragraph is not None and not 0 < paragraph <= count:
        from briefing.model.wording import counted

        raise WrongUse(f"{view.article.name} has {counted(count, 'paragraph')}, no p{paragraph}.")
    findings = (view.findings or library.extract(number)) if wants_findings else None
    return view.article, findings, paragraph, remark


def _show(
    output: Output,
    article: Article,
    tags: Sequence[str],
    findings: Findings | None,
    paragraph: int | None,
    options: argparse.Namespace,
) -> int:
    if findings and findings.skipped:
        output.remark(f"no actors or dates: {findings.skipped}")
    if findings is None:
        shown = [each for each in _paragraphs(article) if paragraph in (None, each["p"])]
        lines = _Lines(output, article, tags, whole=paragraph is None)
        output.rows(_head(article, tags), "paragraphs", shown, lines, ("cite", "text"))
        return 0
    found: dict[str, list[Record]] = {}
    if options.who:
        found["actors"] = list(_actors(article, findings, paragraph))
    if options.dates:
        found["times"] = list(_times(article, findings, paragraph))
    if output.shape is Shape.JSON:
        print(dump({"format": 1, **_head(article, tags), **found}, indent=2))
    else:
        for name, rows in found.items():
            plain = ("name", "type", "mentions", "aliases") if name == "actors" else ("cite", "value", "guess", "text")
            output.rows({}, name, rows, _actor_text if name == "actors" else _time_text, plain)
    return 0 if any(found.values()) else 1


def _head(article: Article, tags: Sequence[str]) -> dict[str, Any]:
    published = article.published
    return {
        "doc": article.name,
        "id": article.id,
        "title": article.title,
        "title_derived": article.title_derived,
        "publication_date": published.day.isoformat() if published else None,
        "publication_source": published.source.value if published else "none",
        "publication_words": published.words if published else "",
        "year_guess": article.year_guess.year if article.year_guess else None,
        "source": article.source,
        "byline": article.byline,
        "url": article.url,
        "language": article.language,
        "tags": list(tags),
        "notes": list(article.notes),
    }


def _paragraphs(article: Article) -> Iterator[Record]:
    for number, each in enumerate(article.text.paragraphs, 1):
        text = each.span.of(article.text.value)
        yield {"p": number, "cite": f"{article.name}:p{number}", "region": each.region.value, "text": text}


class _Lines:
    """An article as lines: a head, then numbered paragraphs, wrapped where somebody looks at them."""

    def __init__(self, output: Output, article: Article, tags: Sequence[str], *, whole: bool) -> None:
        self._wraps = sys.stdout.isatty()
        self._head = list(self._made_head(article, tags)) if whole and output.is_text else []

    def __call__(self, record: Record) -> Iterable[str]:
        head, self._head = self._head, []
        yield from head
        label = f"p{record['p']}"
        for line in self._wrapped(str(record["text"])):
            yield f"{label:>4}  {line}" if label else f"      {line}"
            label = ""
        yield ""

    def _made_head(self, article: Article, tags: Sequence[str]) -> Iterator[str]:
        day = article.published.day.isoformat() if article.published else ""
        guess = (
            f"{article.year_guess.year}~ (guessed from “{article.year_guess.words}”)" if article.year_guess else "????"
        )
        yield article.title + ("  (title derived)" if article.title_derived else "")
        yield "  ".join(filter(None, (day or guess, article.source, article.byline, article.name)))
        if tags:
            from briefing.notebook.tagging import shown_tags

            yield shown_tags(tags)
        yield from (f"! {note}" for note in article.notes)
        yield ""

    def _wrapped(self, text: str) -> list[str]:
        import shutil
        import textwrap

        if not self._wraps:
            return text.split("\n")
        width = min(WIDTH, shutil.get_terminal_size().columns - 6)
        lines = [textwrap.wrap(line, max(width, 20), break_on_hyphens=False) or [""] for line in text.split("\n")]
        return [line for part in lines for line in part]


def _actors(article: Article, findings: Findings, paragraph: int | None) -> Iterator[Record]:
    for actor in findings.actors:
        cites = [article.text.paragraph_at(mention.span.start) + 1 for mention in actor.mentions]
        if paragraph is None or paragraph in cites:
            yield {
                "name": actor.name,
                "type": actor.type.value,
                "mentions": len(actor.mentions),
                "paragraphs": sorted(set(cites)),
                "aliases": list(actor.aliases),
                "descriptions": list(actor.descriptions),
                "role": actor.role,
                "dates": [
                    {
                        "value": findings.times[tie.time].when.value,
                        "text": findings.times[tie.time].surface,
                        "paragraph": article.text.paragraph_at(tie.evidence.start) + 1,
                        "sentence": tie.evidence.of(article.text.value),
                        "certainty": tie.certainty.value,
                        "rule": tie.rule,
                    }
                    for tie in actor.dates
                ],
            }


def _actor_text(record: Record) -> Iterable[str]:
    also = f"  = {', '.join(record['aliases'])}" if record["aliases"] else ""
    role = f"  ({record['role']})" if record["role"] else ""
    where = " ".join(f"p{number}" for number in record["paragraphs"])
    yield f"{record['mentions']:>4}  {record['type']:<12}  {record['name']}{also}{role}  {where}"
    for tie in record["dates"]:
        yield f"        {tie['value'] or '????':<12}  “{tie['text']}” p{tie['paragraph']} ({tie['certainty']})"


def _times(article: Article, findings: Findings, paragraph: int | None) -> Iterator[Record]:
    for time in findings.times:
        number = article.text.paragraph_at(time.span.start) + 1
        if paragraph in (None, number):
            yield {
                "cite": f"{article.name}:p{number}",
                "paragraph": number,
                "text": time.surface,
                "value": time.when.value,
                "precision": time.when.precision.value,
                "anchor": time.anchor.value,
                "guess": time.guess,
            }


def _time_text(record: Record) -> Iterable[str]:
    value = record["value"] or (f"{record['guess']}~" if record["guess"] else "????")
    yield f"  {value:<12}  {record['precision']:<8}  p{record['paragraph']:<3}  “{record['text']}”  {record['anchor']}"


def _source(library: Library, article: Article, context: Context) -> int:
    """The file behind the article, decoded; in JSON its characters stand as they are, escaped where need be."""
    from briefing.formats.sniff import Unreadable, decode
    from briefing.model.errors import BriefingError

    path = library.corpus.absolute(article.path)
    try:
        decoded = decode(path.read_bytes()) if path else None
    except (OSError, Unreadable) as error:
        raise BriefingError(f"The file of {article.name} cannot be read now: {error}.") from None
    if path is None or decoded is None:
        raise BriefingError(f"The file of {article.name} is in none of the library's folders.")
    if context.output.shape in (Shape.JSON, Shape.JSONL):
        print(
            dump(
                {
                    "format": 1,
                    "doc": article.name,
                    "file": str(path),
                    "encoding": decoded.encoding,
                    "text": decoded.text,
                }
            )
        )
    else:
        for line in decoded.text.split("\n"):
            print(safe_lines(line) if context.output.is_text else safe_line(line))
    return 0
