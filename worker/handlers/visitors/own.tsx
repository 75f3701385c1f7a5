import { commentPermalink } from "../../../src/addresses.ts";
import { OwnCommentPage } from "../../../src/pages/own-comment-page.tsx";
import { findOwn, type OwnComment, type Standing } from "../../db/read/discussion/own.ts";
import { findShown } from "../../db/read/discussion/place.ts";
import { BlogError } from "../../errors.ts";
import { type Answer, type Params, page, redirect, siteOf } from "../answers.tsx";
import type { Visitor, VisitorHandler } from "./route.ts";
import { editableUntil, type Problem, standingText } from "./sentences.ts";
import { tokenHash } from "./tokens.ts";

/** One's own comment with its token; without, the way to where it stands. */
export const showOwnComment: VisitorHandler = async (params, visitor) => {
  const token = String(params["token"] ?? "");
  if (token) return ownPage(await requireOwn(params, token, visitor), { token }, visitor);
  const shown = await findShown(visitor.reader, String(params["comment"]), { removed: true });
  if (!shown) throw missing();
  return redirect(commentPermalink(shown.postPath, shown, visitor.origin), 302);
};

/** Wrong and unknown are one: nobody learns what is there. */
const missing = () => new BlogError("missing", "No such comment");

export interface Own extends Known {
  readonly tokenHash: string;
}

/** What is known of a comment whose token somebody has. */
interface Known {
  readonly comment: OwnComment;
  readonly standing: Standing;
}

/** The comment of the address, if the token is its own. */
export async function requireOwn(params: Params, token: unknown, visitor: Visitor): Promise<Own> {
  const hash = await tokenHash(token);
  const found = hash && (await findOwn(visitor.reader, String(params["comment"]), hash));
  if (!hash || !found) throw missing();
  return { ...found, tokenHash: hash };
}

interface Shown {
  readonly token: string;
  /** What has just happened; else how it stands. */
  readonly message?: string;
  readonly problem?: Problem | null;
  /** What was typed, if the form came back. */
  readonly text?: string;
  readonly status?: number;
}

/** The page of one's own comment. */
export function ownPage({ comment, standing }: Known, shown: Shown, visitor: Visitor): Answer {
  const { token, problem = null, message, text = comment.text, status = 200 } = shown;
  const site = siteOf(visitor);
  const { number, post } = comment;
  return page(
    <OwnCommentPage
      site={site}
      post={post}
      comment={{ ...comment, text }}
      editableUntil={editableUntil(comment, standing)}
      token={token}
      message={message ?? standingText(comment, standing, site.lang)}
      href={
        comment.status === "approved" && number !== null
          ? commentPermalink(post.path, { id: comment.id, number })
          : null
      }
      editable={isEditable({ comment, standing }, visitor)}
      problem={problem}
    />,
    [],
    status,
  );
}

/** For a while, and until somebody answers. */
export const isEditable = ({ comment, standing }: Known, { now }: Pick<Visitor, "now">): boolean =>
  comment.status !== "trash" && comment.replies === 0 && now < editableUntil(comment, standing);
