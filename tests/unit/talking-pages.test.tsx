import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { AssetsContext } from "../../src/components/assets.ts";
import type { Html } from "../../src/model.ts";
import { MessagePage } from "../../src/pages/message-page.tsx";
import { MinePage } from "../../src/pages/mine-page.tsx";
import { NewCommentPage } from "../../src/pages/new-comment-page.tsx";
import { OwnCommentPage } from "../../src/pages/own-comment-page.tsx";
import { ReportPage } from "../../src/pages/report-page.tsx";
import { aComment, aPost, aSite } from "./samples.ts";

const print = (page: VNode) =>
  renderToString(
    <AssetsContext.Provider value={{ css: "", loader: "/assets/loader-X.js" }}>
      {page}
    </AssetsContext.Provider>,
  );

const aNewPage = (props: Partial<Parameters<typeof NewCommentPage>[0]> = {}) =>
  print(<NewCommentPage site={aSite()} post={aPost()} parent={null} note={false} {...props} />);

test("the form of a reply shows what is answered, and sends its id", () => {
  const html = aNewPage({ parent: aComment(7) });
  expect(html).toContain("<h1>Antwort auf #7, Marte</h1>");
  expect(html).toContain("<p>Text 7</p>");
  expect(html).toContain('name="parent" value="c7"');
  expect(html).toContain('name="post" value="/2010/03/hallo/"');
});

test("the form of a note has the paragraph in a field, to be cut down", () => {
  const html = aNewPage({ note: true, values: { quote: "Anfang & Ende" } });
  expect(html).toMatch(/<textarea [^>]*name="quote"[^>]*>Anfang &amp; Ende</);
});

test("a form that was refused says why, names the field and keeps what was typed", () => {
  const values = { name: "...", text: 'Ein "Text" <b>', email: "a@b.example", notify: true };
  const problem = { field: "name", sentence: "Der Name fehlt." };
  const site = aSite({ comments: { mail: "everyone", night: "open" } });
  const html = aNewPage({ site, values, problem });
  expect(html).toMatch(/role="alert".*<a href="#write-name">Der Name fehlt\.<\/a>/);
  expect(html).toMatch(/name="name"[^>]*aria-invalid="true" aria-describedby="write-name-problem"/);
  expect(html).toContain('id="write-name-problem">Der Name fehlt.<');
  expect(html).toContain(">Ein &quot;Text&quot; &lt;b></textarea>");
  expect(html).toContain('value="a@b.example"');
  expect(html).toMatch(/name="notify" value="1" checked/);
});

const anOwnPage = (editable: boolean) =>
  print(
    <OwnCommentPage
      site={aSite()}
      post={aPost()}
      comment={{
        ...{ id: "c9", number: null, name: "Carla", html: "<p>Ja.</p>" as Html, lang: "de" },
        ...{ text: "Ja.", quote: null, parent: null },
      }}
      token="geheim"
      message="Der Kommentar ist der 3. in der Reihe."
      href={null}
      editable={editable}
      editableUntil="2026-01-01T00:00:00Z"
    />,
  );

test("one's own comment can be edited and withdrawn while there is time, and erased at any time", () => {
  const actions = (html: string) =>
    [...html.matchAll(/name="action" value="(\w+)"/g)].map(([, action]) => action);
  expect(actions(anOwnPage(true))).toEqual(["edit", "withdraw", "export", "erase", "anonymise"]);
  expect(actions(anOwnPage(false))).toEqual(["export", "erase", "anonymise"]);
});

test("the page of one's own comment says how it stands, and its forms bring the token", () => {
  const html = anOwnPage(true);
  expect(html).toContain("Der Kommentar ist der 3. in der Reihe.");
  expect(html.match(/action="\/comments\/c9\/"/g)).toHaveLength(5);
  expect(html.match(/name="token" value="geheim"/g)).toHaveLength(5);
  expect(html).toContain('href="/comments/c9/feed.xml"');
  expect(html).not.toContain("canonical");
});

test("the page of a browser's comments says that it needs a script", () => {
  expect(print(<MinePage site={aSite()} />)).toMatch(/<noscript>.*braucht JavaScript/);
});

test("a report asks once, below the comment that it is about", () => {
  const html = print(<ReportPage site={aSite()} post={aPost()} comment={aComment(3)} />);
  expect(html).toContain('method="post" action="/comments/c3/report/"');
  expect(html).toContain("<p>Text 3</p>");
});

test("a message is sentences and one way on", () => {
  const link = { title: "Zum Beitrag", href: "/2010/03/hallo/" };
  const page = (
    <MessagePage site={aSite()} title="Danke" sentences={["Eins.", "Zwei."]} link={link} />
  );
  expect(print(page)).toMatch(
    /<h1>Danke<\/h1>.*<p>Eins\.<\/p><p>Zwei\.<\/p>.*href="\/2010\/03\/hallo\/">Zum/,
  );
});

test("scripts are loaded where somebody may write, and by the pages of one's own comments", () => {
  for (const html of [aNewPage(), anOwnPage(true), print(<MinePage site={aSite()} />)])
    expect(html).toContain('<script type="module" src="/assets/loader-X.js"></script>');
});
