import type { D1Database } from "@cloudflare/workers-types";
import type { Base, PostFields } from "../../../src/admin-api/posts.ts";
import type { UtcTime } from "../../../src/model.ts";
import type { WritingRow } from "../../db/read/writing.ts";
import { writeUses } from "../../db/write/media/uses.ts";
import { insertDraft } from "../../db/write/new-draft.ts";
import {
  countRevision,
  type Standing,
  saveRevision,
  updateDraft,
} from "../../db/write/revisions.ts";
import { FieldError } from "../../errors.ts";
import { countWords } from "../text.ts";
import { slugOf } from "./draft.ts";
import { DRAFTS, type Format, savedText, workingCopy } from "./fields.ts";

export interface Saving {
  readonly row: WritingRow;
  readonly base: Base;
  readonly fields: PostFields;
  readonly format: Format;
  readonly kind: "auto" | "save";
  readonly authorId: number | null;
  readonly now: UtcTime;
}

/**
 * Saves what was typed as a revision, on top of what somebody read; readers see nothing of it. Gives the new base, or null
 * where somebody else was faster: nothing was written then. The same fields again are no new revision.
 */
export async function saveFields(db: D1Database, saving: Saving): Promise<Base | null> {
  const { row, base, fields, format, kind, authorId, now } = saving;
  const current = workingCopy(row);
  if (format === "html" && fields.markdown !== row.source)
    throw new FieldError("markdown", "format", "This text is HTML; make it Markdown first.");
  const live = current.published ?? current.fields;
  const json = savedText(fields, format);
  const stands = base.version === row.version && base.revision === row.revision;
  if (stands && json === savedText(current.fields, current.format)) return base;
  const standing: Standing = { id: row.id, ...base };
  const draft = { kind, authorId, savedAt: now, fields: json, words: countWords(fields.markdown) };
  const { title, lang, markdown: source } = fields;
  const [saved] = await db.batch([
    ...saveRevision(db, standing, draft),
    updateDraft(db, standing, { title, slug: slugOf(fields), lang, source, now }),
    countRevision(db, standing),
    ...writeUses(db, row.guid, [row.source, row.html, json, shownCover(fields), shownCover(live)]),
  ]);
  return saved?.meta.changes === 1 ? { ...base, revision: base.revision + 1 } : null;
}

/** A cover as an address, which is how texts name files. */
export const shownCover = ({ cover }: Pick<PostFields, "cover">): string =>
  cover ? `/media/${cover.key}/` : "";

export interface Beginning {
  readonly kind: "post" | "page";
  readonly title: string;
  readonly lang: string;
  /** Slug of whoever writes. */
  readonly author: string;
  readonly guid: string;
  /** Random, for a path that nobody guesses. */
  readonly secret: string;
  readonly now: UtcTime;
}

/** An empty draft. Gives its id. */
export async function beginPost(db: D1Database, beginning: Beginning): Promise<number> {
  const { secret, ...rest } = beginning;
  const row = await insertDraft(db, { ...rest, path: `${DRAFTS}${secret}/` }).first<{
    id: number;
  }>();
  if (!row) throw new FieldError("author", "choice", "There is no such author.");
  return row.id;
}
