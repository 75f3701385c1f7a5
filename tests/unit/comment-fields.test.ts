import { describe, expect, test } from "vitest";
import * as limits from "../../src/limits.ts";
import { VisitorFieldError } from "../../worker/content/comments/field-error.ts";
import { COMMENT_FIELDS, parseComment } from "../../worker/content/comments/parse.ts";

const RIGHT = { post: "/2010/03/hallo/", name: "Anna", text: "Hallo" };
const parse = (fields: object) => parseComment({ ...RIGHT, ...fields });

/** "field: reason", or null where all is right. */
function wrong(fields: object): string | null {
  try {
    parse(fields);
    return null;
  } catch (error) {
    if (error instanceof VisitorFieldError && error.status === 422) return error.message;
    throw error;
  }
}

test("three fields are enough for a comment", () => {
  expect(parseComment(RIGHT)).toEqual({
    ...RIGHT,
    ...{ parent: null, quote: null, prefix: "", suffix: "", email: null, url: null },
    ...{ notify: false, submission: null, seconds: null, subject: "" },
  });
});

test("what else is sent changes nothing, not even what every object has", () => {
  const more = JSON.parse('{"__proto__":{"name":"X"},"status":"approved","constructor":{"a":1}}');
  expect(parse(more)).toEqual(parseComment(RIGHT));
  expect(wrong({ name: undefined })).toBe("name: missing");
  const inherited = Object.create(
    { email: "anna@a.example" },
    Object.getOwnPropertyDescriptors(RIGHT),
  );
  expect(parseComment(inherited).email).toBeNull();
  expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
});

test("a field that is no text is refused by its name, also where it poses as an element", () => {
  const element = { type: "div", props: { dangerouslySetInnerHTML: { __html: "<img>" } } };
  for (const field of COMMENT_FIELDS)
    for (const value of [element, ["x"], {}, () => "x", Symbol("x")])
      expect(wrong({ [field]: value })).toBe(`${field}: malformed`);
  for (const field of ["name", "text", "email"]) expect(wrong({ [field]: 7 })).toContain(field);
});

describe("lengths", () => {
  const LONGEST: readonly (readonly [field: string, limit: number, make: (n: number) => string])[] =
    [
      ["name", limits.MAX_NAME, (n) => "ä".repeat(n)],
      ["name", limits.MAX_NAME, (n) => "😀".repeat(n - 1).concat("a")],
      ["email", limits.MAX_EMAIL, (n) => `a@${"b.".repeat((n - 4) / 2)}${"cd"}`.padEnd(n, "e")],
      ["url", limits.MAX_URL, (n) => `https://a.example/${"a".repeat(n - 18)}`],
      ["text", limits.MAX_TEXT, (n) => "a".repeat(n)],
      ["text", limits.MAX_TEXT, (n) => "a\r\n".repeat((n - 1) / 2).padEnd(n + (n - 1) / 2, "b")],
      ["quote", limits.MAX_QUOTE, (n) => "a".repeat(n)],
      ["post", limits.MAX_PATH, (n) => `/${"a".repeat(n - 1)}`],
      ["parent", limits.MAX_ID, (n) => "a".repeat(n)],
    ];

  test.each(LONGEST)("%s may have its limit and nothing more", (field, limit, make) => {
    expect(wrong({ [field]: make(limit) })).toBeNull();
    expect(wrong({ [field]: make(limit + 2) })).toBe(`${field}: long`);
    expect(wrong({ [field]: make(1000 * limit) })).toBe(`${field}: long`);
  });

  test("what stands around a passage has its limit, and none without a passage", () => {
    expect(parse({ quote: "x", prefix: "a", suffix: "b" })).toMatchObject({ prefix: "a" });
    expect(wrong({ quote: "x", prefix: "a".repeat(33) })).toBe("prefix: long");
    expect(wrong({ quote: "x", suffix: "a".repeat(33) })).toBe("suffix: long");
    expect(parse({ prefix: "a", suffix: "b" })).toMatchObject({ prefix: "", suffix: "" });
  });

  test("a text that grows when it is composed is measured again", () => {
    expect(wrong({ text: "\uFB2C".repeat(4_000) })).toBe("text: long");
    expect(wrong({ name: "\uFB2C".repeat(40) })).toBe("name: long");
  });

  test("a text typed in pieces is measured as it is shown", () => {
    expect(parse({ text: "u\u0308".repeat(10_000) }).text).toHaveLength(10_000);
  });

  test("a name typed in pieces is measured as it is shown", () => {
    expect(parse({ name: "e\u0301".repeat(80) }).name).toBe("é".repeat(80));
  });
});

test("a form with everything at its limit fits into a request, in letters of two bytes", () => {
  const fields = {
    ...{
      post: "/2010/03/hallo/",
      parent: "a".repeat(limits.MAX_ID),
      name: "ж".repeat(limits.MAX_NAME),
    },
    ...{ email: "a".repeat(limits.MAX_EMAIL), url: "a".repeat(limits.MAX_URL) },
    ...{ text: "ж".repeat(limits.MAX_TEXT), quote: "ж".repeat(limits.MAX_QUOTE) },
  };
  expect(new URLSearchParams(fields).toString().length).toBeLessThan(limits.MAX_BODY);
});

test("a long line of anything is read in no time", () => {
  const start = performance.now();
  for (const piece of ["a@", "(", "a.", "@", "=", "%0d%0a", "\u0301", "\uFDFA", "a-"]) {
    const long = piece.repeat(64_000 / piece.length);
    for (const field of COMMENT_FIELDS) wrong({ [field]: long });
    for (const field of ["email", "url", "name"]) wrong({ [field]: long.slice(0, 250) });
  }
  expect(performance.now() - start).toBeLessThan(1_000);
});

test("numbers and ticks may come from a form or a program", () => {
  for (const [seconds, read] of [
    ["", null],
    [null, null],
    ["42", 42],
    [7.9, 7],
    ["999999999", 86_400],
  ])
    expect(parse({ seconds }).seconds).toBe(read);
  for (const seconds of [
    "1e3",
    "-1",
    -1,
    "NaN",
    Number.NaN,
    "0x1",
    "1 ",
    true,
    Number.POSITIVE_INFINITY,
  ])
    expect(wrong({ seconds })).toBe("seconds: malformed");
  for (const notify of ["1", 1, true, "on"]) expect(parse({ notify }).notify).toBe(true);
  for (const notify of ["", "0", 0, false, null]) expect(parse({ notify }).notify).toBe(false);
  for (const notify of ["yes", 2, "<b>"]) expect(wrong({ notify })).toBe("notify: malformed");
});

test("ids and paths have their form", () => {
  expect(parse({ submission: "AAAAAAAAAAAAAAAAAAAA_-" }).submission).toHaveLength(22);
  for (const submission of ["A", "A".repeat(23), `${"A".repeat(21)}=`, "A".repeat(21).concat("\n")])
    expect(wrong({ submission })).toBe("submission: malformed");
  for (const parent of ["1'", "../x", "a b", "<b>"]) expect(wrong({ parent })).toContain("parent");
  for (const post of ["hallo", "//evil.example/", "https://a.example/", "/a\u0000b"])
    expect(wrong({ post })).toBe("post: malformed");
  expect(wrong({ post: "" })).toBe("post: missing");
});
