// The blog of this machine: its bindings, and its database brought up to date.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { getPlatformProxy, type PlatformProxy } from "wrangler";

type Bindings = { DB: D1Database; MEDIA: R2Bucket };

/** Opens the local bindings; `dispose()` them at the end, or the process stays. `dir` is where they are kept: `wrangler --persist-to`. */
export async function openLocal(dir?: string): Promise<PlatformProxy<Bindings>> {
  const proxy = await getPlatformProxy<Bindings>({
    configPath: "wrangler.toml",
    ...(dir ? { persist: { path: join(dir, "v3") } } : {}),
  });
  await migrate(proxy.env.DB);
  return proxy;
}

/** Lies with the database, and so is gone when somebody deletes it. */
const STAMP = ".wrangler/state/v3/d1/up-to-date";

/** Whether the local database has every migration and was filled; looking takes no workerd, hence no second. */
export function isUpToDate(): boolean {
  try {
    return readFileSync(STAMP, "utf8") === hashOfMigrations();
  } catch {
    return false;
  }
}

export function rememberUpToDate(): void {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, hashOfMigrations());
}

function hashOfMigrations(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync("migrations").sort())
    hash.update(readFileSync(join("migrations", name)));
  return hash.digest("hex");
}

/** Applies what is new in migrations/, under the names that `wrangler d1 migrations` keeps too. */
async function migrate(db: D1Database): Promise<void> {
  await db.exec(
    "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
  );
  const { results } = await db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const { readD1Migrations } = await import("@cloudflare/vitest-plugin");
  for (const { name, queries } of await readD1Migrations("migrations")) {
    if (applied.has(name)) continue;
    await db.batch([
      ...queries.map((query) => db.prepare(query)),
      db.prepare("INSERT INTO d1_migrations (name) VALUES (?1)").bind(name),
    ]);
  }
}
