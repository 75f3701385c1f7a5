import type { RevisionFull } from "../../../../src/admin-api/posts.ts";
import { signerOf } from "../../../auth/signing.ts";
import type { Saved } from "../../../content/writing/fields.ts";
import { workingCopy } from "../../../content/writing/fields.ts";
import { saveFields } from "../../../content/writing/save.ts";
import { findRevision, listRevisions, type RevisionRow } from "../../../db/read/revisions.ts";
import { BlogError, FieldError } from "../../../errors.ts";
import { limitOf, readCursor, toCursor } from "../paging.ts";
import type { ApiHandler } from "../route.ts";
import { postOf } from "./access.ts";
import { baseOf, conflictOf, shown } from "./edit.ts";

/** Every save of a post, latest first. */
export const showRevisions: ApiHandler = async (_request, context) => {
  const { env, query } = context;
  const { id } = await postOf(context);
  const limit = limitOf(query);
  const [before = 1_000_000_000] = readCursor(query) ?? [];
  if (typeof before !== "number")
    throw new FieldError("after", "malformed", "This is no cursor of this list.");
  const rows = await listRevisions(env.DB, id, before, limit + 1);
  const items = rows.slice(0, limit).map(lineOf);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? toCursor([last.revision]) : null };
};

export const showRevision: ApiHandler = async (_request, context): Promise<RevisionFull> => {
  const { env, params } = context;
  const { id } = await postOf(context);
  const named = params["revision"] ?? "";
  const revision = /^[1-9]\d{0,8}$/.test(named) ? Number(named) : 0;
  const row = await findRevision(env.DB, id, revision);
  if (!row) throw new BlogError("missing", "There is no such revision.");
  const { format: _, ...fields } = JSON.parse(row.fields) as Saved;
  return { fields, ...lineOf(row) };
};

const lineOf = ({ revision, kind, slug, name, savedAt, words }: RevisionRow) => ({
  ...{ revision, kind, savedAt, words },
  author: slug === null || name === null ? null : { slug, name },
});

/** Days that the link to a draft is good for. */
const PREVIEW_DAYS = 7;

/** An address of what was typed last, for somebody without a login. It ends by itself. */
export const makePreviewLink: ApiHandler = async (_request, context) => {
  const { env, now, origin } = context;
  const { id } = await postOf(context);
  const until = Math.floor(Date.parse(now) / 1000) + PREVIEW_DAYS * 86_400;
  const key = await signerOf(env.DB, now).sign({ purpose: "preview", of: String(id), until });
  return {
    url: `${origin}/preview/?key=${key}`,
    until: `${new Date(until * 1000).toISOString().slice(0, 19)}Z`,
  };
};

/** Makes Markdown of a post in HTML and saves it, if text, links and pictures come out equal. */
export const convertPost: ApiHandler = async (_request, context) => {
  const { env, who, now } = context;
  const row = await postOf(context);
  const { fields, format } = workingCopy(row);
  if (format !== "html") throw new FieldError("format", "markdown", "This is Markdown already.");
  const { htmlToMarkdown } = await import("../../../content/writing/convert.ts");
  const converted = htmlToMarkdown(row);
  if ("differs" in converted) throw new FieldError("markdown", "differs", converted.differs);
  const saving = { row, base: baseOf(row), kind: "save", authorId: who.id, now } as const;
  const made = { ...fields, markdown: converted.markdown };
  const saved = await saveFields(env.DB, { ...saving, fields: made, format: "markdown" });
  if (!saved) throw await conflictOf(context);
  return { markdown: converted.markdown, ...shown(await postOf(context)) };
};
