-- Posts and static pages, and who wrote them. Everything a reader sees is made on save: html, lead, excerpt, words.
CREATE TABLE IF NOT EXISTS authors (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bio TEXT NOT NULL DEFAULT '',
  url TEXT,
  email TEXT, -- never public
  role TEXT NOT NULL DEFAULT 'author' CHECK (role IN ('owner', 'editor', 'author')),
  posts INTEGER NOT NULL DEFAULT 0, -- listed posts
  wp_login TEXT,
  demo INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS posts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'post' CHECK (kind IN ('post', 'page')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'scheduled', 'published', 'unlisted', 'private')),
  slug TEXT NOT NULL,
  path TEXT NOT NULL UNIQUE CHECK (path LIKE '/%'), -- decoded, NFC
  guid TEXT NOT NULL UNIQUE,
  lang TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES authors (id),
  parent_id INTEGER REFERENCES posts (id),
  menu_order INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('markdown', 'html')),
  source TEXT NOT NULL, -- what the author typed, untouched
  html TEXT NOT NULL,
  lead TEXT, -- html up to <!--more-->; null when the post has no such mark
  excerpt TEXT NOT NULL,
  blocks TEXT NOT NULL DEFAULT '[]', -- [[end in html, characters of text]]: paragraphs and the like, for notes in the margin
  words INTEGER NOT NULL,
  tags TEXT NOT NULL DEFAULT '[]', -- [{"slug", "name"}], for reading; post_tags is right
  categories TEXT NOT NULL DEFAULT '[]',
  published_at TEXT, -- ISO 8601, UTC
  local_date TEXT, -- YYYY-MM-DD in the site's time zone
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  sticky INTEGER NOT NULL DEFAULT 0,
  comments_open INTEGER NOT NULL DEFAULT 1,
  comments_held INTEGER NOT NULL DEFAULT 0, -- each waits for the author, whoever wrote it
  comments_aged INTEGER NOT NULL DEFAULT 0, -- older than discussions may be; cron sees to it
  comment_count INTEGER NOT NULL DEFAULT 0, -- approved ones
  last_number INTEGER NOT NULL DEFAULT 0, -- only grows
  version INTEGER NOT NULL DEFAULT 1,
  wp_id INTEGER,
  import_status TEXT, -- the status it gets when its import is complete; until then it is a draft
  demo INTEGER NOT NULL DEFAULT 0,
  CHECK (status NOT IN ('scheduled', 'published', 'unlisted')
    OR (published_at IS NOT NULL AND local_date IS NOT NULL))
);
-- The navigation, and a static page's own children.
CREATE INDEX IF NOT EXISTS posts_navigation ON posts (parent_id, menu_order, title) WHERE kind = 'page';
-- The foot of every page names static pages by their slugs.
CREATE INDEX IF NOT EXISTS posts_footer ON posts (slug) WHERE kind = 'page';
-- Cron asks what is due.
CREATE INDEX IF NOT EXISTS posts_due ON posts (published_at) WHERE status = 'scheduled';
-- Cron closes old discussions.
CREATE INDEX IF NOT EXISTS posts_aged ON posts (comments_aged, published_at);
-- The import asks by the id that WordPress gave.
CREATE INDEX IF NOT EXISTS posts_by_wp_id ON posts (wp_id) WHERE wp_id IS NOT NULL;
-- The import publishes what waits for it; the demo leaves.
CREATE INDEX IF NOT EXISTS posts_importing ON posts (id) WHERE import_status IS NOT NULL;
CREATE INDEX IF NOT EXISTS posts_demo ON posts (id) WHERE demo = 1;
-- A static page asks for those below it before it leaves.
CREATE INDEX IF NOT EXISTS posts_children ON posts (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS posts_of_author ON posts (author_id);
