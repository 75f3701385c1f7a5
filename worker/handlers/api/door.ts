import type { UtcTime } from "../../../src/model.ts";
import type { RandomBytes } from "../../auth/sessions.ts";
import type { Env } from "../../env.ts";
import { BlogError } from "../../errors.ts";
import { apiHeaders } from "../headers.ts";
import { describe, toBlogError } from "../outage.ts";
import { admit } from "./admit.ts";
import { answerOnce } from "./once.ts";
import { problem } from "./problem.ts";
import { API_METHODS, type ApiMatch, type ApiRoute } from "./route.ts";

/** Whether an address belongs to programs and the authors' application, who want JSON. */
export const isApi = ({ url }: Request): boolean =>
  // Readers' requests do not pay for taking the address apart.
  url.includes("/api/") && new URL(url).pathname.startsWith("/api/");

interface Hall {
  readonly match: (pathname: string) => Promise<ApiMatch | null>;
  readonly now: UtcTime;
  readonly random: RandomBytes;
  readonly time: () => number;
  readonly edgeCache: boolean;
}

/** Answers a program, or the authors' application; no other site's script can read the answer. Never throws. */
export async function answerApi(request: Request, env: Env, hall: Hall): Promise<Response> {
  let row: ApiRoute | null = null;
  try {
    const url = ownUrl(request, env.ORIGIN);
    const found = await hall.match(url.pathname);
    if (!found) throw new BlogError("missing", "There is nothing at this address.");
    row = found.route;
    const method = API_METHODS.find((known) => known === request.method);
    const handler = method && row[method];
    if (!handler) throw new BlogError("method", "This address does not know that method.");
    const headers = new Headers(apiHeaders);
    const place = { ...hall, env, origin: env.ORIGIN || url.origin, headers };
    const who = await admit(request, row, place);
    const context = { ...place, who, params: found.params, query: url.searchParams };
    const answer = await answerOnce(handler, request, row, context);
    if (answer === undefined) return new Response(null, { status: 204, headers });
    return Response.json(answer, { headers });
  } catch (error) {
    const known = toBlogError(error);
    if (known !== error)
      console.error(JSON.stringify({ level: "error", message: describe(error) }));
    return problem(request, known, row);
  }
}

/** A token is not sent on to another host: where the blog lives elsewhere, that is said and no more. */
function ownUrl(request: Request, home: string): URL {
  const url = new URL(request.url);
  if (home && url.origin !== home)
    throw new BlogError("misdirected", `This blog lives at ${home}, not here.`);
  return url;
}
