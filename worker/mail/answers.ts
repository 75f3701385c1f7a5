import { mailWordsOf } from "../../src/i18n/mail/words.ts";
import type { InterfaceLang } from "../../src/model.ts";
import { nameLine, quoted, titleLine } from "./lines.ts";
import { type Mail, paragraphs, type Sender } from "./mail.ts";

/** An answer to somebody's comment. */
export interface Answer {
  readonly name: string;
  readonly text: string;
  /** Where it stands. */
  readonly link: string;
}

interface Answers extends Sender {
  readonly to: string;
  readonly lang: InterfaceLang;
  readonly postTitle: string;
  readonly answers: readonly Answer[];
  /** How many there are beside these. */
  readonly more: number;
  /** The signed page that ends these mails. */
  readonly unsubscribe: string;
}

/** Tells a commenter what was answered since the last time. */
export function answersMail(told: Answers): Mail {
  const { to, lang, answers, more, unsubscribe } = told;
  const words = mailWordsOf(lang);
  const post = titleLine(told.postTitle);
  const parts = answers.map(({ name, text, link }) =>
    [words.answered(nameLine(name)), quoted(text), link].join("\n"),
  );
  return {
    ...{ to, unsubscribe },
    subject: words.answersSubject(answers.length + more, post),
    text: paragraphs(
      words.answers(post, titleLine(told.title)),
      ...parts,
      more > 0 ? words.more(more) : "",
      `${words.unsubscribe}\n${unsubscribe}`,
    ),
  };
}
