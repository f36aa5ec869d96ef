"""Tags put on and taken off: by a line with completion, on the articles that are selected or on all of a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.app.layout import PaneName
from briefing.app.panes.chooser import Chooser, Option
from briefing.library.subjects import article_subject, card_subject
from briefing.model.errors import WrongUse, sentence
from briefing.model.suggestion import Completion
from briefing.model.wording import counted
from briefing.notebook.tagging import TagWish, read_tags, shown_tag, typed_tag

if TYPE_CHECKING:
    from briefing.app.desk import Desk
    from briefing.model.numbers import Numbers
    from briefing.notebook.act import Act
    from briefing.notebook.subject import ArticleSubject

_FIRST = re.compile(r'(-?"[^"]*"?|\S+)\s*(.*)', re.DOTALL)
_LAST = re.compile(r'(?:^|(?<=[\s,]))-?(?:"[^"]*|[^\s",]*)$')


def begin(desk: Desk) -> None:
    """A line for the tags of what is selected, or of the article under the cursor."""
    subjects = subjects_of(desk)
    if not subjects:
        desk.say("No article is under the cursor.")
    elif desk.writable():
        tags = desk.app.library.notebook.tags
        own = sorted({word for each in subjects for word in tags.on(each.article)})
        question = "tags: " if len(subjects) == 1 else f"tags of {len(subjects):,}: "
        desk.dictation.ask(
            question, "", lambda typed: _typed(desk, typed, subjects), lambda text: completions(text, tags.counts, own)
        )


def command(desk: Desk, argument: str, off: bool) -> None:
    """`:tag NAME` of what is selected, `:tag NAME QUERY` of all that it finds, after asking; or `off` again."""
    found = _FIRST.fullmatch(argument.strip())
    if found is None:
        begin(desk)
        return
    try:
        wish = read_tags(found[1])
    except WrongUse as error:
        desk.say(sentence(error), error=True)
        return
    wish = wish.turned() if off else wish
    if not desk.writable():
        return
    if found[2]:
        _ask_for_all(desk, wish, found[2])
    else:
        _decide(desk, wish, subjects_of(desk))


def subjects_of(desk: Desk) -> list[ArticleSubject]:
    """What marks and tags are put on: the open article where the reader is active, else what is selected."""
    view = desk.reader.view
    if desk.active is PaneName.READER and view is not None:
        return [article_subject(view.article)]
    return [card_subject(card) for card in desk.articles.chosen()]


def _typed(desk: Desk, typed: str, subjects: Sequence[ArticleSubject]) -> None:
    try:
        wish = read_tags(typed)
    except WrongUse as error:
        desk.say(sentence(error), error=True)
        return
    _decide(desk, wish, subjects)


def _decide(desk: Desk, wish: TagWish, subjects: Iterable[ArticleSubject]) -> None:
    desk.correcting.decide(*wish.decisions(subjects))
    if desk.articles.unpick():
        desk.repaint(PaneName.LIST)


def _ask_for_all(desk: Desk, wish: TagWish, text: str) -> None:
    """Nothing is tagged before the number of articles was seen."""
    library = desk.app.library
    query = library.parse(text)
    desk.say("Counting…")
    desk.errands.run(lambda: library.matching(query), lambda found: _confirm(desk, wish, text, found))


def _confirm(desk: Desk, wish: TagWish, text: str, found: Numbers) -> None:
    desk.message = ""
    many = len(found)
    if not many:
        desk.say(f"Nothing is found by {text}")
        return
    what = ", ".join([*map(shown_tag, wish.put), *(f"no {shown_tag(word)}" for word in wish.off)])
    options = [
        Option("no", "Leave them", after="nothing is changed"),
        Option("yes", f"{counted(many, 'article')}: {what}", after="u takes all of it back"),
    ]

    def choose(value: str) -> None:
        if value == "yes":
            desk.say("Tagging…")
            library = desk.app.library

            def decide() -> Act | None:  # a worker's: of a hundred thousand articles it takes seconds
                return library.notebook.decide(*wish.decisions(library.subjects(found)))

            desk.errands.run(decide, desk.correcting.show)

    desk.dictation.choose(Chooser(f"{counted(many, 'ARTICLE').upper()} FOUND BY {text[:40]}", options, choose))


def completions(text: str, known: Iterable[str], own: Sequence[str]) -> list[Completion]:
    """Ways to go on with the last word typed: tags that are known, with a minus those that are there."""
    last = _LAST.search(text)
    if last is None:
        return []
    word, head = last[0], text[: last.start()]
    minus = "-" if word.startswith("-") else ""
    begun = word.lstrip('-"').lower()
    words = own if minus else [each for each in known if each not in own]
    fits = [typed_tag(each) for each in words if each.startswith(begun) and each != begun]
    if not word and own:
        fits = [*(f"-{typed_tag(each)}" for each in own), *fits]
    return [Completion(f"{head}{minus}{each}", f"{minus}{each}") for each in fits]
