import * as v from "valibot";
import { MAX_EMAIL, MAX_ID, MAX_TEXT, MAX_URL } from "../limits.ts";
import { line, text } from "./fields.ts";

export const COMMENT_STATUSES = ["pending", "approved", "spam", "trash"] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];
export const ACTIONS = ["approve", "spam", "trash", "hold"] as const;
export type Action = (typeof ACTIONS)[number];

const id = v.pipe(
  v.string(),
  v.regex(/^[\w-]+$/, "This is no id."),
  v.maxLength(MAX_ID, "Too long."),
);
const action = v.picklist(ACTIONS, `An action is one of: ${ACTIONS.join(", ")}.`);

/** Comments that one request decides about. */
const MOST_IDS = 100;
export const decision = v.strictObject({
  ids: v.pipe(v.array(id), v.maxLength(MOST_IDS, `At most ${MOST_IDS} ids.`)),
  action,
});

/** What comments are asked for by. */
export const filter = v.strictObject({
  status: v.picklist(COMMENT_STATUSES),
  /** Words of the text, the name, the mail address or the website; empty: all. */
  q: line(200),
  /** Id of a post; null: all. */
  post: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type Filter = v.InferOutput<typeof filter>;

/** A part of all that match; `after` is the `next` of the part before. */
export const decisionAboutAll = v.strictObject({ filter, action, after: v.nullable(line(400)) });

const status = v.picklist(COMMENT_STATUSES);
export const decided = v.strictObject({
  /** Those that changed. */
  ids: v.array(v.string()),
  /** What they were: whoever wants to undo it decides so about them. */
  was: v.array(v.strictObject({ id: v.string(), status })),
});
export type Decided = v.InferOutput<typeof decided>;
export const decidedPart = v.strictObject({ ...decided.entries, next: v.nullable(v.string()) });
export type DecidedPart = v.InferOutput<typeof decidedPart>;

export const commentText = v.strictObject({
  text: v.pipe(
    text(MAX_TEXT),
    v.check((words) => words.trim() !== "", "This is missing."),
  ),
});

/** Whose comments are refused from now on. */
export const ban = v.union([
  v.strictObject({ email: line(MAX_EMAIL) }),
  v.strictObject({ host: line(MAX_URL) }),
]);

export const queuedComment = v.strictObject({
  id: v.string(),
  status,
  number: v.nullable(v.number()),
  kind: v.picklist(["comment", "pingback", "trackback", "webmention"]),
  name: v.string(),
  email: v.nullable(v.string()),
  url: v.nullable(v.string()),
  /** As it was typed; of an imported one, its words. Plain: nothing of it is markup. */
  text: v.string(),
  /** False: `text` is how an imported one begins, and no more. */
  whole: v.boolean(),
  lang: v.string(),
  quote: v.nullable(v.string()),
  reasons: v.array(v.strictObject({ code: v.string(), detail: v.optional(v.string()) })),
  createdAt: v.string(),
  editedAt: v.nullable(v.string()),
  postId: v.number(),
  postPath: v.string(),
  postTitle: v.string(),
  /** Number of the comment above. */
  parentNumber: v.nullable(v.number()),
  /** Whether an author of the blog wrote it. */
  own: v.boolean(),
});
export type QueuedComment = v.InferOutput<typeof queuedComment>;

export const queue = v.strictObject({
  items: v.array(queuedComment),
  next: v.nullable(v.string()),
  /** All that have the status, up to 10,000; with words to look for, unknown. */
  total: v.nullable(v.number()),
});
export type Queue = v.InferOutput<typeof queue>;
