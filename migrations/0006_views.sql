-- The one gate for visibility. No clock in a view: a scheduled post is public when cron has published it.
CREATE VIEW IF NOT EXISTS public_posts AS
  SELECT * FROM posts WHERE status IN ('published', 'unlisted');

CREATE VIEW IF NOT EXISTS listed_posts AS
  SELECT * FROM posts WHERE status = 'published';

-- A removed comment that has replies stays as an empty row, so that the thread keeps its shape and its numbers.
CREATE VIEW IF NOT EXISTS public_comments AS
  SELECT c.id, c.public_id, c.post_id, c.parent_public_id, c.parent_number, c.number, c.created_at, c.updated_at,
    c.replies,
    c.status <> 'approved' AS removed,
    CASE c.status WHEN 'approved' THEN c.kind ELSE 'comment' END AS kind,
    CASE c.status WHEN 'approved' THEN c.name ELSE '' END AS name,
    CASE c.status WHEN 'approved' THEN c.url END AS url,
    CASE c.status WHEN 'approved' THEN c.author_id END AS author_id,
    CASE c.status WHEN 'approved' THEN c.title END AS title,
    CASE c.status WHEN 'approved' THEN c.html ELSE '' END AS html,
    CASE c.status WHEN 'approved' THEN c.excerpt ELSE '' END AS excerpt,
    CASE c.status WHEN 'approved' THEN c.lang END AS lang,
    CASE c.status WHEN 'approved' THEN c.quote END AS quote,
    CASE c.status WHEN 'approved' THEN c.quote_prefix END AS quote_prefix,
    CASE c.status WHEN 'approved' THEN c.quote_suffix END AS quote_suffix,
    CASE c.status WHEN 'approved' THEN c.note_block END AS note_block,
    CASE c.status WHEN 'approved' THEN c.edited_at END AS edited_at
  FROM comments c JOIN public_posts p ON p.id = c.post_id
  WHERE c.number IS NOT NULL AND (c.status = 'approved' OR c.replies > 0);

CREATE VIEW IF NOT EXISTS listed_comments AS
  SELECT c.id, c.public_id, c.post_id, c.parent_public_id, c.parent_number, c.number, c.created_at, c.updated_at,
    c.kind, c.name, c.url, c.author_id, c.title, c.html, c.excerpt, c.lang,
    p.guid AS post_guid, p.path AS post_path, p.title AS post_title, p.lang AS post_lang
  FROM comments c JOIN listed_posts p ON p.id = c.post_id
  WHERE c.status = 'approved';

-- For the comment feed: those of the newest 24 approved that may be listed, so that a storm below an unlisted post makes the
-- feed shorter and not dearer. The lower bound makes a range of the index out of what would be a scan.
CREATE VIEW IF NOT EXISTS latest_comments AS
  SELECT listed.* FROM
    (SELECT id FROM comments WHERE status = 'approved' AND created_at > '' ORDER BY created_at DESC, id DESC LIMIT 24) newest
    JOIN listed_comments listed ON listed.id = newest.id;
