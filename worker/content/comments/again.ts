import type { D1Database } from "@cloudflare/workers-types";
import { listMeantBefore } from "../../db/write/discussion/notes.ts";
import type { RenderedCommentRow } from "../../db/write/rendered.ts";
import { linksTo } from "./draft.ts";
import { type RenderedText, renderComment } from "./markdown.ts";
import { findReferences } from "./references.ts";

/** The comment made anew of its source. What it speaks of are the comments that stood there when it came. */
export async function renderCommentAgain(
  db: D1Database,
  comment: RenderedCommentRow,
): Promise<RenderedText> {
  const { source, lang, postPath } = comment;
  const meant = findReferences(source);
  const any = meant.numbers.length + meant.names.length > 0;
  const references = any ? await listMeantBefore(db, { ...comment, ...meant }) : [];
  return renderComment(source, { lang, links: linksTo({ post: { path: postPath }, references }) });
}
