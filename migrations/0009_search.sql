-- Full-text search. A post's text without its markup, made on save; null in a post that was saved before there was search.
ALTER TABLE posts ADD COLUMN text TEXT;
-- 1 until posts_text says what the post says: whoever writes a post's words, date or status sets it.
ALTER TABLE posts ADD COLUMN text_stale INTEGER NOT NULL DEFAULT 1;
-- The end of each batch asks what has to be indexed anew.
CREATE INDEX IF NOT EXISTS posts_text_stale ON posts (id) WHERE text_stale = 1;

-- What the index holds, word for word: FTS5 forgets a row only if it is told what stood there. Listed posts only.
CREATE TABLE IF NOT EXISTS posts_text (
  id INTEGER PRIMARY KEY, -- the second of publication, then the post: the newest is the highest, and none ever moves
  post_id INTEGER NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL
);

-- Diacritics are folded (é is e, ü is u); a prefix of three letters is a word of its own.
CREATE VIRTUAL TABLE IF NOT EXISTS posts_search USING fts5 (
  title, text, post_id UNINDEXED,
  content = 'posts_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);

-- posts_text as it should be.
CREATE VIEW IF NOT EXISTS wanted_texts AS
  SELECT unixepoch(published_at) * 1000000 + id % 1000000 AS id, id AS post_id, title,
    coalesce(text, excerpt) AS text, text_stale
  FROM listed_posts;

INSERT INTO posts_text (id, post_id, title, text) SELECT id, post_id, title, text FROM wanted_texts;
INSERT INTO posts_search (posts_search) VALUES ('rebuild');
UPDATE posts SET text_stale = 0;
