-- Tags and categories. `posts` counts listed posts; a category's count includes its descendants'.
CREATE TABLE IF NOT EXISTS tags (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  posts INTEGER NOT NULL DEFAULT 0,
  demo INTEGER NOT NULL DEFAULT 0,
  position INTEGER -- place among the used tags by name, from 1; so that /tags/ can be paged by range
);
CREATE INDEX IF NOT EXISTS tags_page ON tags (position) WHERE position IS NOT NULL;
-- The cloud in the sidebar: most used first, then by name.
CREATE INDEX IF NOT EXISTS tags_most_used ON tags (posts, name DESC);

CREATE TABLE IF NOT EXISTS categories (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  parent_id INTEGER REFERENCES categories (id),
  posts INTEGER NOT NULL DEFAULT 0,
  demo INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS categories_children ON categories (parent_id, name);

CREATE TABLE IF NOT EXISTS post_tags (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (post_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS post_tags_by_tag ON post_tags (tag_id);

CREATE TABLE IF NOT EXISTS post_categories (
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
  PRIMARY KEY (post_id, category_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS post_categories_by_category ON post_categories (category_id);
