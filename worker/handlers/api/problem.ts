import { namesToken } from "../../auth/tokens.ts";
import { type BlogError, Conflict, FieldError } from "../../errors.ts";
import { apiHeaders } from "../headers.ts";
import { API_METHODS, type ApiRoute } from "./route.ts";

/** As RFC 9110 calls them. */
const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  411: "Length Required",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};
const RETRY_SECONDS = "30";

/** The name of a status. */
export const titleOf = (status: number): string => TITLES[status] ?? "Error";

/** An error as RFC 9457 has it: the status is the kind, the sentence is for people. A bug says nothing of itself. */
export function problem(request: Request, error: BlogError | null, row: ApiRoute | null): Response {
  const status = error?.status ?? 500;
  const detail = error ? { detail: error.message } : {};
  const headers = new Headers(apiHeaders);
  headers.set("Content-Type", "application/problem+json");
  const challenge = challengeOf(request, status, row);
  if (challenge) headers.set("WWW-Authenticate", challenge);
  if (status === 405 && row)
    headers.set("Allow", API_METHODS.filter((method) => row[method]).join(", "));
  if (status === 503 || status === 429) headers.set("Retry-After", RETRY_SECONDS);
  const more = error ? detailsOf(error) : {};
  const body = { type: "about:blank", title: titleOf(status), status, ...detail, ...more };
  return new Response(request.method === "HEAD" ? null : JSON.stringify(body), { status, headers });
}

/** What a program, or the application in its own words, can say of it. */
function detailsOf(error: BlogError): object {
  if (error instanceof FieldError) return { field: error.field, reason: error.reason };
  if (error instanceof Conflict) return { reason: error.reason, current: error.current };
  return {};
}

/** RFC 6750, section 3: what is wrong with a token is said only to who sent one. */
function challengeOf({ headers }: Request, status: number, row: ApiRoute | null): string | null {
  const realm = 'Bearer realm="Randnotiz"';
  if (status === 403 && row?.scope && namesToken(headers.get("Authorization")))
    return `${realm}, error="insufficient_scope", scope="${row?.scope}"`;
  if (status !== 401) return null;
  return namesToken(headers.get("Authorization")) ? `${realm}, error="invalid_token"` : realm;
}
