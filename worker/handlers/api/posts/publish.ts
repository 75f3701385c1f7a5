import { permalink } from "../../../../src/addresses.ts";
import * as schemas from "../../../../src/admin-api/posts.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { workingCopy } from "../../../content/writing/fields.ts";
import { BlogError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";
import { beginPages } from "../settings/legal.ts";
import { postOf, refuseBeyondRole } from "./access.ts";
import { conflictOf, MAX_POST_BYTES } from "./edit.ts";

type Typed = ReturnType<typeof readTyped> extends Promise<infer Read> ? Read : never;

const readTyped = (request: Request) => readAs(request, MAX_POST_BYTES, schemas.publishPost);

/** Publishes, schedules or hides a post, all of it or nothing. */
export const publishOne: ApiHandler = async (request, context) => {
  const typed = await readTyped(request);
  const { env, who, origin } = context;
  refuseBeyondRole(who, typed.fields, await postOf(context));
  const { post, first } = await publish(typed, context);
  // The demo took its pages along.
  if (first) await beginPages(context);
  await sendOwed(env.DB, env.REFRESH);
  const { status, path, publishedAt } = post;
  const isShown = status === "published" || status === "unlisted";
  const { version, revision } = typed.base;
  return {
    base: { version: version + 1, revision: revision + 1 },
    ...{ status, path, publishedAt, url: isShown ? permalink(path, origin) : null },
  };
};

async function publish({ base, fields, status, date }: Typed, context: ApiContext) {
  const { env, who, now } = context;
  const row = await postOf(context);
  if (base.version !== row.version || base.revision !== row.revision)
    throw await conflictOf(context);
  // What renders is three quarters of the Worker: loaded when somebody writes, so that readers' isolates start without it.
  const { publishPost } = await import("../../../content/writing/publish.ts");
  const { format } = workingCopy(row);
  const publication = { fields, format, status, date, now };
  const standing = { id: row.id, ...base };
  try {
    return await publishPost(env.DB, { row, standing, publication, authorId: who.id });
  } catch (error) {
    if (/NOT NULL constraint failed: posts\.(version|revision)/.test(String(error)))
      throw await conflictOf(context);
    if (/UNIQUE constraint failed/.test(String(error)))
      throw new BlogError(
        "unavailable",
        "Somebody else wrote in this moment; please try again.",
        1,
      );
    throw error;
  }
}
