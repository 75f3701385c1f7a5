import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Site, UtcTime } from "../../../src/model.ts";
import { again } from "../again.ts";
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
  theme: null,
  imprint: false,
  comments: { mail: "off", night: "open" },
};

/** The database, or a session with one of its replicas. */
type ReadableDb = Pick<D1Database, "prepare" | "batch">;

/** Reads for one public page: the site row comes with the first batch, and every row is counted. */
export class Reader {
  /** Known after the first batch; an error page after it costs no further trip. */
  site: StoredSite | null = null;
  /** As the first batch saw them: the newest change, and the generation of what is cached. */
  seq = 0;
  changedAt: UtcTime | "" = "";
  generation = "";
  readonly cost: Cost;
  readonly #db: ReadableDb;

  /** `cost` is added to. */
  constructor(db: ReadableDb, cost: Cost = { queries: 0, trips: 0, rows: 0 }) {
    this.#db = db;
    this.cost = cost;
  }

  sql(text: string, ...values: unknown[]): D1PreparedStatement {
    return this.#db.prepare(text).bind(...values);
  }

  /** One round trip. Gives the rows of each statement, in order. */
  async batch(statements: readonly D1PreparedStatement[]): Promise<unknown[][]> {
    const asked = this.site ? statements : [this.#db.prepare(FRAME), ...statements];
    const results = await again(() => this.#db.batch(asked as D1PreparedStatement[]));
    this.cost.trips += 1;
    this.cost.queries += results.length;
    for (const { meta } of results) this.cost.rows += meta.rows_read;
    const rows = results.map((result) => result.results as unknown[]);
    if (!this.site) this.#read(rows.shift()?.[0] as FrameRow);
    return rows;
  }

  #read({ json, seq, at, generation }: FrameRow): void {
    this.site = storedSite(json);
    this.seq = seq;
    this.changedAt = at;
    this.generation = generation ?? "";
  }
}

/** What a site row says. */
export const storedSite = (json: string | null): StoredSite =>
  json ? { ...EMPTY, ...JSON.parse(json) } : EMPTY;

interface FrameRow {
  readonly json: string | null;
  readonly seq: number;
  readonly at: UtcTime | "";
  readonly generation: string | null;
}

/** What every page needs, in the same batch as its content, so that they are of one moment. */
const FRAME = `SELECT (SELECT json FROM site) AS json, (SELECT generation FROM caches) AS generation,
    coalesce(newest.seq, 0) AS seq, coalesce(c.at, '') AS at
  FROM (SELECT max(seq) AS seq FROM changes) newest LEFT JOIN changes c ON c.seq = newest.seq`;
