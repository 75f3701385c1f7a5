import { permalink } from "../../../src/addresses.ts";
import type { InterfaceLang } from "../../../src/model.ts";
import { toNodes } from "../../content/nodes.ts";
import type { OwnComment, Standing } from "../../db/read/discussion/own.ts";
import { editableUntil, standingText } from "./sentences.ts";

/** One's own comment for a script: what it shows, how it stands, and until when it can be changed. */
export const ownData = (
  comment: OwnComment,
  standing: Standing,
  { lang, message }: { readonly lang: InterfaceLang; readonly message?: string },
) => ({
  ...placeOf(comment),
  message: message ?? standingText(comment, standing, lang),
  ...{ url: comment.url, parent: comment.parent, quote: comment.quote?.text ?? null },
  editableUntil: editableUntil(comment, standing),
});

/** What every list of own comments shows. */
export const placeOf = (comment: OwnComment) => ({
  ...{ id: comment.id, number: comment.number, name: comment.name, createdAt: comment.createdAt },
  // Nobody is told that they are taken for spam.
  status: comment.status === "spam" ? "pending" : comment.status,
  nodes: toNodes(comment.html),
  own: ownPath(comment.id),
});

/** The page of one's own comment; with its token, below the blog's address. */
export const ownPath = (id: string): string => permalink(`/comments/${id}/`);

export const ownAddress = (id: string, token: string, origin: string): string =>
  `${origin}${ownPath(id)}?token=${token}`;
