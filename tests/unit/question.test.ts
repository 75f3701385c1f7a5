import { expect, test } from "vitest";
import { readQuestion } from "../../worker/content/question.ts";

const terms = (typed: string) =>
  readQuestion(typed).terms.map(
    ({ spellings, prefix }) => spellings.join("|") + (prefix ? "*" : ""),
  );

test.each([
  ["two words", "Rote Rübe", ["rote", "rübe|ruebe*"]],
  ["signs part words", 'rot-grün, NEAR(x) "y"', ["rot", "grün|gruen", "near", "x", "y"]],
  ["words that say nothing are left out", "der Hund und the dog", ["hund", "dog*"]],
  ["unless all do", "der die das", ["der", "die", "das*"]],
  ["each word once", "Hund hund HUND", ["hund*"]],
  ["a beginning has three letters", "hund ka", ["hund", "ka"]],
  ["umlauts as they are written without", "ueber", ["ueber|über*"]],
  ["but not where ue is none", "bauen neue quelle", ["bauen", "neue", "quelle*"]],
  ["sharp s both ways", "gruß fluss", ["gruß|gruss", "fluss|fluß*"]],
  ["soft hyphens are no part of a word", "Silben\u00ADtrennung", ["silbentrennung*"]],
  ["signs alone are no word", "🦔 *-\"'(", []],
  ["nothing at all", "  ", []],
])("%s", (_sentence, typed, expected) => {
  expect(terms(typed)).toEqual(expected);
});

test("at most eight words are looked for, each in at most eight spellings", () => {
  expect(terms("a1 a2 a3 a4 a5 a6 a7 a8 a9 a10").length).toBe(8);
  const [term] = readQuestion("ssssssssssssssssssss").terms;
  expect(term?.spellings.length).toBe(8);
});

test("what is shown of a question is short, whole and without control characters", () => {
  expect(readQuestion(" a\u0000b\u0002c ").text).toBe("abc");
  expect(readQuestion("x".repeat(10_000)).text.length).toBe(200);
  const hedgehogs = readQuestion(`x${"🦔".repeat(500)}`).text;
  expect(hedgehogs.length).toBe(199);
  expect(hedgehogs.isWellFormed()).toBe(true);
});
