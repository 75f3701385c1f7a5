import { Router } from "itty-router";
import { permalink } from "../src/addresses.ts";
import { canonicalPath } from "./cache/canonical.ts";
import { knownQuery, queryString } from "./cache/query.ts";
import type { Match, Route } from "./handlers/answers.tsx";
import type { ApiMatch } from "./handlers/api/route.ts";
import { apiRoutes, routes } from "./routes.ts";

/** What a name in a path may look like; where it does not, the row does not match. */
const NAMES: Readonly<Record<string, RegExp>> = {
  comment: /^[\w-]{1,64}$/,
  page: /^[1-9]\d{0,5}$/,
  feed: /^(feed\.xml|atom\.xml|feed\.json)$/,
  file: /^[1-9]\d{0,4}$/,
  year: /^\d{4}$/,
  // What the application calls its pages: nothing there looks like a file.
  screen: /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*\/?$/,
  month: /^(0[1-9]|1[0-2])$/,
};

/** The same below /api/: a file that comes is named by its whole hash, one that is there by its key. */
const API_NAMES: Readonly<Record<string, RegExp>> = {
  hash: /^[0-9a-f]{64}$/,
  key: /^[0-9a-f]{32}$/,
  upload: /^[0-9a-f]{32}$/,
  part: /^[1-9]\d{0,3}$/,
};

const table = Router();
for (const route of routes) {
  table.all(route.path, ({ params }) => {
    const fits = Object.entries(params).every(([name, value]) => NAMES[name]?.test(value) ?? true);
    return fits ? { route, params } : undefined;
  });
}

/**
 * The canonical request: a row of the table and what the path says, and nothing else of the URL. Gives the address to go to
 * where the same page has a better one; null where there can be no page.
 */
export async function match(url: URL): Promise<Match | null> {
  const canonical = canonicalPath(url.pathname);
  if ("missing" in canonical) return null;
  if ("redirect" in canonical) return canonical;
  const { path } = canonical;
  // itty-router wants a URL; it matches the escaped path and gives the names back as they stand there.
  const found = await table.fetch({ method: "GET", url: `https://blog${url.pathname}` } as never);
  if (!found) return null;
  const { route, params } = found as { route: Route; params: Record<string, string> };
  const query = knownQuery("query" in route ? route.query : [], url);
  const better = betterAddress(route, params, url.pathname);
  if (better !== null) return { redirect: better + queryString(query) };
  const decoded = Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]);
  const names = Object.fromEntries(decoded);
  const named = { ...names, ...query, path, page: Number(names["page"] ?? 1) };
  return { route, params: named, path: permalink(path) };
}

const apiTable = Router();
for (const route of apiRoutes)
  apiTable.all(route.path, ({ params }) => {
    const names = Object.entries(params).map(([name, value]) => [name, decode(value)] as const);
    // What cannot be decoded names nothing.
    if (names.some(([, value]) => value === null)) return undefined;
    if (names.some(([name, value]) => !(API_NAMES[name]?.test(value ?? "") ?? true)))
      return undefined;
    return { route, params: Object.fromEntries(names) };
  });

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A row of the API's table. Programs know the one form of an address; nothing is mended for them. */
export async function matchApi(pathname: string): Promise<ApiMatch | null> {
  if (pathname.endsWith("/")) return null;
  const found = await apiTable.fetch({ method: "GET", url: `https://blog${pathname}` } as never);
  return (found as ApiMatch | undefined) ?? null;
}

/** Pages of the table end in a slash, feeds and files do not, and page 1 of a list is the list. */
function betterAddress(
  route: Route,
  params: Record<string, string>,
  pathname: string,
): string | null {
  if (params["page"] === "1") return pathname.replace(/page\/1\/?$/, "");
  if ("cached" in route && (route.cached === "feed" || route.cached === "file")) {
    return pathname.endsWith("/") ? pathname.slice(0, -1) : null;
  }
  return route.path.endsWith("/") && !pathname.endsWith("/") ? `${pathname}/` : null;
}
