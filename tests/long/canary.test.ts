import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { routes } from "../../worker/routes.ts";
import { haveBrowser, haveLink } from "../support/app.ts";
import { draftComment, draftPost, haveComments, havePosts, visit } from "../support/blog.ts";
import { consume } from "../support/cache.ts";
import { Writer } from "../support/desk.ts";
import { ORIGIN } from "../support/house.ts";

/** In everything that is not for readers. */
const CANARY = "kanarienwort";
/** Other secrets, each with its name. */
const secrets = new Map<string, string>();
const hidden: string[] = [];
let unlisted = "";
let cookie = "";

const BEGINNINGS = [
  ...["/", "/feed.xml", "/atom.xml", "/feed.json", "/comments/feed.xml", "/comments/atom.xml"],
  ...["/comments/feed.json", "/podcast.xml", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt"],
  ...["/opensearch.xml", "/site.webmanifest", "/.well-known/security.txt", "/archive/", "/tags/"],
  ...["/subscribe/", "/search/?q=offen", "/search/", "/categories/spalte/", "/authors/the-owner/"],
  ...["/page/1/", "/page/2/", "/comments/mine/", "/comments/new/?post=/offen/", "/admin/"],
  ...["/tags/kanarienwort/", "/tags/kanarienwort/feed.xml", "/2010/03/hallo/feed.xml", "/nichts/"],
  ...["/wp-json/oembed/1.0/embed?url=/", "/comments/c-pending/", "/comments/c-spam/"],
  ...["/comments/c-trash/", "/comments/c-pending/feed.xml", "/comments/new/?parent=c-pending"],
];

const secretFields = {
  ...{ title: `${CANARY} Titel`, markdown: `Der Text: ${CANARY}. ![${CANARY}](/media/x/y.png)` },
  ...{ summary: CANARY, tags: [CANARY] },
};

beforeAll(async () => {
  // What is owed to queues is deleted when it was sent.
  await env.DB.batch([
    env.DB.prepare("CREATE TABLE told (body TEXT)"),
    env.DB.prepare(
      "CREATE TRIGGER tell AFTER INSERT ON outbox BEGIN INSERT INTO told VALUES (new.body); END",
    ),
  ]);
  const owner = await haveBrowser("owner");
  await havePosts(draftPost("hallo"));
  await writeSecrets(owner);
  cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  secrets.set("session", owner.cookies.get("__Host-session") ?? "none");
});

type Owner = Awaited<ReturnType<typeof haveBrowser>>;

async function writeSecrets(owner: Owner): Promise<void> {
  const me = { name: "Olga", bio: "Bio", url: null, email: `${CANARY}@secret.test` };
  expect((await owner.put("/api/me", me)).status).toBe(200);
  const draft = await new Writer(owner).begin();
  await draft.save(secretFields);
  hidden.push(draft.post.path);
  const link = await owner.post(`/api/posts/${draft.post.id}/preview-link`);
  const preview = ((await link.json()) as { url: string }).url.slice(ORIGIN.length);
  secrets.set("preview", preview.split("key=")[1] ?? "none");
  expect(await (await visit(preview)).text()).toContain(CANARY);
  for (const status of ["private", "scheduled", "unlisted"]) {
    const writer = await new Writer(owner).begin({ ...secretFields, slug: `${CANARY}-${status}` });
    const date = status === "scheduled" ? "2999-01-01 10:00" : null;
    const made = await writer.publish({}, { status, date });
    const { path } = (await made.json()) as { path: string };
    if (status === "unlisted") unlisted = path;
    else hidden.push(path);
  }
  await writeCopies(owner);
  await writeComments();
  const typed = { name: "canary", scopes: ["write"], days: null };
  const made = (await (await owner.post("/api/me/tokens", typed)).json()) as { token: string };
  secrets.set("token", made.token);
  secrets.set("invitation", await haveLink({ name: CANARY, kind: "invitation" }));
}

/** A post that readers know, of which a revision and the working copy say what they do not. */
async function writeCopies(owner: Owner): Promise<void> {
  const column = { name: "Spalte", description: "", parent: null };
  expect((await owner.post("/api/terms/categories", column)).status).toBe(200);
  const categories = ["spalte"];
  const open = await new Writer(owner).begin({
    categories,
    title: "Offen",
    slug: "offen",
    tags: ["Offen"],
  });
  await open.save(secretFields);
  expect(
    (await open.publish({ title: "Offen", markdown: "offen", summary: "", tags: ["Offen"] }))
      .status,
  ).toBe(200);
  await open.save(secretFields, {});
}

const writeComments = () =>
  haveComments(
    draftComment("hallo", "Ein Wort", { publicId: "c-open", email: `${CANARY}@visitor.test` }),
    ...(["pending", "spam", "trash"] as const).map((status) =>
      draftComment("hallo", CANARY, {
        ...{ publicId: `c-${status}`, status, name: CANARY, email: `${CANARY}@x.test` },
        ...{ url: `https://${CANARY}.test/` },
      }),
    ),
  );

/** Every public address that can be reached, with what it answers. */
async function walk(headers: Record<string, string> = {}): Promise<Map<string, Response>> {
  const seen = new Map<string, Response>();
  const next = [...BEGINNINGS, ...hidden];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    const response = await visit(path, { headers });
    seen.set(path, response.clone());
    const text = await response.text();
    const found = text.matchAll(
      /(?:href|src|url|link|loc)[=>"':\s]+((?:https:\/\/blog\.test)?\/[^"'<\s]*)/g,
    );
    for (const [, address = ""] of found) {
      const url = new URL(address.replaceAll("&amp;", "&"), ORIGIN);
      if (url.origin === ORIGIN && !/^\/(assets|media|fonts)\//.test(url.pathname))
        next.push(url.pathname + url.search);
    }
    const location = response.headers.get("Location");
    if (location?.startsWith(ORIGIN)) next.push(location.slice(ORIGIN.length));
  }
  return seen;
}

/** What of it all is in a text. */
const toldIn = (text: string): string[] => [
  ...(text.toLowerCase().includes(CANARY) ? [CANARY] : []),
  ...[...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name),
];

test("no public answer tells what is not for readers", async () => {
  const told: string[] = [];
  const answers = await walk();
  for (const [path, response] of answers) {
    const headers = JSON.stringify([...response.headers]);
    // An address that was asked for may be repeated.
    const text = (await response.text()).replaceAll(path, "").replaceAll(ORIGIN + path, "");
    for (const name of toldIn(text + headers)) told.push(`${name} at ${path}`);
  }
  expect(answers.size).toBeGreaterThan(60);
  expect(told).toEqual([]);
  for (const path of hidden) expect(answers.get(path)?.status, path).toBe(404);
  expect(await (await visit(unlisted)).text()).toContain(CANARY);
});

test("who looks for the word finds nothing but the word", async () => {
  const pageFor = async (word: string) =>
    (await (await visit(`/search/?q=${word}`)).text()).replaceAll(word, "X");
  expect(await pageFor(CANARY)).toBe(await pageFor("nirgendswort"));
});

test("a public page is the same for who is logged in as for everybody", async () => {
  const [anonymous, known] = [await walk(), await walk({ Cookie: cookie })];
  expect([...known.keys()].sort()).toEqual([...anonymous.keys()].sort());
  for (const [path, response] of anonymous) {
    const other = known.get(path) as Response;
    if (path.startsWith("/admin/")) continue;
    expect(await other.text(), path).toBe(await response.text());
    const plain = (headers: Headers) =>
      [...headers].filter(([name]) => !/^(server-timing|date)$/.test(name));
    expect(plain(other.headers), path).toEqual(plain(response.headers));
    expect(other.headers.get("Set-Cookie"), path).toBeNull();
  }
});

test("nothing that a cache keeps, or a queue was told, tells it either", async () => {
  const { results } = await env.DB.prepare("SELECT body FROM told").all<{ body: string }>();
  expect(results.length).toBeGreaterThan(2);
  expect(results.flatMap(({ body }) => toldIn(body))).toEqual([]);
  await consume(results.map(({ body }) => JSON.parse(body)).filter(({ kind }) => kind));
  await consume([{ kind: "check" }]);
  const paths = [...(await walk()).keys(), ...hidden].map((path) => new URL(path, ORIGIN).pathname);
  for (const path of new Set(paths)) await consume([{ kind: "admit", origin: ORIGIN, path }]);
  const { keys } = await env.CACHE.list();
  expect(keys.length).toBeGreaterThan(10);
  const told: string[] = [];
  // An unlisted post is at its own address, and nowhere else.
  for (const key of keys.filter(({ name }) => name !== ORIGIN + unlisted)) {
    const text = JSON.stringify(key) + (await env.CACHE.get(key.name));
    for (const name of toldIn(text)) told.push(`${name} in ${key.name}`);
  }
  expect(told).toEqual([]);
});

test("every public row of the table was walked", async () => {
  const walked = [...(await walk()).keys()].map((path) => new URL(path, ORIGIN).pathname);
  const rows = routes.filter((row) => "cached" in row && row.cached === "feed");
  for (const { path } of rows) {
    const fits = new RegExp(
      `^${path.replaceAll(/:post\+/g, ".+").replaceAll(/:\w+\+?/g, "[^/]+")}$`,
    );
    expect(
      walked.some((one) => fits.test(one)),
      path,
    ).toBe(true);
  }
});
