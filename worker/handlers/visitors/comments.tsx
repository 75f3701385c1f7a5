import { permalink } from "../../../src/addresses.ts";
import { NewCommentPage } from "../../../src/pages/new-comment-page.tsx";
import { sendOwed, sendOwedMail } from "../../cache/owed.ts";
import { type Accepted, acceptComment } from "../../content/comments/accept.ts";
import { VisitorFieldError } from "../../content/comments/field-error.ts";
import { COMMENT_FIELDS, parseComment } from "../../content/comments/parse.ts";
import { findStanding } from "../../db/read/discussion/own.ts";
import type { BlogError } from "../../errors.ts";
import { type Answer, page, redirect, siteOf } from "../answers.tsx";
import { ownAddress, ownData } from "./data.ts";
import type { Data, Visitor, VisitorHandler } from "./route.ts";
import { problemOf } from "./sentences.ts";
import { siteAnyway } from "./site-anyway.ts";
import { tellOthers } from "./tell.ts";
import { knownHash, newId, newToken, tokenHash } from "./tokens.ts";

/** Takes a comment: stored is what is thanked for. */
export const createComment: VisitorHandler = async (_, visitor) => {
  const { fields, json, env, reader, now, randomBytes, uncounted } = visitor;
  if (json) refuseUnknown(fields);
  const input = parseComment(fields);
  const token = input.submission ?? newToken(randomBytes);
  const tokens = { own: (await tokenHash(token)) ?? "", known: await knownHash(fields) };
  const accepted = await acceptComment(input, tokens, {
    ...{ db: env.DB, reader, now, uncounted, newId: () => newId(randomBytes) },
    beside: (comment) => tellOthers(env.DB, input, comment),
  });
  visitor.defer(sendOwed(env.DB, env.REFRESH));
  visitor.defer(sendOwedMail(env.DB, env.JOBS, now));
  if (json) return answerScript(accepted, input.submission ? null : token, visitor);
  const { origin } = visitor;
  return accepted.kind === "resent"
    ? redirect(permalink(accepted.post.path, origin), 303)
    : redirect(ownAddress(accepted.comment.id, token, origin), 303);
};

/** The form again, with every character that was typed. */
export async function refusedComment(
  error: BlogError,
  _: unknown,
  visitor: Visitor,
): Promise<Answer> {
  const site = await siteAnyway(visitor, error);
  const values = typedIn(visitor);
  return page(
    <NewCommentPage
      site={site}
      post={{ path: values.post || "/", title: "", lang: site.lang }}
      parent={null}
      parentId={values.parent}
      note={values.quote !== ""}
      values={{ ...values, notify: values.notify === "1" }}
      problem={problemOf(error, site.lang)}
    />,
    [],
    error.status,
  );
}

const TYPED = [
  ...(["post", "parent", "quote", "prefix", "suffix", "name", "email", "url"] as const),
  ...(["text", "notify"] as const),
];

/** What the form said, whatever it was. */
const typedIn = ({ fields }: Visitor) =>
  Object.fromEntries(
    TYPED.map((name) => [name, typeof fields[name] === "string" ? fields[name] : ""]),
  ) as Record<(typeof TYPED)[number], string>;

/** A program that sends what nobody knows means something that would not happen. */
function refuseUnknown(fields: Readonly<Record<string, unknown>>): void {
  const known: readonly string[] = [...COMMENT_FIELDS, "token"];
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new VisitorFieldError(unknown.slice(0, 40), "malformed");
}

/** A token that the server made is in the answer, once. */
async function answerScript(
  accepted: Accepted,
  token: string | null,
  visitor: Visitor,
): Promise<Data> {
  if (accepted.kind === "resent")
    return { status: 200, data: { resent: true, post: accepted.post.path } };
  const { comment } = accepted;
  const standing = await findStanding(visitor.reader, comment.id);
  const data = ownData(comment, standing, { lang: siteOf(visitor).lang });
  return { status: 201, data: token === null ? data : { ...data, token } };
}
