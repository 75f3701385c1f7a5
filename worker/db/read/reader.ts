import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Site } from "../../../src/model.ts";
import { DEFAULTS } from "../write/settings.ts";

/** The site row: a Site but for what is configuration of the deployment. */
export type StoredSite = Omit<Site, "origin" | "indexed">;

/** What D1 was asked for, for `Server-Timing` and the budgets. */
export interface Cost {
  queries: number;
  trips: number;
  rows: number;
}

const EMPTY: StoredSite = {
  title: DEFAULTS.title,
  tagline: DEFAULTS.tagline,
  lang: "en",
  timeZone: DEFAULTS.timeZone,
  navigation: [],
  footer: [],
  sidebar: [],
};

/** Reads for one public page: the site row comes with the first batch, and every row is counted. */
export class Reader {
  readonly cost: Cost = { queries: 0, trips: 0, rows: 0 };
  /** Known after the first batch; an error page after it costs no further trip. */
  site: StoredSite | null = null;
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  sql(text: string, ...values: unknown[]): D1PreparedStatement {
    return this.#db.prepare(text).bind(...values);
  }

  /** One round trip. Gives the rows of each statement, in order. */
  async batch(statements: readonly D1PreparedStatement[]): Promise<unknown[][]> {
    const asked = this.site
      ? statements
      : [this.#db.prepare("SELECT json FROM site"), ...statements];
    const results = await this.#ask(asked as D1PreparedStatement[]);
    this.cost.trips += 1;
    this.cost.queries += results.length;
    for (const { meta } of results) this.cost.rows += meta.rows_read;
    const rows = results.map((result) => result.results as unknown[]);
    if (!this.site) this.site = parseSite(rows.shift()?.[0] as { json: string } | undefined);
    return rows;
  }

  /** A read may be asked again, once: most of D1's troubles last a moment, and more would be a storm. */
  async #ask(statements: D1PreparedStatement[]) {
    try {
      return await this.#db.batch(statements);
    } catch (error) {
      if (!(error instanceof Error) || !PASSING.test(error.message)) throw error;
      return this.#db.batch(statements);
    }
  }
}

/** What D1 says of itself may be tried again: developers.cloudflare.com/d1/observability/debug-d1 */
const PASSING =
  /Network connection lost|storage caused object to be reset|due to transient issue|commit token/;

const parseSite = (row: { json: string } | undefined): StoredSite =>
  row ? JSON.parse(row.json) : EMPTY;
