import { linksTo } from "../../content/comments/draft.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { renderComment } from "../../content/comments/markdown.ts";
import { parseText } from "../../content/comments/parse.ts";
import { findReferences } from "../../content/comments/references.ts";
import { guessLanguage } from "../../content/language.ts";
import { findMeant } from "../../db/read/discussion/place.ts";
import { BlogError } from "../../errors.ts";
import type { VisitorHandler } from "./route.ts";

/** What a text will look like, as a tree that a script can show without parsing any markup. */
export const previewComment: VisitorHandler = async (_, { fields, reader }) => {
  const { post: path, text: typed } = fields;
  if (typeof path !== "string") throw new VisitorFieldError("post", "malformed");
  if (typeof typed !== "string") throw new VisitorFieldError("text", "malformed");
  const text = parseText(typed);
  const found = await findMeant(reader, { post: path, ...findReferences(text) });
  if (!found) throw new BlogError("missing", "No such post");
  const lang = guessLanguage(text, found.post.lang);
  return {
    status: 200,
    data: { nodes: renderComment(text, { lang, links: linksTo(found) }).nodes },
  };
};
