import { BlogError } from "../../errors.ts";
import type { AdminRoute, Desk } from "./route.ts";
import { adminHeaders } from "./shell.tsx";

/** Answers a request of the authors' application. What cannot be answered is thrown. */
export async function answerAdmin(
  request: Request,
  route: AdminRoute,
  desk: Desk,
): Promise<Response> {
  const method = request.method === "HEAD" ? "GET" : request.method;
  const handler = method === "GET" || method === "POST" ? route[method] : undefined;
  if (!handler) return refuseMethod(route, desk);
  if (method !== "GET") refuseForeign(request, desk.origin);
  return handler(request, desk);
}

function refuseMethod(route: AdminRoute, { origin }: Desk): Response {
  const known = [...(route.GET ? ["GET", "HEAD"] : []), ...(route.POST ? ["POST"] : [])];
  const headers = { ...adminHeaders(origin, null), Allow: known.join(", ") };
  return new Response("405\n", { status: 405, headers });
}

/** What is sent here comes from a page of this blog, and its browser says so. */
function refuseForeign({ headers }: Request, home: string): void {
  const site = headers.get("Sec-Fetch-Site") ?? "same-origin";
  if (headers.get("Origin") !== home || site !== "same-origin")
    throw new BlogError("forbidden", "This was sent from another site");
}
