-- The blog itself: its settings, what the sidebar shows, its media and where old addresses lead.
CREATE TABLE IF NOT EXISTS settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL, -- JSON
  demo INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- One row, made on write from settings and shared fragments: what every page needs costs one row to read.
CREATE TABLE IF NOT EXISTS site (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS links (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  url TEXT NOT NULL UNIQUE,
  feed_url TEXT,
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  demo INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS links_blogroll ON links (position, title);

CREATE TABLE IF NOT EXISTS redirects (
  path TEXT PRIMARY KEY,
  target TEXT NOT NULL, -- a path of this blog
  created_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS media (
  key TEXT PRIMARY KEY, -- hash of the bytes
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  alt TEXT NOT NULL DEFAULT '',
  source_url TEXT, -- where an import found it
  created_at TEXT NOT NULL,
  demo INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS media_by_source ON media (source_url) WHERE source_url IS NOT NULL;
