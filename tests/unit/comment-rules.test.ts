import { describe, expect, test } from "vitest";
import type { JudgedText } from "../../worker/content/comments/links.ts";
import { decide, type RuleFacts } from "../../worker/content/comments/rules.ts";
import type { Verdict } from "../../worker/content/comments/spam.ts";
import { COMMENT_DEFAULTS, type CommentSettings } from "../../worker/db/write/settings.ts";

const HARMLESS: Verdict = { score: 0, spam: false, reasons: [] };
const FACTS: RuleFacts = {
  ...{ now: "2010-03-18T08:00:00Z", publishedAt: "2010-03-17T10:12:00Z", known: true },
  ...{ postOpen: true, postHeld: false, reservedNames: ["Jule Brandt"] },
};

const ask = (
  settings: Partial<CommentSettings> = {},
  input: Partial<JudgedText> = {},
  facts: Partial<RuleFacts> = {},
  verdict = HARMLESS,
) =>
  decide(
    { name: "Anna", url: null, text: "Hallo", ...input },
    { ...FACTS, ...facts },
    { ...COMMENT_DEFAULTS, ...settings },
    verdict,
  );

const approved = { status: "approved", reasons: [] };
const held = (code: string, detail?: string) => ({
  status: "pending",
  reasons: [detail === undefined ? { code } : { code, detail }],
});

test("newcomers wait, those who are known do not", () => {
  expect(ask()).toEqual(approved);
  expect(ask({}, {}, { known: false })).toEqual(held("newcomer"));
});

test("all can be held, or nobody", () => {
  expect(ask({ hold: "all" })).toEqual(held("all-held"));
  expect(ask({ hold: "none" }, {}, { known: false })).toEqual(approved);
});

test("a post can be held, and closed", () => {
  expect(ask({}, {}, { postHeld: true })).toEqual(held("post-held"));
  expect(ask({}, {}, { postOpen: false })).toEqual({ refused: "closed" });
});

test("a post closes after its days", () => {
  const on = (now: string) => ask({ closeAfterDays: 14 }, {}, { now });
  expect(on("2010-03-31T10:12:00Z")).toEqual(approved);
  expect(on("2010-03-31T10:12:01Z")).toEqual({ refused: "closed" });
});

test("a bad night holds or closes, until it is over", () => {
  expect(ask({ night: "held" })).toEqual(held("night"));
  expect(ask({ night: "closed" })).toEqual({ refused: "night" });
  expect(ask({ night: "closed", nightUntil: "2010-03-18T08:00:01Z" })).toEqual({
    refused: "night",
  });
  expect(ask({ night: "closed", nightUntil: "2010-03-18T08:00:00Z" })).toEqual(approved);
});

test("more links than allowed make a comment wait; an address as the words of its own link counts once", () => {
  const text = "https://a.example/ und [https://b.example/](https://b.example/)";
  expect(ask({}, { text })).toEqual(approved);
  expect(ask({ links: 1 }, { text })).toEqual(held("links", "2"));
  expect(ask({ links: 0 }, { url: "https://a.example/" })).toEqual(approved);
});

describe("lists of the author's", () => {
  const words = ["Größe", "schöner Gewinn", "(a+)+$", ".*", "", "  "];

  test.each([
    ["Die GRÖSSE zählt", "Größe"],
    ["Ein schoner  gewinn!", "schöner Gewinn"],
    ["schön, Gewinn", null],
    ["Größenwahn", null],
    ["ein Gewinn, schöner geht es nicht", null],
    ["a".repeat(5_000), null],
  ])("in %j the word %j is found", (text, word) => {
    expect(ask({ words }, { text })).toEqual(word === null ? approved : held("word", word));
    expect(ask({ refuseWords: words }, { text })).toEqual(
      word === null ? approved : { refused: "words" },
    );
  });

  test("a word may stand in the name", () => {
    expect(ask({ words: ["kredite"] }, { name: "Kredite Schmidt" })).toEqual(
      held("word", "kredite"),
    );
  });

  test("a host is itself and what is below it, in a text or as a website", () => {
    const hosts = ["https://www.Böse.example/x", "evil.example", ""];
    const evil = held("host", "evil.example");
    expect(ask({ hosts }, { text: "https://a.evil.example/" })).toEqual(evil);
    expect(ask({ hosts }, { url: "https://www.evil.example/" })).toEqual(evil);
    expect(ask({ hosts }, { url: "https://xn--bse-sna.example/" })).toMatchObject({
      status: "pending",
    });
    expect(ask({ hosts }, { url: "https://notevil.example/" })).toEqual(approved);
    expect(ask({ refuseHosts: hosts }, { url: "https://evil.example/" })).toEqual({
      refused: "host",
    });
  });

  test("a name is known by how it looks", () => {
    expect(ask({ names: ["Troll 17"] }, { name: "tróll17" })).toEqual(held("name", "Troll 17"));
    expect(ask({ refuseNames: ["Troll 17"] }, { name: "Тrоll 17" })).toEqual({ refused: "name" });
    expect(ask({ names: ["", "!"] }, { name: "Anna" })).toEqual(approved);
    expect(ask({ names: ["Anna"] }, { name: "Annabell" })).toEqual(approved);
  });

  test("a thousand words cost nothing", () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `wort${at} und mehr`);
    const start = performance.now();
    ask({ words: many, refuseWords: many }, { text: "wort und mehr ".repeat(700) });
    expect(performance.now() - start).toBeLessThan(200);
  });
});

test("nobody takes the name of an author", () => {
  expect(ask({}, { name: "JULE  brandt" })).toEqual({ refused: "name" });
  expect(ask({}, { name: "Jule" })).toEqual(approved);
});

test("spam is kept with its reasons, and never refused", () => {
  const reasons = [{ code: "known-spam" as const }];
  const spam = { score: 10, spam: true, reasons };
  expect(ask({ refuseWords: ["hallo"], hold: "all" }, { name: "Jule Brandt" }, {}, spam)).toEqual({
    status: "spam",
    reasons,
  });
});

test("what is suspicious waits, and says why beside the rules", () => {
  const verdict = { score: 4, spam: false, reasons: [{ code: "repeated" as const }] };
  expect(ask({}, {}, {}, verdict)).toEqual(held("repeated"));
  expect(ask({ hold: "all" }, {}, {}, verdict)).toEqual({
    status: "pending",
    reasons: [{ code: "all-held" }, { code: "repeated" }],
  });
  expect(ask({}, {}, {}, { ...verdict, score: 3 })).toEqual(approved);
});
