-- Who may write: passkeys, sessions, invitations, and who did what. No password, no address of anybody's network.
ALTER TABLE authors ADD COLUMN handle TEXT; -- random, base64url: what authenticators know an author by
CREATE UNIQUE INDEX IF NOT EXISTS authors_by_handle ON authors (handle) WHERE handle IS NOT NULL;

CREATE TABLE IF NOT EXISTS passkeys (
  id TEXT PRIMARY KEY, -- the credential's id, base64url
  author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
  name TEXT NOT NULL, -- what its owner calls it
  public_key TEXT NOT NULL, -- COSE, base64url
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL DEFAULT '[]', -- JSON
  created_at TEXT NOT NULL,
  used_on TEXT -- YYYY-MM-DD, the last day
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS passkeys_of_author ON passkeys (author_id);

-- A token is replaced each day. The next one is valid at once, the last one for a minute after the next was used: so neither a lost
-- answer nor two requests at once throw anybody out.
CREATE TABLE IF NOT EXISTS sessions (
  id TEXT PRIMARY KEY, -- random: what a list calls it
  author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
  passkey_id TEXT NOT NULL REFERENCES passkeys (id) ON DELETE CASCADE,
  hash TEXT NOT NULL UNIQUE, -- SHA-256 of the token
  next_hash TEXT UNIQUE,
  next_at TEXT,
  last_hash TEXT UNIQUE,
  last_until TEXT,
  browser TEXT NOT NULL, -- "Firefox, Linux"
  created_at TEXT NOT NULL,
  renewed_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_of_author ON sessions (author_id);
CREATE INDEX IF NOT EXISTS sessions_of_passkey ON sessions (passkey_id);
CREATE INDEX IF NOT EXISTS sessions_idle ON sessions (seen_at);

-- A link that lets somebody register a passkey, once.
CREATE TABLE IF NOT EXISTS invitations (
  hash TEXT PRIMARY KEY, -- SHA-256 of the link's secret
  id TEXT NOT NULL UNIQUE, -- random: what a list calls it
  kind TEXT NOT NULL CHECK (kind IN ('owner', 'invitation')),
  author_id INTEGER REFERENCES authors (id) ON DELETE CASCADE, -- null: somebody new
  name TEXT, -- of somebody new, where it is known
  role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'author')),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;

-- What was good for one time: challenges and links. The first batch that writes one here wins.
CREATE TABLE IF NOT EXISTS spent (
  hash TEXT PRIMARY KEY,
  until TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS spent_old ON spent (until);

-- What somebody did to who may do what, and to the blog as a whole.
CREATE TABLE IF NOT EXISTS audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author_id INTEGER REFERENCES authors (id) ON DELETE SET NULL, -- null: the command line
  action TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS audit_old ON audit (at);

-- Answers to requests that create something, so that sending one again creates nothing twice.
CREATE TABLE IF NOT EXISTS answered (
  hash TEXT PRIMARY KEY, -- of who asked, the address and the key
  body_hash TEXT NOT NULL,
  answer TEXT, -- JSON; null while it is being worked on
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answered_old ON answered (at);
