import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect } from "vitest";
import { hashToken, makeToken } from "../../worker/auth/tokens.ts";
import { insertToken, type TokenDraft } from "../../worker/db/write/tokens.ts";
import { visit } from "./blog.ts";

/** A file as a program sends it, and the request around it. */
export const FILE = {
  ...{ name: "posts/a.md", fields: { title: "A", date: "2026-01-02" }, lines: { title: 2 } },
  ...{ markdown: "Ein Text.\n", firstLine: 5, pictures: {} },
};
export const POSTS = { files: [FILE], missing: [], gone: [], force: false };
export const NAMES = { files: ["posts/a.md"], ids: [], guids: [], paths: [] };
/** Of nothing that is stored. */
export const HASH = "ab".repeat(32);

type Headers = Record<string, string>;

/** A program with a token that asks the API, and notes what was in the blog before each test. */
export class Program {
  token = "";
  #before = "";

  constructor() {
    beforeAll(async () => {
      this.token = await haveToken();
    });
    beforeEach(() => this.look());
  }

  /** From here on nothing must change. */
  async look(): Promise<void> {
    this.#before = await dump();
  }

  bearer = (words = this.token): Headers => ({ Authorization: `Bearer ${words}` });

  get = (path: string, headers: Headers = {}) =>
    visit(path, { headers: { ...this.bearer(), ...headers } });

  post = (body: unknown, headers: Headers = {}, path = "/api/publish") =>
    visit(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...this.bearer(), ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  put = (content: string | Uint8Array<ArrayBuffer>, hash: string, headers: Headers = {}) =>
    visit(`/api/media/${hash}`, {
      method: "PUT",
      headers: { "Content-Length": String(content.length), ...this.bearer(), ...headers },
      body: content,
    });

  /** Sends one post, and says what became of it. */
  async kindOf(changes: Partial<typeof FILE>, force = false): Promise<unknown> {
    const response = await this.post({ ...POSTS, files: [{ ...FILE, ...changes }], force });
    const { published } = (await response.json()) as { published?: { kind: string }[] };
    return published?.[0]?.kind;
  }

  /** A refusal in the form of RFC 9457, kept by nobody, readable by no other site, that wrote nothing. Gives its sentence. */
  async refusal(response: Response, status: number): Promise<string> {
    const body = (await response.json()) as Record<string, unknown>;
    expect({ status: response.status, body }).toMatchObject({ status, body: { status } });
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(body).toMatchObject({ type: "about:blank", title: expect.any(String) });
    expect(await dump()).toBe(this.#before);
    return String(body["detail"]);
  }
}

let last = 0;

/** A token that may publish, unless it is told otherwise. */
export async function haveToken(changes: Partial<TokenDraft> = {}): Promise<string> {
  const token = makeToken(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await hashToken(token);
  const fresh = { name: `t${++last}`, scopes: "publish", createdAt: "2026-01-01T00:00:00Z" };
  await insertToken(env.DB, { hash, ...fresh, expiresAt: null, ...changes }).run();
  return token;
}

/** Every row that a request could have written, and every file. */
export async function dump(): Promise<string> {
  const tables = "posts authors tags files media redirects lists site settings".split(" ");
  const all = tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`));
  const rows = (await env.DB.batch(all)).map(({ results }) => results);
  return JSON.stringify([rows, (await env.MEDIA.list()).objects.map(({ key }) => key)]);
}
