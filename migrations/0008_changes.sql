-- What the caches go by. A batch that changes something public adds a row to `changes`; its number is what a page is held against.
CREATE TABLE IF NOT EXISTS changes (
  seq INTEGER PRIMARY KEY, -- without gaps; the newest row never leaves, so no number is given twice
  tags TEXT NOT NULL, -- JSON array: what the batch touched
  gone INTEGER NOT NULL DEFAULT 0, -- whether it removed something, or made it private
  at TEXT NOT NULL
);
-- The site entry is made of the latest ones, and the oldest leave.
CREATE INDEX IF NOT EXISTS changes_latest ON changes (at);

-- Messages that a batch owes to a queue; a row leaves when its effect is there.
CREATE TABLE IF NOT EXISTS outbox (
  id INTEGER PRIMARY KEY,
  queue TEXT NOT NULL CHECK (queue IN ('refresh', 'jobs')),
  body TEXT NOT NULL, -- JSON
  created_at TEXT NOT NULL
);

-- One row: the generation of everything in KV, and which site entry was put last, so that no put is done twice.
CREATE TABLE IF NOT EXISTS caches (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation TEXT NOT NULL,
  put_seq INTEGER NOT NULL DEFAULT -1,
  put_build TEXT NOT NULL DEFAULT '',
  put_at TEXT NOT NULL DEFAULT ''
);

-- KV writes of a day (UTC), by what they were for.
CREATE TABLE IF NOT EXISTS kv_writes (
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('admit', 'write', 'site')),
  spent INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) WITHOUT ROWID;
