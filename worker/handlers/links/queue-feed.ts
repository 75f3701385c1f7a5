import { may } from "../../../src/admin-api/roles.ts";
import { moderationWordsOf, reasonInWords } from "../../../src/i18n/moderation/words.ts";
import { wordsOf } from "../../../src/i18n/words.ts";
import type { InterfaceLang } from "../../../src/model.ts";
import type { LinkTo } from "../../auth/links.ts";
import { MOST_QUEUED, type ReviewRow, selectQueue } from "../../db/read/moderation.ts";
import { findRoleOf } from "../../db/write/people/authors.ts";
import { absoluteHtml } from "../../feeds/absolute.ts";
import { atomFeed } from "../../feeds/atom.ts";
import { type Entry, newestChange } from "../../feeds/feed.ts";
import { escapeText } from "../../feeds/xml.ts";
import { file, siteOf } from "../answers.tsx";
import type { VisitorHandler } from "../visitors/route.ts";
import { invalidLink, linksFor, signedBy } from "./invalid.tsx";

/** What waits, for an author's feed reader: each entry leads to the page with the buttons. */
export const showQueueFeed: VisitorHandler = async ({ key }, visitor) => {
  const signed = await signedBy(key, "queue", visitor);
  if (!signed || !(await maySee(signed.of, visitor.env.DB))) return invalidLink(visitor);
  const { reader, origin, now } = visitor;
  const read = { prepare: (sql: string) => reader.sql(sql) };
  const [rows = []] = (await reader.batch([selectQueue(read, "pending", MOST_QUEUED)])) as [
    ReviewRow[],
  ];
  const { lang, title } = siteOf(visitor);
  // Of the day, so that the same queue has the same links until tomorrow.
  const link = linksFor({ ...visitor, now: `${now.slice(0, 10)}T00:00:00Z` });
  const entries = await Promise.all(rows.map((row) => toEntry(row, { origin, lang, link })));
  const name = moderationWordsOf(lang).queue(title);
  const feed = { title: name, description: name, lang, origin, entries };
  const updated = newestChange(entries, now);
  const place = { page: "/", base: "/comments/queue/", updated };
  return file(atomFeed({ ...feed, ...place }), "application/atom+xml", []);
};

/** Whose address it was may have lost the right, or the way in. */
async function maySee(authorId: string, db: D1Database): Promise<boolean> {
  if (authorId === "") return true;
  const role = await findRoleOf(db, Number(authorId));
  return role !== null && may(role, "comments.all");
}

async function toEntry(
  { id, name, url, html, text, reasons, createdAt, lang, ...post }: ReviewRow,
  { origin, lang: own, link }: { origin: string; lang: InterfaceLang; link: LinkTo },
): Promise<Entry> {
  const words = moderationWordsOf(own);
  const why = (JSON.parse(reasons) as { code: string; detail?: string }[])
    .map((reason) => `<li>${escapeText(reasonInWords(reason, own))}</li>`)
    .join("");
  return {
    id: `${post.postGuid}#comment-${id}`,
    url: await link.moderate(id),
    title: words.waitingBy(name, post.postTitle || wordsOf(own).untitled),
    ...{ lang, published: createdAt, updated: createdAt },
    authors: [{ name: name || words.noName, url }],
    html: absoluteHtml(html, { origin }, post.postPath) + (why && `<ul>${why}</ul>`),
    excerpt: text.slice(0, 280),
    ...{ categories: [], comments: null },
  };
}
