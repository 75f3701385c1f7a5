-- What authors see of the blog at work.
CREATE TABLE IF NOT EXISTS heartbeat (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at TEXT NOT NULL -- when cron ran last
);

-- Messages that failed too often; an author decides about them.
CREATE TABLE IF NOT EXISTS dead_letters (
  id TEXT PRIMARY KEY, -- the message's
  queue TEXT NOT NULL CHECK (queue IN ('refresh', 'jobs')),
  body TEXT NOT NULL, -- JSON
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS dead_letters_latest ON dead_letters (at);

-- Figures: sums of a day (UTC), as isolates counted them. Nobody is in them.
CREATE TABLE IF NOT EXISTS reads (
  day TEXT NOT NULL,
  path TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, path)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS subscribers (
  day TEXT NOT NULL,
  feed TEXT NOT NULL, -- the feed's path
  reader TEXT NOT NULL, -- what a feed reader calls itself
  count INTEGER NOT NULL, -- of subscribers, as it says
  PRIMARY KEY (day, feed, reader)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS referrers (
  day TEXT NOT NULL,
  host TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, host)
) WITHOUT ROWID;
-- Messages with figures that were taken in, so that one that comes twice counts once.
CREATE TABLE IF NOT EXISTS figures_taken (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS figures_taken_of_day ON figures_taken (day);
