import { readFileSync } from "node:fs";
import type { D1Database } from "@cloudflare/workers-types";
import { renderUnicodeCompact } from "uqr";
import { makeSecret } from "../../worker/auth/sessions.ts";
import { hashToken } from "../../worker/auth/tokens.ts";
import { insertAudit } from "../../worker/db/write/people/audit.ts";
import { insertInvitation } from "../../worker/db/write/people/invitations.ts";
import { BlogError } from "../../worker/errors.ts";

interface Wanted {
  /** Slug of the author whom the link is for; without it, of the owner, or of whoever follows it. */
  readonly author: string | undefined;
  /** Where the blog lives. */
  readonly url: string | undefined;
  readonly remote: boolean;
  readonly now: Date;
}

/** Minutes that a link is good for. */
const LINK_MINUTES = 15;

/** Makes a link that registers a passkey, once, for whoever has this machine or the account at Cloudflare. */
export async function createLink(db: D1Database, wanted: Wanted): Promise<string> {
  const { now } = wanted;
  const origin = originOf(wanted);
  const slug = wanted.author ?? (await findOwner(db));
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const secret = makeSecret(random);
  const expires = new Date(now.getTime() + LINK_MINUTES * 60_000);
  const made = await insertInvitation(db, {
    ...{ hash: await hashToken(secret), id: makeSecret(random, 12), kind: "owner", role: "owner" },
    ...{ slug, name: null, createdAt: utc(now), expiresAt: utc(expires) },
  }).all();
  if (made.results.length === 0)
    throw new BlogError("invalid", `There is no author "${slug}" in that blog.`);
  await insertAudit(db, {
    at: utc(now),
    authorId: null,
    action: "owner-link",
    detail: slug ?? "",
  }).all();
  const link = `${origin}/admin/join/#${secret}`;
  return `${renderUnicodeCompact(link)}

${link}

Whoever opens this link registers a passkey and owns the blog: once, in the next ${LINK_MINUTES} minutes.`;
}

/** The one owner, to whom a lost phone or a new address happened; null where there is none yet, or several. */
async function findOwner(db: D1Database): Promise<string | null> {
  const sql = `SELECT slug FROM authors WHERE role = 'owner' AND demo = 0 AND handle IS NOT NULL LIMIT 2`;
  const { results } = await db.prepare(sql).bind().all<{ slug: string }>();
  return results.length === 1 ? (results[0]?.slug ?? null) : null;
}

function originOf({ url, remote }: Wanted): string {
  const said = url ?? (remote ? configured() : `http://localhost:${process.env["PORT"] ?? 8787}`);
  const parsed = URL.parse(said);
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new BlogError(
      "invalid",
      "Where does the blog live? Set ORIGIN in wrangler.toml, or say --url https://your.blog.",
    );
  return parsed.origin;
}

const configured = (): string =>
  /^ORIGIN\s*=\s*"([^"]*)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1] ?? "";

const utc = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
