"""What each view is for, and what keys mean there where the table of commands speaks for several views at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.app.commands import COMMANDS, EVERYWHERE, Command
from briefing.app.layout import PaneName

_NOTHING: Mapping[str, str] = MappingProxyType({})


class View(NamedTuple):
    """A pane or a page, as help and footer tell of it. `notes` and `words` are by the id of a command."""

    title: str
    about: str
    pane: PaneName = PaneName.PAGE
    """What its keys are bound for."""
    notes: Mapping[str, str] = _NOTHING
    words: Mapping[str, str] = _NOTHING
    """Words for the footer."""

    def note(self, command: Command) -> str:
        """What a command does here."""
        return self.notes.get(command.id, command.help)

    def word(self, command: Command) -> str:
        """A command in the footer; "" keeps it out."""
        return self.words.get(command.id, command.short)


VIEWS: dict[str, View] = {
    "list": View(
        "LIST", "The articles, all of them or those found. N is unread, * starred, † noted, #war tagged; 2023~ is a "
        "guessed year and ???? an unknown date; +2 says that two copies are folded away.", PaneName.LIST,
        {"open": "Read the article in the reader. Where nothing was found: search for what may be meant.",
         "page-down": "A page of the article; at its end the next unread one."},
        {"open": "read", "tag": "tag", "date": ""},
    ),
    "reader": View(
        "READER", "The article. The file's name and the number of a paragraph are its citation; names, dates and hits "
        "are marked.", PaneName.READER,
        {"down": "One line down.", "up": "One line up.",
         "note": "A note on a paragraph, or on the sentence that is marked; it stands below and is found again when "
         "the text moves. Emptied it is deleted."},
        {"note": "note", "star": ""},
    ),
    "who": View(
        "WHO AND WHEN", "Who is named, under which names, what they did and when; then all dates and figures. ● is a "
        "day, ◐ something longer, ○ a guess, ? cannot be placed.", PaneName.WHO,
        {"open": "An actor: its first mention, once more its dossier; of all articles the dossier at once. A date, a "
         "deed or a figure: the sentence that says so.",
         "timeline": "The timeline of the actor under the cursor."},
    ),
    "facets": View(
        "FACETS", "How many of the articles found name whom, came out when and where, and are unread. + keeps a row, - "
        "leaves it out.", PaneName.FACETS,
        {"open": "Keep what the row counts, as f does; once more takes that back."},
        {"open": "keep"},
    ),
    "ledger": View(
        "LEDGER", "One row a dated claim: when, who, what was done, who said so, and the paragraph that proves it; ×3 "
        "where three copies of an article tell it. What nothing places stands below.", PaneName.PAGE,
        {"open": "The sentence that says so, in the reader.",
         "row-articles": "List the articles that name the actor of the row.",
         "timeline": "The same as a timeline.",
         "pairs": "With whom the actor of the ledger is named; in the ledger of all, who is named together.",
         "back": "Back to where the ledger was opened. From its sentence in the reader, back to the ledger."},
        {"open": "sentence"},
    ),
    "timeline": View(
        "TIMELINE", "Claims and published articles over time, a step a row, a mark a claim: ● of a day, ◐ of something "
        "longer, ○ guessed, → of more than the step. Gaps are told in lines of their own.", PaneName.PAGE,
        {"open": "List the claims of the step; below the steps the claims, or the articles, that have no date.",
         "closer": "Shorter steps: months into weeks, weeks into days.",
         "farther": "Longer steps.",
         "own-scale": "The steps that the page chose itself.",
         "row-articles": "List the articles that came out in the step, else those that name a day of it.",
         "pairs": "With whom the actor of the timeline is named; in the timeline of all, who is named together."},
        {"open": "claims"},
    ),
    "dossier": View(
        "DOSSIER", "All about one actor: names, roles with their days, your notes, what it did, figures side by side, "
        "who told of it, with whom it is named, and where.", PaneName.PAGE,
        {"open": "Follow the row: to its sentence, its article, the timeline, the ledger, or another dossier.",
         "row-articles": "List the articles that name the actor; on somebody else those that name both, on a name or "
         "a role those in which it stands.",
         "timeline": "The timeline of the actor.",
         "pairs": "With whom the actor is named, closer or farther apart."},
        {"open": "follow"},
    ),
    "pairs": View(
        "WITH WHOM", "Who is named together, most often first: in one clause, sentence, paragraph or article.",
        PaneName.PAGE,
        {"open": "The dossier of the other one; among the pairs of everybody, with whom the first is named.",
         "closer": "Closer together: a paragraph, a sentence, a clause.",
         "farther": "Farther apart: a paragraph, an article.",
         "own-scale": "In one sentence again.",
         "row-articles": "List the articles that name both.",
         "timeline": "The timeline of the actor, or of what the list shows."},
        {"open": "follow"},
    ),
    "paragraph": View(
        "PARAGRAPH", "Everybody who is named in one paragraph, in the order of the text, what each did there and when.",
        PaneName.PAGE,
        {"open": "An actor: its dossier. What it did, or a time: its words in the reader.",
         "row-articles": "List the articles that name the actor.",
         "copy": "Copy the actor, or the sentence of what it did, with title, source, date and place."},
    ),
    "review": View(
        "REVIEW", "What is unsure, one question at a time, with the sentence it is about. What is judged is not asked "
        "again; the tally says how often the program was right.", PaneName.REVIEW,
        {"open": "The sentence in its article.", "undo": "Take the last answer back."},
        {"open": "sentence"},
    ),
    "diff": View(
        "DIFF", "What a copy says otherwise than the first printing of its report: [-gone-] {+new+}. The cursor goes "
        "from one line with a change to the next; paragraphs that are the same are only counted.", PaneName.PAGE,
        {"open": "The words in their article: those that are gone in the first printing, new ones in the copy.",
         "back": "Back to the list or the reader. From an article opened here, back to this page."},
        {"open": "place"},
    ),
    "saved": View(
        "SAVED SEARCHES", "The searches kept with B: the key of each, what it finds now, and what came since it was "
        "run last. :unsave NAME drops one.", PaneName.PAGE,
        {"open": "Run the search."},
        {"open": "run"},
    ),
}  # fmt: skip


def is_of(command: Command, name: str) -> bool:
    """Whether a command does something in a view."""
    pane = VIEWS[name].pane
    return pane in command.panes and (pane is not PaneName.PAGE or not command.pages or name in command.pages)


def own(name: str) -> list[Command]:
    """The commands that mean something of their own in a view, in the order of the table, what it is for first."""
    view = VIEWS[name]
    mine = [each for each in COMMANDS if is_of(each, name) and (each.panes != EVERYWHERE or each.id in view.notes)]
    return sorted(mine, key=lambda each: each.id not in view.notes)
