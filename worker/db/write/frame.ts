import type { D1Database, D1Result } from "@cloudflare/workers-types";
import type { Path, UtcTime } from "../../../src/model.ts";
import { writeSettings } from "./blog-settings.ts";
import type { Statements } from "./drafts.ts";
import { DEFAULTS } from "./settings.ts";

export interface NavigationRow {
  readonly id: number;
  readonly title: string;
  readonly path: Path;
  readonly slug: string;
}

export interface BlogrollRow {
  readonly title: string;
  readonly url: string;
  readonly feedUrl: string | null;
  readonly description: string;
}

/** What stands around every page, as it is set. */
export interface FrameRows {
  readonly pages: readonly NavigationRow[];
  readonly blogroll: readonly BlogrollRow[];
  readonly sidebar: unknown;
  readonly footer: readonly string[];
  /** Ids of static pages that the navigation leaves out. */
  readonly hidden: readonly number[];
}

export async function findFrame(db: D1Database): Promise<FrameRows> {
  const [pages, links, settings] = (await db.batch([
    db.prepare(`SELECT id, title, path, slug FROM posts
      WHERE kind = 'page' AND status = 'published' AND parent_id IS NULL ORDER BY menu_order, title LIMIT 200`),
    db.prepare(
      "SELECT title, url, feed_url AS feedUrl, description FROM links ORDER BY position, title",
    ),
    db.prepare(
      "SELECT name, value FROM settings WHERE name IN ('sidebar', 'footer', 'navigationHidden')",
    ),
  ])) as [
    D1Result<NavigationRow>,
    D1Result<BlogrollRow>,
    D1Result<{ name: string; value: string }>,
  ];
  const set = Object.fromEntries(
    settings.results.map(({ name, value }) => [name, JSON.parse(value)]),
  );
  return {
    pages: pages.results,
    blogroll: links.results,
    sidebar: set["sidebar"] ?? DEFAULTS.sidebar,
    footer: set["footer"] ?? DEFAULTS.footer,
    hidden: set["navigationHidden"] ?? [],
  };
}

export interface FrameDraft {
  /** Ids of static pages in order, and those of them that are left out. */
  readonly navigation?: { readonly order: readonly number[]; readonly hidden: readonly number[] };
  readonly sidebar?: unknown;
  readonly footer?: readonly string[];
  readonly blogroll?: readonly BlogrollRow[];
}

/** Sets what is named; the rest stays. */
export function writeFrame(db: D1Database, draft: FrameDraft, now: UtcTime): Statements {
  const { navigation, sidebar, footer, blogroll } = draft;
  return [
    ...(navigation ? [orderPages(db, navigation.order)] : []),
    ...(blogroll ? writeBlogroll(db, blogroll) : []),
    ...writeSettings(
      db,
      {
        ...(sidebar === undefined ? {} : { sidebar }),
        ...(footer === undefined ? {} : { footer }),
        ...(navigation ? { navigationHidden: navigation.hidden } : {}),
      },
      now,
    ),
  ];
}

const orderPages = (db: D1Database, order: readonly number[]) =>
  db
    .prepare(
      `UPDATE posts SET menu_order = coalesce((SELECT key FROM json_each(?1) WHERE value = posts.id), menu_order + 1000)
       WHERE kind = 'page' AND parent_id IS NULL`,
    )
    .bind(JSON.stringify(order));

const writeBlogroll = (db: D1Database, links: readonly BlogrollRow[]): Statements => [
  db.prepare("DELETE FROM links"),
  db
    .prepare(
      `INSERT OR IGNORE INTO links (title, url, feed_url, description, position)
       SELECT value ->> 'title', value ->> 'url', value ->> 'feedUrl', value ->> 'description', key FROM json_each(?1)`,
    )
    .bind(JSON.stringify(links)),
];
