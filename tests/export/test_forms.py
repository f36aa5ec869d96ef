"""Exports read back by other programs' readers: nothing of a text is alive, nothing of it is lost."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from briefing.export.ask import Form, Wanted, What, check, file_name
from briefing.export.calendar import folded
from briefing.export.records import COLUMNS
from briefing.export.rows import ClaimRow, Document, Row
from briefing.export.told import line
from briefing.export.write import NotWritten, write_file, written
from briefing.model.errors import WrongUse
from briefing.model.when import Precision, When
from tests.export.hostile import NOW, WORDS, article, claim, document, everything, rows


def text_of(form: Form, what: What = What.DOSSIER, made: Document | None = None, bom: bool = False) -> str:
    return "".join(written(made or everything(), Wanted(what), form, NOW, bom))


@pytest.mark.parametrize("form", Form)
def test_no_form_holds_what_a_terminal_obeys(form: Form) -> None:
    text = text_of(form)
    assert not {c for c in text if not c.isprintable()} - {"\n", "\r"}


# -- CSV


@pytest.mark.parametrize("what", What)
def test_csv_is_a_table_of_its_columns(what: What) -> None:
    text = text_of(Form.CSV, what)
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert tuple(found[0]) == COLUMNS[what]
    assert {len(row) for row in found} == {len(COLUMNS[what])}
    assert text.count("\n") == text.count("\r\n") == len(found)


def test_no_cell_is_a_formula_and_each_says_its_words() -> None:
    found = list(csv.DictReader(io.StringIO(text_of(Form.CSV), newline="")))
    cells = [cell for row in found for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in tuple("=+@＝") or (cell[:1] == "-" and cell != "-3")]
    said = [row["sentence"] for row in found if row["cite"] and row["anchor"]]
    assert [each.removeprefix("'") for each in said] == [line(words) for words in WORDS]


def test_a_mark_for_spreadsheets_only_where_asked() -> None:
    assert text_of(Form.CSV, bom=True).startswith("\ufeffsection,")
    assert text_of(Form.CSV).startswith("section,")


# -- JSON lines


def test_json_lines_give_every_row() -> None:
    text = text_of(Form.JSONL)
    found = [json.loads(each) for each in text.splitlines()]
    assert len(found) == 5 * len(WORDS) + 2
    assert [each["sentence"] for each in found if "sentence" in each] == list(WORDS)
    assert found[0]["cite"] == "plain words.txt:p3"


# -- HTML


class Page(HTMLParser):
    """Counts tags and gathers the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.attributes: set[str] = set()
        self.policy = ""
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes |= {name for name, _ in attrs}
        if tag != "meta":
            self.open.append(tag)
        elif ("http-equiv", "Content-Security-Policy") in attrs:
            self.policy = dict(attrs)["content"] or ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_html_has_only_our_tags_and_all_words() -> None:
    page = Page()
    page.feed(text_of(Form.HTML))
    page.close()
    assert page.open == []
    assert set(page.tags) == {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ol", "li", "span", "div", "strong",
        "blockquote",
    }  # fmt: skip
    assert page.attributes == {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert page.policy.startswith("default-src 'none'; style-src 'sha256-")
    text = " ".join(page.words)
    assert all(line(words) in text for words in WORDS)
    assert page.tags["li"] == 5 * len(WORDS) + 2
    assert "Nothing" not in text  # a part without rows


def test_the_policy_lets_in_just_the_style_of_the_file() -> None:
    import base64
    import hashlib

    text = text_of(Form.HTML)
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text
    assert "url(" not in style
    assert "@import" not in style


# -- Markdown


def test_markdown_shows_the_words_and_obeys_none() -> None:
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(text_of(Form.MD))
    inline = [child for token in parsed for child in token.children or ()]
    kinds = {token.type for token in (*parsed, *inline)}
    assert not kinds & {
        "html_inline",
        "html_block",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "s_open",
        "table_open",
    }
    assert kinds & {"ordered_list_open", "code_block"} == set()
    said = [
        "".join(child.content or " " for child in token.children or ())
        for at, token in enumerate(parsed)
        if token.type == "inline" and parsed[at - 2].type == "blockquote_open"
    ]
    expected = [line(words) for words in WORDS if line(words)]
    assert [words for words in said if words in expected] == [each for words in expected for each in (words, words)]


# -- iCalendar


def events(made: Document) -> list[dict[str, object]]:
    text = text_of(Form.ICS, What.LEDGER, made)
    assert all(len(each) <= 75 for each in text.encode().split(b"\r\n"))
    assert text.count("\n") == text.count("\r\n")
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    return [dict(event.items()) | {"event": event} for event in calendar.walk("VEVENT")]


def test_a_calendar_is_read_with_every_word() -> None:
    found = events(everything())
    assert len(found) == len(WORDS)
    for event, words in zip(found, WORDS, strict=True):
        summary = f"{line(words)}: {line(words) or 'named with this date'}"
        assert str(event["SUMMARY"]).startswith(summary)
        assert f"“{line(words)}”\n{line(words + '.txt')}:p3\n" in str(event["DESCRIPTION"]).replace("“”", "“”")
        assert event["event"].decoded("DTSTART") == date(2021, 1, 22)  # type: ignore[attr-defined]
        assert event["event"].decoded("DTEND") == date(2021, 1, 23)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("when", "guess", "summary", "first", "last"),
    [
        (When("2021-02", Precision.MONTH, date(2021, 2, 1), date(2021, 2, 28)), "", "(month: 2021-02) ",
         date(2021, 2, 1), date(2021, 2, 28)),
        (When(None, Precision.MONTH), "2023-06", "(guessed: 2023-06~) ", date(2023, 6, 1), date(2023, 6, 30)),
        (When("0001", Precision.YEAR, date(1, 1, 1), date(1, 12, 31)), "", "(year: 0001) ",
         date(1, 1, 1), date(1, 12, 31)),
    ],
)  # fmt: skip
def test_coarse_days_say_so(when: When, guess: str, summary: str, first: date, last: date) -> None:
    (event,) = events(document([("", [ClaimRow(claim("Wagner", 0, when, guess), "So.")])]))
    assert str(event["SUMMARY"]) == f"{summary}Wagner: Wagner, said Wagner"
    assert event["event"].decoded("DTSTART") == first  # type: ignore[attr-defined]
    assert event["event"].decoded("DTEND") == last + timedelta(days=1)  # type: ignore[attr-defined]


def test_an_event_names_the_copies_that_repeat_it() -> None:
    told = claim("A", 1)._replace(repeats=2, also=("b.txt:p1", "c;d.txt:p2"))
    one, other = events(document([("", [ClaimRow(told, "So."), ClaimRow(claim("B", 2), "So.")])]))
    assert str(one["DESCRIPTION"]).splitlines()[-1] == "also b.txt:p1, c;d.txt:p2"
    assert "also" not in str(other["DESCRIPTION"])


def test_the_last_day_there_is_and_days_that_are_not() -> None:
    last = When("9999-12-31", Precision.DAY, date.max, date.max)
    found = [ClaimRow(claim("A", 1, last), ""), ClaimRow(claim("B", 2, When(None, Precision.DAY)), "")]
    (event,) = events(document([("", found)]))
    assert "DTEND" not in event


def test_an_event_keeps_its_name_when_its_day_is_corrected() -> None:
    other = When("2021-02-02", Precision.DAY, date(2021, 2, 2), date(2021, 2, 2))
    made = [document([("", [ClaimRow(claim("A", 1, when), "")])]) for when in (None, other)]
    (one,), (two,) = map(events, made)
    assert one["UID"] == two["UID"]
    both = document([("", [ClaimRow(claim("A", 1), ""), ClaimRow(claim("A", 2), ""), ClaimRow(claim("A", 1), "")])])
    assert len({event["UID"] for event in events(both)}) == len(events(both)) == 2


@pytest.mark.parametrize("text", ["x" * 75, "x" * 76, "é" * 100, "日" * 60, "a" + "😀" * 40, ""])
def test_lines_are_folded_between_characters(text: str) -> None:
    made = folded(text)
    assert made.endswith("\r\n")
    assert made.replace("\r\n ", "").removesuffix("\r\n") == text
    assert all(len(each.encode()) <= 75 for each in made.split("\r\n"))


# -- citations


def test_csl_cites_each_article_once() -> None:
    found = json.loads(text_of(Form.CSL))
    assert len(found) == 1  # all rows stand on one article
    item = found[0]
    assert (item["type"], item["issued"]) == ("article-newspaper", {"date-parts": [[2021, 1, 23]]})
    assert json.loads(text_of(Form.CSL, made=document([("", [])]))) == []
    (guessed,) = json.loads(text_of(Form.CSL, made=document([("", [article("x", 9, None)])])))
    assert guessed["issued"]["date-parts"] == [[2021, 1, 23]]  # the article as the library has it


def test_ris_is_one_tag_a_line_and_one_record_an_article() -> None:
    made = document([("", [article(words, number) for number, words in enumerate(WORDS)])])
    text = text_of(Form.RIS, What.LIST, made)
    lines = text.split("\r\n")[:-1]
    assert all(each[2:6] == "  - " and each[:2].isalnum() and each[:2].isupper() for each in lines)
    assert [each for each in lines if each.startswith("TY")] == ["TY  - NEWS"] * len(WORDS)
    assert sum(each.startswith("ER") for each in lines) == len(WORDS)
    titles = [each[6:] for each in lines if each.startswith("TI")]
    assert titles == [line(words) or "untitled" for words in WORDS]


# -- files and limits


def many(count: int) -> Iterator[Row]:
    for at in range(count):
        yield from rows(WORDS[at % len(WORDS)], at)


@pytest.mark.parametrize("form", [form for form in Form if form is not Form.ICS])
def test_memory_does_not_grow_with_rows(form: Form) -> None:
    peaks = []
    for count in (20, 600):
        made = document([("", many(count))])
        tracemalloc.start()
        for _ in written(made, Wanted(What.DOSSIER), form, NOW):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 300_000


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("mine")
    with pytest.raises(WrongUse, match="is there already"):
        write_file(file, ["new"], force=False)
    assert file.read_text() == "mine"
    assert write_file(file, ["né", "w\r\n"], force=True) == 6
    assert file.read_bytes() == "néw\r\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["out.csv"]


def test_a_file_that_comes_meanwhile_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"

    def pieces() -> Iterator[str]:
        yield "new"
        file.write_text("mine")

    with pytest.raises(WrongUse, match="is there already"):
        write_file(file, pieces(), force=False)
    assert file.read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_stays_a_link_and_a_pipe_a_pipe(tmp_path: Path) -> None:
    file, link, pipe = tmp_path / "out.csv", tmp_path / "link.csv", tmp_path / "pipe"
    file.write_text("mine")
    link.symlink_to(file.name)
    with pytest.raises(WrongUse, match="is there already"):
        write_file(link, ["new"], force=False)
    assert write_file(link, ["new"], force=True) == 3
    assert (link.is_symlink(), file.read_text()) == (True, "new")
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        assert write_file(pipe, ["né", "w"], force=True) == 4
        assert read.result(timeout=20) == "néw".encode()
    assert pipe.is_fifo()
    assert len(list(tmp_path.iterdir())) == 3


def test_a_place_that_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "exists", refused)
    with pytest.raises(NotWritten, match=r"out\.csv cannot be written: Permission denied"):
        write_file(tmp_path / "out.csv", ["new"], force=False)


def test_a_stopped_or_failed_export_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[str]:
        yield "a"
        raise ValueError("no")

    assert write_file(tmp_path / "a", ["x"], force=False, stop=lambda: True) is None
    with pytest.raises(ValueError, match="no"):
        write_file(tmp_path / "b", failing(), force=False)
    assert list(tmp_path.iterdir()) == []


def test_forms_that_do_not_fit() -> None:
    for what in (What.NOTES, What.LIST):
        with pytest.raises(WrongUse, match="dated claims"):
            check(what, Form.ICS)
    assert file_name(Wanted(What.LEDGER), Form.CSL) == "briefing-ledger.json"
