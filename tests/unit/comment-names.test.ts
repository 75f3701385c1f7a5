import { expect, test } from "vitest";
import { VisitorFieldError } from "../../worker/content/comments/field-error.ts";
import { nameSkeleton, parseName } from "../../worker/content/comments/name.ts";
import { parseComment } from "../../worker/content/comments/parse.ts";

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

test("a name is one line without anything that hides or turns", () => {
  expect(parseName("  Anna \n\t Maria\u00A0Schmidt ")).toBe("Anna Maria Schmidt");
  expect(parseName("Anna\u202Enimda\u2066\u200B\u00AD\u{E0041}\u0007")).toBe("Annanimda");
  expect(parseName("a\r\nBcc: b@a.example")).toBe("a Bcc: b@a.example");
  expect(parseName("Z\u0335\u0336\u0337\u0338\u0335a")).toBe("Z\u0335\u0336\u0337a");
  for (const name of ["", "\u202E", "\u3164", " \n"]) expect(wrong({ name })).toBe("name: missing");
  for (const name of ["!!!", "👍", "\u0301"]) expect(wrong({ name })).toBe("name: letters");
});

test("a name that is read again stays what it is", () => {
  for (const typed of ["Ä\u0323\u0301\u0302\u0303x", " A \u00AD B", "e\u200B\u0301", "İi\u0307"])
    expect(parseName(parseName(typed))).toBe(parseName(typed));
});

test("names that look alike have one skeleton", () => {
  const anna = nameSkeleton("Joost van Dam");
  for (const name of ["joost  VAN dam", "Jооst vаn Dаm", "J.o.o.s.t-van_dam", "Ｊｏｏｓｔ van Dam"])
    expect(nameSkeleton(name)).toBe(anna);
  expect(nameSkeleton("Jööst\u200B van Dam")).toBe(anna);
  expect(nameSkeleton("Roland Straße")).toBe(nameSkeleton("ROLAND STRASSE"));
  expect(nameSkeleton("Jost van Dam")).not.toBe(anna);
});

test.each([
  ["anna@a.example", "anna@a.example"],
  [" Anna.M+blog@A.Example ", "Anna.M+blog@a.example"],
  ["a@müller.example", "a@xn--mller-kva.example"],
])("%j is a mail address", (email, read) => expect(parse({ email }).email).toBe(read));

test.each([
  ...["a", "@a.example", "a@", "a@b", "a@b@c.example", "a@b.example,c@d.example", "a b@c.example"],
  ...[
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example\u2028x",
    "a\u0000@b.example",
    '"a b"@c.example',
  ],
  ...[
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a(b)@c.example",
    "((((@c.example",
    "<a@b.example>",
    ".a@b.example",
  ],
  ...["a..b@c.example", "a@-b.example", "a@b..example", "a@b.example%0d%0aBcc:x", "a@b.example;x"],
  ...[`${"a".repeat(65)}@b.example`, "a@b.example/x", "a@b:25"],
])("%j is no mail address", (email) => expect(wrong({ email })).toBe("email: address"));

test.each([
  ["https://a.example", "https://a.example/"],
  ["a.example/blog", "https://a.example/blog"],
  ["https://раураl.com", "https://xn--l-7sba6dbr.com/"],
  ["https://a.example/'onmouseover='x", "https://a.example/'onmouseover='x"],
  ['https://a.example/"x', "https://a.example/%22x"],
  ["javascript:alert(1)", null],
  ["java\tscript:alert(1)", null],
  ["data:text/html,x", null],
  ["ftp://a.example/", null],
  ["https://user:pass@a.example/", null],
  ["http://localhost/", null],
  ["//a.example", null],
  ["/etc/passwd", null],
  ["keine", null],
])("the website %j becomes %j, and the comment is kept", (url, read) =>
  expect(parse({ url }).url).toBe(read),
);
