import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { compose, sharedBy, sharedWith } from "../../worker/cache/compose.ts";
import { type CachedPage, isFresh } from "../../worker/cache/entry.ts";
import type { FreshPage } from "../../worker/cache/ladder.ts";
import { SITE_KEY, type SiteEntry } from "../../worker/cache/site-entry.ts";
import { changePosts } from "../../worker/db/write/changes.ts";
import type { PostDraft } from "../../worker/db/write/drafts.ts";
import { relist } from "../../worker/db/write/relist.ts";
import { insertCategory, insertTag } from "../../worker/db/write/save.ts";
import { clearPaths, type Move, redirectMoves, updatePost } from "../../worker/db/write/update.ts";
import { countText } from "../../worker/handlers/render.tsx";
import { draftComment, draftPost, haveComments, havePosts, term } from "../support/blog.ts";
import { approve, consume, noMemory, portsOf } from "../support/cache.ts";
import { edits } from "../support/edits.ts";
import { ORIGIN } from "../support/house.ts";
import { randomOf } from "../support/model/clock.ts";

const WRITES = 100;
const SEED = 1;
const TERMS = ["t1", "t2", "t3"].map((tag) => `/tags/${tag}/`);
const CATEGORIES = ["k0", "k1", "k2"].map((name) => `/categories/${name}/`);
const AUTHORS = ["anna", "bob"].map((name) => `/authors/${name}/`);
const MONTHS = ["2010", "2011", "2012"].flatMap((year) =>
  ["", "01/", "02/", "03/", "04/"].map((month) => `/${year}/${month}`),
);
const LISTS = [...TERMS, ...CATEGORIES, ...AUTHORS];
const PATHS = [
  ...["/", "/page/2/", "/feed.xml", "/comments/feed.xml", "/subscribe/", "/archive/", "/tags/"],
  ...["/sitemap.xml", "/opensearch.xml", ...MONTHS, ...LISTS],
  ...LISTS.map((list) => `${list}feed.xml`),
];

const now = () => `${new Date().toISOString().slice(0, 19)}Z`;

async function haveBlog(): Promise<Map<string, PostDraft>> {
  const posts = Array.from({ length: 13 }, (_, n) =>
    draftPost(`p${n}`, {
      publishedAt: `20${10 + (n % 3)}-0${1 + (n % 4)}-1${n % 9}T10:00:00Z`,
      tags: [term(`t${1 + (n % 3)}`)],
      categories: [term(`k${1 + (n % 2)}`)],
    }),
  );
  const pages = [0, 1, 2].map((n) => draftPost(`s${n}`, { kind: "page", path: `/s${n}/` }));
  await env.DB.batch([
    ...["t1", "t2", "t3"].map((tag) => insertTag(env.DB, term(tag))),
    ...["k0", "k1", "k2"].map((name, at) =>
      insertCategory(env.DB, { ...term(name), parent: at > 0 ? `k${at - 1}` : null }),
    ),
  ]);
  await havePosts(...posts, ...pages, draftPost("bob0", { author: "bob", status: "draft" }));
  const parent = "(SELECT id FROM posts WHERE slug = 's0')";
  await env.DB.prepare(`UPDATE posts SET parent_id = ${parent} WHERE slug IN ('s1', 's2')`).run();
  await haveComments(...["p1", "p5", "s1"].map((slug) => draftComment(slug, `Wort ${slug}`)));
  return new Map([...posts, ...pages].map((post) => [post.slug, post]));
}

/** Writes posts as publishing does. */
async function write(before: readonly PostDraft[], after: readonly PostDraft[]): Promise<void> {
  const { DB } = env;
  const guids = after.map(({ guid }) => guid);
  const moves = after.flatMap((post, at): Move[] => {
    const old = before[at] as PostDraft;
    return old.path === post.path
      ? []
      : [{ guid: post.guid, from: old.path, to: post.path, public: true }];
  });
  const versions = await DB.prepare("SELECT guid, version FROM posts").all<{
    guid: string;
    version: number;
  }>();
  const version = new Map(versions.results.map((row) => [row.guid, row.version]));
  const change = changePosts(DB, guids, { now: now(), gone: true });
  await DB.batch([
    ...[...change.before, clearPaths(DB, moves)],
    ...after.flatMap((post) => updatePost(DB, version.get(post.guid) ?? 0, post)),
    ...redirectMoves(DB, { moves, paths: after.map(({ path }) => path), now: now() }),
    ...[...relist(DB, guids), ...change.after],
  ]);
}

/** Renders everything, and says where something else counts as fresh. */
async function compare(
  cached: Map<string, CachedPage>,
  paths: Iterable<string>,
): Promise<string[]> {
  await env.DB.batch([
    env.DB.prepare("UPDATE caches SET put_at = ''"),
    ...["outbox", "kv_writes"].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  ]);
  await consume([{ kind: "check" }], { memory: noMemory() });
  const site = (await env.CACHE.get<SiteEntry>(SITE_KEY, "json")) as SiteEntry;
  const faults: string[] = [];
  for (const path of paths) {
    const rendered = await portsOf().render(ORIGIN, path);
    const fresh = "page" in rendered ? rendered.page : null;
    const old = cached.get(path);
    if (old && isFresh(old, site, Date.now())) {
      const shown = textOf(compose(old, sharedBy(site), countText).body);
      if (shown !== wholeText(fresh)) faults.push(path);
    }
    if (fresh) cached.set(path, fresh);
    else cached.delete(path);
  }
  return faults;
}

const wholeText = (page: FreshPage | null): string | null =>
  page && textOf(compose(page, sharedWith(page.sidebar), countText).body);

/** Without the numbers of comments in feeds, which are as of their rendering. */
const textOf = (body: Uint8Array): string =>
  new TextDecoder().decode(body).replace(/slash:comments>\d+/g, "");

test(`whatever is written, a page that counts as fresh is the newest: seed ${SEED}`, async () => {
  const random = randomOf(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const posts = await haveBlog();
  const cached = new Map<string, CachedPage>();
  const paths = new Set(PATHS);
  for (let at = 0; at < WRITES; at++) {
    const slugs = [...new Set([pick([...posts.keys()]), pick([...posts.keys()])])];
    const before = slugs.map((slug) => posts.get(slug) as PostDraft);
    const after = before.map((post) => {
      const edited = { ...post, ...pick(edits(pick))(post, at) };
      const taken = [...posts.values()].some(
        ({ guid, path }) => path === edited.path && guid !== post.guid,
      );
      return taken ? post : edited;
    });
    const distinct = new Set(after.map(({ path }) => path)).size === after.length;
    if (random() < 0.15) await approve(draftComment(slugs[0] as string, `Neu ${at}`));
    else if (distinct) {
      await write(before, after);
      for (const post of after) posts.set(post.slug, post);
    }
    for (const { path } of posts.values()) paths.add(path).add(`${path}feed.xml`);
    expect(await compare(cached, paths), `write ${at}: ${slugs}`).toEqual([]);
  }
}, 180_000);
