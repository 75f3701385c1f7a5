import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { PostDraft } from "../../worker/db/write/drafts.ts";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import worker from "../../worker/index.ts";
import {
  draftComment,
  draftPost,
  haveComments,
  havePosts,
  pageText,
  term,
  visit,
} from "../support/blog.ts";

/** Every address that lists something, and those of the posts themselves. */
const LISTS = [
  ...[
    "/",
    "/feed.xml",
    "/archive/",
    "/2010/",
    "/2010/03/",
    "/tags/",
    "/subscribe/",
    "/search/?q=offen",
    "/sitemap.xml",
    "/sitemap-1.xml",
  ],
  ...["/authors/anna/", "/tags/offen/", "/categories/allgemein/", "/2010/03/offen/"],
];
/** Every feed, in every format. */
const FEEDS = [
  "/",
  "/comments/",
  "/2010/03/offen/",
  "/authors/anna/",
  "/tags/offen/",
  "/categories/allgemein/",
].flatMap((base) => ["feed.xml", "atom.xml", "feed.json"].map((file) => base + file));
const STATES = ["draft", "scheduled", "unlisted", "private"] as const;

/** Everything of the post says its canary: title, text, excerpt, tag and category. */
const canary = (status: PostDraft["status"]): PostDraft =>
  draftPost(`kanari-${status}`, {
    ...{ status, title: `KANARI-${status}`, text: `<p>KANARI-${status}</p>`, sticky: true },
    ...{ tags: [term(`KANARI-${status}`)], categories: [term(`KANARI-${status}`)] },
    publishedAt: status === "scheduled" ? "2099-01-01T00:00:00Z" : "2010-03-17T10:12:00Z",
  });

beforeAll(async () => {
  const open = draftPost("offen", { tags: [term("offen")], categories: [term("Allgemein")] });
  await havePosts(open, ...STATES.map(canary));
  await haveComments(
    draftComment("offen", "sichtbar"),
    draftComment("offen", "KANARI-pending", { status: "pending", name: "KANARI-pending" }),
    draftComment("offen", "KANARI-spam", { status: "spam", name: "KANARI-spam" }),
    draftComment("offen", "KANARI-trash", { status: "trash", name: "KANARI-trash" }),
    ...STATES.map((status) => draftComment(`kanari-${status}`, `KANARI-comment-${status}`)),
  );
});

test.each([...LISTS, ...FEEDS])("%s shows nothing that is not listed", async (path) => {
  const response = await visit(path);
  expect(response.status).toBe(200);
  expect(await response.text()).not.toMatch(/KANARI/i);
});

describe.each(STATES)("a post that is %s", (status) => {
  const own = canary(status).path;

  test(
    status === "unlisted" ? "is reached by its path" : "is missing like any other address",
    async () => {
      const response = await visit(own);
      expect(response.status).toBe(status === "unlisted" ? 200 : 404);
      const text = await response.text();
      if (status === "unlisted") expect(text).toContain("KANARI-unlisted");
      else expect(text).toBe(await pageText("/there/is/nothing/here/"));
    },
  );

  test.each(["feed.xml", "atom.xml", "feed.json"])("%s below it is no other", async (file) => {
    const response = await visit(own + file);
    expect(response.status).toBe(status === "unlisted" ? 200 : 404);
    const text = await response.text();
    if (status === "unlisted") expect(text).toContain("KANARI-comment-unlisted");
    else expect(text).toBe(await pageText("/there/is/nothing/here/"));
    expect((await visit(`/tags/kanari-${status}/${file}`)).status).toBe(404);
  });

  test.each(["tags", "categories"])("gives its term no page below /%s/", async (noun) => {
    expect((await visit(`/${noun}/kanari-${status}/`)).status).toBe(404);
  });
});

test("nobody's e-mail address is on any page", async () => {
  for (const path of [...LISTS, ...FEEDS, canary("unlisted").path]) {
    expect(await pageText(path)).not.toContain("secret.test");
  }
});

test("a removed comment with an answer leaves its place and nothing of its text", async () => {
  await haveComments(
    draftComment("offen", "KANARI-removed", { publicId: "gone", name: "KANARI-name" }),
    draftComment("offen", "eine Antwort", { parentPublicId: "gone" }),
  );
  await env.DB.batch([
    env.DB.prepare("UPDATE comments SET status = 'trash' WHERE public_id = 'gone'"),
    ...rebuild(env.DB),
  ]);
  const html = await pageText("/2010/03/offen/");
  expect(html).toContain('id="comment-gone"');
  expect(html).toContain("eine Antwort");
  expect(html).not.toContain("KANARI");
  for (const feed of FEEDS) expect(await pageText(feed)).not.toContain("KANARI");
});

test("cron publishes what is due, once, and leaves the rest", async () => {
  await havePosts(draftPost("bald", { status: "scheduled", publishedAt: "2026-03-01T08:00:00Z" }));
  expect((await visit("/2026/03/bald/")).status).toBe(404);
  const run = (time: string) =>
    worker.scheduled(createScheduledController({ scheduledTime: new Date(time) }), env);
  await run("2026-03-01T07:59:00Z");
  expect((await visit("/2026/03/bald/")).status).toBe(404);
  await Promise.all([run("2026-03-01T08:00:00Z"), run("2026-03-01T08:00:00Z")]);
  expect((await visit("/2026/03/bald/")).status).toBe(200);
  expect(await pageText("/")).toContain("bald");
  expect(await pageText("/")).not.toMatch(/KANARI/i);
});
