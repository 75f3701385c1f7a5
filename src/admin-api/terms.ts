import * as v from "valibot";
import { line, someLine, text } from "./fields.ts";

const name = v.pipe(someLine(80), v.regex(/[\p{L}\p{N}]/u, "A name has a letter or digit."));
const slug = line(120);

export const newTag = v.strictObject({ name });
export const tagChange = v.strictObject({ name });
export const merge = v.strictObject({ into: slug });

/** `parent`: slug of the category above; null at the top. */
export const category = v.strictObject({
  name,
  description: text(2_000),
  parent: v.nullable(slug),
});

export const terms = v.strictObject({
  tags: v.array(v.strictObject({ slug: v.string(), name: v.string(), posts: v.number() })),
  categories: v.array(
    v.strictObject({
      slug: v.string(),
      name: v.string(),
      description: v.string(),
      parent: v.nullable(v.string()),
      posts: v.number(),
    }),
  ),
});
export type Terms = v.InferOutput<typeof terms>;
