import * as schemas from "../../../../src/admin-api/posts.ts";
import { makeSecret } from "../../../auth/sessions.ts";
import { savedText, workingCopy } from "../../../content/writing/fields.ts";
import { beginPost, saveFields } from "../../../content/writing/save.ts";
import { findWriting, findWritingSettings, type WritingRow } from "../../../db/read/writing.ts";
import { findAuthor } from "../../../db/write/people/authors.ts";
import { deleteDraft } from "../../../db/write/revisions.ts";
import { BlogError, Conflict } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { ownId } from "../people/me.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { mayWrite, need, postOf, refuseBeyondRole } from "./access.ts";

/** Bytes. The longest text that a row holds, in JSON. */
export const MAX_POST_BYTES = 2_500_000;

/** A new draft of whoever asks. The same Idempotency-Key again gives the same one. */
export const createPost: ApiHandler = async (request, context) => {
  const { kind, title = "", lang } = await readAs(request, MAX_POST_BYTES, schemas.newPost);
  const { env, who, now, random, once } = context;
  if (kind === "page") need(who, "posts.all");
  const author = await findAuthor(env.DB, ownId(who));
  const settings = await findWritingSettings(env.DB);
  const id = await beginPost(env.DB, {
    ...{ kind, title, lang: lang ?? settings.lang, author: author?.slug ?? "", now },
    ...{
      guid: once ? `urn:sha256:${once}` : `urn:uuid:${crypto.randomUUID()}`,
      secret: makeSecret(random, 16),
    },
  });
  return shown((await findWriting(env.DB, id)) as WritingRow);
};

export const showForWriting: ApiHandler = async (_request, context) => shown(await postOf(context));

/** Saves what was typed. Where somebody else was faster, their text comes back, and neither is lost. */
export const savePost: ApiHandler = async (request, context) => {
  const { base, fields, auto = false } = await readAs(request, MAX_POST_BYTES, schemas.savePost);
  const { env, who, now } = context;
  const row = await postOf(context);
  refuseBeyondRole(who, fields, row);
  const { format } = workingCopy(row);
  const kind = auto ? "auto" : "save";
  const saving = { row, base, fields, format, kind, authorId: who.id, now } as const;
  const saved = await saveFields(env.DB, saving);
  if (!saved) throw await conflictOf(context);
  return { base: saved, savedAt: now };
};

/** What stands there now, for whoever built on something else. */
export async function conflictOf(context: ApiContext): Promise<Conflict> {
  const row = await postOf(context);
  const { fields } = workingCopy(row);
  const { savedAt, updatedAt, savedBy, authorName } = row;
  return new Conflict("moved", "This was changed elsewhere in the meantime.", {
    ...{ base: baseOf(row), fields, savedAt: savedAt ?? updatedAt },
    ...{ author: savedBy ?? authorName },
  });
}

/** A draft leaves, with all its saves; what readers know is hidden first, and deleted then. */
export const removePost: ApiHandler = async (_request, context) => {
  const row = await postOf(context);
  if (row.status !== "draft" || !mayWrite(context.who, row))
    throw new Conflict("published", "Only a draft can be deleted: make it one first.");
  const { results } = await deleteDraft(context.env.DB, { id: row.id, ...baseOf(row) }).all();
  if (results.length === 0) throw new BlogError("conflict", "This was changed in the meantime.");
  return undefined;
};

export const baseOf = ({ version, revision }: WritingRow): schemas.Base => ({ version, revision });

/** A post with all that the editor shows. */
export function shown(row: WritingRow): schemas.PostFull {
  const { fields, format, published, behind } = workingCopy(row);
  const { id, kind, status, path, publishedAt, authorSlug, authorName } = row;
  const differs = published && savedText(published, row.format) !== savedText(fields, format);
  return {
    ...{ id, kind, status, path, format, base: baseOf(row), fields, publishedAt, behind },
    author: { slug: authorSlug, name: authorName },
    published: differs ? published : null,
    html: format === "html" ? row.html : null,
  };
}
