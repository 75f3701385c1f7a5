import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { Discussion } from "../../src/components/discussion/discussion.tsx";
import { NoteLinks } from "../../src/components/discussion/note-links.tsx";
import { Nodes } from "../../src/islands/nodes.tsx";
import { fromFragment, toFragment } from "../../src/islands/tokens.ts";
import type { Comment, CommentNode, Post, Site } from "../../src/model.ts";
import { aComment, aPost, aSite } from "./samples.ts";

const discuss = (comments: Comment[], post: Partial<Post> = {}, site: Partial<Site> = {}) =>
  renderToString(
    <Discussion
      site={aSite(site)}
      post={aPost(post)}
      comments={comments}
      commentPage={{ page: 1, pages: 1 }}
    />,
  );

const night = (night: Site["comments"]["night"], mail: Site["comments"]["mail"] = "off") => ({
  comments: { night, mail },
});

test("below an open discussion stands its form, and by each comment a way to answer and to report it", () => {
  const html = discuss([aComment(1)]);
  expect(html).toContain('method="post" action="/comments"');
  expect(html).toContain('href="/comments/new/?post=%2F2010%2F03%2Fhallo%2F&amp;parent=c1"');
  expect(html).toContain('href="/comments/c1/report/"');
});

test("a discussion that is closed, for good or for a night, has no form and no such ways", () => {
  for (const html of [
    discuss([aComment(1)], { commentsOpen: false }),
    discuss([aComment(1)], {}, night("closed")),
  ])
    expect(html).not.toMatch(/<form|\/comments\/new\/|report/);
  expect(discuss([], {}, night("closed"))).toContain("Gerade nimmt das Blog keine Kommentare an.");
  expect(discuss([], {}, night("held"))).toContain("erst, wenn jemand sie gelesen hat");
});

test("mail about answers is offered only where visitors get any", () => {
  expect(discuss([], {}, night("open", "owner"))).not.toContain('name="notify"');
  expect(discuss([], {}, night("open", "everyone"))).toContain('name="notify"');
});

test("under the button one sentence leads to the privacy page, where there is one", () => {
  expect(discuss([])).toContain("wird nur gespeichert.</p>");
  const footer = [
    { title: "Impressum", path: "/impressum/" },
    { title: "Datenschutz", path: "/datenschutz/" },
  ];
  expect(discuss([], {}, { footer })).toContain('<a href="/datenschutz/">Datenschutz</a>.</p>');
});

test("a name, an address or a text that is too long cannot be typed, and the trap is out of the way", () => {
  const html = discuss([]);
  expect(html).toMatch(/<textarea[^>]*name="text"[^>]*required[^>]*maxlength="10000"/);
  expect(html).toMatch(/leer lassen<input name="subject" autocomplete="off" tabindex="-1"/);
});

const aNote = (changes: Partial<Comment> = {}) =>
  aComment(3, {
    quote: { text: "vier, fünf - Tage", prefix: "nach ", suffix: ", also & so" },
    note: { block: 2, margin: 1 },
    ...changes,
  });

test("a note shows its passage with a link that finds it, whatever signs stand in it", () => {
  expect(discuss([aNote()])).toContain(
    'href="/2010/03/hallo/#:~:text=nach-,vier%2C%20f%C3%BCnf%20%2D%20Tage,-%2C%20also%20%26%20so"',
  );
});

test("a note leads back to the text, and has its place in the margin and in the list", () => {
  const html = discuss([aNote()]);
  expect(html).toContain('href="#note-c3"');
  expect(html).toMatch(/<article class="[^"]*margin-note note-1"/);
  expect(html).toContain('<p class="in-margin"><a href="#comment-c3">');
  expect(discuss([aNote({ note: { block: 2, margin: null } })])).not.toMatch(
    /margin-note|in-margin/,
  );
  expect(discuss([aNote({ note: null })])).not.toContain("#note-c3");
});

test("after a paragraph stand the notes on it and the way to a new one", () => {
  const notes = [{ id: "c3", number: 3, name: "Roland", block: 2, margin: 1 }];
  const line = (closed: boolean, count: number) =>
    renderToString(
      <NoteLinks
        post={aPost()}
        block={2}
        notes={notes.slice(0, count)}
        lang="de"
        closed={closed}
      />,
    );
  expect(line(false, 1)).toContain(
    '<a id="note-c3" class="note-1" href="#comment-c3">Notiz 3, Roland</a>',
  );
  expect(line(false, 0)).toContain('href="/comments/new/?post=%2F2010%2F03%2Fhallo%2F&amp;at=2"');
  expect(line(true, 1)).not.toContain("/comments/new/");
  expect(line(true, 0)).toBe("");
});

test("a preview shows what comments are made of, and nothing else that a tree may say", () => {
  const nodes = [
    ["p", { onclick: "alert(1)", style: "x" }, ["<i>", ["script", {}, ["alert(2)"]]]],
    ["a", { href: "javascript:alert(3)" }, ["so"]],
    ["a", { href: "/\\evil.example" }, ["und"]],
    ["a", { href: "https://a.example/" }, ["da"]],
    { type: "img", props: { src: "x", onerror: "alert(4)" } },
  ] as unknown as CommentNode[];
  const html = renderToString(<Nodes nodes={nodes} />);
  expect(html).not.toMatch(/<script|<img|onclick|style=|javascript:|evil/);
  expect(html).toContain('<a href="https://a.example/">da</a>');
  expect(html).toContain("&lt;i>alert(2)");
});

test("a link between devices brings what it was given, and nothing that has another form", () => {
  const own = { id: "c-1_a", token: "abcdefghijklmnopqrstuv", post: "/2010/03/grüße, du/" };
  const hash = toFragment([{ ...own, parent: "", editableUntil: "" }]);
  expect(fromFragment(hash)).toEqual([{ ...own, parent: "", editableUntil: "" }]);
  for (const wrong of ["", "#", "#c1/short/%2Fx", "#c1/abcdefghijklmnopqrstuv/https:%2F%2Fevil"])
    expect(fromFragment(wrong)).toEqual([]);
});
