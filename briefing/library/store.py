"""What the store answers: counts, windows of the list, whole articles."""

from __future__ import annotations

import os
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from briefing.library import layout, record
from briefing.library.kept_cards import KeptCards
from briefing.library.pool import Pool
from briefing.library.schema import fits_together, is_damage
from briefing.model.errors import BriefingError, Damaged
from briefing.model.hit import ArticleView, Card
from briefing.model.json_text import write_json
from briefing.model.numbers import Numbers
from briefing.model.order import Order
from briefing.model.scoped import contextmanager
from briefing.model.text import Span, Text
from briefing.model.typed import TYPE_CHECKING, StrPath

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.model.article import Article, Problem
    from briefing.search.engine import IndexedText

_COUNTS = ("articles", "undated", "problems", "searchable", "extracted", "copies")
_LAST = 2**62
_AHEAD = 4096
"""Room in a rank for articles that are committed while a search runs."""
_PART = 100_000
"""Numbers read at a time."""
_GLANCE, _WALK = 2000, 4
"""Rows of the list that are looked at for the members of a set: at least, and for each member."""

_ORDER_COLUMN = {Order.NEWEST: "newest", Order.OLDEST: "oldest", Order.TITLE: "title_key", Order.RELEVANCE: "newest"}


def indexed_text(number: int, article: Article) -> IndexedText:
    """What the text index gets to know of an article: only what the file says."""
    from briefing.search.engine import IndexedText

    newest, oldest = record.order_keys(article)
    return IndexedText(number, article.title, article.text.story(), article.text.rest(), newest, oldest)


def load_article(db: sqlite3.Connection, number: int) -> Article | None:
    """The whole article as one connection sees it; None where it is gone."""
    cards = ", ".join(f"a.{name}" for name in record.CARD.split(", "))
    row = db.execute(
        f"SELECT {cards}, {record.BODY} FROM articles AS a JOIN bodies AS b ON b.number = a.number WHERE a.number = ?",
        (number,),
    ).fetchone()
    return record.article(row) if row else None


def kept_engine(folder: Path) -> str:
    """The engine whose index a store has, even where the store cannot be read."""
    store = Store(folder / layout.STORE)
    try:
        return layout.engine_of(folder, store.meta().get("index_engine", ""))
    except BriefingError:
        return layout.engine_of(folder, "")
    finally:
        store.close()


def looks_whole(db: sqlite3.Connection) -> bool:
    """Whether the store fits together and every article is what was written; reads all of it."""
    if not fits_together(db):
        return False
    cards = ", ".join(f"a.{name}" for name in record.CARD.split(", "))
    whole = f"SELECT {cards}, {record.BODY} FROM articles AS a LEFT JOIN bodies AS b ON b.number = a.number"
    try:
        return _counted(db) and all(map(record.is_whole, db.execute(whole)))
    except Damaged:
        return False
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if is_damage(error):
            return False
        raise


def _counted(db: sqlite3.Connection) -> bool:
    """Whether the counts that are kept are those that can be counted."""
    _meta(db)
    sums = "count(*), sum(day IS NULL), sum(indexed > 0), sum(rules > 0), sum(copy)"
    articles, undated, searchable, extracted, copies = db.execute(f"SELECT {sums} FROM articles").fetchone()
    problems = db.execute("SELECT count(*) FROM problems").fetchone()[0]
    found = {"articles": articles, "undated": undated or 0, "problems": problems}
    found |= {"searchable": searchable or 0, "extracted": extracted or 0, "copies": copies or 0}
    return dict(db.execute("SELECT key, value FROM counts")) == found


def _meta(db: sqlite3.Connection) -> dict[str, int | str]:
    """What the store says of itself; a word that is missing or of another kind is damage."""
    meta = dict(db.execute("SELECT key, value FROM meta"))
    numbers = ("generation", "contents", "index_generation", "index_intent")
    folder = meta.get("index_folder")
    if not _names_an_index(folder) or not all(isinstance(meta.get(key), int) for key in numbers):
        raise Damaged("The store is damaged.", "It is a cache: it is rebuilt from your files.")
    return meta


def _names_an_index(folder: int | str | None) -> bool:
    """`index`, `index-3`."""
    if not isinstance(folder, str) or not folder.isascii():
        return False
    return folder == "index" or (folder.startswith("index-") and folder.removeprefix("index-").isdigit())


class Store:
    """A store opened to be read; every method is one snapshot and may be called from any thread."""

    def __init__(self, path: StrPath) -> None:
        self.folder = os.path.dirname(path)
        """Of the database and the index, as text."""
        self.pool = Pool(os.fspath(path))
        self._cards = KeptCards()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one commit; damage that shows is noted for the next build, which starts anew then."""
        try:
            with self.pool.snapshot() as db:
                yield db
        except Damaged:
            layout.suspect(self.folder)
            raise

    def is_there(self) -> bool:
        """Whether its file is still in place."""
        return os.path.exists(self.pool.path)

    def close(self) -> None:
        """Lets go of the file."""
        self.pool.close()

    def meta(self) -> dict[str, int | str]:
        """What the store says of itself: generation, contents, where its index is."""
        with self.snapshot() as db:
            return _meta(db)

    def counts(self) -> dict[str, int]:
        """Articles, undated, problems, searchable, extracted, copies, and the generation: kept, not counted."""
        with self.snapshot() as db:
            kept = dict(db.execute("SELECT key, value FROM counts"))
            counts = {key: kept[key] for key in _COUNTS if isinstance(kept.get(key), int)}
            if len(counts) < len(_COUNTS):
                raise Damaged("The store is damaged.", "It is a cache: it is rebuilt from your files.")
            return {**counts, "generation": int(_meta(db)["generation"])}

    def page(self, order: Order, start: int, count: int, folded: bool = False) -> list[Card]:
        """A window of all articles; `folded`, of those that are no copies."""
        column, shown = _ORDER_COLUMN[order], "WHERE NOT copy" if folded else ""
        window = f"SELECT number FROM articles {shown} ORDER BY {column}, number LIMIT ? OFFSET ?"
        wanted = ", ".join(f"a.{name}" for name in record.CARD.split(", "))
        with self.snapshot() as db:
            rows = db.execute(
                f"SELECT {wanted} FROM ({window}) AS w JOIN articles AS a ON a.number = w.number "
                f"ORDER BY a.{column}, a.number",
                (count, start),
            )
            return [record.card(row) for row in rows]

    def cards(self, numbers: Sequence[int]) -> list[Card]:
        """Rows in the order given; a number that is gone gives none."""
        with self.snapshot() as db:
            return self._cards.cards(db, numbers)

    def head(self, order: Order, limit: int) -> tuple[list[int], int]:
        """The first of all articles in an order, and how many there are."""
        listed_by = f"SELECT number FROM articles ORDER BY {_ORDER_COLUMN[order]}, number LIMIT ?"
        with self.snapshot() as db:
            count = db.execute("SELECT value FROM counts WHERE key = 'articles'").fetchone()
            return [number for (number,) in db.execute(listed_by, (limit,))], int(count[0]) if count else 0

    def position(self, number: int, order: Order, folded: bool = False) -> int | None:
        """How many articles stand before this one; `folded`, how many that are no copies."""
        column = _ORDER_COLUMN[order]
        with self.snapshot() as db:
            row = db.execute(f"SELECT {column} FROM articles WHERE number = ?", (number,)).fetchone()
            if row is None:
                return None
            shown = "AND NOT copy" if folded else ""
            before = f"SELECT count(*) FROM articles WHERE ({column}, number) < (?, ?) {shown}"
            return int(db.execute(before, (row[0], number)).fetchone()[0])

    def number(self, article_id: str) -> int | None:
        """The number under which an article is stored."""
        with self.snapshot() as db:
            row = db.execute("SELECT number FROM articles WHERE id = ?", (article_id,)).fetchone()
            return int(row[0]) if row else None

    def article(self, number: int) -> Article | None:
        """The whole article; None where it is gone."""
        with self.snapshot() as db:
            return load_article(db, number)

    def open(self, number: int) -> ArticleView | None:
        """The whole article with what was found in it so far."""
        from briefing.library.packed import unpack

        article = self.article(number)
        if article is None:
            return None
        with self.snapshot() as db:
            row = db.execute("SELECT data FROM findings WHERE number = ?", (number,)).fetchone()
            return ArticleView(number, article, unpack(row[0]) if row else None)

    def sentences(self, places: Sequence[tuple[int, Span]]) -> list[str]:
        """The words at places of articles' texts, each on one line; empty where an article is gone."""
        with self.snapshot() as db:
            cut = "SELECT substr(value, ?, ?) FROM bodies WHERE number = ?"
            rows = [db.execute(cut, (at.start + 1, len(at), number)).fetchone() for number, at in places]
        return [" ".join(row[0].split()) if row else "" for row in rows]

    def texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, Text]]:
        """The texts alone, which is what snippets are cut from, one at a time; of articles that are gone none."""
        with self.snapshot() as db:
            for number in numbers:
                row = db.execute(f"SELECT {record.BODY} FROM bodies WHERE number = ?", (number,)).fetchone()
                if row:
                    yield number, record.text(row)

    def indexed_text(self, number: int) -> IndexedText | None:
        """What the text index gets to know of an article."""
        article = self.article(number)
        return indexed_text(number, article) if article else None

    def everything(self) -> Numbers:
        """All article numbers; a row is read only where some are missing between the first and the last."""
        from briefing.library.column import read_numbers

        ends = "SELECT (SELECT min(number) FROM articles), (SELECT max(number) FROM articles)"
        with self.snapshot() as db:
            first, last = db.execute(ends).fetchone()
            known = db.execute("SELECT value FROM counts WHERE key = 'articles'").fetchone()
            if first is not None and known == (last - first + 1,):
                return Numbers.of_bits((1 << known[0]) - 1 << first)
            found, part = Numbers(), "SELECT number FROM articles WHERE number BETWEEN ? AND ?"
            for start in range(first or 0, (last or -1) + 1, _PART):
                found = found | Numbers(read_numbers(db, part, start, start + _PART - 1))
            return found

    def first(self, among: Numbers, order: Order, limit: int) -> list[int]:
        """The first of a set in an order: found on the way down the list, or where they are few by asking for each."""
        from briefing.library.column import listed

        name = _ORDER_COLUMN[order]
        patience = max(_GLANCE, _WALK * len(among))
        down = f"SELECT number FROM articles ORDER BY {name}, number LIMIT ?"
        asked = f"SELECT number FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY {name}, number"
        with self.snapshot() as db:
            found = list(islice((n for (n,) in db.execute(down, (patience,)) if n in among), limit))
            if len(found) < min(limit, len(among)):
                rows = db.execute(f"{asked} LIMIT ?", (listed(among), limit))
                found = [number for (number,) in rows]
        return found

    def rank(self, order: Order) -> Sequence[int]:
        """The place of each number in an order; numbers that a build adds meanwhile come last."""
        from array import array

        name = _ORDER_COLUMN[order]
        with self.snapshot() as db:
            last = db.execute("SELECT max(number) FROM articles").fetchone()[0] or 0
            places = array("q", [_LAST]) * (last + 1 + _AHEAD)
            rows = db.execute(f"SELECT number FROM articles ORDER BY {name}, number")
            deque(map(places.__setitem__, chain.from_iterable(rows), range(len(places))), maxlen=0)
            return places

    def problems(self) -> list[Problem]:
        """What could not be read, in order of path."""
        from briefing.model.article import Problem

        with self.snapshot() as db:
            return [Problem(*row) for row in db.execute("SELECT DISTINCT path, why FROM problems ORDER BY path, why")]

    def renamed(self, bodies: Mapping[str, str]) -> dict[str, str]:
        """For articles whose text is known under an id that is no longer there: their id now -> that id.

        `bodies` says under which id each fingerprint was known.
        """
        if not bodies:
            return {}
        with self.snapshot() as db:
            ids = "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
            there = {known for (known,) in db.execute(ids, (write_json(list(bodies.values())),))}
            lost = [body for body, known in bodies.items() if known not in there]
            rows = db.execute(
                "SELECT a.id, a.fingerprint FROM json_each(?) AS asked CROSS JOIN articles AS a "
                "ON a.fingerprint = asked.value ORDER BY a.number",
                (write_json(lost),),
            )
            return {now: bodies[body] for now, body in rows}
