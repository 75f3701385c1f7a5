import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { AssetsContext } from "../../src/components/assets.ts";
import type { Comment, Post, Site } from "../../src/model.ts";
import { CategoryPage } from "../../src/pages/category-page.tsx";
import { ErrorPage } from "../../src/pages/error-page.tsx";
import { FrontPage } from "../../src/pages/front-page.tsx";
import { PostPage } from "../../src/pages/post-page.tsx";
import { StaticPage } from "../../src/pages/static-page.tsx";
import { SubscribePage } from "../../src/pages/subscribe-page.tsx";
import { aComment, aList, aPost, aSite } from "./samples.ts";

const print = (page: VNode) =>
  renderToString(
    <AssetsContext.Provider value={{ css: "a > b{}" }}>{page}</AssetsContext.Provider>,
  );

function postPage(
  post: Partial<Post> = {},
  {
    site = {},
    comments = [],
    page = 1,
  }: { site?: Partial<Site>; comments?: Comment[]; page?: number } = {},
) {
  const commentPage = { page, pages: 2 };
  const whole = aPost(post);
  const previous = { title: "Davor", path: "/2010/02/davor/" };
  return print(
    <PostPage
      site={aSite(site)}
      post={whole}
      comments={comments}
      commentPage={commentPage}
      previous={previous}
      next={null}
    />,
  );
}

test("a post can be read by any client that knows microformats", () => {
  const html = postPage({}, { comments: [aComment(1)] });
  for (const name of [
    "h-entry",
    "p-name u-url u-uid",
    "dt-published",
    "e-content",
    "u-comment h-cite",
  ]) {
    expect(html).toContain(name);
  }
  expect(html).toMatch(
    /<a class="p-author h-card" rel="author" href="\/authors\/jule\/">Jule Brandt</,
  );
  expect(html).toMatch(/<a href="\/tags\/papier\/" class="p-category" rel="tag">Papier</);
});

test("a list is a feed of posts, and a lead that goes on is a summary", () => {
  const more = aPost({ more: true, path: "/2010/04/b/" });
  const html = print(<FrontPage site={aSite()} list={aList([aPost(), more])} />);
  expect(html).toContain('class="h-feed"');
  expect(html.match(/h-entry/g)).toHaveLength(2);
  expect(html.match(/e-content/g)).toHaveLength(1);
  expect(html.match(/p-summary/g)).toHaveLength(1);
  expect(html.match(/Weiterlesen/g)).toHaveLength(1);
});

test("a post says who wrote it, when, and how long it takes", () => {
  const html = postPage({ words: 401 });
  expect(html).toContain("17.03.10, 11:12 Uhr");
  expect(html).toContain("3 Min. Lesezeit");
});

test("a post in another language keeps it, and the words around it stay the blog's", () => {
  const html = postPage({ lang: "en", commentCount: 2 });
  expect(html).toMatch(/<html lang="de" dir="ltr">/);
  expect(html).toMatch(/<article class="post whole h-entry" lang="en" dir="ltr">/);
  expect(html).toMatch(/<section id="comments" class="discussion" [^>]*lang="de" dir="ltr">/);
  expect(html).toContain("17 Mar 2010, 11:12");
});

test("the second comment page has its own address and does not repeat the post", () => {
  const html = postPage({}, { page: 2, comments: [aComment(201)] });
  expect(html).toContain('href="https://blog.test/2010/03/hallo/comment-page-2/"');
  expect(html).not.toContain("Anfang und Ende");
  expect(html).toContain('rel="prev" href="/2010/03/hallo/#comments"');
});

test("search engines stay away from a blog without an address and from unlisted posts", () => {
  expect(postPage()).not.toContain("noindex");
  expect(postPage({}, { site: { indexed: false } })).toContain("noindex");
  expect(postPage({ unlisted: true })).toContain("noindex");
});

test("the style sheet is printed as it is, since the CSP knows its hash", () => {
  expect(postPage()).toContain("<style>a > b{}</style>");
});

test("a static page has no date, and a discussion only if there is one", () => {
  const page = (comments: Comment[]) =>
    print(
      <StaticPage
        site={aSite()}
        post={aPost({ kind: "page", title: "Impressum", commentsOpen: false })}
        comments={comments}
        commentPage={{ page: 1, pages: 1 }}
      />,
    );
  expect(page([])).not.toMatch(/<time|id="comments"/);
  expect(page([aComment(1)])).toContain('id="comments"');
});

test("a category shows the way down to it", () => {
  const category = {
    slug: "am-gleis",
    name: "Am Gleis",
    posts: 1,
    description: "Zwischen zwei Zügen",
    ancestors: [{ slug: "kolumne", name: "Kolumne" }],
    children: [],
  };
  const html = print(<CategoryPage site={aSite()} category={category} list={aList([aPost()])} />);
  expect(html).toMatch(/<nav class="breadcrumbs".*href="\/categories\/kolumne\/">Kolumne</);
});

test("the subscribe page names every main feed and those of the categories", () => {
  const categories = [{ slug: "kolumne", name: "Kolumne", posts: 1, parent: null }];
  const html = print(
    <SubscribePage site={aSite({ sidebar: [{ kind: "categories", categories }] })} />,
  );
  expect(html).toContain("https://blog.test/feed.xml");
  for (const base of ["/", "/comments/", "/categories/kolumne/"])
    for (const file of ["feed.xml", "atom.xml", "feed.json"])
      expect(html).toContain(`<a href="${base}${file}"`);
});

test("an error is a friendly page in the blog's language, and has no address", () => {
  const html = print(<ErrorPage site={aSite()} status={404} />);
  expect(html).toContain("<h1>Hier ist nichts</h1>");
  expect(html).toContain("Impressum");
  expect(html).toContain("noindex");
  expect(html).not.toContain("canonical");
});

test("without its database the blog apologises in both languages", () => {
  const html = print(<ErrorPage site={null} status={503} />);
  expect(html).toContain("Back in a moment");
  expect(html).toContain("Gleich wieder da");
});
