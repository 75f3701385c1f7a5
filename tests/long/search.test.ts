import { beforeAll, describe, expect, test } from "vitest";
import { draftPost, havePosts } from "../support/blog.ts";
import { ask, found } from "../support/search.ts";

const say = (slug: string, title: string, text: string, publishedAt = "2010-03-17T10:12:00Z") =>
  draftPost(slug, { title, text: `<p>${text}</p>`, publishedAt });

beforeAll(async () => {
  await havePosts(
    say(
      "wort",
      "Ein Zwetschgenkuchen",
      "Man nehme <b>Mehl</b> &amp; Butter, und von allem mehr, als da steht.",
    ),
    say("text", "Vom Backen", "Zwetschgenkuchen mit Mehl, Zwetschgenkuchen ohne. Worte."),
    say("über", "Übergänge", "Er ging über die Straße ins Café."),
    say("ueber", "Alte Tastatur", "Ueber die Strasse zum Baecker gegangen."),
    say("bauer", "Landleben", "Der Bauer pflügt."),
    say("trenn", "Silben", "Donau&shy;dampf&shy;schiff"),
    say(
      "boese",
      'Ein <script>alert("x")</script> im Titel',
      "Das Skript &lt;b&gt;Kastanie&lt;/b&gt;",
    ),
    draftPost("seite", { kind: "page", path: "/impressum/", title: "Impressum" }),
  );
});

describe("what is found", () => {
  test.each([
    ["one word", "Butter", ["/2010/03/wort/"]],
    ["in any case", "bUTTER", ["/2010/03/wort/"]],
    ["all words have to be there", "zwetschgenkuchen worte", ["/2010/03/text/"]],
    ["one that is nowhere finds nothing", "zwetschgenkuchen quark", []],
    ["a static page", "impressum", ["/impressum/"]],
    ["what a soft hyphen parts is one word", "donaudampfschiff", ["/2010/03/trenn/"]],
    ["the last word may be a beginning", "mehl zwet", ["/2010/03/wort/", "/2010/03/text/"]],
    ["no other word may", "zwet butter", []],
    ["two letters are no beginning", "zw", []],
    ["words that every text has are not looked for", "die Butter", ["/2010/03/wort/"]],
    ["unless there are no others", "zum der", []],
    ["of these too", "die über", ["/2010/03/über/", "/2010/03/ueber/"]],
  ])("%s: %s", async (_sentence, question, paths) => {
    expect(new Set(await found(question))).toEqual(new Set(paths));
  });

  test("a word in the title counts more than one in the text", async () => {
    expect(await found("Zwetschgenkuchen")).toEqual(["/2010/03/wort/", "/2010/03/text/"]);
  });

  test.each(["straße", "strasse", "STRASSE", "Straße"])("%s finds both spellings", async (word) => {
    expect((await found(word)).sort()).toEqual(["/2010/03/ueber/", "/2010/03/über/"]);
  });

  test.each(["über café", "uber cafe", "ueber cafe", "u\u0308ber café"])(
    "%s finds it, however it is typed",
    async (question) => {
      expect(await found(question)).toEqual(["/2010/03/über/"]);
    },
  );

  test.each(["über bäcker", "ueber baecker"])("%s finds the other way round", async (question) => {
    expect(await found(question)).toEqual(["/2010/03/ueber/"]);
  });

  test("the word stands marked, and everything else is text", async () => {
    const html = await (await ask("kastanie")).text();
    expect(html).toContain("&lt;b><mark>Kastanie</mark>&lt;/b>");
    expect(html).toContain("Ein &lt;script>");
    expect(html).not.toContain("<script>alert");
    expect(await (await ask("strasse ueber")).text()).toContain(
      "<mark>über</mark> die <mark>Straße",
    );
  });
});
