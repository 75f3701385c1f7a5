import type { Queue, QueuedComment } from "../../src/admin-api/comments.ts";
import { reasonInWords } from "../../src/i18n/moderation/words.ts";
import type { ModerationSettings } from "../../worker/content/comments/settings.ts";

/** Characters of a comment in a list; alone it is shown whole. */
const LIST_CHARS = 500;

/** Comments as a numbered list. */
export function printQueue({ items, total }: Queue, status: string): string {
  if (items.length === 0) return `No comment is ${status}.`;
  const list = items.map(
    (comment, at) => `${at + 1}. ${printComment(comment, LIST_CHARS).trimStart()}`,
  );
  const more = (total ?? 0) - items.length;
  return [...list, ...(more > 0 ? [`And ${more} more.`] : [])].join("\n\n");
}

/** Who, when, below what, why, and the text. */
export function printComment(comment: QueuedComment, chars = Number.POSITIVE_INFINITY): string {
  const { id, name, email, url, createdAt, postTitle, postPath, quote, reasons, text } = comment;
  const from = [email && `<${email}>`, url].filter(Boolean).join(" ");
  const lines = [
    `${line(name) || "no name"} ${line(from)}`.trim(),
    `   ${time(createdAt)} on ${line(postTitle) || line(postPath)}   (${id})`,
    ...(quote ? [`   on the passage: ${line(quote)}`] : []),
    ...reasons.map((reason) => `   ${line(reasonInWords(reason, "en"))}`),
    "",
    indent(cut(plainText(text), chars)),
  ];
  return lines.join("\n");
}

/** The rules, one a line, as they are typed. */
export const printSettings = (settings: ModerationSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name.padEnd(16)}${line(asTyped(value))}`)
    .join("\n");

const asTyped = (value: unknown): string =>
  value === null ? "-" : Array.isArray(value) ? value.join(", ") || "-" : String(value);

/** What cannot steer a terminal: no escape, no control character, nothing that turns the direction of writing. */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, "");

const line = (text: string): string => plainText(text).replace(/\s+/g, " ").trim();

const time = (utc: string): string => `${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC`;

const indent = (text: string): string => text.replace(/^(?=.)/gm, "   ");

const cut = (text: string, chars: number): string =>
  [...text].length <= chars ? text : `${[...text].slice(0, chars).join("")} …`;
