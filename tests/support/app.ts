import { env } from "cloudflare:workers";
import * as v from "valibot";
import { contract } from "../../src/admin-api/contract/contract.ts";
import { hashToken } from "../../worker/auth/tokens.ts";
import { insertInvitation } from "../../worker/db/write/people/invitations.ts";
import { insertAuthor } from "../../worker/db/write/save.ts";
import { matchApi } from "../../worker/match.ts";
import { assert, newPasskey, type Passkey, register, type Said } from "./authenticator.ts";
import { visit } from "./blog.ts";
import { ORIGIN } from "./house.ts";

let browsers = 0;

/** A browser that the authors' application runs in: it keeps cookies, and says where its requests come from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** In a network of its own, so that no limit of another test is its. */
  readonly #address = `2001:db8:0:${(++browsers).toString(16)}::1`;

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const own = {
      ...{ Origin: ORIGIN, "Sec-Fetch-Site": "same-origin", "CF-Connecting-IP": this.#address },
      ...(cookie && { Cookie: cookie }),
    };
    const json = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await visit(path, {
      ...{ method, headers: { ...own, ...json, ...headers } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    await keepsContract({ method, path, body }, response);
    return response;
  }

  get = (path: string) => this.ask("GET", path);
  post = (path: string, body: unknown = {}) => this.ask("POST", path, body);
  put = (path: string, body: unknown) => this.ask("PUT", path, body);
  delete = (path: string) => this.ask("DELETE", path);

  #keep(line: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0/.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Whatever is taken and given fits what the API says of itself. */
async function keepsContract(
  { method, path, body }: { method: string; path: string; body: unknown },
  response: Response,
): Promise<void> {
  if (!response.ok || !path.startsWith("/api/")) return;
  const found = await matchApi(new URL(path, ORIGIN).pathname);
  const entry = contract[`${method} ${found?.route.path}`];
  if (!entry) throw new Error(`${method} ${path} is in no contract`);
  if (entry.takes) v.parse(entry.takes, body);
  if (!entry.gives && response.status !== 204) throw new Error(`${method} ${path} gives something`);
  if (entry.gives) v.parse(entry.gives, await response.clone().json());
}

export const sayFor = (challenge: string, changes: Partial<Said> = {}): Said => ({
  ...{ challenge, origin: ORIGIN, rpId: "blog.test", type: "webauthn.get", flags: 5, more: {} },
  ...changes,
});

/** What `npm run owner` writes, and what an invitation is; gives the secret of its link. */
export async function haveLink(
  changes: Partial<Parameters<typeof insertInvitation>[1]> = {},
): Promise<string> {
  const random = crypto.getRandomValues(new Uint8Array(32));
  const secret = btoa(String.fromCharCode(...random))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
  await insertInvitation(env.DB, {
    ...{ hash: await hashToken(secret), id: secret.slice(0, 16), kind: "owner", role: "owner" },
    ...{ slug: null, name: null, createdAt: "2026-01-01T00:00:00Z" },
    ...{ expiresAt: "2999-01-01T00:00:00Z", ...changes },
  }).run();
  return secret;
}

/** Follows a link with a new passkey. */
export async function joinWith(browser: Browser, link: string, typed: object = {}) {
  const passkey = await newPasskey();
  const asked = await browser.post("/api/join/options", { link, ...typed });
  const { options } = (await asked.json()) as {
    options: { challenge: string; user: { id: string } };
  };
  passkey.handle = options.user.id;
  const said = sayFor(options.challenge, { type: "webauthn.create", flags: 69 });
  const response = await register(passkey, said);
  const joined = await browser.post("/api/join", { link, ...typed, passkey: "Phone", response });
  return { passkey, joined };
}

/** Shows a passkey at the door. */
export async function logIn(browser: Browser, passkey: Passkey): Promise<Response> {
  const asked = await browser.post("/api/login/options");
  const { options } = (await asked.json()) as { options: { challenge: string } };
  return browser.post("/api/login", { response: await assert(passkey, sayFor(options.challenge)) });
}

/** A browser in which an author with this role is logged in. */
export async function haveBrowser(role: "owner" | "editor" | "author", slug = `the-${role}`) {
  await insertAuthor(env.DB, { slug, name: slug, role }).run();
  const browser = new Browser();
  const { passkey, joined } = await joinWith(
    browser,
    await haveLink({ slug, role, kind: "invitation" }),
  );
  if (joined.status !== 200) throw new Error(await joined.text());
  return Object.assign(browser, { passkey, slug });
}
