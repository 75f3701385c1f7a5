import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { D1Database } from "@cloudflare/workers-types";

/** The local blog's database and media, behind a process of their own. */
export interface Relay {
  readonly db: D1Database;
  readonly putMedia: (key: string, type: string, bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the bindings that `npm start` serves, or those kept in another folder: `wrangler --persist-to`. */
export async function openRelay(dir?: string): Promise<Relay> {
  const relay = await startRelay(dir);
  if (await isUpToDate(relay.db)) return relay;
  await relay.close();
  const [code] = await once(fork(fileOf("prepare.ts"), dir ? [dir] : []), "exit");
  if (code !== 0) throw new Error("The local database could not be brought up to date.");
  return startRelay(dir);
}

/** Whether each file of migrations/ was applied. */
async function isUpToDate(db: D1Database): Promise<boolean> {
  const known = db.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(
    (await known.catch(() => ({ results: [] }))).results.map(({ name }) => name),
  );
  return readdirSync("migrations").every((name) => applied.has(name));
}

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function startRelay(dir?: string): Promise<Relay> {
  // Small heaps: it only waits.
  const execArgv = ["--max-semi-space-size=1", "--max-old-space-size=128", "--optimize-for-size"];
  const child = fork(fileOf("relay-process.ts"), dir ? [dir] : [], {
    execArgv: [...execArgv, "--disable-warning=ExperimentalWarning"],
  });
  const [origin] = (await Promise.race([once(child, "message"), failure(child)])) as [string];
  return {
    db: new RelayDatabase(origin) as unknown as D1Database,
    putMedia: async (key, type, bytes) => {
      await send(new URL(`/media/${key}`, origin), "PUT", bytes, type);
    },
    close: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  await once(child, "exit");
  throw new Error("The local database could not be opened.");
}

const agent = new Agent({ keepAlive: true });

/** By node:http: `fetch` alone takes as much memory as ten thousand posts. */
async function send(
  url: URL,
  method: string,
  body: string | Uint8Array,
  type: string,
): Promise<string> {
  const bytes = Buffer.from(body as string);
  const headers = { "Content-Type": type, "Content-Length": bytes.length };
  const asked = request(url, { agent, method, headers });
  asked.end(bytes);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray()).toString();
  if ((answer.statusCode ?? 500) >= 300) throw new Error(text);
  return text;
}

interface Answer {
  readonly results: Record<string, unknown>[];
  readonly meta: { readonly changes: number };
}

/** As much of D1Database as the blog's statements use. */
class RelayDatabase {
  readonly #url: URL;

  constructor(origin: string) {
    this.#url = new URL("/batch", origin);
  }

  prepare = (sql: string): RelayStatement => new RelayStatement(this, sql, []);

  async batch(statements: readonly RelayStatement[]): Promise<Answer[]> {
    const body = JSON.stringify(statements.map(({ sql, values }) => [sql, values]));
    return JSON.parse(await this.#send(body)) as Answer[];
  }

  /** A running `npm start` writes to the same file now and then; a batch that failed wrote nothing. */
  async #send(body: string): Promise<string> {
    for (const wait of WAITS_MS) {
      try {
        return await send(this.#url, "POST", body, "application/json");
      } catch (error) {
        if (!/internal error|locked|busy/i.test(String(error))) throw error;
        await setTimeout(wait);
      }
    }
    return send(this.#url, "POST", body, "application/json");
  }
}

/** Milliseconds to wait before each new attempt. */
const WAITS_MS = [100, 500, 2_000, 5_000];

class RelayStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly #db: RelayDatabase;

  constructor(db: RelayDatabase, sql: string, values: readonly unknown[]) {
    this.#db = db;
    this.sql = sql;
    this.values = values;
  }

  bind = (...values: unknown[]): RelayStatement => new RelayStatement(this.#db, this.sql, values);
  all = async (): Promise<Answer> => (await this.#db.batch([this]))[0] as Answer;
  run = (): Promise<Answer> => this.all();
  first = async () => (await this.all()).results[0] ?? null;
}
