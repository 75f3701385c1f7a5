import { env } from "cloudflare:workers";

/** The database, in which somebody else does something between what is read and what is written. */
export function meanwhile(work: () => Promise<unknown>): D1Database {
  let waits: (() => Promise<unknown>) | null = work;
  return new Proxy(env.DB, {
    get(db, name) {
      const value = Reflect.get(db, name);
      if (name !== "batch") return typeof value === "function" ? value.bind(db) : value;
      return async (statements: D1PreparedStatement[]) => {
        const first = waits;
        waits = null;
        await first?.();
        return db.batch(statements);
      };
    },
  });
}
