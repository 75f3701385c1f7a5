-- What visitors and other blogs left. No IP address, ever.
CREATE TABLE IF NOT EXISTS comments (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE, -- random, or the id WordPress gave: the anchor #comment-ID
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES comments (id) ON DELETE SET NULL,
  -- The parent's public id and number, so that a page of comments costs one row a comment to read.
  parent_public_id TEXT,
  parent_number INTEGER,
  kind TEXT NOT NULL DEFAULT 'comment' CHECK (kind IN ('comment', 'pingback', 'trackback', 'webmention')),
  status TEXT NOT NULL CHECK (status IN ('pending', 'approved', 'spam', 'trash')),
  number INTEGER CHECK (number > 0), -- given once, on approval
  name TEXT NOT NULL,
  url TEXT,
  email TEXT, -- never public
  author_id INTEGER REFERENCES authors (id), -- set when an author of the blog wrote it
  title TEXT, -- of the page that links here: pingbacks, trackbacks, webmentions
  format TEXT NOT NULL CHECK (format IN ('markdown', 'html')),
  source TEXT NOT NULL,
  html TEXT NOT NULL,
  excerpt TEXT NOT NULL, -- plain, cut at a word: the sidebar's line
  lang TEXT, -- null: the post's
  quote TEXT, quote_prefix TEXT, quote_suffix TEXT, -- a margin note's passage
  token_hash TEXT,
  replies INTEGER NOT NULL DEFAULT 0, -- approved ones
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  wp_id INTEGER,
  CHECK (status <> 'approved' OR number IS NOT NULL)
);
-- The post page reads a range of numbers; what is counted for a post is found by it, too.
CREATE UNIQUE INDEX IF NOT EXISTS comments_page ON comments (post_id, number);
-- The sidebar and the comment feed: the latest of the whole blog.
CREATE INDEX IF NOT EXISTS comments_latest ON comments (created_at, id) WHERE status = 'approved';
CREATE INDEX IF NOT EXISTS comments_replies ON comments (parent_id) WHERE parent_id IS NOT NULL;
-- The import finds what it brought before.
CREATE UNIQUE INDEX IF NOT EXISTS comments_by_wp_id ON comments (post_id, wp_id) WHERE wp_id IS NOT NULL;
