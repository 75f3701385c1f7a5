import { mailWordsOf } from "../../src/i18n/mail/words.ts";
import type { InterfaceLang } from "../../src/model.ts";
import { titleLine } from "./lines.ts";
import { type Mail, paragraphs, type Sender } from "./mail.ts";

/** A mail that only tries whether mails arrive. */
export function testMail({
  to,
  lang,
  title,
  origin,
}: Sender & { readonly to: string; readonly lang: InterfaceLang }): Mail {
  const words = mailWordsOf(lang);
  return {
    to,
    subject: words.testSubject(titleLine(title)),
    text: paragraphs(words.test, origin),
  };
}
