from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.library.corpus import Corpus, safe_name
from briefing.library.scan import Blocked, FileStamp, scan


def _names(corpus: Corpus) -> list[str]:
    found = list(scan(corpus, lambda name: name.endswith(".txt")))
    assert not [item for item in found if isinstance(item, Blocked)]
    return [item.path for item in found if isinstance(item, FileStamp)]


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", "utf-8")


def test_the_id_does_not_depend_on_order_or_spelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(tmp_path, "a/x.txt", "b/x.txt")
    monkeypatch.chdir(tmp_path)
    one = Corpus.of([tmp_path / "a", tmp_path / "b"])
    assert one == Corpus.of([Path("b"), Path("b/../a"), Path("a")])
    assert one.id != Corpus.of([tmp_path / "a"]).id


def test_a_folder_inside_another_adds_nothing(tmp_path: Path) -> None:
    _make(tmp_path, "a/sub/x.txt")
    assert Corpus.of([tmp_path / "a", tmp_path / "a" / "sub"]) == Corpus.of([tmp_path / "a"])


def test_several_roots_are_told_apart_by_name(tmp_path: Path) -> None:
    _make(tmp_path, "1/news/x.txt", "2/news/x.txt", "3/x.txt")
    corpus = Corpus.of([tmp_path / "1/news", tmp_path / "2/news", tmp_path / "3"])
    assert _names(corpus) == ["news/x.txt", "news-2/x.txt", "3/x.txt"]
    assert corpus.relative(tmp_path / "2/news/x.txt") == "news-2/x.txt"
    assert corpus.absolute("news-2/x.txt") == tmp_path / "2/news/x.txt"
    assert corpus.relative(tmp_path / "4") is None


def test_a_single_file_is_a_library(tmp_path: Path) -> None:
    _make(tmp_path, "x.txt", "y.txt")
    corpus = Corpus.of([tmp_path / "x.txt"])
    assert _names(corpus) == ["x.txt"]
    assert corpus.relative(tmp_path / "x.txt") == "x.txt"


def test_hidden_and_unknown_files_are_left_out(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", ".hidden.txt", ".git/a.txt", "sub/.x/y.txt", "sub/a.txt", "picture.png")
    os.mkfifo(tmp_path / "pipe.txt")
    assert _names(Corpus.of([tmp_path])) == ["b.txt", "sub/a.txt"]


def test_links_are_followed_once(tmp_path: Path) -> None:
    _make(tmp_path, "news/real/a.txt", "elsewhere/b.txt", "elsewhere/deep/c.txt")
    news = tmp_path / "news"
    (news / "again").symlink_to(news / "real")
    (news / "loop").symlink_to(news)
    (news / "real" / "up").symlink_to("..")
    (news / "out").symlink_to(tmp_path / "elsewhere")
    (news / "out2").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "back").symlink_to(news)
    (news / "copy.txt").symlink_to(news / "real" / "a.txt")
    (news / "far.txt").symlink_to(tmp_path / "elsewhere" / "b.txt")
    assert _names(Corpus.of([news])) == ["far.txt", "real/a.txt", "out/b.txt", "out/deep/c.txt"]


def test_a_link_to_nothing_and_a_loop_are_problems(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    (tmp_path / "self.txt").symlink_to("self.txt")
    found = list(scan(Corpus.of([tmp_path]), lambda name: False))
    assert [item.below for item in found if isinstance(item, Blocked)] == ["gone", "self.txt"]


def test_what_a_blocked_folder_hides(tmp_path: Path) -> None:
    missing = list(scan(Corpus.of([tmp_path / "a", tmp_path / "ab"]), lambda name: True))
    first = missing[0]
    assert isinstance(first, Blocked)
    assert [first.hides(path) for path in ("a/x.txt", "ab/x.txt")] == [True, False]


@pytest.mark.parametrize("name", ["\x1b[31m.txt", "a\nb.txt", "\u202etxt.exe", os.fsdecode(b"\xff\xfe.txt"), "\u200b"])
def test_names_that_cannot_be_shown_are_spelled_out(name: str, tmp_path: Path) -> None:
    assert safe_name(name).isprintable()
    safe_name(name).encode("utf-8")
    (tmp_path / f"{name}x.txt").write_text("text", "utf-8")
    (found,) = list(scan(Corpus.of([tmp_path]), lambda name: True))
    assert isinstance(found, FileStamp)
    assert found.path == safe_name(f"{name}x.txt")
    assert Path(found.disk).read_text("utf-8") == "text"


def test_plain_names_stay_as_they_are() -> None:
    assert safe_name("Übersicht 2021/تقرير.txt") == "Übersicht 2021/تقرير.txt"
