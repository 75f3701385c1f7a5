import { ErrorPage } from "../../src/pages/error-page.tsx";
import { Reader } from "../db/read/reader.ts";
import type { Env } from "../env.ts";
import { BlogError } from "../errors.ts";
import { type Answer, type Match, type PublicContext, page, redirect } from "./answers.tsx";
import { feedHeaders, pageHeaders } from "./headers.ts";
import { showMedia } from "./media.ts";
import { serverTiming } from "./timing.ts";
import { validate } from "./validators.ts";

const PUBLIC = "public, max-age=0, must-revalidate";
/** Most outages of a database are over by then. */
const RETRY_SECONDS = "30";
const PRIVATE = "private, no-store";

type Matcher = (url: URL) => Promise<Match | null>;

/** Answers a request: finds its row, asks its handler, and says what it cost. Never throws. */
export async function answerRequest(request: Request, env: Env, match: Matcher): Promise<Response> {
  const url = new URL(request.url);
  const context: PublicContext = {
    reader: new Reader(env.DB),
    origin: env.ORIGIN || url.origin,
    indexed: env.ORIGIN !== "",
  };
  try {
    const response = await route(request, url, env, context, match);
    return request.method === "HEAD" ? new Response(null, response) : response;
  } catch (error) {
    return await answerError(error, context, request.method);
  }
}

async function route(
  request: Request,
  url: URL,
  env: Env,
  context: PublicContext,
  match: Matcher,
): Promise<Response> {
  // The blog lives at one address; a name in a header is never used for anything else.
  if (env.ORIGIN && url.origin !== env.ORIGIN) {
    return respond(redirect(env.ORIGIN + url.pathname.replace(/^\/+/, "/") + url.search), context);
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new BlogError("method", "This address can only be read");
  }
  const found = await match(url);
  if (!found) throw new BlogError("missing", "No such page");
  if ("redirect" in found) return respond(redirect(context.origin + found.redirect), context);
  const { route: row, params } = found;
  if ("media" in row) return showMedia(request, env.MEDIA, String(params["key"]));
  const answer = await row.handler(params, context);
  return validate(request, answer, respond(answer, context));
}

async function answerError(
  error: unknown,
  context: PublicContext,
  method: string,
): Promise<Response> {
  const known = toBlogError(error);
  if (known !== error) console.error(JSON.stringify({ level: "error", message: describe(error) }));
  const status = known?.status ?? 500;
  const { reader, origin, indexed } = context;
  const site = reader.site && { ...reader.site, origin, indexed };
  const response = respond(page(<ErrorPage site={site} status={status} />, status), context);
  response.headers.set("Cache-Control", PRIVATE);
  if (status === 503) response.headers.set("Retry-After", RETRY_SECONDS);
  if (status === 405) response.headers.set("Allow", "GET, HEAD");
  return method === "HEAD" ? new Response(null, response) : response;
}

/** A database that does not answer is an outage, which ends; anything else that nobody expected is a bug. */
export function toBlogError(error: unknown): BlogError | null {
  if (error instanceof BlogError) return error;
  const outage = error instanceof Error && /^D1_|Network connection lost/.test(error.message);
  return outage ? new BlogError("unavailable", "The database does not answer") : null;
}

/** What a bug says, for the log; requests, names and addresses are never logged with it. */
export const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}`
    : "Something that is no error was thrown";

function respond(answer: Answer, { reader, origin, indexed }: PublicContext): Response {
  const headers = new Headers(
    answer.type.startsWith("text/html") ? pageHeaders(origin) : feedHeaders,
  );
  headers.set("Content-Type", answer.type);
  headers.set("Cache-Control", PUBLIC);
  headers.set("Server-Timing", serverTiming(reader.cost));
  if (answer.location) headers.set("Location", answer.location);
  if (!indexed) headers.set("X-Robots-Tag", "noindex");
  return new Response(answer.body, { status: answer.status, headers });
}
