import * as schemas from "../../../../src/admin-api/comments.ts";
import type { Who } from "../../../auth/who.ts";
import { sendOwed, sendOwedMail } from "../../../cache/owed.ts";
import { moderateComments } from "../../../content/comments/moderate.ts";
import { countQueue, listQueue, type QueuePlace } from "../../../db/read/queue.ts";
import { oweAnswerMail } from "../../../db/write/outbox.ts";
import { FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import { limitOf, oneOf, readCursor, toCursor } from "../paging.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

const MAX_BYTES = 100_000;
/** Comments that one batch decides about. */
const AT_ONCE = 100;

/** What waits, or what else has a status, newest first; below whoever's posts it is. */
export const listComments: ApiHandler = async (_request, context): Promise<schemas.Queue> => {
  const { env, query, who } = context;
  const status = oneOf(query, "status", schemas.COMMENT_STATUSES) ?? "pending";
  const filter = { status, q: query.get("q")?.trim() ?? "", post: postIn(query) };
  const part = await find(context, filter, { after: placeOf(query), limit: limitOf(query) });
  const whole = filter.q === "" && filter.post === null && who.can("comments.all");
  const total = whole ? await countQueue(env.DB, status) : null;
  return { items: part.items as schemas.QueuedComment[], next: cursorOf(part.next), total };
};

/** Decides about comments by the rules of the buttons. */
export const decideComments: ApiHandler = async (request, context) => {
  const { ids, action } = await readAs(request, MAX_BYTES, schemas.decision);
  return decide(ids, action, context);
};

/**
 * Decides about a part of all that match, and says where to go on: whoever wants all of it asks until there is no more. What
 * came after the first question is not among them.
 */
export const decideAboutAll: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.decisionAboutAll);
  const after =
    typed.after === null ? null : toPlace(readCursor(new URLSearchParams({ after: typed.after })));
  const part = await find(context, typed.filter, { after, limit: AT_ONCE });
  const ids = part.items.map(({ id }) => id);
  return { ...(await decide(ids, typed.action, context)), next: cursorOf(part.next) };
};

async function decide(ids: readonly string[], action: schemas.Action, context: ApiContext) {
  const { env, now, who } = context;
  const tell = (id: string) => oweAnswerMail(env.DB, id, { now });
  const authorId = ownPosts(who);
  const decided = await moderateComments(env.DB, ids, action, { now, tell, authorId });
  if (decided.ids.length > 0) {
    await sendOwed(env.DB, env.REFRESH);
    await sendOwedMail(env.DB, env.JOBS, now);
  }
  return decided;
}

interface Part {
  readonly after: QueuePlace | null;
  readonly limit: number;
}

const find = ({ env, who }: ApiContext, { status, q, post }: schemas.Filter, part: Part) =>
  listQueue(env.DB, { status, words: q, postId: post, authorId: ownPosts(who), ...part });

/** Whose posts somebody decides below; null: everybody's. */
export const ownPosts = (who: Who): number | null =>
  who.can("comments.all") ? null : (who.id ?? 0);

function postIn(query: URLSearchParams): number | null {
  const text = query.get("post");
  if (!text) return null;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new FieldError("post", "malformed", "This is no id.");
  return Number(text);
}

const placeOf = (query: URLSearchParams): QueuePlace | null => toPlace(readCursor(query));

function toPlace(cursor: (string | number)[] | null): QueuePlace | null {
  if (!cursor) return null;
  const [at, key] = cursor;
  if (typeof at !== "string" || typeof key !== "number")
    throw new FieldError("after", "malformed", "This is no cursor of this list.");
  return { at, key };
}

const cursorOf = (place: QueuePlace | null): string | null =>
  place && toCursor([place.at, place.key]);
