"""A box that tells: nothing of a row is cut, keys scroll it, letters after `/` keep the rows that hold them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.app.draw.ink import Ink
from briefing.app.panes.chooser import Option
from briefing.app.panes.teller import Teller
from tests.app.draw.samples import ANY_TEXT, ASCII_INK, INK, INKS, cells, plain

LONG = "The sentence that proves it goes on for so long that no box of any screen could hold it in one line of it."


def made(count: int = 1) -> Teller:
    rows = [Option("", "Heading"), Option("a", LONG, before="proof"), Option("b", "short", before="sure")]
    return Teller("WHY", [*rows, *(Option(str(n), f"row {n}", before="n") for n in range(count))])


def drawn(teller: Teller, width: int = 60, height: int = 20, ink: Ink = INK) -> list[str]:
    return [plain(strip) for strip in teller.lines(teller.box(width, height), ink)]


def press(teller: Teller, *keys: str) -> list[str]:
    for key in keys:
        if not teller.press(key) and teller.prompt.press(key, key):
            teller.narrow()
    return drawn(teller)


def test_a_long_row_is_told_whole_beside_its_name() -> None:
    shown = drawn(made())
    text = " ".join(line.strip("│ ") for line in shown)
    assert LONG in text.replace("proof  ", "")
    assert shown[4].startswith("│  proof  The sentence that proves")
    assert shown[5].startswith("│         ")


def test_keys_move_a_mark_and_the_edge_says_how_much_is_left() -> None:
    teller = made(40)
    first = drawn(teller)
    left, height = int(first[-1].split()[1]), len(first) - 4
    second = press(teller, "j")
    assert [at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other] == [3, 4]
    assert second[4].startswith("│ >")
    assert int(press(teller, *["j"] * (height - 1))[-1].split()[1]) == left - height // 2 - 1
    assert press(teller, "g") == first
    assert int(press(teller, "space")[-1].split()[1]) < left - 10
    assert "more below" not in press(teller, "G")[-1]
    assert press(teller, "g") == first
    assert press(teller, "k", "b", "pageup") == first


def test_letters_are_looked_for_after_a_slash_only() -> None:
    teller = made(40)
    assert not teller.takes_text
    teller.press("x")
    assert teller.prompt.text == ""
    shown = press(teller, "/", *"sure")
    assert teller.footer()[0] == ("Esc", "all rows")
    assert [line for line in shown if "sure" in line and "/" not in line]
    assert any("Heading" in line for line in shown)
    assert not any("row 1" in line for line in shown)
    assert "nothing fits" in "".join(press(teller, *"zz"))
    assert any("row 1" in line for line in press(teller, "escape"))
    press(teller, "/", *"sure", "enter")
    assert not any("row 1" in line for line in press(teller, "j"))


def test_what_closes_a_box_is_left_to_it() -> None:
    teller = made()
    assert not any(teller.press(key) for key in ("q", "escape", "ctrl+c"))


ROWS = st.lists(st.builds(Option, st.just("x"), ANY_TEXT, st.one_of(st.just(""), ANY_TEXT), ANY_TEXT), max_size=6)


@given(ROWS, ANY_TEXT, st.integers(40, 130), st.integers(10, 50), INKS)
def test_every_row_is_as_wide_as_the_box(options: list[Option], typed: str, width: int, height: int, ink: Ink) -> None:
    teller = Teller("Title", options)
    teller.prompt.put(typed)
    teller.narrow()
    box = teller.box(width, height)
    assert 0 <= box.x <= box.x + box.width <= width
    assert 0 <= box.y <= box.y + box.height <= height
    strips = teller.lines(box, ink)
    assert len(strips) == box.height
    for strip in strips:
        assert cells(plain(strip)) == strip.cell_length == box.width
        assert ink is not ASCII_INK or plain(strip).isascii()
