-- Media belong to somebody, come in sizes, and are known to be used.
ALTER TABLE media ADD COLUMN author_id INTEGER REFERENCES authors (id) ON DELETE SET NULL;
ALTER TABLE media ADD COLUMN seconds REAL; -- sound and film
-- The library, newest first.
CREATE INDEX IF NOT EXISTS media_newest ON media (created_at DESC, key DESC);

-- Pictures in fewer pixels; the bytes of one may be a size of several.
CREATE TABLE IF NOT EXISTS media_sizes (
  of TEXT NOT NULL REFERENCES media (key) ON DELETE CASCADE,
  width INTEGER NOT NULL, -- pixels
  key TEXT NOT NULL,
  PRIMARY KEY (of, width)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS media_sizes_by_key ON media_sizes (key);

-- Which texts name which files, working copies included. A file may be named before it is there.
CREATE TABLE IF NOT EXISTS media_uses (
  media_key TEXT NOT NULL,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  PRIMARY KEY (media_key, post_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS media_uses_of_post ON media_uses (post_id);

-- Files that come in parts, until they are whole or nobody goes on with them.
CREATE TABLE IF NOT EXISTS uploads (
  key TEXT PRIMARY KEY, -- first half of the SHA-256 over the hashes of all parts
  upload_id TEXT NOT NULL, -- R2's
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hashes TEXT NOT NULL, -- JSON: SHA-256 of each part, as it was promised
  author_id INTEGER REFERENCES authors (id) ON DELETE SET NULL,
  touched_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS uploads_abandoned ON uploads (touched_at);

CREATE TABLE IF NOT EXISTS upload_parts (
  upload_key TEXT NOT NULL REFERENCES uploads (key) ON DELETE CASCADE,
  part INTEGER NOT NULL, -- from 1
  etag TEXT NOT NULL, -- R2's
  PRIMARY KEY (upload_key, part)
) WITHOUT ROWID;
