import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Discussion } from "../../src/components/discussion/discussion.tsx";
import { toThread } from "../../src/components/discussion/thread.ts";
import type { Comment, Html, Post, Site } from "../../src/model.ts";
import { aComment, aPost, aReply, aSite } from "./samples.ts";

function discuss(
  comments: readonly Comment[],
  { post = {}, site = {} }: { post?: Partial<Post>; site?: Partial<Site> } = {},
) {
  const whole = aPost({ commentCount: comments.length, ...post });
  const commentPage = { page: 1, pages: 1 };
  return renderToString(
    <Discussion site={aSite(site)} post={whole} comments={comments} commentPage={commentPage} />,
  );
}

test("the heading counts the comments in the blog's language", () => {
  expect(discuss([])).toContain("<h2>Kein Kommentar</h2>");
  expect(discuss([aComment(1)])).toContain("<h2>1 Kommentar</h2>");
  expect(discuss([], { post: { commentCount: 12 } })).toContain("<h2>12 Kommentare</h2>");
  expect(discuss([aComment(1)], { site: { lang: "en" } })).toContain("<h2>1 comment</h2>");
});

test("a reply stands below its parent, whatever their order", () => {
  const thread = toThread([aReply(1, 3), aComment(2), aComment(3)]);
  expect(thread.top.map(({ number }) => number)).toEqual([2, 3]);
  expect(thread.replies.get("c3")?.map(({ number }) => number)).toEqual([1]);
});

test("every comment is printed once, with its number as its address", () => {
  const html = discuss([aComment(1), aReply(2, 1), aReply(3, 2), aComment(4)]);
  for (const number of [1, 2, 3, 4]) {
    expect(html.split(`<li id="comment-c${number}"`)).toHaveLength(2);
    expect(html.split(`<p>Text ${number}</p>`)).toHaveLength(2);
    expect(html).toContain(`href="/2010/03/hallo/#comment-c${number}"`);
  }
  expect(html.match(/u-comment h-cite/g)).toHaveLength(4);
});

test("a reply is nested in its parent's list item", () => {
  const html = discuss([aComment(1), aReply(2, 1), aComment(3)]);
  expect(html).toMatch(/id="comment-c1".*<ol class="comments"><li id="comment-c2".*<\/ol><\/li>/);
  expect(html).toMatch(/<\/ol><\/li><li id="comment-c3"/);
});

test("a thread two hundred deep is printed whole", () => {
  const deep = Array.from({ length: 199 }, (_, place) => aReply(place + 2, place + 1));
  const html = discuss([aComment(1), ...deep]);
  expect(html.match(/<li id="comment-/g)).toHaveLength(200);
  expect(html).toContain("Antwort auf #199");
});

test("a reply to a comment on another page says so and links there", () => {
  const html = discuss([aReply(201, 7)]);
  expect(html).toContain('href="/2010/03/hallo/#comment-c7">Antwort auf #7</a>');
});

test("a removed comment keeps its number and its replies, and nothing else", () => {
  const html = discuss([
    aComment(1, { removed: true, name: "CANARY", html: "CANARY" as Html, excerpt: "CANARY" }),
    aReply(2, 1),
  ]);
  expect(html).toContain('<li id="comment-c1"');
  expect(html).toContain("Kommentar entfernt");
  expect(html).toContain("#1");
  expect(html).not.toContain("CANARY");
  expect(html.match(/u-comment h-cite/g)).toHaveLength(1);
});

test("a pingback reads as its title and a passage, and links to the page it came from", () => {
  const html = discuss([
    aComment(1, {
      kind: "pingback",
      title: "Zettel",
      url: "https://z.example/1",
      excerpt: "wie dort",
    }),
  ]);
  expect(html).toContain('href="https://z.example/1" rel="nofollow ugc">Zettel</a>');
  expect(html).toContain('[…] <span class="p-content">wie dort</span> […]');
  expect(html).toContain("Pingback");
});

test("a mention from the blog itself is a link that search engines may follow", () => {
  const html = discuss([
    aComment(1, { kind: "pingback", title: "Eigenes", url: "https://blog.test/2011/01/x/" }),
  ]);
  expect(html).toContain('href="https://blog.test/2011/01/x/">Eigenes</a>');
});

test("a visitor's name links to their page, and only if that is a web address", () => {
  expect(discuss([aComment(1, { url: "https://m.example/" })])).toContain(
    'href="https://m.example/" rel="nofollow ugc">Marte</a>',
  );
  expect(discuss([aComment(1, { url: "javascript:alert(1)" })])).not.toContain("javascript:");
});

test("the author of the post is marked, and nobody else", () => {
  const html = discuss([aComment(1, { byPostAuthor: true, authorSlug: "jule" }), aComment(2)]);
  expect(html.match(/schreibt hier/g)).toHaveLength(1);
});

test("a comment in another language than the blog says which", () => {
  const html = discuss([aComment(1, { lang: "en" }), aComment(2, { lang: "ar" })]);
  expect(html).toContain('<article class="comment u-comment h-cite" lang="en" dir="ltr">');
  expect(html).toContain('<article class="comment u-comment h-cite" lang="ar" dir="rtl">');
});
