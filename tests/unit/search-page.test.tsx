import { renderToString as print } from "preact-render-to-string";
import { expect, test } from "vitest";
import { ErrorPage } from "../../src/pages/error-page.tsx";
import { SearchPage } from "../../src/pages/search-page.tsx";
import { aSite } from "./samples.ts";

test("only an address without a page offers the search instead", () => {
  const form = '<search aria-label="Suche"><form class="search" action="/search/">';
  expect(print(<ErrorPage site={aSite()} status={404} />)).toContain(form);
  for (const status of [422, 429, 500, 503])
    expect(print(<ErrorPage site={aSite()} status={status} />)).not.toContain("<search");
});

test.each([
  [0, "de", "Nichts gefunden"],
  [1, "de", "1 Treffer"],
  [30, "de", "Die 30 neuesten Treffer"],
  [0, "en", "Nothing found"],
  [1, "en", "1 result"],
  [30, "en", "The newest 30 results"],
] as const)("%i results in %s are called: %s", (count, lang, words) => {
  const results = Array.from({ length: count }, (_, at) => ({
    ...({ kind: "page", path: `/${at}/`, lang, publishedAt: "2010-03-17T10:12:00Z" } as const),
    ...{ title: [], excerpt: [] },
  }));
  const html = print(<SearchPage site={aSite({ lang })} question="x" results={results} />);
  expect(html).toContain(`<p class="meta">${words}`);
  expect(html).not.toContain("<time");
});
