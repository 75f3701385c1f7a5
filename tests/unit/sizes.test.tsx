import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import manifest from "../../dist/manifest.json";
import { AssetsContext } from "../../src/components/assets.ts";
import { NoteLinks } from "../../src/components/discussion/note-links.tsx";
import type { Html, Site } from "../../src/model.ts";
import { PostPage } from "../../src/pages/post-page.tsx";
import { aComment, aPost, aReply, aSite } from "./samples.ts";

/** Bytes. */
const KB = 1_024;

const scripts = Object.entries(manifest.scripts);
const sizeOf = (name: string): number =>
  scripts.find(([address]) => address.startsWith(`/assets/${name}-`))?.[1].gzip ?? Number.NaN;
const loadsOf = (name: string): readonly string[] =>
  scripts.find(([address]) => address.startsWith(`/assets/${name}-`))?.[1].loads ?? [];

test("before anybody touches the form, a page asks for at most 1 KB of scripts", () => {
  expect(sizeOf("loader")).toBeLessThanOrEqual(KB);
});

test("the form's island weighs at most 9 KB with Preact and its words, and notes at most 3 KB more", () => {
  const loads = loadsOf("comment-form");
  expect(loads.map((address) => address.replace(/-.*/, ""))).toEqual([
    "/assets/de",
    "/assets/en",
    "/assets/passage",
  ]);
  const wordsOf = (lang: string) =>
    scripts.find(([address]) => loads.includes(address) && address.includes(`/${lang}-`))?.[1].gzip;
  for (const lang of ["de", "en"])
    expect(sizeOf("comment-form") + (wordsOf(lang) ?? Number.NaN)).toBeLessThanOrEqual(9 * KB);
  expect(sizeOf("passage")).toBeLessThanOrEqual(3 * KB);
});

test("the authors' application weighs at most 60 KB before its first page, and leaves the editor for later", () => {
  const { gzip, preload, script } = manifest.admin;
  expect(gzip).toBeLessThanOrEqual(60 * KB);
  const first = [script, ...preload].map((address) =>
    readFileSync(`dist/assets${address}`, "utf8"),
  );
  // A class of CodeMirror's, which no minifier renames.
  expect(first.some((text) => text.includes("cm-editor"))).toBe(false);
});

test("an author's bar is loaded by authors alone, and is small", () => {
  expect(sizeOf("author")).toBeLessThanOrEqual(KB);
  expect(loadsOf("loader").some((address) => address.startsWith("/assets/author-"))).toBe(true);
});

/** Sentences of the demo, so many words of them as are wanted, each time others. */
const words = readdirSync("demo/de")
  .sort()
  .flatMap((name) => readFileSync(`demo/de/${name}`, "utf8").split("---")[2]?.split(/\s+/) ?? [])
  .map((word) => word.replaceAll("<", "&lt;"));
let used = 0;
function take(count: number): string {
  used += count;
  return words.slice(used - count, used).join(" ");
}
const say = (count: number): Html => `<p>${take(count)}</p>` as Html;
function termOf() {
  const name = take(1);
  return { name, slug: name.toLowerCase() };
}

/** As long as the demo's. */
const sidebar: Site["sidebar"] = [
  {
    kind: "comments",
    comments: Array.from({ length: 6 }, (_, at) => ({
      ...{ id: `c${at}`, number: at + 1, name: `Marte ${at}`, lang: "de", postLang: "de" },
      ...{ excerpt: take(12), postTitle: take(3), postPath: `/2010/0${at + 1}/hallo/` },
    })),
  },
  {
    kind: "categories",
    categories: Array.from({ length: 7 }, (_, at) => ({ ...termOf(), parent: null, posts: at })),
  },
  { kind: "tags", tags: Array.from({ length: 30 }, (_, at) => ({ ...termOf(), posts: at })) },
  {
    kind: "archive",
    years: Array.from({ length: 16 }, (_, at) => ({ year: `${2026 - at}`, posts: 2 })),
  },
  { kind: "feeds" },
];

test("a post of 900 words with 9 comments weighs at most 14 KB with its style sheet", () => {
  const post = aPost({ commentCount: 9 });
  const notesOn = (block: number) =>
    renderToString(<NoteLinks post={post} block={block} notes={[]} lang="de" closed={false} />);
  const html = Array.from({ length: 9 }, (_, at) => say(100) + notesOn(at + 1)).join("") as Html;
  const comments = Array.from({ length: 9 }, (_, at) =>
    at % 3 === 2 ? aReply(at + 1, at, { html: say(80) }) : aComment(at + 1, { html: say(80) }),
  );
  const page = renderToString(
    <AssetsContext.Provider
      value={{ css: manifest.css, talkCss: manifest.talkCss, loader: manifest.loader }}
    >
      <PostPage
        site={aSite({ sidebar })}
        post={{ ...post, html }}
        comments={comments}
        commentPage={{ page: 1, pages: 1 }}
        previous={null}
        next={null}
      />
    </AssetsContext.Provider>,
  );
  expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(14 * KB);
});
