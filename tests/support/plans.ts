import { env } from "cloudflare:workers";

/** Tables that grow with the blog: none of them may be scanned for a reader. */
const GROWING =
  /\bSCAN (posts|comments|c|p|lists|l|own|tags|t|categories|post_tags|post_categories|authors|counts|redirects|media|links|sitemap|posts_text|changes|outbox|subscriptions|s|link_hosts|erasures|e|answer|parent|r|m)\b|\bSCAN posts_search VIRTUAL TABLE INDEX \d+:(?!M)/;

/** A statement that was asked. */
export interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The database, noting every statement that it is asked. */
export function noting(asked: Asked[]): D1Database {
  const noted = intercept(env.DB, "prepare", (sql: string) => {
    const statement = env.DB.prepare(sql);
    const bound: D1PreparedStatement = intercept(statement, "bind", (...values: unknown[]) => {
      // Who binds nothing yet binds again.
      if (values.length === 0 && sql.includes("?1")) return bound;
      asked.push({ sql, values });
      return statement.bind(...values);
    });
    return bound;
  });
  return intercept(noted, "withSession", () => noted);
}

/** The same object, but for one method. */
function intercept<T extends object>(target: T, method: string, instead: unknown): T {
  return new Proxy(target, {
    get(object, name) {
      if (name === method) return instead;
      const value = Reflect.get(object, name);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

async function planOf({ sql, values }: Asked): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...values)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/** Where a statement reads the whole of a table that grows. */
export const scansOf = async (statement: Asked): Promise<string[]> =>
  (await planOf(statement)).filter((step) => GROWING.test(step));
