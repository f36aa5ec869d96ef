"""The tables of the store, and how an older one is brought to them."""

from __future__ import annotations

SCHEMA = 5

_FIRST = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE counts(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counts VALUES ('articles', 0), ('undated', 0), ('problems', 0), ('searchable', 0), ('extracted', 0),
  ('copies', 0);
INSERT INTO meta VALUES ('generation', 0), ('contents', 0), ('index_folder', 'index'), ('index_generation', 0),
  ('index_intent', 0), ('complete', 0);

CREATE TABLE files(
  number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, root INTEGER NOT NULL,
  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, hash BLOB);
CREATE TABLE problems(path TEXT NOT NULL, why TEXT NOT NULL, scanned INTEGER NOT NULL);
CREATE INDEX problems_of ON problems(path);

CREATE TABLE articles(
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, file INTEGER NOT NULL,
  path TEXT NOT NULL, key TEXT NOT NULL, path_fold TEXT NOT NULL,
  title TEXT NOT NULL, title_derived INTEGER NOT NULL, title_key TEXT NOT NULL,
  day INTEGER, clock TEXT, zone INTEGER, day_source TEXT, day_words TEXT, day_doubt TEXT, guess INTEGER,
  newest INTEGER NOT NULL, oldest INTEGER NOT NULL,
  source TEXT NOT NULL, source_fold TEXT NOT NULL, language TEXT NOT NULL, words INTEGER NOT NULL,
  fingerprint TEXT NOT NULL, card_check INTEGER NOT NULL, content BLOB NOT NULL,
  indexed INTEGER NOT NULL DEFAULT 0, rules INTEGER NOT NULL DEFAULT 0, added INTEGER NOT NULL,
  copy INTEGER NOT NULL DEFAULT 0);
CREATE INDEX articles_added ON articles(added);
CREATE TABLE came(key TEXT PRIMARY KEY, added INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX articles_newest ON articles(newest, number, copy);
CREATE INDEX articles_oldest ON articles(oldest, number, copy);
CREATE INDEX articles_title ON articles(title_key, number, copy);
CREATE INDEX articles_file ON articles(file);
CREATE INDEX articles_path ON articles(path);
CREATE INDEX articles_day ON articles(day);
CREATE INDEX articles_columns ON articles(number, day, source);
CREATE INDEX articles_body ON articles(fingerprint);
CREATE INDEX articles_rules ON articles(rules);
CREATE INDEX articles_unindexed ON articles(number) WHERE indexed = 0;

CREATE TABLE bodies(
  number INTEGER PRIMARY KEY, value TEXT NOT NULL, paragraphs BLOB NOT NULL, origin BLOB NOT NULL,
  dateline_start INTEGER, dateline_end INTEGER, byline TEXT NOT NULL, url TEXT NOT NULL,
  guess_words TEXT NOT NULL, notes TEXT NOT NULL, body_check INTEGER NOT NULL);
CREATE TABLE sketch(number INTEGER PRIMARY KEY, marks BLOB NOT NULL);
CREATE TABLE story(article INTEGER PRIMARY KEY, place BLOB NOT NULL UNIQUE, head INTEGER NOT NULL, near REAL NOT NULL);
CREATE INDEX story_copies ON story(head) WHERE head <> article;
CREATE TABLE mark(mark INTEGER NOT NULL, kind INTEGER NOT NULL, place BLOB NOT NULL,
  PRIMARY KEY (mark, kind, place)) WITHOUT ROWID;
CREATE TABLE unfolded(article INTEGER PRIMARY KEY, place BLOB NOT NULL);
CREATE INDEX unfolded_place ON unfolded(place);
CREATE TABLE findings(number INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE leaving(number INTEGER PRIMARY KEY);

CREATE TABLE actor(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
  leads INTEGER, why TEXT NOT NULL DEFAULT '', entry INTEGER NOT NULL,
  own_type TEXT NOT NULL, ignored INTEGER NOT NULL DEFAULT 0,
  all_articles INTEGER NOT NULL DEFAULT 0, all_mentions INTEGER NOT NULL DEFAULT 0);
CREATE INDEX actor_rank ON actor(all_articles DESC, all_mentions DESC, id) WHERE entry = number;
CREATE INDEX actor_entry ON actor(entry);
CREATE INDEX actor_ignored ON actor(number) WHERE ignored;
CREATE INDEX actor_leads ON actor(leads) WHERE leads IS NOT NULL;
CREATE TABLE correction(
  kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE own_date(number INTEGER PRIMARY KEY, told TEXT NOT NULL);
CREATE TABLE touched(words TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE actor_name(
  actor INTEGER NOT NULL, alias INTEGER NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (actor, alias, name)) WITHOUT ROWID;
CREATE INDEX actor_name_words ON actor_name(words, actor, alias);
CREATE TABLE appearance(
  article INTEGER NOT NULL, actor INTEGER NOT NULL, mentions INTEGER NOT NULL,
  PRIMARY KEY (article, actor)) WITHOUT ROWID;
CREATE INDEX appearance_actor ON appearance(actor, article, mentions);
CREATE TABLE naming(
  article INTEGER NOT NULL, actor INTEGER NOT NULL, role TEXT NOT NULL, names TEXT NOT NULL,
  PRIMARY KEY (actor, article)) WITHOUT ROWID;
CREATE INDEX naming_article ON naming(article);
CREATE TABLE claim(
  article INTEGER NOT NULL, part INTEGER NOT NULL, actor INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
  value TEXT, precision TEXT NOT NULL, guess TEXT NOT NULL, words TEXT NOT NULL, anchor TEXT NOT NULL,
  certainty TEXT NOT NULL, rule TEXT NOT NULL, did TEXT NOT NULL, said_by TEXT NOT NULL, said_fold TEXT NOT NULL,
  paragraph INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, at INTEGER NOT NULL,
  sure INTEGER NOT NULL, guess_first INTEGER, guess_last INTEGER,
  first INTEGER, first_part INTEGER, turn INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (article, part)) WITHOUT ROWID;
CREATE INDEX claim_told ON claim(first, first_part, turn) WHERE first IS NOT NULL;
CREATE TABLE unmatched(article INTEGER PRIMARY KEY);
CREATE INDEX claim_days ON claim(earliest, latest, article, at, part, sure, turn);
CREATE INDEX claim_guess ON claim(guess_first, guess_last) WHERE guess_first IS NOT NULL;
CREATE INDEX claim_actor ON claim(actor, earliest, latest, sure, turn);
CREATE TABLE figure(
  article INTEGER NOT NULL, part INTEGER NOT NULL, actor INTEGER NOT NULL, surface TEXT NOT NULL,
  low REAL, high REAL, unit TEXT NOT NULL, said_by TEXT NOT NULL, value TEXT NOT NULL,
  paragraph INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (article, part)) WITHOUT ROWID;
CREATE INDEX figure_actor ON figure(actor);
CREATE TABLE place(
  article INTEGER NOT NULL, sentence INTEGER NOT NULL, actor INTEGER NOT NULL, paragraph INTEGER NOT NULL,
  PRIMARY KEY (article, sentence, actor)) WITHOUT ROWID;
CREATE TABLE clause(
  article INTEGER NOT NULL, at INTEGER NOT NULL, actor INTEGER NOT NULL,
  PRIMARY KEY (article, at, actor)) WITHOUT ROWID;
CREATE TABLE article_time(
  article INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
  PRIMARY KEY (article, earliest, latest)) WITHOUT ROWID;
CREATE INDEX article_time_days ON article_time(earliest, latest, article);

CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
  UPDATE counts SET value = value + 1 WHERE key = 'articles';
  UPDATE counts SET value = value + 1 WHERE key = 'undated' AND new.day IS NULL;
END;
CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
  UPDATE counts SET value = value - 1 WHERE key = 'articles';
  UPDATE counts SET value = value - 1 WHERE key = 'undated' AND old.day IS NULL;
  UPDATE counts SET value = value - 1 WHERE key = 'searchable' AND old.indexed > 0;
  UPDATE counts SET value = value - 1 WHERE key = 'extracted' AND old.rules > 0;
  UPDATE counts SET value = value - 1 WHERE key = 'copies' AND old.copy;
END;
CREATE TRIGGER article_folded AFTER UPDATE OF copy ON articles WHEN old.copy <> new.copy BEGIN
  UPDATE counts SET value = value + new.copy - old.copy WHERE key = 'copies';
END;
CREATE TRIGGER story_told AFTER INSERT ON story BEGIN
  UPDATE articles SET copy = (new.head <> new.article)
    WHERE number = new.article AND copy <> (new.head <> new.article);
END;
CREATE TRIGGER story_gone AFTER DELETE ON story BEGIN
  UPDATE articles SET copy = 0 WHERE number = old.article AND copy;
END;
CREATE TRIGGER article_dated AFTER UPDATE OF day ON articles WHEN (old.day IS NULL) <> (new.day IS NULL) BEGIN
  UPDATE counts SET value = value + (new.day IS NULL) - (old.day IS NULL) WHERE key = 'undated';
END;
CREATE TRIGGER article_indexed AFTER UPDATE OF indexed ON articles WHEN (old.indexed > 0) <> (new.indexed > 0) BEGIN
  UPDATE counts SET value = value + (new.indexed > 0) - (old.indexed > 0) WHERE key = 'searchable';
END;
CREATE TRIGGER article_extracted AFTER UPDATE OF rules ON articles WHEN (old.rules > 0) <> (new.rules > 0) BEGIN
  UPDATE counts SET value = value + (new.rules > 0) - (old.rules > 0) WHERE key = 'extracted';
END;
CREATE TRIGGER problem_added AFTER INSERT ON problems BEGIN
  UPDATE counts SET value = value + 1 WHERE key = 'problems';
END;
CREATE TRIGGER problem_removed AFTER DELETE ON problems BEGIN
  UPDATE counts SET value = value - 1 WHERE key = 'problems';
END;
CREATE TRIGGER appearance_added AFTER INSERT ON appearance BEGIN
  UPDATE actor SET articles = articles + 1, mentions = mentions + new.mentions WHERE number = new.actor;
  UPDATE actor SET all_articles = all_articles + 1, all_mentions = all_mentions + new.mentions
    WHERE number = (SELECT entry FROM actor WHERE number = new.actor);
END;
CREATE TRIGGER appearance_removed AFTER DELETE ON appearance BEGIN
  UPDATE actor SET articles = articles - 1, mentions = mentions - old.mentions WHERE number = old.actor;
  UPDATE actor SET all_articles = all_articles - 1, all_mentions = all_mentions - old.mentions
    WHERE number = (SELECT entry FROM actor WHERE number = old.actor);
END;
CREATE TRIGGER actor_removed AFTER DELETE ON actor BEGIN
  DELETE FROM actor_name WHERE actor = old.number;
  UPDATE actor SET entry = number, all_articles = articles, all_mentions = mentions WHERE entry = old.number;
  UPDATE actor SET leads = NULL, why = '' WHERE leads = old.number;
END;
"""

TALLY = """
CREATE TABLE tally(part INTEGER PRIMARY KEY, sum INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TRIGGER tally_added AFTER INSERT ON appearance BEGIN
  DELETE FROM tally WHERE part = new.article >> 10;
END;
CREATE TRIGGER tally_removed AFTER DELETE ON appearance BEGIN
  DELETE FROM tally WHERE part = old.article >> 10;
END;
CREATE TRIGGER tally_regrouped AFTER UPDATE OF entry ON actor
  WHEN old.entry <> new.entry AND EXISTS (SELECT 1 FROM tally) BEGIN
  DELETE FROM tally WHERE part IN (SELECT article >> 10 FROM appearance WHERE actor = new.number);
END;
"""
"""What `tallies` keeps."""

MIGRATIONS: dict[int, str] = {0: _FIRST + TALLY}
"""From nothing to the present schema, and from each version to the next one; a store with no way on is rebuilt."""
