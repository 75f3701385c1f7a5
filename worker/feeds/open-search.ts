import { escapeText, printable } from "./xml.ts";

/** What a browser shows of a search. */
export interface SearchDescription {
  readonly name: string;
  readonly sentence: string;
  readonly lang: string;
  /** "https://blog.example" */
  readonly origin: string;
}

/** Characters that the format allows: github.com/dewitt/opensearch, opensearch-1-1-draft-6.md */
const MAX_NAME = 16;
const MAX_LONG_NAME = 48;
const MAX_SENTENCE = 1_024;

/** How to ask a blog, for browsers that offer its search in their own field. */
export function openSearch({ name, sentence, lang, origin }: SearchDescription): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element("ShortName", cut(name, MAX_NAME)),
    element("LongName", cut(name, MAX_LONG_NAME)),
    element("Description", cut(sentence, MAX_SENTENCE)),
    `<Url type="text/html" method="get" template="${escapeText(origin)}/search/?q={searchTerms}"/>`,
    `<Image width="16" height="16" type="image/svg+xml">${escapeText(origin)}/favicon.svg</Image>`,
    element("Language", lang),
    element("InputEncoding", "UTF-8"),
    "</OpenSearchDescription>",
  ];
  return `${lines.join("\n")}\n`;
}

const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;

/** Whole characters, as many as fit. */
const cut = (text: string, chars: number): string => {
  const all = [...printable(text)];
  return all.length <= chars
    ? all.join("")
    : `${all
        .slice(0, chars - 1)
        .join("")
        .trimEnd()}…`;
};
