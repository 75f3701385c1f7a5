import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { PostDraft, Statements } from "../../worker/db/write/drafts.ts";
import { rebuild } from "../../worker/db/write/rebuild.ts";
import { relist } from "../../worker/db/write/relist.ts";
import { insertAuthor, insertCategory, insertPost, insertTag } from "../../worker/db/write/save.ts";
import { setSetting } from "../../worker/db/write/settings.ts";
import { updatePost, withdrawPost } from "../../worker/db/write/update.ts";
import { draftPost, term } from "../support/blog.ts";
import { Chance } from "../support/random.ts";

const db = env.DB;

/** Everything that follows from the posts, as it is in the tables. */
const DUMPS = [
  "SELECT * FROM lists ORDER BY list, position",
  "SELECT * FROM counts ORDER BY list",
  "SELECT * FROM sitemap ORDER BY position",
  "SELECT slug, posts, position FROM tags ORDER BY slug",
  "SELECT slug, posts FROM categories ORDER BY slug",
  "SELECT slug, posts FROM authors ORDER BY slug",
  "SELECT json FROM site",
];

const TAGS = ["Apfel", "apfel", "Birne", "birne 2", "Zimt", "Öl", "Ahorn"].map((name, at) => ({
  slug: `t${at}`,
  name,
}));
/** One below the other, and one beside them. */
const CATEGORIES = ["Welt", "Europa", "Berlin", "Sport"].map(term);
const AUTHORS = ["anna", "ben", "cleo"] as const;
const STATES = ["published", "published", "published", "unlisted", "draft", "private"] as const;

interface Kept {
  readonly version: number;
  readonly draft: PostDraft;
}

beforeEach(async () => {
  const tables = ["posts", "tags", "categories", "authors", "settings", "site"];
  const parents = [null, "welt", "europa", null];
  await db.batch([
    ...tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
    ...AUTHORS.map((slug) => insertAuthor(db, { slug, name: slug })),
    ...TAGS.map((tag) => insertTag(db, tag)),
    ...CATEGORIES.map((one, at) => insertCategory(db, { ...one, parent: parents[at] ?? null })),
    setSetting(db, "sidebar", [
      { kind: "category", slug: "welt" },
      { kind: "categories" },
      { kind: "tags" },
      { kind: "archive" },
    ]),
    ...rebuild(db),
  ]);
});

/** A post at random; four days and two hours, so that many share a moment. */
function randomPost(chance: Chance, name: number, before?: PostDraft): PostDraft {
  const year = chance.pick(["2009", "2010", "2010"]);
  const day = `${year}-0${1 + chance.below(2)}-0${1 + chance.below(2)}`;
  const publishedAt =
    before?.publishedAt && chance.oneIn(2)
      ? before.publishedAt
      : `${day}T1${chance.below(2)}:00:00Z`;
  const fresh = draftPost(`p${name}`, {
    ...{ publishedAt, status: chance.pick(STATES), author: chance.pick(AUTHORS) },
    ...{ kind: chance.oneIn(6) ? "page" : "post", sticky: chance.oneIn(4) },
    ...{ tags: chance.some(TAGS), categories: chance.some(CATEGORIES) },
    ...{
      path: `/${name}/${chance.below(1_000)}/`,
      updatedAt: `2011-01-01T00:00:0${chance.below(9)}Z`,
    },
  });
  if (!before || chance.oneIn(3)) return fresh;
  const keys = ["tags", "categories", "author", "status", "kind", "sticky", "path", "updatedAt"];
  const changed = Object.fromEntries(
    chance.some(keys).map((key) => [key, fresh[key as keyof PostDraft]]),
  );
  const localDate = publishedAt.slice(0, 10);
  return { ...before, ...changed, title: `T${chance.below(99)}`, publishedAt, localDate };
}

/** One to three posts at once: new ones, changed ones, and such that leave. */
function randomWrite(chance: Chance, posts: Kept[]): { guids: string[]; writes: Statements } {
  const places = new Set(Array.from({ length: 1 + chance.below(3) }, () => chance.below(14)));
  const guids: string[] = [];
  const writes = [...places].flatMap((place): Statements => {
    const kept = posts[place];
    const draft = randomPost(chance, kept ? place : posts.length, kept?.draft);
    guids.push(draft.guid);
    if (!kept) {
      posts.push({ version: 1, draft });
      return insertPost(db, draft);
    }
    const leaves = chance.oneIn(5);
    const after = leaves ? { ...kept.draft, status: "draft" as const } : draft;
    posts[place] = { version: kept.version + 1, draft: after };
    if (leaves) return [withdrawPost(db, draft.guid, kept.version)];
    return updatePost(db, kept.version, draft);
  });
  return { guids, writes };
}

const dump = () => DUMPS.map((sql) => db.prepare(sql));

/** The tables after the statements, and after they are made anew. */
async function bothWays(statements: Statements): Promise<{ relisted: unknown; rebuilt: unknown }> {
  const results = await db.batch([...statements, ...dump(), ...rebuild(db), ...dump()]);
  const rows = results.map((result) => result.results);
  const first = statements.length;
  return { relisted: rows.slice(first, first + DUMPS.length), rebuilt: rows.slice(-DUMPS.length) };
}

describe("after each write the tables are what making them anew gives", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => seed * 7919))("seed %i", async (seed) => {
    const chance = new Chance(seed);
    const posts: Kept[] = [];
    for (let step = 1; step <= 40; step++) {
      const { guids, writes } = randomWrite(chance, posts);
      const { relisted, rebuilt } = await bothWays([...writes, ...relist(db, guids)]);
      expect(relisted, `seed ${seed}, step ${step}: ${guids.join(" ")}`).toEqual(rebuilt);
    }
    expect(posts.length).toBeGreaterThan(10);
    expect(await db.prepare("SELECT * FROM shifts").first()).toBeNull();
  });
});

test("a post stands in its author's, its month's and its tags' lists, and in those above its category", async () => {
  const tags = TAGS.slice(0, 1);
  const draft = draftPost("hallo", { tags, categories: [term("Berlin")], sticky: true });
  const named = `SELECT coalesce(
      (SELECT slug FROM tags WHERE 'tag:' || id = list), (SELECT slug FROM authors WHERE 'author:' || id = list),
      (SELECT slug FROM categories WHERE 'category:' || id = list), list) AS name
    FROM lists ORDER BY name`;
  const written = [...insertPost(db, draft), ...relist(db, [draft.guid]), db.prepare(named)];
  const names = (await db.batch<{ name: string }>(written)).at(-1)?.results;
  expect(names?.map(({ name }) => name)).toEqual([
    "anna",
    "berlin",
    "europa",
    "front",
    "month:2010-03",
    "sticky",
    "t0",
    "welt",
  ]);
});
