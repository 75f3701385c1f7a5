import { beforeAll, expect, test } from "vitest";
import { may } from "../../src/admin-api/roles.ts";
import { API_METHODS, type ApiRoute } from "../../worker/handlers/api/route.ts";
import { apiRoutes, routes } from "../../worker/routes.ts";
import { ANSWERS, answerOf } from "../support/answers-of-rows.ts";
import { type Asker, dumpAll, haveAskers } from "../support/standings.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] as const;
/** Names of nothing that is there. */
const NAMES: Record<string, string> = {
  ...{ hash: "ab".repeat(32), key: "ab".repeat(16), upload: "ab".repeat(16), part: "1" },
  ...{ post: "999", revision: "1", letter: "none", term: "none", comment: "none" },
  ...{ passkey: "none", session: "none", token: "none", person: "none", invitation: "none" },
  screen: "posts/1",
};

let askers: readonly Asker[] = [];
beforeAll(async () => {
  askers = await haveAskers();
  // The day of a token's use is noted once.
  for (const { ask } of askers)
    for (const path of ["/api/files", "/api/comments", "/api/posts", "/api/settings/blog"])
      await ask("GET", path);
});

const addressOf = ({ path }: { readonly path: string }) =>
  path.replaceAll(/:(\w+)\+?/g, (_, name: string) => NAMES[name] ?? `unnamed-${name}`);

const knows = (row: ApiRoute, method: string): boolean =>
  API_METHODS.some((one) => one === method && row[one] !== undefined);

/** What somebody must be answered, by the row and the one table of roles; null: they are let in. */
function refusalOf(row: ApiRoute, method: string, asker: Asker): 401 | 403 | 405 | null {
  const { role, scope, flaw } = asker;
  if (!knows(row, method)) return 405;
  if (scope !== undefined) {
    if (role === null) return 401;
    if (row.scope === null || !scope.split(" ").includes(row.scope)) return 403;
  } else {
    const foreign = flaw === "foreign" || (flaw === "without origin" && method !== "GET");
    if (foreign) return 403;
    if (role === null && row.can !== "anybody") return 401;
  }
  if (row.can === "anybody" || row.can === "self") return null;
  return role !== null && may(role, row.can) ? null : 403;
}

/** What a program has no self for. */
const isOfSomebody = (path: string) => path === "/api/settings/privacy";

function expectedOf(row: ApiRoute, method: string, asker: Asker): number {
  const status = refusalOf(row, method, asker) ?? answerOf(row.path, method);
  return status === 200 && asker.scope !== undefined && isOfSomebody(row.path) ? 403 : status;
}

/** Asks, and holds the answer against what it must be. */
async function meet(row: ApiRoute, method: string, asker: Asker): Promise<string[]> {
  const status = expectedOf(row, method, asker);
  const response = await asker.ask(method, addressOf(row));
  const seen = [response.status, response.headers.get("Cache-Control")];
  const wanted: unknown[] = [status, "private, no-store"];
  if (status === 405) {
    seen.push(response.headers.get("Allow"));
    wanted.push(API_METHODS.filter((one) => knows(row, one)).join(", "));
  }
  await response.body?.cancel();
  const words = `${method} ${row.path} by ${asker.name}: ${seen} instead of ${wanted}`;
  return String(seen) === String(wanted) ? [] : [words];
}

const all = apiRoutes.flatMap((row) => METHODS.map((method) => ({ row, method })));
const writes = ({ row, method }: (typeof all)[0]) => method !== "GET" && knows(row, method);
const ends = ({ row }: (typeof all)[0]) => row.path === "/api/logout";

test("every address of the API has been thought about, and no other", () => {
  expect(Object.keys(ANSWERS).sort()).toEqual(apiRoutes.map(({ path }) => path).sort());
});

test("who may not is refused by role, scope, origin and method, and nothing is written", async () => {
  const before = await dumpAll();
  const wrong: string[] = [];
  for (const one of all)
    for (const asker of askers)
      if (refusalOf(one.row, one.method, asker) !== null || !writes(one))
        wrong.push(...(await meet(one.row, one.method, asker)));
  expect(wrong).toEqual([]);
  expect(await dumpAll()).toBe(before);
});

test("who may is let in, and the handler says what is wrong with an empty body", async () => {
  const wrong: string[] = [];
  const allowed = all.filter((one) => writes(one) && !ends(one));
  // What ends a session comes last.
  for (const one of [...allowed, ...all.filter((one) => writes(one) && ends(one))])
    for (const asker of askers)
      if (refusalOf(one.row, one.method, asker) === null)
        wrong.push(...(await meet(one.row, one.method, asker)));
  expect(wrong).toEqual([]);
});

test("the application's pages are for everybody, and no other method is", async () => {
  const rows = routes.filter((row) => "admin" in row);
  const wrong: string[] = [];
  for (const row of rows)
    for (const method of METHODS)
      for (const asker of askers) {
        const response = await asker.ask(method, addressOf(row));
        const kept = response.headers.get("Cache-Control");
        await response.body?.cancel();
        const read = (method === "GET" || method === "HEAD") && row.GET;
        const known = read || (method === "POST" && row.POST);
        const status = known ? (read ? 200 : sentStatus(asker)) : 405;
        const seen = `${response.status} ${kept}`;
        if (seen !== `${status} private, no-store`)
          wrong.push(`${method} ${row.path} by ${asker.name}: ${seen} instead of ${status}`);
      }
  expect(rows.length).toBeGreaterThan(2);
  expect(wrong).toEqual([]);
});

/** Of what is sent to the preview: who it is, before what it is. Everybody has logged out by now. */
const sentStatus = ({ scope, flaw }: Asker): number =>
  scope !== undefined || flaw === "foreign" || flaw === "without origin" ? 403 : 401;
