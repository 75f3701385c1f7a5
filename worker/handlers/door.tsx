import { compose, sharedWith } from "../cache/compose.ts";
import type { Isolate } from "../cache/isolate.ts";
import { pageKey } from "../cache/key.ts";
import { SITE_MS } from "../cache/kv.ts";
import { type Climbed, climb, D1_MS } from "../cache/ladder.ts";
import { type Clock, within } from "../cache/waiting.ts";
import { Reader } from "../db/read/reader.ts";
import type { Env } from "../env.ts";
import { BlogError } from "../errors.ts";
import { answerAdmin } from "./admin/door.ts";
import { type CanonicalRequest, type Match, type PublicContext, redirect } from "./answers.tsx";
import { buildOf } from "./build.ts";
import { count } from "./figures.ts";
import { kvOf } from "./kv.ts";
import { refuseTooMany } from "./limits.ts";
import { showMedia } from "./media.ts";
import { mediaOriginOf } from "./media-origin.ts";
import { describe, toBlogError } from "./outage.ts";
import { countText, errorPage, type OtherAnswer, render, wholeAnswer } from "./render.tsx";
import { type Place, respondOther, respondPage } from "./respond.ts";
import { newTally, type Tally } from "./timing.ts";
import { answerVisitor, type Hall } from "./visitors/door.ts";

/** Milliseconds. Who saves a file on this machine sees it within a second. */
const LOCAL_SITE_MS = 200;

/** What the Worker is around its requests. */
export interface House {
  readonly env: Env;
  readonly match: (url: URL) => Promise<Match | null>;
  readonly isolate: Isolate;
  readonly clock: Clock;
  /** Work that goes on after the answer. */
  readonly defer: (work: Promise<unknown>) => void;
}

/** One request on its way. */
interface Visit extends House {
  readonly request: Request;
  readonly url: URL;
  readonly place: Place;
  readonly tally: Tally;
}

/** Answers a request: finds its row, goes up the ladder, and says what it cost. Never throws. */
export async function answerRequest(request: Request, house: House): Promise<Response> {
  const { ORIGIN } = house.env;
  const url = new URL(request.url);
  const mediaOrigin = mediaOriginOf(house.env);
  const place = { origin: ORIGIN || url.origin, indexed: ORIGIN !== "", mediaOrigin };
  const visit: Visit = { ...house, request, url, place, tally: newTally() };
  const response = await route(visit).catch((error) => answerError(error, visit));
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function route(visit: Visit): Promise<Response> {
  const { request, url, place, isolate, clock } = visit;
  // The blog lives at one address; a name in a header is never used for anything else.
  if (url.origin !== place.origin) {
    return goTo(visit, place.origin + url.pathname.replace(/^\/+/, "/") + url.search);
  }
  // Keys of hot pages are in normal form, so a path that is one needs no second look.
  const reads = request.method === "GET" || request.method === "HEAD";
  const hot = reads ? isolate.findHot(place.origin + url.pathname, clock.now()) : null;
  if (hot) {
    count(visit, place.origin, hot.type);
    return respondPage(request, hot, place, null);
  }
  const found = await visit.match(url);
  if (!found) throw new BlogError("missing", "No such page");
  if ("redirect" in found) return goTo(visit, place.origin + found.redirect);
  const { route: row, params } = found;
  if ("visitor" in row) return answerVisitor(request, { ...found, route: row }, hallOf(visit));
  if ("admin" in row) return answerAdmin(request, row, hallOf(visit));
  if (!reads) throw new BlogError("method", "This address can only be read");
  if ("media" in row) return showMedia(request, visit.env.MEDIA, params);
  return answer(visit, await find(visit, { ...found, route: row }));
}

/** What is personal is asked of the primary: who writes sees it in the next request. */
const hallOf = ({ env, place, clock, tally, isolate, defer }: Visit): Hall => ({
  ...{ env, ...place, tally, clock, isolate, defer, time: clock.now() },
  reader: new Reader(env.DB.withSession("first-primary"), tally.d1),
  now: `${new Date(clock.now()).toISOString().slice(0, 19)}Z`,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
});

function answer(visit: Visit, climbed: Climbed<OtherAnswer>): Response {
  const { request, place, tally } = visit;
  if (climbed.source === "none") return respondOther(climbed.other, place, tally);
  const { source, page } = climbed;
  count(visit, place.origin, page.type);
  return respondPage(request, page, place, source === "hot" ? null : { source, tally });
}

/** The page of a canonical request. What can never be kept is rendered. */
async function find(visit: Visit, found: CanonicalRequest): Promise<Climbed<OtherAnswer>> {
  const { env, place, clock, isolate, tally } = visit;
  const key = pageKey(place.origin, found.path);
  const rungs = {
    ...clock,
    ...{
      kv: kvOf(env.CACHE, tally, clock),
      build: buildOf(env.ORIGIN, place.mediaOrigin),
      countText,
    },
    siteMs: env.LOCAL ? LOCAL_SITE_MS : SITE_MS,
    render: (from: "replica" | "primary") => renderFrom(from, found, visit),
    admit: () => visit.defer(admit(visit, found.path)),
  };
  const { route: row } = found;
  if (row.cached === "never") await refuseTooMany(row.limit, visit.request, env);
  else if (key !== null) return climb(key, rungs, isolate);
  const rendered = await within(clock, D1_MS, rungs.render("replica"));
  if ("other" in rendered) return { source: "none", other: rendered.other };
  // An address that is too long for a key.
  const { sidebar, ...page } = rendered.page;
  return { source: "render", page: compose(page, sharedWith(sidebar), countText) };
}

async function renderFrom(from: "replica" | "primary", found: CanonicalRequest, visit: Visit) {
  const { env, place, clock, tally } = visit;
  const db = env.DB.withSession(from === "replica" ? "first-unconstrained" : "first-primary");
  const begun = clock.now();
  const context = { ...place, reader: new Reader(db, tally.d1) };
  const build = buildOf(env.ORIGIN, place.mediaOrigin);
  try {
    return await render(found, { context, build, now: begun });
  } finally {
    tally.d1Ms += clock.now() - begun;
  }
}

/** Lost? Then the next reader's miss asks again. */
async function admit({ env, place }: Visit, path: string): Promise<void> {
  await env.REFRESH.send({ kind: "admit", origin: place.origin, path }).catch(() => {});
}

async function goTo(visit: Visit, location: string): Promise<Response> {
  const answer = await wholeAnswer(redirect(location), renderingOf(visit));
  return respondOther(answer, visit.place, visit.tally);
}

/** Of an error that came before its page could be rendered, or of an outage: it asks nobody for anything. */
async function answerError(error: unknown, visit: Visit): Promise<Response> {
  const known = toBlogError(error);
  if (known !== error) console.error(JSON.stringify({ level: "error", message: describe(error) }));
  const rendering = renderingOf(visit);
  const page = errorPage(known ?? new BlogError("bug", "Something broke"), rendering.context);
  return respondOther(await wholeAnswer(page, rendering), visit.place, visit.tally);
}

function renderingOf({ env, place, tally, clock }: Visit) {
  const context: PublicContext = { ...place, reader: new Reader(env.DB, tally.d1) };
  return { context, build: buildOf(env.ORIGIN, place.mediaOrigin), now: clock.now() };
}
