import { expect, test } from "vitest";
import { readFrontMatter } from "../../scripts/front-matter.ts";
import { draftFile } from "../../worker/content/files/draft.ts";

/** What becomes of a file in a blog in Berlin. */
function draft(fields: string, text = "Ein Text.", name = "posts/a.md") {
  const file = readFrontMatter(name, fields ? `---\n${fields}\n---\n${text}` : text);
  return draftFile(file, {
    ...{ lang: "en", timeZone: "Europe/Berlin", now: "2026-05-01T12:00:00Z" },
    author: (named) => named ?? { slug: "anna", name: "Anna" },
    picture: (_file, path) => ({ path: `/media/k/${path}`, width: 4, height: 3 }),
  }).post;
}

const DATED = "title: A\ndate: 2026-01-02";

test("Hugo, Jekyll and Astro say the same in their words", () => {
  const draftOf = { status: "draft" };
  expect(draft(`${DATED}\npublished: false`)).toMatchObject(draftOf);
  expect(draft(`${DATED}\ndraft: True`)).toMatchObject(draftOf);
  expect(draft(`${DATED}\npermalink: /alt.html`).path).toBe("/alt.html");
  expect(draft(`${DATED}\nurl: /alt/neu/`).path).toBe("/alt/neu/");
  expect(draft("title: A\npubDate: 2026-01-02").localDate).toBe("2026-01-02");
  expect(draft("title: A\npublishDate: 2026-01-02").localDate).toBe("2026-01-02");
  expect(draft(`${DATED}\ndescription: Kurz`).excerpt).toBe("Kurz");
  expect(draft(`${DATED}\nexcerpt: Kurz`).excerpt).toBe("Kurz");
  expect(draft(`${DATED}\nlanguage: de`).lang).toBe("de");
  expect(draft("title: A\nlayout: page")).toMatchObject({ kind: "page", path: "/a/" });
  expect(draft(`${DATED}\nunlisted: true\nsticky: yes`)).toMatchObject({
    ...{ status: "unlisted", sticky: true },
  });
});

test("tags and categories are lists, or names in one line", () => {
  const tags = [
    { slug: "am-gleis", name: "Am Gleis" },
    { slug: "1-10", name: "1.10" },
  ];
  expect(draft(`${DATED}\ntags: [Am Gleis, 1.10]`).tags).toEqual(tags);
  expect(draft(`${DATED}\ntags: Am Gleis, 1.10`).tags).toEqual(tags);
  expect(draft(`${DATED}\ntags:\n  - Am Gleis\ntag: "1.10"`).tags).toHaveLength(2);
  const gleis = [{ slug: "am-gleis", name: "Am Gleis" }];
  expect(draft(`${DATED}\ncategories: Kolumne/Am Gleis`).categories).toEqual(gleis);
  expect(draft(`${DATED}\ncategory: Am Gleis`).categories).toEqual(gleis);
});

test("Jekyll's file name gives date and slug, and Hugo's folder the slug", () => {
  const jekyll = draft("title: A", "Text", "_posts/2025-12-31-guter-rutsch.md");
  expect(jekyll.path).toBe("/2025/12/guter-rutsch/");
  expect(draft(DATED, "Text", "posts/Über Züge/index.md").path).toBe("/2026/01/ueber-zuege/");
});

test("a date without a zone is the blog's, and one with a zone its own", () => {
  const dated = (date: string) => draft(`title: A\ndate: ${date}`).publishedAt;
  expect(dated("2026-01-02")).toBe("2026-01-01T23:00:00Z");
  expect(dated("2026-04-02 10:30")).toBe("2026-04-02T08:30:00Z");
  expect(dated("2026-01-02 10:30:00 -0500")).toBe("2026-01-02T15:30:00Z");
  expect(dated("2026-01-02T10:30:00.000Z")).toBe("2026-01-02T10:30:00Z");
  expect(dated("'Jan 02 2026'")).toBe("2026-01-01T23:00:00Z");
  expect(() => dated("2026-02-30")).toThrow('posts/a.md:3: "2026-02-30" is no date');
  expect(draft("title: A\ndate: 2027-01-01").status).toBe("scheduled");
});

test("without a title the first heading is it, and moves up where the text begins with it", () => {
  const found = draft("date: 2026-01-02", "# Über *mich*\n\nText");
  expect(found.title).toBe("Über mich");
  expect(found.html.trim()).toBe("<p>Text</p>");
  expect(draft("date: 2026-01-02", "Text\n\n## Zwei").html).toContain("Zwei</h2>");
  expect(() => draft("date: 2026-01-02", "Text")).toThrow("There is no title");
});

test("both marks cut the text", () => {
  expect(draft(DATED, "Eins\n\n<!--more-->\n\nZwei").lead).toBe("<p>Eins</p>\n");
  expect(draft(DATED, "Eins\n\n<!-- more -->\n\nZwei").lead).toBe("<p>Eins</p>\n");
});

test("what cannot be understood is said with its line", () => {
  const wrong = (text: string) => () => draft("", text);
  expect(wrong('+++\ntitle = "A"\n+++\n')).toThrow(/^posts\/a.md:1: .*TOML/);
  expect(wrong("---\ntitle: A\n")).toThrow("posts/a.md:1: The front matter that begins here");
  expect(wrong('---\ntitle: A\ntags: ["x\n---\n')).toThrow(/^posts\/a.md:\d+: The front matter is/);
  expect(wrong("---\ntitle: A\ntitle: B\n---\n")).toThrow(/^posts\/a.md:3: The front matter is/);
  expect(() => draft(`${DATED}\ndraft: vielleicht`)).toThrow('posts/a.md:4: "draft" must be');
  expect(() => draft(`${DATED}\ntags:\n  a: b`)).toThrow('posts/a.md:4: "tags" must be');
  expect(() => draft(`${DATED}\npermalink: /:year/x/`)).toThrow("posts/a.md:4:");
  expect(() => draft(`${DATED}\npermalink: /a/../b/`)).toThrow("posts/a.md:4:");
  expect(() => draft(`${DATED}\nslug: "???"`)).toThrow("posts/a.md:4:");
  expect(() => draft("title: A\ndate: 2027-01-01\nunlisted: true")).toThrow("posts/a.md:3:");
});

test("pictures from elsewhere are left as they are", () => {
  expect(draft(DATED, "![a](b.png)").html).toContain('src="/media/k/b.png"');
  expect(draft(DATED, "![a](/media/x/b.png)").html).toContain('src="/media/x/b.png"');
});
