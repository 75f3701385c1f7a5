import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { draftFile, type FileDraft } from "../worker/content/files/draft.ts";
import type { FindPicture } from "../worker/content/files/render.ts";
import type { PostDraft } from "../worker/db/write/drafts.ts";
import type { CategoryDraft } from "../worker/db/write/save.ts";
import { readFrontMatter } from "./front-matter.ts";

export interface DemoPosts {
  readonly posts: readonly PostDraft[];
  readonly categories: readonly CategoryDraft[];
  /** The files, relative to the folder. */
  readonly names: readonly string[];
}

/** Every Markdown file below the folder, read and rendered as `npm run publish` does. */
export function readDemoPosts(dir: string, timeZone: string, picture: FindPicture): DemoPosts {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  const drafts = names.map((name) =>
    draftFile(readFrontMatter(name, readFileSync(join(dir, name), "utf8")), {
      ...{ lang: "en", timeZone, picture },
      // The demo lies in the past: nothing in it is scheduled.
      now: "9999-01-01T00:00:00Z",
      author: (named) => named ?? { slug: "", name: "" },
    }),
  );
  return { posts: drafts.map(toDemo), categories: drafts.flatMap((one) => one.categories), names };
}

const toDemo = ({ post }: FileDraft): PostDraft => ({
  ...post,
  guid: `urn:randnotiz:demo:${post.lang}:${post.slug}`,
  demo: true,
});
