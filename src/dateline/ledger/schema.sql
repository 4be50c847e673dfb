-- The ledger: reports, what came in, their records, and the records' rows once more as tables, so that they can be asked.
-- Tables have singular names and are dateline's own; views have plural names, are described in views.yaml and
-- docs/ledger.md, and stay as they are from version to version.

PRAGMA application_id = 1684827749; -- "dlne", so that a foreign SQLite file is told from a ledger
PRAGMA user_version = 2;            -- the version of this schema

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  n INTEGER PRIMARY KEY,      -- order of reading; kept when the report is coded again
  id TEXT NOT NULL UNIQUE,
  url TEXT, path TEXT, raw_sha256 TEXT NOT NULL, title TEXT, publisher TEXT, publisher_key TEXT, agency TEXT,
  bylines TEXT NOT NULL, dateline_place TEXT, dateline_agency TEXT, dateline_date TEXT,
  published TEXT, language TEXT, genre TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX report_published ON report (published);
CREATE INDEX report_path ON report (path);

-- The bytes as they came in, zlib-compressed.
CREATE TABLE raw (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  sha256 TEXT NOT NULL, bytes BLOB NOT NULL
) STRICT;

-- The record as one line of JSON, byte for byte as `dateline code` prints it.
CREATE TABLE record (
  report INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
  coder_version TEXT NOT NULL, codebook TEXT NOT NULL, models TEXT, json TEXT NOT NULL
) STRICT;

-- The rows of a record go with it: deleting the record deletes them all.
-- Below, `ord` is the place of a row in its record, `key` a name folded for comparison, `json` the row as in the record,
-- and span_start and span_end are the anchor's span in code points of the text.

CREATE TABLE mention (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, words TEXT NOT NULL, key TEXT NOT NULL,
  resolved_by TEXT NOT NULL, confidence REAL NOT NULL,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_key ON mention (key);

CREATE TABLE mention_actor (
  report INTEGER NOT NULL, mention TEXT NOT NULL, ord INTEGER NOT NULL,
  actor TEXT, name TEXT NOT NULL, key TEXT NOT NULL, country TEXT, sectors TEXT NOT NULL,
  PRIMARY KEY (report, mention, ord),
  FOREIGN KEY (report, mention) REFERENCES mention ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_actor_actor ON mention_actor (actor);
CREATE INDEX mention_actor_key ON mention_actor (key);

CREATE TABLE statement (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, cue TEXT, content TEXT NOT NULL,
  kind TEXT NOT NULL, stance TEXT NOT NULL, polarity TEXT NOT NULL, distance INTEGER NOT NULL,
  parent TEXT, confidence REAL NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_piece (
  report INTEGER NOT NULL, statement TEXT NOT NULL, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (report, statement, ord),
  FOREIGN KEY (report, statement) REFERENCES statement ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  type TEXT NOT NULL, folded TEXT, mode TEXT NOT NULL, contexts TEXT NOT NULL, quad TEXT NOT NULL, score REAL NOT NULL,
  polarity TEXT NOT NULL, modality TEXT NOT NULL, statement TEXT, act_of TEXT, deed TEXT NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, evidence TEXT NOT NULL,
  confidence REAL NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_type ON event (type);

CREATE TABLE casualties (
  report INTEGER NOT NULL, event TEXT NOT NULL, ord INTEGER NOT NULL,
  kind TEXT NOT NULL, low INTEGER, high INTEGER, who TEXT, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  PRIMARY KEY (report, event, ord),
  FOREIGN KEY (report, event) REFERENCES event ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  type TEXT NOT NULL, role TEXT, polarity TEXT NOT NULL, modality TEXT NOT NULL, statement TEXT,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, evidence TEXT NOT NULL,
  confidence REAL NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

-- Who stands in which role of which row: speaker, affiliation, addressee (statements), actor, recipient (events),
-- left, right (ties).
CREATE TABLE participant (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, row TEXT NOT NULL, role TEXT NOT NULL, ord INTEGER NOT NULL,
  mention TEXT, actor TEXT, name TEXT NOT NULL, key TEXT NOT NULL, span_start INTEGER, span_end INTEGER,
  PRIMARY KEY (report, row, role, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_actor ON participant (actor);
CREATE INDEX participant_key ON participant (key);

CREATE TABLE date (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, words TEXT NOT NULL,
  first_day TEXT, last_day TEXT, precision TEXT NOT NULL, anchor TEXT,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, id TEXT NOT NULL, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, words TEXT NOT NULL, name TEXT NOT NULL,
  latitude REAL, longitude REAL, geonames INTEGER, country TEXT, admin1 TEXT,
  precision TEXT NOT NULL, decided_by TEXT NOT NULL, reason TEXT,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;

-- Which dates and places belong to which event or tie.
CREATE TABLE row_date (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, row TEXT NOT NULL, ord INTEGER NOT NULL, date TEXT NOT NULL,
  PRIMARY KEY (report, row, ord)
) STRICT, WITHOUT ROWID;
CREATE TABLE row_place (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, row TEXT NOT NULL, ord INTEGER NOT NULL, place TEXT NOT NULL,
  PRIMARY KEY (report, row, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE unresolved (
  report INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, ord INTEGER NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, words TEXT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (report, ord)
) STRICT, WITHOUT ROWID;

-- What a person decided about a row. It points at the report's id, the anchor and the role, not at the row: so it outlives
-- recoding, and finds its row again or is listed as unattached.
CREATE TABLE judgement (
  id INTEGER PRIMARY KEY,
  report TEXT NOT NULL, kind TEXT NOT NULL, row TEXT NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, role TEXT NOT NULL,
  verdict TEXT NOT NULL, correction TEXT, note TEXT, judge TEXT NOT NULL, judged TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_report ON judgement (report);

-- Words of the reports, for `search`. The text itself lies in `report`.
CREATE VIRTUAL TABLE words USING fts5 (text, content = 'report', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER words_in AFTER INSERT ON report BEGIN
  INSERT INTO words (rowid, text) VALUES (new.n, new.text);
END;
CREATE TRIGGER words_out AFTER DELETE ON report BEGIN
  INSERT INTO words (words, rowid, text) VALUES ('delete', old.n, old.text);
END;
CREATE TRIGGER words_new AFTER UPDATE OF text ON report BEGIN
  INSERT INTO words (words, rowid, text) VALUES ('delete', old.n, old.text);
  INSERT INTO words (rowid, text) VALUES (new.n, new.text);
END;

-- Reports that stand in a dispatch with others, as dateline.accounts derives it: `origin` is the report it came from (its own
-- number for the origin), `counted` whether the report is a voice of its own, `spans` what of it is carried.
CREATE TABLE IF NOT EXISTS account_copy (
  report INTEGER PRIMARY KEY, origin INTEGER NOT NULL, counted INTEGER NOT NULL, share REAL NOT NULL, spans TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS account_copy_origin ON account_copy (origin);
