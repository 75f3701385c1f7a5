-- What the discussion remembers beside its comments.

-- What became of links to a host here.
CREATE TABLE IF NOT EXISTS link_hosts (
  host TEXT PRIMARY KEY,
  approved INTEGER NOT NULL DEFAULT 0,
  spam INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Rows that visitors caused to be written on a day (UTC): they may not use up what the authors need.
CREATE TABLE IF NOT EXISTS visitor_writes (
  day TEXT PRIMARY KEY,
  spent INTEGER NOT NULL
) WITHOUT ROWID;

-- What a person asked to be erased, by id alone, so that no restore brings it back. Each is also kept in R2.
CREATE TABLE IF NOT EXISTS erasures (
  public_id TEXT PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('text', 'name')),
  at TEXT NOT NULL
) WITHOUT ROWID;
