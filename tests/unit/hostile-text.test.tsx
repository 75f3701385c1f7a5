import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { Html } from "../../src/model.ts";
import { ErrorPage } from "../../src/pages/error-page.tsx";
import { PostPage } from "../../src/pages/post-page.tsx";
import { SearchPage } from "../../src/pages/search-page.tsx";
import { TagPage } from "../../src/pages/tag-page.tsx";
import { aComment, aList, aPost, aSite } from "./samples.ts";

test("whatever an author or a visitor types is text, in every place", () => {
  const bad = `"'><img src=x onerror=alert(1)>`;
  const term = { slug: bad, name: bad };
  const site = aSite({
    title: bad,
    tagline: bad,
    navigation: [{ title: bad, path: `/${bad}/` }],
    sidebar: [
      { kind: "category", title: bad, slug: bad, posts: [{ title: bad, path: `/${bad}/` }] },
      { kind: "tags", tags: [{ ...term, posts: 1 }] },
      { kind: "categories", categories: [{ ...term, posts: 1, parent: null }] },
      {
        kind: "blogroll",
        links: [{ title: bad, url: `https://x.example/${bad}`, description: bad }],
      },
      { kind: "text", title: bad, html: "<p>ok</p>" as Html },
    ],
  });
  const post = {
    title: bad,
    excerpt: bad,
    lang: bad,
    author: term,
    tags: [term],
    categories: [term],
  };
  const comment = {
    name: bad,
    url: `https://x.example/${bad}`,
    title: bad,
    excerpt: bad,
    lang: bad,
  };
  const comments = [aComment(1, comment), aComment(2, { ...comment, kind: "pingback" })];
  const pages = [
    <PostPage
      key="post"
      site={site}
      post={aPost({ ...post, path: `/${bad}/` })}
      comments={comments}
      commentPage={{ page: 1, pages: 1 }}
      previous={{ title: bad, path: `/${bad}/` }}
      next={null}
    />,
    <TagPage key="tag" site={site} tag={term} list={aList([aPost(post)])} />,
    <SearchPage
      key="search"
      site={site}
      question={bad}
      results={[
        {
          ...{ kind: "post", path: `/${bad}/`, lang: bad, publishedAt: "2010-03-17T10:12:00Z" },
          title: [{ text: bad, found: true }],
          excerpt: [{ text: bad, found: false }],
        },
      ]}
    />,
    <ErrorPage key="error" site={site} status={422} message={bad} />,
  ];
  for (const page of pages) {
    const html = renderToString(page);
    expect(html).not.toContain("<img");
    expect(html).not.toContain(`"'>`);
  }
});
