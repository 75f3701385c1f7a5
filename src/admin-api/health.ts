import * as v from "valibot";

const titled = { id: v.number(), title: v.string() };

/** What somebody sees first: what waits, what comes, what is unfinished. */
export const overview = v.strictObject({
  waiting: v.number(),
  spam: v.number(),
  scheduled: v.array(v.strictObject({ ...titled, publishedAt: v.string() })),
  drafts: v.array(v.strictObject({ ...titled, updatedAt: v.string() })),
  comments: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      excerpt: v.string(),
      postTitle: v.string(),
      createdAt: v.string(),
    }),
  ),
  /** `imprint`: search engines stay away without one. `cron`: it has not run for a while. `dead`, `outbox`: messages wait. */
  warnings: v.array(v.strictObject({ code: v.picklist(["imprint", "cron", "dead", "outbox"]) })),
});
export type Overview = v.InferOutput<typeof overview>;

const milliseconds = v.nullable(v.number());

/** How the blog is at work. */
export const health = v.strictObject({
  outbox: v.strictObject({ waiting: v.number(), oldest: v.nullable(v.string()) }),
  dead: v.array(
    v.strictObject({
      id: v.string(),
      queue: v.picklist(["refresh", "jobs"]),
      /** What the message was for. */
      kind: v.string(),
      at: v.string(),
    }),
  ),
  cron: v.strictObject({ at: v.nullable(v.string()), late: v.boolean() }),
  /** What is spent of a day (UTC), and how much there is. */
  budgets: v.array(
    v.strictObject({
      name: v.picklist(["admit", "write", "site", "visitors"]),
      spent: v.number(),
      most: v.number(),
    }),
  ),
  /** Milliseconds until each answered; null: it did not. */
  bindings: v.strictObject({ d1: milliseconds, kv: milliseconds, r2: milliseconds }),
  /** When a site entry was put into KV last. */
  cachedAt: v.nullable(v.string()),
});
export type Health = v.InferOutput<typeof health>;

export const deadDecision = v.strictObject({ action: v.picklist(["retry", "discard"]) });
