-- What was published from a file last. By it `npm run publish` tells what changed in the file, what changed elsewhere, and
-- what is gone.
CREATE TABLE IF NOT EXISTS files (
  post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
  path TEXT NOT NULL UNIQUE, -- relative to the project's folder
  id TEXT UNIQUE, -- as the front matter names it; null where the path is the identity
  hash TEXT NOT NULL, -- of all that the file said; '' when the post was made a draft because its file was gone
  seen TEXT NOT NULL -- hash of the post's version, title and source as they were left
);
