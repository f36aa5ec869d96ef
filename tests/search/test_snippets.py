from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.hit import Snippet
from briefing.model.text import Paragraph, Region, Span, Text
from briefing.search.match import spans
from briefing.search.snippets import snippet
from briefing.search.syntax import parse


def text_of(*paragraphs: str, last: Region = Region.BODY) -> Text:
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    regions = [Region.BODY] * (len(spans) - 1) + [last]
    return Text("\n\n".join(paragraphs), tuple(map(Paragraph, spans, regions)))


def cut(query: str, text: Text, width: int = 60) -> Snippet | None:
    return snippet(parse(query).tree, text, width)


LONG = (
    "The cabinet met in Tripoli and talked for hours. " * 4 + "Then Wagner left the Libya talks. " + "More talk. " * 30
)


def test_the_window_holds_the_hit_and_says_what_is_cut() -> None:
    found = cut("wagner", text_of("Nothing here.", LONG))
    assert found is not None
    assert found.paragraph == 2
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert [span.of(found.text) for span in found.hits] == ["Wagner"]
    assert len(found.text) <= 60


def test_more_different_hits_win() -> None:
    found = cut("wagner libya", text_of("Wagner alone, " + "and on " * 20, LONG))
    assert found is not None
    assert [span.of(found.text) for span in found.hits] == ["Wagner", "Libya"]


def test_credits_are_read_for_in_all_only() -> None:
    text = text_of("A story.", "Photo by Ann Wagner", last=Region.CREDIT)
    assert cut("wagner", text) is None
    assert cut("in:all wagner", text) is not None


def test_no_snippet_for_facts_and_titles() -> None:
    assert cut("who:wagner", text_of(LONG)) is None
    assert cut("title:wagner", text_of(LONG)) is None


def test_a_line_without_spaces() -> None:
    found = cut("x*", text_of("x" * 5000))
    assert found is not None
    assert len(found.text) <= 60


@given(st.lists(st.text("ab wagner\n’-é東", max_size=90), min_size=1, max_size=3), st.integers(1, 80))
def test_any_text(paragraphs: list[str], width: int) -> None:
    found = cut('wagner OR a OR "b a"~3', text_of(*paragraphs), width)
    if found is not None:
        assert len(found.text) <= width + 2
        assert "\n" not in found.text
        for span in found.hits:
            assert 0 <= span.start < span.end <= len(found.text)


@given(
    st.lists(st.text("abUS.,'’-–`1é\u00ad s“", max_size=40), min_size=1, max_size=3),
    st.sampled_from(["us", "ab", "a1", "1.1", "aus", "é", "e", "ab*", '"a b"', "ab~1", "u.s", "b OR s", "1s"]),
)
def test_a_text_with_a_hit_has_a_snippet(paragraphs: list[str], query: str) -> None:
    text = text_of(*paragraphs)
    assert (cut(query, text) is not None) == bool(spans(parse(query).tree, text.value))
