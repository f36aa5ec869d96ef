"""What is unsure in the store, as questions that a reader answers with yes or no; each with the sentence it is about.

A yes always means that the program was right. Questions are named by names and words, so that a rebuild asks nothing
twice. A bounded number of each kind is loaded; answering them brings the next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from briefing.extract.tie_rules import TieRule, reason
from briefing.library import packed
from briefing.library.bearers import ENTRY_NAME
from briefing.library.claims import NOT_IGNORED
from briefing.library.store import load_article
from briefing.library.subjects import actor_subject, article_subject
from briefing.model.actor import ActorType
from briefing.model.article import Article
from briefing.model.identity import SameAs, decode_why
from briefing.model.review import AT_ONCE, Doubt, Question, Tally, mark_of
from briefing.model.text import Span
from briefing.model.wording import counted
from briefing.notebook import decisions
from briefing.notebook.act import Decision
from briefing.notebook.searches import Answers
from briefing.notebook.subject import PassageSubject

UNSURE_RULES = (TieRule.DESCRIPTION, TieRule.PRONOUN, TieRule.OPENING, TieRule.MEANWHILE)
"""Rules that rest on what a word refers to, or on a neighbouring clause."""


IsOpen = Callable[[str], bool]
"""Whether a question of this key is asked now: looked at before anything costly."""


class Unsure(NamedTuple):
    """A question, and what a yes or a no to it changes."""

    question: Question
    yes: tuple[Decision, ...] = ()
    no: tuple[Decision, ...] = ()


def tallies(answers: Answers) -> Mapping[Doubt, Tally]:
    """By kind, all that was ever answered."""
    found = {kind: [0, 0, 0] for kind in Doubt}
    places = {"yes": 0, "no": 1, "skip": 2}
    for question, said in answers.by_question.items():
        if question.kind in found and said in places:
            found[Doubt(question.kind)][places[said]] += 1
    return {kind: Tally(*counts) for kind, counts in found.items()}


def list_questions(
    db: sqlite3.Connection, answers: Answers, kinds: frozenset[Doubt], again: bool = False, limit: int = AT_ONCE
) -> list[Unsure]:
    """The first questions of each kind that nobody answered; with `again` those that were skipped."""
    wanted = "skip" if again else None
    return _first(db, kinds, lambda kind, key: answers.to(kind.value, key) == wanted, limit)


def marked_questions(db: sqlite3.Connection, mark: str, limit: int) -> list[Unsure]:
    """Those whose mark begins so, judged or not."""
    return _first(db, frozenset(Doubt), lambda kind, key: mark_of(kind, key).startswith(mark), limit)


def _first(
    db: sqlite3.Connection, kinds: frozenset[Doubt], is_asked: Callable[[Doubt, str], bool], limit: int
) -> list[Unsure]:
    found: list[Unsure] = []
    for kind, ask in ((Doubt.DATE, _dates), (Doubt.MERGE, _merges), (Doubt.TYPE, _types), (Doubt.TIE, _ties)):
        if kind in kinds:
            found += islice(ask(db, partial(is_asked, kind)), limit)
    return found


# -- dates that only a year clue suggests


def _dates(db: sqlite3.Connection, is_open: IsOpen) -> Iterator[Unsure]:
    rows = db.execute(
        "SELECT article, at, min(guess), min(start), min(end), min(paragraph) FROM claim "
        f"WHERE guess_first IS NOT NULL AND earliest IS NULL AND {NOT_IGNORED} "
        "GROUP BY article, at ORDER BY article, at"
    )
    for number, at, guess, start, end, paragraph in rows:
        found = _Found.of(db, number)
        passage = found and found.phrase(at, paragraph)
        if found is None or passage is None:
            continue
        words = passage.words
        clue = found.article.year_guess
        question = Question(
            Doubt.DATE,
            f"{found.article.name}:p{paragraph} “{words}” {passage.occurrence} = {guess}",
            f"Does “{words}” mean {guess}?",
            f"the article has no date; “{clue.words}” suggests {clue.year}" if clue else "a year clue suggests it",
            f"{found.article.name}:p{paragraph}",
            number,
            paragraph,
            Span(start, end),
            found.words(Span(start, end)),
            "the words are then left without a date",
        )
        if is_open(question.key):
            yield Unsure(question, (decisions.set_when(passage, guess),), (decisions.clear_when(passage),))


# -- namings of one article that are counted with another's


_LED = (
    "SELECT m.id, m.articles, m.why, t.id, m.own_type, t.own_type FROM actor AS m "
    "JOIN actor AS t ON t.number = {} WHERE m.leads IS NOT NULL AND NOT t.ignored AND {} "
    "ORDER BY m.articles DESC, m.id"
)


def _merges(db: sqlite3.Connection, is_open: IsOpen) -> Iterator[Unsure]:
    rules = " OR ".join(f"m.why LIKE '{rule.value}%'" for rule in (SameAs.ALIAS, SameAs.MIDDLE))
    for known, articles, why, target, kind, _ in db.execute(_LED.format("m.leads", f"({rules})")):
        one, other = actor_subject(db, known), actor_subject(db, target)
        seen = _seen(db, known)
        if one is None or other is None or seen is None:
            continue
        rule, beside = decode_why(why)
        reasons = {
            SameAs.ALIAS: f"other articles call nobody else so, and both are named beside {beside}",
            SameAs.MIDDLE: f"first and last name are the same, and both are named beside {beside}",
        }
        question = Question(
            Doubt.MERGE,
            f"{one.name} ({one.type}) = {other.name} ({other.type})",
            f"Is {one.name} ({_spelled(kind)}, {counted(articles, 'article')}) {other.name}?",
            reasons[rule],
            *seen,
            f"{one.name} is then split off {other.name}",
        )
        if is_open(question.key):
            yield Unsure(question, no=(decisions.split(other, one.name),))


def _types(db: sqlite3.Connection, is_open: IsOpen) -> Iterator[Unsure]:
    wavers = (
        f"m.why = '{SameAs.NAME.value}' AND m.own_type <> t.own_type AND t.entry = t.number "
        "AND NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'retype' AND key = t.id)"
    )
    for known, articles, _, target, kind, first in db.execute(_LED.format("m.entry", wavers)):
        subject, seen = actor_subject(db, target), _seen(db, known)
        if subject is None or seen is None:
            continue
        question = Question(
            Doubt.TYPE,
            f"{subject.name}: {first}, not {kind}",
            f"{subject.name} is listed as {_spelled(first)}. Is that right, and {_spelled(kind)} wrong?",
            f"{counted(articles, 'article')} took it for {_spelled(kind)}, as this one does",
            *seen,
            f"it is then listed as {_spelled(kind)}",
        )
        if is_open(question.key):
            yield Unsure(question, no=(decisions.retype(subject, kind),))


def _seen(db: sqlite3.Connection, known: str) -> tuple[str, int, int, Span, str] | None:
    """Where an actor is first named: citation, article, paragraph, sentence and its words."""
    row = db.execute(
        "SELECT article, number FROM appearance JOIN actor ON number = actor WHERE id = ? ORDER BY article LIMIT 1",
        (known,),
    ).fetchone()
    found = _Found.of(db, row[0]) if row else None
    place = (
        found
        and db.execute(
            "SELECT sentence, paragraph FROM place WHERE article = ? AND actor = ? ORDER BY sentence LIMIT 1", row
        ).fetchone()
    )
    if not found or not place:
        return None
    span = found.sentence(place[0], place[1])
    return f"{found.article.name}:p{place[1]}", row[0], place[1], span, found.words(span)


# -- who hangs on which time


def _ties(db: sqlite3.Connection, is_open: IsOpen) -> Iterator[Unsure]:
    marks = ", ".join(f"'{rule.value}'" for rule in UNSURE_RULES)
    rows = db.execute(
        f"SELECT c.article, a.path, a.key, ({ENTRY_NAME}), c.words, c.did, c.rule, c.paragraph, c.start, c.end, c.at, "
        f"m.id FROM (SELECT * FROM claim WHERE (certainty = 'guessed' OR (certainty = 'inferred' AND rule IN "
        f"({marks}))) AND {NOT_IGNORED} ORDER BY article, part) AS c JOIN articles AS a ON a.number = c.article "
        "JOIN actor AS m ON m.number = c.actor JOIN actor AS e ON e.number = m.entry"
    )
    for number, path, key, name, words, did, rule, paragraph, start, end, at, known in rows:
        doc = f"{path}#{key}" if key else path
        named = f"{doc}:p{paragraph} {name}: {did} “{words}”"
        if not is_open(named):
            continue
        found = _Found.of(db, number)
        phrase, actor = found and found.phrase(at, paragraph), actor_subject(db, known)
        if found is None or phrase is None or actor is None:
            continue
        deed = f": “{did}”" if did else ""
        question = Question(
            Doubt.TIE,
            named,
            f"Is “{words}” when {name} did this{deed}?",
            f"{name} {reason(rule)}" if reason(rule) else rule.replace("-", " "),
            f"{doc}:p{paragraph}",
            number,
            paragraph,
            Span(start, end),
            found.words(Span(start, end)),
            "the claim is then left out",
        )
        yield Unsure(question, no=(decisions.untie(phrase, actor, did),))


class _Found(NamedTuple):
    """What a question needs of an article: its text, its times (words and place), its sentences."""

    article: Article
    times: tuple[tuple[str, int], ...]
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, db: sqlite3.Connection, number: int) -> _Found | None:
        article = load_article(db, number)
        row = db.execute("SELECT data FROM findings WHERE number = ?", (number,)).fetchone()
        if article is None or row is None:
            return None
        found: Any = packed.unpack(row[0])
        times = tuple((" ".join(time.surface.split()), time.span.start) for time in found.times)
        return cls(article, times, found.sentences)

    def phrase(self, at: int, paragraph: int) -> PassageSubject | None:
        """The words that name a time, by where they begin."""
        place = next((n for n, time in enumerate(self.times) if time[1] == at), None)
        if place is None:
            return None
        words = self.times[place][0]
        occurrence = sum(each == words for each, _ in self.times[: place + 1])
        return PassageSubject(article_subject(self.article), words, paragraph, occurrence)

    def sentence(self, at: int, paragraph: int) -> Span:
        """A sentence by its number; the paragraph where sentences are not known."""
        if at < len(self.sentences):
            return self.sentences[at]
        return self.article.text.paragraphs[paragraph - 1].span

    def words(self, span: Span) -> str:
        """The words at a place, on one line."""
        return " ".join(span.of(self.article.text.value).split())


def _spelled(kind: str) -> str:
    return ActorType(kind).value.replace("_", " ")
