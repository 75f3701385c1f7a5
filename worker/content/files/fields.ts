import type { Path, Term } from "../../../src/model.ts";
import type { CategoryDraft } from "../../db/write/save.ts";
import { isReservedPath } from "../paths.ts";
import { slugify } from "../slug.ts";
import { type PostFile, wrongFile } from "./post-file.ts";

/** What front matter says, in one spelling; null where it says nothing. */
export interface Fields {
  readonly kind: "post" | "page";
  readonly visibility: "draft" | "unlisted" | "public";
  readonly title: string | null;
  /** As it was written. */
  readonly date: string | null;
  readonly dateField: string;
  readonly tags: readonly Term[];
  readonly categories: readonly Term[];
  /** The same with all above them, parents first. */
  readonly allCategories: readonly CategoryDraft[];
  readonly lang: string | null;
  readonly slug: string;
  /** A path of its own. */
  readonly path: Path | null;
  readonly summary: string | null;
  readonly id: string | null;
  readonly guid: string | null;
  readonly author: Term | null;
  readonly sticky: boolean;
  readonly comments: "open" | "held" | "closed" | null;
}

const DATES = ["date", "pubdate", "publishdate", "published_at"];
const SUMMARIES = ["summary", "description", "excerpt"];

/** Reads the spellings of Hugo, Jekyll and Astro. Throws a sentence that names the file and the line. */
export function readFields(file: PostFile): Fields {
  const text = (...names: string[]) => textOf(file, names);
  const named = nameOf(file.name);
  const dateField = DATES.find((name) => textOf(file, [name])) ?? "date";
  const categories = namesOf(file, "category", "categories");
  const steps = categories.map((name) => stepsOf(file, name));
  return {
    kind: text("kind", "layout", "type") === "page" ? "page" : "post",
    visibility: visibilityOf(file),
    ...{ title: text("title"), date: text(dateField) ?? named.date, dateField },
    tags: namesOf(file, "tag", "tags").map((name) => toTerm(file, name, "tags")),
    categories: steps.map(({ slug, name }) => ({ slug, name })),
    allCategories: steps.flatMap(({ all }) => all),
    lang: langOf(file),
    slug: slugOf(file, text("slug") ?? named.slug),
    path: pathOf(file),
    ...{ summary: text(...SUMMARIES), author: authorOf(file), id: text("id"), guid: text("guid") },
    ...{ sticky: booleanOf(file, "sticky") ?? false, comments: commentsOf(file) },
  };
}

/** "2026-01-02-title.md" as Jekyll has it, and "title/index.md" as Hugo does. */
function nameOf(path: string): { slug: string; date: string | null } {
  const segments = path.replace(/(\/index)?\.(md|markdown)$/i, "").split("/");
  const last = segments.at(-1) ?? "";
  const dated = /^(\d{4}-\d\d-\d\d)-(.+)$/.exec(last);
  return { slug: dated?.[2] ?? last, date: dated?.[1] ?? null };
}

function visibilityOf(file: PostFile): Fields["visibility"] {
  const published = booleanOf(file, "published");
  if (booleanOf(file, "draft") || published === false) return "draft";
  return booleanOf(file, "unlisted") ? "unlisted" : "public";
}

function textOf(file: PostFile, names: readonly string[]): string | null {
  for (const name of names) {
    const value = file.fields[name] ?? "";
    if (typeof value !== "string") throw wrongFile(file, `"${name}" must be one text.`, name);
    const text = value.trim().normalize("NFC");
    if (text && text !== "null" && text !== "~") return text;
  }
  return null;
}

function booleanOf(file: PostFile, name: string): boolean | null {
  const text = textOf(file, [name]);
  if (text === null) return null;
  if (/^(true|yes|on)$/i.test(text)) return true;
  if (/^(false|no|off)$/i.test(text)) return false;
  const or = name === "comments" ? "true, false or held" : "true or false";
  throw wrongFile(file, `"${name}" must be ${or}, not "${text}".`, name);
}

function commentsOf(file: PostFile): Fields["comments"] {
  if (textOf(file, ["comments"]) === "held") return "held";
  const open = booleanOf(file, "comments");
  return open === null ? null : open ? "open" : "closed";
}

function authorOf(file: PostFile): Term | null {
  const name = textOf(file, ["author"]);
  return name === null ? null : toTerm(file, name, "author");
}

/** One name, or a list of them, which may stand in one line with commas. */
function namesOf(file: PostFile, one: string, many: string): string[] {
  const value = file.fields[many];
  const single = textOf(file, [one]);
  const list = Array.isArray(value) ? value : (textOf(file, [many]) ?? "").split(",");
  if (list.some((name) => typeof name !== "string"))
    throw wrongFile(file, `"${many}" must be a list of names.`, many);
  const names = [single ?? "", ...list].map((name: string) => name.trim().normalize("NFC"));
  return [...new Set(names.filter(Boolean))];
}

function toTerm(file: PostFile, name: string, field: string): Term {
  const slug = slugify(name);
  if (!slug) throw wrongFile(file, `"${name}" has no letter to make an address of.`, field);
  return { slug, name };
}

/** "Kolumne/Am Gleis" is "Am Gleis" below "Kolumne". */
function stepsOf(file: PostFile, written: string): Term & { all: CategoryDraft[] } {
  const names = written.split("/").map((name) => name.trim());
  const terms = names.map((name) => toTerm(file, name, "categories"));
  const all = terms.map((term, at) => ({ ...term, parent: terms[at - 1]?.slug ?? null }));
  return { ...(terms.at(-1) as Term), all };
}

function langOf(file: PostFile): string | null {
  const lang = textOf(file, ["lang", "language", "locale"])?.replaceAll("_", "-") ?? null;
  if (lang && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang))
    throw wrongFile(file, `"${lang}" is no language such as "en" or "de-AT".`, "lang");
  return lang;
}

function slugOf(file: PostFile, written: string): string {
  const slug = slugify(written);
  if (!slug) throw wrongFile(file, `"${written}" has no letter to make a slug of.`, "slug");
  return slug;
}

function pathOf(file: PostFile): Path | null {
  const field = ["permalink", "url"].find((name) => textOf(file, [name]));
  const path = field && textOf(file, [field]);
  if (!field || !path) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may stand in an address
  if (!/^\/[^?#%:\\\u0000-\u001F\s]*$/.test(path) || /\/(\/|\.{1,2}(\/|$))/.test(path))
    throw wrongFile(file, `"${path}" is no path such as "/about/" that could be served.`, field);
  if (isReservedPath(path)) throw wrongFile(file, `The path ${path} belongs to the blog.`, field);
  return path;
}
