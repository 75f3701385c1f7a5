import type { D1Database } from "@cloudflare/workers-types";
import type { UtcTime } from "../../src/model.ts";
import {
  findSession,
  insertSession,
  promoteSession,
  renewSession,
  type SessionRow,
  seeSession,
} from "../db/write/people/sessions.ts";
import { hashToken, TOKEN_BYTES } from "./tokens.ts";

/** Days without a request after which a session has ended. */
export const IDLE_DAYS = 30;
/** Seconds after which a token is replaced, and after which it is noted that somebody is still there. */
const RENEW_SECONDS = 86_400;
const SEEN_SECONDS = 3_600;
/** Seconds that a replaced token still serves, for requests that were under way. */
const OVERLAP_SECONDS = 60;

export type RandomBytes = (count: number) => Uint8Array;

/** Random, for a cookie or an address: 43 characters of base64url. */
export const makeSecret = (random: RandomBytes, bytes = TOKEN_BYTES): string =>
  btoa(String.fromCharCode(...random(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** Who has just shown a passkey, and with what browser. */
export interface Opening {
  readonly authorId: number | null;
  readonly passkeyId: string;
  readonly browser: string;
  readonly now: UtcTime;
}

/** A new session, for the end of a batch that proves who it is; the token is nowhere else. */
export async function openSession(db: D1Database, opening: Opening, random: RandomBytes) {
  const token = makeSecret(random);
  const id = makeSecret(random, 12);
  return { token, statement: insertSession(db, { ...opening, id, hash: await hashToken(token) }) };
}

/** Whose session a token is; null where it is none, or ended. Only reads. */
export async function findOpenSession(
  db: D1Database,
  token: string,
  now: UtcTime,
): Promise<(SessionRow & { readonly presented: string }) | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const presented = await hashToken(token);
  const row = await findSession(db, presented);
  if (!row || row.seenAt <= before(now, IDLE_DAYS * 86_400)) return null;
  if (presented === row.lastHash && (row.lastUntil ?? "") <= now) return null;
  return { ...row, presented };
}

/**
 * Notes that somebody is there, and replaces a token of yesterday. Gives the new token where there is one: the old one stays
 * good until the new one was used, so an answer that is lost throws nobody out.
 */
export async function keepSession(
  db: D1Database,
  { presented, ...row }: SessionRow & { readonly presented: string },
  { now, random }: { readonly now: UtcTime; readonly random: RandomBytes },
): Promise<string | null> {
  if (presented === row.nextHash) {
    await promoteSession(db, row.id, presented, {
      now,
      until: before(now, -OVERLAP_SECONDS),
    }).run();
    return null;
  }
  const waiting = row.nextHash !== null && (row.nextAt ?? "") > before(now, OVERLAP_SECONDS);
  if (presented === row.hash && !waiting && row.renewedAt <= before(now, RENEW_SECONDS)) {
    const token = makeSecret(random);
    const changed = await renewSession(db, row, await hashToken(token), now).run();
    return changed.meta.changes > 0 ? token : null;
  }
  if (row.seenAt <= before(now, SEEN_SECONDS)) await seeSession(db, row.id, now).run();
  return null;
}

const before = (now: UtcTime, seconds: number): UtcTime =>
  `${new Date(Date.parse(now) - seconds * 1000).toISOString().slice(0, 19)}Z`;
