import { D1_MS } from "../../cache/ladder.ts";
import { type Clock, within } from "../../cache/waiting.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { Refusal } from "../../content/comments/refusal.ts";
import { BlogError } from "../../errors.ts";
import type { Answer, CanonicalRequest, Params } from "../answers.tsx";
import { countVisitor } from "../limits.ts";
import { toBlogError } from "../outage.ts";
import { errorPage } from "../render.tsx";
import { isJson, readBody } from "./body.ts";
import { type Place, respondData, respondProblem, respondVisitor } from "./respond.ts";
import { VISITOR_METHODS, type Visitor, type VisitorRoute } from "./route.ts";
import { problemOf } from "./sentences.ts";
import { siteAnyway } from "./site-anyway.ts";

/** Milliseconds that somebody who sends something waits for the database. */
const WRITE_MS = 6_000;

/** The house around a visitor's request. */
export type Hall = Place & { readonly clock: Clock } & Pick<
    Visitor,
    "env" | "reader" | "origin" | "indexed" | "now" | "isolate" | "randomBytes" | "defer"
  >;

/** Answers a visitor's request: nothing of it is kept, and no other site can make a browser send it. Bugs are thrown. */
export async function answerVisitor(
  request: Request,
  { route, params }: CanonicalRequest<VisitorRoute>,
  hall: Hall,
): Promise<Response> {
  const nothing = { fields: {}, json: isJson(request), uncounted: false };
  let visitor: Visitor = { ...hall, ...nothing };
  try {
    const handler = handlerOf(route, request.method);
    if (request.method === "POST") {
      refuseForeign(request, hall.origin);
      // Read before it is counted, so that it can be given back.
      visitor = { ...visitor, ...(await readBody(request)) };
      visitor = { ...visitor, uncounted: !(await countVisitor(route.limit, request, visitor)) };
    }
    // Where the end of a write stays open, sending again comes to the same.
    const wait = request.method === "POST" ? WRITE_MS : D1_MS;
    const answer = await within(hall.clock, wait, handler(params, visitor));
    return "data" in answer ? respondData(answer) : await respondVisitor(answer, hall);
  } catch (error) {
    return refuse(error, { route, params }, visitor, hall);
  } finally {
    hall.isolate.lastSite = hall.reader.site ?? hall.isolate.lastSite;
  }
}

function handlerOf(route: VisitorRoute, method: string) {
  const asked = method === "HEAD" ? "GET" : method;
  const known = VISITOR_METHODS.find((name) => name === asked);
  const handler = known && route[known];
  if (!handler) throw new BlogError("method", "This address does not know that method");
  return handler;
}

/** A browser says where a form comes from; programs that say nothing have nobody's rights to lend. */
function refuseForeign({ headers }: Request, home: string): void {
  const site = headers.get("Sec-Fetch-Site");
  const origin = headers.get("Origin");
  const foreign = site ? !/^(same-origin|none)$/.test(site) : origin !== null && origin !== home;
  if (foreign) throw new BlogError("forbidden", "This was sent from another site");
}

/** What a script shows to whoever typed; where nothing was wrong with that, the database is not asked for its language. */
async function sentenceOf(error: BlogError, visitor: Visitor): Promise<string> {
  if (!(error instanceof VisitorFieldError || error instanceof Refusal)) return error.message;
  return problemOf(error, (await siteAnyway(visitor, error)).lang).sentence;
}

type Asked = { readonly route: VisitorRoute; readonly params: Params };

/** What went wrong, as JSON, on the form's own page with what was typed, or on an error's page. */
async function refuse(
  error: unknown,
  { route, params }: Asked,
  visitor: Visitor,
  hall: Hall,
): Promise<Response> {
  const known = toBlogError(error);
  if (!known) throw error;
  const methods = VISITOR_METHODS.filter((name) => route[name]);
  if (visitor.json) return respondProblem(known, methods, await sentenceOf(known, visitor));
  const isTaken = route.refused && known.code !== "method";
  const answer: Answer = isTaken
    ? await route.refused(known, params, visitor)
    : errorPage(known, visitor);
  return respondVisitor({ ...answer, wait: known.wait }, hall, methods);
}
