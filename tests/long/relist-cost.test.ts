import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { PostDraft, Statements } from "../../worker/db/write/drafts.ts";
import { relist } from "../../worker/db/write/relist.ts";
import { insertPost } from "../../worker/db/write/save.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { updatePost, withdrawPost } from "../../worker/db/write/update.ts";
import { draftPost } from "../support/blog.ts";
import { haveManyComments, haveManyPosts } from "../support/many.ts";

const db = env.DB;

/** Rows that a batch reads and writes, indexes included, as D1 would bill them. */
async function costOf(statements: Statements): Promise<{ read: number; written: number }> {
  const results = await db.batch(statements);
  const sum = (name: "rows_read" | "rows_written") =>
    results.reduce((total, { meta }) => total + meta[name], 0);
  return { read: sum("rows_read"), written: sum("rows_written") };
}

/** A post in six lists: the front page, its author's, its month's, two tags' and a category's. */
const post = (slug: string, publishedAt: string): PostDraft =>
  draftPost(slug, {
    publishedAt,
    tags: [0, 7].map((number) => ({ slug: `tag-${number}`, name: `Tag ${number}` })),
    categories: [{ slug: "alles", name: "Alles" }],
  });

const publish = (draft: PostDraft) =>
  costOf([...insertPost(db, draft), ...relist(db, [draft.guid])]);

describe.each([100, 10_000])("in a blog of %i posts", (posts) => {
  const newest = post("neu", "2026-03-01T08:00:00Z");

  beforeAll(async () => {
    await haveManyPosts(posts);
    await haveManyComments(Math.ceil(posts / 2), 250);
    await publish(post("vorher", "2026-02-01T08:00:00Z"));
  });

  test("the site row costs what it shows", async () => {
    const { read } = await costOf([updateSite(db)]);
    expect(read).toBeLessThanOrEqual(380);
  });

  test("a new post costs its own places", async () => {
    const { read, written } = await publish(newest);
    expect(read).toBeLessThanOrEqual(760);
    expect(written).toBeLessThanOrEqual(55);
  });

  test("a new title moves nothing", async () => {
    const edited = { ...newest, title: "Neuer Titel", updatedAt: "2026-04-01T08:00:00Z" };
    const { read, written } = await costOf([
      ...updatePost(db, 1, edited),
      ...relist(db, [newest.guid]),
    ]);
    expect(read).toBeLessThanOrEqual(590);
    expect(written).toBeLessThanOrEqual(20);
  });

  test("the newest post leaves with its own places", async () => {
    const { read, written } = await costOf([
      withdrawPost(db, newest.guid, 2),
      ...relist(db, [newest.guid]),
    ]);
    expect(read).toBeLessThanOrEqual(790);
    expect(written).toBeLessThanOrEqual(38);
  });

  test("a post that passes another in the middle finds its place in few rows", async () => {
    const [middle, other] = [posts / 2, posts / 2 + 2];
    const sql = `UPDATE posts SET published_at = (SELECT published_at FROM posts WHERE id = ?2)
      WHERE id = ?1`;
    const { read, written } = await costOf([
      db.prepare(sql).bind(middle, other),
      ...relist(db, [`urn:many:${middle}`]),
    ]);
    expect(read).toBeLessThanOrEqual(1_300);
    expect(written).toBeLessThanOrEqual(60);
  });

  test("a post with an old date moves what is newer, once in each list", async () => {
    const newer = 50;
    const old = await db
      .prepare("SELECT published_at AS date FROM posts WHERE id = ?1")
      .bind(posts - newer)
      .first<{ date: string }>();
    const { read, written } = await publish(post("alt", old?.date ?? ""));
    expect(read).toBeLessThanOrEqual(2_000);
    // A row and its index, in four lists that hold all posts, in the month's, and in the sitemap.
    expect(written).toBeLessThanOrEqual(55 + newer * 6 * 2);
  });
});
