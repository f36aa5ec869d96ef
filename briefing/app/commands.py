"""Every command once: its keys, footer words, help, palette entry, `:` name and keymap id come from this table."""

from __future__ import annotations

from typing import NamedTuple

from briefing.app.layout import PANES, PaneName

LIST, READER, WHO, FACETS = PaneName.LIST, PaneName.READER, PaneName.WHO, PaneName.FACETS
PAGE, REVIEW = PaneName.PAGE, PaneName.REVIEW
EVERYWHERE = frozenset(PaneName)
RESIZED = frozenset(PANES)


_SCALED = ("timeline", "pairs")
_LISTED = ("ledger", "timeline", "dossier", "pairs", "paragraph")
_CLAIMS = ("ledger", "dossier", "paragraph")
_ACTORS = ("ledger", "dossier", "pairs", "paragraph")
_TIMED = ("ledger", "dossier", "pairs", "saved")
_PAIRED = ("ledger", "timeline", "dossier")


class Command(NamedTuple):
    """One thing the reader can ask for. `keys` are alternatives; a key may be two in a row ("g g")."""

    id: str
    title: str
    keys: tuple[str, ...]
    help: str
    panes: frozenset[PaneName] = EVERYWHERE
    short: str = ""
    """Its word in the footer; "" keeps it out."""
    argument: str = ""
    """What may follow its name on the `:` line ("" for nothing)."""
    pages: tuple[str, ...] = ()
    """The pages on which it has something to do; all where none is named."""


def _only(*panes: PaneName) -> frozenset[PaneName]:
    return frozenset(panes)


COMMANDS: tuple[Command, ...] = (
    Command("down", "Down", ("j", "down"), "Next row, or one line down in the reader.", short="move"),
    Command("up", "Up", ("k", "up"), "Previous row, or one line up in the reader."),
    Command("page-down", "Page down", ("space", "pagedown", "ctrl+f"), "A page down. In the list: a page of "
            "the reader, and at the end of the article the next unread one."),
    Command("page-up", "Page up", ("b", "pageup"), "A page up."),
    Command("half-down", "Half a page down", ("ctrl+d",), "Half a page down."),
    Command("half-up", "Half a page up", ("ctrl+u",), "Half a page up."),
    Command("top", "Top", ("g g", "home"), "The first row or line."),
    Command("bottom", "Bottom", ("G", "end"), "The last row or line."),
    Command("scroll-down", "Scroll the reader down", ("J",), "The reader's next line, from here.",
            _only(LIST, WHO, FACETS)),
    Command("scroll-up", "Scroll the reader up", ("K",), "The reader's previous line, from here.",
            _only(LIST, WHO, FACETS)),
    Command("next-article", "Next article", ("J",), "The next article of the list.", _only(READER)),
    Command("previous-article", "Previous article", ("K",), "The previous article of the list.", _only(READER)),
    Command("open", "Open", ("enter",), "List: read the article. Who pane: an actor's first mention, once more its "
            "dossier; of all articles the dossier at once; of a date the sentence. Facets: keep, as f does. A page: "
            "what the row stands for: its sentence, the claims of its days, a dossier.",
            _only(LIST, WHO, FACETS, PAGE, REVIEW), short="open"),
    Command("closer", "Closer", ("+",), "Timeline: shorter steps. Pairs: closer together.", _only(PAGE),
            short="closer", pages=_SCALED),
    Command("farther", "Farther", ("-",), "Timeline: longer steps. Pairs: farther apart.", _only(PAGE),
            short="farther", pages=_SCALED),
    Command("own-scale", "Its own scale", ("=",), "The steps, or the nearness, that the page chose itself.",
            _only(PAGE), pages=_SCALED),
    Command("row-articles", "Articles of the row", ("f",), "List the articles that the row of a page stands for: that "
            "name the actor, both of a pair, or a day of the step.", _only(PAGE), short="only", pages=_LISTED),
    Command("pane-next", "Next pane", ("tab",), "The next pane.", short="pane"),
    Command("pane-previous", "Previous pane", ("shift+tab",), "The previous pane."),
    Command("pane-left", "Pane to the left", ("h", "left"), "The pane to the left, or above."),
    Command("pane-right", "Pane to the right", ("l", "right"), "The pane to the right, or below."),
    Command("pane-list", "List", ("1",), "The articles."),
    Command("pane-reader", "Reader", ("2",), "The reader."),
    Command("pane-who", "Who and when", ("3",), "The actors and dates."),
    Command("pane-facets", "Facets", ("4",), "Counts of what is found; on a smaller screen in place of the reader."),
    Command("search", "Search", ("/",), "Search the corpus as you type.", _only(LIST), short="search"),
    Command("search-anywhere", "Search the corpus", ("\\",), "Search the corpus from any pane.",
            _only(READER, WHO, FACETS, PAGE, REVIEW)),
    Command("find", "Find in this text", ("/",), "Find words in this text.", _only(READER), short="find"),
    Command("filter-names", "Filter the names", ("/",), "Show only names that hold these letters.", _only(WHO)),
    Command("next-unread", "Next unread", ("n",), "The next unread article.", _only(LIST), short="unread"),
    Command("previous-unread", "Previous unread", ("N",), "The previous unread article.", _only(LIST)),
    Command("next-hit", "Next hit", ("n",), "The next hit, and on into the next article.", _only(READER),
            short="next hit"),
    Command("previous-hit", "Previous hit", ("N",), "The previous hit, and back into the article before.",
            _only(READER)),
    Command("next-mention", "Next mention", ("n",), "The actor's next mention.", _only(WHO)),
    Command("previous-mention", "Previous mention", ("N",), "The actor's previous mention.", _only(WHO)),
    Command("only-hits", "Only paragraphs with hits", ("&",), "Fold the paragraphs without a hit, or show them again.",
            _only(READER)),
    Command("keep-actor", "Only articles with this actor", ("f",), "Keep the articles that name the actor under the "
            "cursor.", _only(WHO), short="only"),
    Command("drop-actor", "Articles without this actor", ("x",), "Leave out the articles that name the actor under "
            "the cursor.", _only(WHO), short="not"),
    Command("keep-row", "Only articles of this row", ("f",), "Keep what the row counts; once more takes that back.",
            _only(FACETS), short="only"),
    Command("drop-row", "Articles without this row", ("x",), "Leave out what the row counts; once more takes that "
            "back.", _only(FACETS), short="not"),
    Command("filter", "Filter builder", ("/",), "All that can be counted, to choose a filter; type to find it.",
            _only(FACETS), short="all rows"),
    Command("clear-filters", "Clear search and filters", ("F",), "All articles again; u takes it back."),
    Command("star", "Star", ("*",), "Star the article, or take the star away.", _only(LIST, READER), short="star"),
    Command("toggle-unread", "Read / unread", ("U",), "Mark the article as read or unread.", _only(LIST, READER)),
    Command("diff", "What copies changed", ("d",), "Compare the copies of a story word by word: [-gone-] {+new+}. With "
            "a name, compare with that article.", _only(LIST, READER), argument="FILE"),
    Command("next-change", "Next change", ("n",), "The next place that differs.", _only(PAGE), short="change",
            pages=("diff",)),
    Command("previous-change", "Previous change", ("N",), "The place before that differs.", _only(PAGE),
            pages=("diff",)),
    Command("next-copy", "Next copy", ("J",), "Compare with the next copy.", _only(PAGE), short="next copy",
            pages=("diff",)),
    Command("previous-copy", "Previous copy", ("K",), "Compare with the copy before.", _only(PAGE), pages=("diff",)),
    Command("unfold", "Copies of a story", ("+", "-"), "Show the copies of the story under the cursor in rows of their "
            "own, or fold them again.", _only(LIST)),
    Command("fold-copies", "Fold copies", (), "List the copies of one report in one row, or each in a row of its "
            "own."),
    Command("tag", "Tag", ("t",), "Put tags on the article or on all that are selected; several between blanks, -NAME "
            "takes one off. With a QUERY on all that it finds.", _only(LIST, READER),
            argument="NAME QUERY"),
    Command("untag", "Untag", (), "Take a tag off the article or those selected, or off all that a QUERY finds.",
            argument="NAME QUERY"),
    Command("note", "Note", ("e",), "Write a note in your editor, or change it; emptied it is deleted. List: on the "
            "article; reader: on the passage; who pane and pages: on the actor.", _only(LIST, READER, WHO, PAGE),
            argument="TEXT", pages=_ACTORS),
    Command("fold-notes", "Fold notes", ("E",), "Fold your notes into marks, or show them.", _only(READER)),
    Command("select", "Select rows", ("v",), "Begin to select: j and k select more, t, * and U are about all of them; "
            "once more, or Esc, ends it.", _only(LIST)),
    Command("save", "Save this search", ("B",), "Save the search that the list shows, under a name and on a key.",
            argument="NAME"),
    Command("run-saved", "Run a saved search", tuple(f"' {digit}" for digit in range(1, 10)), "Run the search on that "
            "key, and tell what is new in it.", argument="NAME"),
    Command("saved", "Saved searches", (), "The saved searches, what each finds, and what came since it was run last."),
    Command("unsave", "Drop a saved search", (), "Keep a saved search no longer.", argument="NAME"),
    Command("copy", "Copy with its proof", ("y",), "Copy the citation, the passage, the claim or the actor, with "
            "title, source, date and place.", _only(LIST, READER, WHO, PAGE), short="copy", pages=_CLAIMS),
    Command("copy-exact", "Copy, exactly placed", ("Y",), "As y, with the path and what finds the words again when "
            "the text has moved.", _only(LIST, READER, WHO, PAGE), pages=_CLAIMS),
    Command("date", "Publication date", ("D",), "Which words gave the article's date; type another, clear it, or go "
            "back to the file's. What hangs on it moves along.", _only(LIST, READER), short="date"),
    Command("phrase-date", "Date of this phrase", ("D",), "Set, clear or give back the date of the phrase under the "
            "cursor, and of that phrase only.", _only(WHO), short="date"),
    Command("merge", "Merge an actor", ("M",), "Count the actor with another one; type to find it.",
            _only(READER, WHO, PAGE), short="merge", argument="NAME", pages=_ACTORS),
    Command("rename", "Rename an actor", ("R",), "Give the actor another name.", _only(READER, WHO, PAGE),
            argument="NAME", pages=_ACTORS),
    Command("retype", "Type of an actor", (), "Say what the actor is: person, organisation, armed group, state, "
            "place, other.", argument="TYPE"),
    Command("split", "Split a name off", (), "Take a name off the actor: whoever bears it is another one.",
            argument="NAME"),
    Command("ignore", "Ignore an actor", ("i",), "Do not show the actor any more; :ignored lists them.",
            _only(READER, WHO, PAGE), pages=_ACTORS),
    Command("ignored", "Ignored actors", (), "The actors that are ignored, to show one again."),
    Command("pin", "Pin an actor", ("*",), "Show the actor before the others, or in its place again.", _only(WHO)),
    Command("review", "Review queue", ("r",), "What is unsure, one question at a time, each with its sentence. "
            "KIND is date, merge, type, tie or skipped.", argument="KIND"),
    Command("answer-yes", "Yes", ("y",), "The program is right.", _only(REVIEW), short="yes"),
    Command("answer-no", "No", ("n",), "It is wrong; what hangs on it is corrected.", _only(REVIEW), short="no"),
    Command("answer-skip", "Skip", ("s",), "Go on without an answer.", _only(REVIEW), short="skip"),
    Command("undo", "Undo", ("u",), "Take back the last decision, search or filter.", short="undo"),
    Command("redo", "Redo", ("ctrl+r",), "Do again what was taken back."),
    Command("who", "Show or hide who", ("a",), "Show or hide the who pane.", short="who"),
    Command("all-actors", "Actors of all articles", ("A",), "Switch between the actors of this article and of all "
            "articles found."),
    Command("zoom", "Zoom", ("z",), "This pane alone, or all panes again."),
    Command("fold", "Fold credits and links", ("Z",), "Fold bylines, credits, links and boilerplate, or show them."),
    Command("narrower", "Narrower", ("<",), "Make the active pane smaller.", RESIZED),
    Command("wider", "Wider", (">",), "Make the active pane larger.", RESIZED),
    Command("even", "Even panes", ("=",), "Give the panes their own sizes again.", RESIZED),
    Command("timeline", "Timeline", ("T",), "Claims and articles over time: of what the list shows, from the reader at "
            "the date of the article or of the marked words, of the actor under the cursor.", short="time",
            argument="NAME", pages=_TIMED),
    Command("pairs", "With whom", ("c",), "With whom the actor is named: in one clause, sentence, paragraph, article. "
            "Without a name, everybody.", _only(WHO, PAGE), argument="NAME", pages=_PAIRED),
    Command("paragraph", "Who else is here", ("c",), "Who is named in the paragraph of the marked words, else in "
            "the one at the top, what each did there and when.", _only(READER)),
    Command("dossier", "Dossier", (), "All about an actor: names, roles, deeds, figures, with whom, articles.",
            argument="NAME"),
    Command("sort", "Sort", ("S",), "Sort by relevance, newest, oldest or title.", argument="ORDER"),
    Command("theme", "Theme", (), "Choose a theme; it shows while you move.", argument="NAME"),
    Command("why", "Why this", ("w",), "Say in words how a date, or its tie to an actor, was found.", _only(WHO)),
    Command("also", "Where else it is told", ("w",), "The copies that repeat the claim of the row; Enter opens one.",
            _only(PAGE), pages=("ledger", "dossier")),
    Command("ledger", "Ledger", (), "All dated claims in order: who did what, when, and which sentence says so.",
            argument="NAME"),
    Command("cli", "As a command", (), "Say the command line that prints what is on the screen."),
    Command("rescan", "Rescan", (), "Look for new, changed and removed files."),
    Command("problems", "Problems", (), "The files that could not be read, and why."),
    Command("export", "Export", (), "Write the page or the list on the screen to a file: md, html, csv, jsonl, csl, "
            "ris or ics. A file that is there is written over only with ! after the form.", argument="FORM FILE"),
    Command("go", "Go to", (), "Open an article: FILE, FILE#KEY, either with :pN.", argument="FILE:pN"),
    Command("command-line", "Command line", (":",), "Type a command; Tab completes.", short="command"),
    Command("palette", "Palette", ("ctrl+p",), "All commands, by name."),
    Command("help", "Help", ("?", "f1"), "The keys of this view, then all others, then the query language; / finds. "
            "VIEW is another view, or query.", short="help", argument="VIEW"),
    Command("tour", "Tour", (), "A short tour over the sample, with a notebook of its own that is thrown away."),
    Command("redraw", "Redraw", ("ctrl+l",), "Draw the screen anew."),
    Command("cancel", "Clear", ("escape",), "Close what is open; clear a search."),
    Command("back", "Back", ("q",), "Back one level; at the top, quit."),
    Command("quit", "Quit", ("Q", "ctrl+c"), "Quit now; the place is kept."),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}
