-- What is derived from the whole set of records: made by dateline.accounts in the ledger's file, and made again from the
-- records at any time. Nothing here is a record's or a person's word. `n` of a deed and of a report is internal.

CREATE TABLE IF NOT EXISTS account_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Reports whose record is new, changed or gone since the accounts were brought up to date.
CREATE TABLE IF NOT EXISTS account_todo (report INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER IF NOT EXISTS account_in AFTER INSERT ON record BEGIN
  INSERT OR IGNORE INTO account_todo VALUES (new.report);
END;
CREATE TRIGGER IF NOT EXISTS account_out AFTER DELETE ON record BEGIN
  INSERT OR IGNORE INTO account_todo VALUES (old.report);
END;

-- The deeds of each record; `id` is REPORT:EVENT, `day` the ordinal of the day of publication, -1 where there is none.
CREATE TABLE IF NOT EXISTS account_deed (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report INTEGER NOT NULL, day INTEGER NOT NULL,
  features TEXT NOT NULL, tellings BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS account_deed_report ON account_deed (report);

-- Deeds that share a key are compared.
CREATE TABLE IF NOT EXISTS account_block (
  key INTEGER NOT NULL, day INTEGER NOT NULL, deed INTEGER NOT NULL, PRIMARY KEY (key, day, deed)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS account_link (
  one INTEGER NOT NULL, other INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_link_other ON account_link (other);

-- The matter of every deed. A matter's id is that of its earliest deed, so an id that was absorbed still leads to it.
CREATE TABLE IF NOT EXISTS account_matter (deed INTEGER PRIMARY KEY, matter TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS account_matter_matter ON account_matter (matter);

CREATE TABLE IF NOT EXISTS account_dispute (
  id TEXT PRIMARY KEY, matter TEXT NOT NULL, kind TEXT NOT NULL, since TEXT, until TEXT, json TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_dispute_matter ON account_dispute (matter);
CREATE INDEX IF NOT EXISTS account_dispute_until ON account_dispute (until DESC, id);

-- A few hashes of each report's words, and the pairs of reports that share a dispatch.
CREATE TABLE IF NOT EXISTS account_sketch (
  hash INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (hash, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_sketch_report ON account_sketch (report);
CREATE TABLE IF NOT EXISTS account_pair (
  one INTEGER NOT NULL, other INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_pair_other ON account_pair (other);

-- Named campaigns, talks, truces and agreements as each report refers to them.
CREATE TABLE IF NOT EXISTS account_process (
  report INTEGER NOT NULL, ord INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, sort TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY (report, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_process_key ON account_process (key);

-- Whether a telling counts: a copy is no new voice.
CREATE VIEW IF NOT EXISTS account_counted AS
  SELECT r.id AS report, ifnull(c.counted, 1) AS counted, o.id AS origin
  FROM report r LEFT JOIN account_copy c ON c.report = r.n LEFT JOIN report o ON o.n = c.origin;
