-- The rows of all records once more, slim and numbered. dateline's own: made from the records, and again at any time.

-- Words that stand for a number: publishers, types and stances, quads, modalities.
CREATE TABLE IF NOT EXISTS survey_word (
  n INTEGER PRIMARY KEY, sort TEXT NOT NULL, word TEXT NOT NULL, UNIQUE (sort, word)
) STRICT;

-- Who is named: `who` is the catalogue id, or ~ and the folded name of somebody who is in no catalogue.
CREATE TABLE IF NOT EXISTS survey_actor (
  n INTEGER PRIMARY KEY, who TEXT NOT NULL UNIQUE, actor TEXT, name TEXT NOT NULL, key TEXT NOT NULL,
  country TEXT, sectors TEXT NOT NULL, reports INTEGER NOT NULL, mentions INTEGER NOT NULL,
  says INTEGER NOT NULL, does INTEGER NOT NULL, undergoes INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS survey_actor_key ON survey_actor (key);
CREATE INDEX IF NOT EXISTS survey_actor_mentions ON survey_actor (mentions);

-- The words that name each of them, with how often they do.
CREATE TABLE IF NOT EXISTS survey_called (
  who INTEGER NOT NULL, words TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (who, words)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS survey_called_key ON survey_called (key);

CREATE TABLE IF NOT EXISTS survey_place (
  n INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, latitude REAL, longitude REAL, spot TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE IF NOT EXISTS survey_report (
  report INTEGER PRIMARY KEY, day INTEGER NOT NULL, publisher INTEGER NOT NULL
) STRICT;

-- A statement, event or tie. `day` is the ordinal of the day of publication, -1 where there is none; `what` the type or
-- stance; `speaker` and `body` are of the innermost voice (of a statement: its own), 0 where it is the report's own.
-- `deed` numbers the deeds of a report, `score` is in hundredths, `told` the day that the words give, else that of publication,
-- `voice` the number of the statement that it stands in, 0 for none.
CREATE TABLE IF NOT EXISTS survey_row (
  n INTEGER PRIMARY KEY AUTOINCREMENT, report INTEGER NOT NULL, day INTEGER NOT NULL, publisher INTEGER NOT NULL,
  sort INTEGER NOT NULL, what INTEGER NOT NULL, quad INTEGER NOT NULL, denied INTEGER NOT NULL, modality INTEGER NOT NULL,
  said INTEGER NOT NULL, speaker INTEGER NOT NULL, body INTEGER NOT NULL,
  deed INTEGER NOT NULL, score INTEGER NOT NULL, told INTEGER NOT NULL, voice INTEGER NOT NULL, id TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS survey_row_report ON survey_row (report);

-- In which role somebody stands in a row.
CREATE TABLE IF NOT EXISTS survey_part (
  who INTEGER NOT NULL, role INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (who, role, row)
) STRICT, WITHOUT ROWID;

-- From whom to whom an event or tie goes; a deed of several actors and nobody else lies between each two of them.
CREATE TABLE IF NOT EXISTS survey_pair (
  row INTEGER NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL, mutual INTEGER NOT NULL, word INTEGER NOT NULL,
  PRIMARY KEY (row, one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS survey_spot (
  row INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (row, place)
) STRICT, WITHOUT ROWID;

-- Reports whose record was taken out, and its rows (0 where it had none), for those who hold the survey in memory.
CREATE TABLE IF NOT EXISTS survey_gone (
  n INTEGER PRIMARY KEY AUTOINCREMENT, report INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
