import { BlogError } from "../../errors.ts";

/** A Markdown file as it was read. */
export interface PostFile {
  /** Its path relative to the project's folder. */
  readonly name: string;
  /** The front matter by lower-case names; every value is text, a list or a map of text. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Line of each field. */
  readonly lines: Readonly<Record<string, number>>;
  readonly markdown: string;
  /** Line on which the Markdown begins. */
  readonly firstLine: number;
}

/** What is wrong with a file, and where: at a field, or in the text. */
export const wrongFile = (file: PostFile, sentence: string, field?: string): BlogError =>
  new BlogError("invalid", `${file.name}:${(field && file.lines[field]) || 1}: ${sentence}`);

/** The same for something that stands in the Markdown. */
export function wrongText(file: PostFile, sentence: string, words: string): BlogError {
  const at = file.markdown.split("\n").findIndex((line) => line.includes(words));
  return new BlogError("invalid", `${file.name}:${file.firstLine + Math.max(at, 0)}: ${sentence}`);
}
