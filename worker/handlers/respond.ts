import type { WholePage } from "../cache/compose.ts";
import type { Source } from "../cache/ladder.ts";
import { SITE, shortTag } from "../cache/tags.ts";
import type { BlogError } from "../errors.ts";
import { feedHeaders, pageHeaders } from "./headers.ts";
import { LIMIT_SECONDS } from "./limits.ts";
import type { OtherAnswer } from "./render.tsx";
import { newTally, serverTiming, type Tally } from "./timing.ts";
import { isKnown, weakTag } from "./validators.ts";

/** For browsers: keep it, but ask each time. */
const PUBLIC = "public, max-age=0, must-revalidate";
export const PRIVATE = "private, no-store";
/** For the edge cache, where it is on. With 25 s and 10 s more, a page there is at most 35 s old. */
const EDGE = "max-age=25, stale-while-revalidate=10, stale-if-error=0";
/** Seconds to wait after a status: until others may ask again, and until most outages of a database are over. */
const WAITS: Readonly<Record<number, number>> = { 429: LIMIT_SECONDS, 503: 30 };

/** Seconds to wait after an error, if it is one that passes. */
export function retryAfter(error: BlogError): string | null {
  const wait = WAITS[error.status];
  return wait === undefined ? null : String(error.wait ?? wait);
}

/** The blog's address, as answers say it. */
export interface Place {
  readonly origin: string;
  /** False while the blog has no address of its own. */
  readonly indexed: boolean;
  /** The bucket's own address; empty: below /media/. */
  readonly mediaOrigin?: string;
}

/** Headers of pages that an isolate keeps; they are the same each time, but for what the answer cost. */
const kept = new WeakMap<WholePage, Headers>();

/** Answers with a page for everybody, or says that the visitor has it already. */
export function respondPage(
  request: Request,
  page: WholePage,
  place: Place,
  cost: { readonly source: Source; readonly tally: Tally } | null,
): Response {
  const headers = answerHeaders(page, place, cost);
  if (!isKnown(request.headers, page)) return new Response(page.body, { headers });
  const known = new Headers(headers);
  known.delete("Content-Type");
  return new Response(null, { status: 304, headers: known });
}

/** Of a hot page, the same each time; of any other, with what it cost. */
function answerHeaders(
  page: WholePage,
  place: Place,
  cost: { readonly source: Source; readonly tally: Tally } | null,
): Headers {
  if (cost) return headersOf(page, place, serverTiming(cost.source, cost.tally));
  const headers = kept.get(page) ?? headersOf(page, place, HOT);
  kept.set(page, headers);
  return headers;
}

const HOT = serverTiming("hot", newTally());

/** Answers with what is not kept: a redirect is for everybody, everything else for this visitor alone. */
export function respondOther(answer: OtherAnswer, place: Place, tally: Tally): Response {
  const { status, body, location } = answer;
  const headers = commonHeaders(answer, place);
  // A query may be a secret: that of a mail, or the token of a comment.
  const isPublic = location !== undefined && !location.includes("?");
  headers.set("Cache-Control", isPublic ? PUBLIC : PRIVATE);
  headers.set("Server-Timing", serverTiming("none", tally));
  if (location !== undefined) headers.set("Location", location);
  const wait = WAITS[status];
  if (wait !== undefined) headers.set("Retry-After", String(answer.wait ?? wait));
  if (status === 405) headers.set("Allow", "GET, HEAD");
  return new Response(body, { status, headers });
}

function headersOf(page: WholePage, place: Place, timing: string): Headers {
  const headers = commonHeaders(page, place);
  headers.set("Cache-Control", PUBLIC);
  headers.set("Cloudflare-CDN-Cache-Control", EDGE);
  headers.set("Cache-Tag", [shortTag(SITE), ...page.tags].join(","));
  headers.set("ETag", weakTag(page.etag));
  if (page.modified) headers.set("Last-Modified", new Date(page.modified).toUTCString());
  headers.set("Server-Timing", timing);
  return headers;
}

function commonHeaders({ type, csp }: WholePage, { origin, indexed, mediaOrigin }: Place): Headers {
  const isPage = type.startsWith("text/html");
  const headers = new Headers(isPage ? pageHeaders(origin, csp, mediaOrigin) : feedHeaders);
  headers.set("Content-Type", type);
  if (!indexed) headers.set("X-Robots-Tag", "noindex");
  return headers;
}
