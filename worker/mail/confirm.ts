import { mailWordsOf } from "../../src/i18n/mail/words.ts";
import type { InterfaceLang } from "../../src/model.ts";
import { titleLine } from "./lines.ts";
import { type Mail, paragraphs, type Sender } from "./mail.ts";

interface Confirm extends Sender {
  readonly to: string;
  readonly lang: InterfaceLang;
  readonly comments: readonly { readonly postTitle: string; readonly link: string }[];
}

/**
 * Asks whether somebody wants to hear of answers. Anybody may have typed the address, so nothing that they wrote stands in
 * it, their name neither.
 */
export function confirmMail({ to, lang, title, origin, comments }: Confirm): Mail {
  const words = mailWordsOf(lang);
  const blog = titleLine(title);
  const links = comments.map(
    ({ postTitle, link }) => `${words.confirmOn(titleLine(postTitle))}\n${link}`,
  );
  return {
    to,
    subject: words.confirmSubject(blog),
    text: paragraphs(words.confirm(blog, origin), ...links, words.confirmElse),
  };
}
