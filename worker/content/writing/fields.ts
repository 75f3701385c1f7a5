import type { PostFields } from "../../../src/admin-api/posts.ts";
import type { Term } from "../../../src/model.ts";
import type { WritingRow } from "../../db/read/writing.ts";

export type Format = WritingRow["format"];

/** What the editor shows of a post. */
export interface WorkingCopy {
  readonly fields: PostFields;
  readonly format: Format;
  /** What readers see, where that is another text. */
  readonly published: PostFields | null;
  /** Whether the post was written elsewhere since the fields were saved. */
  readonly behind: boolean;
}

/** The newest save, where it has something that readers do not see yet; else the post as it stands. */
export function workingCopy(row: WritingRow): WorkingCopy {
  const live = liveFields(row);
  const asItStands = { fields: live, format: row.format, published: null, behind: false };
  if (row.fields === null) return asItStands;
  const { format = row.format, ...saved } = JSON.parse(row.fields) as Saved;
  const moved = row.savedVersion !== row.version;
  if (row.revision === row.liveRevision)
    // What was published is shown as it was typed, before quotes and dashes were set.
    return moved ? asItStands : { ...asItStands, fields: saved, format };
  const hidden = row.status === "draft" && !moved;
  return { fields: saved, format, published: hidden ? null : live, behind: moved };
}

/** What a save keeps: the fields, and what the text is written in. */
export type Saved = PostFields & { readonly format?: Format };

export const savedText = (fields: PostFields, format: Format): string =>
  JSON.stringify({ ...fields, format } satisfies Saved);

function liveFields(row: WritingRow): PostFields {
  const tags = JSON.parse(row.tags) as Term[];
  const categories = JSON.parse(row.categories) as Term[];
  const cover = row.cover === null ? null : (JSON.parse(row.cover) as { key: string; alt: string });
  return {
    ...{ title: row.title, markdown: row.source, slug: isUnnamed(row) ? "" : row.slug },
    ...{ summary: row.summary ?? "", lang: row.lang },
    tags: tags.map(({ name }) => name),
    categories: categories.map(({ slug }) => slug),
    cover: cover && { key: cover.key, alt: cover.alt },
    canonical: row.canonical,
    comments: row.commentsOpen === 0 ? "closed" : row.commentsHeld === 1 ? "held" : "open",
    ...{ sticky: row.sticky === 1, author: row.authorSlug },
  };
}

/** Where drafts stand that were never anything else: nobody finds them there. */
export const DRAFTS = "/draft/";
export const isUnnamed = ({ path }: Pick<WritingRow, "path">): boolean => path.startsWith(DRAFTS);
