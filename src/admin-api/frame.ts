import * as v from "valibot";
import { line, someLine, text, webAddress } from "./fields.ts";

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)));
const title = line(100);

/** A block of the sidebar. */
export const block = v.variant("kind", [
  v.strictObject({ kind: v.picklist(["comments", "tags"]), count }),
  v.strictObject({
    kind: v.literal("category"),
    slug: someLine(120),
    title: v.optional(title),
    count,
  }),
  v.strictObject({ kind: v.picklist(["categories", "archive", "blogroll", "feeds"]) }),
  /** Markdown, as in posts. */
  v.strictObject({ kind: v.literal("text"), title, markdown: text(10_000) }),
]);
export type Block = v.InferOutput<typeof block>;

const blogrollLink = v.strictObject({
  title: someLine(200),
  url: v.pipe(
    webAddress,
    v.check((url) => url !== null, "This is missing."),
  ),
  feedUrl: webAddress,
  description: line(500),
});

export const frameChange = v.partial(
  v.strictObject({
    /** Static pages at the top, in order; those that are not named keep their places behind. */
    navigation: v.pipe(
      v.array(v.strictObject({ id: v.pipe(v.number(), v.integer()), shown: v.boolean() })),
      v.maxLength(200),
    ),
    sidebar: v.pipe(v.array(block), v.maxLength(20, "At most 20 blocks.")),
    /** Slugs of the static pages at the foot. */
    footer: v.pipe(v.array(someLine(200)), v.maxLength(20)),
    blogroll: v.pipe(v.array(blogrollLink), v.maxLength(200, "At most 200 links.")),
  }),
);
export type FrameChange = v.InferOutput<typeof frameChange>;

export const frame = v.strictObject({
  navigation: v.array(
    v.strictObject({ id: v.number(), title: v.string(), path: v.string(), shown: v.boolean() }),
  ),
  sidebar: v.array(block),
  footer: v.array(v.string()),
  blogroll: v.array(
    v.strictObject({
      title: v.string(),
      url: v.string(),
      feedUrl: v.nullable(v.string()),
      description: v.string(),
    }),
  ),
});
export type Frame = v.InferOutput<typeof frame>;
