import { mailWordsOf } from "../../src/i18n/mail/words.ts";
import type { InterfaceLang } from "../../src/model.ts";
import { titleLine } from "./lines.ts";
import { type Mail, paragraphs, type Sender } from "./mail.ts";

interface Person extends Sender {
  readonly to: string;
  readonly lang: InterfaceLang;
  /** The signed page with all that is stored. */
  readonly link: string;
}

/** Brings somebody to what is stored about their address. */
export function personMail({ to, lang, title, origin, link }: Person): Mail {
  const words = mailWordsOf(lang);
  const blog = titleLine(title);
  return {
    to,
    subject: words.personSubject(blog),
    text: paragraphs(words.person(blog, origin), link, words.personElse),
  };
}
