import { parse } from "yaml";

/** A Markdown file: the YAML between the first two `---`, and the text below. */
export interface MarkdownFile {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly markdown: string;
}

/** Splits a file; one without front matter has no fields. Throws a YAML error that names the line. */
export function readFrontMatter(file: string): MarkdownFile {
  const text = file.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
  if (end < 0) return { fields: {}, markdown: text };
  const below = text.indexOf("\n", end + 1);
  return {
    fields: (parse(text.slice(4, end)) as Record<string, unknown> | null) ?? {},
    markdown: below < 0 ? "" : text.slice(below + 1),
  };
}
