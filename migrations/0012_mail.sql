-- Being told by mail. What is owed to somebody is a row of the outbox until it was sent; what the mail says is read when it is sent.
ALTER TABLE outbox ADD COLUMN key TEXT; -- 'owner:ADDRESS', 'answers:COMMENT', 'confirm:ADDRESS', 'person:ID'; null for what may stand there twice
ALTER TABLE outbox ADD COLUMN due_at TEXT; -- not before
ALTER TABLE outbox ADD COLUMN asked INTEGER NOT NULL DEFAULT 1; -- how often it was owed since it was claimed last
ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0; -- that the mail service refused
ALTER TABLE outbox ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0; -- of a try of which nobody knows how it ended
ALTER TABLE outbox ADD COLUMN claimed_at TEXT; -- somebody is sending it since then
ALTER TABLE outbox ADD COLUMN claimed_by TEXT; -- random: whose claim it is
ALTER TABLE outbox ADD COLUMN message_id TEXT; -- the same each time it is sent
CREATE UNIQUE INDEX IF NOT EXISTS outbox_by_key ON outbox (key) WHERE key IS NOT NULL;
-- Cron asks what is due.
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (due_at) WHERE queue = 'jobs';

-- When somebody was told last, by the same keys: nobody is told too often.
CREATE TABLE IF NOT EXISTS mailed (
  key TEXT PRIMARY KEY,
  at TEXT NOT NULL
) WITHOUT ROWID;

-- Who wants to hear of answers to their comment. Nobody is told before the address was confirmed.
CREATE TABLE IF NOT EXISTS subscriptions (
  comment_id INTEGER PRIMARY KEY REFERENCES comments (id) ON DELETE CASCADE,
  email TEXT NOT NULL, -- in lower case
  consent TEXT NOT NULL, -- the version of the sentence beside the box that was ticked
  created_at TEXT NOT NULL,
  asked_at TEXT, -- when the mail with the link to confirm was sent
  confirmed_at TEXT,
  told INTEGER NOT NULL -- the highest number of an answer that they know of
);
CREATE INDEX IF NOT EXISTS subscriptions_by_email ON subscriptions (email);
-- Retention asks which were never confirmed.
CREATE INDEX IF NOT EXISTS subscriptions_waiting ON subscriptions (created_at) WHERE confirmed_at IS NULL;

-- Who asked by mail for what is stored about them: so that no address stands in a link. One link a day to an address.
CREATE TABLE IF NOT EXISTS persons (
  email TEXT PRIMARY KEY, -- in lower case
  id TEXT NOT NULL UNIQUE, -- random
  created_at TEXT NOT NULL
) WITHOUT ROWID;

-- One row, made when it is needed first. It signs the links in mails, and leaves the database in no export of ours.
CREATE TABLE IF NOT EXISTS signing_keys (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret TEXT NOT NULL, -- 32 random bytes, base64url
  created_at TEXT NOT NULL
);
