import { spawnSync } from "node:child_process";
import type { D1Database } from "@cloudflare/workers-types";
import { BlogError } from "../../worker/errors.ts";

type Value = string | number | null;

/**
 * The deployed blog's database, by wrangler and the account it is logged in to. Only as much of D1Database as the
 * statements about tokens use: those are then the same for every blog.
 */
export class WranglerDatabase {
  readonly #where: readonly string[];

  /** Wrangler's words for which database is meant: `--remote`. */
  constructor(...where: readonly string[]) {
    this.#where = where;
  }

  get d1(): D1Database {
    return this as unknown as D1Database;
  }

  prepare = (sql: string) => ({
    bind: (...values: readonly Value[]) => ({ all: async () => this.#run(fillIn(sql, values)) }),
  });

  #run(sql: string): { results: unknown[] } {
    const args = ["d1", "execute", "DB", ...this.#where, "--yes", "--json", "--command", sql];
    const { status, stdout, stderr } = spawnSync("wrangler", args, { encoding: "utf8" });
    const words = `${stdout ?? ""}${stderr ?? ""}`;
    if (status === 0) return JSON.parse(stdout)[0];
    if (/no such table/.test(words))
      throw new BlogError(
        "invalid",
        "That blog is older than this command; please deploy it first.",
      );
    if (/UNIQUE constraint failed/.test(words)) throw new Error(words);
    throw new BlogError("unavailable", `Wrangler could not do it:\n${words.trim()}`);
  }
}

/** Wrangler takes no values beside the SQL, so they are written into it, as SQLite quotes them. */
const fillIn = (sql: string, values: readonly Value[]): string =>
  sql.replaceAll(/\?(\d+)/g, (_, at: string) => literal(values[Number(at) - 1] ?? null));

const literal = (value: Value): string =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value ?? "NULL");
