import type { UtcTime } from "../../../src/model.ts";
import { isOwnToken, requireToken } from "../../auth/tokens.ts";
import type { Env } from "../../env.ts";
import { BlogError } from "../../errors.ts";
import { apiHeaders } from "../headers.ts";
import { describe, toBlogError } from "../outage.ts";
import { problem } from "./problem.ts";
import { API_METHODS, type ApiMatch, type ApiRoute } from "./route.ts";

/** Whether an address belongs to programs of the authors, who bring a token and want JSON. */
export const isApi = ({ url }: Request): boolean =>
  // Readers' requests do not pay for taking the address apart.
  url.includes("/api/") && new URL(url).pathname.startsWith("/api/");

interface Hall {
  readonly match: (pathname: string) => Promise<ApiMatch | null>;
  readonly now: UtcTime;
}

/** Answers a program: no cookie is looked at, and no other site's script can read the answer. Never throws. */
export async function answerApi(request: Request, env: Env, hall: Hall): Promise<Response> {
  let row: ApiRoute | null = null;
  try {
    const found = await hall.match(ownPath(request, env.ORIGIN));
    if (!found) throw new BlogError("missing", "There is nothing at this address.");
    row = found.route;
    const handler = API_METHODS.includes(request.method as "GET")
      ? row[request.method as "GET"]
      : undefined;
    if (!handler) throw new BlogError("method", "This address does not know that method.");
    const { scope } = row;
    const { now } = hall;
    const sent = request.headers.get("Authorization");
    if (!isOwnToken(sent, env.LOCAL)) await requireToken(env.DB, sent, { scope, now });
    const answer = await handler(request, { env, now, params: found.params });
    return Response.json(answer, { headers: apiHeaders });
  } catch (error) {
    const known = toBlogError(error);
    if (known !== error)
      console.error(JSON.stringify({ level: "error", message: describe(error) }));
    return problem(request, known, row);
  }
}

/** A token is not sent on to another host: where the blog lives elsewhere, that is said and no more. */
function ownPath(request: Request, home: string): string {
  const { origin, pathname } = new URL(request.url);
  if (home && origin !== home)
    throw new BlogError("misdirected", `This blog lives at ${home}, not here.`);
  return pathname;
}
