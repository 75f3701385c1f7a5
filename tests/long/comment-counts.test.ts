import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { moderateComments } from "../../worker/content/comments/moderate.ts";
import { draftPost, havePosts } from "../support/blog.ts";
import { decide, leave, NOW, setRules } from "../support/talk.ts";

const { DB } = env;

beforeAll(async () => {
  await havePosts(draftPost("hello"), draftPost("other"));
  await setRules({ hold: "all" });
});

/** What the counts say, and what counting anew says. */
async function counts(): Promise<unknown> {
  const { results } = await DB.prepare(
    `SELECT p.comment_count AS said, (SELECT count(*) FROM comments c WHERE c.post_id = p.id AND c.status = 'approved') AS found
     FROM posts p UNION ALL SELECT parent.replies, (SELECT count(*) FROM comments r WHERE r.parent_id = parent.id
       AND r.status = 'approved') FROM comments parent`,
  ).all<{ said: number; found: number }>();
  return results.filter(({ said, found }) => said !== found);
}

test("counts follow every decision, of many at once, and again", async () => {
  const ids: string[] = [];
  for (let at = 0; at < 12; at++) {
    const post = at % 3 === 0 ? "/2010/03/other/" : "/2010/03/hello/";
    const parent = at > 6 && at % 3 !== 0 ? ids[at % 3] : "";
    const { id } = await leave({ text: `Nummer ${at}, und dazu`, post, parent });
    ids.push(id);
    if (at === 3) await decide("approve", ...ids);
  }
  const steps = ["approve", "approve", "spam", "approve", "hold", "trash", "approve"] as const;
  for (const [at, step] of steps.entries()) {
    await decide(step, ...ids.slice(at % 4));
    expect(await counts(), `${step} ${at}`).toEqual([]);
  }
  const { n } = (await DB.prepare("SELECT sum(comment_count) AS n FROM posts").first<{
    n: number;
  }>()) as { n: number };
  expect(n).toBeGreaterThan(5);
});

test("deciding about one comment of thousands reads no more than about one of few", async () => {
  const { id } = await leave({ text: "Einer unter vielen" });
  await DB.prepare(
    `INSERT INTO comments (public_id, post_id, status, number, name, format, source, html, excerpt, created_at, updated_at)
     SELECT 'm' || value, (SELECT id FROM posts WHERE slug = 'hello'), 'approved', 1000 + value, 'N', 'html', '', '', '',
       '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z' FROM json_each(?1)`,
  )
    .bind(JSON.stringify([...Array(5_000).keys()]))
    .run();
  let rows = 0;
  const db = new Proxy(DB, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name !== "batch") return value.bind(target);
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements);
        for (const { meta } of results) rows += meta.rows_read;
        return results;
      };
    },
  });
  await moderateComments(db, [id], "approve", { now: NOW() });
  expect(rows).toBeGreaterThan(10);
  // The sidebar's latest comments are among them, of whatever post.
  expect(rows).toBeLessThan(1_500);
});
