"""Tags, notes and selected rows in the app: by keys, by the `:` line, shown where they belong, taken back."""

from __future__ import annotations

import shutil

import pytest

from briefing.app.tagging import completions
from briefing.library.build import build
from briefing.settings.schema import Settings
from tests.app.flows.conftest import Bench, Run, app_of, press, screen


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def row_of(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


async def test_tags_by_key_shown_completed_and_taken_back(run: Run, bench: Bench) -> None:
    async with run(read_only=False) as pilot:
        notebook = app_of(pilot).library.notebook
        text = await press(pilot, "t")
        assert "tags:" in text
        text = await press(pilot, *'War "Grain Deal"', "enter")
        assert "Tagged harbour.txt as war and 1 more: u takes it back." in text
        row = row_of(text, "Strike ends at Norrhavn")
        assert "#grain-deal" in row
        assert len(row) <= 80
        await press(pilot, "j", "t", "w")
        assert "war" in screen(pilot).splitlines()[-1]
        text = await press(pilot, "tab", "enter")
        assert "Tagged river.md as war" in text
        assert notebook.tags.counts == {"war": 2, "grain deal": 1}
        text = await press(pilot, "k", "enter")
        assert "#grain-deal #war" in text
        assert "-war" in await press(pilot, "t")
        await press(pilot, *"-war oil", "enter")
        assert "#grain-deal #oil" in screen(pilot)
        await press(pilot, "u")
        assert "#grain-deal #war" in screen(pilot)
        await press(pilot, "u", "u")
        assert notebook.tags.counts == {}
        assert "#" not in screen(pilot)
        await press(pilot, "ctrl+r", "ctrl+r")
        assert notebook.tags.counts == {"war": 2, "grain deal": 1}
        await press(pilot, "1", "/", *"tag:WAR", "enter")
        assert len(app_of(pilot).desk.articles) == 2
    shutil.rmtree(bench.places.cache)
    (bench.folder / "river.md").rename(bench.folder / "stream.md")
    build([bench.folder], bench.places, Settings(), lambda _: None, lambda: False)
    async with run() as pilot:
        await press(pilot, "F", "/", *"tag:war", "enter")
        assert len(app_of(pilot).desk.articles) == 2
        assert "read-only" in await press(pilot, "t")


async def test_a_selection_is_what_keys_are_about(run: Run) -> None:
    async with run(read_only=False) as pilot:
        notebook, articles = app_of(pilot).library.notebook, app_of(pilot).desk.articles
        text = await press(pilot, "v", "j", "j")
        assert "3 selected" in text
        assert sum(line.startswith("+") for line in text.splitlines()) == 3
        await press(pilot, "t", *"war", "enter")
        assert notebook.tags.counts == {"war": 3}
        assert not articles.picked
        assert "3 selected" not in screen(pilot)
        await press(pilot, "v", "k", "*")
        assert len(notebook.starred_ids()) == 2
        await press(pilot, "u")
        assert notebook.starred_ids() == set()
        await press(pilot, "v", "G", "U")
        assert len(notebook.read_ids()) == 3
        await press(pilot, "v", "j", "escape")
        assert not articles.picked
        await press(pilot, "v", "v")
        assert not articles.picked
        await press(pilot, "v", "k", "/", *"zzz", "enter")
        assert not articles.picked


async def test_all_of_a_query_after_asking_and_back_in_one(run: Run) -> None:
    async with run(read_only=False) as pilot:
        notebook = app_of(pilot).library.notebook
        text = await press(pilot, ":", *"tag war brandt", "enter")
        assert "2 ARTICLES FOUND BY brandt" in text
        await press(pilot, "enter")
        assert notebook.tags.counts == {}
        await press(pilot, ":", *"tag war,oil brandt", "enter")
        await press(pilot, "down", "enter")
        await pilot.pause(0.05)
        assert notebook.tags.counts == {"oil": 2, "war": 2}
        await press(pilot, ":", *"untag oil tag:war", "enter", "down", "enter")
        await pilot.pause(0.05)
        assert notebook.tags.counts == {"war": 2}
        await press(pilot, "u")
        assert notebook.tags.counts == {"oil": 2, "war": 2}
        await press(pilot, "u")
        assert notebook.tags.counts == {}
        assert "Nothing is found" in await press(pilot, ":", *"tag war zzz", "enter")
        await press(pilot, ":", *"tag peace", "enter")
        assert notebook.tags.counts == {"peace": 1}
        await press(pilot, ":", *"untag peace", "enter")
        assert notebook.tags.counts == {}
        assert "needs a word" in await press(pilot, ":", *"tag -", "enter")


async def test_notes_under_their_paragraph_in_the_head_and_on_an_actor(run: Run) -> None:
    async with run(size=(120, 40), read_only=False) as pilot:
        desk, notebook = app_of(pilot).desk, app_of(pilot).library.notebook
        assert "Note on harbour.txt:" in await press(pilot, "e")
        text = await press(pilot, *"Ask the port", "enter")
        assert "Noted “Ask the port” on harbour.txt" in text
        assert "† Ask the port" in text
        assert "2024-05-14†" in text
        await press(pilot, "2")
        text = await press(pilot, "e")
        assert "NOTE ON which paragraph?" in text
        assert "> p1" in " ".join(text.split())
        assert "Note on p3:" in await press(pilot, *"reyl", "enter")
        text = await press(pilot, *"Who leads it?", "enter")
        lines = text.splitlines()
        at = next(n for n, line in enumerate(lines) if "† Who leads it?" in line)
        assert "leads the DU" in lines[at - 1]
        (passage,) = [each for each in notebook.notes.all if each.text == "Who leads it?"]
        assert str(passage.subject).startswith("““We sign tomorrow,” said Tomas Reyl")
        text = await press(pilot, "E")
        assert "† 2 notes folded" in text
        assert " p3†“We sign" in text
        assert "Who leads it?" not in text
        await press(pilot, "E")
        await press(pilot, "3")
        while not (desk.who.current and desk.who.current.actor and desk.who.current.actor.name == "Ilse Brandt"):
            assert desk.who.move(1)
        assert "Note on Ilse Brandt:" in await press(pilot, "e")
        text = await press(pilot, *"Since 2020?", "enter")
        assert "† Since 2020?" in text
        text = await press(pilot, ":", *"dossier Ilse Brandt", "enter")
        assert "NOTES" in text
        assert "Since 2020?" in text
        await press(pilot, "e", "ctrl+u", *"Since 2021", "enter")
        await pilot.pause(0.05)
        assert [each.text for each in notebook.notes.all][-1] == "Since 2021"
        assert "Since 2021" in screen(pilot)
        await press(pilot, "q")
        await press(pilot, "u", "u")
        assert "† Since" not in screen(pilot)
        await press(pilot, "2")
        text = await press(pilot, "e", *"reyl", "enter")
        assert "Who leads it?" in text.splitlines()[-1]
        assert "Deleted a note on" in await press(pilot, "ctrl+u", "enter")
        assert "† Who leads" not in screen(pilot)
        await press(pilot, "u")
        assert "† Who leads" in screen(pilot)
        await press(pilot, ":", *"note On the first", "enter")
        await press(pilot, ":", *"note And more", "enter")
        text = await press(pilot, "e", "enter")
        assert "NOTES ON p1" in text
        assert "another note" in text
        await press(pilot, "escape", "1", "/", *"has:note", "enter")
        assert len(desk.articles) == 1


async def test_a_line_break_survives_the_one_line(run: Run) -> None:
    async with run(read_only=False) as pilot:
        notebook = app_of(pilot).library.notebook
        await press(pilot, ":", *"note One", "enter")
        await press(pilot, "e", "end")
        prompt = app_of(pilot).desk.prompt
        assert prompt is not None
        prompt.put("¶")
        await press(pilot, *"two", "enter")
        (note,) = notebook.notes.all
        assert note.text == "One\ntwo"
        await press(pilot, "e", "enter")
        assert "Nothing is noted" in screen(pilot)
        assert notebook.notes.all == (note,)


async def test_an_editor_that_cannot_be_used_gives_way_to_the_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "nosuch --flag")
    async with run(read_only=False) as pilot:
        text = await press(pilot, "e")
        assert "no editor can be started here. Note on harbour.txt:" in text
        await press(pilot, *"typed", "enter")
        assert [each.text for each in app_of(pilot).library.notebook.notes.all] == ["typed"]


@pytest.mark.parametrize("size", [(80, 24), (45, 15), (120, 40)])
async def test_hostile_labels_are_safe_in_ascii_too(run: Run, size: tuple[int, int]) -> None:
    from briefing.library.subjects import card_subject
    from briefing.notebook.act import Decision, Do

    odd = "a\x1b]52;c;x\x07\u202eb\nсекрет " + "long " * 40
    async with run(size=size, ascii=True, read_only=False) as pilot:
        desk = app_of(pilot).desk
        card = desk.articles.current
        assert card is not None
        subject = card_subject(card)
        desk.correcting.decide(Decision(Do.NOTE, subject, odd), Decision(Do.TAG, subject, odd.replace("\n", " ")))
        text = await press(pilot, "2", "1", "v", "j")
        assert text.replace("\n", "").isascii()
        assert text.replace("\n", "").isprintable()
        assert max(map(len, text.splitlines())) <= size[0]


async def test_a_note_that_another_instance_wrote_is_there_after_a_look(run: Run, bench: Bench) -> None:
    async with run(read_only=False) as pilot:
        other = bench.library()
        card = other.cards([other.locate("harbour.txt").number])[0]
        from briefing.library.subjects import card_subject
        from briefing.notebook.decisions import note, tag

        other.notebook.decide(note(card_subject(card), "from elsewhere"), tag(card_subject(card), "shared"))
        other.close()
        notebook = app_of(pilot).library.notebook
        text = await press(pilot, ":", *"rescan", "enter")
        assert "from elsewhere" in text
        assert "#shared" in text
        await press(pilot, "t", *"-shared", "enter")
        assert notebook.tags.counts == {}
        other = bench.library()
        other.notebook.decide(tag(card_subject(card), "late"))
        other.close()
        text = await press(pilot, "u")
        assert "Undone: tagged harbour.txt as late" in text  # whichever window it was done in
        assert "Undone: took the tag shared off harbour.txt" in await press(pilot, "u")
        assert notebook.tags.counts == {"shared": 1}


def test_completion_of_tags() -> None:
    known = ["war", "grain deal", "water"]

    def texts(typed: str, own: tuple[str, ...] = ("oil",)) -> list[str]:
        return [each.text for each in completions(typed, known, own)]

    assert texts("wa") == ["war", "water"]
    assert texts("peace gr") == ['peace "grain deal"']
    assert texts('peace "gr') == ['peace "grain deal"']
    assert texts("peace,wat") == ["peace,water"]
    assert texts("-o") == ["-oil"]
    assert texts("-w") == []
    assert texts("") == ["-oil", "war", '"grain deal"', "water"]
    assert texts("war") == []
    assert texts("", ()) == ["war", '"grain deal"', "water"]
