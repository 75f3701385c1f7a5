import { permalink } from "../../src/addresses.ts";
import { AuthorPage } from "../../src/pages/author-page.tsx";
import { CategoryPage } from "../../src/pages/category-page.tsx";
import { FrontPage } from "../../src/pages/front-page.tsx";
import { SubscribePage } from "../../src/pages/subscribe-page.tsx";
import { TagPage } from "../../src/pages/tag-page.tsx";
import { TagsPage } from "../../src/pages/tags-page.tsx";
import { findFrontPage } from "../db/read/lists.ts";
import { findRedirect } from "../db/read/redirects.ts";
import { findAuthorPage, findCategoryPage, findTagPage, findTagsPage } from "../db/read/terms.ts";
import { BlogError } from "../errors.ts";
import { type PublicContext, type PublicHandler, page, redirect, siteOf } from "./answers.tsx";

export const showFront: PublicHandler = async (params, context) => {
  const list = await findFrontPage(context.reader, params.page);
  if (!list) throw new BlogError("missing", "The blog has fewer pages");
  return page(<FrontPage site={siteOf(context)} list={list} />, ["front"]);
};

export const showTags: PublicHandler = async (params, context) => {
  const found = await findTagsPage(context.reader, params.page);
  if (!found) throw new BlogError("missing", "There are fewer tags");
  return page(<TagsPage site={siteOf(context)} {...found} />, ["tags"]);
};

export const showTag: PublicHandler = async ({ tag, page: number }, context) => {
  const found = await findTagPage(context.reader, String(tag), number);
  if (!found) return moved(context, `/tags/${tag}/`, "No such tag");
  return page(<TagPage site={siteOf(context)} {...found} />, [found.list.name]);
};

/** What was merged into another is found there; this is asked only for what is not there. */
async function moved({ reader, origin }: PublicContext, path: string, sentence: string) {
  const target = await findRedirect(reader, path);
  if (target === null) throw new BlogError("missing", sentence);
  return redirect(permalink(target, origin));
}

export const showCategory: PublicHandler = async ({ category, page: number }, context) => {
  const found = await findCategoryPage(context.reader, String(category), number);
  if (!found) return moved(context, `/categories/${category}/`, "No such category");
  return page(<CategoryPage site={siteOf(context)} {...found} />, [found.list.name]);
};

export const showAuthor: PublicHandler = async ({ author, page: number }, context) => {
  const found = await findAuthorPage(context.reader, String(author), number);
  if (!found) throw new BlogError("missing", "No such author");
  return page(<AuthorPage site={siteOf(context)} {...found} />, [found.list.name]);
};

export const showSubscribe: PublicHandler = async (_params, context) => {
  await context.reader.batch([]);
  return page(<SubscribePage site={siteOf(context)} />, []);
};
