import * as schemas from "../../../../src/admin-api/terms.ts";
import { sendOwed } from "../../../cache/owed.ts";
import { freeSlug, slugify } from "../../../content/slug.ts";
import { insertCategory, insertTag } from "../../../db/write/save.ts";
import {
  type CategoryRow,
  deleteTerm,
  describeCategory,
  listCategories,
  listTags,
  mergeTerms,
  renameTerm,
} from "../../../db/write/terms.ts";
import { BlogError, FieldError } from "../../../errors.ts";
import { readAs } from "../body.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

const MAX_BYTES = 20_000;

/** Every tag and category; whoever writes a post chooses among them. */
export const showTerms: ApiHandler = async (_request, { env }) => ({
  tags: await listTags(env.DB),
  categories: await listCategories(env.DB),
});

/** A tag without posts yet; one that is there already is the one. */
export const addTag: ApiHandler = async (request, context) => {
  const { name } = await readAs(request, MAX_BYTES, schemas.newTag);
  await insertTag(context.env.DB, { slug: slugify(name), name }).run();
  return answer(context);
};

export const putTag: ApiHandler = async (request, context) => {
  const { name } = await readAs(request, MAX_BYTES, schemas.tagChange);
  const slug = await known("tags", context);
  await context.env.DB.batch(renameTerm(context.env.DB, "tags", { slug, name }, context.now));
  return answer(context);
};

export const addCategory: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.category);
  const all = await listCategories(context.env.DB);
  refuseParent(typed.parent, null, all);
  const slug = freeSlug(slugify(typed.name), (one) => all.some((other) => other.slug === one));
  await insertCategory(context.env.DB, { ...typed, slug }).run();
  return answer(context);
};

export const putCategory: ApiHandler = async (request, context) => {
  const typed = await readAs(request, MAX_BYTES, schemas.category);
  const { env, now } = context;
  const slug = await known("categories", context);
  const all = await listCategories(env.DB);
  refuseParent(typed.parent, slug, all);
  const moved = all.find((one) => one.slug === slug)?.parent !== typed.parent;
  const { rebuild } = await import("../../../db/write/rebuild.ts");
  await env.DB.batch([
    describeCategory(env.DB, slug, typed),
    // Posts of a category stand in the lists of those above it, too.
    ...(moved ? rebuild(env.DB) : []),
    ...renameTerm(env.DB, "categories", { slug, name: typed.name }, now),
  ]);
  return answer(context);
};

/** One term becomes another: its posts go there, and its address leads there. */
export const mergeTerm =
  (table: "tags" | "categories"): ApiHandler =>
  async (request, context) => {
    const { into } = await readAs(request, MAX_BYTES, schemas.merge);
    const from = await known(table, context);
    const slugs = await slugsOf(table, context);
    if (into === from || !slugs.includes(into))
      throw new FieldError("into", "choice", "Please choose another one that is there.");
    await context.env.DB.batch(mergeTerms(context.env.DB, table, { from, into }, context.now));
    return answer(context);
  };

export const removeTerm =
  (table: "tags" | "categories"): ApiHandler =>
  async (_request, context) => {
    const slug = await known(table, context);
    await context.env.DB.batch(deleteTerm(context.env.DB, table, slug, context.now));
    return answer(context);
  };

async function answer(context: ApiContext) {
  await sendOwed(context.env.DB, context.env.REFRESH);
  return { tags: await listTags(context.env.DB), categories: await listCategories(context.env.DB) };
}

async function slugsOf(table: "tags" | "categories", { env }: ApiContext): Promise<string[]> {
  const rows = table === "tags" ? await listTags(env.DB) : await listCategories(env.DB);
  return rows.map(({ slug }) => slug);
}

async function known(table: "tags" | "categories", context: ApiContext): Promise<string> {
  const slug = context.params["term"] ?? "";
  if (!(await slugsOf(table, context)).includes(slug))
    throw new BlogError("missing", "There is no such tag or category.");
  return slug;
}

/** A category stands below one that is there, and never below itself. */
function refuseParent(parent: string | null, slug: string | null, all: readonly CategoryRow[]) {
  for (let above = parent; above !== null; ) {
    const found = all.find((one) => one.slug === above);
    if (!found) throw new FieldError("parent", "choice", "There is no such category.");
    if (above === slug) throw new FieldError("parent", "circle", "It would stand below itself.");
    above = found.parent;
  }
}
