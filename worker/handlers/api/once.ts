import { hashToken } from "../../auth/tokens.ts";
import {
  type Claim,
  claimAnswer,
  dropClaim,
  findAnswer,
  keepAnswer,
} from "../../db/write/answered.ts";
import { Conflict, FieldError } from "../../errors.ts";
import { readText } from "./body.ts";
import type { ApiContext, ApiHandler, ApiRoute } from "./route.ts";

/** Bytes. What creates something has no longer body; a text comes later. */
const MAX_BYTES = 250_000;
/** Seconds after which nobody works on a request any more, and for which its answer is kept. */
const STALE_SECONDS = 60;
const KEPT_SECONDS = 86_400;

/**
 * Lets a handler answer; where the row creates something and whoever asks named the request with an `Idempotency-Key`, once:
 * the same request again gets the same answer for a day. An answer with a secret in it is not kept, so that it is told once.
 */
export async function answerOnce(
  handler: ApiHandler,
  request: Request,
  { creates }: Pick<ApiRoute, "creates">,
  context: ApiContext,
): Promise<unknown> {
  const key = request.headers.get("Idempotency-Key");
  if (!creates || request.method !== "POST" || key === null) return handler(request, context);
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw new FieldError(FIELD, "malformed", "An Idempotency-Key has 8 to 100 letters and digits.");
  const body = await readText(request, MAX_BYTES);
  const claim = await claimOf(key, body, request, context);
  const { DB } = context.env;
  const [stale, old] = [before(claim.now, STALE_SECONDS), before(claim.now, KEPT_SECONDS)];
  const { results } = await claimAnswer(DB, claim, { stale, old }).all();
  if (results.length === 0) return answerAgain(DB, claim);
  return work(handler, new Request(request, { body }), { ...context, once: claim.hash }, creates);
}

const FIELD = "Idempotency-Key";

async function claimOf(
  key: string,
  body: string,
  { url }: Request,
  { who, now }: ApiContext,
): Promise<Claim> {
  const asked = [who.by, who.id, new URL(url).pathname, key];
  return { hash: await hashToken(JSON.stringify(asked)), bodyHash: await hashToken(body), now };
}

async function answerAgain(db: D1Database, { hash, bodyHash }: Claim): Promise<unknown> {
  const found = await findAnswer(db, hash);
  if (found && found.bodyHash !== bodyHash)
    throw new FieldError(FIELD, "used", "This Idempotency-Key was used for something else.");
  if (!found || found.answer === null)
    throw new Conflict("working", "The same request is being worked on; please ask again.");
  if (found.answer === "")
    throw new Conflict("answered", "This was done, and its answer was told once.");
  return JSON.parse(found.answer);
}

async function work(
  handler: ApiHandler,
  request: Request,
  context: ApiContext & { readonly once: string },
  creates: "plain" | "secret",
): Promise<unknown> {
  const { DB } = context.env;
  try {
    const answer = await handler(request, context);
    const kept = creates === "secret" ? "" : JSON.stringify(answer);
    // What was done is done, whether or not it can be said again.
    await keepAnswer(DB, context.once, kept)
      .run()
      .catch(() => {});
    return answer;
  } catch (error) {
    await dropClaim(DB, context.once)
      .run()
      .catch(() => {});
    throw error;
  }
}

const before = (now: string, seconds: number): string =>
  `${new Date(Date.parse(now) - seconds * 1000).toISOString().slice(0, 19)}Z`;
