import { describe, expect, test } from "vitest";
import { hostsOf } from "../../worker/content/comments/links.ts";
import { decide } from "../../worker/content/comments/rules.ts";
import { shapeOf } from "../../worker/content/comments/spam/likeness.ts";
import { type JudgeFacts, judge, type Verdict } from "../../worker/content/comments/spam.ts";
import { COMMENT_DEFAULTS } from "../../worker/db/write/settings.ts";

const NOTHING: JudgeFacts = {
  ...{ secondsOnPage: null, honeypot: "", known: false, hosts: new Map() },
  ...{ spamShapes: [], recentShapes: [], postLang: "de" },
};
const judged = (text: string, facts: Partial<JudgeFacts> = {}, url: string | null = null) =>
  judge({ name: "Anna", url, text }, { ...NOTHING, ...facts });
const codes = ({ reasons }: Verdict) => reasons.map(({ code }) => code);

/** Where somebody is known, so that only the judge can hold a comment. */
const PLACE = {
  ...{ now: "2010-03-18T08:00:00Z", publishedAt: "2010-03-17T10:12:00Z", known: true },
  ...{ postOpen: true, postHeld: false, reservedNames: [] },
};

test("a filled trap or a fast hand makes a comment wait, and is never spam alone", () => {
  const trapped = judged("Das sehe ich anders.", { honeypot: "anna@a.example" });
  const fast = judged("Das sehe ich anders.", { secondsOnPage: 1 });
  expect([codes(trapped), codes(fast)]).toEqual([["honeypot"], ["fast"]]);
  for (const verdict of [trapped, fast]) {
    expect(verdict.spam).toBe(false);
    expect(
      decide({ name: "Anna", url: null, text: "x" }, PLACE, COMMENT_DEFAULTS, verdict),
    ).toMatchObject({ status: "pending" });
  }
  expect(judged("x", { secondsOnPage: 3 }).score).toBe(0);
  expect(judged("x", { secondsOnPage: null }).score).toBe(0);
});

test("every signal says what it saw", () => {
  const links = Array.from(
    { length: 10 },
    (_, at) => `Lies bitte auch https://a${at}.example/ dazu, es lohnt sich.`,
  ).join(" ");
  const hosts = new Map([["a.example", { approved: 1, spam: 2 }]]);
  const long = "Ich habe das letzte Woche genauso erlebt und kann es nur bestätigen, leider.";
  expect(judged(links).reasons).toEqual([{ code: "links", detail: "10" }]);
  expect(judged("https://a.example/abc ja").reasons).toEqual([{ code: "links", detail: "88 %" }]);
  expect(judged("Siehe [url=x]hier[/url]").reasons).toEqual([{ code: "links", detail: "[url]" }]);
  expect(judged('Siehe <a href="x">hier</a>').reasons).toEqual([{ code: "links", detail: "<a>" }]);
  expect(judged("Ja.", { hosts }, "https://www.a.example/").reasons).toEqual([
    { code: "bad-host", detail: "a.example" },
  ]);
  expect(codes(judged(long, { spamShapes: [shapeOf(long)] }))).toEqual(["known-spam"]);
  expect(codes(judged(long, { recentShapes: [shapeOf(long)] }))).toEqual(["repeated"]);
  expect(judged("Das ist ein Саsinо").reasons).toEqual([{ code: "scripts", detail: "Саsinо" }]);
  expect(codes(judged("Лучшие цены на ремонт, вот: https://a.example/"))).toEqual(["scripts"]);
  expect(judged("Casino Bonus, mehr unter https://a.example/seite").reasons).toEqual([
    { code: "word", detail: "casino" },
    { code: "word", detail: "bonus" },
  ]);
  expect(judged("Toller Blog!", {}, "https://a.example/").reasons).toEqual([
    { code: "word", detail: "toller blog" },
  ]);
});

test("who talks about it, without a way to get there, sells nothing", () => {
  const text =
    "Casino, Bonus, Krypto, Kredit, Pillen, SEO: alles schon gesehen. Toller Blog, weiter so!";
  expect(judged(text)).toEqual({ score: 0, spam: false, reasons: [] });
});

test("a host that honest comments led to as often is not a bad one", () => {
  const hosts = new Map([["a.example", { approved: 2, spam: 2 }]]);
  expect(judged("Ja.", { hosts }, "https://a.example/").score).toBe(0);
});

test("an alphabet is foreign only to a post in another, and with a link", () => {
  const text = "Лучшие цены на ремонт, вот: https://a.example/";
  expect(judged(text, { postLang: "ru" }).score).toBe(0);
  expect(judged("Лучшие слова").score).toBe(0);
  expect(judged("Die Δt und 5 μmol, also α-Teilchen: https://a.example/").score).toBe(0);
});

test("who has an approved comment is trusted a little more", () => {
  const text = "Siehe [url=https://a.example/]hier[/url], da steht alles, was man wissen muss.";
  expect(judged(text, { known: true }).score).toBeLessThan(judged(text).score);
});

describe("the shape of a text", () => {
  const text =
    "Hallo Freunde, ich habe endlich eine einfache Methode gefunden, wie man mit zwanzig Minuten am Tag " +
    "von zu Hause aus arbeiten und dabei viel Geld verdienen kann. Mein Nachbar wollte es erst nicht glauben, " +
    "dann haben wir zusammen auf sein Konto gesehen, und jetzt arbeitet seine ganze Familie ebenfalls damit.";

  test("is sixteen hex digits, and the same for the same words", () => {
    expect(shapeOf(text)).toMatch(/^[0-9a-f]{16}$/);
    expect(shapeOf(`${text.toUpperCase()}! https://a.example/`)).toBe(shapeOf(text));
  });

  test("does not hang on what is quoted", () => {
    expect(shapeOf(`> ${text}\n\nNein, so geht das nun wirklich nicht, lieber Freund.`)).toBe(
      shapeOf("Nein, so geht das nun wirklich nicht, lieber Freund."),
    );
  });

  test("changes little when a word does, and much when all do", () => {
    const spamShapes = [shapeOf(text)];
    const varied = text.replace("einfache", "geniale").replace("Hallo", "Liebe");
    const other =
      "Der Kuchen ist am Sonntag leider zu trocken geworden, trotz der vielen Zwetschgen darin";
    expect(codes(judged(varied, { spamShapes }))).toEqual(["known-spam"]);
    expect(judged(other, { spamShapes }).score).toBe(0);
  });

  test("is none for a few words that many say", () => {
    const spamShapes = [shapeOf("Danke!"), shapeOf("Genau so ist es, vielen Dank!")];
    expect(judged("Danke!", { spamShapes, recentShapes: spamShapes }).score).toBe(0);
    expect(judged("Genau so ist es, vielen Dank!", { spamShapes }).score).toBe(0);
  });
});

test("hosts are counted once, without www, the website among them", () => {
  const text = "https://www.a.example/x http://a.example/y www.b.example [c](https://c.example/)";
  expect(hostsOf({ name: "A", url: "https://D.example/", text })).toEqual([
    ...["a.example", "b.example", "c.example", "d.example"],
  ]);
});

test("a long text is judged in no time, whatever it is made of", () => {
  const shapes = Array.from({ length: 300 }, (_, at) =>
    shapeOf(`${at} eins zwei drei vier fünf sechs sieben`),
  );
  for (const piece of [
    "a ",
    "a-",
    "a@",
    "+1",
    "a.",
    "[url=",
    "<a ",
    "www.",
    "https://a.example/ ",
    "aа",
    "\u0301",
  ]) {
    const text = piece.repeat(10_000).slice(0, 10_000);
    const start = performance.now();
    judged(text, { spamShapes: shapes, recentShapes: shapes });
    expect(performance.now() - start, piece).toBeLessThan(300);
  }
});
