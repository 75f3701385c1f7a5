-- Who may write over HTTP without a browser. The token itself is nowhere: only its hash.
CREATE TABLE IF NOT EXISTS tokens (
  hash TEXT PRIMARY KEY, -- SHA-256 of the token, in hexadecimal
  name TEXT NOT NULL, -- what the owner calls it
  scopes TEXT NOT NULL, -- words with spaces between them
  author_id INTEGER REFERENCES authors (id) ON DELETE CASCADE, -- null: the owner's
  created_at TEXT NOT NULL,
  expires_at TEXT, -- null: never
  revoked_at TEXT,
  used_on TEXT -- YYYY-MM-DD, the last day
) WITHOUT ROWID;
-- A name means one token, so that it can be revoked by it; a revoked one leaves its name.
CREATE UNIQUE INDEX IF NOT EXISTS tokens_by_name ON tokens (name) WHERE revoked_at IS NULL;
