-- The views of a ledger: made with it, and made anew where an older dateline made it.

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
  c.coder_version, c.codebook, c.models,
  ifnull((SELECT k.counted FROM account_copy k WHERE k.report = r.n), 1) AS counted
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
  s.span_start, s.span_end, s.confidence,
  ifnull((SELECT k.counted FROM account_copy k WHERE k.report = r.n), 1) AS counted
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
  e.evidence, e.span_start, e.span_end, e.confidence,
  ifnull((SELECT k.counted FROM account_copy k WHERE k.report = r.n), 1) AS counted
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
  t.evidence, t.span_start, t.span_end, t.confidence,
  ifnull((SELECT k.counted FROM account_copy k WHERE k.report = r.n), 1) AS counted
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
