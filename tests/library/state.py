"""All that a store says, in a form that two stores can be compared by."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any


def content(store: Path) -> dict[str, Any]:
    """Everything but numbers, generations and stamps, which depend on how the store came to be."""
    db = sqlite3.connect(store)
    try:
        return {
            "articles": db.execute(
                "SELECT a.id, a.path, a.key, a.title, a.day, a.source, a.words, a.fingerprint, a.indexed > 0, a.rules, "
                "b.value, b.paragraphs, b.notes FROM articles a JOIN bodies b USING (number) ORDER BY a.id"
            ).fetchall(),
            "files": db.execute("SELECT path, size, hash FROM files ORDER BY path").fetchall(),
            "problems": db.execute("SELECT path, why FROM problems ORDER BY path, why").fetchall(),
            "counts": db.execute("SELECT key, value FROM counts ORDER BY key").fetchall(),
            "bodies": db.execute("SELECT count(*) FROM bodies").fetchone(),
            "sketches": db.execute(
                "SELECT a.id, s.marks FROM sketch s JOIN articles a USING (number) ORDER BY 1"
            ).fetchall(),
            "leaving": db.execute("SELECT count(*) FROM leaving").fetchone(),
            "actors": db.execute("SELECT id, type, articles, mentions FROM actor ORDER BY id").fetchall(),
            "entries": db.execute(
                "SELECT a.id, e.id, a.why, e.all_articles, e.all_mentions FROM actor a JOIN actor e "
                "ON e.number = a.entry ORDER BY a.id"
            ).fetchall(),
            "names": db.execute(
                "SELECT id, alias, name, words, uses FROM actor_name JOIN actor ON number = actor ORDER BY 1, 2, 3"
            ).fetchall(),
            "findings": db.execute(
                "SELECT a.id, f.data FROM findings f JOIN articles a USING (number) ORDER BY a.id"
            ).fetchall(),
            "stories": db.execute(
                "SELECT a.id, h.id, s.near FROM story s JOIN articles a ON a.number = s.article "
                "JOIN articles h ON h.number = s.head ORDER BY a.id"
            ).fetchall(),
            "repeats": db.execute(
                "SELECT a.id, c.part, f.id, c.first_part, c.turn FROM claim c JOIN articles a ON a.number = c.article "
                "JOIN articles f ON f.number = c.first ORDER BY 1, 2"
            ).fetchall(),
            "unmatched": db.execute("SELECT count(*) FROM unmatched").fetchone(),
            "marks": db.execute("SELECT mark, kind, place FROM mark ORDER BY 1, 2, 3").fetchall(),
            "unfolded": db.execute("SELECT count(*) FROM unfolded").fetchone(),
            "index": _index(store, db),
        }
    finally:
        db.close()


def _index(store: Path, db: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """What the fake engine holds, by article id."""
    folder = db.execute("SELECT value FROM meta WHERE key = 'index_folder'").fetchone()[0]
    path = store.parent / folder / "index.json"
    if not path.exists():
        return []
    words = json.loads(path.read_text("utf-8"))["words"]
    ids = dict(db.execute("SELECT number, id FROM articles"))
    return sorted((ids.get(int(number), f"gone {number}"), found) for number, found in words.items())
