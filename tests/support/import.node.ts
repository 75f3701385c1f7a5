import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import { readText } from "../../scripts/import/read-file.ts";
import { openRelay, type Relay } from "../../scripts/import/relay.ts";
import { importExport } from "../../worker/content/wxr/import.ts";
import type { Report } from "../../worker/content/wxr/report.ts";

type Open = () => AsyncIterable<string>;

/** When the tests import. */
export const NOW = "2026-01-01T00:00:00Z";

const DERIVED = "lists counts site settings media";
const CHILDREN_FIRST = `comments post_tags post_categories ${DERIVED} posts tags categories authors`;

/** A database of its own, as the import opens it. */
export class ImportBlog {
  readonly dir: string;
  readonly relay: Relay;

  private constructor(dir: string, relay: Relay) {
    this.dir = dir;
    this.relay = relay;
  }

  static async open(): Promise<ImportBlog> {
    const dir = mkdtempSync(join(tmpdir(), "randnotiz-import-"));
    return new ImportBlog(dir, await openRelay(join(dir, "state")));
  }

  async close(): Promise<void> {
    await this.relay.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  run = (open: Open, db = this.relay.db): Promise<Report> =>
    importExport({ db, open, library: null, now: NOW });

  async rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
    return (await this.relay.db.prepare(sql).all<T>()).results;
  }

  post = async (path: string) => (await this.rows(`SELECT * FROM posts WHERE path = '${path}'`))[0];

  /** Everything that an import writes. */
  async dump(): Promise<Record<string, unknown>> {
    const tables: Record<string, unknown> = {};
    for (const table of CHILDREN_FIRST.split(" "))
      tables[table] = await this.rows(`SELECT * FROM ${table} ORDER BY 1, 2`);
    return tables;
  }

  async empty(): Promise<void> {
    const { db } = this.relay;
    await db.batch([
      db.prepare("UPDATE posts SET parent_id = NULL"),
      db.prepare("UPDATE categories SET parent_id = NULL"),
      ...CHILDREN_FIRST.split(" ").map((name) => db.prepare(`DELETE FROM ${name}`)),
    ]);
  }
}

/** An export of tests/fixtures. */
export const file =
  (name: string): Open =>
  () =>
    readText(`tests/fixtures/wxr/${name}.xml`, () => {});

/** Numbers of the table: found, imported, already there, skipped. */
export function counts({ tally }: Report): Record<string, number[]> {
  return Object.fromEntries(
    [...tally.lines].map(([kind, { found, imported, there, skipped }]) => [
      kind,
      [found, imported, there, [...skipped.values()].reduce((sum, count) => sum + count, 0)],
    ]),
  );
}

/** A database that dies before the first batch in which a statement says this. */
export function failing(db: D1Database, word: string): D1Database {
  const says = (statement: D1PreparedStatement) => JSON.stringify(statement).includes(word);
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      if (statements.some(says)) throw new Error("killed");
      return db.batch(statements);
    },
  } as unknown as D1Database;
}

/** An export of so many posts with a comment each, more than one batch. */
export async function* manyPosts(count: number): AsyncGenerator<string> {
  let whole = "";
  for await (const chunk of file("blog")()) whole += chunk;
  const head = whole.slice(0, whole.indexOf("<wp:category>"));
  yield head;
  for (let at = 1; at <= count; at++)
    yield `<item><title>Post ${at}</title><guid>urn:post-${at}</guid><wp:post_id>${at}</wp:post_id>
      <wp:post_name>post-${at}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
      <wp:post_date_gmt>2010-01-02 03:04:05</wp:post_date_gmt><wp:post_date>2010-01-02 03:04:05</wp:post_date>
      <wp:comment><wp:comment_id>${at % 100}</wp:comment_id><wp:comment_content>c</wp:comment_content>
      <wp:comment_approved>1</wp:comment_approved></wp:comment></item>`;
  yield "</channel></rss>";
}
