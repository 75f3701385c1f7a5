/** The posts that were written: their guids are bound to ?1 as one JSON array. */
export const GIVEN = "guid IN (SELECT value FROM json_each(?1))";

/**
 * Common table expressions, for behind WITH RECURSIVE, that end in `memberships (list, post_id, published_at)`: which lists
 * the listed posts stand in. A post of a category stands in the lists of its ancestors too. `which` is a condition on the
 * posts; SQLite would not carry it into a view with a recursion inside, hence no view.
 */
export const membershipsOf = (which: string): string => `
  listed AS (
    SELECT id, author_id, local_date, sticky, published_at FROM listed_posts WHERE kind = 'post' AND ${which}
  ),
  above (post_id, published_at, category_id) AS (
    SELECT p.id, p.published_at, pc.category_id FROM listed p CROSS JOIN post_categories pc ON pc.post_id = p.id
    UNION
    SELECT a.post_id, a.published_at, c.parent_id FROM above a JOIN categories c ON c.id = a.category_id
    WHERE c.parent_id IS NOT NULL
  ),
  memberships (list, post_id, published_at) AS (
    SELECT own.value, p.id, p.published_at
    FROM listed p CROSS JOIN json_each(json_array('front', 'author:' || p.author_id,
      'month:' || substr(p.local_date, 1, 7), CASE p.sticky WHEN 1 THEN 'sticky' END)) own
    WHERE own.value IS NOT NULL
    UNION ALL
    SELECT 'tag:' || t.tag_id, p.id, p.published_at FROM listed p CROSS JOIN post_tags t ON t.post_id = p.id
    UNION ALL
    SELECT 'category:' || category_id, post_id, published_at FROM above
  )`;

/** The same for the sitemap, which also holds the static pages. */
export const addressesOf = (which: string): string => `
  memberships (list, post_id, published_at) AS (
    SELECT 'sitemap', id, published_at FROM listed_posts WHERE ${which}
  )`;
