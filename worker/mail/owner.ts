import { mailWordsOf } from "../../src/i18n/mail/words.ts";
import { reasonInWords } from "../../src/i18n/moderation/words.ts";
import type { InterfaceLang } from "../../src/model.ts";
import { nameLine, quoted, sentenceLine, titleLine } from "./lines.ts";
import { type Mail, paragraphs, type Sender } from "./mail.ts";

/** A comment that waits, as a moderator hears of it. */
export interface HeldComment {
  readonly name: string;
  readonly postTitle: string;
  readonly text: string;
  readonly reasons: readonly { readonly code: string; readonly detail?: string | undefined }[];
  /** The signed page with the buttons. */
  readonly link: string;
}

interface Held extends Sender {
  readonly to: string;
  readonly lang: InterfaceLang;
  /** All that wait. */
  readonly waiting: number;
  /** The newest of them. */
  readonly comments: readonly HeldComment[];
}

/** Tells whoever moderates what waits. */
export function ownerMail({ to, lang, title, waiting, comments }: Held): Mail {
  const words = mailWordsOf(lang);
  const parts = comments.map(({ name, postTitle, text, reasons, link }) =>
    [
      words.wroteOn(nameLine(name), titleLine(postTitle)),
      quoted(text),
      reasons.map((reason) => sentenceLine(reasonInWords(reason, lang))).join(" "),
      link,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  const more = waiting - comments.length;
  return {
    to,
    subject: words.heldSubject(waiting, titleLine(title)),
    text: paragraphs(
      words.held(waiting),
      ...parts,
      more > 0 ? words.more(more) : "",
      words.heldWhy,
    ),
  };
}
