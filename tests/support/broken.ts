import { env } from "cloudflare:workers";

const LOST = new Error("D1_ERROR: Network connection lost.");

/** Does not answer, ever. */
const hang = (): Promise<never> => new Promise(() => {});

/** D1 as it is when it does not answer; it counts how often it was asked. */
export function brokenDb(how: "fails" | "hangs", error = LOST) {
  const asked = { batches: 0 };
  const db = {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: () => {
      asked.batches++;
      return how === "hangs" ? hang() : Promise.reject(error);
    },
    withSession: () => db,
  };
  return { DB: db as unknown as D1Database, asked };
}

/** KV of which every operation fails or hangs. */
export function brokenKv(how: "fails" | "hangs"): KVNamespace {
  const answer = () => (how === "hangs" ? hang() : Promise.reject(new Error("KV failed: 500")));
  return new Proxy({}, { get: () => answer }) as KVNamespace;
}
