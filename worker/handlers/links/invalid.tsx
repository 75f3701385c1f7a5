import { moderationWordsOf } from "../../../src/i18n/moderation/words.ts";
import { MessagePage } from "../../../src/pages/message-page.tsx";
import { type LinkTo, linkTo } from "../../auth/links.ts";
import { type Purpose, type Signed, signerOf } from "../../auth/signing.ts";
import { type Answer, page, siteOf } from "../answers.tsx";
import type { Visitor } from "../visitors/route.ts";

/** What the key of the address says; null where it is not ours, has ended, or is for something else. */
export const signedBy = (
  key: unknown,
  purpose: Purpose,
  { env, now }: Pick<Visitor, "env" | "now">,
): Promise<Signed | null> => signerOf(env.DB, now).verify(String(key ?? ""), purpose, now);

/** Links of the kind that mails have. */
export const linksFor = ({ env, origin, now }: Pick<Visitor, "env" | "origin" | "now">): LinkTo =>
  linkTo(signerOf(env.DB, now), origin, now);

/** The one answer to every key that opens nothing: nobody learns what is there. */
export async function invalidLink(visitor: Visitor): Promise<Answer> {
  if (!visitor.reader.site) await visitor.reader.batch([]);
  const { lang } = siteOf(visitor);
  const words = moderationWordsOf(lang);
  return message(visitor, [words.invalid, words.invalidLong], 404);
}

/** A page that says something and asks nothing. */
export async function message(
  visitor: Visitor,
  [title, ...sentences]: readonly [string, ...string[]],
  status = 200,
): Promise<Answer> {
  if (!visitor.reader.site) await visitor.reader.batch([]);
  const site = siteOf(visitor);
  return page(
    <MessagePage site={site} title={title} sentences={sentences} link={null} />,
    [],
    status,
  );
}
