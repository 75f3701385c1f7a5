import * as v from "valibot";

/** What was counted since a day: approximate, and without anybody in it. */
export const figures = v.strictObject({
  since: v.string(),
  days: v.array(v.strictObject({ day: v.string(), reads: v.number() })),
  posts: v.array(v.strictObject({ path: v.string(), title: v.string(), reads: v.number() })),
  feeds: v.array(v.strictObject({ feed: v.string(), subscribers: v.number() })),
  readers: v.array(v.strictObject({ reader: v.string(), subscribers: v.number() })),
  referrers: v.array(v.strictObject({ host: v.string(), count: v.number() })),
  /** Whether Cloudflare's edge cache is on: what it answers, nobody here sees. */
  edgeCache: v.boolean(),
});
export type Figures = v.InferOutput<typeof figures>;
