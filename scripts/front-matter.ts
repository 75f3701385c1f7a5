import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { PostFile } from "../worker/content/files/post-file.ts";
import { BlogError } from "../worker/errors.ts";

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(---|\.\.\.)[ \t]*$/m;

/** Splits a file into the YAML between its first two `---` and the text below; one without front matter has no fields. */
export function readFrontMatter(name: string, file: string): PostFile {
  const text = file.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  if (/^\+\+\+[ \t]*\n/.test(text))
    throw wrong(name, 1, "Front matter between +++ is TOML; please write YAML between --- instead");
  const opening = OPENING.exec(text)?.[0].length;
  if (!opening) return { name, fields: {}, lines: {}, markdown: text, firstLine: 1 };
  const rest = text.slice(opening);
  const closing = CLOSING.exec(rest);
  if (!closing) throw wrong(name, 1, "The front matter that begins here has no --- at its end");
  const yaml = rest.slice(0, closing.index);
  return {
    name,
    ...readYaml(name, yaml),
    markdown: rest.slice(closing.index + closing[0].length).replace(/^\n/, ""),
    firstLine: yaml.split("\n").length + 2,
  };
}

/** Every value stays the text that was typed: a tag 1.10 is no number, and what a date means depends on the blog's time zone. */
function readYaml(name: string, yaml: string): Pick<PostFile, "fields" | "lines"> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter, prettyErrors: false });
  const error = document.errors[0];
  // The line of the opening --- comes before the YAML's first.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  if (error)
    throw wrong(name, lineAt(error.pos[0]), `The front matter is no YAML: ${error.message}`);
  if (document.contents === null) return { fields: {}, lines: {} };
  if (!isMap(document.contents)) throw wrong(name, 2, "The front matter has no names with values");
  const fields: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const values = document.toJS() as Record<string, unknown>;
  for (const { key } of document.contents.items) {
    if (!isScalar(key)) continue;
    const field = String(key.value);
    fields[field.toLowerCase()] = values[field];
    lines[field.toLowerCase()] = lineAt(key.range?.[0] ?? 0);
  }
  return { fields, lines };
}

const wrong = (name: string, line: number, sentence: string) =>
  new BlogError("invalid", `${name}:${line}: ${sentence}.`);
