import { env } from "cloudflare:workers";
import { renderCommentHtml, renderPostHtml } from "../../worker/content/html.ts";
import { insertComment } from "../../worker/db/write/comments.ts";
import type { CommentDraft, PostDraft } from "../../worker/db/write/drafts.ts";
import { relist } from "../../worker/db/write/relist.ts";
import { insertAuthor, insertCategory, insertPost, insertTag } from "../../worker/db/write/save.ts";
import { updateSite } from "../../worker/db/write/site.ts";
import { visitIn } from "./house.ts";

/** Asks the Worker, in an isolate that knows nothing yet; redirects are not followed. */
export const visit = (path: string, init: RequestInit = {}): Promise<Response> =>
  visitIn({}, path, init);

export const pageText = async (path: string): Promise<string> => (await visit(path)).text();

/** Rows that every page reads: the blog itself, its newest change and the generation of its caches. */
export const OF_EVERY_PAGE = 3;

/** What an answer says it cost: `{ queries, trips, rows }`. */
export function costOf(response: Response): Record<string, number> {
  const timing = response.headers.get("Server-Timing") ?? "";
  return Object.fromEntries(
    [...timing.matchAll(/(\w+)=(\d+)/g)].map(([, name, value]) => [name as string, Number(value)]),
  );
}

export const term = (name: string) => ({ slug: name.toLowerCase().replaceAll(" ", "-"), name });

/** A post with everything it needs; `text` is Markdown-free HTML. */
export function draftPost(
  slug: string,
  changes: Partial<PostDraft> & { text?: string } = {},
): PostDraft {
  const { text = `<p>${slug}</p>`, ...rest } = changes;
  const publishedAt = rest.publishedAt ?? "2010-03-17T10:12:00Z";
  const path = rest.path ?? `/${publishedAt.slice(0, 4)}/${publishedAt.slice(5, 7)}/${slug}/`;
  const lang = rest.lang ?? "de";
  const rendered = renderPostHtml(text, { lang, path });
  return {
    ...{
      kind: "post",
      status: "published",
      format: "html",
      author: "anna",
      title: slug,
      lang,
      slug,
    },
    ...{ parentGuid: null, menuOrder: 0, tags: [], categories: [], wpId: null, source: text },
    ...{ sticky: false, commentsOpen: true, commentsHeld: false, importing: false, demo: false },
    ...rendered,
    ...{ guid: `urn:test:${slug}`, createdAt: publishedAt, updatedAt: publishedAt },
    localDate: publishedAt.slice(0, 10),
    ...rest,
    ...{ publishedAt, path },
  };
}

/** Writes posts with their terms and author, and what follows from them. */
export async function havePosts(...drafts: PostDraft[]): Promise<void> {
  const db = env.DB;
  const tags = drafts.flatMap((draft) => draft.tags);
  const categories = drafts.flatMap((draft) => draft.categories);
  await db.batch([
    insertAuthor(db, { slug: "anna", name: "Anna", email: "anna@secret.test" }),
    ...drafts.map(({ author }) => insertAuthor(db, { slug: author, name: author })),
    ...tags.map((tag) => insertTag(db, tag)),
    ...categories.map((category) => insertCategory(db, { parent: null, ...category })),
    ...drafts.flatMap((draft) => insertPost(db, draft)),
    ...relist(
      db,
      drafts.map(({ guid }) => guid),
    ),
  ]);
}

let lastComment = 0;

export function draftComment(
  slug: string,
  text: string,
  changes: Partial<CommentDraft> = {},
): CommentDraft {
  return {
    ...{ publicId: `c${++lastComment}`, postGuid: `urn:test:${slug}`, parentPublicId: null },
    ...{ kind: "comment", status: "approved", name: "Ben", url: null, email: "ben@secret.test" },
    ...{ author: null, title: null, format: "html", source: text, lang: null, wpId: null },
    ...renderCommentHtml(`<p>${text}</p>`, "de"),
    createdAt: "2010-03-18T08:00:00Z",
    ...changes,
  };
}

export async function haveComments(...drafts: CommentDraft[]): Promise<void> {
  await env.DB.batch([
    ...drafts.flatMap((draft) => insertComment(env.DB, draft)),
    updateSite(env.DB),
  ]);
}
