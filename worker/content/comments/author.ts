import type { D1Database } from "@cloudflare/workers-types";
import { commentPermalink } from "../../../src/addresses.ts";
import type { UtcTime } from "../../../src/model.ts";
import type { AuthorsComment } from "../../db/read/author-comment.ts";
import { changeComments, changeOfThose } from "../../db/write/changes.ts";
import { insertComment } from "../../db/write/comments.ts";
import { approveRows } from "../../db/write/discussion/decide.ts";
import { rewordRow } from "../../db/write/discussion/reword.ts";
import type { Statements } from "../../db/write/drafts.ts";
import { updateSite } from "../../db/write/site.ts";
import { guessLanguage } from "../language.ts";
import { renderComment } from "./markdown.ts";
import { shapeOf } from "./spam/likeness.ts";

interface AuthorsAnswer {
  readonly parent: AuthorsComment;
  readonly text: string;
  readonly author: { readonly slug: string; readonly name: string; readonly url: string | null };
  /** The public id that it gets. */
  readonly id: string;
  readonly now: UtcTime;
  /** What else is written for a comment that becomes public. */
  readonly tell: (publicId: string) => Statements;
}

/** Answers a comment as an author of the blog, in one batch; what waited for a decision is approved with it. */
export async function answerComment(db: D1Database, answer: AuthorsAnswer): Promise<void> {
  const { parent, text, author, id, now, tell } = answer;
  const lang = guessLanguage(text, parent.postLang);
  const { html, excerpt } = renderComment(text, { lang, links: linksTo(parent) });
  const approved = parent.status === "approved" ? [id] : [parent.id, id];
  await db.batch([
    ...insertComment(db, {
      ...{ publicId: id, postGuid: parent.postGuid, parentPublicId: parent.id, kind: "comment" },
      ...{ status: "pending", name: author.name, url: author.url, email: null, title: null },
      ...{ author: author.slug, format: "markdown", source: text, html, excerpt, wpId: null },
      ...{ lang: lang === parent.postLang ? null : lang, createdAt: now },
    }),
    ...approveRows(db, approved, now),
    ...approved.flatMap(tell),
    updateSite(db),
    ...changeComments(db, parent.postGuid, { now }),
  ]);
}

/** Gives somebody's comment another text. What stood there is gone from caches like what was removed. */
export async function rewordComment(
  db: D1Database,
  comment: AuthorsComment,
  { text, now }: { readonly text: string; readonly now: UtcTime },
): Promise<void> {
  const rendered = renderComment(text, { lang: comment.lang, links: linksTo(comment) });
  const { html, excerpt } = rendered;
  const { here, after } = changeOfThose(db, [comment.id], "approved", { now, gone: true });
  await db.batch([
    ...here,
    rewordRow(db, comment.id, { text, html, excerpt, shape: shapeOf(text), now }),
    updateSite(db),
    ...after,
  ]);
}

/** A text may speak of the comment it is about by its number or name. */
const linksTo =
  ({ id, number, name, postPath }: AuthorsComment) =>
  (reference: { readonly number: number } | { readonly name: string }): string | null => {
    if (number === null) return null;
    const isMeant = "number" in reference ? reference.number === number : reference.name === name;
    return isMeant ? commentPermalink(postPath, { id, number }) : null;
  };
