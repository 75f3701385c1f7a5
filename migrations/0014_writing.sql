-- Writing in the browser: what an author typed for a post beside its text, and every save of it.
ALTER TABLE posts ADD COLUMN summary TEXT; -- the excerpt as the author typed it; null: made of the text
ALTER TABLE posts ADD COLUMN cover TEXT; -- JSON: {"key", "name", "alt", "width", "height"}
ALTER TABLE posts ADD COLUMN canonical TEXT; -- where the text stood first, elsewhere
ALTER TABLE posts ADD COLUMN revision INTEGER NOT NULL DEFAULT 0; -- the newest: what the editor shows
ALTER TABLE posts ADD COLUMN live_revision INTEGER NOT NULL DEFAULT 0; -- the one that was published last

-- Each save. What somebody types in a published post is here and nowhere else until it is published.
CREATE TABLE IF NOT EXISTS revisions (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL, -- from 1, without gaps
  kind TEXT NOT NULL CHECK (kind IN ('auto', 'save', 'publish')),
  version INTEGER NOT NULL, -- the post's, when it was saved
  author_id INTEGER REFERENCES authors (id) ON DELETE SET NULL,
  saved_at TEXT NOT NULL,
  fields TEXT NOT NULL, -- JSON: all that the editor shows
  words INTEGER NOT NULL,
  PRIMARY KEY (post_id, revision)
);

-- The author's lists: all of a kind, or those of a status; what has no date yet first, then the latest. Only who says the condition, which always holds, reads by
-- them: for every other question they would be the wrong ones.
CREATE INDEX IF NOT EXISTS posts_desk ON posts (kind, coalesce(published_at, '9999'), id) WHERE revision >= 0;
CREATE INDEX IF NOT EXISTS posts_desk_status ON posts (kind, status, coalesce(published_at, '9999'), id) WHERE revision >= 0;
