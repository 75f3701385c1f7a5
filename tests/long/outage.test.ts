import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { visitIn } from "../support/house.ts";

/** A database of which every batch fails like that. */
const failing = (error: Error): D1Database =>
  ({
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: () => Promise.reject(error),
    withSession: () => failing(error),
  }) as unknown as D1Database;

async function visitWith(db: D1Database, path = "/"): Promise<Response> {
  vi.spyOn(console, "error").mockImplementation(() => {});
  return visitIn({ env: { DB: db } }, path);
}

test.each([
  "D1_ERROR: Network connection lost.",
  "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
])(
  "while the database says %s a page asks for patience, and nobody stores that",
  async (message) => {
    const response = await visitWith(failing(new Error(message)));
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("30");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(await response.text()).not.toContain("D1");
  },
);

test("a trouble that passes is not seen by a reader, and one that stays is asked about twice at most", async () => {
  const asked = { batches: 0 };
  const lost = new Error("D1_ERROR: Network connection lost.");
  const flaky = (failures: number): D1Database =>
    ({
      withSession: () => flaky(failures),
      prepare: (sql: string) => env.DB.prepare(sql),
      batch: (statements: D1PreparedStatement[]) =>
        ++asked.batches <= failures ? Promise.reject(lost) : env.DB.batch(statements),
    }) as unknown as D1Database;
  expect((await visitWith(flaky(1))).status).toBe(200);
  asked.batches = 0;
  expect((await visitWith(flaky(9))).status).toBe(503);
  expect(asked.batches).toBe(2);
});

test("a schema that is not there yet is an outage too", async () => {
  const response = await visitWith(
    failing(new Error("D1_ERROR: no such table: site: SQLITE_ERROR")),
  );
  expect(response.status).toBe(503);
});

test("a bug says nothing of itself", async () => {
  const response = await visitWith(failing(new TypeError("secret is not a function")));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret");
});
