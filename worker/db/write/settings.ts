import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { UtcTime } from "../../../src/model.ts";

/** A block of the sidebar as the setting `sidebar` names it. */
export type SidebarSetting =
  | { readonly kind: "comments" | "tags"; readonly count?: number }
  | {
      readonly kind: "category";
      readonly slug: string;
      readonly title?: string;
      readonly count?: number;
    }
  | { readonly kind: "categories" | "archive" | "blogroll" | "feeds" }
  | { readonly kind: "text"; readonly title: string; readonly html: string };

/** The settings that pages need; each has a value that serves when it is not set. */
export interface Settings {
  readonly title: string;
  readonly tagline: string;
  readonly lang: string;
  readonly timeZone: string;
  readonly sidebar: readonly SidebarSetting[];
  /** Slugs of the static pages at the foot of every page. */
  readonly footer: readonly string[];
}

export const DEFAULTS: Settings = {
  title: "Randnotiz",
  tagline: "",
  lang: "en",
  timeZone: "UTC",
  sidebar: [
    { kind: "comments", count: 8 },
    { kind: "categories" },
    { kind: "tags", count: 30 },
    { kind: "archive" },
    { kind: "blogroll" },
    { kind: "feeds" },
  ],
  footer: ["impressum", "imprint", "datenschutz", "privacy", "privacy-policy"],
};

/** How the blog talks with its visitors. Words and names are plain words, never patterns. */
export interface CommentSettings {
  /** Who waits for an author: everybody, who has no approved comment yet, or nobody. */
  readonly hold: "all" | "newcomers" | "none";
  /** A comment with more links than this waits. */
  readonly links: number;
  readonly words: readonly string[];
  readonly hosts: readonly string[];
  readonly names: readonly string[];
  readonly refuseWords: readonly string[];
  readonly refuseHosts: readonly string[];
  readonly refuseNames: readonly string[];
  /** Days after a post's publication; null: never. */
  readonly closeAfterDays: number | null;
  /** For a bad night: all comments wait, or there are none. */
  readonly night: "open" | "held" | "closed";
  /** When the night is over; null: when an author says so. */
  readonly nightUntil: UtcTime | null;
  /** How long one may change one's own comment. */
  readonly editMinutes: number;
  /** Who gets mail from the blog. */
  readonly mail: "off" | "owner" | "everyone";
}

export const COMMENT_DEFAULTS: CommentSettings = {
  ...{ hold: "newcomers", links: 2 },
  ...{ words: [], hosts: [], names: [], refuseWords: [], refuseHosts: [], refuseNames: [] },
  ...{ closeAfterDays: null, night: "open", nightUntil: null, editMinutes: 15, mail: "off" },
};

/** Sets a setting; one of the demo's leaves with the demo. */
export function setSetting<K extends keyof Settings>(
  db: D1Database,
  name: K,
  value: Settings[K],
  demo = false,
): D1PreparedStatement {
  const sql = `INSERT INTO settings (name, value, demo) VALUES (?1, ?2, ?3)
    ON CONFLICT (name) DO UPDATE SET value = ?2, demo = ?3`;
  return db.prepare(sql).bind(name, JSON.stringify(value), demo ? 1 : 0);
}

/** Sets a setting only where none is set. */
export function suggestSetting<K extends keyof Settings>(
  db: D1Database,
  name: K,
  value: Settings[K],
): D1PreparedStatement {
  const sql = "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
  return db.prepare(sql).bind(name, JSON.stringify(value));
}
