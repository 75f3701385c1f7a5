import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openLocal } from "../../scripts/local.ts";
import { type Desk, type Options, publishFromDisk } from "../../scripts/publish/from-disk.ts";

export const NOW = "2026-05-01T12:00:00Z";
/** Front matter of a post about nothing much. */
export const DATED = "title: A\ndate: 2026-01-02";

const TABLES =
  "authors posts tags categories post_tags post_categories lists counts site settings redirects media files changes outbox";

/** An author's desk: a folder for files, and an empty local blog, for each test. */
export class AuthorsDesk {
  #dir = "";
  #local: Awaited<ReturnType<typeof openLocal>> | undefined;
  root = "";

  constructor() {
    beforeAll(async () => {
      this.#dir = mkdtempSync(join(tmpdir(), "randnotiz-publish-"));
      this.#local = await openLocal(this.#dir);
    }, 30_000);
    beforeEach(async () => {
      this.root = mkdtempSync(join(this.#dir, "desk-"));
      const { db } = this.desk;
      const tables = TABLES.split(" ").reverse();
      await db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)));
    });
    afterAll(async () => {
      await this.#local?.dispose();
      rmSync(this.#dir, { recursive: true, force: true });
    });
  }

  /** Where the blog lies. */
  get dir(): string {
    return this.#dir;
  }

  get desk(): Desk {
    if (!this.#local) throw new Error("The blog is not open yet");
    const { DB: db, MEDIA: bucket } = this.#local.env;
    return { db, bucket, root: this.root, now: NOW };
  }

  /** A file of the author's. */
  write(name: string, fields: string, text = "Ein Text."): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), `---\n${fields}\n---\n\n${text}\n`);
  }

  /** "created posts/a.md" for each file. */
  async publish(options: Options & { now?: string; typed?: string[] } = {}): Promise<string[]> {
    const { now = NOW, typed = ["posts"], ...rest } = options;
    const published = await publishFromDisk({ ...this.desk, now }, typed, rest);
    return published.map(({ kind, file }) => `${kind} ${file}`);
  }

  async rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.desk.db.prepare(sql).all()).results;
  }

  /** The only post. */
  async post(): Promise<Record<string, unknown>> {
    return (await this.rows("SELECT * FROM posts"))[0] ?? {};
  }

  /** Every row of the blog. */
  dump(): Promise<Record<string, unknown>[][]> {
    const tables = TABLES.split(" ");
    return Promise.all(tables.map((table) => this.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)));
  }
}
