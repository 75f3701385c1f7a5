import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { DEFAULTS, type Settings } from "./settings.ts";

/** Makes the one row that every page reads, out of the settings and what the whole blog shares. */
export function updateSite(db: D1Database): D1PreparedStatement {
  return db.prepare(UPDATE_SITE).bind(JSON.stringify(DEFAULTS));
}

/** Lines in a block, and tags in a cloud, whatever the setting asks for. */
const MOST_LINES = 20;
const MOST_TAGS = 60;
/** Comments that are looked at for the lines of the block. */
const MOST_COMMENTS = 200;

const setting = (name: keyof Settings): string =>
  `coalesce((SELECT json_extract(value, '$') FROM settings WHERE name = '${name}'), json_extract(?1, '$.${name}'))`;

/** A JSON array of objects, in the order of the query. */
const array = (object: string, query: string): string =>
  `json((SELECT json_group_array(json_object(${object})) FROM (${query})))`;

/**
 * At most as many rows as the block asks for. SQLite takes no column of an outer query in LIMIT, so a bounded query is
 * counted from outside.
 */
const asMany = (query: string, most: number, usual: number): string =>
  `SELECT * FROM (SELECT *, row_number() OVER () AS place FROM (${query} LIMIT ${most}))
   WHERE place <= coalesce(json_extract(block.value, '$.count'), ${usual})`;

const LINK = "'title', title, 'path', path";

const LATEST_COMMENTS = array(
  `'id', public_id, 'number', number, 'name', name, 'excerpt', excerpt, 'lang', coalesce(lang, post_lang),
   'postTitle', post_title, 'postPath', post_path, 'postLang', post_lang`,
  // A storm of pingbacks, or below an unlisted post, makes the block shorter and not dearer.
  asMany(
    `SELECT listed.* FROM
       (SELECT id FROM comments WHERE status = 'approved' AND created_at > ''
        ORDER BY created_at DESC, id DESC LIMIT ${MOST_COMMENTS}) newest
     CROSS JOIN listed_comments listed ON listed.id = newest.id WHERE listed.kind = 'comment'`,
    MOST_LINES,
    8,
  ),
);

const NEWEST_OF_CATEGORY = array(
  LINK,
  asMany(
    `SELECT p.title, p.path FROM categories c
     JOIN lists l ON l.list = 'category:' || c.id JOIN listed_posts p ON p.id = l.post_id
     WHERE c.slug = json_extract(block.value, '$.slug') ORDER BY l.position DESC`,
    MOST_LINES,
    5,
  ),
);

const TAGS = array(
  "'slug', slug, 'name', name, 'posts', posts",
  `SELECT * FROM (${asMany("SELECT * FROM tags WHERE posts > 0 ORDER BY posts DESC, name", MOST_TAGS, 30)})
   ORDER BY name COLLATE NOCASE`,
);

const CATEGORIES = array(
  "'slug', slug, 'name', name, 'posts', posts, 'parent', parent",
  `SELECT c.slug, c.name, c.posts, p.slug AS parent FROM categories c LEFT JOIN categories p ON p.id = c.parent_id
   WHERE c.posts > 0 ORDER BY c.name COLLATE NOCASE`,
);

const YEARS = array(
  "'year', substr(list, 6), 'posts', posts",
  "SELECT * FROM counts WHERE list >= 'year:' AND list < 'year;' ORDER BY list DESC",
);

const BLOGROLL = array(
  "'title', title, 'url', url, 'description', description",
  "SELECT * FROM links ORDER BY position, title",
);

const BLOCK = `json(CASE json_extract(block.value, '$.kind')
  WHEN 'comments' THEN json_object('kind', 'comments', 'comments', ${LATEST_COMMENTS})
  WHEN 'category' THEN json_object('kind', 'category', 'slug', json_extract(block.value, '$.slug'),
    'title', coalesce(json_extract(block.value, '$.title'),
      (SELECT name FROM categories WHERE slug = json_extract(block.value, '$.slug')), ''),
    'posts', ${NEWEST_OF_CATEGORY})
  WHEN 'categories' THEN json_object('kind', 'categories', 'categories', ${CATEGORIES})
  WHEN 'tags' THEN json_object('kind', 'tags', 'tags', ${TAGS})
  WHEN 'archive' THEN json_object('kind', 'archive', 'years', ${YEARS})
  WHEN 'blogroll' THEN json_object('kind', 'blogroll', 'links', ${BLOGROLL})
  ELSE json(block.value) END)`;

const FOOT = `SELECT value FROM json_each(${setting("footer")})`;

const UPDATE_SITE = `INSERT INTO site (id, json) SELECT 1, json_object(
  'title', ${setting("title")}, 'tagline', ${setting("tagline")},
  'lang', ${setting("lang")}, 'timeZone', ${setting("timeZone")},
  'imprint', json(iif(EXISTS (SELECT 1 FROM listed_posts WHERE kind = 'page' AND slug IN ('impressum', 'imprint')
    AND words > 0 AND instr(source, '⟨') = 0), 'true', 'false')),
  'theme', json((SELECT json_extract(value, '$.style') FROM settings WHERE name = 'theme')),
  'comments', (SELECT json_object('mail', json_extract(comments, '$.mail'), 'night', json_extract(comments, '$.night'))
    FROM (SELECT json_patch(json_extract(?1, '$.comments'), ${setting("comments")}) AS comments)),
  'navigation', ${array(
    LINK,
    `SELECT title, path FROM listed_posts WHERE kind = 'page' AND parent_id IS NULL AND slug NOT IN (${FOOT})
       AND id NOT IN (SELECT value FROM json_each(coalesce(
         (SELECT value FROM settings WHERE name = 'navigationHidden'), '[]')))
     ORDER BY menu_order, title LIMIT 8`,
  )},
  'footer', ${array(LINK, `SELECT title, path FROM listed_posts WHERE kind = 'page' AND slug IN (${FOOT}) ORDER BY title`)},
  'sidebar', json((SELECT json_group_array(${BLOCK}) FROM
    (SELECT value FROM json_each(${setting("sidebar")}) ORDER BY key) block)))
  WHERE true ON CONFLICT (id) DO UPDATE SET json = excluded.json WHERE json <> excluded.json`;
