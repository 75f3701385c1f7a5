import { findOpenSession, keepSession } from "../../auth/sessions.ts";
import { isOwnToken, namesToken, requireToken } from "../../auth/tokens.ts";
import { NOBODY, OWN_PROGRAM, type Who, whoOf } from "../../auth/who.ts";
import { BlogError } from "../../errors.ts";
import { refuseTooMany } from "../limits.ts";
import { readCookie, setCookie } from "./cookies.ts";
import type { ApiContext, ApiRoute } from "./route.ts";

type Place = Pick<ApiContext, "env" | "now" | "origin" | "random" | "headers">;

/**
 * Who asks, if the row lets them in; else throws. A program brings a token with the row's scope; a browser brings the cookie
 * of a session, and proves with each write that a page of this blog sent it.
 */
export async function admit(request: Request, row: ApiRoute, place: Place): Promise<Who> {
  const authorization = request.headers.get("Authorization");
  if (isOwnToken(authorization, place.env.LOCAL) && row.scope !== null) return OWN_PROGRAM;
  if (namesToken(authorization)) return admitProgram(authorization, row, place);
  if (row.can === "anybody") {
    refuseForeign(request, place.origin);
    await refuseTooMany("login", request, place.env);
    return NOBODY;
  }
  const session = await findOpenSession(
    place.env.DB,
    readCookie(request, "session", place.origin),
    place.now,
  );
  if (!session) throw new BlogError("unauthorized", whatIsMissing(row));
  refuseForeign(request, place.origin);
  const who = whoOf(session, "session", session.id);
  refuseRole(who, row);
  if (request.method !== "GET") {
    const token = await keepSession(place.env.DB, session, place);
    if (token) setCookie(place.headers, "session", token, place.origin);
  }
  return who;
}

const whatIsMissing = ({ scope }: ApiRoute): string =>
  scope === null ? "Please log in." : "A token is needed here, or a session.";

async function admitProgram(authorization: string | null, row: ApiRoute, place: Place) {
  const { env, now } = place;
  const { scope } = row;
  const found = await requireToken(env.DB, authorization, { scope, now });
  const who = whoOf(found, "token");
  refuseRole(who, row);
  return who;
}

function refuseRole(who: Who, { can }: ApiRoute): void {
  if (can !== "anybody" && can !== "self" && !who.can(can))
    throw new BlogError("forbidden", "Your role does not include this.");
}

/** A browser says where a request comes from; what writes must say so, and come from here. */
function refuseForeign({ headers, method }: Request, home: string): void {
  const site = headers.get("Sec-Fetch-Site");
  const origin = headers.get("Origin");
  const own = method === "GET" ? origin === null || origin === home : origin === home;
  if (!own || (site !== null && site !== "same-origin" && site !== "none"))
    throw new BlogError("forbidden", "This was sent from another site.");
}
