// What a page of 200 comments takes to render, without its database.
import { renderToString } from "preact-render-to-string";
import type { Comment, Html, Post, Site } from "../src/model.ts";
import { PostPage } from "../src/pages/post-page.tsx";

const TEXT = "Das stimmt so nicht ganz, denn am Bahnhof war es abends anders. ".repeat(7);

const site: Site = {
  ...{ title: "Am Rand", tagline: "", lang: "de", timeZone: "Europe/Berlin" },
  ...{ navigation: [], footer: [], sidebar: [], comments: { mail: "off", night: "open" } },
  ...{ theme: null, imprint: true },
  ...{ origin: "https://blog.example", indexed: true },
};

const post: Post = {
  ...{ id: 1, path: "/2010/03/hallo/", lang: "de", title: "Hallo", lead: "" as Html, more: false },
  ...{ excerpt: "", words: 900, author: { slug: "jule", name: "Jule" }, sticky: false },
  ...{ publishedAt: "2010-03-17T10:12:00Z", updatedAt: "2010-03-17T10:12:00Z" },
  ...{ tags: [], categories: [], commentCount: 200, kind: "post", unlisted: false, guid: "urn:1" },
  ...{ html: `<p>${TEXT}</p>` as Html, blocks: [[TEXT.length + 7, TEXT.length]] },
  ...{ commentsOpen: true, cover: null, canonical: null },
};

/** Every second one answers the one before it. */
const comments = Array.from({ length: 200 }, (_, at): Comment => {
  const parent = at % 2 === 1 ? { id: `c${at}`, number: at } : null;
  return {
    ...{ id: `c${at + 1}`, number: at + 1, parent, kind: "comment", removed: false },
    ...{ name: `Name ${at}`, url: null, authorSlug: null, byPostAuthor: false, title: null },
    ...{
      html: `<p>${TEXT}</p>` as Html,
      excerpt: "Das stimmt",
      lang: "de",
      quote: null,
      note: null,
    },
    ...{ createdAt: "2010-03-17T12:12:00Z", edited: false },
  };
});

export const renderTwoHundred = (): string =>
  renderToString(
    <PostPage
      site={site}
      post={post}
      comments={comments}
      commentPage={{ page: 1, pages: 1 }}
      previous={null}
      next={null}
    />,
  );
