import { env } from "cloudflare:workers";
import { ROLES, type Role } from "../../src/admin-api/roles.ts";
import { haveToken } from "./api.ts";
import { Browser, haveBrowser, logIn } from "./app.ts";
import { visit } from "./blog.ts";

/** Somebody who asks, and what they may be taken for. */
export interface Asker {
  readonly name: string;
  /** Null: nobody whom the blog knows. */
  readonly role: Role | null;
  /** Scope of a token; without one it is a browser. */
  readonly scope?: string;
  /** Why it does not count what they bring. */
  readonly flaw?: "foreign" | "without origin" | "ended";
  readonly ask: (method: string, path: string) => Promise<Response>;
}

const SCOPES = ["publish", "moderate", "write", "settings"] as const;
let network = 0;

/** Everybody that a request may come from. */
export async function haveAskers(): Promise<Asker[]> {
  const browsers = await Promise.all(ROLES.map((role) => haveBrowser(role)));
  const [owner] = browsers as [(typeof browsers)[0]];
  const ended = new Browser();
  await logIn(ended, owner.passkey);
  const cookie = new Map(ended.cookies);
  await ended.post("/api/logout");
  for (const [name, value] of cookie) ended.cookies.set(name, value);
  const sessions = browsers.map((browser, at) => {
    const role = ROLES[at] as Role;
    return { name: role, role, ask: asking(browser) };
  });
  return [
    { name: "nobody", role: null, ask: asking(new Browser()) },
    ...sessions,
    ...foreigners(owner),
    { name: "ended session", role: null, flaw: "ended", ask: asking(ended) },
    ...(await programs()),
  ];
}

const foreigners = (owner: Browser): Asker[] => [
  {
    ...{ name: "owner from another origin", role: "owner", flaw: "foreign" },
    ask: asking(owner, { Origin: "https://evil.test" }),
  },
  {
    ...{ name: "owner from another site", role: "owner", flaw: "foreign" },
    ask: asking(owner, { "Sec-Fetch-Site": "cross-site" }),
  },
  {
    ...{ name: "owner without an origin", role: "owner", flaw: "without origin" },
    ask: asking(owner, {}, ["Origin"]),
  },
];

async function programs(): Promise<Asker[]> {
  const made = SCOPES.map(async (scope) => {
    const ask = bearing(await haveToken({ scopes: scope }));
    return { name: `token to ${scope}`, role: "owner" as const, scope, ask };
  });
  const author = await env.DB.prepare("SELECT id FROM authors WHERE role = 'author'").first("id");
  const all = { scopes: SCOPES.join(" "), authorId: Number(author) };
  const revoked = await haveToken({ ...all, expiresAt: "2026-01-02T00:00:00Z" });
  const scope = SCOPES.join(" ");
  const wide = { name: "author's token", role: "author" as const, scope };
  return [
    ...(await Promise.all(made)),
    { ...wide, ask: bearing(await haveToken(all)) },
    { name: "ended token", role: null, scope: "", flaw: "ended", ask: bearing(revoked) },
  ];
}

const asking =
  (browser: Browser, headers: Record<string, string> = {}, without: string[] = []) =>
  (method: string, path: string) => {
    const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const all = { Origin: "https://blog.test", "Sec-Fetch-Site": "same-origin", ...headers };
    const sent = Object.entries({ ...all, ...(cookies && { Cookie: cookies }) });
    return send(method, path, Object.fromEntries(sent.filter(([name]) => !without.includes(name))));
  };

const bearing = (token: string) => (method: string, path: string) =>
  send(method, path, { Authorization: `Bearer ${token}` });

/** Each from a network of its own, so that no limit decides. */
const send = (method: string, path: string, headers: Record<string, string>) => {
  const address = { "CF-Connecting-IP": `2001:db8:${(++network).toString(16)}::1` };
  const json = { "Content-Type": "application/json" };
  const body = method === "GET" || method === "HEAD" ? {} : { body: "{}" };
  return visit(path, { method, headers: { ...headers, ...address, ...json }, ...body });
};

/** Every row of every table. */
export async function dumpAll(): Promise<string> {
  const sql = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
    AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' ORDER BY name`;
  const { results } = await env.DB.prepare(sql).all<{ name: string }>();
  const all = results.map(({ name }) => env.DB.prepare(`SELECT * FROM "${name}" ORDER BY 1`));
  return JSON.stringify(
    (await env.DB.batch(all)).map(({ results: rows }, at) => [results[at], rows]),
  );
}
