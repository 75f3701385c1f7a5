import type { Root } from "hast";
import type { CommentKind, UtcTime } from "../../../src/model.ts";
import type { CommentDraft, CommentStatus } from "../../db/write/drafts.ts";
import { readDates } from "../clocks.ts";
import { renderCommentHtml } from "../html.ts";
import { guessLanguage } from "../language.ts";
import { eachElement, text } from "../tree.ts";
import { linkUrls, webUrl } from "../urls.ts";
import { autop } from "./body/autop.ts";
import { idOf } from "./read/items.ts";
import { plainText } from "./read/names.ts";
import type { XmlNode } from "./read/reader.ts";
import { type Fields, fieldsOf } from "./read/records.ts";
import type { People } from "./write/people.ts";

/** A comment of the export, read but not rendered. */
export interface OldComment {
  readonly field: Fields;
  readonly id: number | null;
  readonly parent: number | null;
  readonly kind: CommentKind | null;
  readonly type: string;
  readonly status: CommentStatus;
  readonly at: UtcTime | null;
}

const KINDS: Readonly<Record<string, CommentKind>> = {
  "": "comment",
  comment: "comment",
  pingback: "pingback",
  trackback: "trackback",
  webmention: "webmention",
};
const STATUSES: Readonly<Record<string, CommentStatus>> = {
  "1": "approved",
  approve: "approved",
  approved: "approved",
  spam: "spam",
  trash: "trash",
  "post-trashed": "trash",
};

/** The comments of an item in the order in which they get their numbers: by date, but never before what they answer. */
export function readComments(item: XmlNode, timeZone: string): OldComment[] {
  const nodes = item.children.filter(({ name }) => name === "wp:comment");
  const comments = nodes.map((node) => readComment(fieldsOf(node), timeZone));
  comments.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? "") || (a.id ?? 0) - (b.id ?? 0));
  return parentsFirst(comments);
}

function readComment(field: Fields, timeZone: string): OldComment {
  const type = field("wp:comment_type").trim();
  const gmt = field("wp:comment_date_gmt");
  return {
    field,
    id: idOf(field("wp:comment_id")),
    parent: idOf(field("wp:comment_parent")),
    kind: KINDS[type] ?? null,
    type,
    status: STATUSES[field("wp:comment_approved").trim()] ?? "pending",
    at: readDates({ gmt, local: field("wp:comment_date") }, timeZone).utc,
  };
}

/** Without recursion: a thread may be as deep as somebody liked. A circle is opened where it is met. */
function parentsFirst(comments: readonly OldComment[]): OldComment[] {
  const byId = new Map<number, OldComment>();
  for (const comment of comments)
    if (comment.id && !byId.has(comment.id)) byId.set(comment.id, comment);
  const placed = new Set<OldComment>();
  for (const comment of comments) {
    const line: OldComment[] = [];
    const met = new Set<OldComment>();
    for (let at: OldComment | undefined = comment; at && !placed.has(at) && !met.has(at); ) {
      line.push(at);
      met.add(at);
      at = at.parent ? byId.get(at.parent) : undefined;
    }
    for (const one of line.reverse()) placed.add(one);
  }
  return [...placed];
}

/** What a comment needs to know about where it stands. */
export interface CommentContext {
  readonly postGuid: string;
  readonly postLang: string;
  readonly publicId: string;
  readonly parentPublicId: string | null;
  readonly people: People;
  /** When the export does not say. */
  readonly fallbackTime: UtcTime;
}

/** Renders a comment: HTML as WordPress showed it, never Markdown. Its IP address stays behind. */
export function draftComment(comment: OldComment, context: CommentContext): CommentDraft {
  const { field, kind, status, id } = comment;
  const { postGuid, postLang, publicId, parentPublicId } = context;
  const source = field("wp:comment_content");
  const lang = guessLanguage(plainText(source), postLang);
  const name = plainText(field("wp:comment_author")).slice(0, 200);
  const mention = kind !== "comment";
  return {
    ...{ publicId, postGuid, parentPublicId, kind: kind ?? "comment", status, wpId: id },
    name: name || (postLang.startsWith("de") ? "Anonym" : "Anonymous"),
    url: webUrl(field("wp:comment_author_url")),
    email: field("wp:comment_author_email").trim() || null,
    author: mention ? null : context.people.ofComment(field),
    // WordPress keeps the title of the page that links here as the name of who wrote it.
    title: mention ? name : null,
    format: "html",
    source,
    ...renderCommentHtml(source, lang, [lowerBlocks, autop, linkUrls]),
    lang: lang === postLang ? null : lang,
    createdAt: comment.at ?? context.fallbackTime,
  };
}

/** A comment has no headings, sections, tables or definitions, but their words stay apart. */
function lowerBlocks(tree: Root): void {
  eachElement(tree, (node) => {
    if (CELLS.test(node.tagName)) {
      node.children.push(text(" "));
      node.tagName = "span";
    } else if (FRAMES.test(node.tagName)) node.tagName = "div";
    else if (LINES.test(node.tagName)) node.tagName = "p";
  });
}

const CELLS = /^t[dh]$/;
const FRAMES = /^(table|tbody|thead|tfoot|dl)$/;
const LINES = /^(h[1-6]|div|section|article|address|center|caption|tr|dt|dd)$/;
