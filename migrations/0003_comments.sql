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
  note_block INTEGER, -- the block of the post that has the passage, from 1; null: it was not found
  token_hash TEXT,
  reasons TEXT NOT NULL DEFAULT '[]', -- [{"code", "detail"}]: why it was held, or is spam
  shape TEXT, -- 16 hexadecimal digits that are alike for texts that are
  checked INTEGER NOT NULL DEFAULT 0, -- an author has looked at it after a report
  approved_at TEXT, -- when it was first approved; null for what an import brought
  edited_at TEXT,
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
-- What waits for the author, what is spam, and how many are ahead of one.
CREATE INDEX IF NOT EXISTS comments_queue ON comments (status, created_at, shape) WHERE status <> 'approved';
-- A resent form, and what came lately under a post.
CREATE INDEX IF NOT EXISTS comments_resent ON comments (post_id, created_at);
CREATE INDEX IF NOT EXISTS comments_recent ON comments (created_at, shape);
CREATE UNIQUE INDEX IF NOT EXISTS comments_by_token ON comments (token_hash) WHERE token_hash IS NOT NULL;
-- Whether somebody is known here, and what is stored about a person.
CREATE INDEX IF NOT EXISTS comments_by_email ON comments (lower(email), status) WHERE email IS NOT NULL;
-- How long a comment usually waits.
CREATE INDEX IF NOT EXISTS comments_waited ON comments (approved_at, created_at) WHERE approved_at > created_at;
-- The notes of a post that stand on later comment pages.
CREATE INDEX IF NOT EXISTS comments_notes ON comments (post_id, number) WHERE quote IS NOT NULL;
CREATE INDEX IF NOT EXISTS comments_replies ON comments (parent_id, number) WHERE parent_id IS NOT NULL;
-- The import finds what it brought before.
CREATE UNIQUE INDEX IF NOT EXISTS comments_by_wp_id ON comments (post_id, wp_id) WHERE wp_id IS NOT NULL;
