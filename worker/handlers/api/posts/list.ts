import { KINDS, type PostList, STATUSES } from "../../../../src/admin-api/posts.ts";
import { readQuestion } from "../../../content/question.ts";
import {
  type DeskRow,
  deskPlaceOf,
  findDeskByPath,
  listDesk,
  searchDesk,
} from "../../../db/read/post-desk.ts";
import { Reader } from "../../../db/read/reader.ts";
import { listFound, toMatches } from "../../../db/read/search.ts";
import { FieldError } from "../../../errors.ts";
import { limitOf, oneOf, readCursor, toCursor } from "../paging.ts";
import type { ApiContext, ApiHandler } from "../route.ts";

/** Posts or static pages of whoever asks, or everybody's for whoever may write them; what has no date yet first, then the latest. */
export const listPosts: ApiHandler = async (_request, context) => {
  const { query } = context;
  const q = query.get("q")?.trim();
  const path = query.get("path");
  if (path) return whole(await findDeskByPath(context.env.DB, path), context);
  if (q) return whole(await search(q, context), context);
  return page(context);
};

async function page({ env, query, who }: ApiContext): Promise<PostList> {
  const limit = limitOf(query);
  const rows = await listDesk(env.DB, {
    kind: oneOf(query, "kind", KINDS) ?? "post",
    status: oneOf(query, "status", STATUSES),
    authorId: who.can("posts.all") ? null : (who.id ?? 0),
    after: cursorOf(query),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { items: items.map(shown), next: more ? cursorTo(last) : null };
}

function cursorTo(row: DeskRow): string {
  const { at, id } = deskPlaceOf(row);
  return toCursor([at, id]);
}

function cursorOf(query: URLSearchParams) {
  const cursor = readCursor(query);
  if (!cursor) return null;
  const [at, id] = cursor;
  if (typeof at !== "string" || typeof id !== "number")
    throw new FieldError("after", "malformed", "This is no cursor of this list.");
  return { at, id };
}

async function search(q: string, { env, query, who }: ApiContext): Promise<DeskRow[]> {
  const { text, terms } = readQuestion(q);
  return searchDesk(env.DB, {
    kind: oneOf(query, "kind", KINDS) ?? "post",
    authorId: who.can("posts.all") ? null : (who.id ?? 0),
    words: text,
    match: terms.length > 0 ? toMatches(terms) : null,
  });
}

const whole = (rows: readonly DeskRow[], { who }: ApiContext): PostList => ({
  items: rows.filter((row) => who.can("posts.all") || row.authorSlug === who.slug).map(shown),
  next: null,
});

const shown = ({ authorSlug, authorName, changed, ...row }: DeskRow): PostList["items"][0] => ({
  ...row,
  author: { slug: authorSlug, name: authorName },
  changed: changed === 1,
});

/** Own posts for links: what readers can find, best first. */
export const listLinks: ApiHandler = async (_request, { env, query }) => {
  const { terms } = readQuestion(query.get("q") ?? "");
  const found = await listFound(new Reader(env.DB), terms);
  return found.slice(0, MOST_LINKS).map(({ title, path, publishedAt }) => ({
    ...{ title: title.map(({ text }) => text).join(""), path, publishedAt },
  }));
};

const MOST_LINKS = 10;
