-- A list is 'front', 'sticky', 'tag:ID', 'category:ID', 'author:ID' or 'month:YYYY-MM'. Positions are dense and count from the
-- oldest, so page N is a range, and the highest position is the list's length.
CREATE TABLE IF NOT EXISTS lists (
  list TEXT NOT NULL,
  position INTEGER NOT NULL,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  PRIMARY KEY (list, position)
) WITHOUT ROWID;
-- The post page asks where it stands, for its neighbours.
CREATE UNIQUE INDEX IF NOT EXISTS lists_of_post ON lists (post_id, list);

-- 'year:YYYY' and 'month:YYYY-MM': the archive pages read these.
CREATE TABLE IF NOT EXISTS counts (
  list TEXT PRIMARY KEY,
  posts INTEGER NOT NULL
) WITHOUT ROWID;

-- The sitemap: every listed post and static page, positions as in lists. A row holds all that is said of an address, so that a
-- file of 1,000 costs 1,000 rows and no look at the posts.
CREATE TABLE IF NOT EXISTS sitemap (
  position INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL UNIQUE REFERENCES posts (id) ON DELETE CASCADE, -- whoever changes a post finds its place
  path TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

-- What enters and leaves a list while a batch is written; empty before and after.
CREATE TABLE IF NOT EXISTS shifts (
  list TEXT NOT NULL,
  at INTEGER NOT NULL, -- the position that becomes free, or before which the post comes
  step INTEGER NOT NULL CHECK (step IN (-1, 1)), -- what it does to the positions from there on
  post_id INTEGER NOT NULL,
  published_at TEXT -- orders what enters at the same place
);
