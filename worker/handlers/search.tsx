import { wordsOf } from "../../src/i18n/words.ts";
import { SearchPage } from "../../src/pages/search-page.tsx";
import { readQuestion } from "../content/question.ts";
import { listFound } from "../db/read/search.ts";
import { openSearch } from "../feeds/open-search.ts";
import { file, type PublicHandler, page, siteOf } from "./answers.tsx";

export const showSearch: PublicHandler = async ({ q }, context) => {
  const { text, terms } = readQuestion(String(q));
  const results = await listFound(context.reader, terms);
  return page(<SearchPage site={siteOf(context)} question={text} results={results} />, []);
};

/** Tells a browser how to ask this blog. */
export const showOpenSearch: PublicHandler = async (_params, context) => {
  await context.reader.batch([]);
  const { title, lang, origin } = siteOf(context);
  const words = wordsOf(lang);
  const name = title || words.home;
  const description = { name, sentence: words.searchOf(name), lang, origin };
  return file(openSearch(description), "application/opensearchdescription+xml", []);
};
