// Text for mails: what a stranger wrote becomes plain lines in which nothing is a link, a header or a command.

/** Characters of a name, and of a title, in a line. */
const NAME_CHARS = 80;
const TITLE_CHARS = 120;
/** Characters of a comment; who wants more follows the link. */
const TEXT_CHARS = 600;

/** A stranger's name on one line. */
export const nameLine = (name: string): string => shorten(unlink(oneLine(name)), NAME_CHARS);

/** A title of the blog's own on one line. */
export const titleLine = (title: string): string => shorten(oneLine(title), TITLE_CHARS);

/** A sentence with a stranger's words in it, on one line. */
export const sentenceLine = (sentence: string): string =>
  shorten(unlink(oneLine(sentence)), TEXT_CHARS);

/** The text of a comment, each line marked as a quotation. */
export function quoted(text: string): string {
  const lines = shorten(unlink(clean(text)), TEXT_CHARS)
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map((line) => line.trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .replace(/^/gm, "> ")
    .replace(/^> $/gm, ">");
}

/** Without what ends a line or steers a terminal or the direction of writing. */
export const oneLine = (text: string): string => clean(text.replace(/[\s\u0085]+/g, " ")).trim();

/** `https://a.example/b` becomes `a[.]example/b`, which no mail program makes a link of. */
export const unlink = (text: string): string =>
  text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\//gi, "")
    .replace(/(?<=[\p{L}\p{N}])[.\u3002\uFF0E\uFF61](?=[\p{L}\p{N}]{2})/gu, "[.]");

const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    // Controls but for line breaks; what turns the direction of writing, or has no width.
    .replace(
      /(?![\n\r\u2028\u2029\u0085])[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu,
      "",
    );

function shorten(text: string, chars: number): string {
  const all = [...text];
  return all.length <= chars
    ? text
    : `${all
        .slice(0, chars - 1)
        .join("")
        .trimEnd()}…`;
}
