-- The ledger: reports, what came in, their records, and the records' rows once more as tables, so that they can be asked.
-- Tables have singular names and are dateline's own; views have plural names, are described in views.yaml and
-- docs/ledger.md, and stay as they are from version to version.

PRAGMA application_id = 1684827749; -- "dlne", so that a foreign SQLite file is told from a ledger
PRAGMA user_version = 1;            -- the version of this schema

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

-- Everything a judgement can attach to: the row as a whole, and each role that it fills.
CREATE VIEW anchor AS
  SELECT report, 'mention' AS kind, id AS row, span_start, span_end, 'row' AS role FROM mention
  UNION ALL SELECT report, 'statement', id, span_start, span_end, 'row' FROM statement
  UNION ALL SELECT report, 'event', id, span_start, span_end, 'row' FROM event
  UNION ALL SELECT report, 'tie', id, span_start, span_end, 'row' FROM tie
  UNION ALL SELECT DISTINCT m.report, 'mention', m.id, m.span_start, m.span_end, 'actor'
    FROM mention m JOIN mention_actor a ON a.report = m.report AND a.mention = m.id
  UNION ALL SELECT DISTINCT s.report, 'statement', s.id, s.span_start, s.span_end, p.role
    FROM statement s JOIN participant p ON p.report = s.report AND p.row = s.id
  UNION ALL SELECT DISTINCT e.report, 'event', e.id, e.span_start, e.span_end, p.role
    FROM event e JOIN participant p ON p.report = e.report AND p.row = e.id
  UNION ALL SELECT DISTINCT t.report, 'tie', t.id, t.span_start, t.span_end, p.role
    FROM tie t JOIN participant p ON p.report = t.report AND p.row = t.id;

CREATE VIEW reports AS
SELECT
  r.id AS report, r.title, r.publisher, r.agency, r.bylines, r.published, r.dateline_place, r.dateline_agency,
  r.dateline_date, r.language, r.genre, r.url, r.path, r.raw_sha256, r.text,
  (SELECT count(*) FROM mention x WHERE x.report = r.n) AS mentions,
  (SELECT count(*) FROM statement x WHERE x.report = r.n) AS statements,
  (SELECT count(*) FROM event x WHERE x.report = r.n) AS events,
  (SELECT count(*) FROM tie x WHERE x.report = r.n) AS ties,
  (SELECT count(*) FROM unresolved x WHERE x.report = r.n) AS unresolved,
  c.coder_version, c.codebook, c.models
FROM report r JOIN record c ON c.report = r.n
ORDER BY r.n;

CREATE VIEW mentions AS
SELECT
  r.id AS report, r.published, r.publisher, m.id AS mention, m.words,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM mention_actor a WHERE a.report = m.report AND a.mention = m.id ORDER BY ord)) AS actors,
  (SELECT group_concat(ifnull(actor, '-'), '; ') FROM
    (SELECT actor FROM mention_actor a WHERE a.report = m.report AND a.mention = m.id ORDER BY ord)) AS actor_ids,
  (SELECT group_concat(ifnull(country, '-'), '; ') FROM
    (SELECT country FROM mention_actor a WHERE a.report = m.report AND a.mention = m.id ORDER BY ord)) AS countries,
  (SELECT group_concat(sectors, '; ') FROM
    (SELECT sectors FROM mention_actor a WHERE a.report = m.report AND a.mention = m.id ORDER BY ord)) AS sectors,
  m.resolved_by, m.span_start, m.span_end, m.confidence
FROM mention m JOIN report r ON r.n = m.report
ORDER BY m.report, m.ord;

-- The voice of every statement: whose words they are. A statement whose speaker is not named still has a voice, so that
-- what stands in it never looks like the report's own.
CREATE VIEW voice AS
SELECT
  s.report, s.id AS statement, s.stance, s.distance,
  ifnull((SELECT group_concat(name, '; ') FROM
    (SELECT name FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'speaker' ORDER BY ord)),
    'unnamed') AS names,
  ifnull((SELECT group_concat(ifnull(actor, '-'), '; ') FROM
    (SELECT actor FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'speaker' ORDER BY ord)),
    '-') AS ids
FROM statement s;

CREATE VIEW statements AS
SELECT
  r.id AS report, r.published, r.publisher, s.id AS statement,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'speaker' ORDER BY ord))
    AS speakers,
  (SELECT group_concat(ifnull(actor, '-'), '; ') FROM
    (SELECT actor FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'speaker' ORDER BY ord))
    AS speaker_ids,
  (SELECT name FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'affiliation') AS affiliation,
  (SELECT actor FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'affiliation')
    AS affiliation_id,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM participant p WHERE p.report = s.report AND p.row = s.id AND role = 'addressee' ORDER BY ord))
    AS addressees,
  s.stance, s.kind, s.polarity, s.distance, s.cue, s.content,
  s.parent, v.names AS voice, v.ids AS voice_ids,
  s.span_start, s.span_end, s.confidence
FROM statement s JOIN report r ON r.n = s.report
LEFT JOIN voice v ON v.report = s.report AND v.statement = s.parent
ORDER BY s.report, s.ord;

CREATE VIEW events AS
SELECT
  r.id AS report, r.published, r.publisher, e.id AS event, e.type, e.folded, e.mode, e.contexts, e.quad, e.score,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM participant p WHERE p.report = e.report AND p.row = e.id AND role = 'actor' ORDER BY ord))
    AS actors,
  (SELECT group_concat(ifnull(actor, '-'), '; ') FROM
    (SELECT actor FROM participant p WHERE p.report = e.report AND p.row = e.id AND role = 'actor' ORDER BY ord))
    AS actor_ids,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM participant p WHERE p.report = e.report AND p.row = e.id AND role = 'recipient' ORDER BY ord))
    AS recipients,
  (SELECT group_concat(ifnull(actor, '-'), '; ') FROM
    (SELECT actor FROM participant p WHERE p.report = e.report AND p.row = e.id AND role = 'recipient' ORDER BY ord))
    AS recipient_ids,
  e.polarity, e.modality, e.statement, v.names AS voice, v.ids AS voice_ids, v.stance AS voice_stance,
  v.distance AS voice_distance, e.act_of, e.deed,
  (SELECT min(first_day) FROM row_date x JOIN date d ON d.report = x.report AND d.id = x.date
    WHERE x.report = e.report AND x.row = e.id) AS date_from,
  (SELECT max(last_day) FROM row_date x JOIN date d ON d.report = x.report AND d.id = x.date
    WHERE x.report = e.report AND x.row = e.id) AS date_to,
  (SELECT d.precision FROM row_date x JOIN date d ON d.report = x.report AND d.id = x.date
    WHERE x.report = e.report AND x.row = e.id ORDER BY x.ord LIMIT 1) AS date_precision,
  (SELECT group_concat(name, '; ') FROM
    (SELECT name FROM row_place x JOIN place p ON p.report = x.report AND p.id = x.place
      WHERE x.report = e.report AND x.row = e.id ORDER BY x.ord)) AS places,
  (SELECT group_concat(ifnull(country, '-'), '; ') FROM
    (SELECT country FROM row_place x JOIN place p ON p.report = x.report AND p.id = x.place
      WHERE x.report = e.report AND x.row = e.id ORDER BY x.ord)) AS place_countries,
  (SELECT p.latitude FROM row_place x JOIN place p ON p.report = x.report AND p.id = x.place
    WHERE x.report = e.report AND x.row = e.id ORDER BY x.ord LIMIT 1) AS latitude,
  (SELECT p.longitude FROM row_place x JOIN place p ON p.report = x.report AND p.id = x.place
    WHERE x.report = e.report AND x.row = e.id ORDER BY x.ord LIMIT 1) AS longitude,
  (SELECT sum(low) FROM casualties c WHERE c.report = e.report AND c.event = e.id AND kind = 'killed') AS killed_low,
  (SELECT iif(count(high) = count(*), sum(high), NULL) FROM casualties c
    WHERE c.report = e.report AND c.event = e.id AND kind = 'killed') AS killed_high,
  (SELECT sum(low) FROM casualties c WHERE c.report = e.report AND c.event = e.id AND kind = 'injured') AS injured_low,
  (SELECT iif(count(high) = count(*), sum(high), NULL) FROM casualties c
    WHERE c.report = e.report AND c.event = e.id AND kind = 'injured') AS injured_high,
  e.evidence, e.span_start, e.span_end, e.confidence
FROM event e JOIN report r ON r.n = e.report
LEFT JOIN voice v ON v.report = e.report AND v.statement = e.statement
ORDER BY e.report, e.ord;

CREATE VIEW ties AS
SELECT
  r.id AS report, r.published, r.publisher, t.id AS tie, t.type,
  a.name AS left_name, a.actor AS left_id, b.name AS right_name, b.actor AS right_id, t.role,
  t.polarity, t.modality, t.statement, v.names AS voice, v.ids AS voice_ids, v.stance AS voice_stance,
  v.distance AS voice_distance,
  (SELECT min(first_day) FROM row_date x JOIN date d ON d.report = x.report AND d.id = x.date
    WHERE x.report = t.report AND x.row = t.id) AS date_from,
  (SELECT max(last_day) FROM row_date x JOIN date d ON d.report = x.report AND d.id = x.date
    WHERE x.report = t.report AND x.row = t.id) AS date_to,
  t.evidence, t.span_start, t.span_end, t.confidence
FROM tie t JOIN report r ON r.n = t.report
JOIN participant a ON a.report = t.report AND a.row = t.id AND a.role = 'left' AND a.ord = 0
JOIN participant b ON b.report = t.report AND b.row = t.id AND b.role = 'right' AND b.ord = 0
LEFT JOIN voice v ON v.report = t.report AND v.statement = t.statement
ORDER BY t.report, t.ord;

-- Judgements with the row that each belongs to now: same report, kind, anchor and role; where several share the anchor, the
-- one of the same id. NULL is a judgement whose row is gone.
CREATE VIEW judgements AS
SELECT
  j.id AS judgement, j.report, j.kind, j.role, j.verdict, j.correction, j.note, j.judge, j.judged,
  j.span_start, j.span_end, j.row AS judged_row,
  ifnull(
    (SELECT a.row FROM anchor a JOIN report r ON r.n = a.report
      WHERE r.id = j.report AND a.kind = j.kind AND a.span_start = j.span_start AND a.span_end = j.span_end
        AND a.role = j.role AND a.row = j.row),
    (SELECT min(a.row) FROM anchor a JOIN report r ON r.n = a.report
      WHERE r.id = j.report AND a.kind = j.kind AND a.span_start = j.span_start AND a.span_end = j.span_end
        AND a.role = j.role)) AS attached_to
FROM judgement j
ORDER BY j.id;
