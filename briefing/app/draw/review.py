"""A question of the review as lines of text: what is asked, why, the sentence, what the keys do; and the tally."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.app.draw.cells import Piece
from briefing.app.draw.entry import Entry, label, note
from briefing.app.draw.ink import Ink
from briefing.app.draw.wrap import break_lines
from briefing.model.review import Doubt, Question, Tally

_WIDEST = 90
_ABOUT = {Doubt.DATE: "A DATE", Doubt.MERGE: "ONE ACTOR OR TWO", Doubt.TYPE: "A TYPE", Doubt.TIE: "WHO DID IT WHEN"}
_KINDS = {Doubt.DATE: "dates", Doubt.MERGE: "merges", Doubt.TYPE: "types", Doubt.TIE: "ties"}


def question_entries(question: Question, room: int, ink: Ink) -> list[Entry]:
    """One question; its sentence is what Enter opens."""
    look = ink.look
    width = min(room, _WIDEST)
    sentence = [((f"  {text}", look.text),) for text in _wrapped(question.sentence, width, ink)]
    cite: tuple[Piece, ...] = (("  ", look.text), (ink.cut(question.cite, room - 4), look.paragraph))
    (no, *more) = _wrapped(f"no: {question.undoes}", width, ink)
    keys: list[tuple[Piece, ...]] = [(("  y ", look.key), ("yes", look.text)), (("  n ", look.key), (no, look.text))]
    keys += [((f"    {line}", look.text),) for line in more]
    keys.append((("  s ", look.key), ("skip: not asked again", look.text)))
    return [
        label("", ink),
        label(_ABOUT[question.kind], ink),
        Entry(tuple(((f"  {text}", look.unread),) for text in _wrapped(question.asks, width, ink))),
        note(f" {question.because}", width, ink),
        label("", ink),
        Entry((*sentence, cite), target=question),
        label("", ink),
        Entry(tuple(keys)),
    ]


def tally_entries(tallies: Mapping[Doubt, Tally], room: int, ink: Ink) -> list[Entry]:
    """How often the program was right, in all and by kind."""
    judged = {kind: tally for kind, tally in tallies.items() if tally.right + tally.wrong}
    skipped = sum(tally.skipped for tally in tallies.values())
    entries = [label("", ink), label("HOW OFTEN THE PROGRAM WAS RIGHT", ink)]
    if not judged:
        entries.append(note("Nothing is judged yet.", room, ink))
    else:
        right = sum(tally.right for tally in judged.values())
        total = sum(tally.right + tally.wrong for tally in judged.values())
        parts = [f"{_KINDS[kind]} {each.right} of {each.right + each.wrong}" for kind, each in judged.items()]
        words = f" {ink.glyphs.dot} ".join(parts)
        entries.append(note(f"{right} of {total} ({100 * right // total}%): {words}", room, ink))
    if skipped:
        entries.append(note(f"{skipped} skipped: :review skipped asks them again.", room, ink))
    return entries


def _wrapped(text: str, room: int, ink: Ink) -> list[str]:
    plain = ink.glyphs.plain(text)
    return [plain[a:b] for a, b in break_lines(plain, 0, len(plain), max(room - 4, 8))]
