import type { UtcTime } from "../../../src/model.ts";
import type { PostDraft } from "../../db/write/drafts.ts";
import { parseTime, readDates } from "../clocks.ts";
import { excerptOf } from "../text.ts";
import { setLine } from "../typography.ts";
import { slugFor } from "./addresses.ts";
import { type BodyContext, renderBody } from "./body/body.ts";
import { idOf, statusOf } from "./read/items.ts";
import { plainText } from "./read/names.ts";
import type { XmlNode } from "./read/reader.ts";
import { fieldsOf, termsOf, type WxrTerm } from "./read/records.ts";

export interface PostContext extends BodyContext {
  readonly kind: "post" | "page";
  readonly guid: string;
  readonly author: string;
  readonly parentGuid: string | null;
  readonly timeZone: string;
  /** When the export does not say. */
  readonly fallbackTime: UtcTime;
  /** The terms of the whole export: one slug has one name. */
  readonly terms: ReadonlyMap<string, WxrTerm>;
}

/** Makes one of our posts out of an item. Its source stays as it was typed. */
export function draftPost(item: XmlNode, context: PostContext): PostDraft {
  const field = fieldsOf(item);
  const { kind, guid, lang, path, author, parentGuid } = context;
  const source = field("content:encoded");
  const { excerpt, ...rendered } = renderBody(source, context);
  const title = plainText(field("title"));
  const id = idOf(field("wp:post_id"));
  const slug = slugFor({ kind, slug: field("wp:post_name"), title, id, parent: null, date: "" });
  return {
    ...{ kind, guid, lang, path, author, parentGuid, source, slug, ...rendered },
    ...timesOf(item, context),
    title: setLine(title, lang),
    format: "html",
    excerpt: excerptOf(plainText(field("excerpt:encoded"))) || excerpt,
    tags: termsIn(item, "tag", context.terms),
    categories: termsIn(item, "category", context.terms),
    menuOrder: Math.trunc(Number(field("wp:menu_order"))) || 0,
    sticky: field("wp:is_sticky").trim() === "1",
    commentsOpen: field("wp:comment_status").trim() === "open",
    commentsHeld: false,
    wpId: id,
    importing: true,
    demo: false,
  };
}

export type Times = Pick<
  PostDraft,
  "status" | "publishedAt" | "localDate" | "createdAt" | "updatedAt"
>;

/** A draft has no date of publication, and what has none is a draft. */
export function timesOf(
  item: XmlNode,
  { timeZone, fallbackTime }: Pick<PostContext, "timeZone" | "fallbackTime">,
): Times {
  const field = fieldsOf(item);
  const gmt = field("wp:post_date_gmt");
  const rss = field("pubDate");
  const { utc, localDate } = readDates({ gmt, local: field("wp:post_date"), rss }, timeZone);
  const wanted = statusOf(field);
  const status = utc && localDate ? wanted : wanted === "private" ? "private" : "draft";
  const createdAt = utc ?? fallbackTime;
  return {
    status,
    publishedAt: status === "draft" ? null : utc,
    localDate: status === "draft" ? null : localDate,
    createdAt,
    updatedAt: parseTime(field("wp:post_modified_gmt")) ?? createdAt,
  };
}

function termsIn(item: XmlNode, domain: WxrTerm["domain"], all: PostContext["terms"]) {
  return termsOf(item)
    .filter((term) => term.domain === domain)
    .map(({ slug, name }) => ({ slug, name: all.get(`${domain}:${slug}`)?.name ?? name }));
}
