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
  readonly comments: Partial<CommentSettings>;
}

/** What the owner decides about comments. */
export interface CommentSettings {
  /** Whose comments wait for the author; `newcomers` have no approved comment here. */
  readonly hold: "all" | "newcomers" | "none";
  /** More links than this wait. */
  readonly links: number;
  /** Whole words, hosts and names that make a comment wait. */
  readonly words: readonly string[];
  readonly hosts: readonly string[];
  readonly names: readonly string[];
  /** Those that are refused, which the visitor is told. */
  readonly refuseWords: readonly string[];
  readonly refuseHosts: readonly string[];
  readonly refuseNames: readonly string[];
  readonly refuseEmails: readonly string[];
  /** A post's discussion ends after so many days; null: never. */
  readonly closeAfterDays: number | null;
  /** The switch for bad nights, and when it goes back by itself. */
  readonly night: "open" | "held" | "closed";
  readonly nightUntil: UtcTime | null;
  /** Minutes in which one's own comment can be changed or withdrawn. */
  readonly editMinutes: number;
  /** Who is told of comments by mail. */
  readonly mail: "off" | "owner" | "everyone";
}

export const COMMENT_DEFAULTS: CommentSettings = {
  ...{ hold: "newcomers", links: 2, closeAfterDays: null, editMinutes: 15, mail: "off" },
  ...{ words: [], hosts: [], names: [], refuseWords: [], refuseHosts: [] },
  ...{ refuseNames: [], refuseEmails: [] },
  ...{ night: "open", nightUntil: null },
};

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
  comments: COMMENT_DEFAULTS,
};

/** The stored setting, which may say less than all, with what serves otherwise. */
export const commentSettings = (json: string | null): CommentSettings => ({
  ...COMMENT_DEFAULTS,
  ...(json ? JSON.parse(json) : {}),
});

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
