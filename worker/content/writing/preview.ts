import type { Cover, Post, UtcTime } from "../../../src/model.ts";
import type { RenderedRow, WritingRow, WritingSettings } from "../../db/read/writing.ts";
import type { SizedMedia } from "../sizes.ts";
import { setLine } from "../typography.ts";
import { categoriesOf, renderFields, tagsOf } from "./draft.ts";
import type { WorkingCopy } from "./fields.ts";

interface Draft {
  readonly row: WritingRow;
  readonly rendered: RenderedRow;
  readonly copy: Pick<WorkingCopy, "fields" | "format">;
  readonly settings: WritingSettings;
  readonly cover: Cover | null;
  /** The files that the text names. */
  readonly media: readonly SizedMedia[];
  readonly now: UtcTime;
}

/** A post as readers would see it if what was typed were published now. It has no discussion, and nobody is to find it. */
export function previewOf({ row, rendered, copy, settings, cover, media, now }: Draft): Post {
  const { fields } = copy;
  const { html, lead, ...made } = renderFields(rendered, copy, { path: row.path, media });
  return {
    ...{ id: row.id, path: row.path, kind: row.kind, guid: row.guid, unlisted: true, html },
    ...{ lang: fields.lang, title: setLine(fields.title, fields.lang), lead: lead ?? html },
    ...{ more: lead !== null, excerpt: fields.summary || made.excerpt, words: made.words },
    ...{ blocks: [], tags: tagsOf(fields), categories: categoriesOf(fields, settings.categories) },
    author: { slug: row.authorSlug, name: row.authorName },
    ...{ publishedAt: row.publishedAt ?? now, updatedAt: now, sticky: fields.sticky },
    ...{ commentCount: 0, commentsOpen: false, cover, canonical: fields.canonical },
  };
}
