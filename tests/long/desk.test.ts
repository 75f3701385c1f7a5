import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import type { Frame } from "../../src/admin-api/frame.ts";
import type { Health, Overview } from "../../src/admin-api/health.ts";
import type { Terms } from "../../src/admin-api/terms.ts";
import worker from "../../worker/index.ts";
import { haveBrowser } from "../support/app.ts";
import { draftPost, havePosts, pageText, term, visit } from "../support/blog.ts";
import { Writer } from "../support/desk.ts";

type Someone = Awaited<ReturnType<typeof haveBrowser>>;
let owner: Someone;

beforeAll(async () => {
  const [zug, bahn, reisen, essen] = ["Zug", "Bahn", "Reisen", "Essen"].map(term);
  await havePosts(
    draftPost("one", { tags: [zug as never], categories: [reisen as never] }),
    draftPost("two", { tags: [zug, bahn] as never, categories: [essen as never] }),
    draftPost("ueber", { kind: "page", path: "/ueber/", title: "Über" }),
    draftPost("kontakt", { kind: "page", path: "/kontakt/", title: "Kontakt" }),
  );
  owner = await haveBrowser("owner");
});

const read = async <To>(response: Response | Promise<Response>): Promise<To> =>
  (await response).json<To>();

test("a tag gets another name in every post and page", async () => {
  const { tags } = await read<Terms>(owner.put("/api/terms/tags/zug", { name: "Züge" }));
  expect(tags).toContainEqual({ slug: "zug", name: "Züge", posts: 2 });
  expect(await pageText("/2010/03/one/")).toContain("Züge");
  expect(await pageText("/tags/zug/")).toContain("Züge");
});

test("one tag becomes another: its posts go there, and its address leads there", async () => {
  await owner.post("/api/terms/tags/zug/merge", { into: "bahn" });
  expect((await visit("/tags/zug/")).headers.get("Location")).toContain("/tags/bahn/");
  const page = await pageText("/tags/bahn/");
  expect(page).toContain("/2010/03/one/");
  expect(page).toContain("/2010/03/two/");
  expect(await pageText("/2010/03/one/")).toMatch(/tags\/bahn\/.*Bahn/s);
  expect((await owner.post("/api/terms/tags/bahn/merge", { into: "bahn" })).status).toBe(422);
  expect((await owner.post("/api/terms/tags/nope/merge", { into: "bahn" })).status).toBe(404);
});

test("a category moves below another, with its posts, and never below itself", async () => {
  const below = { name: "Essen", description: "Was es gab", parent: "reisen" };
  expect((await owner.put("/api/terms/categories/essen", below)).status).toBe(200);
  expect(await pageText("/categories/reisen/")).toContain("/2010/03/two/");
  expect(await pageText("/categories/essen/")).toContain("Was es gab");
  const circle = { name: "Reisen", description: "", parent: "essen" };
  expect(await read(owner.put("/api/terms/categories/reisen", circle))).toMatchObject({
    ...{ field: "parent", reason: "circle" },
  });
  await owner.delete("/api/terms/categories/reisen");
  expect((await visit("/categories/reisen/")).status).toBe(404);
  expect((await visit("/2010/03/one/")).status).toBe(200);
  const { categories } = await read<Terms>(owner.get("/api/terms"));
  expect(categories).toEqual([expect.objectContaining({ slug: "essen", parent: null, posts: 1 })]);
});

test("navigation, sidebar and blogroll are set, and every page shows them", async () => {
  const before = await read<Frame>(owner.get("/api/frame"));
  expect(before.navigation.map(({ title }) => title)).toEqual(["Kontakt", "Über"]);
  const turned = before.navigation.toReversed().map(({ id }, at) => ({ id, shown: at === 0 }));
  const text = { kind: "text", title: "Gruß", markdown: "Ein **Wort**<script>alert(1)</script>" };
  const link = {
    title: "Nachbarin",
    url: "https://nachbarin.test/",
    feedUrl: null,
    description: "",
  };
  const sidebar = [text, { kind: "blogroll" }];
  const set = { navigation: turned, sidebar, blogroll: [link] };
  const after = await read<Frame>(owner.put("/api/frame", set));
  expect(after.navigation.map(({ title, shown }) => [title, shown])).toEqual([
    ["Über", true],
    ["Kontakt", false],
  ]);
  const page = await pageText("/");
  expect(page).toContain("Ein <strong>Wort</strong>");
  expect(page).not.toContain("<script>alert");
  expect(page).toContain("https://nachbarin.test/");
  expect(page).not.toContain('href="/kontakt/"');
  const wrong = { ...link, url: "javascript:alert(1)" };
  expect((await owner.put("/api/frame", { blogroll: [wrong] })).status).toBe(422);
  const nowhere = [{ kind: "category", slug: "nope" }];
  expect((await owner.put("/api/frame", { sidebar: nowhere })).status).toBe(422);
});

test("the overview says what is scheduled, unfinished and wrong", async () => {
  const writer = await new Writer(owner).begin({ title: "Später", markdown: "x" });
  await writer.publish({}, { status: "scheduled", date: "2999-01-01 10:00" });
  const draft = await new Writer(owner).begin({ title: "Angefangen" });
  await draft.save({});
  const overview = await read<Overview>(owner.get("/api/overview"));
  expect(overview).toMatchObject({
    scheduled: [{ title: "Später" }],
    drafts: [{ title: "Angefangen" }],
  });
  expect(overview.warnings.map(({ code }) => code)).toEqual(["imprint", "cron"]);
});

test("cron's heartbeat is seen, and a dead letter is sent again or let go", async () => {
  const context = { waitUntil: () => {} } as unknown as ExecutionContext;
  const scheduledTime = Date.now();
  await worker.scheduled?.({ scheduledTime } as ScheduledController, env as never);
  const outcome: string[] = [];
  const dead = (id: string) =>
    ({
      id,
      body: { kind: "mail", id: 1 },
      ack: () => outcome.push("ack"),
      retry: () => {},
    }) as never;
  const batch = { queue: "randnotiz-dead", messages: [dead("m1"), dead("m2"), dead("m1")] };
  await worker.queue?.(batch as never, env as never, context);
  expect(outcome).toEqual(["ack", "ack", "ack"]);
  const health = await read<Health>(owner.get("/api/health"));
  expect(health.cron.late).toBe(false);
  expect(health.dead.map(({ id, queue, kind }) => [id, queue, kind])).toEqual([
    ["m1", "jobs", "mail"],
    ["m2", "jobs", "mail"],
  ]);
  expect(health.bindings).toEqual({
    ...{ d1: expect.any(Number), kv: expect.any(Number), r2: expect.any(Number) },
  });
  expect((await owner.post("/api/health/dead/m1", { action: "discard" })).status).toBe(204);
  expect((await owner.post("/api/health/dead/m2", { action: "retry" })).status).toBe(204);
  expect((await owner.post("/api/health/dead/m2", { action: "retry" })).status).toBe(404);
});

test("the button that rebuilds caches makes another history of them", async () => {
  const generation = () => env.DB.prepare("SELECT generation FROM caches").first("generation");
  const before = await generation();
  expect((await owner.post("/api/health/rebuild")).status).toBe(204);
  expect(await generation()).not.toBe(before);
});
