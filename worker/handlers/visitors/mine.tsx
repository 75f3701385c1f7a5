import { commentPermalink, permalink } from "../../../src/addresses.ts";
import { MinePage } from "../../../src/pages/mine-page.tsx";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { listMine } from "../../db/read/discussion/mine.ts";
import type { OwnComment } from "../../db/read/discussion/own.ts";
import { page, siteOf } from "../answers.tsx";
import { placeOf } from "./data.ts";
import type { VisitorHandler } from "./route.ts";
import { editableUntil } from "./sentences.ts";
import { tokenHash } from "./tokens.ts";

/** Tokens that are asked about at once. */
const MOST_TOKENS = 100;

/** The page of a browser's own comments, which a script there fills. */
export const showMine: VisitorHandler = async (_, visitor) => {
  await visitor.reader.batch([]);
  return page(<MinePage site={siteOf(visitor)} />, []);
};

/** The comments whose tokens are sent, with the answers to them. Unknown tokens say nothing. */
export const listMyComments: VisitorHandler = async (_, { fields, reader }) => {
  const hashes = await Promise.all(parseTokens(fields["tokens"]).map(tokenHash));
  const { comments, answers, standing } = await listMine(
    reader,
    hashes.filter((hash) => hash !== null),
  );
  const told = (comment: OwnComment) => ({
    ...placeOf(comment),
    editableUntil: editableUntil(comment, standing),
    post: { title: comment.post.title, path: permalink(comment.post.path) },
    answers: answers
      .filter(({ parent }) => parent === comment.id)
      .map(({ id, number, name, excerpt }) => ({
        ...{ id, number, name, excerpt },
        href: commentPermalink(comment.post.path, { id, number }),
      })),
  });
  return { status: 200, data: { comments: comments.map(told) } };
};

function parseTokens(sent: unknown): unknown[] {
  if (!Array.isArray(sent) || sent.length > MOST_TOKENS)
    throw new VisitorFieldError("tokens", "long");
  return sent.map((one) => (one as { token?: unknown } | null)?.token);
}
