/** A mail to one person: plain text, and no address in it but this blog's. */
export interface Mail {
  readonly to: string;
  /** On one line. */
  readonly subject: string;
  readonly text: string;
  /** Where one request, without a cookie or a question, ends such mails (RFC 8058). */
  readonly unsubscribe?: string;
}

/** The blog as mails name it. */
export interface Sender {
  /** "https://blog.example" */
  readonly origin: string;
  readonly title: string;
}

/** Paragraphs with an empty line between them. */
export const paragraphs = (...parts: readonly string[]): string =>
  `${parts.filter(Boolean).join("\n\n")}\n`;
