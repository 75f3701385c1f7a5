import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Root } from "hast";
import { imageSize } from "image-size";
import type { Term } from "../src/model.ts";
import { localDate, toUtcTime } from "../worker/content/dates.ts";
import { renderMarkdown } from "../worker/content/markdown.ts";
import { slugify } from "../worker/content/slug.ts";
import { eachElement } from "../worker/content/tree.ts";
import { setLine } from "../worker/content/typography.ts";
import type { CategoryDraft, PostDraft } from "../worker/db/save.ts";
import { type MarkdownFile, readFrontMatter } from "./front-matter.ts";

export interface Picture {
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const TYPES: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg" };

/** The demo's own pictures, under the hash of their bytes. */
export function readPictures(dir: string): Picture[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).map((name) => {
    const bytes = readFileSync(join(dir, name));
    const { width, height, type } = imageSize(bytes);
    const key = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    return {
      name,
      key,
      type: TYPES[type ?? ""] ?? "application/octet-stream",
      bytes,
      width,
      height,
    };
  });
}

/** Every Markdown file below the folder, rendered. */
export function readDemoPosts(
  dir: string,
  timeZone: string,
  pictures: readonly Picture[],
): PostDraft[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) =>
      toDraft(readFrontMatter(readFileSync(join(dir, name), "utf8")), timeZone, pictures),
    );
}

function toDraft(
  { fields, markdown }: MarkdownFile,
  timeZone: string,
  pictures: readonly Picture[],
): PostDraft {
  const slug = String(fields["slug"]);
  const kind = fields["kind"] === "page" ? "page" : "post";
  const lang = String(fields["lang"]);
  const publishedAt = toUtcTime(fields["date"] as string | Date);
  if (!publishedAt) throw new Error(`${slug}: the date cannot be read`);
  const date = localDate(publishedAt, timeZone);
  const path = kind === "page" ? `/${slug}/` : `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}/`;
  const { text: _plain, ...rendered } = renderMarkdown(markdown, {
    lang,
    path,
    transforms: [(tree) => usePictures(tree, pictures)],
  });
  return {
    ...{ kind, status: "published", slug, path, lang, author: String(fields["author"]) },
    guid: `urn:randnotiz:demo:${lang}:${slug}`,
    title: setLine(String(fields["title"]), lang),
    ...{ parentGuid: null, menuOrder: 0, format: "markdown", source: markdown, ...rendered },
    tags: names(fields["tags"]).map(toTerm),
    categories: names(fields["categories"]).map((name) => toTerm(name.split("/").at(-1) ?? name)),
    ...{ publishedAt, localDate: date, createdAt: publishedAt, updatedAt: publishedAt },
    ...{ sticky: fields["sticky"] === true, commentsOpen: kind === "post", wpId: null },
    ...{ importing: false, demo: true },
  };
}

const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const toTerm = (name: string): Term => ({ slug: slugify(name), name });

/** `![](media/x.png)` becomes the stored file, with its size, so that nothing moves when it arrives. */
function usePictures(tree: Root, pictures: readonly Picture[]): void {
  eachElement(tree, (node) => {
    if (node.tagName !== "img") return;
    const name = basename(String(node.properties["src"] ?? ""));
    const picture = pictures.find((candidate) => candidate.name === name);
    if (!picture) return;
    const { width, height } = picture;
    Object.assign(node.properties, { src: `/media/${picture.key}/${name}`, width, height });
  });
}

/** Categories as the posts name them, parents first: "Kolumne/Am Gleis" is below "Kolumne". */
export function readDemoCategories(dir: string): CategoryDraft[] {
  const found = new Map<string, CategoryDraft>();
  for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".md")) continue;
    const { fields } = readFrontMatter(readFileSync(join(dir, name), "utf8"));
    for (const category of names(fields["categories"])) {
      const [parent, child] = category.split("/");
      if (parent) found.set(parent, { ...toTerm(parent), parent: null, demo: true });
      if (parent && child)
        found.set(category, { ...toTerm(child), parent: slugify(parent), demo: true });
    }
  }
  return [...found.values()].sort((a, b) => (a.parent ? 1 : 0) - (b.parent ? 1 : 0));
}
